"""Appendices: label, title, the line in brackets, content."""

from __future__ import annotations

import pytest

from generator.reading.appendices import appendices_of, attached_starts
from generator.reading.column_words import is_flattened_table, is_heading_row
from generator.reading.cues import appendix_label
from generator.reading.lines import Line

NOTE = "(Kèm theo Kế hoạch số: /KH-SGDĐT ngày tháng 12 năm 2022 của Sở)"


def lines(*texts: str) -> list[Line]:
    return [Line(text, (number,)) for number, text in enumerate(texts, start=1)]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Phụ lục", ("Phụ lục", "")),
        ("PHỤ LỤC", ("PHỤ LỤC", "")),
        ("Phụ lục II", ("Phụ lục II", "")),
        ("PHỤ LỤC 1: DANH MỤC NHIỆM VỤ", ("PHỤ LỤC 1", "DANH MỤC NHIỆM VỤ")),
        ("PHỤ LỤC I DANH MỤC", ("PHỤ LỤC I", "DANH MỤC")),
        ("Biểu số 01/CCHC", ("Biểu số 01/CCHC", "")),
        ("Biểu số 01/CCHC THỐNG KÊ SỐ LIỆU", ("Biểu số 01/CCHC", "THỐNG KÊ SỐ LIỆU")),
        ("Biểu số: 01a/BTP/VĐC/XDPL", ("Biểu số: 01a/BTP/VĐC/XDPL", "")),
        ("Biểu số 001.N/BCB-NV", ("Biểu số 001.N/BCB-NV", "")),
        ("Biểu 01-NV", ("Biểu 01-NV", "")),
        ("Biểu số 01 - THỐNG KÊ", ("Biểu số 01", "THỐNG KÊ")),
        ("Biểu số 01-THỐNG KÊ", ("Biểu số 01", "THỐNG KÊ")),
        ("Biểu số 01/CCHC ban hành kèm theo Quyết định", None),
        ("Biểu số 2/2026", None),
        ("Biểu 01", None),
        ("Phụ lục kèm theo", None),
        ("Phụ lục I kèm theo Kế hoạch này", None),
        ("(Phụ lục kèm theo)", None),
    ],
)
def test_the_line_that_opens_one(text: str, label: tuple[str, str] | None) -> None:
    assert appendix_label(text) == label


def test_label_title_and_note() -> None:
    (part,), notes = appendices_of(lines("Phụ lục", "DANH MỤC", "NHIỆM VỤ", NOTE, "I. MỘT"))
    assert (part.label.text, part.title and part.title.text, part.note and part.note.text) == (
        "Phụ lục",
        "DANH MỤC NHIỆM VỤ",
        NOTE,
    )
    assert [node.label for node in part.content] == ["I."]
    assert notes == ()


def test_a_title_without_note() -> None:
    (part,), _ = appendices_of(lines("Phụ lục I", "Phân công nhiệm vụ", "1. Một việc."))
    assert part.title is not None
    assert (part.title.text, part.title.lines) == ("Phân công nhiệm vụ", (2,))
    assert [node.label for node in part.content] == ["1."]


def test_several_appendices() -> None:
    parts, _ = appendices_of(lines("Phụ lục I", "MỘT", "Nội dung.", "Phụ lục II", "HAI"))
    assert [part.label.text for part in parts] == ["Phụ lục I", "Phụ lục II"]


def test_an_appendix_may_be_empty() -> None:
    (part,), _ = appendices_of(lines("Phụ lục"))
    assert (part.title, part.note, part.content) == (None, None, ())


def test_a_table_read_cell_by_cell_keeps_every_line_with_a_warning() -> None:
    cells = ["Stt 1- Mục tiêu 2- Nhiệm vụ", "Kết quả", "Chủ trì", "Kinh phí", *["1.1: Rà soát", "Lê Công", "2023"] * 8]
    (part,), (note,) = appendices_of(lines("Phụ lục", "KẾ HOẠCH", NOTE, *cells))
    assert [node.text for node in part.content] == cells
    assert all(node.kind is None for node in part.content)
    assert (note.code, note.severity, note.place.line) == ("flattened-table", "warning", 4)
    assert part.flattened


@pytest.mark.parametrize(
    "headings",
    [
        ["Nhiệm vụ chung Nhiệm vụ cụ thể Sản phẩm Thời gian thực Đơn vị chủ trì Đơn vị phối hợp", "hiện"],
        ["Nhiệm vụ", "Công tác chỉ đạo", "Sản phẩm", "Thời gian thực hiện", "Đơn vị chủ trì"],
    ],
)
def test_a_table_is_told_by_its_column_headings(headings: list[str]) -> None:
    assert is_flattened_table(lines(*headings, "1. Lập kế hoạch năm 2026."))


