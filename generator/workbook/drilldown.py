"""The figures of many units as an .xlsx: each form against the units, who has sent, contradictions, words, tasks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from generator.registers.statistics import FormRow, StatisticalForm
from generator.registers.units import Unit
from generator.reports.aggregate import Aggregated, Summed
from generator.reports.consolidated import UnitStates
from generator.reports.figures import UNKNOWN, Value, Values, filled_in
from generator.reports.form_tables import written
from generator.reports.ground import Ground
from generator.reports.receipts import Receipts
from generator.reports.task_states import State
from generator.vietnamese.dates import PartialDate
from generator.workbook.drawing import AUTHOR
from generator.workbook.fixed import escaped, same_bytes
from generator.workbook.lists import ListSheet, draw_list

_FONT: Final = "Times New Roman"
_LINE: Final = Side("thin", color="BFBFBF")
_BORDER: Final = Border(_LINE, _LINE, _LINE, _LINE)
_HEAD: Final = PatternFill("solid", fgColor="DCE6F1")
_DOUBTED: Final = PatternFill("solid", fgColor="F8CBAD")
_SHUT: Final = PatternFill("solid", fgColor="EDEDED")
_HEADINGS: Final = ("STT", "Chỉ tiêu thống kê", "Đơn vị tính", "Tổng hợp", "Số đơn vị có số liệu")
_WIDTHS: Final = (8.0, 52.0, 12.0, 14.0, 12.0)
_UNIT_WIDTH: Final = 10.0
_UPRIGHT_HEIGHT: Final = 150.0
_LINE_HEIGHT: Final = 15.0
_SCALE: Final = 60
_NOTE: Final = (
    "Ô đỏ: số liệu mâu thuẫn, không cộng vào tổng (xem trang Mâu thuẫn). Ô xám: đơn vị không báo cáo dòng này."
)
_SENT: Final = (
    ("Mã đơn vị", 22), ("Đơn vị", 46), ("Tình trạng", 30), ("Ngày nhận", 14), ("Hạn gửi", 14), ("Số ngày chậm", 12),
    ("Tệp", 36),
)  # fmt: skip
_CONTRADICTIONS: Final = (
    ("Đơn vị", 40), ("Tệp", 32), ("Chỗ", 26), ("Mức", 12), ("Nội dung", 52), ("Gặp", 26), ("Cần", 26),
)  # fmt: skip
_WORDS: Final = (("Mục", 10), ("Tên mục", 36), ("Đơn vị", 40), ("Nội dung", 90))
_COUNTS: Final = (("Đơn vị", 46), ("Số nhiệm vụ", 12), *((state.value.capitalize(), 14) for state in State))
_TASKS: Final = (
    ("Đơn vị", 40), ("Mã", 10), ("Nhiệm vụ", 60), ("Nhiệm vụ cấp trên", 16), ("Thời hạn", 14), ("Tình trạng", 24),
    ("Ngày hoàn thành", 14), ("Sản phẩm", 22), ("Nguyên nhân", 36), ("Đề xuất", 36),
)  # fmt: skip


@dataclass(frozen=True)
class Drilldown:
    """What the workbook shows."""

    ground: Ground
    period: str
    receipts: Receipts
    aggregated: Aggregated
    states: tuple[UnitStates, ...] = ()


def drilldown_bytes(content: Drilldown) -> bytes:
    """Return the workbook; the same content gives the same bytes.

    Sheets: one for each form (rows against units, with the sums), Tình hình gửi, Mâu thuẫn, Thuyết minh, Nhiệm vụ and
    Từng nhiệm vụ. Figures are numbers; what a unit told and was not counted stands there in red.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = AUTHOR
    told = {unit.id: filled_in(one.progress) for unit, one in content.receipts.counted}
    for form in content.ground.forms.forms:
        _draw_form(book.create_sheet(f"Biểu {form.form}"), form, content, told)
    for one in _lists(content):
        draw_list(book.create_sheet(one.name), one)
    stream = BytesIO()
    book.save(stream)
    return same_bytes(stream.getvalue())


def _draw_form(sheet: Worksheet, form: StatisticalForm, content: Drilldown, told: Mapping[str, Values]) -> None:
    rows = [(row, content.aggregated.rows.get((form.form, row.code))) for row in form.rows]
    units = list({unit.id: unit for _, one in rows if one for unit, _ in one.shares}.values())
    _text(sheet, 1, 1, f"Biểu mẫu {form.form}: {form.title}", bold=True)
    _text(sheet, 2, 1, _NOTE)
    for place, head in enumerate((*_HEADINGS, *(unit.name for unit in units)), start=1):
        _head(sheet, place, head)
    sheet.row_dimensions[3].height = _UPRIGHT_HEIGHT
    for number, (row, one) in enumerate(rows, start=4):
        _draw_row(sheet, number, form, row, one, units, told)
    sheet.freeze_panes = "F4"
    setup: Any = sheet.page_setup
    setup.orientation, setup.paperSize, setup.scale = "landscape", 9, _SCALE
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=False)
    sheet.print_title_rows, sheet.print_title_cols = "3:3", "A:E"


