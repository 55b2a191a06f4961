"""A grid as a Word table: widths in tblGrid and in every cell, headings repeated, rows not split over pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from generator.errors import DataError
from generator.render.column_fit import column_widths
from generator.render.grid import CELL, GROUP, HEADING, CellForm, EvenRow, Grid, GridCell
from generator.render.printing import RUN_CLOSE, Block, PieceWriter, open_run
from generator.templates.styles import TABLE_STYLE

CELL_STYLES = {HEADING: "Bảng - tiêu đề", GROUP: "Bảng - nhóm", CELL: "Bảng - ô"}


_CELL_CLOSE = "</w:p></w:tc>"


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
        keep = heading or position in grid.kept
        writer.xml(row_opening(heading=heading, splits=position in grid.split))
        if isinstance(row, EvenRow):
            writer.texts(openings.of_row(row.forms, keep=keep), row.texts)
            writer.xml(_CELL_CLOSE)
        else:
            for placed in row:
                _cell(writer, placed, openings, keep=keep)
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


def place(grid: Grid) -> list[EvenRow | list[PlacedCell]]:
    """Return every row with all its cells at their columns, empty ones where the data gives none.

    An even row stays as it is; one that has cells of the rows above in it is none.
    """
    count = len(grid.widths)
    reaching: dict[int, PlacedCell] = {}
    placed_rows: list[EvenRow | list[PlacedCell]] = []
    for number, row in enumerate(grid.rows, start=1):
        if isinstance(row, EvenRow):
            if not reaching and len(row.texts) == count:
                placed_rows.append(row)
                continue
            row = row.cells()  # noqa: PLW2901
        placed = list(_place_row(row, reaching, count, number))
        reaching = {
            one.column: one._replace(cell=one.cell._replace(rows=one.cell.rows - 1))
            for one in placed
            if one.cell.rows > 1
        }
        placed_rows.append(placed)
    return placed_rows


def placed_cells(row: EvenRow | Sequence[PlacedCell]) -> Sequence[PlacedCell]:
    """Return the cells of a row, those of an even one as well."""
    if isinstance(row, EvenRow):
        return [PlacedCell(cell, column) for column, cell in enumerate(row.cells())]
    return row


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
        self._rows: dict[tuple[int, bool], list[str]] = {}
        """By the identity of forms, which rows share and the grid holds: to hash them takes longer than the rest."""

    def of_row(self, forms: tuple[CellForm, ...], *, keep: bool) -> list[str]:
        """Return what stands before the text of each cell of an even row, from the end of the text before it."""
        if (made := self._rows.get((id(forms), keep))) is None:
            self._rows[id(forms), keep] = made = [self._before(column, form, keep) for column, form in enumerate(forms)]
        return made

    def _before(self, column: int, form: CellForm, keep: bool) -> str:
        cell, paragraph = self[column, 1, False, False, form.style, form.align, keep]
        above = RUN_CLOSE + _CELL_CLOSE if column else ""
        return f"{above}{cell}{paragraph}{open_run(bold=form.bold, bare=True)}"

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
    writer.xml(_CELL_CLOSE)


def cell_opening(width: int, columns: int = 1, merge: str = "") -> str:
    """Return the beginning of a cell, its width in twips."""
    span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}</w:tcPr>'


def paragraph_opening(style: str, align: str | None, *, keep: bool = False) -> str:
    """Return the beginning of a paragraph of a cell; ``keep`` holds its row on one page with the next."""
    value = {"justify": "both"}.get(align or "", align)
    jc = f'<w:jc w:val="{value}"/>' if value else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{"<w:keepNext/>" if keep else ""}{jc}</w:pPr>'
