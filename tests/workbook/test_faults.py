"""A wrong workbook: all its faults at once, one message each, with the cell."""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Callable
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from generator.errors import DataError
from generator.workbook.annotation import annotated
from generator.workbook.reader import load_workbook
from generator.workbook.writer import dump_workbook
from tests.old_encodings import in_tcvn3, in_vni
from tests.workbook.books import Change, cell, diagnostics, edited, faults, general, made, reread
from tests.workbooks import saved

OLD = "Rà soát, đơn giản hóa thủ tục hành chính thuộc phạm vi quản lý của ngành giáo dục và đào tạo"


def _own_column(book: openpyxl.Workbook) -> None:
    for row, words in enumerate(["Tiến độ", "Ví dụ", "50%", "75%"], start=1):
        book["Nhiệm vụ"].cell(row, 22, words)


def _own_notes(book: openpyxl.Workbook) -> None:
    for row in (3, 5):
        book["Nhiệm vụ"].cell(row, 22, "nháp")


ONE: dict[str, tuple[Change, str]] = {
    "a day of no calendar": (
        cell("Nhiệm vụ", "I3", "31/11/2026"),
            "Nhiệm vụ!I3: lỗi: ngày 31/11/2026 không có trong lịch: tháng 11 có 30 ngày",
    ),
    "words for a number": (cell("Chỉ tiêu", "E3", "gần 98"),
        "Chỉ tiêu!E3: lỗi: Giá trị: ô này cần một số; gặp: «gần 98»"),
    "a decimal point": (cell("Chỉ tiêu", "E3", "98.5"), "Chỉ tiêu!E3: lỗi: Giá trị: ô này cần một số; gặp: «98.5»"),
    "words for a year": (cell("Thông tin chung", "B11", "hai nghìn"), "Thông tin chung!B11: lỗi: Năm kế hoạch"),
    "an early year": (cell("Thông tin chung", "B11", "1027"), "Thông tin chung!B11: lỗi: số quá nhỏ"),
    "no product": (cell("Nhiệm vụ", "F4", None), "Nhiệm vụ!F4: lỗi: thiếu «Kết quả/sản phẩm»"),
    "no name of a task": (cell("Nhiệm vụ", "D4", None), "Nhiệm vụ!D4: lỗi: thiếu trường bắt buộc «Nhiệm vụ»"),
    "an identity twice": (cell("Nhiệm vụ", "A4", "NV01"),
        "Nhiệm vụ!A4: lỗi: mã nhiệm vụ «NV01» đã dùng ở ô Nhiệm vụ!A3"),
    "no identity": (cell("Chỉ tiêu", "A3", None), "Chỉ tiêu!A3: lỗi: thiếu mã chỉ tiêu"),
    "a further row of another task": (cell("Nhiệm vụ", "D5", "Việc khác"),
        "Nhiệm vụ!A5: lỗi: thiếu mã nhiệm vụ: hàng này ghi nhiệm vụ khác nhiệm vụ ở hàng 4"),
    "an impossible day in words": (cell("Nhiệm vụ", "H3", "Trước ngày 31/11/2027"),
        "Nhiệm vụ!H3: lỗi: Thời gian thực hiện: ngày 31/11/2027 không có trong lịch"),
    "a day that lost its form": (cell("Nhiệm vụ", "H3", 46660),
        "Nhiệm vụ!H3: lỗi: Thời gian thực hiện: số này là một ngày của Excel; gặp: «46660» (ghi «30/9/2027»)"),
    "a number with its notation": (general("Số", "15/KH-SNV"), "Thông tin chung!B5: lỗi: Số: ô này cần một số"),
    "a name that is merged away": (lambda book: book["Nhiệm vụ"].merge_cells("D3:D4"),
        "Nhiệm vụ!D3: lỗi: các ô D3:D4 bị gộp"),
    "an unknown comparison": (cell("Chỉ tiêu", "D3", "xấp xỉ"),
        "Chỉ tiêu!D3: lỗi: Phép so sánh: không có trong danh sách"),
    "an unknown kind": (cell("Thông tin chung", "B2", "Kế họach năm"),
        "Thông tin chung!B2: lỗi: không rõ loại văn bản"),
    "an unknown level": (cell("Nội dung", "A3", "Tiết"), "Nội dung!A3: lỗi: không rõ cấp của dòng; gặp: «Tiết»"),
    "a depth of nothing": (cell("Nội dung", "A4", "đoạn (bậc 7)"), "Nội dung!A4: lỗi: bậc 7 không có dòng nào"),
    "something kept that is lost": (cell("Nội dung", "A3", "I #9"), "Nội dung!A3: lỗi: không có phần «#9»"),
    "an unknown column": (cell("Nhiệm vụ", "F1", "Kết quả, sản phẩm"), "Nhiệm vụ!F1: lỗi: biểu không có cột này"),
    "a column twice": (cell("Nhiệm vụ", "T1", "Chủ trì"), "Nhiệm vụ!T1: lỗi: cột «Chủ trì» đã có ở ô Nhiệm vụ!K1"),
    "an unknown field": (cell("Thông tin chung", "A9", "Trích yếu văn bản"),
        "Thông tin chung!A9: lỗi: biểu không có trường này"),
    "words beside the table": (cell("Nhiệm vụ", "T9", "nháp"), "Nhiệm vụ!T9: lỗi: ô có chữ nằm ngoài các cột"),
    "a formula without a result": (cell("Nhiệm vụ", "D3", "=B2&C2"), "Nhiệm vụ!D3: lỗi: công thức không có kết quả"),
    "a result that is an error": (cell("Chỉ tiêu", "E3", "#N/A"), "Chỉ tiêu!E3: lỗi: công thức cho kết quả lỗi"),
    "a division by nothing": (cell("Nhiệm vụ", "I3", "#DIV/0!"), "Nhiệm vụ!I3: lỗi: công thức cho kết quả lỗi"),
    "an error for an identity": (cell("Nhiệm vụ", "A4", "#N/A"), "Nhiệm vụ!A4: lỗi: công thức cho kết quả lỗi"),
    "a formula for a product": (cell("Nhiệm vụ", "F4", "=B2&C2"), "Nhiệm vụ!F4: lỗi: công thức không có kết quả"),
    "a formula for an identity": (cell("Nhiệm vụ", "A4", "=B2&C2"), "Nhiệm vụ!A4: lỗi: công thức không có kết quả"),
    "a renamed column": (cell("Chỉ tiêu", "E1", "Chỉ số"), "Chỉ tiêu!E1: lỗi: thiếu cột «Giá trị»; gặp: cột «Chỉ số»"),
    "a renamed column of identities": (cell("Nhiệm vụ", "A1", "Ký hiệu"),
        "Nhiệm vụ!A1: lỗi: thiếu cột «Mã nhiệm vụ»; gặp: cột «Ký hiệu»"),
    "a column that is gone": (lambda book: book["Nhiệm vụ"].delete_cols(4), "Nhiệm vụ!A1: lỗi: thiếu cột «Nhiệm vụ»"),
    "identities that are gone": (lambda book: book["Nhiệm vụ"].delete_cols(1),
        "Nhiệm vụ!A1: lỗi: thiếu cột «Mã nhiệm vụ»"),
    "an own column": (_own_column, "Nhiệm vụ!V1: lỗi: biểu không có cột này; gặp: «Tiến độ»"),
    "a column without a heading": (_own_notes, "Nhiệm vụ!V3: lỗi: ô có chữ nằm ngoài các cột của biểu (và 1 ô nữa"),
    "merged cells": (lambda book: book["Nhiệm vụ"].merge_cells("B3:B5"), "Nhiệm vụ!B3: lỗi: các ô B3:B5 bị gộp"),
    "TCVN3": (cell("Nhiệm vụ", "D3", in_tcvn3(OLD)),
        "Nhiệm vụ!D3: lỗi: chữ viết bằng bảng mã TCVN3 (ABC), không phải Unicode"),
    "VNI": (cell("Nhiệm vụ", "D3", in_vni(OLD)), "Nhiệm vụ!D3: lỗi: chữ viết bằng bảng mã VNI, không phải Unicode"),
    "a sheet too many": (lambda book: book.create_sheet("Nháp").append(["x"]), "Nháp: lỗi: biểu không có trang này"),
    "a sheet that is gone": (lambda book: book.remove(book["Nhiệm vụ"]), "Nhiệm vụ: lỗi: thiếu trang này"),
    "no general sheet": (lambda book: book.remove(book["Thông tin chung"]), "Thông tin chung: lỗi: thiếu trang này"),
    "a right without its code": (general("Quyền hạn ký", "Giám đốc"),
        "Thông tin chung!B14: lỗi: Quyền hạn ký: không rõ quyền hạn ký"),
    "what is kept, altered": (cell("Dữ liệu khác", "A2", "[hỏng"),
        "Dữ liệu khác!A2: lỗi: hàng này của trang Dữ liệu khác"),
}  # fmt: skip


