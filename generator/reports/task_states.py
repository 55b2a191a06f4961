"""How a task stands on the cut-off day: computed from its deadline, the day it was done and that day."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.model.plan import Plan, Task
from generator.model.progress import Progress, Status, TaskProgress
from generator.vietnamese.dates import PartialDate
from generator.vietnamese.schedules import ScheduleKind, parse_schedule


class State(StrEnum):
    """How a task stands; the value is how reports say it."""

    ON_TIME = "hoàn thành đúng hạn"
    LATE = "hoàn thành trễ hạn"
    UNDER_WAY = "đang thực hiện"
    OVERDUE = "quá hạn chưa hoàn thành"
    NOT_DUE = "chưa đến hạn"
    DROPPED = "không còn thực hiện"
    UNKNOWN = "chưa rõ"


DONE = (State.ON_TIME, State.LATE)


@dataclass(frozen=True)
class TaskState:
    """A task of the plan, what the unit tells of it, and how it stands."""

    task: Task
    told: TaskProgress | None
    state: State
    due: datetime.date | None
    """Last day in time; None for a task without one."""
    problem: str | None = None
    """Why the state is unknown, or what the unit must mend."""


def task_states(plan: Plan, progress: Progress, cut_off: datetime.date) -> tuple[TaskState, ...]:
    """Return the state of every task of the plan, in its order, at the end of the cut-off day."""
    told = {one.task: one for one in progress.tasks}
    return tuple(_state(task, told.get(task.id), due_day(task, plan.year), cut_off) for task in plan.tasks)


def due_day(task: Task, year: int | None) -> datetime.date | None:
    """Return the last day in time: the day to issue the product by, else the latest that the words of its rows name.

    None for what is done again and again, all the time, or without a time that is understood.
    """
    if task.issue_due is not None:
        return last_day(task.issue_due)
    times = [parse_schedule(row.schedule, year) for row in task.rows if row.schedule]
    endless = (ScheduleKind.ALWAYS, ScheduleKind.RECURRING)
    return max((day for one in times if one.kind not in endless and (day := one.last_day)), default=None)


def working_spans(task: Task, year: int | None) -> Iterator[tuple[datetime.date, datetime.date]]:
    """Yield first and last day of each time of a task that has both: "Quý II/2027", "từ ngày … đến ngày …"."""
    for row in task.rows:
        whole = parse_schedule(row.schedule or "", year)
        for one in whole.parts or (whole,):
            if one.kind in (ScheduleKind.PERIOD, ScheduleKind.BETWEEN) and one.start and one.last_day:
                yield one.start, one.last_day


def first_day(date: PartialDate) -> datetime.date | None:
    """Return the first day that a date of day, month or year means; None for one without a year."""
    return datetime.date(date.year, date.month or 1, date.day or 1) if date.year is not None else None


def last_day(date: PartialDate) -> datetime.date | None:
    """Return the last day that a date of day, month or year means; None for one without a year."""
    if date.year is None:
        return None
    if date.month is None:
        return datetime.date(date.year, 12, 31)
    if date.day is not None:
        return datetime.date(date.year, date.month, date.day)
    following = datetime.date(date.year + date.month // 12, date.month % 12 + 1, 1)
    return following - datetime.timedelta(days=1)


def _state(task: Task, told: TaskProgress | None, due: datetime.date | None, cut_off: datetime.date) -> TaskState:
    status = told.status if told else None
    if told is not None and status is Status.DONE:
        return _done(task, told, due, cut_off)
    if status is Status.DROPPED:
        return TaskState(task, told, State.DROPPED, due)
    if told is not None and status is None and _tells_of_an_end(told):
        return TaskState(task, told, State.UNKNOWN, due, "có ngày hoàn thành hoặc sản phẩm mà chưa chọn Tình trạng")
    if due is not None and due <= cut_off:
        problem = None if status else "đơn vị chưa báo cáo nhiệm vụ đã đến hạn này"
        return TaskState(task, told, State.OVERDUE, due, problem)
    return TaskState(task, told, State.UNDER_WAY if status is Status.UNDER_WAY else State.NOT_DUE, due)


def _tells_of_an_end(told: TaskProgress) -> bool:
    dated = any(date is not None and date.year is not None for date in (told.done, told.product_date))
    return dated or bool(told.product)


def _done(task: Task, told: TaskProgress, due: datetime.date | None, cut_off: datetime.date) -> TaskState:
    written = told.done or told.product_date
    done = last_day(written) if written else None
    if done is None or written is None:
        return TaskState(task, told, State.UNKNOWN, due, "đã hoàn thành nhưng thiếu ngày hoàn thành")
    first = first_day(written)
    if first is not None and first <= cut_off < done:
        done = cut_off
    if done > cut_off:
        said, last = (PartialDate.parse(day).short() for day in (done, cut_off))
        problem = f"ngày hoàn thành {said} sau ngày chốt số liệu {last}"
        return TaskState(task, told, State.UNKNOWN, due, problem)
    return TaskState(task, told, State.ON_TIME if due is None or done <= due else State.LATE, due)
