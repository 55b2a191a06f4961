"""The page on a quarter for clerks: each of its commands runs, in its order, and prints what the page shows."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.lint.word import judge_word
from tests.cli.conftest import Run
from tests.reports.grounds import DATA
from tools.sample_quarter import main as sample_quarter

PAGE = Path(__file__).parents[2] / "docs" / "bao_cao_quy.md"
RUN = [
    ("derive", 1), ("new", 0), ("new", 0), ("show", 0), ("convert", 0), ("report", 0), ("check", 0), ("aggregate", 3),
    ("remind", 0), ("issue", 0), ("remind", 0), ("aggregate", 1), ("report", 0), ("check", 0),
]  # fmt: skip
"""The commands of the page and how each ends: deriving leaves decisions open, the trial stops for want of a
report, the last aggregation tells of a contradiction."""
SENT = ("thpt-song-van", "thpt-na-sim")


def _blocks() -> list[tuple[str, str]]:
    """Return the blocks of the page: sh or text, and what stands in it."""
    return re.findall(r"^```(sh|text)\n(.*?)^```", PAGE.read_text("utf-8"), re.M | re.S)


def _made(*words: object) -> None:
    result = CliRunner().invoke(sample_quarter, [str(word) for word in words], catch_exceptions=False)
    assert result.exit_code == 0


def _fill_in(run: Run, folder: Path) -> None:
    """Do what people do between the second and the third step: fill in the workbooks and send them."""
    (folder / "da_nhan").mkdir()
    plans = sorted((folder / "truong").glob("*.yaml"))
    _made(*plans, "--regime", "so-gddt-song-van", "-o", folder / "dien")
    shutil.copy(folder / "ke_hoach.yaml", folder / "so-gddt.yaml")
    _made(folder / "so-gddt.yaml", "--own", "--regime", "bo-noi-vu", "-o", folder / "dien_so")
    books = {f"da_nhan/{unit}_2027-q1.xlsx": (f"dien/{unit}.yaml", f"truong/{unit}.yaml") for unit in SENT}
    books["so-gddt_2027-q1.xlsx"] = ("dien_so/so-gddt.yaml", "ke_hoach.yaml")
    for book, (told, plan) in books.items():
        code, _, said = run("convert", told, book, "--plan", plan, "--units", "don_vi.yaml")
        assert code == 0, said


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of which the page speaks."""
    text = (DATA / "plans" / "ke_hoach_cchc_2027.yaml").read_text("utf-8")
    issued = text.replace("\ndate: 2026-12 ", "\nnumber: 15\ndate: 2026-12-25 ")
    (tmp_path / "ke_hoach.yaml").write_text(issued, "utf-8")
    shutil.copy(DATA / "registers" / "units.yaml", tmp_path / "don_vi.yaml")
    table = next(content for kind, content in _blocks() if kind == "text" and "Ngày nhận" in content)
    (tmp_path / "ngay_nhan.csv").write_text(table, "utf-8")
    return tmp_path


def test_the_commands_of_the_page_run_in_its_order(run: Run, folder: Path) -> None:
    said, ended = "", []
    for kind, content in _blocks():
        if kind == "text":
            lines = [line for line in content.splitlines() if "Ngày nhận" not in content]
            assert [line for line in lines if line not in said] == []
            continue
        said = ""
        for line in content.splitlines():
            words = shlex.split(line)[1:]
            if words[0] == "show":
                _fill_in(run, folder)
            code, out, err = run(*words)
            said += out + err
            ended.append((words[0], code))
    assert ended == RUN, said
    made = sorted(path for name in ("bao_cao", "don_doc", "don_doc_lan_2") for path in (folder / name).glob("*.docx"))
    assert len(made) == 5
    for path in made:
        errors = [str(one) for one in judge_word(path.read_bytes(), path.name).findings if one.severity == "error"]
        assert errors == [], path.name
