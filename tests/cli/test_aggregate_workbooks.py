"""Fifty workbooks of units with a fault of each kind: every one is named with unit and cell, none enters a sum."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from random import Random

import openpyxl
import pytest

from generator.model.progress import Progress
from generator.model.store import load_progress
from generator.registers.units import Unit
from generator.workbook.progress.layout import Setting
from generator.workbook.progress.reader import read_progress
from generator.workbook.progress.writer import write_progress
from tests.cli.conftest import Run
from tests.reports.grounds import DATA, ON, ground
from tests.workbook.progress.filled import known
from tests.workbooks import saved

GROUND = ground("so-gddt-song-van")
_ALL = (*GROUND.directory.children("ubnd-tinh", ON), *GROUND.directory.children("so-gddt", ON)[-16:])
UNITS = [unit for unit in _ALL if unit.id != "so-gddt"]
ROWS = ((7, "4.3.1"), (7, "4.3.2"), (5, "2.2"), (4, "3.1"), (3, "3.3.1"), (3, "3.3.2"))


def _told(unit: Unit, seed: int, period: str = "2027-Q1") -> Progress:
    random = Random(seed)  # noqa: S311 - figures of a test
    online, asked = random.randint(20, 90), random.randint(5, 9)
    figures = {
        (7, "4.3.1"): online, (7, "4.3.2"): random.randint(1, online), (5, "2.2"): random.randint(0, 9),
        (4, "3.1"): 40 + seed, (3, "3.3.1"): asked, (3, "3.3.2"): random.randint(1, asked), (7, "2"): 100,
    }  # fmt: skip
    return Progress.model_validate(
        {
            "unit": unit.id, "unit_name": unit.name, "regime": "so-gddt-song-van", "period": period,
            "figures": [{"form": form, "code": code, "value": value} for (form, code), value in figures.items()],
        }
    )  # fmt: skip


def _book(unit: Unit, told: Progress, changes: Mapping[tuple[int, str], object] | None = None) -> bytes:
    """Return the workbook of a unit, with other content in the cells of some rows."""
    data = write_progress(told, Setting(GROUND.forms, GROUND.outline, unit.level, GROUND.regime))
    if not changes:
        return data
    cells = read_progress(data, "x.xlsx", known()).cells
    book = openpyxl.load_workbook(BytesIO(data))
    for row, value in changes.items():
        sheet, _, cell = cells[row].partition("!")
        book[sheet][cell] = value
    return saved(book)


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of what came: the workbooks of fifty units, eight of them faulty, one file too many, one missing."""
    folder = tmp_path_factory.mktemp("gui") / "tien_do"
    folder.mkdir()
    changes: dict[str, dict[tuple[int, str], object]] = {
        "so-khcn": {(7, "2"): 124},
        "so-cong-thuong": {(7, "4.3.2"): 5000},
        "thanh-tra-tinh": {(5, "2.2"): "khoảng 5"},
        "so-tu-phap": {(7, "4.3"): 12},
    }
    books = {}
    for seed, unit in enumerate(UNITS):
        period = "2027-H1" if unit.id == "so-xay-dung" else "2027-Q1"
        books[unit.id] = _book(unit, _told(unit, seed, period), changes.get(unit.id))
    del books["so-y-te"]
    books["so-vhttdl"], books["so-nnmt"] = books["so-nnmt"], books["so-vhttdl"]
    books["so-dttg_ban_2"] = books["so-dttg"]
    for name, data in books.items():
        (folder / f"{name}.xlsx").write_bytes(data)
    return folder


UNCOUNTED = {"so-xay-dung", "so-y-te", "so-vhttdl", "so-nnmt", "so-dttg"}


def _sum(form: int, code: str, without: set[str]) -> int:
    told = [_told(unit, seed).figure(form, code) for seed, unit in enumerate(UNITS) if unit.id not in without]
    return sum(int(one.value) for one in told if one and one.value is not None)


