"""Page numbers are put at the top; the other words of headers and footers stay where they are."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.section import Section
from docx.text.paragraph import Paragraph

from generator.lint.subject import Subject
from generator.lint.word import judge_word, subject_of
from generator.repair.repairing import repaired
from tests.lint.documents import good
from tests.lint.hand_made import saved
from tests.lint.mutations import mutated
from tests.repair.words import words_of


def _read(data: bytes) -> Subject:
    return subject_of(data, "thu.docx")


def _two_pages() -> Document:
    return docx.Document(BytesIO(mutated(good("plan"), [{"paragraph": "II.", "page_break": True}])))


def _field(paragraph: Paragraph) -> None:
    field = paragraph._p.makeelement(qn("w:fldSimple"), {qn("w:instr"): " PAGE "})
    paragraph._p.append(field)


def _in_words_of_the_footer(word: Document) -> None:
    section = word.sections[0]
    section.header.paragraphs[0]._p.clear_content()
    section.footer.is_linked_to_previous = False
    section.footer.paragraphs[0].add_run("Trang ")
    _field(section.footer.paragraphs[0])


def _on_every_page(word: Document) -> None:
    section = word.sections[0]
    section.different_first_page_header_footer = False
    section.footer.is_linked_to_previous = False
    section.footer.paragraphs[0].add_run("Lưu hành nội bộ")


def _typed(word: Document) -> None:
    paragraph = word.sections[0].header.paragraphs[0]
    paragraph._p.clear_content()
    paragraph.add_run("2")


def _nowhere(word: Document) -> None:
    for section in word.sections:
        for name in ("w:headerReference", "w:titlePg"):
            for node in section._sectPr.findall(qn(name)):
                section._sectPr.remove(node)


def _on_the_first_page(word: Document) -> None:
    header = word.sections[0].first_page_header
    header.is_linked_to_previous = False
    _field(header.paragraphs[0])


_BROKEN: dict[str, tuple[Callable[[Document], None], str]] = {
    "in words of the footer": (_in_words_of_the_footer, "Trang "),
    "on every page": (_on_every_page, "Lưu hành nội bộ"),
    "typed": (_typed, ""),
    "nowhere": (_nowhere, ""),
    "on the first page": (_on_the_first_page, ""),
}


@pytest.mark.parametrize("name", _BROKEN)
def test_page_numbers_stand_at_the_top_and_words_stay(name: str) -> None:
    breaks, footer = _BROKEN[name]
    word = _two_pages()
    breaks(word)
    data = saved(word)
    assert [one.fix for one in judge_word(data, name).findings] in (["page-number"], ["first-page-number"])
    result = repaired(data, _read)
    assert result.judgement.findings == ()
    assert words_of(result.data) == words_of(data)
    section = docx.Document(BytesIO(result.data)).sections[0]
    assert section.different_first_page_header_footer
    assert _is_numbered(section)
    assert section.footer.paragraphs[0].text == footer


def test_the_footer_of_the_first_page_keeps_its_words() -> None:
    word = _two_pages()
    _on_every_page(word)
    section = docx.Document(BytesIO(repaired(saved(word), _read).data)).sections[0]
    assert section.first_page_footer.paragraphs[0].text == "Lưu hành nội bộ"


def _is_numbered(section: Section) -> bool:
    return "PAGE" in section.header._element.xml
