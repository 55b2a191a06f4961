"""A table of the data as a grid."""

from __future__ import annotations

from collections.abc import Sequence

from generator.errors import DataError
from generator.model.blocks import Cell, Table
from generator.render.grid import CELL, HEADING, Grid, GridCell
from generator.render.rich_text import paragraphs_of
from generator.vietnamese.marks import plain


def user_grid(table: Table) -> Grid:
    """Return the grid of a table; where the data give no widths of columns, the content decides them.

    Raises DataError when the cells take more columns than there are widths, or reach below the last row.
    """
    columns = max(_column_count(table.rows), len(table.widths))
    _check(table, columns)
    widths = table.widths or (1.0,) * columns
    rows = tuple(
        tuple(_cell(cell, heading=position < table.heading_rows) for cell in row)
        for position, row in enumerate(table.rows)
    )
    return Grid(widths, rows, table.heading_rows, free_widths=not table.widths)


def _check(table: Table, columns: int) -> None:
    if table.widths and columns > len(table.widths):
        raise DataError(
            f"bảng {_named(table)} có {columns} cột nhưng widths chỉ nêu {len(table.widths)} độ rộng",
            hint="hãy kiểm tra columns (số cột gộp) của các ô, hoặc ghi đủ widths",
        )
    below = [
        (place, cell) for place, row in enumerate(table.rows) for cell in row if place + cell.rows > len(table.rows)
    ]
    if below:
        place, cell = below[0]
        raise DataError(
            f"bảng {_named(table)}, hàng {place + 1}: ô gộp {cell.rows} hàng, vượt quá hàng cuối của bảng",
            hint="hãy kiểm tra rows (số hàng gộp) của ô",
        )


def _named(table: Table) -> str:
    first = next((cell.text for row in table.rows for cell in row if cell.text), "")
    return f"«{' '.join(plain(table.title or first or '').split())[:40]}»"


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
    style = HEADING if heading else CELL
    return GridCell(paragraphs_of(cell.text), cell.columns, cell.rows, style, cell.align, cell.bold)
