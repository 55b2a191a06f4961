"""The directory of units as an .xlsx file; the same directory gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from generator.registers.base import written
from generator.registers.units import UnitDirectory
from generator.workbook.directory.sheets import SHEETS, Column, Holds, Sheet
from generator.workbook.drawing import AUTHOR
from generator.workbook.fixed import escaped, same_bytes

YES: Final = "có"
NO: Final = "không"
_ROOM: Final = 300
"""Rows below the last one in which a list is offered."""
_LINE_HEIGHT: Final = 15.0
_HIGHEST: Final = 405.0
"""Points; a row may not be higher."""
_FONT: Final = "Times New Roman"
_HEAD = PatternFill("solid", fgColor="DCE6F1")
_TOP = Alignment(vertical="top", wrap_text=True)


def dump_units(directory: UnitDirectory) -> bytes:
    """Return the workbook of a directory; what it holds comes back from `load_units` as it was."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = AUTHOR
    for sheet in SHEETS:
        _draw(book.create_sheet(sheet.name), sheet, list(_rows(directory, sheet)))
    stream = BytesIO()
    book.save(stream)
    return same_bytes(stream.getvalue())


def _rows(directory: UnitDirectory, sheet: Sheet) -> Iterator[list[str]]:
    for owner in getattr(directory, sheet.owner):
        if sheet.entry is None:
            yield [_shown(column, getattr(owner, column.field)) for column in sheet.columns]
            continue
        for record in getattr(owner, sheet.entry):
            yield [owner.id, *(_shown(column, getattr(record, column.field)) for column in sheet.columns[1:])]


def _shown(column: Column, value: Any) -> str:
    match column.holds:
        case Holds.LINES:
            return "\n".join(value)
        case Holds.FLAG:
            return YES if value else ""
        case Holds.DAY:
            return written(value) if value else ""
        case Holds.CHOICE:
            return column.words[value] if value else ""
        case Holds.TEXT:
            return value or ""


def _draw(page: Worksheet, sheet: Sheet, rows: Sequence[Sequence[str]]) -> None:
    for place, column in enumerate(sheet.columns, start=1):
        _draw_column(page, place, column, [row[place - 1] for row in rows])
    for number, row in enumerate(rows, start=2):
        needed = max(_lines(text, column.width) for text, column in zip(row, sheet.columns, strict=True))
        page.row_dimensions[number].height = min(needed * _LINE_HEIGHT, _HIGHEST)
    page.freeze_panes = "B2"
    page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{len(rows) + 1}"
    setup: Any = page.page_setup
    setup.orientation, setup.paperSize, setup.fitToWidth, setup.fitToHeight = "landscape", 9, 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = "1:1"


def _lines(text: str, width: int) -> int:
    """Return about how many lines a text takes in a column."""
    return sum(1 + len(line) // width for line in text.split("\n"))


def _draw_column(page: Worksheet, place: int, column: Column, texts: Sequence[str]) -> None:
    """Draw the heading with its note and the cells; the whole column is text, so that Excel types nothing anew."""
    letter = get_column_letter(place)
    look: Any = page.column_dimensions[letter]
    look.width, look.number_format, look.font, look.alignment = column.width, "@", Font(_FONT, 11), _TOP
    head = page.cell(1, place, column.title)
    head.font, head.fill, head.alignment = Font(_FONT, 11, bold=True), _HEAD, _TOP
    head.comment = _note(column)
    for number, text in enumerate(texts, start=2):
        cell = page.cell(number, place)
        cell.number_format, cell.font, cell.alignment = "@", Font(_FONT, 11), _TOP
        if text:
            cell.value, cell.data_type = escaped(text), "s"
    if choices := (tuple(column.words.values()) if column.words else (YES,) if column.holds is Holds.FLAG else ()):
        _offer(page, f"{letter}2:{letter}{len(texts) + _ROOM}", choices)


def _note(column: Column) -> Comment:
    more = {
        Holds.LINES: "\nMỗi tên một dòng trong ô (Alt+Enter).",
        Holds.DAY: "\nViết 01/7/2025; để trống là không hạn.",
    }
    return Comment(column.note + more.get(column.holds, ""), AUTHOR, width=320, height=110)


def _offer(page: Worksheet, cells: str, choices: Sequence[str]) -> None:
    offered = DataValidation("list", formula1=f'"{",".join(choices)}"', allow_blank=True)
    page.add_data_validation(offered)
    offered.add(cells)
