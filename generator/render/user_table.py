"""A table of the data as a grid."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from operator import itemgetter

from generator.errors import DataError
from generator.model.blocks import Cell, Table
from generator.render.grid import CELL, HEADING, CellForm, EvenRow, Grid, GridCell, Row
from generator.render.printing import are_bare
from generator.render.rich_text import paragraphs_of
from generator.vietnamese.marks import plain

_Look = tuple[int, int, str | None, bool]
"""How many columns and rows a cell spans, its alignment, and whether it is bold."""

_LOOK = itemgetter("columns", "rows", "align", "bold")


def user_grid(table: Table) -> Grid:
    """Return the grid of a table; where the data give no widths of columns, the content decides them.

    Raises DataError when the cells take more columns than there are widths, or reach below the last row.
    """
    looks = [tuple(map(_LOOK, map(vars, row))) for row in table.rows]
    columns = max(_column_count(looks), len(table.widths))
    _check(table, columns, looks)
    texts = [tuple([vars(cell)["text"] or "" for cell in row]) for row in table.rows]
    bare = are_bare([*chain.from_iterable(texts)])
    rows: list[Row] = []
    for position, (own, printed) in enumerate(zip(looks, texts, strict=True)):
        heading = position < table.heading_rows
        if len(own) == columns and _is_even(own) and (bare or are_bare(printed)):
            rows.append(EvenRow(printed, _forms(own, HEADING if heading else CELL)))
        else:
            rows.append(tuple(_cell(cell, heading=heading) for cell in table.rows[position]))
    return Grid(table.widths or (1.0,) * columns, tuple(rows), table.heading_rows, free_widths=not table.widths)


@lru_cache(512)
def _is_even(looks: Sequence[_Look]) -> bool:
    """Tell whether no cell of a row spans more than one column and row."""
    return all(columns == rows == 1 for columns, rows, _, _ in looks)


@lru_cache(512)
def _forms(looks: Sequence[_Look], style: str) -> tuple[CellForm, ...]:
    return tuple(CellForm(style, align, bold) for _, _, align, bold in looks)


def _check(table: Table, columns: int, looks: Sequence[Sequence[_Look]]) -> None:
    if table.widths and columns > len(table.widths):
        raise DataError(
            f"bảng {_named(table)} có {columns} cột nhưng widths chỉ nêu {len(table.widths)} độ rộng",
            hint="hãy kiểm tra columns (số cột gộp) của các ô, hoặc ghi đủ widths",
        )
    if all(map(_is_even, looks)):
        return
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


def _column_count(looks: Sequence[Sequence[_Look]]) -> int:
    """Return how many columns the widest row takes, with those into which cells of the rows above reach; 1 at least."""
    if all(map(_is_even, looks)):
        return max(1, *map(len, looks)) if looks else 1
    reaching: list[tuple[int, int]] = []
    widest = 1
    for row in looks:
        reaching = [(columns, left - 1) for columns, left in reaching if left > 1]
        reaching += [(columns, rows) for columns, rows, _, _ in row]
        widest = max(widest, sum([columns for columns, _ in reaching]))
    return widest


def _cell(cell: Cell, *, heading: bool) -> GridCell:
    style = HEADING if heading else CELL
    return GridCell(paragraphs_of(cell.text), cell.columns, cell.rows, style, cell.align, cell.bold)
