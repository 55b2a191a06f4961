"""A progress workbook saved in another form is known for one, and nothing else is."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from generator.office import find_soffice
from generator.workbook.progress.other_forms import is_progress_in_other_form
from generator.workbook.progress.writer import write_progress
from generator.workbook.writer import dump_workbook
from tests.cli.conftest import Run, run  # noqa: F401  the fixture
from tests.reports.grounds import DATA, sample_plan
from tests.workbook.progress.filled import agreeing, setting

UNITS = DATA / "registers" / "units.yaml"
PLAN = DATA / "plans" / "ke_hoach_cchc_2027.yaml"
ADVICE = "lưu lại thành .xlsx rồi dùng tệp ấy"
CSV = "TIẾN ĐỘ THỰC HIỆN KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH,,\nTrường,Giá trị,Ghi chú\n"


def _saved_as(suffix: str, data: bytes, folder: Path) -> bytes:
    """Return a workbook as LibreOffice saves it."""
    source = folder / "a.xlsx"
    source.write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(find_soffice()), profile, "--headless", "--convert-to", suffix, "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)  # noqa: S603 - our own command
    return (folder / f"a.{suffix}").read_bytes()


@pytest.mark.office
@pytest.mark.parametrize("suffix", ["xls", "ods", "csv"])
def test_what_libreoffice_makes_of_it_is_known(suffix: str, tmp_path: Path) -> None:
    book = _saved_as(suffix, write_progress(agreeing(), setting()), tmp_path)
    assert is_progress_in_other_form(book, f"a.{suffix}")
    other = _saved_as(suffix, dump_workbook(sample_plan()), tmp_path)
    assert not is_progress_in_other_form(other, f"a.{suffix}")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_csv_is_known_by_its_title_letters_lost_or_not(encoding: str) -> None:
    data = CSV.encode(encoding, "replace")
    assert is_progress_in_other_form(data, "a.CSV")
    assert not is_progress_in_other_form(data, "a.txt")
    assert not is_progress_in_other_form("Đơn vị,Ngày nhận\n".encode(encoding, "replace"), "a.csv")


def test_broken_files_are_none() -> None:
    assert not any(is_progress_in_other_form(b"PK\x03\x04", f"a{suffix}") for suffix in (".xls", ".ods", ".csv"))


@pytest.mark.parametrize("words", [("show",), ("import", "-o", "b.yaml"), ("render", "-o", "ra")])
def test_commands_say_what_to_do(run: Run, tmp_path: Path, words: tuple[str, ...]) -> None:  # noqa: F811
    (tmp_path / "a.csv").write_text(CSV, "utf-8")
    code, _, said = run(words[0], "a.csv", *words[1:])
    assert code == 2
    assert "biểu tiến độ ở dạng .csv không đọc được" in said
    assert ADVICE in " ".join(said.split())


def test_a_workbook_of_progress_is_no_document(run: Run, tmp_path: Path) -> None:  # noqa: F811
    (tmp_path / "a.xlsx").write_bytes(write_progress(agreeing(), setting()))
    for words in (("import", "a.xlsx", "-o", "b.yaml"), ("render", "a.xlsx", "-o", "ra")):
        code, _, said = run(*words)
        assert (code, "đây là biểu tiến độ của đơn vị, không phải văn bản" in said) == (2, True)


def test_none_in_a_folder_is_passed_over(run: Run, tmp_path: Path) -> None:  # noqa: F811
    folder = tmp_path / "nhan"
    folder.mkdir()
    (folder / "a.xlsx").write_bytes(write_progress(agreeing(), setting()))
    (folder / "so-tai-chinh.csv").write_text(CSV, "utf-8")
    (folder / "ngay_nhan.csv").write_text("Đơn vị,Ngày nhận\nso-gddt,2027-03-15\n", "utf-8")
    _, _, said = run(
        "aggregate", "nhan", "--issuer", "ubnd-tinh", "--from", "so-gddt", "--units", UNITS, "--period", "2027-Q1",
        "--on", "2027-03-18", "--received", "nhan/ngay_nhan.csv", "-o", "ra",
    )  # fmt: skip
    assert "so-tai-chinh.csv" in said
    assert ADVICE in " ".join(said.split())
    assert "ngay_nhan.csv," not in said
    code, _, said = run("report", PLAN, "--progress", "nhan/so-tai-chinh.csv", "--units", UNITS, "-o", "bc")
    assert (code, ADVICE in " ".join(said.split())) == (2, True)
