"""Lists for reading as an .xlsx file: sheets of texts with a heading row, a filter, and rows as high as needed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from generator.workbook.drawing import AUTHOR
from generator.workbook.fixed import escaped, same_bytes

_FONT: Final = "Times New Roman"
_HEAD: Final = PatternFill("solid", fgColor="DCE6F1")
_LINE: Final = Side("thin", color="BFBFBF")
_BORDER: Final = Border(_LINE, _LINE, _LINE, _LINE)
_LINE_HEIGHT: Final = 15.0
_HIGHEST: Final = 405.0
"""Points; a row may not be higher."""


@dataclass(frozen=True)
class ListSheet:
    """One sheet: its name, the headings with the widths of their columns in letters, and the rows."""

    name: str
    columns: tuple[tuple[str, float], ...]
    rows: Sequence[Sequence[str]]
    choices: Mapping[int, Sequence[str]] = field(default_factory=dict)
    """Words to choose from in a column, by its number from 1."""


def lists_bytes(sheets: Sequence[ListSheet]) -> bytes:
    """Return the .xlsx of some lists, one at least; the same lists give the same bytes. Every cell is text."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = AUTHOR
    for one in sheets:
        draw_list(book.create_sheet(one.name), one)
    stream = BytesIO()
    book.save(stream)
    return same_bytes(stream.getvalue())


def draw_list(sheet: Worksheet, content: ListSheet) -> None:
    """Draw a list on an empty sheet."""
    widths = [width for _, width in content.columns]
    for number, texts in enumerate(([title for title, _ in content.columns], *content.rows), start=1):
        _draw_row(sheet, number, texts, widths)
    for place, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    for place, words in content.choices.items() if content.rows else ():
        validation = DataValidation("list", formula1=f'"{",".join(words)}"', allow_blank=True)
        letter = get_column_letter(place)
        validation.add(f"{letter}2:{letter}{len(content.rows) + 1}")
        sheet.add_data_validation(validation)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(widths))}{len(content.rows) + 1}"
    setup: Any = sheet.page_setup
    setup.orientation, setup.paperSize, setup.fitToWidth, setup.fitToHeight = "landscape", 9, 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"


def _draw_row(sheet: Worksheet, number: int, texts: Sequence[str], widths: Sequence[float]) -> None:
    is_head = number == 1
    lines = 1
    for place, (text, width) in enumerate(zip(texts, widths, strict=True), start=1):
        cell: Any = sheet.cell(number, place)
        if text:
            cell.value, cell.data_type = escaped(text), "s"
        cell.number_format, cell.border = "@", _BORDER
        cell.font = Font(_FONT, 11, bold=is_head)
        cell.alignment = Alignment(vertical="top", wrap_text=True, horizontal="center" if is_head else None)
        if is_head:
            cell.fill = _HEAD
        letters = max(1, int(width) - 1)
        lines = max(lines, sum(max(1, -(-len(line) // letters)) for line in text.split("\n")))
    sheet.row_dimensions[number].height = min(_HIGHEST, lines * _LINE_HEIGHT)
