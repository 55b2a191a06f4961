"""A statistical form as a sheet: figures to be filled in, formulas that are locked, rows of other levels shut."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from openpyxl.worksheet.worksheet import Worksheet

from generator.errors import DataError
from generator.model.progress import FormFigure, Progress
from generator.registers.statistics import FormRow, StatisticalForm, StatisticalForms
from generator.reports.figures import UNKNOWN
from generator.reports.form_tables import Compared, written
from generator.spelling import suggestion
from generator.vietnamese.numbers import format_number
from generator.workbook.cell_forms import LONGEST
from generator.workbook.progress import layout, looks
from generator.workbook.progress.formulas import allowed, figure_formulas
from generator.workbook.progress.layout import FIRST, HEADING, NONE_MARK, UNKNOWN_MARK, Setting, letter

_ADVICE: Final = (
    f"Điền cột Số liệu và Ghi chú. Chưa có số liệu: «{UNKNOWN_MARK}»; không có việc phát sinh: «{NONE_MARK}» (khác với "
    "số 0). Ô xám tự tính; dòng xám đậm là dòng đơn vị không báo cáo."
)
_FORMATS: Final = {"count": "#,##0", "percent": "General", "money": "#,##0.##"}
_ADVICES: Final = {"count": "số nguyên từ 0 trở lên", "percent": "số từ 0 đến 100", "money": "số từ 0 trở lên"}
_COMPARED_WIDTH: Final = 16.0


def hold_rows(progress: Progress, forms: StatisticalForms) -> None:
    """Raise DataError for a figure of a row that the forms lack."""
    known = {(form.form, row.code) for form in forms.forms for row in form.rows}
    for one in progress.figures:
        if (one.form, one.code) not in known:
            hint = suggestion(one.code, [code for form, code in known if form == one.form])
            raise DataError(f"biểu mẫu {one.form} không có dòng «{one.code}»", hint=hint)


def draw_form(
    sheet: Worksheet,
    form: StatisticalForm,
    progress: Progress,
    setting: Setting,
    compared: Sequence[Compared],
    tasks: int,
) -> None:
    """Draw one form; ``tasks`` is how many rows «Nhiệm vụ» has."""
    columns = (*layout.FORM_COLUMNS, *((one.heading, _COMPARED_WIDTH) for one in compared))
    looks.head(sheet, f"Biểu mẫu {form.form}. {form.title}", _ADVICE, columns, len(columns))
    told = {one.code: one for one in progress.figures if one.form == form.form}
    filled = {(form.form, code) for code, one in told.items() if one.value is not None or one.absent}
    formulas = figure_formulas(setting, form, filled, tasks)
    for number, row in enumerate(form.rows, start=FIRST):
        is_own = row.kind != "group" and setting.is_open(form.form, row.code)
        _draw_row(sheet, number, row, told.get(row.code), formulas.get(row.code), is_own=is_own)
        for place, one in enumerate(compared, start=len(layout.FORM_COLUMNS) + 1):
            value = one.values.get((form.form, row.code), UNKNOWN)
            looks.put(sheet.cell(number, place), written(row, value) if is_own else None, centred=True)
    looks.finish(sheet, len(columns), HEADING + len(form.rows), f"C{FIRST}")


def _draw_row(
    sheet: Worksheet, number: int, row: FormRow, told: FormFigure | None, formula: str | None, *, is_own: bool
) -> None:
    is_shut = not is_own and row.kind != "group"
    is_bold = "." not in row.code
    for place, words in enumerate((row.code, row.label, row.unit), start=1):
        looks.put(sheet.cell(number, place), words, bold=is_bold, shut=is_shut, centred=place != 2)  # noqa: PLR2004
    cell = sheet.cell(number, 4)
    number_format = _FORMATS.get(row.kind, "General")
    value = _value(row, told)
    if formula and value is None:
        looks.put_formula(cell, formula, "General" if row.kind == "percent" else "#,##0.##", centred=True)
    else:
        is_open = is_own and formula is None
        looks.put(cell, value, open_=is_open, shut=is_shut, centred=True, number_format=number_format)
        if is_open:
            _hold(sheet, row, f"{letter(layout.FORM_COLUMNS, layout.FIGURE)}{number}")
    note = told.note if told and told.note else ""
    if len(note) > LONGEST:
        raise DataError(f"ghi chú dài {len(note)} chữ, một ô Excel chỉ chứa {LONGEST} chữ", hint="rút ngắn lại")
    looks.put(sheet.cell(number, 5), note, open_=is_own, shut=is_shut)
    widths = [layout.FORM_COLUMNS[1][1], layout.FORM_COLUMNS[4][1]]
    looks.heighten(sheet, number, (row.label, note), widths)


def _value(row: FormRow, told: FormFigure | None) -> str | Decimal | None:
    """Return what stands in the cell of a figure; a number that a spreadsheet would round as words."""
    if told is None or (told.value is None and told.absent is None):
        return None
    if told.value is None:
        return NONE_MARK if told.absent == "none" else UNKNOWN_MARK
    for answer, code in row.choices.items():
        if Decimal(code) == told.value:
            return answer
    return told.value if looks.fits(told.value) else format_number(told.value)


def _hold(sheet: Worksheet, row: FormRow, cell: str) -> None:
    if row.choices:
        looks.offer(sheet, cell, row.code, (*row.choices, UNKNOWN_MARK, NONE_MARK))
    elif condition := allowed(row, cell):
        advice = f"Cần {_ADVICES[row.kind]}; chưa có số liệu thì ghi «-», không có việc thì ghi «{NONE_MARK}»."
        looks.hold(sheet, cell, row.code, condition, advice)
