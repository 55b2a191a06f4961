"""Plans kept between runs: used when they are whole and of this code, else passed over without a word."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from generator.errors import TemplateError
from generator.render import plan_cache
from generator.render.compiled import compile_template
from generator.render.plan_cache import kept_plan
from generator.render.render import render
from generator.templates.catalog import layouts, template_for
from tests.own_templates import own_template
from tests.rendered import document

BUILT = template_for("plan").read_bytes()
DIGEST = sha256(BUILT).hexdigest()
SCRIPT = """
import sys
from generator.render.compiled import compile_template
from generator.templates.catalog import template_for
compile_template(template_for("plan").read_bytes())
print(sorted({"jinja2", "docxtpl", "docx"} & set(sys.modules)))
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("VANBAN_CACHE", str(tmp_path))
    return tmp_path


def _kept(folder: Path) -> Path:
    return folder / "templates" / f"{DIGEST}.json"


def test_what_is_kept_gives_the_same_file(folder: Path) -> None:
    source = document("plan", subject="Một **hai**", appendices=[{"blocks": [{"kind": "tasks"}]}])
    first = render(source, compile_template(BUILT), layouts())
    assert _kept(folder).is_file()
    assert render(source, compile_template(BUILT), layouts()) == first


def test_a_template_with_errors_is_never_kept(folder: Path) -> None:
    for _ in range(2):
        with pytest.raises(TemplateError, match="đoạn 1: "):
            compile_template(own_template("{{ khong_co }}"))
    assert list(folder.iterdir()) == []


def test_what_was_suspicious_is_told_again(folder: Path) -> None:
    template = own_template("[CẦN BỔ SUNG: tên]", [["{%p if urgency %}\nx\n{%p endif %}\n"]])
    first = compile_template(template, "plan").suspicions
    assert [found.code for found in first] == ["leftover"]
    assert (folder / "templates" / f"{sha256(template).hexdigest()}-plan.json").is_file()
    assert compile_template(template, "plan").suspicions == first


def test_the_second_start_needs_neither_jinja_nor_docxtpl(tmp_path: Path) -> None:
    def modules() -> str:
        environment = {**os.environ, "VANBAN_CACHE": str(tmp_path)}
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT],
            cwd=Path(__file__).parents[2],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout.strip()

    assert modules() == "['docx', 'docxtpl', 'jinja2']"
    assert modules() == "[]"


DAMAGE: dict[str, Callable[[str], str]] = {
    "cut short": lambda kept: kept[:-9],
    "empty": lambda kept: "",
    "another text": lambda kept: kept.replace("CoQuanBanHanh", "CoQuanChuQuan"),
    "of other code": lambda kept: "0" * 64 + kept[64:],
    "no plan": lambda kept: f"{kept.split()[0]}\n{sha256(b'[]').hexdigest()}\n[]",
    "no text": lambda kept: "\ud800",
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_what_cannot_be_used_is_made_anew(damage: Callable[[str], str], folder: Path) -> None:
    compile_template(BUILT)
    right = _kept(folder).read_text("utf-8")
    _kept(folder).write_bytes(damage(right).encode("utf-8", "surrogatepass"))
    assert kept_plan(DIGEST) is None
    compile_template(BUILT)
    assert _kept(folder).read_text("utf-8") == right


def test_a_folder_that_cannot_be_written_does_no_harm(folder: Path) -> None:
    (folder / "templates").write_bytes(b"a file in its place")
    assert compile_template(BUILT).styles


def test_keeping_can_be_turned_off(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VANBAN_CACHE", "")
    compile_template(BUILT)
    assert list(folder.iterdir()) == []


def test_plans_lie_in_the_cache_folder_of_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VANBAN_CACHE")
    path = plan_cache._path("abc")
    assert path is not None
    assert path.parts[-3:] == ("vanban", "templates", "abc.json") or "vanban" in path.parts
