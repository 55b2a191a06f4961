"""Indents, line spacing and the space between paragraphs, measured on the page."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import median

from generator.lint.printed import Frame
from generator.nd30.profile import load_profile
from generator.ooxml.font_widths import MM_PER_POINT, SINGLE_LINE
from generator.reading import cues
from generator.reading.pdf.strips import Strip

_ROOM = 9.0
"""Points around a centred line that its column surely leaves free."""
_ALIKE = 0.5
_ROUNDED = 0.04
"""Single lines by which programs round a spacing."""
_TOUCHING = 1.5
"""Points up to which programs round the distance of lines without space between them."""


def indents(strips: Sequence[Strip], frame: Frame, *, inside: bool) -> tuple[float, float, float]:
    """Return the left, right and first indent in mm; of centred lines the room around the widest of them."""
    edge = min(one.row.x0 for one in (strips if inside else strips[1:] or strips))
    if inside:
        right = frame.right - max(one.row.x1 for one in strips)
        return (edge - frame.left - _ROOM) * MM_PER_POINT, (right - _ROOM) * MM_PER_POINT, 0.0
    if not frame.sure[0] or cues.starts_small(strips[0].row.text):
        return 0.0, 0.0, math.nan
    left = edge - frame.left if len(strips) > 1 else 0.0
    return left * MM_PER_POINT, 0.0, (strips[0].row.x0 - frame.left - left) * MM_PER_POINT


def _leading(strips: Sequence[Strip]) -> float | None:
    """Return by how much the baselines of a paragraph differ; None for one line, or lines of several sizes."""
    found = [
        after.row.baseline - before.row.baseline
        for before, after in pairwise(strips)
        if before.page == after.page and abs(before.row.size - after.row.size) < _ALIKE
    ]
    return median(found) if found and max(found) - min(found) <= 2 * _ALIKE else None


def line_spacing(strips: Sequence[Strip]) -> float:
    """Return the spacing of a paragraph in single lines; NaN where it cannot be told."""
    leading = _leading(strips)
    if leading is None or strips[0].columned:
        return math.nan
    spacing = leading / (strips[0].row.size * SINGLE_LINE)
    measure = load_profile().body.line_spacing
    bounds = (measure.range if measure else None) or ()
    allowed = next((bound for bound in bounds if bound and abs(bound - spacing) < _ROUNDED), None)
    return allowed if allowed is not None else round(spacing, 2)


def gap_between(above: Sequence[Strip], below: Sequence[Strip]) -> float | None:
    """Return the space between two paragraphs in points; None where it cannot be told."""
    if not above or not below or above[-1].page != below[0].page or above[-1].columned or below[0].columned:
        return None
    leading, other, sizes = _leading(above), _leading(below), [one.row.size for one in (*above, *below)]
    if leading is None or other is None or abs(leading - other) > _ALIKE or max(sizes) - min(sizes) > _ALIKE:
        return None
    gap = below[0].row.baseline - above[-1].row.baseline - leading
    return gap if gap > -_ALIKE else None


def touching(strips: Mapping[int, Strip]) -> Iterator[int]:
    """Yield the numbers of the lines of a letterhead or an ending that no space parts from the line above."""
    for (_, above), (number, below) in pairwise(sorted(strips.items())):
        if above.columned and below.columned and above.page == below.page:
            space = below.row.baseline - above.row.baseline - below.row.size * SINGLE_LINE
            if abs(space) < _TOUCHING:
                yield number
