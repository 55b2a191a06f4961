"""The figures of many units as an .xlsx: each form against the units, who has sent, contradictions, words, tasks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final

from openpyxl import Workbook

from generator.registers.units import Unit
from generator.reports.aggregate import Aggregated
from generator.reports.consolidated import UnitStates
from generator.reports.figures import filled_in
from generator.reports.ground import Ground
from generator.reports.led_tasks import Leads
from generator.reports.receipts import Receipts
from generator.reports.report import Written
from generator.reports.task_states import State
from generator.vietnamese.dates import PartialDate
from generator.workbook.drawing import AUTHOR
from generator.workbook.drilldown_forms import FormSheet, draw_form
from generator.workbook.fixed import same_bytes
from generator.workbook.lists import ListSheet, draw_list

_SENT: Final = (
    ("Mã đơn vị", 22), ("Đơn vị", 46), ("Tình trạng", 30), ("Ngày nhận", 14), ("Hạn gửi", 14), ("Số ngày chậm", 12),
    ("Tệp", 36),
)  # fmt: skip
_CONTRADICTIONS: Final = (
    ("Đơn vị", 40), ("Tệp", 32), ("Chỗ", 26), ("Mức", 12), ("Nội dung", 52), ("Gặp", 26), ("Cần", 26),
)  # fmt: skip
_WORDS: Final = (("Mục", 10), ("Tên mục", 36), ("Đơn vị", 40), ("Nội dung", 90))
_LEADS: Final = (
    ("Mã", 10), ("Nhiệm vụ của cơ quan", 60), ("Thời hạn", 14), ("Tình trạng trong báo cáo", 24),
    ("Số đơn vị chủ trì", 12), ("Đã hoàn thành", 12), ("Chưa hoàn thành, đang thực hiện", 60), ("Chưa có báo cáo", 40),
)  # fmt: skip
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
    issuer: Unit
    """The office that puts together."""
    report: Written
    """Its report: the column of totals shows the same figures."""
    states: tuple[UnitStates, ...] = ()
    leads: tuple[Leads, ...] = ()


def drilldown_bytes(content: Drilldown) -> bytes:
    """Return the workbook; the same content gives the same bytes.

    Sheets: one for each form (rows against units, with the figure of the report, the sum of the units and how they come
    about), Tình hình gửi, Mâu thuẫn, Thuyết minh, Nhiệm vụ của cơ quan (where units lead some), Nhiệm vụ and Từng nhiệm
    vụ. Figures are numbers; what a unit told and was not counted stands there in red.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = AUTHOR
    told = {unit.id: filled_in(one.progress) for unit, one in content.receipts.counted}
    forms = content.ground.forms
    for form in forms.forms:
        filled = FormSheet(forms, form, content.aggregated, content.report.values, content.issuer.level, told)
        draw_form(book.create_sheet(f"Biểu {form.form}"), filled)
    for one in _lists(content):
        draw_list(book.create_sheet(one.name), one)
    stream = BytesIO()
    book.save(stream)
    return same_bytes(stream.getvalue())


def _lists(content: Drilldown) -> Iterator[ListSheet]:
    found = content.aggregated.contradictions
    contradictions = [
        (one.unit, one.source, one.place, one.severity.label, one.message, one.found, one.expected) for one in found
    ]
    yield ListSheet("Tình hình gửi", _SENT, list(_sent(content)))
    yield ListSheet("Mâu thuẫn", _CONTRADICTIONS, contradictions)
    yield ListSheet("Thuyết minh", _WORDS, list(_words(content)))
    if content.leads:
        yield ListSheet("Nhiệm vụ của cơ quan", _LEADS, list(_leads(content)))
    yield ListSheet("Nhiệm vụ", _COUNTS, list(_counts(content)))
    yield ListSheet("Từng nhiệm vụ", _TASKS, list(_tasks(content)))


def _sent(content: Drilldown) -> Iterator[tuple[str, ...]]:
    period = content.ground.regime.period_dates(content.period)
    for unit, one in content.receipts.counted:
        last = content.receipts.last_day(unit, period)
        days = (one.day - last).days if one.day else 0
        state = "đã nhận, chưa rõ ngày" if one.day is None else "đã nhận, chậm" if days > 0 else "đã nhận"
        yield unit.id, unit.name, state, _day(one.day), _day(last), str(days) if days > 0 else "", one.source
    for unit in content.receipts.missing:
        files = [one.source for one in content.receipts.contradictions if one.unit == unit.name]
        state = "đã nhận nhưng không tính được" if files else "chưa nhận"
        came = content.receipts.came.get(unit.id) if files else None
        last = content.receipts.last_day(unit, period)
        yield unit.id, unit.name, state, _day(came), _day(last), "", ", ".join(dict.fromkeys(files))


def _words(content: Drilldown) -> Iterator[tuple[str, ...]]:
    for section in content.ground.outline.sections:
        for unit, one in content.receipts.counted:
            told = [text for each in one.progress.narrative if each.section == section.id for text in each.texts]
            if told:
                yield section.id, section.title, unit.name, "\n".join(told)


def _leads(content: Drilldown) -> Iterator[tuple[str, ...]]:
    """Yield the tasks that units lead, as the report has them, with the names of all that have not done them."""
    states = {one.task.id: one for one in content.report.states}
    for one in content.leads:
        state = states[one.task]
        total = len(one.done) + len(one.undone) + len(one.silent)
        counts = (str(total), str(len(one.done)))
        names = ("; ".join(unit.name for unit in units) for units in (one.undone, one.silent))
        yield one.task, state.task.name, _day(state.due), state.state.value, *counts, *names


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
