"""Appendices: label, title, the line in brackets, content."""

from __future__ import annotations

import pytest

from generator.reading.appendices import appendices_of, is_flattened_table
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
