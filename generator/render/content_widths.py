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
    texts: dict[tuple[Sequence[int], str, bool], list[str]] = {}
    for cell, columns in _cells(grid):
        texts.setdefault((columns, cell.style, cell.bold), []).extend(cell.paragraphs)
    whole, pieces = ([looks.cell_padding] * len(grid.widths) for _ in range(2))
    for (columns, style, bold), held in texts.items():
        face, words = _face(style, looks, bold=bold), words_of(map(plain, {*held}))
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
    face = _face(cell.style, looks, bold=cell.bold)
    return max((face.width(plain(text)) for text in cell.paragraphs), default=0.0)


def _face(style: str, looks: Looks, *, bold: bool) -> Face:
    face = looks.face(CELL_STYLES[style])
    return face._replace(bold=face.bold or bold)


def _cells(grid: Grid) -> Iterator[tuple[GridCell, Sequence[int]]]:
    """Yield each cell that begins in a row with the columns that it covers."""
    for row in place(grid):
        for placed in row:
            if not placed.above:
                yield placed.cell, range(placed.column, placed.column + placed.cell.columns)
