"""Bold and italic words that come back from a Word file as marks."""

from __future__ import annotations

import pytest

from generator.importers.document import document_of
from generator.importers.emphasis import Emphasis
from generator.model.blocks import Item, Paragraph
from generator.reading.word import read_word_components
from generator.vietnamese.marks import Run
from tests.ooxml.formatting.word_file import p, r
from tests.reading.word.word_documents import CONTENT, HEAD, paragraphs, word


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("a b c", "a **b** c"),
        ("b c", "**b** c"),
        ("b", "b"),
        ("c *", "c \\*"),
        ("elsewhere", "elsewhere"),
    ],
)
def test_words_of_a_line_are_marked_where_they_differ(text: str, marked: str) -> None:
    runs = Run("1. a "), Run("b", bold=True), Run(" c *")
    assert Emphasis({4: runs}).marked(text, (4,)) == marked


def test_a_line_that_nothing_is_known_of_is_plain() -> None:
    assert Emphasis({}).marked("a*b", (1,)) == "a\\*b"


def test_words_in_bold_and_italics_come_back() -> None:
    body = (
        p("1. Giao ", r("Văn phòng", "<w:b/>"), " tham mưu ", r("(quý I)", "<w:i/>"), ".")
        + p(r("2. Cả dòng.", "<w:b/>"))
        + p(r("Ghi chú: ", "<w:b/><w:i/>"), "mỗi quý một lần.")
    )
    data = word(HEAD + paragraphs(*CONTENT[:5]) + body)
    found = list(document_of(read_word_components(data, "a.docx")).document.blocks())
    assert [block.text for block in found if isinstance(block, Item)] == [
        "Giao **Văn phòng** tham mưu *(quý I)*.", "Cả dòng."
    ]  # fmt: skip
    assert [block.text for block in found if isinstance(block, Paragraph)] == ["***Ghi chú:*** mỗi quý một lần."]
