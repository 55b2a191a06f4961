"""How wide a line is in print, to tell a line that was wrapped from one that ends its paragraph.

A line of text that came out of a page was broken because the next word did not fit. Counting letters is too rough
to see that ("iiii" and "MMMM" differ by three); the widths of Times New Roman are sharp: in real files the full
lines of one page differ by the stretch of their spaces only.

All widths are millimetres at 14 pt; a document set in another size has another text width, found from its lines.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from math import ceil

from generator.ooxml import font_widths
from generator.reading.lines import Line

FIRST_LINE_INDENT = 12.7
"""By which the first line of a paragraph is shorter (NĐ 30, PL I/I/II.6e allows 10 or 12.7 mm)."""
SIZE = 14
SPACE = font_widths.text_width(" ", SIZE)
_NARROWEST_PAGE, _WIDEST_PAGE = 90, 400
"""No line on paper is as narrow or as wide (A4 landscape at 9 pt): such text was not wrapped on a page."""
_FEWEST = 5
_NARROWEST_A4, _WIDEST_A4 = 145, 185
"""Text of 13 or 14 pt between the margins of I.3 and I.4."""
_FEWEST_OF_FEW = 3
_SHARE = 0.5


def width(text: str, *, bold: bool = False) -> float:
    """Return the natural width of the text."""
    return font_widths.text_width(text, SIZE, bold=bold)


def text_width(lines: Sequence[Line]) -> float | None:
    """Return the width at which the lines were wrapped; None when they were not, or are too few to tell.

    It is the width at which most lines end together. Lines of all lengths were not wrapped: where fewer than half of
    those in its reach end there, there is no such width. Other lines may be longer: links, or a table laid across.
    """
    widths = sorted(width(line.text) for line in lines if not line.cells)
    candidates = range(_NARROWEST_PAGE, _WIDEST_PAGE)
    best = max(candidates, key=lambda edge: _between(widths, 0.94 * edge, edge))
    full, reach = _between(widths, 0.9 * best, best), _between(widths, 0.5 * best, 1.03 * best)
    if full >= max(_FEWEST, _SHARE * reach):
        return float(best)
    return _width_of_few(widths)


def _width_of_few(widths: Sequence[float]) -> float | None:
    """Return the width of a text of one page or less: the longest line, when it and others reach the edge of A4."""
    longest = widths[-1] if widths else 0.0
    full = _between(widths, 0.94 * longest, longest)
    return float(ceil(longest)) if _NARROWEST_A4 <= longest <= _WIDEST_A4 and full >= _FEWEST_OF_FEW else None


def _between(widths: Sequence[float], low: float, high: float) -> int:
    return bisect_right(widths, high) - bisect_right(widths, low)
