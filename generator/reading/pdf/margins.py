"""What stands in the margins of pages: their numbers, and lines that run through the document."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from generator.reading import cues
from generator.reading.page_numbers import is_page_number
from generator.reading.pdf.page import PageRead
from generator.reading.pdf.rows import Row

_MARGIN = 0.085
"""Share of the height at the top and bottom in which the decree's margins (I.4) leave no line of text."""
_FEWEST_PAGES = 3
_DIGITS = re.compile(r"\d+")
_OUTERMOST = 2
"""Rows at each end of a page that may run through the document."""
_LEVEL = 4.0
_APART = 1.75
"""Distance from the text as a multiple of the size: further than lines of it stand apart."""


@dataclass(frozen=True)
class Marginal:
    """A row that belongs to the page, not to the text."""

    row: Row
    page: int
    is_number: bool


def without_margins(pages: Sequence[PageRead]) -> list[Marginal]:
    """Take page numbers and running lines off the pages, and return them in order."""
    found = _running(pages)
    found += _page_numbers(pages)
    return sorted(found, key=lambda one: (one.page, one.row.baseline))


def _ends(page: PageRead) -> list[Row]:
    """Return the rows above and below all tables that may stand in a margin."""
    top = min((table.top for table in page.tables), default=page.height)
    bottom = max((table.bottom for table in page.tables), default=0.0)
    upper = [row for row in page.rows[:_OUTERMOST] if row.baseline < top]
    lower = [row for row in page.rows[-_OUTERMOST:] if row.baseline > bottom]
    return [*upper, *(row for row in lower if row not in upper)]


def _take(page: PageRead, row: Row, *, is_number: bool) -> Marginal:
    page.rows.remove(row)
    return Marginal(row, page.number, is_number)


def _running(pages: Sequence[PageRead]) -> list[Marginal]:
    """Take off the rows that stand at the same height on three pages at least and differ in figures only.

    Labels of appendices that differ open one each: "Biểu số 01/CCHC" and "Biểu số 03/CCHC".
    """
    places: dict[tuple[str, int], list[tuple[PageRead, Row]]] = defaultdict(list)
    for page in pages:
        for row in _ends(page):
            words = row.text if cues.appendix_label(row.text) else _DIGITS.sub("0", row.text)
            if not is_page_number(row.text) and _in_margin(page, row) and _is_apart(page, row):
                places[words, round(row.baseline / _LEVEL)].append((page, row))
    repeated = [own for own in places.values() if len(own) >= _FEWEST_PAGES]
    return [_take(page, row, is_number=False) for own in repeated for page, row in own]


def _page_numbers(pages: Sequence[PageRead]) -> list[Marginal]:
    """Take off the numbers at the end of a page: in its margin, or going up with the pages."""
    candidates = [
        (page, row)
        for page in pages
        for row in {id(row): row for row in (*page.rows[:1], *page.rows[-1:]) if row in _ends(page)}.values()
        if is_page_number(row.text) and any(letter.isdigit() for letter in row.text)
    ]
    offsets = Counter(_number(row) - page.number for page, row in candidates)
    return [
        _take(page, row, is_number=True)
        for page, row in candidates
        if _in_margin(page, row) or offsets[_number(row) - page.number] >= _FEWEST_PAGES
    ]


def _in_margin(page: PageRead, row: Row) -> bool:
    return row.bottom < page.height * _MARGIN or row.top > page.height * (1 - _MARGIN)


def _is_apart(page: PageRead, row: Row) -> bool:
    """Tell whether the row stands away from the text, so that it is no line of it."""
    others = [other for other in page.rows if other is not row and other.baseline != row.baseline]
    nearest = min((abs(other.baseline - row.baseline) for other in others), default=page.height)
    return nearest > _APART * row.size or all(row.size < other.size - 1 for other in others)


def _number(row: Row) -> int:
    found = _DIGITS.search(row.text)
    return int(found[0]) if found else 0
