"""Cells placed on the grid of a table, and the grid as rows with a text and a span for each place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.reading.grids import is_heading
from generator.reading.lines import Span
from generator.reading.pdf.ruled import Cell
from generator.reading.task_columns import TaskColumn, task_columns

_COVERED = Span(0, 0)


@dataclass(frozen=True)
class TableRow:
    """One row of a table with a text and a span for each column; a place that another cell covers spans nothing."""

    cells: tuple[str, ...]
    spans: tuple[Span, ...]
    page: int
    drawn: tuple[Cell, ...] = ()
    """The cells that begin in it, as they are drawn."""


@dataclass
class Placed:
    """A cell with its place on the grid, from 0, and what it takes of it."""

    row: int
    column: int
    span: Span
    text: str
    drawn: Cell

    def covers(self, row: int, column: int) -> bool:
        """Tell whether the cell covers a place of the grid."""
        return self.row <= row < self.row + self.span.rows and self.column <= column < self.column + self.span.columns

    def ends_above(self, below: Placed) -> bool:
        """Tell whether a cell of the same columns begins right below it."""
        level = self.column == below.column and self.span.columns == below.span.columns
        return level and self.row + self.span.rows == below.row

    def grow(self, end: int) -> None:
        """Let the cell reach down to the row before `end`."""
        self.span = self.span._replace(rows=max(self.span.rows, end - self.row))


def rows_of_cells(cells: Sequence[Placed], pages: Sequence[int], columns: int) -> list[TableRow]:
    """Return the rows of a grid; a place that no cell covers is an empty cell, one that two would cover the first's."""
    texts = [[""] * columns for _ in pages]
    spans: list[list[Span | None]] = [[None] * columns for _ in pages]
    for cell in sorted(cells, key=lambda cell: (cell.row, cell.column)):
        if spans[cell.row][cell.column] is None:
            _place(cell, texts, spans)
        else:
            texts[cell.row][cell.column] = f"{texts[cell.row][cell.column]} {cell.text}".strip()
    rows = zip(texts, spans, pages, strict=True)
    drawn = _drawn(cells, len(pages))
    return [
        TableRow(tuple(own), tuple(span or Span() for span in taken), page, tuple(begun))
        for (own, taken, page), begun in zip(rows, drawn, strict=True)
    ]


def _drawn(cells: Sequence[Placed], count: int) -> list[list[Cell]]:
    begun: list[list[Cell]] = [[] for _ in range(count)]
    for cell in cells:
        begun[cell.row].append(cell.drawn)
    return begun


def _place(cell: Placed, texts: list[list[str]], spans: list[list[Span | None]]) -> None:
    """Put a cell on the grid, smaller where another one is in its way."""
    own = spans[cell.row]
    free = range(cell.column, min(cell.column + cell.span.columns, len(own)))
    columns = next((place - cell.column for place in free if own[place] is not None), len(free))
    below = range(cell.row, min(cell.row + cell.span.rows, len(spans)))
    taken = (row for row in below if any(spans[row][cell.column : cell.column + columns]))
    rows = next(taken, below.stop) - cell.row
    for row in range(cell.row, cell.row + rows):
        spans[row][cell.column : cell.column + columns] = [_COVERED] * columns
    own[cell.column] = Span(columns, rows)
    texts[cell.row][cell.column] = cell.text


def with_one_heading(rows: list[TableRow]) -> list[TableRow]:
    """Return the rows, the two of a heading made one where that makes the columns of a task table known.

    A heading over several columns stands before each of those below it.
    """
    depths = {span.rows for span in rows[0].spans if span != _COVERED} if rows else set()
    if len(rows) < 3 or depths != {1, 2} or not is_heading([cell for cell in rows[0].cells if cell]):
        return rows
    above, names = "", []
    for over, under in zip(rows[0].cells, rows[1].cells, strict=True):
        above = over or above
        names.append(f"{above} - {under}" if under and above else under or over)
    columns = task_columns(names)
    if TaskColumn.NAME not in columns or None in columns:
        return rows
    return [TableRow(tuple(names), (Span(),) * len(names), rows[0].page, rows[0].drawn), *rows[2:]]