@pytest.mark.parametrize(("change", "message"), ONE.values(), ids=ONE)
def test_a_fault_is_told_once_with_its_cell(change: Change, message: str) -> None:
    found = faults(change)
    assert len(found) == 1, found
    assert found[0].startswith(message)


def test_a_time_of_a_further_row_is_refused_with_what_to_do() -> None:
    (found,) = faults(cell("Nhiệm vụ", "J5", "30/11/2027"))
    assert "«Hạn hoàn thành» ghi khác" in found
    assert "thời hạn riêng của hàng này ghi ở «Thời gian thực hiện»; nếu là nhiệm vụ khác thì ghi mã mới" in found


def test_words_of_the_document_itself_that_cannot_be_meant_are_a_warning() -> None:
    rows = [{"products": ["a"], "schedule": "Trước ngày 31/11/2027"}]
    document = made(number="15/KH", tasks=[{"id": "A", "name": "B", "rows": rows}])
    again, found = load_workbook(dump_workbook(document), "a.xlsx")
    assert again == document
    assert [one.severity.label for one in found] == ["cảnh báo", "cảnh báo"]


def test_codes_that_differ_by_case_are_a_warning() -> None:
    _, found = load_workbook(edited(made(), cell("Nhiệm vụ", "A4", "nv 01")), "a.xlsx")
    assert [str(one).partition(" (")[0] for one in found] == [
        "a.xlsx, Nhiệm vụ!A4: cảnh báo: mã nhiệm vụ «nv 01» chỉ khác mã «NV01» ở ô Nhiệm vụ!A3 "
        "về chữ hoa, dấu, khoảng trắng"
    ]


