"""The cells of a table on its grid of columns, merged ones told apart (17.4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.ooxml.formatting.markup import MC, Element, W, branch, child_value, is_on, number, twips, value

_THROUGH = frozenset({W + "sdt", W + "sdtContent", W + "customXml", W + "ins", W + "moveTo"})
_MOST_COLUMNS = 63
"""As many as Word allows."""


@dataclass
class CellSource:
    """One ``w:tc``; a legacy horizontal merge has made one of several."""

    node: Element
    row: int
    """From 0."""
    column: int
    """From 0."""
    columns: int = 1
    goes_on: bool = False
    """Whether it continues the cell above it."""
    rows: int = 1
    """Rows that it spans, for one that does not go on."""
    last: CellSource | None = None
    """The lowest of the cells merged into it."""

    @property
    def properties(self) -> Element | None:
        """Its ``w:tcPr``."""
        return self.node.find(W + "tcPr")


@dataclass
class RowSource:
    """One ``w:tr`` and its cells, from the left."""

    node: Element
    cells: list[CellSource] = field(default_factory=list)

    @property
    def properties(self) -> Element | None:
        """Its ``w:trPr``."""
        return self.node.find(W + "trPr")

    @property
    def is_deleted(self) -> bool:
        """Whether a tracked change has removed it."""
        return self.properties is not None and self.properties.find(W + "del") is not None


def children(holder: Element, name: str) -> Iterator[Element]:
    """Yield the rows of a table, or cells of a row, also those inside content controls and inserted ones."""
    for node in holder:
        if node.tag == name:
            yield node
        elif node.tag in _THROUGH:
            yield from children(node, name)
        elif node.tag == MC + "AlternateContent":
            for chosen in branch(node):
                yield from children(chosen, name)


def rows_of(table: Element) -> tuple[list[RowSource], list[Element]]:
    """Return the rows of a table, and those that a tracked change has removed."""
    rows: list[RowSource] = []
    removed: list[Element] = []
    for node in children(table, W + "tr"):
        row = RowSource(node)
        if row.is_deleted:
            removed.append(node)
            continue
        row.cells = _cells(node, len(rows))
        rows.append(row)
    _merge_down(rows)
    return rows, removed


def _cells(row: Element, index: int) -> list[CellSource]:
    cells: list[CellSource] = []
    properties = row.find(W + "trPr")
    column = _count(child_value(properties, "gridBefore"), least=0)
    for node in children(row, W + "tc"):
        own = node.find(W + "tcPr")
        if own is not None and own.find(W + "cellDel") is not None:
            continue
        span = _count(child_value(own, "gridSpan"), least=1) if column < _MOST_COLUMNS else 1
        if cells and _merge(own, "hMerge") == "continue":
            cells[-1].columns += span
        else:
            cells.append(CellSource(node, index, column, span, _merge(own, "vMerge") == "continue"))
        column += span
    return cells


def _count(text: str | None, *, least: int) -> int:
    return min(max(number(text) or least, least), _MOST_COLUMNS)


def _merge(properties: Element | None, name: str) -> str:
    node = None if properties is None else properties.find(W + name)
    return "" if node is None else value(node) or "continue"


def _merge_down(rows: Sequence[RowSource]) -> None:
    """Count the rows of merged cells; one that continues nothing is a cell of its own."""
    above: dict[int, CellSource] = {}
    for row in rows:
        now: dict[int, CellSource] = {}
        for cell in row.cells:
            owner = above.get(cell.column) if cell.goes_on else None
            if owner is None or owner.columns != cell.columns:
                cell.goes_on, owner = False, cell
            elif owner is not cell:
                owner.rows += 1
            owner.last = cell
            now[cell.column] = owner
        above = now


def columns_of(rows: Sequence[RowSource]) -> int:
    """Return how many grid columns the rows take."""
    return max((cell.column + cell.columns for row in rows for cell in row.cells), default=0)


def widths_of(table: Element, rows: Sequence[RowSource]) -> list[float]:
    """Return the widths of the grid columns in twips: from the grid, else from the cells; 0 where neither tells."""
    grid = table.find(W + "tblGrid")
    stated = [] if grid is None else [twips(value(one, "w")) or 0.0 for one in grid.findall(W + "gridCol")]
    count = columns_of(rows)
    widths = (stated[: max(count, _MOST_COLUMNS)] + [0.0] * count)[: max(count, min(len(stated), _MOST_COLUMNS))]
    for row in rows:
        for cell in row.cells:
            if cell.columns == 1 and not widths[cell.column]:
                widths[cell.column] = own_width(cell) or 0.0
    return widths


def own_width(cell: CellSource) -> float | None:
    """Return the width in twips that a cell states; None for one in per cent or left to Word."""
    properties = cell.properties
    width = None if properties is None else properties.find(W + "tcW")
    return twips(value(width, "w")) if value(width, "type") in (None, "dxa") else None


def is_heading(row: RowSource) -> bool:
    """Tell whether the row is repeated on each page."""
    return row.properties is not None and is_on(row.properties.find(W + "tblHeader"))


def may_split(row: RowSource) -> bool:
    """Tell whether a page break may part the row."""
    return row.properties is None or not is_on(row.properties.find(W + "cantSplit"))
