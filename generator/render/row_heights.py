"""Which rows of a table are taller than a page: those alone may be split.

LibreOffice cuts off what of an unsplittable row does not fit a page, and loses the rows below; Word splits it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from generator.ooxml.font_widths import MM_PER_POINT, MM_PER_TWIP, SINGLE_LINE, wrap
from generator.render.grid import HEADING, Grid, GridCell
from generator.render.looks import Looks
from generator.render.table_xml import CELL_STYLES, PlacedCell, place
from generator.vietnamese.marks import plain

_WIDEST_LETTER = 0.36
"""Millimetres for each point of its size: about a quadrat. Two lines hold together more than one that is full."""
_SURE_LINES = 2
"""Lines by which a row must be shorter than a page to be surely on one; another program may break lines otherwise."""


def tall_rows(grid: Grid, widths: Sequence[int], looks: Looks, page: float) -> frozenset[int]:
    """Return the places of the rows that may not fit a page below the repeated heading.

    ``widths`` are those of the columns in twips, ``page`` is the height of the text in mm. All rows of a merged cell
    that is too tall belong to them; a row of the heading never does.
    """
    placed = place(grid)
    heading = sum(max(_height(cell, widths, looks) for cell in row) for row in placed[: grid.heading_rows])
    room = page - heading - _SURE_LINES * _line(looks.style(CELL_STYLES[HEADING]).size)
    found: set[int] = set()
    most, lines = _surely_short(widths, looks, room)
    for position, row in enumerate(placed[grid.heading_rows :], start=grid.heading_rows):
        for one in row:
            texts = one.cell.paragraphs
            if len(texts) + sum(map(len, texts)) * lines[one.column] <= most:
                continue
            if _is_long(one, widths, looks, room) and _height(one, widths, looks) > room:
                found |= set(range(position, position + one.cell.rows))
    return frozenset(found)


def _surely_short(widths: Sequence[int], looks: Looks, room: float) -> tuple[float, list[float]]:
    """Return up to how many lines are no long cell by `_is_long`, and how many lines a letter counts as by column."""
    size = max(looks.style(name).size for name in CELL_STYLES.values())
    across = (max(1.0, (width - looks.cell_padding) * MM_PER_TWIP) for width in widths)
    return room / (2 * _line(size)), [2 * size * _WIDEST_LETTER / one for one in across]


def _is_long(placed: PlacedCell, widths: Sequence[int], looks: Looks, room: float) -> bool:
    """Tell by the number of letters whether a cell could be so high; most could not, and need no closer look."""
    if placed.above:
        return False
    letters = sum(map(len, placed.cell.paragraphs))
    size = looks.style(CELL_STYLES[placed.cell.style]).size
    across = max(1.0, _across(placed, widths, looks))
    lines = len(placed.cell.paragraphs) + 2 * letters * size * _WIDEST_LETTER / across
    return lines * _line(size) * 2 > room


def _line(size: float) -> float:
    """Return the height of a single line of Times New Roman in mm."""
    return size * SINGLE_LINE * MM_PER_POINT


def _height(placed: PlacedCell, widths: Sequence[int], looks: Looks) -> float:
    """Return the height of a cell in mm; nothing for the lower part of a merged one."""
    cell = placed.cell
    if placed.above or not cell.paragraphs:
        return 0.0
    room = _across(placed, widths, looks)
    style = looks.style(CELL_STYLES[cell.style])
    lines = sum(_lines(text, max(room, 1.0), cell, looks) for text in cell.paragraphs)
    return lines * _line(style.size) * style.spacing + len(cell.paragraphs) * style.space * MM_PER_POINT


def _across(placed: PlacedCell, widths: Sequence[int], looks: Looks) -> float:
    """Return the width of the text of a cell in mm."""
    columns = widths[placed.column : placed.column + placed.cell.columns]
    return (sum(columns) - looks.cell_padding) * MM_PER_TWIP


def _lines(text: str, room: float, cell: GridCell, looks: Looks) -> int:
    """Return how many lines a paragraph takes, a word wider than the cell broken over several."""
    face = looks.face(CELL_STYLES[cell.style])
    found = wrap(plain(text), room, face.size, bold=face.bold or cell.bold, italic=face.italic)
    return sum(max(1, math.ceil(face.width(line) / room)) for line in found)
