"""What can hardly be meant is told as a hint with its cell; what offices write is not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from generator.workbook.reader import load_workbook
from generator.workbook.writer import dump_workbook
from tests.workbook.books import SAMPLES, Change, cell, edited, made, sample

HINTS: dict[str, tuple[Change, str]] = {
    "a unit among the products": (cell("Nhiệm vụ", "F3", "Văn phòng Sở"),
        "Nhiệm vụ!F3: gợi ý: ô của cột «Kết quả/sản phẩm» giống tên đơn vị"),
    "a product among the units": (cell("Nhiệm vụ", "K3", "Báo cáo kết quả"),
        "Nhiệm vụ!K3: gợi ý: ô của cột «Chủ trì» giống tên sản phẩm"),
    "a day a hundred years off": (cell("Nhiệm vụ", "I3", "30/6/1927"),
        "Nhiệm vụ!I3: gợi ý: thời hạn năm 1927 trong kế hoạch năm 2027"),
    "a time of another year": (cell("Nhiệm vụ", "H3", "Quý II/2037"), "Nhiệm vụ!H3: gợi ý: thời hạn năm 2037"),
    "a share above all": (cell("Chỉ tiêu", "E3", "985"), "Chỉ tiêu!E3: gợi ý: tỷ lệ lớn hơn 100%"),
    "thousands with a comma": (lambda book: _set(book, "Chỉ tiêu", E3="1,250", F3="thửa"),
        "Chỉ tiêu!E3: gợi ý: số có ba chữ số sau dấu phẩy; gặp: «1,250» (hàng nghìn thì viết dấu chấm: 1.250)"),
    "a unit of measure misspelt": (cell("Chỉ tiêu", "F3", "phần chăm"),
        "Chỉ tiêu!F3: gợi ý: đơn vị tính lạ; gặp: «phần chăm» (ý bạn là «phần trăm»?)"),
    "an appendix that is a file": (lambda book: book["Nội dung"].append(["Phụ lục", "[[kh.xlsx]]"]) or _up(book),
        "chọn Cấp «Kèm theo tệp», Tiêu đề «kh.xlsx»"),
    "signs that nobody sees": (cell("Nhiệm vụ", "D3", "Rà\u200b soát\ufeff"), "Nhiệm vụ!D3: gợi ý: ký tự ẩn"),
}  # fmt: skip


def _set(book: openpyxl.Workbook, sheet: str, **cells: Any) -> None:
    for reference, value in cells.items():
        book[sheet][reference] = value


def _up(book: openpyxl.Workbook) -> None:
    """Put the row that was added at the end, behind the rows that are only formatted, below the last written one."""
    sheet = book["Nội dung"]
    words = [one.value for one in sheet[sheet.max_row]]
    sheet.delete_rows(sheet.max_row)
    place = next(row for row in range(3, 200) if not sheet.cell(row, 1).value)
    for column, word in enumerate(words, start=1):
        sheet.cell(place, column).value = word


def _told(change: Change) -> list[str]:
    return [str(one).removeprefix("a.xlsx, ") for one in load_workbook(edited(made(), change), "a.xlsx")[1]]


@pytest.mark.parametrize(("change", "message"), HINTS.values(), ids=HINTS)
def test_what_can_hardly_be_meant_is_told_with_its_cell(change: Callable[..., Any], message: str) -> None:
    found = _told(change)
    assert len(found) == 1, found
    assert message in found[0]


@pytest.mark.parametrize("words", ["Số liệu báo cáo", "Phòng, chống tham nhũng", "Ban hành quyết định", "Bộ tiêu chí"])
def test_products_that_begin_like_units_are_left_alone(words: str) -> None:
    assert _told(cell("Nhiệm vụ", "F3", words)) == []


@pytest.mark.parametrize("unit", ["%", "Thủ tục", "ngày làm việc", "cuộc họp", "điểm", "hộ", "m2", "km"])
def test_units_of_measure_that_offices_use_are_left_alone(unit: str) -> None:
    assert _told(cell("Chỉ tiêu", "F3", unit)) == []


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_nothing_is_doubted_in_a_sample(path: Path) -> None:
    assert load_workbook(dump_workbook(sample(path)), "a.xlsx")[1] == ()


def test_signs_that_the_document_itself_has_stay() -> None:
    document = made(subject="Cải\u200b cách")
    assert load_workbook(dump_workbook(document), "a.xlsx") == (document, ())
