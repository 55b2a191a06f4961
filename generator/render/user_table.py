"""A table of the data as a grid."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.blocks import Cell, Table
from generator.render.grid import CELL, HEADING, Grid, GridCell
from generator.render.rich_text import paragraphs_of


def user_grid(table: Table) -> Grid:
    """Return the grid of a table; all columns are equally wide unless each is given its width."""
    columns = max(_column_count(table.rows), len(table.widths))
    widths = table.widths if len(table.widths) == columns else (1.0,) * columns
    rows = tuple(
        tuple(_cell(cell, heading=position < table.heading_rows) for cell in row)
        for position, row in enumerate(table.rows)
    )
    return Grid(widths, rows, table.heading_rows)


def _column_count(rows: Sequence[Sequence[Cell]]) -> int:
    """Return how many columns the widest row takes, with those into which cells of the rows above reach; 1 at least."""
    reaching: list[tuple[int, int]] = []
    widest = 1
    for row in rows:
        reaching = [(columns, left - 1) for columns, left in reaching if left > 1]
        reaching += [(cell.columns, cell.rows) for cell in row]
        widest = max(widest, sum(columns for columns, _ in reaching))
    return widest


def _cell(cell: Cell, *, heading: bool) -> GridCell:
    return GridCell(
        paragraphs_of(cell.text),
        columns=cell.columns,
        rows=cell.rows,
        style=HEADING if heading else CELL,
        align=cell.align,
        bold=cell.bold,
    )
