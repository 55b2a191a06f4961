"""``vanban template``: one's own template from the built one to a rendered document, and what stops on the way."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli.template.command import template
from generator.nd30.document_types import DOCUMENT_TYPES
from generator.templates.builder import KIND_PROPERTY
from generator.templates.check import check_template
from tests.own_templates import built, own_template

SAMPLE = Path(__file__).parents[2] / "data" / "plans" / "ke_hoach_cchc_2027.yaml"
COMMANDS = {
    "build": {"--output"},
    "check": {"--kind", "--format"},
    "fields": {"--format"},
    "list": {"--templates", "--format"},
    "new": {"--output", "--templates"},
    "preview": {"--kind", "--output", "--pdf"},
}
FAULTY = own_template("Số: {{ numbr }}", [["x", "{%p if urgency %}\nKhẩn"]])
SUSPICIOUS = own_template("[CẦN BỔ SUNG: tên]")
HINTED = own_template("{% if number == ‘1’ %}một{% endif %}")

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def _files(tmp_path: Path) -> None:
    """Put templates of every quality into the folder of the command."""
    files = {"tot": built(), "loi": FAULTY, "nghi": SUSPICIOUS, "goi_y": HINTED, "khac": b"khong phai docx"}
    for name, data in files.items():
        (tmp_path / f"{name}.docx").write_bytes(data)


def test_the_list_of_commands_is_the_designed_one() -> None:
    designed = {name: options for name, options in COMMANDS.items()}
    assert set(template.commands) == set(designed)
    for name, command in template.commands.items():
        assert designed[name] <= {option for each in command.params for option in each.opts}, name


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (("tot",), 0),
        (("goi_y",), 0),
        (("nghi",), 1),
        (("loi",), 4),
        (("khac",), 4),
        (("tot", "nghi"), 1),
        (("nghi", "loi", "tot"), 4),
    ],
)
def test_check_ends_as_its_worst_finding_wants(names: tuple[str, ...], code: int, run: Run) -> None:
    files = [f"{name}.docx" for name in names]
    ended, out, err = run("template", "check", *files)
    assert (ended, err) == (code, "")
    assert all(name in out for name in files)


def test_check_tells_place_words_and_way_out(run: Run) -> None:
    _, out, _ = run("template", "check", "loi.docx", "tot.docx")
    assert out.splitlines() == [
        "loi.docx: 2 lỗi",
        "  • đoạn 1: lỗi: không có trường «numbr»; gặp: «numbr» «{{ numbr }}» (ý bạn là «number»?)",
        "  • bảng 1, hàng 1, ô 2, đoạn 1: lỗi: thẻ if mở ra mà không kết thúc; cần: «{%p endif %}» ở sau nó "
        "«{%p if urgency %}»",
        "tot.docx: mẫu dùng được, không có lỗi",
    ]


def test_check_json_has_the_designed_form(run: Run) -> None:
    code, out, _ = run("template", "check", "loi.docx", "tot.docx", "--format", "json")
    first, second = json.loads(out)["files"]
    assert code == 4
    assert (first["path"], first["kind"]) == ("loi.docx", "plan")
    assert first["findings"][0] == {
        "severity": "error",
        "message": "không có trường «numbr»",
        "place": {"part": "đoạn 1", "quote": "{{ numbr }}"},
        "found": "«numbr»",
        "hint": "ý bạn là «number»?",
        "code": "unknown-field",
    }
    assert second == {"path": "tot.docx", "kind": "plan", "findings": []}


def test_check_takes_the_kind_that_is_asked_for(run: Run, tmp_path: Path) -> None:
    (tmp_path / "nam.docx").write_bytes(own_template("Năm {{ year }}"))
    assert run("template", "check", "nam.docx")[0] == 0
    assert run("template", "check", "nam.docx", "--kind", "report")[0] == 4


@pytest.mark.parametrize(
    ("words", "code", "expected"),
    [
        (("check", "tot.docx", "--kind", "paln"), 3, "plan"),
        (("check", "khong_co.docx"), 4, "không tìm thấy tệp"),
        (("check", "tot.docx", "--format", "xml"), 2, "--format"),
        (("check",), 2, "Thiếu tham số"),
        (("new", "paln", "-o", "m.docx"), 3, "plan"),
        (("new", "plan", "-o", "tot.docx"), 2, "không ghi đè"),
    ],
)
def test_a_wrong_call_is_told(words: tuple[str, ...], code: int, expected: str, run: Run) -> None:
    ended, _, err = run("template", *words)
    assert ended == code
    assert expected in err


@pytest.mark.parametrize("kind", DOCUMENT_TYPES)
def test_a_new_template_is_of_its_kind_and_passes(kind: str, run: Run, tmp_path: Path) -> None:
    assert run("template", "new", kind, "-o", "moi/mau.docx")[0] == 0
    code, out, _ = run("template", "check", "moi/mau.docx", "--format", "json")
    assert code == 0
    assert json.loads(out)["files"][0]["kind"] == kind, KIND_PROPERTY


def test_a_new_template_renders_the_sample(run: Run, tmp_path: Path) -> None:
    run("template", "new", "plan", "-o", "mau.docx")
    assert run("render", SAMPLE, "-o", "ra", "--template", "mau.docx")[0] == 0
    assert (tmp_path / "ra" / "ke_hoach_cchc_2027.docx").exists()


def test_render_refuses_a_faulty_template_and_names_every_fault(run: Run, tmp_path: Path) -> None:
    code, _, err = run("render", SAMPLE, "-o", "ra", "--template", "loi.docx")
    assert code == 4
    assert "loi.docx: mẫu có 2 lỗi, không ghi gì" in err
    for found in check_template(FAULTY):
        assert str(found) in err
    assert not (tmp_path / "ra").exists()


def test_render_says_what_is_suspicious_and_goes_on(run: Run, tmp_path: Path) -> None:
    code, _, err = run("render", SAMPLE, "-o", "ra", "--template", "nghi.docx")
    assert code == 1
    assert "còn sót lại trong mẫu" in err
    assert (tmp_path / "ra" / "ke_hoach_cchc_2027.docx").exists()


def test_render_holds_a_template_against_the_kind_of_its_data(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bao_cao.yaml").write_text("format: 1\nkind: report\nsubject: Việc\n", "utf-8")
    (tmp_path / "nam.docx").write_bytes(own_template("Năm {{ year }}"))
    code, _, err = run("render", "bao_cao.yaml", "-o", "ra", "--template", "nam.docx")
    assert code == 4
    assert "không có trường «year»" in err


def test_fields_tells_how_a_value_of_several_lines_becomes_paragraphs(run: Run) -> None:
    _, out, _ = run("template", "fields", "plan")
    assert "{%p for dong in subject | lines %}" in out
