"""The outline as sections and blocks."""

from __future__ import annotations

from generator.diagnostics import Diagnostic
from generator.importers.content import without_end_mark
from generator.importers.registry import import_document
from generator.model.blocks import Item, Note, Numbering, Other, Paragraph, Section, Table
from generator.model.document import Document
from generator.model.labels import walk


def read(*lines: str) -> tuple[Document, list[Diagnostic]]:
    text = "\n".join(("BÁO CÁO", "Một việc", "Sở báo cáo như sau:", *lines))
    imported = import_document(text.encode(), "a.txt")
    return imported.document, list(imported.diagnostics)


def labels(*lines: str) -> list[tuple[Numbering, str | None]]:
    """Return each node's kind and the label that is stored for it."""
    blocks = walk(read(*lines)[0].sections)
    return [(block.numbering, block.label) for block in blocks if isinstance(block, Item | Section)]


def test_sections_items_and_paragraphs() -> None:
    document, notes = read("I. MỘT", "1. Hai", "Đoạn văn.", "(Chi tiết tại phụ lục).", "a) Ba.", "- bốn", "+ năm")
    (section,) = document.sections
    (item,) = section.blocks
    assert isinstance(item, Item)
    assert (section.numbering, section.title, item.text, item.heading) == (Numbering.ROMAN, "MỘT", "Hai", True)
    assert isinstance(item.blocks[0], Paragraph)
    assert isinstance(item.blocks[1], Note)
    assert [(block.numbering, block.text) for block in walk(item.blocks) if isinstance(block, Item)] == [
        (Numbering.LETTER, "Ba."),
        (Numbering.DASH, "bốn"),
        (Numbering.PLUS, "năm"),
    ]
    assert notes == []


def test_a_body_without_titles_is_a_section_without_title() -> None:
    (section,) = read("1. Một.", "2. Hai.")[0].sections
    assert (section.numbering, section.title, len(section.blocks)) == (Numbering.NONE, None, 2)


def test_labels_are_stored_only_where_they_deviate() -> None:
    assert labels("I. MỘT", "1. Hai", "1.1. Ba.", "1.2 Bốn.", "a) Năm.", "– sáu", "- bảy", "II. TÁM") == [
        (Numbering.ROMAN, None),
        (Numbering.ARABIC, None),
        (Numbering.DECIMAL, None),
        (Numbering.DECIMAL, "1.2"),
        (Numbering.LETTER, None),
        (Numbering.DASH, "–"),
        (Numbering.DASH, None),
        (Numbering.ROMAN, None),
    ]


def test_a_slip_keeps_the_printed_numbers() -> None:
    assert [label for _, label in labels("1. Một.", "3. Ba.", "4. Bốn.")] == [None, None, "3.", "4."]


def test_articles_count_through_chapters() -> None:
    stored = labels("Chương I", "MỘT", "Điều 1. Phạm vi", "1. Một.", "Chương II", "HAI", "Điều 2. Nội dung chạy.")
    assert stored == [
        (Numbering.CHAPTER, None),
        (Numbering.ARTICLE, None),
        (Numbering.ARABIC, None),
        (Numbering.CHAPTER, None),
        (Numbering.ARTICLE, None),
    ]


def test_a_running_article_is_an_item() -> None:
    section = read("Điều 1. Ban hành kèm theo Quyết định này.")[0].sections[0]
    assert isinstance(section.blocks[0], Item)


def test_capitals_of_a_worded_label_are_rewritten() -> None:
    document, (note,) = read("CHƯƠNG I", "QUY ĐỊNH CHUNG")
    assert (document.sections[0].label, document.sections[0].title) == (None, "QUY ĐỊNH CHUNG")
    assert (note.code, note.place.quote, note.expected) == ("rewritten", "CHƯƠNG I", "«Chương I»")


def test_a_remark_behind_a_title_in_capitals_stands_by_itself() -> None:
    document, (note,) = read("I. PHÂN CÔNG NĂM 2023 (theo phụ lục đính kèm)")
    assert document.sections[0].title == "PHÂN CÔNG NĂM 2023"
    assert document.sections[0].blocks == (Note(text="(theo phụ lục đính kèm)"),)
    assert note.code == "title-remark"


def test_abbreviations_behind_a_title_belong_to_it() -> None:
    assert read("I. CẢI CÁCH HÀNH CHÍNH (CCHC)")[0].sections[0].title == "CẢI CÁCH HÀNH CHÍNH (CCHC)"


def test_tables_of_the_body_keep_their_rows() -> None:
    document, _ = read("1. Số liệu", "Nội dung\tSố lượng", "Thủ tục\t12")
    table = next(block for block in walk(document.sections) if isinstance(block, Table))
    assert (table.heading_rows, [[cell.text for cell in row] for row in table.rows]) == (
        1,
        [["Nội dung", "Số lượng"], ["Thủ tục", "12"]],
    )


def test_the_end_mark_is_set_by_print() -> None:
    assert without_end_mark("Hết./.") == "Hết"
    assert without_end_mark("Hết.") == "Hết."
    assert without_end_mark("./.") == "./."
    document, _ = read("1. Một:", "- Hai./.")
    assert [block.text for block in walk(document.sections) if isinstance(block, Item)] == ["Một:", "Hai"]


def test_a_label_without_words_is_kept_and_named() -> None:
    document, notes = read("1. Một.", "2.")
    assert [block.text for block in walk(document.sections) if isinstance(block, Other)] == ["2."]
    assert [note.code for note in notes] == ["empty-label"]
