"""What became of the tasks of a plan, in words: by field, and as a table."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from generator.model.blocks import Cell, Item, Numbering, Table
from generator.model.readiness import placeholder
from generator.reports.led_tasks import is_count
from generator.reports.task_states import State, TaskState, working_spans
from generator.vietnamese.dates import PartialDate
from generator.vietnamese.marks import escape
from generator.vietnamese.unicode import fold

_LEADS: Final = {
    State.ON_TIME: "Hoàn thành đúng hạn {count} nhiệm vụ:",
    State.LATE: "Hoàn thành trễ hạn {count} nhiệm vụ:",
    State.OVERDUE: "Quá hạn chưa hoàn thành {count} nhiệm vụ:",
    State.UNDER_WAY: "Đang thực hiện {count} nhiệm vụ:",
    State.DROPPED: "Không còn thực hiện {count} nhiệm vụ:",
    State.UNKNOWN: "Chưa rõ tình trạng {count} nhiệm vụ:",
}
"""What is told of the tasks of a field, in this order; of those not yet due nothing is."""
UNTOLD: Final = "Quá hạn, chưa báo cáo kết quả"
"""In the table of all tasks, of an overdue one of which the unit says nothing; not the same as not done."""
_HEADINGS: Final = ("STT", "Nhiệm vụ", "Thời hạn", "Tình trạng", "Sản phẩm, ngày hoàn thành", "Nguyên nhân, đề xuất")
_WIDTHS: Final = (1.2, 8.5, 3.2, 3.4, 4.2, 5.0)


def of_field(states: Iterable[TaskState], fields: Sequence[str]) -> tuple[TaskState, ...]:
    """Return the tasks whose group is a field by one of its names, a number or letter before it apart."""
    names = [fold(field) for field in fields]
    return tuple(one for one in states if one.task.group and any(_is(one.task.group, name) for name in names))


def _is(group: str, name: str) -> bool:
    words = fold(group)
    return words == name or words.endswith(f" {name}")


def results(states: Sequence[TaskState]) -> Iterator[Item]:
    """Yield a dash for each state with the tasks below it."""
    for state, lead in _LEADS.items():
        found = [one for one in states if one.state is state]
        if found:
            told = tuple(Item(numbering=Numbering.PLUS, text=_sentence(one)) for one in found)
            yield Item(text=lead.format(count=len(found)), blocks=told)


def _sentence(one: TaskState) -> str:
    name = one.task.name.rstrip(" .;")
    facts = "; ".join(_FACTS[one.state](one)) if one.state in _FACTS else ""
    return f"{name} ({facts})." if facts else f"{name}."


def _done(one: TaskState) -> Iterator[str]:
    told = one.told
    if told and told.product:
        yield f"sản phẩm: {escape(told.product)}" + (f" {_when(told.product_date)}" if told.product_date else "")
    if told and told.done:
        yield f"hoàn thành {_when(told.done)}"


def _late(one: TaskState) -> Iterator[str]:
    yield from _done(one)
    yield from _open(one)


def _open(one: TaskState) -> Iterator[str]:
    if one.due:
        yield f"thời hạn {_day(one.due)}"
    yield from _reason(one)


def _reason(one: TaskState) -> Iterator[str]:
    if one.told and one.told.reason:
        yield ("" if is_count(one.told.reason) else "nguyên nhân: ") + _inside(one.told.reason)


def _unclear(one: TaskState) -> Iterator[str]:
    yield placeholder(f"tình trạng nhiệm vụ {one.task.id}")


_FACTS: Final[dict[State, Callable[[TaskState], Iterator[str]]]] = {
    State.ON_TIME: _done,
    State.LATE: _late,
    State.OVERDUE: _open,
    State.UNDER_WAY: _open,
    State.DROPPED: _reason,
    State.UNKNOWN: _unclear,
}


def coming(
    states: Iterable[TaskState], after: datetime.date, last: datetime.date | None, year: int | None
) -> tuple[TaskState, ...]:
    """Return the tasks of the next period: what is overdue, and what is due or to be worked on in its days.

    These go from the day after ``after`` to ``last``, without end where that is None; ``year`` is that of the plan.
    """
    open_ones = (State.UNDER_WAY, State.NOT_DUE)
    return tuple(
        one
        for one in states
        if one.state is State.OVERDUE
        or (one.state in open_ones and _falls(one, after, last or datetime.date.max, year))
    )


def _falls(one: TaskState, after: datetime.date, last: datetime.date, year: int | None) -> bool:
    """Tell whether a task is due in some days, or has a time from a day to a day that shares some of them."""
    spans = [(one.due, one.due), *working_spans(one.task, year)]
    return any(end is not None and after < end and (first is None or first <= last) for first, end in spans)


def coming_items(states: Sequence[TaskState]) -> Iterator[Item]:
    """Yield the tasks of the next period, one dash each, with the day by which they are due."""
    for one in states:
        due = f" (thời hạn {_day(one.due)})" if one.due else ""
        again = ", đã quá hạn, tiếp tục thực hiện" if one.state is State.OVERDUE else ""
        yield Item(text=f"{one.task.name.rstrip(' .;')}{due}{again}.")


def task_table(states: Sequence[TaskState]) -> Table:
    """Return the table of all tasks with their states."""
    heading = tuple(Cell(text=text, bold=True, align="center") for text in _HEADINGS)
    return Table(widths=_WIDTHS, heading_rows=1, rows=(heading, *_rows(states)))


def _rows(states: Sequence[TaskState]) -> Iterator[tuple[Cell, ...]]:
    group: str | None = None
    for number, one in enumerate(states, start=1):
        if one.task.group and one.task.group != group:
            group = one.task.group
            yield (Cell(text=escape(group), columns=len(_HEADINGS), bold=True, align="left"),)
        yield (
            Cell(text=str(number), align="center"),
            Cell(text=one.task.name, align="left"),
            Cell(text=escape(_time(one)) or None, align="center"),
            Cell(text=_state(one), align="center"),
            Cell(text="; ".join(_done(one)) or None, align="left"),
            Cell(text="\n".join(_remarks(one)) or None, align="left"),
        )


def _state(one: TaskState) -> str:
    if one.state is State.OVERDUE and (one.told is None or one.told.status is None):
        return UNTOLD
    return one.state.value.capitalize()


def _time(one: TaskState) -> str:
    words = [row.schedule for row in one.task.rows if row.schedule]
    return "; ".join(words) or (_day(one.due) if one.due else "")


def _remarks(one: TaskState) -> Iterator[str]:
    if one.told and one.told.reason:
        yield escape(one.told.reason)
    if one.told and one.told.proposal:
        yield f"Đề xuất: {escape(one.told.proposal)}"


def _inside(text: str) -> str:
    """Return words as they stand inside a sentence: without their full stop, the first letter as written."""
    return escape(" ".join(text.split()).rstrip(" .;"))


def _day(day: datetime.date) -> str:
    return _short(PartialDate.parse(day))


def _short(date: PartialDate) -> str:
    return date.short()


def _when(date: PartialDate) -> str:
    """Return a date with the word before it: "ngày 05/3/2027", "tháng 3/2027", "năm 2027"."""
    name = "ngày" if date.day is not None else "tháng" if date.month is not None else "năm"
    return f"{name} {_short(date)}"
