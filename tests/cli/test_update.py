"""``vanban update``: derived plans after a change of the higher plan."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from generator.model.plan import Plan
from generator.model.store import load_document
from tests.cli.conftest import Run

DATA = Path(__file__).parents[2] / "data"
OLD, NEW = Path("so_cu.yaml"), Path("so.yaml")
CHILD = Path("truong/thpt-song-van.yaml")
CONFLICTS = Path("truong/thpt-song-van_xung_dot.xlsx")
UNITS = ("--units", DATA / "registers/units.yaml")
UPDATE = ("update", CHILD, "--old", OLD, "--new", NEW, *UNITS)
DEADLINE = "Trước ngày 29/3/2027"


@pytest.fixture(autouse=True)
def _plans(tmp_path: Path, run: Run) -> None:
    """A plan, a child derived from it, then the plan with another deadline and a copy of what it was."""
    text = (DATA / "plans/ke_hoach_cchc_2027.yaml").read_text("utf-8")
    (tmp_path / NEW).write_text(text, encoding="utf-8")
    run("derive", NEW, "--unit", "thpt-song-van", "--unit", "mn-bai-ngo", *UNITS, "--on", "2026-12-20", "-o", "truong")
    (tmp_path / OLD).write_text(text, encoding="utf-8")
    assert "Trước ngày 31/3/2027" in text
    (tmp_path / NEW).write_text(text.replace("Trước ngày 31/3/2027", "Trước ngày 15/4/2027"), encoding="utf-8")


def _schedules() -> dict[str, str | None]:
    plan = load_document(CHILD.read_bytes(), CHILD.name)
    assert isinstance(plan, Plan)
    return {task.id: task.rows[0].schedule for task in plan.tasks}


def _edit(before: str, after: str) -> None:
    text = CHILD.read_text("utf-8")
    assert before in text
    CHILD.write_text(text.replace(before, after, 1), encoding="utf-8")


def test_what_changed_is_told_and_the_old_file_kept(run: Run) -> None:
    code, out, err = run(*UPDATE)
    assert code == 0, err
    assert "1 thay đổi từ cấp trên, 0 xung đột" in out
    assert f"sửa nhiệm vụ NV34, hàng 1, thời gian thực hiện: «{DEADLINE}» → «Trước ngày 13/4/2027»" in out
    assert CHILD.with_name(f"{CHILD.name}.cu").is_file()
    assert _schedules()["NV34"] == "Trước ngày 13/4/2027"
    assert "0 thay đổi" in run("update", CHILD, "--old", NEW, "--new", NEW, *UNITS)[1]


def test_a_conflict_is_shown_on_both_sides_and_decided_in_a_workbook(run: Run) -> None:
    _edit(f"schedule: {DEADLINE}", "schedule: Trước ngày 20/3/2027")
    code, out, err = run(*UPDATE)
    assert code == 1
    assert "0 thay đổi từ cấp trên, 1 xung đột" in out
    for said in (f"đã giao : «{DEADLINE}»", "đơn vị  : «Trước ngày 20/3/2027»", "cấp trên: «Trước ngày 13/4/2027»"):
        assert said in err
    assert "giữ bản của đơn vị" in err
    book = openpyxl.load_workbook(CONFLICTS)
    sheet = book["Xung đột"]
    assert [cell.value for cell in sheet[1]][-1] == "Chọn"
    assert sheet.data_validations.dataValidation[0].formula1 == '"cấp trên,đơn vị"'
    sheet["F2"] = "cấp trên"
    book.save("chon.xlsx")
    code, out, err = run(*UPDATE, "--decisions", "chon.xlsx")
    assert (code, "lấy bản của cấp trên" in err) == (0, True)
    assert _schedules()["NV34"] == "Trước ngày 13/4/2027"


@pytest.mark.parametrize(("side", "schedule"), [("parent", "Trước ngày 13/4/2027"), ("child", "Trước ngày 20/3/2027")])
def test_all_conflicts_are_decided_at_once(run: Run, side: str, schedule: str) -> None:
    _edit(f"schedule: {DEADLINE}", "schedule: Trước ngày 20/3/2027")
    assert run(*UPDATE, "--take", side, "-o", "truong/moi.yaml")[0] == 0
    assert f"schedule: {schedule}" in Path("truong/moi.yaml").read_text("utf-8")
    assert _schedules()["NV34"] == "Trước ngày 20/3/2027", "tệp cũ không đổi"


def test_a_new_file_of_the_higher_plan_is_named_and_no_change(run: Run) -> None:
    Path("so_moi.yaml").write_bytes(NEW.read_bytes())
    NEW.write_bytes(OLD.read_bytes())
    code, out, err = run("update", CHILD, "--old", NEW, "--new", "so_moi.yaml", *UNITS)
    assert (code, "1 thay đổi từ cấp trên, 0 xung đột" in out) == (0, True), err
    text = CHILD.read_text("utf-8")
    assert "../so_moi.yaml" in text
    assert "../so.yaml" not in text


def test_several_plans_in_one_call(run: Run) -> None:
    code, out, _ = run("update", CHILD, "truong/mn-bai-ngo.yaml", *UPDATE[2:])
    assert code == 0
    assert "thpt-song-van.yaml: 1 thay đổi" in out
    assert "mn-bai-ngo.yaml: 0 thay đổi" in out
    code, _, err = run("update", CHILD, "truong/mn-bai-ngo.yaml", *UPDATE[2:], "-o", "a.yaml")
    assert (code, "chỉ dùng cho một kế hoạch" in err) == (2, True)


def test_what_does_not_fit_is_refused(run: Run) -> None:
    code, _, err = run("update", CHILD, "--old", NEW, "--new", NEW, *UNITS)
    assert (code, "không phải bản đã dùng" in err, "--force" in err) == (2, True, True)
    assert run("update", CHILD, "--old", NEW, "--new", NEW, *UNITS, "--force")[0] in (0, 1)
    code, _, err = run("update", OLD, "--old", OLD, "--new", NEW, *UNITS)
    assert (code, "vanban derive" in err) == (3, True)
    code, _, err = run("update", "truong/thpt-song-van.docx", *UPDATE[2:])
    assert (code, "thêm -o" in err) == (2, True)
    code, _, err = run(*UPDATE, "-o", "khac.yaml")
    assert (code, "theo thư mục" in err) == (2, True)


def test_decisions_that_fit_no_conflict_are_refused(run: Run) -> None:
    book = openpyxl.Workbook()
    for row in (("Mã", "Chọn"), ("abc", "đơn vị")):
        book.active.append(row)
    book.save("la.xlsx")
    code, _, err = run(*UPDATE, "--decisions", "la.xlsx")
    assert (code, "không khớp xung đột nào: abc" in err) == (2, True)
    book.active.append(("abd", "cả hai"))
    book.save("la.xlsx")
    code, _, err = run(*UPDATE, "--decisions", "la.xlsx")
    assert (code, "«cả hai»" in err, "B3" in err) == (3, True, True)
    assert _schedules()["NV34"] == DEADLINE