def _head(sheet: Worksheet, place: int, text: str) -> None:
    is_unit = place > len(_HEADINGS)
    cell = _text(sheet, 3, place, text, bold=True)
    cell.fill, cell.border = _HEAD, _BORDER
    turned = {"text_rotation": 90, "vertical": "bottom"} if is_unit else {"vertical": "center"}
    cell.alignment = Alignment(horizontal="center", wrap_text=True, **turned)
    sheet.column_dimensions[get_column_letter(place)].width = _UNIT_WIDTH if is_unit else _WIDTHS[place - 1]


def _draw_row(
    sheet: Worksheet,
    number: int,
    form: StatisticalForm,
    row: FormRow,
    one: Summed | None,
    units: Sequence[Unit],
    told: Mapping[str, Values],
) -> None:
    for place, text in enumerate((row.code, row.label, row.unit or ""), start=1):
        cell = _text(sheet, number, place, text, bold=row.kind == "group")
        cell.border = _BORDER
        cell.alignment = Alignment(vertical="top", wrap_text=True, horizontal=None if place == 2 else "center")  # noqa: PLR2004
    sheet.row_dimensions[number].height = _LINE_HEIGHT * max(1, -(-len(row.label) // int(_WIDTHS[1] - 4)))
    if one is None:
        return
    _figure(sheet, number, 4, row, one.value)
    count = _text(sheet, number, 5, f"{len(one.shares) - len(one.without)}/{len(one.shares)}")
    count.border, count.alignment = _BORDER, Alignment(horizontal="center", vertical="top")
    shares = {unit.id: value for unit, value in one.shares}
    for place, unit in enumerate(units, start=len(_HEADINGS) + 1):
        value = shares.get(unit.id)
        own = told.get(unit.id, {}).get((form.form, row.code), UNKNOWN)
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


def _lists(content: Drilldown) -> Iterator[ListSheet]:
    found = content.aggregated.contradictions
    contradictions = [
        (one.unit, one.source, one.place, one.severity.label, one.message, one.found, one.expected) for one in found
    ]
    yield ListSheet("Tình hình gửi", _SENT, list(_sent(content)))
    yield ListSheet("Mâu thuẫn", _CONTRADICTIONS, contradictions)
    yield ListSheet("Thuyết minh", _WORDS, list(_words(content)))
    yield ListSheet("Nhiệm vụ", _COUNTS, list(_counts(content)))
    yield ListSheet("Từng nhiệm vụ", _TASKS, list(_tasks(content)))


def _sent(content: Drilldown) -> Iterator[tuple[str, ...]]:
    last = content.ground.regime.period_dates(content.period).last_day_to_send
    for unit, one in content.receipts.counted:
        days = (one.day - last).days if one.day else 0
        state = "đã nhận, chưa rõ ngày" if one.day is None else "đã nhận, chậm" if days > 0 else "đã nhận"
        yield unit.id, unit.name, state, _day(one.day), _day(last), str(days) if days > 0 else "", one.source
    for unit in content.receipts.missing:
        files = [one.source for one in content.receipts.contradictions if one.unit == unit.name]
        state = "đã nhận nhưng không tính được" if files else "chưa nhận"
        yield unit.id, unit.name, state, "", _day(last), "", ", ".join(dict.fromkeys(files))


def _words(content: Drilldown) -> Iterator[tuple[str, ...]]:
    for section in content.ground.outline.sections:
        for unit, one in content.receipts.counted:
            told = [text for each in one.progress.narrative if each.section == section.id for text in each.texts]
            if told:
                yield section.id, section.title, unit.name, "\n".join(told)


def _counts(content: Drilldown) -> Iterator[tuple[str, ...]]:
    for one in content.states:
        counts = [sum(each.state is state for each in one.states) for state in State]
        yield one.unit.name, str(len(one.states)), *map(str, counts)


def _tasks(content: Drilldown) -> Iterator[tuple[str, ...]]:
    for one in content.states:
        for each in one.states:
            told = each.told
            above = each.task.parent.item if each.task.parent else None
            done = told.done.short() if told and told.done else ""
            words = [told.product, told.reason, told.proposal] if told else []
            yield (
                one.unit.name, each.task.id, each.task.name, above or "", _day(each.due), each.state.value, done,
                *[word or "" for word in words or ("", "", "")],
            )  # fmt: skip


def _day(day: Any) -> str:
    return PartialDate.parse(day).short() if day else ""
