"""``vanban render`` calls a document ready only when the gate finds no error in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.templates.catalog import template_for
from tests.lint.documents import ROOT
from tests.lint.mutations import mutated

Run = Callable[..., tuple[int, str, str]]
SAMPLE = ROOT / "data" / "plans" / "ke_hoach_cchc_2027.yaml"


@pytest.fixture
def faulty_template(tmp_path: Path) -> Path:
    """A template of one's own with a narrow left margin and no page number."""
    path = tmp_path / "mau.docx"
    steps = [{"section": 0, "margins": {"left": 20}}, {"header": 0, "delete": True}]
    path.write_bytes(mutated(template_for("plan").read_bytes(), steps))
    return path


def test_errors_of_form_are_shown_and_the_document_is_not_ready(run: Run, faulty_template: Path) -> None:
    code, out, err = run("render", SAMPLE, "-o", "ra", "--template", faulty_template)
    assert code == 1
    assert Path("ra/ke_hoach_cchc_2027.docx").exists()
    assert "CHƯA SẴN SÀNG KÝ: ra/ke_hoach_cchc_2027.docx có" in err.replace("\\", "/")
    assert "lỗi PG-03" in err
    assert "lỗi PG-07" in err
    assert "PG-03" not in out


def test_ready_refuses_errors_of_form_and_writes_nothing(run: Run, faulty_template: Path) -> None:
    code, _, err = run("render", SAMPLE, "-o", "ra", "--ready", "--template", faulty_template)
    assert code == 1
    assert "lỗi thể thức, không ghi gì" in err
    assert not Path("ra").exists()


def test_a_sound_document_is_ready(run: Run) -> None:
    code, _, err = run("render", SAMPLE, "-o", "ra", "--ready")
    assert (code, err) == (0, "")


def test_what_is_missing_is_told_once_and_not_as_an_error_of_form(run: Run) -> None:
    Path("nhap.yaml").write_text("format: 1\nkind: plan\nsubject: Cải cách hành chính\nyear: 2027\n", "utf-8")
    code, _, err = run("render", "nhap.yaml", "-o", "ra")
    assert code == 1
    assert "lỗi thể thức" not in err
