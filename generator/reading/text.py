"""Plain text read into lines: what comes out of a PDF or is saved from Word as .txt."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from generator.diagnostics import Diagnostic
from generator.reading.columns import unfolded
from generator.reading.decoding import cleaned_lines, decoded
from generator.reading.legacy import converted_lines
from generator.reading.letterhead import with_whole_components
from generator.reading.lines import Line, RawLine
from generator.reading.pages import without_furniture
from generator.reading.reading import Reading
from generator.reading.recognition import recognise
from generator.reading.spaced_tables import tabled
from generator.reading.wrapping import rejoined

_LINE_END = re.compile(r"\r\n|\r|\n")
_SPACES = re.compile(r" {2,}")


def text_lines(data: bytes, filename: str) -> tuple[list[Line], tuple[Diagnostic, ...]]:
    """Return the logical lines of a text file and what was changed or left out on the way.

    DataError when the bytes are no text, or text of a code page that nothing proves.
    """
    text, decoding = decoded(data, filename)
    raw, cleaning = raw_lines(text)
    rows, built = tabled(unfolded(raw))
    kept, left_out = without_furniture(with_whole_components(physical_lines(rows)))
    return rejoined(kept), decoding + cleaning + built + left_out


def raw_lines(text: str) -> tuple[list[RawLine], tuple[Diagnostic, ...]]:
    """Return the lines of a text in clean Unicode with their numbers and form feeds, and what was changed."""
    pages = [line.split("\f") for line in _LINE_END.split(text)]
    parts = [(number, part, int(place > 0)) for number, line in enumerate(pages, 1) for place, part in enumerate(line)]
    unicode, conversions = converted_lines([part for _, part, _ in parts], [number for number, _, _ in parts])
    cleaned, notes = cleaned_lines(unicode)
    raw = [RawLine(number, line, feed) for (number, _, feed), line in zip(parts, cleaned, strict=True)]
    return raw, conversions + notes


def physical_lines(raw: Sequence[RawLine]) -> list[Line]:
    """Return the lines that hold words, each with its number, page and the blank lines before it."""
    lines: list[Line] = []
    indented: set[int] = set()
    gap, page = 0, 1
    for line in raw:
        page += line.feeds
        if line.text.strip():
            lines.append(_line(line.text, line.number, page, gap))
            indented.update([line.number] if line.text.startswith(" ") else ())
            gap = 0
        else:
            gap += 1
    return _with_pages(lines, indented)


def _line(text: str, number: int, page: int, gap: int) -> Line:
    cells = tuple(_spaced(cell) for cell in text.split("\t")) if "\t" in text.strip() else ()
    words = "\t".join(cells) if cells else _spaced(text)
    return Line(words, (number,), page, gap, cells)


def _spaced(text: str) -> str:
    return _SPACES.sub(" ", text.replace("\t", " ")).strip()


def _with_pages(lines: Sequence[Line], indented: set[int]) -> list[Line]:
    """Return the lines with their pages told by the text itself where no form feed tells them.

    Text taken from a PDF line by line has a blank line after each; a page begins with a space and no blank line
    before it. Between two rows of a table a blank line is a page break.
    """
    if not lines or lines[-1].page > 1:
        return list(lines)
    usual = Counter(line.gap for line in lines).most_common(1)[0][0]
    paged, page, before = [], 1, lines[0]
    for line in lines:
        shifted = usual > 0 and line.gap == 0 and line.first in indented and not line.cells
        page += int(line is not before and (shifted or bool(line.cells and before.cells and line.gap)))
        paged.append(replace(line, page=page))
        before = line
    return paged


def read_text(data: bytes, filename: str) -> Reading:
    """Return the components of a text file.

    DataError when the bytes are no text (see `decoded`); any text at all gives a reading, an empty one too.
    """
    lines, notes = text_lines(data, filename)
    return recognise(lines, filename, notes)