def test_a_lost_identity_is_told_once_at_its_cell() -> None:
    def change(book: openpyxl.Workbook) -> None:
        book["Nhiệm vụ"]["A4"], book["Nhiệm vụ"]["J4"] = None, "30/9/2027"

    (found,) = faults(change)
    assert found.startswith("Nhiệm vụ!A4: lỗi: thiếu mã nhiệm vụ")


@pytest.mark.parametrize("words", ["12 500", "1\u00a0250"])
def test_a_blank_in_a_number_is_told_as_the_reason(words: str) -> None:
    (found,) = faults(cell("Chỉ tiêu", "E3", words))
    assert "trong số có khoảng trắng: hàng nghìn cách nhau bằng dấu chấm, viết 1" in found


def test_an_unknown_name_is_met_with_what_was_meant() -> None:
    assert "ý bạn là «Kết quả/sản phẩm»?" in faults(cell("Nhiệm vụ", "F1", "Kết quả sản phâm"))[0]
    assert "ý bạn là «Nhiệm vụ»?" in faults(lambda book: setattr(book["Nhiệm vụ"], "title", "Nhiệm vu1"))[0]


def _with_units(book: openpyxl.Workbook) -> None:
    for row, name in enumerate(["Đơn vị", "Văn phòng Sở", "Phòng Kế hoạch - Tài chính"], start=1):
        book["Danh mục"].cell(row, 9, name)


def test_a_unit_that_the_directory_has_not_is_told() -> None:
    def change(book: openpyxl.Workbook) -> None:
        _with_units(book)
        book["Nhiệm vụ"]["L3"] = "Văn phòng sở\nPhòng Kế hoạch Tài chính"

    (found,) = faults(change)
    assert found.startswith("Nhiệm vụ!L3: lỗi: Phối hợp: không có đơn vị này trong danh mục")
    assert "ý bạn là «Phòng Kế hoạch - Tài chính»?" in found
    assert reread(_with_units).tasks[0].rows[0].lead == ("Văn phòng Sở",)


def test_a_column_with_another_name_is_read_no_further() -> None:
    def change(book: openpyxl.Workbook) -> None:
        book["Chỉ tiêu"]["E1"], book["Chỉ tiêu"]["E3"] = "Chỉ số", "gần 98"
        book["Nhiệm vụ"]["K1"], book["Nhiệm vụ"]["L1"] = "Ai làm chính", "Ai cùng làm"

    told = [one.partition(";")[0] for one in faults(change)]
    assert told == [
        "Chỉ tiêu!E1: lỗi: thiếu cột «Giá trị»",
        "Nhiệm vụ!K1: lỗi: thiếu cột «Chủ trì»",
        "Nhiệm vụ!L1: lỗi: thiếu cột «Phối hợp»",
    ]


