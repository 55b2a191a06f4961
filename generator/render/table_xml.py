"""A grid as a Word table: widths in tblGrid and in every cell, headings repeated, rows not split over pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from generator.errors import DataError
from generator.render.column_fit import column_widths
from generator.render.grid import CELL, GROUP, HEADING, Grid, GridCell
from generator.render.printing import Block, PieceWriter
from generator.templates.styles import TABLE_STYLE

CELL_STYLES = {HEADING: "Bảng - tiêu đề", GROUP: "Bảng - nhóm", CELL: "Bảng - ô"}


class PlacedCell(NamedTuple):
    """A cell at its column; ``above`` marks the part of a merged cell below its first row."""

    cell: GridCell
    column: int
    above: bool = False


def table_xml(grid: Grid, width: int, styles: Mapping[str, str]) -> Block:
    """Return the pieces of the ``w:tbl`` of a grid.

    ``width`` is the width of the table in twips, ``styles`` maps style names to ids. A heading stays on one page with
    the first row: LibreOffice loses rows below a heading that stands alone at the foot of a page. Raises DataError when
    cells overlap or reach beyond the last column.
    """
    widths = column_widths(grid.widths, width)
    openings = _Openings(widths, styles)
    writer = PieceWriter()
    writer.xml(table_opening(widths, styles))
    for position, row in enumerate(place(grid)):
        heading = position < grid.heading_rows
        writer.xml(row_opening(heading=heading, splits=position in grid.split))
        for placed in row:
            _cell(writer, placed, openings, keep=heading or position in grid.kept)
        writer.xml("</w:tr>")
    writer.xml("</w:tbl>")
    return writer.block()


def table_opening(widths: Sequence[int], styles: Mapping[str, str]) -> str:
    """Return the beginning of a table with its columns in twips."""
    columns = "".join(f'<w:gridCol w:w="{column}"/>' for column in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{styles[TABLE_STYLE]}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
    )


def place(grid: Grid) -> list[list[PlacedCell]]:
    """Return every row with all its cells at their columns, empty ones where the data gives none."""
    count = len(grid.widths)
    reaching: dict[int, PlacedCell] = {}
    placed_rows = []
    for number, row in enumerate(grid.rows, start=1):
        if not reaching and len(row) == count and all([cell.columns == cell.rows == 1 for cell in row]):
            placed_rows.append([PlacedCell(cell, column) for column, cell in enumerate(row)])
            continue
        placed = list(_place_row(row, reaching, count, number))
        reaching = {
            one.column: one._replace(cell=one.cell._replace(rows=one.cell.rows - 1))
            for one in placed
            if one.cell.rows > 1
        }
        placed_rows.append(placed)
    return placed_rows


def _place_row(
    row: Sequence[GridCell], reaching: Mapping[int, PlacedCell], count: int, number: int
) -> Iterator[PlacedCell]:
    waiting = list(row)
    column = 0
    while column < count:
        if column in reaching:
            placed = reaching[column]._replace(above=True)
        else:
            placed = PlacedCell(waiting.pop(0) if waiting else GridCell(), column)
        covered = range(column + 1, column + placed.cell.columns)
        if column + placed.cell.columns > count or any(other in reaching for other in covered):
            raise _overlap(number)
        yield placed
        column += placed.cell.columns
    if waiting:
        raise _overlap(number)


def _overlap(number: int) -> DataError:
    return DataError(
        f"bảng, hàng {number}: các ô gộp chồng lên nhau hoặc vượt quá số cột",
        hint="hãy kiểm tra columns (số cột gộp) và rows (số hàng gộp) của các ô trong hàng này và các hàng trên",
    )


def row_opening(*, heading: bool, splits: bool = False) -> str:
    """Return the beginning of a row, repeated when it is a heading; ``splits``: may go on on the next page."""
    if splits:
        return "<w:tr>"
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if heading else ''}</w:trPr>"


class _Openings(dict[tuple[Any, ...], tuple[str, str]]):
    """The beginnings of cells and of their paragraphs in one table, made once for cells of a kind."""

    def __init__(self, widths: Sequence[int], styles: Mapping[str, str]) -> None:
        super().__init__()
        self._widths, self._styles = widths, styles

    def __missing__(self, key: tuple[Any, ...]) -> tuple[str, str]:
        column, columns, merged, above, style, align, keep = key
        merge = "<w:vMerge/>" if above else '<w:vMerge w:val="restart"/>' if merged else ""
        opening = cell_opening(sum(self._widths[column : column + columns]), columns, merge)
        self[key] = made = opening, paragraph_opening(self._styles[CELL_STYLES[style]], align, keep=keep)
        return made


def _cell(writer: PieceWriter, placed: PlacedCell, openings: _Openings, *, keep: bool) -> None:
    (paragraphs, columns, rows, style, align, bold), column, above = placed
    opening, paragraph = openings[column, columns, rows > 1, above, style, align, keep]
    before = opening + paragraph
    for text in (() if above else paragraphs) or ("",):
        writer.xml(before)
        writer.runs(text, bold=bold)
        before = f"</w:p>{paragraph}"
    writer.xml("</w:p></w:tc>")


def cell_opening(width: int, columns: int = 1, merge: str = "") -> str:
    """Return the beginning of a cell, its width in twips."""
    span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}</w:tcPr>'


def paragraph_opening(style: str, align: str | None, *, keep: bool = False) -> str:
    """Return the beginning of a paragraph of a cell; ``keep`` holds its row on one page with the next."""
    value = {"justify": "both"}.get(align or "", align)
    jc = f'<w:jc w:val="{value}"/>' if value else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{"<w:keepNext/>" if keep else ""}{jc}</w:pPr>'
