"""Tasks: what, by whom, by when, with which product ("6 rõ")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from generator.diagnostics import Severity
from generator.lint.deadlines import day_off, is_outside, named_days
from generator.lint.evidence import Evidence
from generator.lint.finding import Fault, Spot
from generator.lint.places import issue_day, row_spot
from generator.lint.rule import rule
from generator.lint.subject import Subject
from generator.lint.tasks import Deed, Tasks, lacking, listed, plain
from generator.lint.unit_names import units_in
from generator.reading.task_columns import TaskColumn
from generator.vietnamese.dates import PartialDate
from generator.vietnamese.schedules import ScheduleKind

_BASIS = "yêu cầu «6 rõ»"
_AGREEMENT = "thống nhất nội dung"
_SHARED_OUT = re.compile(r"\b(?:quý|tháng|từ|đến|theo|lĩnh vực|phần|phụ trách|hoặc)\b|[/:]", re.IGNORECASE)
"""Words that share a task out, so that each unit leads a part of it."""
_FEWEST_TASKS = 3
"""Tasks that a table has before the lack of a whole column is worth a word."""
_REPORTING = frozenset({"report", "minutes", "decision", "resolution"})
"""Kinds that tell of days gone by."""


def _one(subject: Subject, deeds: Sequence[Deed], what: str, expected: str, hint: str | None = None) -> Iterator[Fault]:
    """Yield one finding for all the rows, at the first of them."""
    if deeds:
        yield Fault(f"{what}: {listed(deeds)}", expected, row_spot(subject, deeds[0].lines), hint)


def _lacking(subject: Subject, column: TaskColumn, what: str) -> Iterator[Fault]:
    """Yield a finding for the tasks with an empty cell, and one for a table that lacks the column."""
    for table in subject.tasks:
        deeds = list(lacking(table, column))
        yield from _one(subject, deeds, f"không có {what}", f"mỗi nhiệm vụ có {what}")
        if column not in table.columns and len(table.table.entries) >= _FEWEST_TASKS:
            spot = row_spot(subject, table.grid.lines)
            yield Fault(f"bảng nhiệm vụ không có cột {what}", f"có cột {what}", spot, severity=Severity.HINT)


@rule("NV-01", "nhiệm vụ không có sản phẩm", _BASIS, Severity.WARNING, needs=Evidence.PAGE)
def without_product(subject: Subject) -> Iterator[Fault]:
    """Mỗi nhiệm vụ trong bảng có sản phẩm: văn bản, báo cáo, kết quả đo được."""
    return _lacking(subject, TaskColumn.PRODUCTS, "sản phẩm")


@rule("NV-02", "nhiệm vụ không có đơn vị chủ trì", _BASIS, Severity.WARNING, needs=Evidence.PAGE)
def without_lead(subject: Subject) -> Iterator[Fault]:
    """Mỗi nhiệm vụ trong bảng có một đơn vị hoặc người chủ trì."""
    return _lacking(subject, TaskColumn.LEAD, "đơn vị chủ trì")


@rule("NV-03", "nhiệm vụ không có thời hạn", _BASIS, Severity.WARNING, needs=Evidence.PAGE)
def without_deadline(subject: Subject) -> Iterator[Fault]:
    """Mỗi nhiệm vụ trong bảng có thời hạn: ngày, tháng, quý, định kỳ hoặc thường xuyên."""
    return _lacking(subject, TaskColumn.SCHEDULE, "thời hạn")


@rule("NV-04", "nhiệm vụ có hai đơn vị chủ trì", _BASIS, Severity.WARNING, needs=Evidence.WORDS)
def two_leads(subject: Subject) -> Iterator[Fault]:
    """Một việc chỉ giao một đơn vị chủ trì; đơn vị khác ghi ở cột phối hợp.

    Không xét việc giao cho một nhóm («Các phòng thuộc Sở») và việc chia theo quý, theo lĩnh vực.
    """
    for table in subject.tasks:
        deeds = [deed for deed in table.deeds if _has_two_leads(deed.cell(TaskColumn.LEAD))]
        leads = " và ".join(f"«{deed.cell(TaskColumn.LEAD)}»" for deed in deeds[:1])
        expected = "một đơn vị chủ trì, các đơn vị khác phối hợp"
        yield from _one(subject, deeds, f"hai đơn vị chủ trì ({leads})", expected)


def _has_two_leads(cell: str) -> bool:
    units = [] if _SHARED_OUT.search(cell) else list(units_in(cell))
    return len(units) > 1 and all(unit.is_single or unit.printed.isupper() for unit in units)


@rule("NV-05", "thời hạn đã qua khi ban hành", _AGREEMENT, Severity.WARNING, needs=Evidence.WORDS)
def past(subject: Subject) -> Iterator[Fault]:
    """Thời hạn giao trong văn bản không sớm hơn ngày ban hành (văn bản chưa có ngày: ngày kiểm tra)."""
    day = issue_day(subject)
    if day is None:
        return
    issued = f"thời hạn sau ngày ban hành ({PartialDate.parse(day).short()})"
    for table in subject.tasks:
        yield from _one(subject, [deed for deed in table.deeds if _is_past(deed, day)], "thời hạn đã qua", issued)
    if subject.kind in _REPORTING:
        return
    late = [one for one in subject.deadlines if one.day < day]
    yield from _spoken(
        (one.statement.spot for one in late), f"thời hạn {_short(late[0].day)} đã qua" if late else "", issued
    )


def _short(day: date) -> str:
    return PartialDate.parse(day).short()


def _spoken(spots: Iterable[Spot], found: str, expected: str) -> Iterator[Fault]:
    """Yield one finding for deadlines of the running text; the places of the others stand beside it."""
    places = list(dict.fromkeys(spots))
    if places:
        yield Fault(found, expected, places[0], also=tuple(places[1:]))


def _is_past(deed: Deed, day: date) -> bool:
    last = deed.schedule.last_day
    outside = deed.year is not None and is_outside(deed.schedule, deed.year)
    dated = deed.schedule.kind not in {ScheduleKind.RECURRING, ScheduleKind.ALWAYS}
    return dated and last is not None and last < day and not outside


@rule("NV-06", "thời hạn rơi vào ngày nghỉ", _AGREEMENT, Severity.HINT, needs=Evidence.WORDS)
def on_day_off(subject: Subject) -> Iterator[Fault]:
    """Thời hạn ghi đúng một ngày («ngày …», «chậm nhất ngày …») thì nên là ngày làm việc.

    Thứ Bảy, Chủ nhật luôn là ngày nghỉ, trừ ngày làm bù; ngày lễ, tết theo sổ ngày nghỉ của năm đó.
    """
    for table in subject.tasks:
        deeds = [deed for deed in table.deeds if any(_off(subject, day) for day in named_days(deed.schedule))]
        days = [day for deed in deeds[:1] for day in named_days(deed.schedule) if _off(subject, day)]
        what = f"thời hạn {_short(days[0])} là {_off(subject, days[0])}" if days else ""
        yield from _one(subject, deeds, what, "ngày làm việc")
    said = [one for one in subject.deadlines if one.included and _off(subject, one.day)]
    if subject.kind not in _REPORTING and said:
        found = f"thời hạn {_short(said[0].day)} là {_off(subject, said[0].day)}"
        yield from _spoken((one.statement.spot for one in said), found, "ngày làm việc")


def _off(subject: Subject, day: date) -> str | None:
    return day_off(day, subject.holidays)


@rule("NV-07", "thời hạn ngoài năm kế hoạch", _AGREEMENT, Severity.WARNING, needs=Evidence.WORDS)
def outside_year(subject: Subject) -> Iterator[Fault]:
    """Thời hạn trong bảng thuộc năm của kế hoạch; việc chuẩn bị ở quý IV năm trước, báo cáo ở quý I năm sau và việc
    kéo dài qua nhiều năm không tính.
    """
    for table in subject.tasks:
        deeds = [deed for deed in table.deeds if deed.year and is_outside(deed.schedule, deed.year)]
        words = f"thời hạn «{deeds[0].cell(TaskColumn.SCHEDULE)}»" if deeds else ""
        yield from _one(subject, deeds, words, f"thời hạn trong năm {table.year}")


@rule("NV-08", "nhiệm vụ trùng nhau", _AGREEMENT, Severity.WARNING, needs=Evidence.WORDS)
def repeated(subject: Subject) -> Iterator[Fault]:
    """Hai nhiệm vụ trong một bảng không cùng tên và cùng sản phẩm."""
    for table in subject.tasks:
        for before, deed in _repeated(table):
            place = subject.located(row_spot(subject, before.lines))
            expected = "mỗi nhiệm vụ một lần"
            yield Fault(
                f"{deed.named} trùng tên và sản phẩm với {before.entry.label or 'nhiệm vụ'} ({place})",
                expected,
                row_spot(subject, deed.lines),
            )


def _repeated(table: Tasks) -> Iterator[tuple[Deed, Deed]]:
    """Yield the rows that say what a row of an earlier task says; columns that tell tasks apart are all compared."""
    seen: dict[tuple[str, ...], Deed] = {}
    for deed in table.deeds:
        before = seen.setdefault(_wording(deed), deed)
        if before.entry is not deed.entry and deed.entry.name:
            yield before, deed


def _wording(deed: Deed) -> tuple[str, ...]:
    cells = (deed.cell(TaskColumn.ACTIVITY), deed.cell(TaskColumn.PRODUCTS))
    return tuple(map(plain, (deed.entry.name, deed.entry.goal, *cells)))
