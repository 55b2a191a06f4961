"""The rule lines that stand directly below a printed line, drawn or typed (II.1b, II.2b, II.5b)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.ooxml.font_widths import MM_PER_POINT
from generator.ooxml.formatting.values import Drawing
from generator.reading.pdf.page import PageRead
from generator.reading.pdf.strips import Strip
from generator.reading.pdf.strokes import Stroke

_BELOW = 14.0
"""Points below the letters of a line within which its rule line is drawn."""
_SIGNS = "_‗—–¯⎯─-"
"""Signs that typed lines are made of."""
_SHORTEST = 3
_SMALL = 10.5
"""Points: smaller letters of the head are raised ones."""
RAISED = "raised"
"""The name of a line of raised underscores, which programs draw at different lengths."""
_MARGIN = 2.0
_UNDERLINE = 0.2
"""Share of the size up to which a line below the letters strikes their tails: an underline."""


def lines_below(page: PageRead, strips: Sequence[Strip], strip: Strip, column: Sequence[Strip]) -> tuple[Drawing, ...]:
    """Return the level lines between a line of text and the next one below it, none of a table.

    `strips` are all lines of its page, `column` those above and below it in its column of a letterhead.
    """
    left, right = min(one.row.x0 for one in (strip, *column)), max(one.row.x1 for one in (strip, *column))
    near = [one for one in (*page.strokes, *_typed(page)) if one.x0 < right and left < one.x1]
    below = [one for one in near if _is_below(one, strip) and not _underlines(one, strip) and not _in_table(page, one)]
    nearer = [one for one in strips if _is_text_below(one, strip)] if below else []
    return tuple(
        Drawing("line", (one.x1 - one.x0) * MM_PER_POINT, 0, name=one.name, solid=one.solid)
        for one in below
        if not any(_overlaps(other, one) and other.row.baseline < one.y - 1 for other in nearer)
    )


def is_underlined(page: PageRead, strip: Strip) -> bool:
    """Tell whether a line of text is underlined from its first letter to its last."""
    return any(_underlines(one, strip) for one in page.strokes)


def _underlines(one: Stroke, strip: Strip) -> bool:
    row = strip.row
    is_close = row.baseline < one.y < row.baseline + _UNDERLINE * row.size
    return is_close and abs(one.x0 - row.x0) < _MARGIN and abs(one.x1 - row.x1) < _MARGIN


def _typed(page: PageRead) -> Iterator[Stroke]:
    for row in page.rows:
        for word in row.words:
            if len(word.text) >= _SHORTEST and not word.text.strip(_SIGNS):
                yield Stroke(word.x0, word.x1, row.baseline, name=RAISED if word.size < _SMALL else "")


def _is_below(one: Stroke, strip: Strip) -> bool:
    row = strip.row
    return row.baseline < one.y < row.baseline + _BELOW + row.size


def _is_text_below(other: Strip, strip: Strip) -> bool:
    return other.row.baseline > strip.row.baseline + 1 and bool(other.row.text.strip(_SIGNS + " "))


def _overlaps(strip: Strip, one: Stroke) -> bool:
    return strip.row.x0 < one.x1 and one.x0 < strip.row.x1


def _in_table(page: PageRead, one: Stroke) -> bool:
    return any(
        table.x0 - _MARGIN < one.x0
        and one.x1 < table.x1 + _MARGIN
        and table.top - _MARGIN < one.y < table.bottom + _MARGIN
        for table in page.tables
    )
