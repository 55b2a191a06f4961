"""The letters of a PDF as Unicode text; refused where they cannot be read: a scan, or letters without names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.diagnostics import Diagnostic, Place, warning
from generator.errors import DataError
from generator.reading.decoding import cleaned_lines
from generator.reading.legacy import converted_lines
from generator.reading.pdf.page import PageRead
from generator.reading.pdf.rows import Row
from generator.vietnamese.syllables import is_syllable
from generator.vietnamese.unicode import clean, words

_UNNAMED = re.compile(r"\(cid:\d+\)|[\ufffd\ue000-\uf01f\uf100-\uf8ff]")
_MOST_UNNAMED = 0.1
_STRANGE = re.compile(r"[^\w\s.,;:!?()\[\]{}<>\"'“”‘’«»/\\|+*=%&@#$_~^°§•●▪■□○◦►➢✓✔→·‣…≥≤×÷±≈≠√∞–—‑\-\uf02d\uf0b7]")
_MOST_STRANGE = 0.15
_FEWEST_WORDS = 40
"""Words from which on their look tells whether they are Vietnamese."""
_FEWEST_MARKED = 0.1
"""Share of the words with a mark or đ: in Vietnamese it is about three quarters."""
_FEWEST_SYLLABLES = 0.35
"""Share of the words that are spelt as Vietnamese syllables; abbreviations and names are not."""
_TYPE_AGAIN = "hãy dùng tệp Word gốc, hoặc chạy phần mềm nhận dạng chữ tiếng Việt (OCR) rồi đọc lại"


def in_unicode(pages: Sequence[PageRead]) -> list[Diagnostic]:
    """Put the words of the pages into clean Unicode, old encodings too, and return what was changed."""
    texts, numbers, shown = zip(*_texts(pages), strict=True) if any(_texts(pages)) else ((), (), ())
    unicode, conversions = converted_lines(texts, numbers, shown)
    cleaned, notes = cleaned_lines(unicode)
    new = iter(cleaned)
    for page in pages:
        page.rows = [row for row in (_with_text(row, next(new)) for row in page.rows) if row.words]
        for table in page.tables:
            table.rows = [[replace(cell, text=next(new)) for cell in cells] for cells in table.rows]
    return [*(_on_page(note) for note in conversions), *notes]


def _texts(pages: Sequence[PageRead]) -> Iterator[tuple[str, int, tuple[bool, ...]]]:
    """Yield the text of each row and cell with its page, and which of its letters a font draws as capitals."""
    for page in pages:
        yield from ((row.text, page.number, row.shown) for row in page.rows)
        cells = (cell for table in page.tables for cells in table.rows for cell in cells)
        yield from ((cell.text, page.number, cell.shown) for cell in cells)


def _with_text(row: Row, text: str) -> Row:
    """Return the row with the words of a text in their places."""
    found = text.split()
    if len(found) != len(row.words):
        found = [clean(word.text).strip() for word in row.words]
    placed = zip(row.words, found, strict=True)
    return replace(row, words=tuple(replace(word, text=new) for word, new in placed if new))


def _on_page(note: Diagnostic) -> Diagnostic:
    return replace(note, place=Place(part=f"trang {note.place.line}", quote=note.place.quote))


def refuse_illegible(pages: Sequence[PageRead], filename: str) -> None:
    """DataError for a file without text, and for one whose letters are not those that it shows."""
    text = "\n".join(page.text for page in pages)
    if not text.strip():
        scanned = any(page.pictured for page in pages)
        message = "tệp là ảnh quét, không có chữ để đọc" if scanned else "tệp PDF không có chữ nào"
        raise DataError(message, where=filename, hint=_TYPE_AGAIN)
    if _is_rubbish(text):
        pictured = sum(page.pictured for page in pages) * 2 > len(pages)
        why = "tệp là ảnh quét có lớp chữ nhận dạng sai" if pictured else "phông chữ của tệp không cho biết chữ"
        raise DataError(f"chữ lấy ra từ tệp không phải tiếng Việt đọc được: {why}", where=filename, hint=_TYPE_AGAIN)


def _is_rubbish(text: str) -> bool:
    """Tell whether the words are no Vietnamese: unnamed letters, strange signs, no marks, or no syllables."""
    bare = _UNNAMED.sub("", text)
    unnamed = len(_UNNAMED.findall(text))
    inked = sum(not letter.isspace() for letter in bare)
    if unnamed > _MOST_UNNAMED * (inked + unnamed) or len(_STRANGE.findall(bare)) > _MOST_STRANGE * inked:
        return True
    spelt = [word for word in words(bare) if word.isalpha() and len(word) > 1]
    if len(spelt) < _FEWEST_WORDS:
        return False
    marked = sum(not word.isascii() for word in spelt)
    return marked < _FEWEST_MARKED * len(spelt) or sum(map(is_syllable, spelt)) < _FEWEST_SYLLABLES * len(spelt)


def picture_notes(pages: Sequence[PageRead]) -> list[Diagnostic]:
    """Return a warning for each page that is a picture only."""
    return [
        warning(
            f"trang {page.number} là ảnh quét hoặc hình vẽ, không có chữ để đọc",
            hint="hãy so với bản gốc và nhập phần này bằng tay",
            code="page-without-text",
        )
        for page in pages
        if page.empty and page.pictured
    ]
