"""How printed lines are set: centred, level at an edge or between both, as far as their places show it.

An alignment that cannot be told is empty.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.lint.printed import Frame
from generator.reading.pdf.strips import Strip

_LEVEL = 3.0
"""Points within which edges are level."""
_CENTRED = 6.0
"""Points by which the middle of a centred line may miss that of its column."""
_ASIDE = 18.0
"""Points from which on a line is no longer roughly centred."""
_RAGGED = 2.0
"""Points by which the lines of a text that is set level at the left alone miss the right edge."""
_SHORTER = 12.0
"""Points by which lines must differ in width for their edges to tell how they are set."""


def columns_of(strips: Mapping[int, Strip]) -> dict[int, list[Strip]]:
    """Return for each line of a letterhead or an ending the lines of its column, by its number.

    The lines of the left column come before those of the right one, which begins higher up again.
    """
    found: dict[int, list[Strip]] = {}
    column: list[Strip] = []
    before: Strip | None = None
    for number, strip in sorted(strips.items()):
        goes_on = before and before.page == strip.page and before.columned and _is_below(strip, before)
        column = column if goes_on else []
        before = strip
        if strip.columned:
            column.append(strip)
            found[number] = column
    return found


def _is_below(strip: Strip, before: Strip) -> bool:
    return strip.row.baseline > before.row.baseline


def alignment_of(
    strips: Sequence[Strip], frame: Frame, column: Sequence[Strip] | None, beside: Sequence[Strip] = ()
) -> str:
    """Return how a paragraph of these printed lines is set between the edges of the text, or in its column.

    `beside` are all lines of its page: where nothing shows the edges, lines of one middle are centred.
    """
    if column is not None:
        return _in_column(strips, column)
    if not all(frame.sure):
        others = [one for one in beside if not one.columned]
        return "center" if _has_one_middle([*strips, *others], strips) and not _is_flush(strips, others) else ""
    return _of_several(strips, frame) if len(strips) > 1 else _of_one(strips[0], frame)


def _in_column(strips: Sequence[Strip], column: Sequence[Strip]) -> str:
    """Return how lines are set beside the widest of their column, which shows where its edges are."""
    widest = max(column, key=lambda one: one.width)
    others = [one for one in strips if one is not widest]
    fitting = [
        name
        for name, places in (
            ("center", [(one.row.middle, widest.row.middle, _CENTRED) for one in others]),
            ("left", [(one.row.x0, widest.row.x0, _LEVEL) for one in others]),
            ("right", [(one.row.x1, widest.row.x1, _LEVEL) for one in others]),
        )
        if places and all(abs(own - other) <= slack for own, other, slack in places)
    ]
    if len(fitting) == 1:
        return fitting[0]
    aside = [one.row.middle - widest.row.middle for one in others]
    if fitting or not aside or min(map(abs, aside)) < _ASIDE:
        return ""
    return "left" if max(aside) < 0 else "right" if min(aside) > 0 else ""


def _has_one_middle(strips: Sequence[Strip], own: Sequence[Strip]) -> bool:
    """Tell whether own lines stand around one middle, as others that are wider or narrower do."""
    middle = own[0].row.middle
    widths = [one.width for one in strips if abs(one.row.middle - middle) <= _CENTRED]
    return all(abs(one.row.middle - middle) <= _CENTRED for one in own) and max(widths) - min(widths) > _SHORTER


def _is_flush(strips: Sequence[Strip], others: Sequence[Strip]) -> bool:
    """Tell whether the lines begin where several others do: these show an edge, whatever middle they happen to have."""
    edge = strips[0].row.x0
    return sum(abs(one.row.x0 - edge) <= _LEVEL for one in others if one not in strips) > 1


def _of_several(strips: Sequence[Strip], frame: Frame) -> str:
    """Return how lines are set: full ones end together, the last one and the first one's indent aside."""
    if _has_one_middle(strips, strips) and strips[0].row.x0 > frame.left + _LEVEL:
        return "center"
    starts, ends = [one.row.x0 for one in strips[1:]], [one.row.x1 for one in strips[:-1]]
    if max(starts) - min(starts) > _LEVEL:
        return ""
    if all(abs(end - frame.right) <= _RAGGED for end in ends):
        return "justify"
    ragged = len(ends) > 1 and all(end < frame.right - _RAGGED for end in ends)
    return "left" if ragged else ""


def _of_one(strip: Strip, frame: Frame) -> str:
    """Return how one line is set; one that fills the width shows nothing."""
    left, right = strip.row.x0 - frame.left, frame.right - strip.row.x1
    if right <= _SHORTER and left < (frame.right - frame.left) / 3:
        return ""
    if abs(left - right) <= 2 * _CENTRED:
        return "center"
    if min(left, right) > _SHORTER and abs(left - right) < 2 * _ASIDE:
        return ""
    return "left" if left < right else "right"
