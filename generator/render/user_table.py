"""A table of the data as a grid."""

from __future__ import annotations

from generator.model.blocks import Cell, Table
from generator.render.grid import CELL, HEADING, Grid, GridCell, rich_paragraphs


def user_grid(table: Table) -> Grid:
    """Return the grid of a table; columns without a width share the width equally."""
    columns = max((_reach(row) for row in table.rows), default=1)
    columns = max(columns, len(table.widths))
    widths = table.widths if len(table.widths) == columns else (1.0,) * columns
    rows = tuple(
        tuple(_cell(cell, heading=position < table.heading_rows) for cell in row)
        for position, row in enumerate(table.rows)
    )
    return Grid(widths, rows, table.heading_rows)


def _reach(row: tuple[Cell, ...]) -> int:
    return sum(cell.columns for cell in row)


def _cell(cell: Cell, *, heading: bool) -> GridCell:
    return GridCell(
        rich_paragraphs(cell.text),
        columns=cell.columns,
        rows=cell.rows,
        style=HEADING if heading else CELL,
        align=cell.align,
        bold=cell.bold,
    )
