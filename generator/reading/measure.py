"""How wide a line is in print, to tell a line that was wrapped from one that ends its paragraph.

A line of text that came out of a page was broken because the next word did not fit. Counting letters is too rough
to see that ("iiii" and "MMMM" differ by three); the widths of Times New Roman are sharp: in real files the full
lines of one page differ by the stretch of their spaces only.

All widths are millimetres at 14 pt; a document set in another size has another text width, found from its lines.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.ooxml import font_widths
from generator.reading.lines import Line

FIRST_LINE_INDENT = 12.7
"""By which the first line of a paragraph is shorter (NĐ 30, PL I/I/II.6e allows 10 or 12.7 mm)."""
SIZE = 14
SPACE = font_widths.text_width(" ", SIZE)
_NARROWEST_PAGE, _WIDEST_PAGE = 90.0, 400.0
"""No line on paper is as narrow or as wide (A4 landscape at 9 pt): such text was not wrapped on a page."""
_FEWEST = 5
_TOGETHER = 0.94
_STRAY = 0.02


def width(text: str, *, bold: bool = False) -> float:
    """Return the natural width of the text."""
    return font_widths.text_width(text, SIZE, bold=bold)


def text_width(lines: Sequence[Line]) -> float | None:
    """Return the width at which the lines were wrapped; None when they were not, or are too few to tell.

    It is the widest that at least five lines reach together, a few stray longer ones aside: links, or a line of a
    landscape page.
    """
    widths = sorted((width(line.text) for line in lines if not line.cells), reverse=True)
    strays = max(1, int(len(widths) * _STRAY))
    for start, widest in enumerate(widths[: strays + 1]):
        together = start + _FEWEST - 1
        if widest > _WIDEST_PAGE or together >= len(widths):
            continue
        if widths[together] > max(widest * _TOGETHER, _NARROWEST_PAGE):
            return widths[together]
    return None
