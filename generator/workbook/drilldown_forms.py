"""A form of many units as a sheet: the figure of the report, the sum of the units, how they come about, each unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from generator.registers.statistics import FormRow, StatisticalForm, StatisticalForms
from generator.registers.unit import Level
from generator.registers.units import Unit
from generator.reports.aggregate import Aggregated, Summed
from generator.reports.figures import UNKNOWN, Value, Values
from generator.reports.form_tables import written
from generator.reports.summing import formula
from generator.workbook.fixed import escaped

_FONT: Final = "Times New Roman"
_LINE: Final = Side("thin", color="BFBFBF")
_BORDER: Final = Border(_LINE, _LINE, _LINE, _LINE)
_HEAD: Final = PatternFill("solid", fgColor="DCE6F1")
_DOUBTED: Final = PatternFill("solid", fgColor="F8CBAD")
_SHUT: Final = PatternFill("solid", fgColor="EDEDED")
_HEADINGS: Final = (
    "STT", "Chỉ tiêu thống kê", "Đơn vị tính", "Tổng hợp", "Cộng của các đơn vị", "Số đơn vị có số liệu", "Cách tính",
)  # fmt: skip
_WIDTHS: Final = (8.0, 52.0, 12.0, 14.0, 14.0, 12.0, 34.0)
_UNIT_WIDTH: Final = 10.0
_UPRIGHT_HEIGHT: Final = 150.0
_LINE_HEIGHT: Final = 15.0
_SCALE: Final = 60
_NOTE: Final = (
    "Cột Tổng hợp là số trong báo cáo của cơ quan. Ô đỏ: số liệu mâu thuẫn hoặc thiếu số đi cùng, không cộng vào tổng"
    " (xem trang Mâu thuẫn). Ô xám: không báo cáo dòng này."
)
_COUNTED: Final = (
    "Tổng hợp: {counted} trong kế hoạch của cơ quan; Cộng của các đơn vị: lượt {counted} trong kế hoạch của các đơn vị"
)
_TASK_WORDS: Final = {"total": "nhiệm vụ", "done": "nhiệm vụ đã hoàn thành"}
_FIRST: Final = 4
"""The first row of the form."""


@dataclass(frozen=True)
class FormSheet:
    """What a sheet shows."""

    forms: StatisticalForms
    form: StatisticalForm
    aggregated: Aggregated
    values: Values
    """The figures of the office's report."""
    level: Level
    """Of the office; rows that it does not fill in are shut in the column of its report."""
    told: Mapping[str, Values]
    """What each unit filled in, by its identity."""

    @property
    def rows(self) -> list[tuple[FormRow, Summed | None]]:
        """The rows with what was put together; None for headings."""
        return [(row, self.aggregated.rows.get((self.form.form, row.code))) for row in self.form.rows]

    @property
    def units(self) -> list[Unit]:
        """All units that are to tell some row, in their order."""
        return list({unit.id: unit for _, one in self.rows if one for unit, _ in one.shares}.values())

    def reported(self, row: FormRow) -> Value | None:
        """Return the figure of the report; None for a row that the office leaves blank."""
        key = (self.form.form, row.code)
        return self.values.get(key, UNKNOWN) if self.forms.applies_to(*key, self.level) else None

    def way(self, row: FormRow, one: Summed) -> str:
        """Return how the figure of the report comes about."""
        counts = {each.code: each.counts for each in self.forms.task_counts if each.form == self.form.form}
        if row.code in counts and self.reported(row) != one.value:
            return _COUNTED.format(counted=_TASK_WORDS[counts[row.code]])
        if row.percent_of and self.reported(row) != one.value:
            return "dòng {} chia cho dòng {} của từng cột".format(*row.percent_of)
        known = self.reported(row) not in (None, UNKNOWN)
        return formula(row) if row.is_computed and known else one.way


