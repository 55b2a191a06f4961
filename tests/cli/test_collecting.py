"""What lies in a folder of received files, and what the list of days says of it: nothing is passed over in silence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.model.progress import Progress
from generator.model.store import dump_document
from generator.registers.units import Unit
from tests.cli.conftest import Run
from tests.reports.grounds import DATA, ground

PLAN = DATA / "plans" / "ke_hoach_cchc_2027.yaml"
UNITS = DATA / "registers" / "units.yaml"
REGIME = "so-gddt-song-van"
GROUND = ground(REGIME)
SCHOOLS = list(GROUND.directory.members("truong-thpt", GROUND.regime.period_dates("2027-Q1").end, "so-gddt"))[:4]
NAMED = [word for unit in SCHOOLS for word in ("--from", unit.id)]
FIRST, SECOND, THIRD, FOURTH = SCHOOLS
CHOSEN = f"Chế độ báo cáo: {REGIME}"


def _write(folder: Path, unit: Unit, **more: Any) -> None:
    told = {"unit": unit.id, "unit_name": unit.name, "regime": REGIME, "period": "2027-Q1", **more}
    folder.mkdir(exist_ok=True)
    (folder / f"{unit.id}.yaml").write_text(dump_document(Progress.model_validate(told), "x.yaml"), "utf-8")


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    """The folder into which all schools have sent their file."""
    for unit in SCHOOLS:
        _write(tmp_path / "tien_do", unit)
    return tmp_path / "tien_do"


def _aggregate(run: Run, *more: str | Path, folder: str = "tien_do") -> tuple[int, str]:
    code, out, err = run(
        "aggregate", folder, "--plan", PLAN, *NAMED, "--units", UNITS, "--period", "2027-Q1", "--on", "2027-03-18",
        "-o", "ra", *more,
    )  # fmt: skip
    return code, out + err


def _remind(run: Run, *more: str | Path, folder: str = "tien_do") -> tuple[int, str]:
    code, out, err = run(
        "remind", PLAN, "--progress", folder, *NAMED, "--units", UNITS, "--period", "2027-Q1", "--on", "2027-03-18",
        "-o", "ra", *more,
    )  # fmt: skip
    return code, out + err


def _listed(folder: Path, *rows: str) -> list[str]:
    (folder / "nhan.csv").write_text("\n".join(["Đơn vị,Ngày nhận,Gia hạn đến", *rows]), "utf-8")
    return ["--received", "nhan.csv"]


# ---- The list of days ------------------------------------------------------------------------------------------------


def test_a_list_that_names_all_units_is_silent(run: Run, sent: Path, tmp_path: Path) -> None:
    rows = (
        f"{FIRST.id},13/3/2027,",
        f"{SECOND.name},14/3/2027,",
        f"{THIRD.id}.yaml,15/3/2027,",
        f"{FOURTH.id},17/3/2027,",
    )
    _, said = _aggregate(run, *_listed(tmp_path, *rows))
    assert "4/4 đơn vị, 1 đơn vị chậm" in said
    assert "nhan.csv" not in said


@pytest.mark.parametrize("command", [_aggregate, _remind])
def test_rows_that_name_nobody_are_told_with_their_cell(run: Run, sent: Path, tmp_path: Path, command: Any) -> None:
    rows = [f"{unit.id},13/3/2027," for unit in SCHOOLS[1:]]
    _, said = command(run, *_listed(tmp_path, f"{FIRST.name} A,17/3/2027,", ",13/3/2027,", *rows))
    assert "nhan.csv, CSV!A2: cảnh báo: không rõ hàng này của đơn vị nào, không dùng ngày ghi ở đây" in said
    assert f"gặp: «{FIRST.name} A»" in said
    assert f"(ý bạn là «{FIRST.name}»?)" in said
    assert "nhan.csv, CSV!A3: cảnh báo: hàng có ngày mà không ghi đơn vị hay tệp" in said
    assert f"không ghi ngày nhận báo cáo của 1 đơn vị, chưa rõ có chậm hay không; gặp: {FIRST.name}" in said


def test_two_days_of_one_unit_and_a_day_after_the_report_are_told(run: Run, sent: Path, tmp_path: Path) -> None:
    rows = [f"{THIRD.id},13/3/2027,", f"{FOURTH.id},13/3/2027,", f"{FIRST.id},13/3/2027,", f"{FIRST.name},17/3/2027,"]
    _, said = _aggregate(run, *_listed(tmp_path, *rows, f"{SECOND.id},19/3/2027,"))
    assert f"nhan.csv, CSV!A5, {FIRST.name}: cảnh báo: đơn vị có nhiều ngày nhận" in said
    assert "gặp: CSV!A4: 13/03/2027, CSV!A5: 17/03/2027" in said
    assert "nhan.csv, CSV!A6: cảnh báo: ngày nhận sau ngày lập báo cáo; gặp: 19/03/2027" in said
    _, said = _remind(run, *_listed(tmp_path, f"{SECOND.id},19/3/2027,"))
    assert "sau ngày lập" not in said


def test_a_unit_that_is_listed_and_has_no_file_is_told(run: Run, sent: Path, tmp_path: Path) -> None:
    (sent / f"{FIRST.id}.yaml").unlink()
    rows = [f"{unit.id},13/3/2027," for unit in SCHOOLS]
    for command, more in ((_aggregate, ["--allow-missing"]), (_remind, [])):
        _, said = command(run, *more, *_listed(tmp_path, *rows))
        assert f"nhan.csv, CSV!A2, {FIRST.name}: cảnh báo: ghi đã nhận báo cáo, nhưng không có tệp nào" in said


# ---- The folder ------------------------------------------------------------------------------------------------------


def test_all_units_are_reminded_where_nobody_has_sent_anything(run: Run, tmp_path: Path) -> None:
    (tmp_path / "trong").mkdir()
    code, said = _remind(run, folder="trong")
    assert code == 1, said
    assert "4 đơn vị được đôn đốc: 4 chưa gửi báo cáo" in said
    assert "trong, cả tệp: gợi ý: thư mục không có tệp nào của đơn vị" in said
    assert CHOSEN in said
    assert _aggregate(run, "--allow-missing", folder="trong")[0] == 2


@pytest.mark.parametrize("command", [_aggregate, _remind])
def test_a_folder_that_is_not_there_is_refused(run: Run, command: Any) -> None:
    code, said = command(run, folder="khong_co")
    assert code == 2
    assert "khong_co: không có tệp hay thư mục này" in said


def test_reports_alone_are_read_by_the_regime_of_who_receives_them(run: Run, sent: Path, tmp_path: Path) -> None:
    told = [word for unit in SCHOOLS for word in ("--progress", sent / f"{unit.id}.yaml")]
    assert run("report", PLAN, *told, "--units", UNITS, "--on", "2027-03-15", "-o", "bao_cao")[0] == 1
    for data in (tmp_path / "bao_cao").glob("*.yaml"):
        data.unlink()
    _, said = _aggregate(run, folder="bao_cao")
    assert "4/4 đơn vị" in said
    assert CHOSEN in said


def test_what_the_office_made_is_passed_over_with_a_word(run: Run, sent: Path, tmp_path: Path) -> None:
    _aggregate(run)
    for path in (tmp_path / "ra").glob("*_tong_hop_*"):
        (sent / path.name).write_bytes(path.read_bytes())
    _, said = _aggregate(run)
    assert "so_tong_hop_so-gddt_2027-q1.xlsx, cả tệp: gợi ý: sổ tổng hợp do chương trình lập" in said
    assert "tien_do_tong_hop_so-gddt_2027-q1.yaml, cả tệp, Sở Giáo dục và Đào tạo: gợi ý: tệp của chính cơ quan" in said
    assert "biểu không có cột này" not in said


def test_a_task_that_the_plan_of_the_unit_lacks_is_told(run: Run, sent: Path, tmp_path: Path) -> None:
    run("derive", PLAN, "--unit", FIRST.id, "--units", UNITS, "--on", "2026-12-28", "-o", "ke_hoach")
    _write(sent, FIRST, tasks=[{"task": "NV99", "status": "done", "done": "2027-02-01"}])
    code, said = _aggregate(run, "--plans", "ke_hoach")
    assert code == 1
    assert f"{FIRST.id}.yaml, nhiệm vụ NV99, {FIRST.name}: lỗi: kế hoạch của đơn vị không có nhiệm vụ này" in said


def test_a_workbook_as_the_last_period_is_doubted(run: Run, sent: Path) -> None:
    asked = ("--from", PLAN, "--unit", "so-gddt", "--units", UNITS, "--regime", REGIME, "--period", "2026-Y")
    assert run("new", "progress", *asked, "-o", "rieng.xlsx")[0] == 0
    _, said = _aggregate(run, "--previous", "rieng.xlsx")
    assert "rieng.xlsx, cả tệp: cảnh báo: tệp của --previous là biểu tiến độ, có thể chỉ là số liệu riêng" in said


def test_a_workbook_without_tasks_is_told_when_it_is_made(run: Run) -> None:
    asked = ("--from", PLAN, "--units", UNITS, "--regime", "bo-noi-vu", "--period", "2027-Q1")
    code, _, said = run("new", "progress", *asked, "--unit", "so-tu-phap", "-o", "trong.xlsx")
    assert code == 0
    assert "kế hoạch đã nêu không giao nhiệm vụ nào cho đơn vị" in said
    assert "gặp: Sở Tư pháp" in said
    assert "không giao nhiệm vụ" not in run("new", "progress", *asked, "--unit", "so-gddt", "-o", "so.xlsx")[2]
