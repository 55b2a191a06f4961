"""Changes as a workbook: one row each, changed words coloured within the cell, and a sheet that counts them."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Color, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from generator.cli.diff.text import NO_CHANGE
from generator.transform.diff.change import Change, ChangeKind, Part, counted
from generator.transform.diff.marking import Mark, MarkKind
from generator.workbook.fixed import escaped, same_bytes

CHANGES: Final = "Thay đổi"
COUNTS: Final = "Tổng hợp"
_MARKED: Final = "Chữ được sửa"
_COLUMNS: Final = (
    ("STT", 6), ("Phần", 12), ("Việc", 12), ("Chỗ cũ", 18), ("Chỗ mới", 18), ("Mục", 30), ("Trường", 16),
    (_MARKED, 60), ("In ra", 8), ("Số mục", 8), ("Nội dung cũ", 40), ("Nội dung mới", 40),
)  # fmt: skip
_LINE_HEIGHT: Final = 15.0
_HIGHEST: Final = 405.0
"""Points; a row may not be higher."""
_LONGEST: Final = 32_000
"""Letters that a cell may hold, short of the limit of the format."""
_FONT: Final = "Times New Roman"
_HEAD: Final = PatternFill("solid", fgColor="DCE6F1")
_LINE: Final = Side("thin", color="BFBFBF")
_FONTS: Final = {
    MarkKind.REMOVED: InlineFont(rFont=_FONT, sz=11, strike=True, color=Color("FF9C0006")),
    MarkKind.ADDED: InlineFont(rFont=_FONT, sz=11, u="single", color=Color("FF0A5A0A")),
    MarkKind.EQUAL: InlineFont(rFont=_FONT, sz=11),
}


def change_book(names: tuple[str, str], changes: Sequence[Change]) -> bytes:
    """Return the .xlsx; the same changes give the same bytes."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = "vanban"
    sheet = book.create_sheet(CHANGES)
    _head(sheet, _COLUMNS)
    for number, change in enumerate(changes, start=1):
        _draw(sheet, number, change)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(_COLUMNS))}{len(changes) + 1}"
    _print(sheet)
    sheet.print_area = f"A1:J{len(changes) + 1}"
    _count(book.create_sheet(COUNTS), names, changes)
    stream = BytesIO()
    book.save(stream)
    return same_bytes(stream.getvalue())


def _draw(sheet: Worksheet, number: int, change: Change) -> None:
    marks = _marks(change)
    texts = (
        str(number), change.part.label, change.kind.label, change.old_place, change.new_place, change.name,
        change.field, "".join(mark.words for mark in marks), "có" if change.printed else "không", str(change.count),
        change.old, change.new,
    )  # fmt: skip
    for place, text in enumerate(texts, start=1):
        _text(sheet.cell(number + 1, place), text)
    lines = [-(-len(text) // (width - 1)) for text, (_, width) in zip(texts, _COLUMNS, strict=True)]
    sheet.row_dimensions[number + 1].height = min(_HIGHEST, max(lines) * _LINE_HEIGHT)
    cell = sheet.cell(number + 1, [title for title, _ in _COLUMNS].index(_MARKED) + 1)
    if isinstance(cell, Cell) and marks:
        cell.value = CellRichText([TextBlock(_FONTS[mark.kind], escaped(mark.words)) for mark in marks])


def _marks(change: Change) -> tuple[Mark, ...]:
    """Return the words of a change as they are shown; none where both texts are too long for a cell."""
    if len(change.old) + len(change.new) > _LONGEST:
        return ()
    if change.kind is ChangeKind.ADDED:
        return (Mark(MarkKind.ADDED, change.new),) if change.new else ()
    if change.kind is ChangeKind.REMOVED:
        return (Mark(MarkKind.REMOVED, change.old),) if change.old else ()
    return change.marked


def _count(sheet: Worksheet, names: tuple[str, str], changes: Sequence[Change]) -> None:
    kinds = list(ChangeKind)
    _head(sheet, (("Phần", 24), *((kind.label, 14) for kind in kinds), ("Cộng", 14)))
    parts = [part for part in Part if any(change.part is part for change in changes)]
    for row, part in enumerate(parts, start=2):
        members = [change for change in changes if change.part is part]
        numbers = [sum(change.kind is kind for change in members) for kind in kinds]
        for place, text in enumerate((part.label, *map(str, numbers), str(len(members))), start=1):
            _text(sheet.cell(row, place), text)
    _text(sheet.cell(len(parts) + 3, 1), f"{names[0]} → {names[1]}: {counted(changes) or NO_CHANGE}")
    sheet.cell(len(parts) + 3, 1).alignment = Alignment(vertical="top")
    _print(sheet)


def _head(sheet: Worksheet, columns: Sequence[tuple[str, int]]) -> None:
    for place, (title, width) in enumerate(columns, start=1):
        cell = sheet.cell(1, place)
        _text(cell, title)
        cell.font, cell.fill = Font(_FONT, 11, bold=True), _HEAD
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.freeze_panes = "A2"


def _text(cell: Cell | MergedCell, words: str) -> None:
    """Set a cell of text: no sign at its beginning makes a formula of it."""
    if words and isinstance(cell, Cell):
        cell.value = escaped(words[:_LONGEST])
        cell.data_type = "s"
    cell.number_format = "@"
    cell.alignment, cell.font = Alignment(vertical="top", wrap_text=True), Font(_FONT, 11)
    cell.border = Border(_LINE, _LINE, _LINE, _LINE)


def _print(sheet: Worksheet) -> None:
    setup: Any = sheet.page_setup
    setup.orientation, setup.paperSize = "landscape", 9
    setup.fitToWidth, setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
