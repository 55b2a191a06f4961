"""What stands beside the text of a Word file: headers, footers, notes, and what its reading passed over."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Place, hint, warning
from generator.ooxml.formatting.values import FormattedDocument, Paragraph, Part
from generator.reading.letterhead import opens_national_name
from generator.reading.lines import Passage, place_of
from generator.reading.word.paragraphs import printed_text
from generator.vietnamese.unicode import clean

_NUMBERS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
_PAGE_NUMBER = re.compile(r"(?:trang)?[\W\d_]*", re.IGNORECASE)
_NAMES = {Part.HEADER: "đầu trang", Part.FOOTER: "chân trang"}
_NOTES = (Part.FOOTNOTE, Part.ENDNOTE)


def notes_of(document: FormattedDocument) -> tuple[Passage, ...]:
    """Return the words of footnotes and endnotes, a passage for each paragraph."""
    found = (one for one in document.paragraphs if one.part in _NOTES)
    passages = (Passage(_words(one), (one.number,)) for one in found)
    return tuple(passage for passage in passages if passage.text)


def note_warnings(notes: tuple[Passage, ...]) -> Iterator[Diagnostic]:
    """Yield a warning for each note that dropped out of the text."""
    for passage in notes:
        message = "chú thích ở cuối trang không thuộc thành phần nào của văn bản, được giữ riêng"
        yield warning(message, place_of(passage, "chú thích", whole=True), code="footnote")


def letterhead(document: FormattedDocument) -> tuple[int, ...]:
    """Return the paragraphs of the header of the first page when the letterhead stands there; none otherwise."""
    first = document.sections[0]
    numbers = first.first_header if first.first_page_differs else first.header
    is_head = any(opens_national_name(_words(document.paragraph(number))) for number in numbers)
    return numbers if is_head else ()


def edge_hints(document: FormattedDocument) -> Iterator[Diagnostic]:
    """Yield a hint for each paragraph of a header or footer that holds more than the page number."""
    taken = frozenset(letterhead(document))
    for paragraph in document.paragraphs:
        name = _NAMES.get(paragraph.part)
        text = _words(paragraph)
        if name and text and paragraph.number not in taken and not _is_page_number(paragraph):
            where = Place(line=paragraph.number, part=name, quote=text)
            yield hint(f"bỏ chữ in lặp lại ở {name}", where, code="repeated-footer")


def _is_page_number(paragraph: Paragraph) -> bool:
    return _PAGE_NUMBER.fullmatch("".join(run.text for run in paragraph.runs if run.field not in _NUMBERS)) is not None


def _words(paragraph: Paragraph) -> str:
    return " ".join(clean(printed_text(paragraph)).split())


def remark_warnings(document: FormattedDocument) -> Iterator[Diagnostic]:
    """Yield a warning for each thing of the file that was passed over."""
    yield from (warning(remark, code="passed-over") for remark in document.remarks)
