"""The directory of units as a workbook: nothing lost both ways, faults by cell."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from openpyxl.workbook import Workbook

from generator.errors import DataError
from generator.registers.store import load_register
from generator.registers.units import Signer, Unit, UnitClass, UnitDirectory
from generator.workbook.directory.reader import is_units_workbook, load_units
from generator.workbook.directory.sheets import SHEETS
from generator.workbook.directory.writer import dump_units
from tests.workbook.books import ROOT

FILE = ROOT / "data" / "registers" / "units.yaml"
SMALL = """
format: 1
classes: [{id: cac-phong, name: "Các phòng, ban", relative: true, of: [{level: division}]}]
units:
  - id: so
    name: Sở A
    aliases: ["Sở A, tỉnh B", Sở _x0041_]
    level: department
    parts: [{name: Phòng Một, head_title: Trưởng phòng}]
    default_recipients: [{name: UBND tỉnh, purpose: để báo cáo, group: superior}]
    archive: [VT, VP]
  - id: phong
    name: =Phòng B
    level: division
    administrative_parent: [{unit: so, valid_from: 2025-07-01}]
    signers: [{name: Nguyễn Văn A, position: Trưởng phòng}]
    classes: [cac-phong]
    valid_to: 2030-12-31
"""


def directory(text: str = SMALL) -> UnitDirectory:
    return load_register(text, "don_vi.yaml", UnitDirectory)


def edited(change: Callable[[Workbook], None]) -> bytes:
    book = openpyxl.load_workbook(BytesIO(dump_units(directory())))
    change(book)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def faults(change: Callable[[Workbook], None]) -> list[str]:
    with pytest.raises(DataError) as refused:
        load_units(edited(change), "don_vi.xlsx")
    assert all(one.place.file == "don_vi.xlsx" for one in refused.value.diagnostics)
    return [f"{one.place.field}: {one.message}" for one in refused.value.diagnostics]


@pytest.mark.parametrize("text", [SMALL, FILE.read_text("utf-8"), "format: 1\nunits: []\n"])
def test_a_directory_comes_back_as_it_was_and_in_the_same_bytes(text: str) -> None:
    units = directory(text)
    book = dump_units(units)
    assert load_units(book, "don_vi.xlsx") == units
    assert dump_units(load_units(book, "don_vi.xlsx")) == book


LINES = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=8).filter(
    lambda text: UnitClass(id="a", name=text).name == text
)


@settings(max_examples=20, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(st.lists(st.tuples(LINES, st.lists(LINES, max_size=3), LINES, st.dates(date(1945, 1, 1))), max_size=3))
def test_any_names_come_back(rows: list[tuple[str, list[str], str, date]]) -> None:
    units = tuple(
        Unit(
            id=f"u{number}",
            name=name,
            aliases=tuple(aliases),
            level="other",
            signers=(Signer(name=signer, position="A", valid_from=day),),
        )
        for number, (name, aliases, signer, day) in enumerate(rows)
    )
    whole = UnitDirectory(format=1, units=units)
    assert load_units(dump_units(whole), "a.xlsx") == whole


def test_every_column_has_a_title_of_its_own_and_a_note() -> None:
    book = openpyxl.load_workbook(BytesIO(dump_units(directory())))
    assert book.sheetnames == [sheet.name for sheet in SHEETS]
    for page in book.worksheets:
        titles = [cell.value for cell in page[1]]
        assert len(set(titles)) == len(titles)
        assert all(cell.comment and cell.comment.text for cell in page[1])


def test_columns_in_any_order_and_lists_that_are_not_there(tmp_path: Path) -> None:
    book = Workbook()
    book.remove(book.worksheets[0])
    units = book.create_sheet("Đơn vị")
    units.append(["Cấp", "Tên đầy đủ", "mã", "Tên gọi khác"])
    units.append(["sở ngành", "Sở A", "so-a", "Sở Một\nSở Hai"])
    units.append([None, None, None, None])
    units.append(["commune", "Ủy ban nhân dân xã B", "xa-b", None])
    book.create_sheet("Nhóm").append(["Mã", "Tên gọi"])
    book.save(tmp_path / "a.xlsx")
    read = load_units((tmp_path / "a.xlsx").read_bytes(), "a.xlsx")
    assert [(unit.id, unit.level, unit.aliases) for unit in read.units] == [
        ("so-a", "department", ("Sở Một", "Sở Hai")),
        ("xa-b", "commune", ()),
    ]


def _set(sheet: str, cell: str, value: str) -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        book[sheet][cell] = value

    return change


@pytest.mark.parametrize(
    ("sheet", "cell", "value", "said"),
    [
        ("Đơn vị", "A2", "Sở A", "Đơn vị!A2: mã chỉ gồm chữ thường không dấu, chữ số và các dấu - _ ."),
        ("Đơn vị", "B1", "Tên đủ", "Đơn vị!B1: trang này không có cột ấy"),
        ("Đơn vị", "B1", "Mã", "Đơn vị!B1: cột này có hai lần"),
        ("Trực thuộc", "B2", "so-b", "Trực thuộc!B2: không có đơn vị này"),
        (
            "Trực thuộc",
            "C2",
            "31/02/2025",
            "Trực thuộc!C2: ngày 31/02/2025 không có trong lịch: tháng 02 năm 2025 có 28 ngày",
        ),
        ("Trực thuộc", "C2", "7/2025", "Trực thuộc!C2: phải ghi đủ ngày, tháng, năm"),
        ("Người ký", "A2", "phong-b", "Người ký!A2: trang «Đơn vị» không có mã này"),
        ("Người ký", "A2", "", "Người ký!A2: thiếu mã"),
        ("Người ký", "C2", "", "Người ký!2: thiếu trường bắt buộc «Chức vụ»"),
        ("Nhóm", "D2", "đúng", "Nhóm!D2: ô này chỉ ghi «có» hoặc để trống"),
        ("Bộ phận", "B2", "=1/0", "Bộ phận!B2: ô có công thức chưa có kết quả"),
    ],
)
def test_faults_are_told_by_cell(sheet: str, cell: str, value: str, said: str) -> None:
    assert said in faults(_set(sheet, cell, value))


def test_a_level_that_is_none_is_a_fault_of_its_cell() -> None:
    (said, *_) = faults(_set("Đơn vị", "E2", "ấp"))
    assert said.startswith("Đơn vị!E2: ")


def test_only_a_directory_is_taken_for_one() -> None:
    book = dump_units(directory())
    assert is_units_workbook(book, "a.xlsx")
    assert not is_units_workbook(book, "a.yaml")
    assert not is_units_workbook(b"PK", "a.xlsx")
