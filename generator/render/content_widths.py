"""What the content of a table of the data asks of its columns: room for the longest word, and a share of the page."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set

from generator.ooxml.balanced_lines import Face
from generator.render.column_fit import need, pieces_of, words_of
from generator.render.grid import HEADING, CellForm, EvenRow, Grid, GridCell
from generator.render.looks import Looks
from generator.render.rich_text import is_marked
from generator.render.table_xml import CELL_STYLES, PlacedCell, place, placed_cells
from generator.vietnamese.marks import plain

_LEAST = 8.0
"""Millimetres of text that even a column of nothing counts as."""


def grid_needs(grid: Grid, looks: Looks, read: Set[int] | None = None) -> Iterator[list[int]]:
    """Yield the twips that each column takes for its longest word, and then for the longest piece of one.

    A cell over several columns asks a like part of each. Where ``read`` tells which columns are of interest, cells over
    none of them are not read.
    """
    held = _texts(grid).items()
    words = {key: _words(texts) for key, texts in held if read is None or not read.isdisjoint(key[0])}
    yield _needs(words, len(grid.widths), looks)
    yield _needs({key: pieces_of(own) for key, own in words.items()}, len(grid.widths), looks)


_Key = tuple[Sequence[int], str, bool]
"""The columns of a cell, its style, and whether it is bold."""


def _texts(grid: Grid) -> dict[_Key, list[str]]:
    """Return the texts of cells that are alike."""
    texts: dict[_Key, list[str]] = {}
    even: dict[tuple[CellForm, ...], list[Sequence[str]]] = {}
    for row in place(grid):
        if isinstance(row, EvenRow):
            even.setdefault(row.forms, []).append(row.texts)
        else:
            for cell, columns in _begun(row):
                texts.setdefault((columns, cell.style, cell.bold), []).extend(cell.paragraphs)
    for forms, rows in even.items():
        for column, (form, own) in enumerate(zip(forms, zip(*rows, strict=True), strict=True)):
            texts.setdefault((range(column, column + 1), form.style, form.bold), []).extend(own)
    return texts


def _words(texts: Sequence[str]) -> set[str]:
    different = {*texts}
    return words_of(map(plain, different) if any(map(is_marked, different)) else different)


def _needs(words: Mapping[_Key, Collection[str]], count: int, looks: Looks) -> list[int]:
    needs = [looks.cell_padding] * count
    for (columns, style, bold), found in words.items():
        share = math.ceil(need(found, _face(style, looks, bold=bold), looks.cell_padding) / len(columns))
        for column in columns:
            needs[column] = max(needs[column], share)
    return needs


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
    """Yield each cell with the columns that it covers."""
    for row in place(grid):
        yield from _begun(placed_cells(row))


def _begun(row: Iterable[PlacedCell]) -> Iterator[tuple[GridCell, Sequence[int]]]:
    """Yield the cells that begin in a row."""
    for placed in row:
        if not placed.above:
            yield placed.cell, range(placed.column, placed.column + placed.cell.columns)