def draw_form(sheet: Worksheet, content: FormSheet) -> None:
    """Draw a form on an empty sheet: heading in row 3, its rows below, a column for each unit."""
    units = content.units
    _text(sheet, 1, 1, f"Biểu mẫu {content.form.form}: {content.form.title}", bold=True)
    _text(sheet, 2, 1, _NOTE)
    for place, head in enumerate((*_HEADINGS, *(unit.name for unit in units)), start=1):
        _head(sheet, place, head)
    sheet.row_dimensions[3].height = _UPRIGHT_HEIGHT
    for number, (row, one) in enumerate(content.rows, start=_FIRST):
        _draw_row(sheet, number, row, one)
        if one is not None:
            _draw_totals(sheet, number, content, row, one)
            _draw_units(sheet, number, content, row, one, units)
    sheet.freeze_panes = f"D{_FIRST}"
    setup: Any = sheet.page_setup
    setup.orientation, setup.paperSize, setup.scale = "landscape", 9, _SCALE
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=False)
    sheet.print_title_rows, sheet.print_title_cols = "3:3", "A:G"


def _head(sheet: Worksheet, place: int, text: str) -> None:
    is_unit = place > len(_HEADINGS)
    cell = _text(sheet, 3, place, text, bold=True)
    cell.fill, cell.border = _HEAD, _BORDER
    turned = {"text_rotation": 90, "vertical": "bottom"} if is_unit else {"vertical": "center"}
    cell.alignment = Alignment(horizontal="center", wrap_text=True, **turned)
    sheet.column_dimensions[get_column_letter(place)].width = _UNIT_WIDTH if is_unit else _WIDTHS[place - 1]


def _draw_row(sheet: Worksheet, number: int, row: FormRow, one: Summed | None) -> None:
    for place, text in enumerate((row.code, row.label, row.unit or ""), start=1):
        cell = _text(sheet, number, place, text, bold=one is None)
        cell.border = _BORDER
        cell.alignment = Alignment(vertical="top", wrap_text=True, horizontal=None if place == 2 else "center")  # noqa: PLR2004
    sheet.row_dimensions[number].height = _LINE_HEIGHT * _lines(row.label, _WIDTHS[1])


def _draw_totals(sheet: Worksheet, number: int, content: FormSheet, row: FormRow, one: Summed) -> None:
    reported, summed = content.reported(row), one.value if one.shares else None
    way = content.way(row, one) if one.shares or reported is not None else ""
    for place, value in ((4, reported), (5, summed)):
        cell = _figure(sheet, number, place, row, value)
        cell.font = Font(_FONT, 11, bold=place == 4)  # noqa: PLR2004
        if value is None:
            cell.fill = _SHUT
    count = _text(sheet, number, 6, f"{len(one.shares) - len(one.without)}/{len(one.shares)}" if one.shares else "")
    count.border, count.alignment = _BORDER, Alignment(horizontal="center", vertical="top")
    cell = _text(sheet, number, 7, way)
    cell.border, cell.alignment = _BORDER, Alignment(vertical="top", wrap_text=True)
    lines = max(_lines(row.label, _WIDTHS[1]), _lines(way, _WIDTHS[6] + 6))
    sheet.row_dimensions[number].height = _LINE_HEIGHT * lines


def _lines(text: str, width: float) -> int:
    return max(1, -(-len(text) // int(width - 4)))


def _draw_units(
    sheet: Worksheet, number: int, content: FormSheet, row: FormRow, one: Summed, units: Sequence[Unit]
) -> None:
    shares = {unit.id: value for unit, value in one.shares}
    for place, unit in enumerate(units, start=len(_HEADINGS) + 1):
        value = shares.get(unit.id)
        own = content.told.get(unit.id, {}).get((content.form.form, row.code), UNKNOWN)
        is_doubted = value == UNKNOWN and own.number is not None
        cell = _figure(sheet, number, place, row, own if is_doubted else value)
        if is_doubted or value is None:
            cell.fill = _DOUBTED if is_doubted else _SHUT


def _figure(sheet: Worksheet, number: int, place: int, row: FormRow, value: Value | None) -> Any:
    if value is None or value.number is None or row.kind == "choice":
        cell = _text(sheet, number, place, "" if value is None else written(row, value))
    else:
        cell = _text(sheet, number, place, "")
        cell.value = value.number
        cell.number_format = "#,##0.##" if value.number % 1 else "#,##0"
    cell.border, cell.alignment = _BORDER, Alignment(horizontal="right", vertical="top", shrink_to_fit=True)
    return cell


def _text(sheet: Worksheet, number: int, place: int, text: str, *, bold: bool = False) -> Any:
    cell: Any = sheet.cell(number, place)
    if text:
        cell.value, cell.data_type = escaped(text), "s"
    cell.font = Font(_FONT, 11, bold=bold)
    return cell
