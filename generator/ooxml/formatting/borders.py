"""The lines around the cells of a table: which are drawn, by cell, table and style (17.4.66, 17.4.67)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from generator.ooxml.formatting.grid import CellSource, RowSource
from generator.ooxml.formatting.layers import border_of
from generator.ooxml.formatting.markup import Element, W
from generator.ooxml.formatting.table_style import WHOLE, Spot, TableStyle

Edges = tuple[bool, bool, bool, bool]
"""Above, right, below, left."""
_NAMES: Final = {"start": "left", "end": "right"}
_OPPOSITE: Final = {0: 2, 1: 3, 2: 0, 3: 1}
_ROW_REGIONS: Final = frozenset({"firstRow", "lastRow", "band1Horz", "band2Horz"})
_COLUMN_REGIONS: Final = frozenset({"firstCol", "lastCol", "band1Vert", "band2Vert"})

Stated = dict[str, bool]


class CellBorders:
    """Works out the drawn edges of the cells of one table."""

    def __init__(self, style: TableStyle, properties: Element | None) -> None:
        self._style = style
        self._table = properties
        self._regions: dict[str, Stated] = {}

    def drawn(self, rows: Sequence[RowSource], spots: Mapping[int, Spot]) -> dict[int, Edges]:
        """Return the edges of each cell by the identity of its source; a line of a neighbour is one of its own."""
        own = {id(cell): self._own(cell, row, spots[id(cell)]) for row in rows for cell in row.cells}
        taken = {
            (cell.row, column): cell for row in rows for cell in row.cells for column in range(cell.column, _end(cell))
        }
        return {id(cell): _with_neighbours(cell, own, taken) for row in rows for cell in row.cells if not cell.goes_on}

    def _own(self, cell: CellSource, row: RowSource, spot: Spot) -> list[bool]:
        exceptions = row.node.find(W + "tblPrEx")
        levels = [(region, self._region(region)) for region in self._style.regions(spot)]
        levels += [(WHOLE, _stated((self._table,), "tblBorders")), (WHOLE, _stated((exceptions,), "tblBorders"))]
        levels.append(("cell", _stated((cell.properties,), "tcBorders")))
        edges = [False, False, False, False]
        for region, stated in levels:
            for side, name in enumerate(_names(region, spot)):
                edges[side] = stated.get(name, edges[side])
        return edges

    def _region(self, region: str) -> Stated:
        if region not in self._regions:
            holders = tuple(self._style.cells(region))
            self._regions[region] = _stated(holders, "tblBorders") | _stated(holders, "tcBorders")
        return self._regions[region]


def _stated(holders: Iterable[Element | None], name: str) -> Stated:
    """Return which edges the holders name, and whether they draw them; later ones count."""
    stated: Stated = {}
    for holder in holders:
        borders = None if holder is None else holder.find(W + name)
        for one in () if borders is None else borders:
            edge = str(one.tag).removeprefix(W)
            stated[_NAMES.get(edge, edge)] = border_of(one) is not None
    return stated


def _names(region: str, spot: Spot) -> tuple[str, str, str, str]:
    """Return the names under which a region states the four edges of a cell: the outer ones or the inner ones."""
    across = region == WHOLE or region in _ROW_REGIONS
    down = region == WHOLE or region in _COLUMN_REGIONS
    return (
        "insideH" if down and not spot.is_first_row else "top",
        "insideV" if across and not spot.is_last_column else "right",
        "insideH" if down and not spot.is_last_row else "bottom",
        "insideV" if across and not spot.is_first_column else "left",
    )


def _end(cell: CellSource) -> int:
    return cell.column + cell.columns


def _with_neighbours(
    cell: CellSource, own: Mapping[int, list[bool]], taken: Mapping[tuple[int, int], CellSource]
) -> Edges:
    last = cell.last or cell
    edges = [own[id(cell)][0], own[id(cell)][1], own[id(last)][2], own[id(cell)][3]]
    rows, columns = range(cell.row, last.row + 1), range(cell.column, _end(cell))
    beside = (
        [(cell.row - 1, column) for column in columns],
        [(row, _end(cell)) for row in rows],
        [(last.row + 1, column) for column in columns],
        [(row, cell.column - 1) for row in rows],
    )
    for side, places in enumerate(beside):
        neighbours = [taken[place] for place in places if place in taken]
        edges[side] = edges[side] or any(own[id(one)][_OPPOSITE[side]] for one in neighbours)
    return edges[0], edges[1], edges[2], edges[3]
