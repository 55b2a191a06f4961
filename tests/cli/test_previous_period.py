"""What was told in the last period on the command line: new workbooks take it over, ``show`` holds against it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from generator.model.plan import Plan
from generator.model.progress import Progress, Status
from generator.model.store import dump_document, load_progress
from generator.reports.report import unit_report
from tests.cli.conftest import Run
from tests.reports.grounds import DATA, ON, ground, sample_plan, told

PLAN = DATA / "plans" / "ke_hoach_cchc_2027.yaml"
UNITS = DATA / "registers" / "units.yaml"
FOR = ("--from", PLAN, "--units", UNITS)
H1 = ("--unit", "so-gddt", "--period", "2027-H1", "-o", "h1.xlsx")
OTHER = {"unit": "thpt-song-van", "unit_name": "Trường Trung học phổ thông Sông Vân"}


def _store(path: Path, **changes: Any) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text(dump_document(told(0, **changes), path.name), "utf-8")
    return path


def _tasks(path: Path) -> Worksheet:
    sheet = openpyxl.load_workbook(BytesIO(path.read_bytes()))["Nhiệm vụ"]
    assert isinstance(sheet, Worksheet)
    return sheet


def _done(progress: Progress) -> list[str]:
    return [one.task for one in progress.tasks if one.status is Status.DONE]


def _shown_done(sheet: Worksheet) -> list[str]:
    return [str(row[0].value) for row in sheet.iter_rows(min_row=4) if row[5].value == "Đã hoàn thành"]


def test_finished_tasks_stand_in_the_new_workbook_and_are_counted(run: Run, tmp_path: Path) -> None:
    before = _store(tmp_path / "q1.yaml")
    code, out, err = run("new", "progress", *FOR, *H1, "--previous", before)
    assert code == 0, err
    shown = _shown_done(_tasks(tmp_path / "h1.xlsx"))
    assert shown
    assert set(shown) <= set(_done(told(0)))
    assert f"Chuyển từ kỳ trước: {len(shown)} nhiệm vụ đã xong của 1 đơn vị" in out


def test_data_take_them_over_as_well(run: Run, tmp_path: Path) -> None:
    before = _store(tmp_path / "q1.yaml")
    assert run("new", "progress", *FOR, *H1[:-1], "h1.yaml", "--previous", before)[0] == 0
    made = load_progress((tmp_path / "h1.yaml").read_bytes(), "h1.yaml")
    assert _done(made)
    assert all(made.task(id) == told(0).task(id) for id in _done(made))


def _report_of(plan: Plan, folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    document = unit_report(plan, told(0), ground(), ON).document
    path = folder / "bao_cao.yaml"
    path.write_text(dump_document(document, path.name), "utf-8")
    return path


def test_a_report_in_word_is_read_like_data(run: Run, tmp_path: Path) -> None:
    report = _report_of(sample_plan(), tmp_path / "bao_cao")
    assert run("render", report, "-o", "t1", "--no-data")[0] == 0
    code, out, err = run("new", "progress", *FOR, *H1, "--previous", "t1")
    assert code == 0, err
    shown = _shown_done(_tasks(tmp_path / "h1.xlsx"))
    assert len(shown) > 5
    assert set(shown) <= set(_done(told(0)))
    assert f"{len(shown)} nhiệm vụ" in out
    sheet = openpyxl.load_workbook(BytesIO((tmp_path / "h1.xlsx").read_bytes()))["Biểu 1"]
    assert sheet["F3"].value == "Kỳ trước"


def test_units_of_which_nothing_is_found_are_named(run: Run, tmp_path: Path) -> None:
    _store(tmp_path / "q1" / "a.yaml")
    code, _, err = run("new", "progress", *FOR, "--all", "--period", "2027-H1", "--previous", "q1", "-o", "b")
    assert code == 0, err
    assert "--previous: không có tiến độ kỳ 2027-Q1 của" in err
    assert "Ủy ban nhân dân xã Đồng Lau" in err


def test_a_file_of_another_period_is_left_out_of_a_folder_and_told(run: Run, tmp_path: Path) -> None:
    _store(tmp_path / "q1" / "a.yaml")
    _store(tmp_path / "q1" / "b.yaml", period="2026-Y", **OTHER)
    code, _, err = run("new", "progress", *FOR, *H1, "--previous", "q1")
    assert code == 0
    assert "bỏ qua tệp này: tệp này của kỳ 2026-Y, cần kỳ 2027-Q1" in " ".join(err.split())


@pytest.mark.parametrize(
    ("files", "named", "message"),
    [
        ({"a.yaml": {"period": "2026-Y"}}, "q1/a.yaml", "tệp này của kỳ 2026-Y, cần kỳ 2027-Q1"),
        ({"a.yaml": {"unit": "so-la"}}, "q1/a.yaml", "danh bạ không có đơn vị «so-la»"),
        ({"a.yaml": {}, "b.yaml": {}}, "q1", "hai tệp của một đơn vị, một kỳ"),
    ],
)
def test_what_cannot_serve_is_refused(
    run: Run, tmp_path: Path, files: dict[str, dict[str, Any]], named: str, message: str
) -> None:
    for name, changes in files.items():
        _store(tmp_path / "q1" / name, **changes)
    code, _, err = run("new", "progress", *FOR, *H1, "--previous", named)
    assert code == 3
    assert message in err
    assert not (tmp_path / "h1.xlsx").exists()


def test_a_plan_that_was_changed_since_is_told(run: Run, tmp_path: Path) -> None:
    before = _store(tmp_path / "q1.yaml", plan={"document": "ke_hoach.yaml", "hash": "0" * 64})
    code, _, err = run("new", "progress", *FOR, *H1, "--previous", before)
    assert code == 0
    assert "kế hoạch đã được sửa sau kỳ trước, hoặc là kế hoạch khác" in " ".join(err.split())


@pytest.mark.parametrize("form", ["yaml", "xlsx"])
def test_show_tells_of_what_was_done_before_and_is_not_any_more(run: Run, tmp_path: Path, form: str) -> None:
    before = _store(tmp_path / "q1.yaml")
    assert run("new", "progress", *FOR, *H1[:-1], f"h1.{form}")[0] == 0
    code, out, err = run("show", f"h1.{form}", "--previous", before)
    assert code == 0, err
    assert "đã xong, nay không ghi là đã xong" not in run("show", f"h1.{form}")[2]
    assert err.count("theo báo cáo quý I năm 2027 đã xong, nay không ghi là đã xong") >= 5


def test_show_refuses_another_period(run: Run, tmp_path: Path) -> None:
    before = _store(tmp_path / "y.yaml", period="2026-Y")
    now = _store(tmp_path / "h1.yaml", period="2027-H1")
    code, _, err = run("show", now, "--previous", before)
    assert code == 3
    assert "--previous: tệp này của kỳ 2026-Y, cần kỳ 2027-Q1" in err


def test_show_says_how_a_report_becomes_data(run: Run, tmp_path: Path) -> None:
    now = _store(tmp_path / "h1.yaml", period="2027-H1")
    (tmp_path / "q1.docx").write_bytes(b"")
    code, _, err = run("show", now, "--previous", "q1.docx")
    assert code == 2
    assert "--previous cần tệp tiến độ" in err
    assert "vanban import" in err


def _order(folder: Path) -> Path:
    path = folder / "viec.yaml"
    named = f"plans: {PLAN.as_posix()}\nunits: {UNITS.as_posix()}\nperiod: 2027-H1\nregime: bo-noi-vu\n"
    path.write_text(f"format: 1\ndo: progress\n{named}only: [so-gddt]\nprevious: truoc\n", "utf-8")
    return path


def test_what_was_finished_before_is_taken_over_as_new_progress_does(run: Run, tmp_path: Path) -> None:
    (tmp_path / "truoc").mkdir()
    before = told(0, plan={"document": "cu.yaml", "hash": "0" * 64})
    (tmp_path / "truoc" / "a.yaml").write_text(dump_document(before, "a.yaml"), "utf-8")
    order = _order(tmp_path)
    assert run("batch", order, "-o", "ra", "--jobs", 1)[0] == 0
    asked = ("--from", PLAN, "--unit", "so-gddt", "--previous", "truoc", "--period", "2027-H1", "--regime", "bo-noi-vu")
    assert run("new", "progress", "--units", UNITS, *asked, "-o", "mau/so-gddt_2027-h1.xlsx")[0] == 0
    made, other = (tmp_path / folder / "so-gddt_2027-h1.xlsx" for folder in ("ra", "mau"))
    assert made.read_bytes() == other.read_bytes()
    sheet = _tasks(made)
    assert any(str(row[15].value).startswith("Chuyển từ báo cáo quý I năm 2027") for row in sheet.iter_rows(min_row=4))
    assert "xem lại nhiệm vụ chuyển sang" in (tmp_path / "ra" / "bang_ke.csv").read_text("utf-8-sig")


def test_files_of_another_period_are_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "truoc").mkdir()
    (tmp_path / "truoc" / "a.yaml").write_text(dump_document(told(0, period="2026-Y"), "a.yaml"), "utf-8")
    order = _order(tmp_path)
    code, _, err = run("batch", order, "-o", "ra", "--jobs", 1)
    assert code != 0
    assert "là của kỳ 2026-Y, cần kỳ 2027-Q1" in err