@pytest.mark.parametrize(
    "texts",
    [
        ["1. Mục tiêu", "2. Nhiệm vụ", "3. Kết quả", "4. Kinh phí"],
        ["Các đơn vị chủ trì, phối hợp báo cáo kết quả, thời gian, kinh phí thực hiện nhiệm vụ.", "Hết."],
        [],
    ],
)
def test_prose_and_outlines_are_no_tables(texts: list[str]) -> None:
    assert not is_flattened_table(lines(*texts))


ISSUED = "(Ban hành kèm theo Quyết định số 35/QĐ-THAH ngày 02 tháng 10 năm 2026 của Hiệu trưởng)"


@pytest.mark.parametrize(
    ("head", "label", "title"),
    [
        (("QUY CHẾ", "Văn thư của Trường"), "QUY CHẾ", "Văn thư của Trường"),
        (("QUY CHẾ", "VĂN THƯ", "CỦA TRƯỜNG"), "QUY CHẾ", "VĂN THƯ CỦA TRƯỜNG"),
        (("QUY CHẾ LÀM VIỆC", "CỦA TRƯỜNG"), "QUY CHẾ", "LÀM VIỆC CỦA TRƯỜNG"),
        (("DANH SÁCH TỔ CÔNG TÁC", "CẢI CÁCH"), None, "DANH SÁCH TỔ CÔNG TÁC CẢI CÁCH"),
        (("Biểu số 01", "TỔNG HỢP"), "Biểu số 01", "TỔNG HỢP"),
    ],
)
def test_a_document_issued_with_a_decision(head: tuple[str, ...], label: str | None, title: str) -> None:
    page = lines(*head, ISSUED, "Chương I", "QUY ĐỊNH CHUNG", "Điều 1. Phạm vi", "1. Một.")
    (part,), notes = appendices_of(page)
    assert (part.label and part.label.text, part.title and part.title.text) == (label, title)
    assert (part.note and part.note.text, notes) == (ISSUED, ())
    assert [node.label for node in part.content] == ["Chương I"]


@pytest.mark.parametrize(
    ("above", "starts"),
    [
        (("HIỆU TRƯỞNG", "Phan Thị Mai", "QUY CHẾ", "Văn thư"), [2]),
        (("- Lưu: VT.", "LỊCH KIỂM TRA"), [1]),
        (("HIỆU TRƯỞNG",), []),
        (("Phụ lục I", "QUY ĐỊNH"), []),
    ],
)
def test_where_an_attached_document_begins(above: tuple[str, ...], starts: list[int]) -> None:
    assert attached_starts(lines(*above, ISSUED)) == starts


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Phụ lục 1. Danh mục nhiệm vụ", ("Phụ lục 1", "Danh mục nhiệm vụ")),
        ("Phụ lục 1: Danh mục nhiệm vụ;", None),
        ("BIỂU SỐ 02: TỔNG HỢP", ("BIỂU SỐ 02", "TỔNG HỢP")),
        ("Phụ lục 2.1", ("Phụ lục 2.1", "")),
        ("Biểu mẫu kèm theo", None),
        ("Biểu mẫu 1", ("Biểu mẫu 1", "")),
        ("Biểu mẫu 1 gửi kèm Kế hoạch này", None),
    ],
)
def test_other_labels(text: str, label: tuple[str, str] | None) -> None:
    assert appendix_label(text) == label


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("STT Nhiệm vụ Sản phẩm Thời gian hoàn thành Cơ quan chủ trì Cơ quan phối hợp", True),
        ("1. Nhiệm vụ, sản phẩm, thời gian, chủ trì", False),
        ("Phòng Nội vụ chủ trì, phối hợp thực hiện nhiệm vụ, báo cáo kết quả đúng thời gian", False),
    ],
)
def test_a_heading_row_on_one_line(text: str, expected: bool) -> None:
    assert is_heading_row(text) is expected


def test_a_table_read_down_its_columns_is_known_by_headings_far_apart() -> None:
    columns = ("STT", "I", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14")
    assert is_flattened_table(lines(*columns, "Nhiệm vụ", "Rà soát", "Sản phẩm", "Báo cáo", "Thời gian", "Quý I"))


@pytest.mark.parametrize("words", ["Phê duyệt kèm theo", "Kèm theo", "Ban hành kèm theo", "Đính kèm"])
def test_the_words_of_the_line_in_brackets(words: str) -> None:
    assert attached_starts(lines("ĐỀ ÁN", "VỊ TRÍ VIỆC LÀM", f"({words} Quyết định số 5/QĐ-UBND)")) == [0]
