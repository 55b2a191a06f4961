"""What became of tasks in an earlier period of the same year: what was finished then is finished now.

A plan of a year is counted from its first day, so a unit does not tell twice of what it has done. Tasks that are done
again in each period are told of anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from generator.diagnostics import Diagnostic, Place, warning
from generator.model.plan import Plan, Task
from generator.model.progress import Progress, Status, TaskProgress
from generator.registers.regimes import PeriodDates
from generator.reports.task_states import due_day
from generator.vietnamese.schedules import ScheduleKind, parse_schedule

FINISHED: Final = (Status.DONE, Status.DROPPED)
_ENDLESS: Final = (ScheduleKind.ALWAYS, ScheduleKind.RECURRING)


@dataclass(frozen=True)
class Before:
    """What a unit told of its tasks in an earlier period of the year of its plan."""

    label: str = ""
    """Of that period: quý I năm 2027."""
    told: Mapping[str, TaskProgress] = field(default_factory=dict)
    """By identity what was told of each task of the plan of which something was."""
    again: frozenset[str] = frozenset()
    """Tasks that are done again in each period, or all the time."""

    @property
    def finished(self) -> dict[str, TaskProgress]:
        """What was done or dropped, and stays so."""
        return {id: one for id, one in self.told.items() if one.status in FINISHED and id not in self.again}

    def carried(self, tasks: Sequence[TaskProgress]) -> tuple[TaskProgress, ...]:
        """Return tasks of which those that were finished before, and of which nothing is told, stand as they did."""
        finished = self.finished
        return tuple(finished.get(one.task, one) if one == TaskProgress(task=one.task) else one for one in tasks)

    def undone(self, tasks: Iterable[TaskProgress]) -> Iterator[TaskProgress]:
        """Yield the tasks that were finished before and are told to be something else now, or of which nothing is."""
        now = {one.task: one for one in tasks}
        for id, one in self.finished.items():
            if id not in now or now[id].status is not one.status:
                yield now.get(id, TaskProgress(task=id))


def before(plan: Plan, progress: Progress | None, told_in: PeriodDates | None, period: PeriodDates) -> Before:
    """Return what was told before of the tasks of a plan; nothing of a period of another year, or of another plan.

    Of another plan is what names one from which the plan was derived: its tasks have identities of their own.
    """
    if progress is None or told_in is None or told_in.year != period.year or is_of_higher(progress, plan):
        return Before()
    known = {task.id for task in plan.tasks}
    told = {one.task: one for one in progress.tasks if one.task in known and one != TaskProgress(task=one.task)}
    return Before(told_in.label, told, frozenset(task.id for task in plan.tasks if is_again(task, plan.year)))


def is_of_higher(progress: Progress, plan: Plan) -> bool:
    """Tell whether what was told is of a plan from which this one was derived."""
    higher = plan.derivation.parents if plan.derivation else ()
    return progress.plan is not None and progress.plan.hash in {one.hash for one in higher}


def is_again(task: Task, year: int | None) -> bool:
    """Tell whether a task is done again in each period or all the time, and so has no last day."""
    return due_day(task, year) is None and any(is_endless(row.schedule or "") for row in task.rows)


def is_endless(schedule: str) -> bool:
    """Tell whether words of a time mean again and again, or all the time."""
    return parse_schedule(schedule).kind in _ENDLESS


def undone_warnings(earlier: Before, progress: Progress) -> Iterator[Diagnostic]:
    """Yield a warning for each task that was finished before and is not any more."""
    for one in earlier.undone(progress.tasks):
        yield warning(undone_message(earlier.label), Place(field=f"nhiệm vụ {one.task}"), hint=UNDONE_HINT)


UNDONE_HINT: Final = "ghi lại như kỳ trước; nếu phải làm lại thì nêu rõ ở Nguyên nhân"


def undone_message(label: str) -> str:
    """Return what is said of a task that was finished in a period and is not any more."""
    return f"nhiệm vụ này theo báo cáo {label} đã xong, nay không ghi là đã xong"
