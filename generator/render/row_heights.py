"""Which rows of a table are taller than a page: those alone may be split.

LibreOffice cuts off what of an unsplittable row does not fit a page, and loses the rows below; Word splits it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from generator.ooxml.font_widths import MM_PER_POINT, MM_PER_TWIP, SINGLE_LINE, wrap
from generator.render.grid import HEADING, EvenRow, Grid, GridCell
from generator.render.looks import Looks
from generator.render.table_xml import CELL_STYLES, PlacedCell, place, placed_cells
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
    rows, first = place(grid), grid.heading_rows
    heading = [placed_cells(row) for row in rows[:first]]
    free = page - _SURE_LINES * _line(looks.style(CELL_STYLES[HEADING]).size)
    least = free - sum(max(_most_height(cell, widths, looks) for cell in row) for row in heading)
    doubtful = [*_not_short(rows, first, *_surely_short(widths, looks, least))]
    if not doubtful:
        return frozenset()
    room = free - sum(max(_height(cell, widths, looks) for cell in row) for row in heading)
    found: set[int] = set()
    for position in doubtful:
        for one in placed_cells(rows[position]):
            if _is_long(one, widths, looks, room) and _height(one, widths, looks) > room:
                found |= set(range(position, position + one.cell.rows))
    return frozenset(found)


def _not_short(
    rows: Sequence[EvenRow | Sequence[PlacedCell]], first: int, most: float, lines: Sequence[float]
) -> Iterator[int]:
    """Yield the places of the rows below the heading that by the number of letters may have a long cell.

    The longest text of each column of all even rows tells first whether any of these needs a look of its own.
    """
    even = zip(*(row.texts for row in rows[first:] if isinstance(row, EvenRow)), strict=True)
    none_long = all(1 + max(map(len, texts)) * line <= most for texts, line in zip(even, lines, strict=False))
    for position, row in enumerate(rows[first:], start=first):
        if none_long and isinstance(row, EvenRow):
            continue
        cells = ((one.cell.paragraphs, lines[one.column]) for one in placed_cells(row))
        if any(len(texts) + sum(map(len, texts)) * line > most for texts, line in cells):
            yield position


def _surely_short(widths: Sequence[int], looks: Looks, room: float) -> tuple[float, list[float]]:
    """Return up to how many lines are no long cell by `_is_long`, and how many lines a letter counts as by column."""
    size = max(looks.style(name).size for name in CELL_STYLES.values())
    across = (max(1.0, (width - looks.cell_padding) * MM_PER_TWIP) for width in widths)
    return room / (2 * _line(size)), [2 * size * _WIDEST_LETTER / one for one in across]


def _is_long(placed: PlacedCell, widths: Sequence[int], looks: Looks, room: float) -> bool:
    """Tell by the number of letters whether a cell could be so high; most could not, and need no closer look."""
    if placed.above:
        return False
    style = looks.style(CELL_STYLES[placed.cell.style])
    return _most_lines(placed, widths, looks) * _line(style.size) * 2 > room


def _most_lines(placed: PlacedCell, widths: Sequence[int], looks: Looks) -> float:
    """Return how many lines a cell does not exceed, by the number of its letters."""
    paragraphs, size = placed.cell.paragraphs, looks.style(CELL_STYLES[placed.cell.style]).size
    across = max(1.0, _across(placed, widths, looks))
    return len(paragraphs) + 2 * sum(map(len, paragraphs)) * size * _WIDEST_LETTER / across


def _most_height(placed: PlacedCell, widths: Sequence[int], looks: Looks) -> float:
    """Return a height in mm that a cell does not exceed, by the number of its letters."""
    if placed.above:
        return 0.0
    return _of_lines(_most_lines(placed, widths, looks), placed.cell, looks)


def _of_lines(lines: float, cell: GridCell, looks: Looks) -> float:
    """Return the height of so many lines of a cell in mm, with the space around its paragraphs."""
    style = looks.style(CELL_STYLES[cell.style])
    return lines * _line(style.size) * style.spacing + len(cell.paragraphs) * style.space * MM_PER_POINT


def _line(size: float) -> float:
    """Return the height of a single line of Times New Roman in mm."""
    return size * SINGLE_LINE * MM_PER_POINT


def _height(placed: PlacedCell, widths: Sequence[int], looks: Looks) -> float:
    """Return the height of a cell in mm; nothing for the lower part of a merged one."""
    cell = placed.cell
    if placed.above or not cell.paragraphs:
        return 0.0
    room = _across(placed, widths, looks)
    return _of_lines(sum(_lines(text, max(room, 1.0), cell, looks) for text in cell.paragraphs), cell, looks)


def _across(placed: PlacedCell, widths: Sequence[int], looks: Looks) -> float:
    """Return the width of the text of a cell in mm."""
    columns = widths[placed.column : placed.column + placed.cell.columns]
    return (sum(columns) - looks.cell_padding) * MM_PER_TWIP


def _lines(text: str, room: float, cell: GridCell, looks: Looks) -> int:
    """Return how many lines a paragraph takes, a word wider than the cell broken over several."""
    face = looks.face(CELL_STYLES[cell.style])
    found = wrap(plain(text), room, face.size, bold=face.bold or cell.bold, italic=face.italic)
    return sum(max(1, math.ceil(face.width(line) / room)) for line in found)
