"""The progress workbook from the command line: made for one unit or all, converted, shown, reported from."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from generator.model.store import dump_document, load_progress
from generator.workbook.progress.writer import write_progress
from tests.cli.conftest import Run
from tests.reports.grounds import DATA, sample_plan
from tests.workbook.progress.filled import agreeing, cells, edited, setting

PLAN = DATA / "plans" / "ke_hoach_cchc_2027.yaml"
UNITS = DATA / "registers" / "units.yaml"
FOR = ("--from", PLAN, "--units", UNITS)


def _sheets(path: Path) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(path.read_bytes()))


def _codes(path: Path) -> list[object]:
    return [row[0].value for row in _sheets(path)["Nhiệm vụ"].iter_rows(min_row=4) if row[0].value]


def test_a_unit_gets_the_tasks_of_its_own_plan(run: Run, tmp_path: Path) -> None:
    code, out, err = run("new", "progress", *FOR, "--unit", "so-gddt", "--period", "2027-q1", "-o", "q1.xlsx")
    assert (code, out) == (0, "Đã ghi: q1.xlsx\n"), err
    assert _codes(tmp_path / "q1.xlsx") == [task.id for task in sample_plan().tasks]
    assert _sheets(tmp_path / "q1.xlsx")["Thông tin"]["B11"].value == "2027-Q1"


def test_a_unit_below_gets_the_tasks_that_it_leads(run: Run, tmp_path: Path) -> None:
    assert run("new", "progress", *FOR, "--unit", "thpt-song-van", "--period", "2027-Q1", "-o", "q1.xlsx")[0] == 0
    codes = _codes(tmp_path / "q1.xlsx")
    assert codes
    assert len(codes) < len(sample_plan().tasks)


def test_every_unit_below_gets_a_workbook(run: Run, tmp_path: Path) -> None:
    code, _, err = run("new", "progress", *FOR, "--all", "--period", "2027-Q1", "-o", "bieu")
    names = {path.name for path in (tmp_path / "bieu").iterdir()}
    assert code == 0, err
    assert "thpt-song-van_2027-q1.xlsx" in names
    assert "so-gddt_2027-q1.xlsx" not in names


def test_each_plan_of_a_folder_is_its_own_units(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "ke_hoach"
    folder.mkdir()
    (folder / "so-gddt.yaml").write_bytes(PLAN.read_bytes())
    code, _, err = run("new", "progress", "--from", folder, "--units", UNITS, "--all", "--period", "2027-Q1", "-o", "b")
    assert code == 0, err
    assert [path.name for path in (tmp_path / "b").iterdir()] == ["so-gddt_2027-q1.xlsx"]
    assert len(_codes(tmp_path / "b" / "so-gddt_2027-q1.xlsx")) == len(sample_plan().tasks)


def test_a_period_of_another_year_than_the_plan_is_told(run: Run) -> None:
    code, _, err = run("new", "progress", *FOR, "--unit", "so-gddt", "--period", "2028-Q1", "-o", "q1.xlsx")
    assert code == 0
    assert "kỳ 2028-Q1 không thuộc năm của kế hoạch này; gặp: kế hoạch năm 2027" in " ".join(err.split())


def test_days_that_two_periods_share_are_told(run: Run) -> None:
    asked = ("--unit", "so-gddt", "--period", "2027-Q1", "--regime", "so-chot-ngay-10", "-o", "q1.xlsx")
    code, _, err = run("new", "progress", *FOR, *asked)
    assert code == 0
    assert "ngày 10/12/2026 thuộc cả kỳ năm 2026 và kỳ quý I năm 2027" in err


def test_figures_of_the_last_period_stand_beside(run: Run, tmp_path: Path) -> None:
    (tmp_path / "q1.yaml").write_text(dump_document(agreeing(), "q1.yaml"), "utf-8")
    asked = ("--unit", "so-gddt", "--period", "2027-H1", "--previous", "q1.yaml", "-o", "h1.xlsx")
    assert run("new", "progress", *FOR, *asked)[0] == 0
    sheet = _sheets(tmp_path / "h1.xlsx")["Biểu 1"]
    told = agreeing().figure(1, "1")
    assert told
    assert sheet["F3"].value == "Kỳ trước"
    assert sheet["F4"].value == str(told.value)
    assert sheet["F4"].protection.locked


@pytest.mark.parametrize(
    ("asked", "code", "message"),
    [
        (("--period", "2027-Q1", "--unit", "so-gddt"), 2, "cần --from KẾ_HOẠCH, --units DANH_MỤC và --period KỲ"),
        ((*FOR, "--period", "2027-Q1"), 2, "cần một trong hai: --unit ĐƠN_VỊ hoặc --all"),
        ((*FOR, "--period", "2027-Q2", "--unit", "so-gddt"), 3, "không có kỳ báo cáo «2027-Q2»"),
        ((*FOR, "--period", "2027-Q1", "--unit", "so-la"), 2, "danh bạ không có đơn vị «so-la»"),
        ((*FOR, "--period", "2027-Q1", "--unit", "so-gddt", "--regime", "la"), 3, "không có chế độ báo cáo «la»"),
    ],
)
def test_what_is_missing_or_unknown_is_told(
    run: Run, tmp_path: Path, asked: tuple[str | Path, ...], code: int, message: str
) -> None:
    found, _, err = run("new", "progress", *asked, "-o", "q1.xlsx")
    assert found == code
    assert message in err
    assert not (tmp_path / "q1.xlsx").exists()


def test_options_of_a_progress_workbook_are_for_it_alone(run: Run) -> None:
    code, _, err = run("new", "plan", "--period", "2027-Q1", "--all", "-o", "a.xlsx")
    assert code == 2
    assert "--all, --period chỉ dùng với «vanban new progress»" in err


def test_a_workbook_that_is_there_is_not_replaced(run: Run, tmp_path: Path) -> None:
    (tmp_path / "q1.xlsx").write_text("cũ")
    code, _, err = run("new", "progress", *FOR, "--unit", "so-gddt", "--period", "2027-Q1", "-o", "q1.xlsx")
    assert (code, (tmp_path / "q1.xlsx").read_text()) == (2, "cũ")
    assert "tệp đã có, không ghi đè" in err


def test_it_is_converted_both_ways_without_loss(run: Run, tmp_path: Path) -> None:
    told = write_progress(agreeing(), setting())
    (tmp_path / "a.xlsx").write_bytes(told)
    assert run("convert", "a.xlsx", "a.yaml")[0] == 0
    assert load_progress((tmp_path / "a.yaml").read_bytes(), "a.yaml") == agreeing()
    assert run("convert", "a.yaml", "b.xlsx", "--plan", PLAN, "--units", UNITS)[0] == 0
    assert (tmp_path / "b.xlsx").read_bytes() == told
    assert run("convert", "a.yaml", "c.xlsx")[0] == run("convert", "c.xlsx", "c.yaml")[0] == 0
    assert (tmp_path / "c.yaml").read_bytes() == (tmp_path / "a.yaml").read_bytes()


def test_faults_are_told_by_cell_and_noted_in_a_copy(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(edited(cells({"Biểu 1!D12": "bảy", "Nhiệm vụ!F4": "xong"})))
    code, _, err = run("convert", "a.xlsx", "a.yaml", "--annotate", "loi")
    assert code == 3
    assert "a.xlsx, Biểu 1!D12: lỗi: ô này cần một số; gặp: «bảy»" in err
    assert "a.xlsx, Nhiệm vụ!F4: lỗi: không rõ tình trạng; gặp: «xong»" in err
    assert not (tmp_path / "a.yaml").exists()
    note = _sheets(tmp_path / "loi" / "a.xlsx")["Biểu 1"]["D12"].comment
    assert note is not None
    assert "LỖI: ô này cần một số" in note.text


def test_it_is_shown_in_numbers(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(write_progress(agreeing(), setting()))
    (tmp_path / "a.yaml").write_text(dump_document(agreeing(), "a.yaml"), "utf-8")
    code, out, _ = run("show", "a.xlsx")
    assert code == 0
    assert "Nhiệm vụ: 42, tính đến hết ngày 14/3/2027: 16 hoàn thành đúng hạn, 24 đang thực hiện" in out
    assert "Lỗi: 0; chỗ cần xem lại: 0" in out
    assert "16 đã hoàn thành" in run("show", "a.yaml")[1]


def test_it_is_shown_as_json_with_its_faults(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(edited(cells({"Biểu 7!D5": 124})))
    code, out, _ = run("show", "a.xlsx", "--json")
    told = json.loads(out)
    assert code == 1
    assert told["states"]["hoàn thành đúng hạn"] == 16
    assert [one["place"]["field"] for one in told["diagnostics"]] == ["Biểu 7!D5"]


def test_a_report_is_made_from_it(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(write_progress(agreeing(), setting()))
    code, _, err = run("report", PLAN, "--progress", "a.xlsx", "--units", UNITS, "--on", "2027-03-16", "-o", "ra")
    assert code == 0, err
    assert (tmp_path / "ra" / "bao_cao_so-gddt_2027-q1.docx").exists()
