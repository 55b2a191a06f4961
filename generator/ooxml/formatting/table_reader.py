"""A table read: its grid, widths and lines, and the paragraphs of its cells."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.ooxml.formatting import table_measures
from generator.ooxml.formatting.borders import CellBorders, Edges
from generator.ooxml.formatting.context import Around, FileContext
from generator.ooxml.formatting.drawings import Frame
from generator.ooxml.formatting.grid import (
    CellSource,
    RowSource,
    columns_of,
    is_heading,
    may_split,
    own_width,
    rows_of,
    widths_of,
)
from generator.ooxml.formatting.markup import Element, W, millimetres
from generator.ooxml.formatting.table_style import Spot, TableStyle
from generator.ooxml.formatting.values import Cell, CellPlace, Row, Table

Blocks = Callable[[Element, Around], None]


class TableReader:
    """Reads the tables of a story; `blocks` takes what stands in a cell."""

    def __init__(self, file: FileContext, blocks: Blocks, section: int) -> None:
        self._file = file
        self._blocks = blocks
        self._section = file.section(section)

    def read(self, node: Element, around: Around) -> None:
        """Take a table with all that stands in it; a table without rows is none."""
        rows, removed = rows_of(node)
        for row in removed:
            self._remark(row, "bỏ hàng đã xóa khi theo dõi thay đổi")
        if not rows:
            return
        self._file.tables.append(None)
        number = len(self._file.tables)
        table = _TableSource(self._file, node, rows)
        made = tuple(self._row(table, number, index, around) for index in range(len(rows)))
        self._file.tables[number - 1] = Table(
            number=number,
            section=self._section.index,
            rows=made,
            widths=tuple(map(millimetres, table.widths)),
            left=millimetres(self._left(table, around)),
            padding=(millimetres(table.padding[0]), millimetres(table.padding[1])),
            inside=around.table,
            alignment=table_measures.alignment_of(table.levels),
        )

    def _left(self, table: _TableSource, around: Around) -> float:
        hangs = table.padding[0] if self._file.tables_hang and around.table is None else 0.0
        return table_measures.left_edge(
            table.levels,
            table_measures.alignment_of(table.levels),
            sum(table.widths),
            around.frame.width * 1440 / 25.4,
            hangs=hangs,
            page_left=(around.frame.page_left or 0.0) * 1440 / 25.4,
        )

    def _row(self, table: _TableSource, number: int, index: int, around: Around) -> Row:
        source = table.rows[index]
        for cell in source.cells:
            if cell.goes_on:
                self._remark(cell.node, "bỏ chữ nằm khuất trong ô gộp")
        cells = [self._cell(table, cell, number, around) for cell in source.cells if not cell.goes_on]
        return Row(
            cells=tuple(cells),
            is_heading=is_heading(source),
            may_split=may_split(source),
            height=table_measures.height_of(source.properties),
        )

    def _cell(self, table: _TableSource, cell: CellSource, number: int, around: Around) -> Cell:
        width = table.width(cell)
        inner = width - sum(table_measures.cell_padding(cell.properties, table.padding))
        place = CellPlace(number, cell.row + 1, cell.column + 1, cell.columns)
        layers = table.style.layers(table.style.regions(table.spots[id(cell)]))
        first = self._file.next_number
        frame = Frame(max(0.0, millimetres(inner)), None, around.frame.page_width)
        self._blocks(cell.node, Around(around.part, frame, place, layers, number))
        return Cell(
            column=cell.column + 1,
            columns=cell.columns,
            rows=cell.rows,
            width=millimetres(width),
            paragraphs=tuple(range(first, self._file.next_number)),
            borders=table.edges[id(cell)],
            shaded=table_measures.is_shaded(table.style, table.spots[id(cell)], cell.properties),
        )

    def _remark(self, node: Element, what: str) -> None:
        text = " ".join("".join(one.text or "" for one in node.iter(W + "t", W + "delText")).split())
        if text:
            self._file.remarks.append(f"{what}: «{text}»")


class _TableSource:
    """A table with all that is worked out before its cells are read."""

    def __init__(self, file: FileContext, node: Element, rows: Sequence[RowSource]) -> None:
        properties = node.find(W + "tblPr")
        self.rows = rows
        self.style = TableStyle(file.styles, properties)
        self.levels = table_measures.table_properties(self.style, properties)
        self.padding = table_measures.padding_of(self.levels)
        self.widths = widths_of(node, rows)
        columns = columns_of(rows)
        self.spots = {
            id(cell): Spot(cell.row, len(rows), cell.column, cell.column + cell.columns, columns)
            for row in rows
            for cell in row.cells
        }
        self.edges: dict[int, Edges] = CellBorders(self.style, properties).drawn(rows, self.spots)

    def width(self, cell: CellSource) -> float:
        """Return the width of a cell in twips: its own, else that of its grid columns."""
        own = own_width(cell)
        return own if own else sum(self.widths[cell.column : cell.column + cell.columns])
