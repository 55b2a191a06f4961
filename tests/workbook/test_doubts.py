"""What can hardly be meant is told as a hint with its cell; what offices write is not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from generator.registers.units import UnitDirectory
from generator.workbook.reader import load_workbook
from generator.workbook.writer import dump_workbook
from tests.workbook.books import SAMPLES, Change, cell, edited, general, made, sample
from tests.workbooks import saved

_SHARES = [
    {"id": f"CT{number:02d}", "metric": metric, "comparator": "at_least", "value": value, "unit": unit}
    for number, (metric, value, unit) in enumerate(
        [("Hồ sơ đúng hạn", 95, "%"), ("Mức độ hài lòng", 90, "%"), ("Thủ tục được số hóa", 96.5, "%"),
         ("Sáng kiến được áp dụng", 12, "sáng kiến"), ("Sáng kiến được nhân rộng", 3, "sáng kiến")], start=1
    )
]  # fmt: skip
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
    "a name of a unit that all offices share": (cell("Nhiệm vụ", "K3", "Sở Nội vự"),
        "Nhiệm vụ!K3: gợi ý: tên đơn vị có vẻ gõ nhầm; gặp: «Sở Nội vự» (ý bạn là «Sở Nội vụ»?)"),
    "a name of a unit that stands elsewhere": (
        lambda book: _set(book, "Nhiệm vụ", K3="Tổ Công tác 06", K4="Tổ Công tác 06", K5="Tổ Côngtác 06"),
        "Nhiệm vụ!K5: gợi ý: tên đơn vị có vẻ gõ nhầm; gặp: «Tổ Côngtác 06» (ý bạn là «Tổ Công tác 06»?)"),
    "a recipient": (cell("Nơi nhận", "A3", "Sở Tài chíh"), "Nơi nhận!A3: gợi ý: tên đơn vị có vẻ gõ nhầm"),
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


def _told(change: Change, **fields: Any) -> list[str]:
    return [str(one).removeprefix("a.xlsx, ") for one in load_workbook(edited(made(**fields), change), "a.xlsx")[1]]


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


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"E3": "0,985"}, ["Chỉ tiêu!E3: gợi ý: tỷ lệ dưới 1% giữa các tỷ lệ lớn; gặp: «0,985» "
                           "(cột này ghi theo phần trăm: ý bạn là 98,5?)"]),
        ({"E3": "0,985%"}, ["Chỉ tiêu!E3: gợi ý: tỷ lệ dưới 1% giữa các tỷ lệ lớn; gặp: «0,985%» "
                            "(cột này ghi theo phần trăm: ý bạn là 98,5?)"]),
        ({"G3": "0,5"}, ["Chỉ tiêu!G3: gợi ý: tỷ lệ dưới 1% giữa các tỷ lệ lớn; gặp: «0,5» "
                         "(cột này ghi theo phần trăm: ý bạn là 50?)"]),
        ({"E3": "0,5"}, []),
        ({"E3": "0,9", "D3": "không quá"}, []),
        ({"E3": "0,9", "C3": "Tỷ lệ hồ sơ trễ hạn"}, []),
        ({"E3": "0,9", "F3": "điểm"}, []),
    ],
)  # fmt: skip
def test_a_share_written_as_a_part_of_one_is_told(cells: dict[str, str], told: list[str]) -> None:
    assert _told(lambda book: _set(book, "Chỉ tiêu", **cells), targets=_SHARES) == told


def test_a_unit_of_measure_that_stands_once_is_held_against_the_others() -> None:
    (told,) = _told(cell("Chỉ tiêu", "F5", "sáng kién"), targets=[*_SHARES, {**_SHARES[-1], "id": "CT06"}])
    assert told == "Chỉ tiêu!F5: gợi ý: đơn vị tính lạ; gặp: «sáng kién» (ý bạn là «sáng kiến»?)"
    assert _told(cell("Chỉ tiêu", "F5", "giải pháp"), targets=_SHARES) == []


@pytest.mark.parametrize(
    "names",
    [
        ("Trường Tiểu học A", "Trường Tiểu học B"),
        ("Tổ công tác số 1", "Tổ công tác số 2"),
        ("Khối I", "Khối II"),
        ("UBND xã Tân Lập", "UBND xã Tân Lạp"),
        ("Sở Nội vụ", "Sở Ngoại vụ"),
        ("Ủy ban nhân dân tỉnh", "Uỷ ban nhân dân tỉnh"),
    ],
)
def test_names_of_two_units_are_no_slips_of_each_other(names: tuple[str, str]) -> None:
    assert _told(lambda book: _set(book, "Nhiệm vụ", K3=names[0], K4=names[0], K5=names[1])) == []


def test_a_name_of_the_directory_is_held_by_its_marks() -> None:
    units = [{"id": "vp", "name": "Văn phòng Sở", "level": "division"}]
    directory = UnitDirectory.model_validate({"format": 1, "units": units})
    book = openpyxl.load_workbook(BytesIO(dump_workbook(made(), units=directory, on=date(2027, 1, 1))))
    cell("Nhiệm vụ", "K3", "Vàn phòng Sở")(book)
    (told,) = load_workbook(saved(book), "a.xlsx")[1]
    assert "tên đơn vị có vẻ gõ nhầm; gặp: «Vàn phòng Sở» (ý bạn là «Văn phòng Sở»?)" in str(told)


def test_minutes_that_another_one_signs_are_told() -> None:
    change = general("Chức vụ", "Phó Giám đốc")
    (told,) = load_workbook(edited(made(kind="minutes"), change), "a.xlsx")[1]
    assert "chỗ ký của biên bản không phải của chủ tọa; gặp: «Phó Giám đốc»" in str(told)
    assert load_workbook(edited(made(kind="minutes"), general("Chức vụ", "Chủ trì")), "a.xlsx")[1] == ()


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_nothing_is_doubted_in_a_sample(path: Path) -> None:
    assert load_workbook(dump_workbook(sample(path)), "a.xlsx")[1] == ()


def test_signs_that_the_document_itself_has_stay() -> None:
    document = made(subject="Cải\u200b cách")
    assert load_workbook(dump_workbook(document), "a.xlsx") == (document, ())
