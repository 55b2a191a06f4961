"""The pages of a PDF measured: the edges of the text, the parts of the file with one paper and one count of pages.

All lengths are points from the upper left corner of the page; what the pages do not show is None or NaN.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from generator.reading import cues
from generator.reading.lines import Line
from generator.reading.pdf.margins import Marginal
from generator.reading.pdf.page import PageRead
from generator.reading.pdf.reader import Printed
from generator.reading.pdf.strips import Strip

_FEWEST = 3
"""Lines that must begin, or end, together for an edge of the text to be sure."""
_LEVEL = 1.5
"""Points by which they may differ."""
_SMALLEST_SHARE = 0.6
"""Share of the lines of the text that must begin, or end, at its edge."""


@dataclass(frozen=True)
class Frame:
    """The edges between which the text of some pages runs."""

    left: float
    right: float
    sure: tuple[bool, bool] = (False, False)
    """Whether lines of the text prove the left edge and the right one."""

    @property
    def middle(self) -> float:
        """Half way between the edges."""
        return (self.left + self.right) / 2


@dataclass(frozen=True)
class Sheet:
    """Pages on end with one size of paper and one count."""

    pages: tuple[PageRead, ...]
    frame: Frame
    restarts: bool
    """Whether its pages are counted anew."""
    numbers: tuple[Marginal, ...] = ()
    """The numbers of its pages."""

    @property
    def first(self) -> PageRead:
        """The first of its pages."""
        return self.pages[0]


def sheets_of(printed: Printed) -> list[Sheet]:
    """Return the pages of a file by their paper and count."""
    lines = [line for line in printed.reading.lines if not line.cells]
    groups = list(_groups(printed, lines))
    return [_sheet(printed, lines, pages, restarts=restarts) for pages, restarts in groups]


def _groups(printed: Printed, lines: Sequence[Line]) -> Iterator[tuple[list[PageRead], bool]]:
    shown = {one.page: _value(one) for one in printed.marginal if one.is_number}
    labels = {_page_of(printed, line) for line in _first_lines(printed, lines) if cues.appendix_label(line.text)}
    begins = _restarts(printed.pages, shown, labels)
    group: list[PageRead] = []
    for page in printed.pages:
        if group and (page.number in begins or _size(page) != _size(group[-1])):
            yield group, group[0].number in begins
            group = []
        group.append(page)
    if group:
        yield group, group[0].number in begins


def _restarts(pages: Sequence[PageRead], shown: Mapping[int, int], labels: set[int]) -> set[int]:
    """Return the pages that a new count begins with; an appendix whose first page shows no number begins one.

    It does not where the next number that is shown counts pages before it too.
    """
    counted = sorted(shown)
    hidden = [page.number for page in pages[1:] if page.number in labels and page.number not in shown]
    begins = {page for page in hidden if not _is_counted_through(page, shown)}
    for before, page in pairwise([0, *counted]):
        goes_on = shown[page] == (shown[before] + page - before if before else page)
        start = page - shown[page] + 1
        if not goes_on and start > max(1, before):
            begins.add(start)
    return begins


def _is_counted_through(page: int, shown: Mapping[int, int]) -> bool:
    """Tell whether the next number that is shown belongs to a count that began before the page."""
    after = min((one for one in shown if one > page), default=None)
    return after is not None and after - shown[after] + 1 < page


def _value(one: Marginal) -> int:
    digits = "".join(letter if letter.isdigit() else " " for letter in one.row.text).split()
    return int(digits[0]) if digits else 0


def _size(page: PageRead) -> tuple[int, int]:
    return round(page.width / 3), round(page.height / 3)


def _first_lines(printed: Printed, lines: Sequence[Line]) -> list[Line]:
    """Return the line that each page begins with."""
    first: dict[int, Line] = {}
    for line in lines:
        first.setdefault(_page_of(printed, line), line)
    return list(first.values())


def _page_of(printed: Printed, line: Line) -> int:
    strip = printed.strips.get(line.first or 0)
    return strip.page if strip else line.page


def _sheet(printed: Printed, lines: Sequence[Line], pages: Sequence[PageRead], *, restarts: bool) -> Sheet:
    own = {page.number for page in pages}
    numbers = tuple(one for one in printed.marginal if one.is_number and one.page in own)
    return Sheet(tuple(pages), _frame(pages, list(_paragraphs(printed, lines, own))), restarts, numbers)


def _paragraphs(printed: Printed, lines: Sequence[Line], pages: set[int]) -> Iterator[list[Strip]]:
    """Yield the printed lines of the paragraphs that run between the edges of the text."""
    for line in lines:
        strips = [printed.strips[number] for number in line.numbers if number in printed.strips]
        if strips and all(strip.page in pages and not strip.columned for strip in strips):
            yield strips


def _frame(pages: Sequence[PageRead], paragraphs: Sequence[Sequence[Strip]]) -> Frame:
    starts = [strip.row.x0 for strips in paragraphs for strip in strips[1:]]
    ends = [strip.row.x1 for strips in paragraphs for strip in strips[:-1]]
    left, right = _edge(starts, min), _edge(ends, max)
    width = pages[0].width
    tables = [table for page in pages for table in page.tables]
    rough_left = min((table.x0 for table in tables), default=0.14 * width)
    rough_right = max((table.x1 for table in tables), default=0.9 * width)
    return Frame(
        rough_left if left is None else left,
        rough_right if right is None else right,
        (left is not None, right is not None),
    )


def _edge(places: Sequence[float], outermost: Callable[[Sequence[float]], float]) -> float | None:
    """Return where most of the lines begin, or end, together; None where they do not."""
    if len(places) < _FEWEST:
        return None
    middle = median(places)
    near = [place for place in places if abs(place - middle) <= _LEVEL]
    return outermost(near) if len(near) >= max(_FEWEST, _SMALLEST_SHARE * len(places)) else None


def tops_of(printed: Printed, sheet: Sheet) -> tuple[float, float]:
    """Return how far below the edge of the paper anything is printed, and the text on most pages; NaN for none."""
    numbers = {page.number for page in sheet.pages}
    least = min((strip.row.top for strip in printed.strips.values() if strip.page in numbers), default=math.nan)
    tops = [min(found) for page in sheet.pages if (found := _tops(printed, page))]
    return (min(least, *tops), median(tops)) if tops else (math.nan, math.nan)


def bottom_of(printed: Printed, sheet: Sheet) -> float:
    """Return how near to the lower edge of the paper the text comes on two pages at least; NaN where it does not."""
    ends = sorted(max(_bottoms(printed, page), default=0.0) for page in sheet.pages)
    return sheet.first.height - ends[-2] if len(ends) > 1 else math.nan


def _tops(printed: Printed, page: PageRead) -> list[float]:
    placed = _placed(printed)
    rows = (strip.row.top for number, strip in printed.strips.items() if strip.page == page.number and number in placed)
    return [*rows, *(table.top for table in page.tables)]


def _placed(printed: Printed) -> set[int]:
    """Return the numbers of the lines that belong to the form; marks and stamps may stand in the margins."""
    strange = {number for one in printed.reading.unplaced for number in one.lines}
    return {number for line in printed.reading.lines for number in line.numbers} - strange


def _bottoms(printed: Printed, page: PageRead) -> list[float]:
    rows = (strip.row.bottom for strip in printed.strips.values() if strip.page == page.number)
    return [*rows, *(table.bottom for table in page.tables)]
