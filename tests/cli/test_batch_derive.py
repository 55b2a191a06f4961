"""``do: derive`` of a batch: the same files as ``vanban derive``, lists over all units included."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.reports.grounds import DATA

PROVINCE = DATA / "plans" / "ke_hoach_cchc_tinh_2027.yaml"
UNITS = DATA / "registers" / "units.yaml"
ORDER = f"""\
format: 1
do: derive
parents: {PROVINCE.as_posix()}
units: {UNITS.as_posix()}
on: 2026-12-07
check: false
"""
DERIVE = ("derive", PROVINCE, "--units", UNITS, "--on", "2026-12-07", "-o", "mau")


def _order(folder: Path, more: str = "", text: str = ORDER) -> Path:
    path = folder / "viec.yaml"
    path.write_text(f"{text}{more}\n", "utf-8")
    return path


def _made(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file() and "bang_ke" not in path.name}


def test_a_batch_of_all_units_is_what_derive_writes(run: Run, tmp_path: Path) -> None:
    code, _, err = run("batch", _order(tmp_path), "-o", "ra", "--jobs", 1)
    assert code == 1, err
    assert run(*DERIVE, "--all")[0] == 1
    assert _made(tmp_path / "ra") == _made(tmp_path / "mau")
    assert "coverage.docx" in _made(tmp_path / "ra")
    table = (tmp_path / "ra" / "bang_ke.csv").read_text("utf-8-sig")
    assert "việc cần quyết định (" in table
    assert '"units.yaml, so-noi-vu",so-noi-vu.docx; so-noi-vu.yaml,' in table


def test_chosen_units_as_workbooks_and_resumed(run: Run, tmp_path: Path) -> None:
    order = _order(tmp_path, "only: [so-noi-vu, Sở Giáo dục và Đào tạo]\nform: xlsx")
    run("batch", order, "-o", "ra", "--jobs", 1)
    run(*DERIVE, "--unit", "so-noi-vu", "--unit", "so-gddt", "--format", "xlsx")
    made = _made(tmp_path / "ra")
    assert made == _made(tmp_path / "mau")
    assert "so-noi-vu.xlsx" in made
    (tmp_path / "ra" / "so-gddt.docx").unlink()
    assert "2 giữ nguyên" in run("batch", order, "-o", "ra", "--jobs", 1, "--resume")[1]
    assert _made(tmp_path / "ra") == made


def test_units_without_work_are_told_and_written_nothing(run: Run, tmp_path: Path) -> None:
    plan = tmp_path / "ke_hoach.yaml"
    plan.write_text(
        "format: 1\nkind: plan\nissuer: {name: UBND tỉnh Sông Vân}\nsubject: Cải cách hành chính năm 2027\n", "utf-8"
    )
    order = _order(tmp_path, text=ORDER.replace(PROVINCE.as_posix(), "ke_hoach.yaml"))
    code, out, err = run("batch", order, "-o", "ra", "--jobs", 1)
    assert code == 0, err
    assert not list((tmp_path / "ra").glob("*.docx"))
    table = (tmp_path / "ra" / "bang_ke.csv").read_text("utf-8-sig")
    assert '"units.yaml, so-noi-vu",,xong,"văn bản cấp trên không giao việc, không lập kế hoạch"' in table
    count = out.split()[2].rstrip(":")
    assert f"{count} giữ nguyên" in run("batch", order, "-o", "ra", "--jobs", 1, "--resume")[1]


@pytest.mark.parametrize(
    ("change", "code", "told"),
    [
        (("on: 2026-12-07\n", ""), 3, "on"),
        (("check: false", "only: [so-la]"), 3, "dòng 6, only: lỗi: danh bạ không có đơn vị «so-la»"),
        (("check: false", "rules: khong_co.yaml"), 3, "không tìm thấy tệp"),
        ((PROVINCE.as_posix(), "khong_co.docx"), 3, "không có tệp nào theo mẫu tên này"),
        (("check: false", "form: docx"), 3, "form"),
    ],
)
def test_a_faulty_order_is_told_before_anything_is_made(
    run: Run, tmp_path: Path, change: tuple[str, str], code: int, told: str
) -> None:
    found, _, err = run("batch", _order(tmp_path, text=ORDER.replace(*change)), "-o", "ra", "--jobs", 1)
    assert (found, told in err) == (code, True), err
    assert not (tmp_path / "ra").exists()