def test_faults_warnings_and_hints_are_counted_apart() -> None:
    def change(book: openpyxl.Workbook) -> None:
        book["Nhiệm vụ"]["D3"] = unicodedata.normalize("NFD", "Rà soát")
        book["Nhiệm vụ"]["I3"] = "31/11/2026"

    with pytest.raises(DataError, match="biểu có 1 lỗi, 1 gợi ý"):
        load_workbook(edited(made(), change), "a.xlsx")


def test_all_faults_are_told_at_once_in_the_order_of_the_sheets() -> None:
    def change(book: openpyxl.Workbook) -> None:
        for sheet, reference, value in (
            ("Nhiệm vụ", "I3", "31/11/2026"),
            ("Nhiệm vụ", "F4", None),
            ("Nhiệm vụ", "A4", "NV01"),
            ("Chỉ tiêu", "E3", "nhiều"),
            ("Thông tin chung", "B11", "x"),
        ):
            book[sheet][reference] = value

    cells = [one.partition(": ")[0] for one in faults(change)]
    assert cells == ["Thông tin chung!B11", "Chỉ tiêu!E3", "Nhiệm vụ!I3", "Nhiệm vụ!A4", "Nhiệm vụ!F4"]


def test_decomposed_letters_are_composed_with_a_note() -> None:
    data = edited(made(), cell("Nhiệm vụ", "D3", unicodedata.normalize("NFD", "Rà soát")))
    document, found = load_workbook(data, "a.xlsx")
    assert "Rà soát" in document.model_dump_json()
    assert [str(one).partition(": ")[0] for one in found] == ["a.xlsx, Nhiệm vụ!D3"]


def test_sheets_and_columns_may_stand_in_any_order() -> None:
    def change(book: openpyxl.Workbook) -> None:
        book.move_sheet("Nhiệm vụ", -4)
        sheet = book["Nhiệm vụ"]
        for row in range(1, 6):
            first, second = sheet.cell(row, 4), sheet.cell(row, 6)
            first.value, second.value = second.value, first.value

    assert reread(change) == made()


def _many_empty_rows(book: openpyxl.Workbook) -> None:
    sheet = book["Nhiệm vụ"]
    for row in range(200, 20_200):
        for column in range(1, 19):
            sheet.cell(row, column).number_format = "@"


def test_many_empty_formatted_rows_cost_little() -> None:
    data = edited(made(), _many_empty_rows)
    start = time.process_time()
    document, _ = load_workbook(data, "a.xlsx")
    assert document == made()
    assert time.process_time() - start < 5


def test_notes_and_colour_show_the_faults_in_a_copy() -> None:
    data = edited(made(), cell("Nhiệm vụ", "I3", "31/11/2026"))
    found = diagnostics(data)
    copy = annotated(data, found)
    assert annotated(data, found) == copy
    marked = openpyxl.load_workbook(BytesIO(copy))["Nhiệm vụ"]["I3"]
    assert "ngày 31/11/2026 không có trong lịch" in str(marked.comment and marked.comment.text)
    assert marked.fill.fgColor.rgb == "00FFC7CE"
    assert [str(one) for one in diagnostics(copy)] == [str(one) for one in found]


def test_the_copy_has_a_place_for_faults_of_no_cell() -> None:
    data = edited(made(), lambda book: book.remove(book["Nhiệm vụ"]))
    book = openpyxl.load_workbook(BytesIO(annotated(data, diagnostics(data))))
    assert "thiếu trang" in str(book.worksheets[0]["A1"].comment and book.worksheets[0]["A1"].comment.text)


@pytest.mark.parametrize(
    "damage",
    [lambda data: data[:-2000], lambda data: b"PK" + bytes(500), lambda data: b""],
    ids=["cut", "zeros", "empty"],
)
def test_a_damaged_file_is_told(damage: Callable[[bytes], bytes]) -> None:
    with pytest.raises(DataError):
        load_workbook(damage(dump_workbook(made())), "a.xlsx")


def test_an_empty_workbook_is_told() -> None:
    book: Any = openpyxl.Workbook()
    assert [str(one) for one in diagnostics(saved(book))][0].startswith("Thông tin chung: lỗi: thiếu trang này")
