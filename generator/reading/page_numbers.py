"""Page numbers left in the text: marked as such, at the edge of a page, or going up by one page after page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.reading import cues, measure
from generator.reading.lines import Line
from generator.reading.wrapping import Layout

_PAGE_NUMBER = re.compile(r"(?:[-–—]\s*|trang\s+)?(\d{1,3})(?:\s*/\s*\d{1,3})?(?:\s*[-–—])?", re.IGNORECASE)
_MARKED = re.compile(r"trang\s+\d{1,3}(?:\s*/\s*\d{1,3})?|[-–—]\s*\d{1,3}\s*[-–—]", re.IGNORECASE)
"""What is a page number wherever it stands alone: "Trang 2/10", "- 2 -"."""
_LONE = re.compile(r"[0-9]{1,3}")
_PAGE_LINES = 10
"""Lines that lie at least between two page numbers."""
_NEIGHBOURS = 3
_BODY_SHARE = 0.6
_FIRST_PAGE = 15
"""Lines that a first page has at least."""
_SHORT = 15
"""Characters: cells of a table read one by one are often as short."""


def is_page_number(text: str) -> bool:
    """Tell whether the words alone may be a page number."""
    return _PAGE_NUMBER.fullmatch(text) is not None


def page_numbers(lines: Sequence[Line]) -> set[int]:
    """Return the places of the lines that are page numbers."""
    marked = {place for place, line in enumerate(lines) if not line.cells and _MARKED.fullmatch(line.text)}
    lone = {
        position: int(match[1])
        for position, line in enumerate(lines)
        if not line.cells and (match := _PAGE_NUMBER.fullmatch(line.text))
    }
    layout = Layout.of(lines)
    lone = {position: number for position, number in lone.items() if _between_body(lines, position, layout.width)}
    edges = {position for position in lone if _at_edge(lines, position, layout)}
    return marked | edges | _in_sequence(lone) | _second_pages(lines)


def _between_body(lines: Sequence[Line], position: int, width: float | None) -> bool:
    """Tell whether running text stands near the number, so that it is no cell of a table read cell by cell."""
    if width is None or _is_after_end(lines, position):
        return True
    around = [*lines[max(0, position - _NEIGHBOURS) : position], *lines[position + 1 : position + 1 + _NEIGHBOURS]]
    return any(measure.width(line.text) > width * _BODY_SHARE for line in around)


def _at_edge(lines: Sequence[Line], position: int, layout: Layout) -> bool:
    """Tell whether the number is the first or last line of its page, or stands apart from the text before it."""
    before = lines[position - 1] if position else None
    after = lines[position + 1] if position + 1 < len(lines) else None
    turns = (before and before.page != lines[position].page) or (after and after.page != lines[position].page)
    return bool(turns) or (before is not None and lines[position].gap > layout.gap + 1)


def _in_sequence(numbers: dict[int, int]) -> set[int]:
    """Return the places of numbers that go up by one, a page apart, three at least."""
    run: list[int] = []
    found: set[int] = set()
    for position, number in numbers.items():
        goes_on = run and number == numbers[run[-1]] + 1 and position - run[-1] > _PAGE_LINES
        run = [*run[-2:], position] if goes_on else [position]
        if len(run) > 2:
            found.update(run)
    return found


def _second_pages(lines: Sequence[Line]) -> set[int]:
    """Return the place of a 2, and of the numbers that follow it, in a file that marks no page.

    The first page has no number (I.7). No other lone number stands near, as it would in a table read cell by cell.
    """
    lone = [(place, int(line.text)) for place, line in enumerate(lines) if _LONE.fullmatch(line.text)]
    places = [-_PAGE_LINES - 1, *(place for place, _ in lone), len(lines) + _PAGE_LINES + 1]
    found: list[int] = []
    for order, (place, number) in enumerate(lone, start=1):
        alone = min(place - places[order - 1], places[order + 1] - place) > _PAGE_LINES
        if number == len(found) + 2 and place > _FIRST_PAGE and alone and _stands_in_text(lines, place):
            found.append(place)
    return set(found)


def _stands_in_text(lines: Sequence[Line], place: int) -> bool:
    """Tell whether the lines around are no cells of a table: most are long, or the document ends there."""
    if _is_after_end(lines, place):
        return True
    around = [*lines[max(0, place - _NEIGHBOURS) : place], *lines[place + 1 : place + 1 + _NEIGHBOURS]]
    return sum(len(line.text) > _SHORT for line in around) * 2 > len(around)


def _is_after_end(lines: Sequence[Line], place: int) -> bool:
    """Tell whether the content ended shortly before: no table stands among the recipients."""
    before = lines[max(0, place - _PAGE_LINES) : place]
    return any(cues.is_recipients_heading(line.text) or cues.ends_document(line.text) for line in before)