def test_every_seeded_fault_is_named_with_unit_and_cell_and_none_enters_a_sum(
    run: Run, sent: Path, tmp_path: Path
) -> None:
    named = [word for unit in UNITS for word in ("--from", unit.id)]
    arguments = ("--plan", DATA / "plans" / "ke_hoach_cchc_2027.yaml", "--units", DATA / "registers" / "units.yaml")
    code, out, err = run(
        "aggregate", sent, *arguments, "--period", "2027-Q1", "--on", "2027-03-18", "-o", "ra", "--allow-missing",
        *named,
    )  # fmt: skip
    said = out + err
    assert code == 1
    assert "45/50 đơn vị, 0 đơn vị chậm, 5 đơn vị chưa có" in said
    for words in (
        "so-khcn.xlsx, Biểu 7!D5, Sở Khoa học và Công nghệ: lỗi: tỷ lệ lớn hơn 100%; gặp: 124",
        "so-cong-thuong.xlsx, Biểu 7!D22, Sở Công Thương: lỗi: số liệu dòng này lớn hơn dòng 4.3.1; gặp: 4.3.2 = 5.000",
        "thanh-tra-tinh.xlsx, Biểu 5!D10, Thanh tra tỉnh Sông Vân: lỗi",
        "so-tu-phap.xlsx, Biểu 7!D20, Sở Tư pháp: lỗi",
        "so-xay-dung.xlsx, cả tệp, Sở Xây dựng: lỗi: tệp của kỳ khác",
        "so-vhttdl.xlsx, cả tệp, Sở Nông nghiệp và Môi trường: lỗi: tên tệp là của đơn vị khác",
        "so-nnmt.xlsx, cả tệp, Sở Văn hóa, Thể thao và Du lịch: lỗi: tên tệp là của đơn vị khác",
        "so-dttg.xlsx, cả tệp, Sở Dân tộc và Tôn giáo: lỗi: đơn vị có nhiều tệp",
        "so-dttg_ban_2.xlsx, cả tệp, Sở Dân tộc và Tôn giáo: lỗi: đơn vị có nhiều tệp",
    ):
        assert words in said
    (path,) = (tmp_path / "ra").glob("tien_do_*.yaml")
    told = load_progress(path.read_bytes(), path.name)
    for form, row in ROWS:
        of_share = {"so-cong-thuong", "so-tu-phap"}
        doubted = {(7, "4.3.1"): of_share, (7, "4.3.2"): of_share, (5, "2.2"): {"thanh-tra-tinh"}}
        figure = told.figure(form, row)
        assert figure is not None
        assert figure.value == _sum(form, row, UNCOUNTED | doubted.get((form, row), set())), (form, row)


def test_a_formula_that_a_unit_wrote_over_is_named_with_unit_and_cell(run: Run, tmp_path: Path) -> None:
    unit = UNITS[0]
    told = _told(unit, 0)
    data = _book(unit, told)
    book = openpyxl.load_workbook(BytesIO(data))
    sheet = book["Biểu 1"]
    rows = {str(row[0].value): row[3] for row in sheet.iter_rows(min_row=3) if row[0].value}
    rows["2"].value = 7
    (tmp_path / "tien_do").mkdir()
    (tmp_path / "tien_do" / f"{unit.id}.xlsx").write_bytes(saved(book))
    _, out, err = run(
        "aggregate", "tien_do", "--plan", DATA / "plans" / "ke_hoach_cchc_2027.yaml", "--from", unit.id,
        "--units", DATA / "registers" / "units.yaml", "--period", "2027-Q1", "--on", "2027-03-18", "-o", "ra",
    )  # fmt: skip
    cell = rows["2"].coordinate
    place = f"{unit.id}.xlsx, Biểu 1!{cell}, {unit.name}"
    assert f"{place}: cảnh báo: công thức của ô này đã bị thay hoặc bị xóa" in out + err
