"""How cells of the progress workbook look: open ones white, the others grey and locked; sheets on paper."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from generator.vietnamese.dates import PartialDate
from generator.workbook.fixed import escaped
from generator.workbook.progress.layout import HEADING

_FONT: Final = "Times New Roman"
_HEAD: Final = PatternFill("solid", fgColor="DCE6F1")
_GREY: Final = PatternFill("solid", fgColor="EDEDED")
_SHUT: Final = PatternFill("solid", fgColor="D0D0D0")
_CARRIED: Final = PatternFill("solid", fgColor="FFF6D6")
_LINE: Final = Side("thin", color="BFBFBF")
_BORDER: Final = Border(_LINE, _LINE, _LINE, _LINE)
_OPEN: Final = Protection(locked=False)
_PLAIN, _BOLD, _SMALL = Font(_FONT, 11), Font(_FONT, 11, bold=True), Font(_FONT, 11, italic=True)
_TITLE: Final = Font(_FONT, 13, bold=True)
_LINE_HEIGHT: Final = 15.0
_HIGHEST: Final = 405.0
"""Points; a row may not be higher."""
_BOLD_PART: Final = 0.7
"""What part of its width a column has for a heading, whose bold words are not parted."""
_PROSE: Final = 1.15
"""How many letters of running text a column holds for one of its width, which counts digits."""
_TEXT: Final = "@"
_DAY: Final = "dd/mm/yyyy"
_DIGITS: Final = 15
"""So many digits of a number does a spreadsheet keep."""
_FIRST_YEAR: Final = 1901
"""Earlier days mean another in some programs."""
Value = str | Decimal | datetime.date | None


def put(
    cell: Cell | MergedCell, value: Value, *, open_: bool = False, shut: bool = False, bold: bool = False,
    carried: bool = False, number_format: str | None = None, centred: bool = False,
) -> None:  # fmt: skip
    """Set a cell; text stays text whatever it begins with. Open cells can be typed in, shut ones are darker.

    ``carried`` marks an open cell with what was told in an earlier period.
    """
    cell.number_format = _TEXT if number_format is None else number_format
    _set(cell, value)
    cell.font, cell.border = _BOLD if bold else _PLAIN, _BORDER
    side = "center" if centred else "left" if isinstance(value, datetime.date) else None
    cell.alignment = Alignment(vertical="top", wrap_text=True, horizontal=side)
    if open_:
        cell.protection = _OPEN
        if carried:
            cell.fill = _CARRIED
    else:
        cell.fill = _SHUT if shut else _GREY


def _set(cell: Cell | MergedCell, value: Value) -> None:
    if not isinstance(cell, Cell) or value is None or value == "":
        return
    if isinstance(value, datetime.date) and value.year >= _FIRST_YEAR:
        cell.value = value
        cell.number_format = _DAY
    elif isinstance(value, Decimal):
        cell.value = int(value) if value == value.to_integral_value() else float(value)
    else:
        words = PartialDate.parse(value).short() if isinstance(value, datetime.date) else value
        cell.value, cell.data_type = escaped(words), "s"


def put_formula(
    cell: Cell | MergedCell, formula: str, number_format: str = "General", *, centred: bool = False
) -> None:
    """Set a locked cell to a formula."""
    put(cell, None, number_format=number_format, centred=centred)
    if isinstance(cell, Cell):
        cell.value = formula


def fits(value: Decimal) -> bool:
    """Whether a spreadsheet keeps a number exactly."""
    return len(value.normalize().as_tuple().digits) <= _DIGITS and abs(value.adjusted()) < _DIGITS


def head(sheet: Worksheet, title: str, advice: str, columns: Sequence[tuple[str, float]], shown: int) -> None:
    """Draw the title, what to do, and the headings; ``shown`` is how many columns the title may take."""
    for number, (words, font) in enumerate(((title, _TITLE), (advice, _SMALL)), start=1):
        cell = sheet.cell(number, 1, escaped(words))
        cell.font, cell.alignment = font, Alignment(vertical="center", wrap_text=number > 1)
        sheet.merge_cells(start_row=number, end_row=number, start_column=1, end_column=shown)
    width = sum(width for _, width in columns[:shown])
    sheet.row_dimensions[2].height = _LINE_HEIGHT * _lines(advice, width)
    for place, (words, width) in enumerate(columns, start=1):
        cell = sheet.cell(HEADING, place, escaped(words))
        cell.font, cell.fill, cell.border = _BOLD, _HEAD, _BORDER
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        sheet.column_dimensions[get_column_letter(place)].width = width
    lines = max(_lines(words, width * _BOLD_PART) for words, width in columns)
    sheet.row_dimensions[HEADING].height = _LINE_HEIGHT * lines


def heighten(sheet: Worksheet, number: int, texts: Sequence[str], widths: Sequence[float], least: int = 1) -> None:
    """Make a row as high as its texts need."""
    lines = max(_lines(text, width) for text, width in zip(texts, widths, strict=True))
    sheet.row_dimensions[number].height = min(_HIGHEST, _LINE_HEIGHT * max(lines, least))


def _lines(text: str, width: float) -> int:
    letters = max(1, int(width * _PROSE) - 1)
    return sum(max(1, -(-len(line) // letters)) for line in text.split("\n"))


def offer(sheet: Worksheet, cells: str, title: str, words: Sequence[str]) -> None:
    """Let a choice be made from a list; words that a list cannot hold are offered in none."""
    listed = ",".join(words)
    if any(sign in word for word in words for sign in ',"') or len(listed) > 250:  # noqa: PLR2004 - limit of the format
        return
    _hold(sheet, cells, DataValidation("list", formula1=f'"{listed}"'), title, "Hãy chọn trong danh sách.")


def hold(sheet: Worksheet, cells: str, title: str, formula: str, advice: str) -> None:
    """Let nothing be typed that does not keep a condition."""
    _hold(sheet, cells, DataValidation("custom", formula1=formula), title, advice)


def _hold(sheet: Worksheet, cells: str, rule: DataValidation, title: str, advice: str) -> None:
    rule.allow_blank = rule.showErrorMessage = True
    rule.errorTitle, rule.error = title[:30], advice
    rule.add(cells)
    sheet.add_data_validation(rule)


def finish(sheet: Worksheet, columns: int, rows: int, frozen: str) -> None:
    """Lock the sheet but for its open cells, and set it on A4 sheets across, the headings on each."""
    sheet.freeze_panes = frozen
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False
    setup: Any = sheet.page_setup
    setup.orientation, setup.paperSize, setup.fitToWidth, setup.fitToHeight = "landscape", 9, 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{HEADING}:{HEADING}"
    sheet.print_area = f"A1:{get_column_letter(columns)}{rows}"
    for side in ("left", "right", "top", "bottom"):
        setattr(sheet.page_margins, side, 0.5)
    footer: Any = sheet.oddFooter
    footer.center.text = "&A - trang &P/&N"
