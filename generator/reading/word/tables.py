"""Tables of Word: those that only set columns of text beside each other, and those that hold data.

The letterhead and the signature are tables without lines as a rule. They are read down each column, as the text of a
document is; every other table becomes rows of cells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from generator.diagnostics import Diagnostic, Place, warning
from generator.ooxml.formatting.values import Cell, FormattedDocument, Row, Table
from generator.reading import cues
from generator.reading.cell_text import cell_text, flat
from generator.reading.ending import is_title
from generator.reading.grids import is_heading
from generator.reading.letterhead import opens_national_name
from generator.reading.lines import Line, Span
from generator.reading.word.looks import style_of
from generator.reading.word.paragraphs import lines_of, printed_text

_HEAD_COLUMNS = 4
_SIGNERS = 3
"""Columns of a table of signatures."""
_PAIR = 2
_SHORT = 120
_MOST_COLUMNS = 63
"""As many as Word allows; what has more is no table that anybody made."""


def table_lines(document: FormattedDocument, table: Table) -> list[Line]:
    """Return the lines of a table: text down its columns, or one line for each row of data."""
    return list(_down(document, table) if _is_layout(document, table) else _rows(document, table))


def _cell_texts(document: FormattedDocument, cell: Cell) -> list[str]:
    """Return the lines of a cell; each row of a table inside it is one."""
    outer = min((place.table for one in cell.paragraphs if (place := document.paragraph(one).cell)), default=None)
    texts: list[str] = []
    for inner, run in groupby(cell.paragraphs, key=lambda number: _inner_row(document, number, outer)):
        lines = [" ".join(line.split()) for one in run for line in printed_text(document.paragraph(one)).split("\n")]
        texts += ["; ".join(filter(None, lines))] if inner else lines
    return [text for text in texts if text]


def _inner_row(document: FormattedDocument, number: int, outer: int | None) -> tuple[int, int] | None:
    """Return table and row of a paragraph in a table inside the outer one; None for one of the outer table itself."""
    place = document.paragraph(number).cell
    return None if place is None or place.table == outer else (place.table, place.row)


def _is_layout(document: FormattedDocument, table: Table) -> bool:
    """Tell whether the table only sets text beside other text."""
    if len(table.widths) > _MOST_COLUMNS:
        return True
    if all(len(row.cells) == 1 for row in table.rows) and len({row.cells[0].columns for row in table.rows}) == 1:
        return True
    cells = [_cell_texts(document, cell) for row in table.rows for cell in row.cells]
    widest = max((len(row.cells) for row in table.rows), default=0)
    if widest <= _HEAD_COLUMNS and any(_is_head(text) for texts in cells for text in texts):
        return True
    if widest > _SIGNERS or _is_headed(document, table):
        return False
    if any(len(texts) > 1 and cues.is_recipients_heading(texts[0]) for texts in cells):
        return True
    return not _has_lines(table) and (widest < _SIGNERS or any(_signs(texts[0]) for texts in cells if texts))


def _is_head(text: str) -> bool:
    return len(text) < _SHORT and (opens_national_name(text) or cues.is_party_name(text))


def _is_headed(document: FormattedDocument, table: Table) -> bool:
    """Tell whether the first row reads like headings of columns."""
    return is_heading([" ".join(_cell_texts(document, cell)) for cell in table.rows[0].cells])


def _signs(text: str) -> bool:
    return cues.is_authority(text) or is_title(text) or cues.is_recipients_heading(text)


def _has_lines(table: Table) -> bool:
    return any(any(cell.borders) for row in table.rows for cell in row.cells)


def _down(document: FormattedDocument, table: Table) -> Iterator[Line]:
    """Yield the lines down each column; a cell across the whole table parts what is above it from what is below."""
    whole = len(table.widths)
    pairs = all(len(row.cells) <= _PAIR for row in table.rows)
    for across, rows in groupby(table.rows, key=lambda row: len(row.cells) == 1 and row.cells[0].columns >= whole):
        sides: dict[int, list[int]] = {}
        for cell in (cell for row in rows for cell in row.cells):
            side = 0 if across else _half(cell, table) if pairs else cell.column
            sides.setdefault(side, []).extend(cell.paragraphs)
        for side in sorted(sides):
            yield from lines_of(document, sides[side])


def _half(cell: Cell, table: Table) -> int:
    """Return 0 for a cell in the left half of its table, 1 in the right one, by its middle.

    Rows of a letterhead that somebody dragged about rarely have their border at one place.
    """
    start, width = sum(table.widths[: cell.column - 1]), sum(table.widths[cell.column - 1 : _end(cell)])
    return int(start + width / 2 > sum(table.widths) / 2)


def _end(cell: Cell) -> int:
    return cell.column - 1 + cell.columns


def _rows(document: FormattedDocument, table: Table) -> Iterator[Line]:
    """Yield a line for each row of data that is not empty."""
    columns = max(len(table.widths), *(_end(cell) for row in table.rows for cell in row.cells), 1)
    texts = [_cells(document, row, columns) for row in table.rows]
    filled = [any(cells) for cells in texts]
    for place, row in enumerate(table.rows):
        numbers = tuple(number for cell in row.cells for number in cell.paragraphs)
        if filled[place]:
            style, spans = style_of(document.paragraph(numbers[0])), _spans(row, columns, filled[place:])
            words = "\t".join(map(flat, texts[place]))
            widths, bold = table.widths if len(table.widths) == columns else (), _bold(document, row, columns)
            look = Line(words, numbers, style=style, table=table.number, widths=widths)
            yield replace(look, cells=texts[place], spans=spans, bold=bold)


def _cells(document: FormattedDocument, row: Row, columns: int) -> tuple[str, ...]:
    """Return a text for each grid column, lines parted by line breaks; one that a merged cell covers is empty."""
    texts = [""] * columns
    for cell in row.cells:
        texts[cell.column - 1] = cell_text(_cell_texts(document, cell))
    return tuple(texts)


def _bold(document: FormattedDocument, row: Row, columns: int) -> tuple[bool, ...]:
    """Return for each grid column whether all words of the cell that begins there are bold."""
    bold = [False] * columns
    for cell in row.cells:
        runs = [run for one in cell.paragraphs for run in document.paragraph(one).runs if run.text.strip()]
        bold[cell.column - 1] = bool(runs) and all(run.bold for run in runs)
    return tuple(bold)


def _spans(row: Row, columns: int, filled: Sequence[bool]) -> tuple[Span, ...]:
    """Return the spans of the cells of a row, empty rows not counted; ``filled`` tells them from the row on."""
    spans = [Span(0, 0)] * columns
    for cell in row.cells:
        spans[cell.column - 1] = Span(cell.columns, sum(filled[: cell.rows]))
    return tuple(spans)


def nested_warnings(document: FormattedDocument) -> Iterator[Diagnostic]:
    """Yield a warning for each table in a cell of a table of data, whose rows become lines of that cell."""
    owners = {table.number: table for table in document.tables}
    for table in document.tables:
        outer = owners.get(table.inside) if table.inside is not None else None
        if outer is not None and not _is_layout(document, outer):
            texts = [text for row in table.rows for cell in row.cells for text in _cell_texts(document, cell)]
            numbers = _numbers(table)
            place = Place(line=numbers[0] if numbers else None, part="bảng", quote=" ".join(texts) or None)
            message = "bảng nằm trong ô của bảng khác; mỗi hàng được giữ thành một dòng chữ của ô ấy"
            yield warning(message, place, code="nested-table")


def top_tables(document: FormattedDocument) -> dict[int, Table]:
    """Return for each paragraph in a table the outermost table around it."""
    owners: dict[int, Table] = {}
    for table in document.tables:
        if table.inside is None:
            owners |= dict.fromkeys(_numbers(table), table)
    return owners


def _numbers(table: Table) -> Sequence[int]:
    return [number for row in table.rows for cell in row.cells for number in cell.paragraphs]
