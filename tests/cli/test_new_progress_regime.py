"""Under which regime the workbooks of units are made: named, of the project file, of the office reported to."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from generator.model.store import load_progress
from tests.cli.conftest import Run
from tests.reports.grounds import DATA

FOR = (
    "new",
    "progress",
    "--from",
    DATA / "plans" / "ke_hoach_cchc_2027.yaml",
    "--units",
    DATA / "registers" / "units.yaml",
)
REGIME = """
  - id: {id}
    name: Chế độ thử
    source: Tự đặt
    confidence: I
    receiver: {receiver}
    periods:
      - {{id: Q1, label: "quý I năm {{year}}", next_label: "quý II năm {{year}}", send_by: {{day: 10, month: 3}}}}
"""


def _regimes(folder: Path, *regimes: tuple[str, str]) -> Path:
    path = folder / "che_do.yaml"
    listed = "".join(REGIME.format(id=id, receiver=receiver) for id, receiver in regimes)
    path.write_text(f"format: 1\nregimes:{listed}", "utf-8")
    return path


def _made(run: Run, *words: object) -> tuple[str, str]:
    """Return the regime of the workbook of a unit, and what was said."""
    code, _, said = run(*FOR, "--period", "2027-Q1", "-o", "q1.yaml", *words)
    assert code == 0, said
    progress = load_progress(Path("q1.yaml").read_bytes(), "q1.yaml")
    Path("q1.yaml").unlink()
    return progress.regime, " ".join(said.split())


def test_the_office_reported_to_names_the_regime(run: Run) -> None:
    regime, said = _made(run, "--unit", "thpt-song-van")
    assert regime == "so-gddt-song-van"
    assert "vì báo cáo gửi Sở Giáo dục và Đào tạo; chọn chế độ khác bằng --regime" in said
    regime, said = _made(run, "--unit", "so-gddt")
    assert (regime, "Bộ Nội vụ), mặc định" in said) == ("bo-noi-vu", True)


def test_all_units_below_report_to_who_issued_the_plan(run: Run, tmp_path: Path) -> None:
    code, _, said = run(*FOR, "--all", "--period", "2027-Q1", "-o", "bieu")
    assert code == 0, said
    book = openpyxl.load_workbook(BytesIO((tmp_path / "bieu" / "thpt-song-van_2027-q1.xlsx").read_bytes()))
    assert book["Thông tin"]["B9"].value == "so-gddt-song-van"


def test_the_project_file_comes_before_and_the_option_before_both(run: Run, tmp_path: Path) -> None:
    (tmp_path / "vanban.toml").write_text('[report]\nregime = "so-chot-ngay-10"\n', "utf-8")
    regime, said = _made(run, "--unit", "thpt-song-van")
    assert (regime, "theo [report] regime của vanban.toml" in said) == ("so-chot-ngay-10", True)
    assert _made(run, "--unit", "thpt-song-van", "--regime", "so-gui-truoc-ngay-10")[0] == "so-gui-truoc-ngay-10"


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ('regime = "so-chot"', "không có chế độ báo cáo «so-chot»"),
        ("regime = 7", "khóa «regime» phải là mã chế độ báo cáo"),
        ('regimen = "a"', "[report] không có khóa «regimen»"),
    ],
)
def test_a_faulty_project_file_is_refused(run: Run, tmp_path: Path, table: str, message: str) -> None:
    (tmp_path / "vanban.toml").write_text(f"[report]\n{table}\n", "utf-8")
    code, _, said = run(*FOR, "--unit", "so-gddt", "--period", "2027-Q1", "-o", "q1.xlsx")
    assert code != 0
    assert message in said
    assert not (tmp_path / "q1.xlsx").exists()


def test_an_unknown_regime_is_refused_with_all_names(run: Run) -> None:
    code, _, said = run(*FOR, "--unit", "so-gddt", "--period", "2027-Q1", "--regime", "so-hai", "-o", "q1.xlsx")
    said = " ".join(said.split())
    assert code != 0
    assert "so-hai-ky (Ví dụ chế độ riêng của một sở, chỉ báo cáo hai kỳ)" in said
    assert "bo-noi-vu (" in said


def test_own_regimes(run: Run, tmp_path: Path) -> None:
    only = _regimes(tmp_path, ("rieng", "so-tai-chinh"))
    assert _made(run, "--unit", "so-gddt", "--regimes", only)[0] == "rieng"
    several = _regimes(tmp_path, ("mot", "ubnd-tinh"), ("hai", "ubnd-tinh"))
    code, _, said = run(
        *FOR, "--unit", "so-gddt", "--period", "2027-Q1", "--regimes", several, "-o", "q1.xlsx"
    )  # fmt: skip
    assert (code, "nơi nhận báo cáo có nhiều chế độ báo cáo: mot, hai" in said) == (2, True)


def test_own_regimes_are_added_to_those_that_are_there(run: Run, tmp_path: Path) -> None:
    own = _regimes(tmp_path, ("rieng", "ubnd-tinh"))
    asked = ("--unit", "so-gddt", "--regimes", own)
    assert _made(run, *asked, "--regime", "bo-noi-vu")[0] == "bo-noi-vu"
    same = _regimes(tmp_path, ("bo-noi-vu", "ubnd-tinh"))
    assert "Chế độ thử" in _made(run, "--unit", "so-gddt", "--regimes", same)[1]


def test_a_regime_without_a_cut_off_day_names_none(run: Run, tmp_path: Path) -> None:
    asked = ("--unit", "thpt-song-van", "--period", "2027-Y", "--regime", "so-gui-truoc-ngay-10")
    assert run(*FOR, *asked, "-o", "nam.xlsx")[0] == 0
    sheet = openpyxl.load_workbook(BytesIO((tmp_path / "nam.xlsx").read_bytes()))["Thông tin"]
    rows = {row[0].value: row[1].value for row in sheet.iter_rows(min_row=4) if row[0].value}
    assert "Ngày chốt số liệu" not in rows
    assert f"{rows['Tính đến hết ngày']:%d/%m/%Y}" == "09/12/2027"
    code, out, said = run("show", "nam.xlsx")
    assert (code, "tính đến hết ngày 09/12/2027" in out) == (0, True), said
