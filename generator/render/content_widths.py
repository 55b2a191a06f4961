"""What the content of a table of the data asks of its columns: room for the longest word, and a share of the page."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from generator.ooxml.balanced_lines import Face
from generator.render.column_fit import need, pieces_of, words_of
from generator.render.grid import HEADING, Grid, GridCell
from generator.render.looks import Looks
from generator.render.table_xml import CELL_STYLES, place
from generator.vietnamese.marks import plain

_LEAST = 8.0
"""Millimetres of text that even a column of nothing counts as."""


def grid_needs(grid: Grid, looks: Looks) -> tuple[list[int], list[int]]:
    """Return the twips that each column takes for its longest word, and for the longest piece of one.

    A cell over several columns asks a like part of each.
    """
    whole, pieces = ([looks.cell_padding] * len(grid.widths) for _ in range(2))
    for cell, columns in _cells(grid):
        face = _face(cell, looks)
        words = words_of(map(plain, cell.paragraphs))
        for needs, found in ((whole, words), (pieces, pieces_of(words))):
            share = math.ceil(need(found, face, looks.cell_padding) / len(columns))
            for column in columns:
                needs[column] = max(needs[column], share)
    return whole, pieces


def content_shares(grid: Grid, looks: Looks) -> list[float]:
    """Return the share of each column: by the root of what its cells hold, so that no row is needlessly high."""
    held = [_LEAST] * len(grid.widths)
    for cell, columns in _cells(grid):
        if len(columns) == 1 and cell.style != HEADING:
            held[columns[0]] = max(held[columns[0]], _typical(cell, looks))
    return [math.sqrt(length) for length in held]


def _typical(cell: GridCell, looks: Looks) -> float:
    return max((_face(cell, looks).width(plain(text)) for text in cell.paragraphs), default=0.0)


def _face(cell: GridCell, looks: Looks) -> Face:
    face = looks.face(CELL_STYLES[cell.style])
    return face._replace(bold=face.bold or cell.bold)


def _cells(grid: Grid) -> Iterator[tuple[GridCell, Sequence[int]]]:
    """Yield each cell that begins in a row with the columns that it covers."""
    for row in place(grid):
        for placed in row:
            if not placed.above:
                yield placed.cell, range(placed.column, placed.column + placed.cell.columns)
