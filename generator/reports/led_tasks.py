"""How the tasks of an office stand by what the units that lead them tell: done when all of them have done it.

What the office itself says is held against it; where the two disagree, the report says what the units say.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generator.diagnostics import Severity
from generator.model.plan import Plan, Task
from generator.model.progress import Status, TaskProgress
from generator.registers.units import Unit
from generator.reports.origins import Above
from generator.reports.receipts import Contradiction, Received
from generator.reports.task_states import DONE, State, TaskState, due_day, last_day
from generator.vietnamese.dates import PartialDate

_NAMED: Final = 5
"""How many units are named beside a task; of more their number and the first few."""
_FIRST: Final = 3
_CAUSES: Final = 2
"""How many of the causes that units give are told beside a task."""
_CAUSES_LEAD: Final = "nguyên nhân các đơn vị nêu: "
_COUNTED: Final = re.compile(r"(?:còn )?\d+/\d+ đơn vị ")


@dataclass(frozen=True)
class UnitTasks:
    """The plan of one unit, and how its tasks stand."""

    unit: Unit
    plan: Plan
    states: tuple[TaskState, ...] | None
    """None for a unit of which no report counts."""


@dataclass(frozen=True)
class Leads:
    """The units that lead a task, by how they stand."""

    task: str
    """Its identity in the plan of the office."""
    done: tuple[Unit, ...]
    undone: tuple[Unit, ...]
    """Those, too, of which it is not clear whether they have done it."""
    silent: tuple[Unit, ...]
    """Units of which nothing is known of it."""


@dataclass(frozen=True)
class Led:
    """The tasks of an office as its units stand, and what does not agree."""

    tasks: tuple[TaskProgress, ...]
    contradictions: tuple[Contradiction, ...] = ()
    leads: tuple[Leads, ...] = ()
    """Of each task that units lead."""


def led_tasks(above: Above, units: Sequence[UnitTasks], own: tuple[Unit, Received] | None, day: datetime.date) -> Led:
    """Return what is to be told of each task of the office's plan at the end of a day, in its order.

    ``own`` is the file of the office itself: it holds for tasks that no unit leads, and for those that are dropped. A
    task that no unit leads and of which the office says nothing is left out.
    """
    leading = _leading(above, units)
    found: list[TaskProgress] = []
    leads: list[Leads] = []
    wrong = list(_of_other_plans(above, units))
    for task in above.plan.tasks:
        told = own[1].progress.task(task.id) if own else None
        stands = _Stands(tuple(leading.get(task.id, ())), due_day(task, above.plan.year), day)
        leads += [stands.leads(task)] if stands.units else []
        if not stands.units or (told is not None and told.status is Status.DROPPED):
            found += [told] if told is not None and told.status is not None else []
            continue
        found.append(stands.task(task, told))
        if own is not None and told is not None:
            wrong += _disagreement(own, task, told, stands)
    return Led(tuple(found), tuple(wrong), tuple(leads))


def is_count(reason: str) -> bool:
    """Tell whether a reason says how many units stand how, and so is no cause: «còn 2/30 đơn vị chưa hoàn thành»."""
    return bool(_COUNTED.match(reason))


def _leading(above: Above, units: Sequence[UnitTasks]) -> Mapping[str, list[_Lead]]:
    """Return the units that lead each task of the office, by its identity."""
    found: dict[str, dict[str, _Lead]] = {}
    for one in units:
        states = {state.task.id: state for state in one.states or ()}
        for item, task in above.led(one.plan):
            lead = found.setdefault(item, {}).setdefault(one.unit.id, _Lead(one.unit, []))
            lead.states.append(states.get(task.id))
    return {item: list(leads.values()) for item, leads in found.items()}


def _of_other_plans(above: Above, units: Sequence[UnitTasks]) -> Iterator[Contradiction]:
    """Yield the units whose plans have nothing of the office's plan: their tasks can be held against none of it."""
    for one in units if above.plan.tasks else ():
        if one.plan.tasks and not above.is_above(one.plan):
            named = {task.parent.document for task in one.plan.tasks if task.parent}
            message = "kế hoạch của đơn vị không có nhiệm vụ nào từ kế hoạch này, chưa đối chiếu được nhiệm vụ"
            found, asked = ", ".join(sorted(named)) or "không nêu nguồn giao", " hoặc ".join(sorted(above.names))
            yield Contradiction(one.unit.name, "", "kế hoạch của đơn vị", Severity.WARNING, message, found, asked)


@dataclass(frozen=True)
class _Lead:
    """A unit that leads a task, and how its own tasks that come from it stand."""

    unit: Unit
    states: list[TaskState | None]

    @property
    def told(self) -> tuple[TaskState, ...]:
        return tuple(one for one in self.states if one is not None and one.told is not None and one.told.status)

    @property
    def is_heard(self) -> bool:
        return len(self.told) == len(self.states)

    @property
    def is_done(self) -> bool:
        return self.is_heard and all(one.state in DONE for one in self.told)

    @property
    def is_unclear(self) -> bool:
        return not self.is_done and any(one.state is State.UNKNOWN for one in self.told)

    @property
    def has_begun(self) -> bool:
        return any(one.told and one.told.status in (Status.UNDER_WAY, Status.DONE) for one in self.told)

    @property
    def last(self) -> datetime.date | None:
        """The last day on which it has done something of it."""
        return max((day for one in self.told if one.told and (day := _done_on(one.told))), default=None)


def _done_on(told: TaskProgress) -> datetime.date | None:
    written = told.done or told.product_date
    return last_day(written) if written else None


@dataclass(frozen=True)
class _Stands:
    """How the units stand that lead one task."""

    units: tuple[_Lead, ...]
    due: datetime.date | None
    day: datetime.date

    @property
    def silent(self) -> tuple[_Lead, ...]:
        return tuple(one for one in self.units if not one.is_heard)

    @property
    def unclear(self) -> tuple[_Lead, ...]:
        return tuple(one for one in self.units if one.is_heard and one.is_unclear)

    @property
    def undone(self) -> tuple[_Lead, ...]:
        return tuple(one for one in self.units if one.is_heard and not one.is_done and not one.is_unclear)

    @property
    def last(self) -> datetime.date | None:
        return max((day for one in self.units if (day := one.last)), default=None)

    def leads(self, task: Task) -> Leads:
        """Return the units by how they stand."""
        silent, lacking = self.silent, (*self.undone, *self.unclear)
        done = tuple(one.unit for one in self.units if one not in silent and one not in lacking)
        return Leads(task.id, done, tuple(one.unit for one in lacking), tuple(one.unit for one in silent))

    def task(self, task: Task, own: TaskProgress | None) -> TaskProgress:
        """Return the task as it is to be told, with what else the office says of it."""
        base = self._base(task, own)
        said_done = base.status is Status.DONE
        if self._is_done(base):
            mine = _done_on(base) if said_done else None
            last = max((day for day in (mine, self.last) if day), default=None)
            kept = base.done if mine is not None and mine == last else None
            done = kept or (PartialDate.parse(last) if last else None)
            return base.model_copy(update={"status": Status.DONE, "done": done, "reason": self._reason(base)})
        begun = base.status in (Status.DONE, Status.UNDER_WAY) or any(one.has_begun for one in self.units)
        status = Status.UNDER_WAY if begun else Status.NOT_STARTED
        return base.model_copy(update={"status": status, "done": None, "reason": self._reason(base)})

    def _base(self, task: Task, own: TaskProgress | None) -> TaskProgress:
        """Return what the office says of the task; of one with a single unit, what that one issued and asks for too."""
        base = own or TaskProgress(task=task.id)
        told = next((one.told for one in self.units[0].told if self._is_single), None)
        names = ("product", "product_date", "proposal") if told and not base.product else ()
        return base.model_copy(update={name: getattr(told, name) for name in names})

    @property
    def _is_single(self) -> bool:
        return len(self.units) == 1 and len(self.units[0].states) == 1

    def _is_done(self, own: TaskProgress) -> bool:
        """Whether all have done it; of a unit that is silent the office may know, and of its own part it does."""
        if self.undone or self.unclear or own.status in (Status.NOT_STARTED, Status.UNDER_WAY):
            return False
        return not self.silent or own.status is Status.DONE

    def _reason(self, own: TaskProgress) -> str | None:
        words = [*self._words(own), *([own.reason.rstrip(" .;")] if own.reason else [])]
        return "; ".join(words) or None

    def _words(self, own: TaskProgress) -> Iterator[str]:
        """Yield how many units lack what, where that says something at this time of the year."""
        if self._is_single:
            yield from self._of_single()
        elif self._is_done(own):
            yield from self._count("{}/{} đơn vị hoàn thành trễ hạn", self._late())
        elif self.due is None:
            idle = tuple(one for one in self.units if one.is_heard and not one.has_begun)
            yield from self._count("{}/{} đơn vị chưa thực hiện", idle if len(idle) < len(self.units) else ())
        elif self.due > self.day:
            done = sum(one.is_done for one in self.units)
            yield from [f"{done}/{len(self.units)} đơn vị đã hoàn thành"] if done else []
        else:
            yield from self._count("còn {}/{} đơn vị chưa hoàn thành", self.undone)
            yield from self._count("{}/{} đơn vị chưa rõ ngày hoàn thành", self.unclear)
            yield from self._count("{}/{} đơn vị chưa có báo cáo về nhiệm vụ này", self.silent)
            yield from self._causes()

    def _of_single(self) -> Iterator[str]:
        """Yield what the only unit gives as its reason; that it is silent where the task is due."""
        if self.silent and self.due and self.due <= self.day:
            yield f"{self.units[0].unit.name} chưa có báo cáo về nhiệm vụ này"
        yield from (one.told.reason.rstrip(" .;") for one in self.units[0].told if one.told and one.told.reason)

    def _late(self) -> tuple[_Lead, ...]:
        return tuple(one for one in self.units if self.due and one.last and one.last > self.due)

    def _count(self, words: str, some: Sequence[_Lead]) -> Iterator[str]:
        if some:
            yield f"{words.format(len(some), len(self.units))}: {_named([one.unit.name for one in some])}"

    def _causes(self) -> Iterator[str]:
        """Yield the causes that units give for what they have not done, each once; not how units of theirs stand."""
        told = (state.told.reason for one in self.undone for state in one.told if state.told and state.told.reason)
        words = (one.rpartition(_CAUSES_LEAD)[2] for one in told)
        causes = list(dict.fromkeys(" ".join(one.split()).rstrip(" .;") for one in words if not is_count(one)))
        if causes:
            more = " và nguyên nhân khác" if len(causes) > _CAUSES else ""
            yield f"{_CAUSES_LEAD}{'; '.join(causes[:_CAUSES])}{more}"


def _disagreement(
    own: tuple[Unit, Received], task: Task, told: TaskProgress, stands: _Stands
) -> Iterator[Contradiction]:
    """Yield where the office says another thing of a task than the units that lead it."""
    unit, file = own

    def one(severity: Severity, message: str, found: str, expected: str) -> Contradiction:
        return Contradiction(unit.name, file.source, f"nhiệm vụ {task.id}", severity, message, found, expected)

    total = len(stands.units)
    lacking = (*stands.undone, *stands.unclear)
    if told.status is Status.DONE and lacking:
        found = f"còn {len(lacking)}/{total} đơn vị chưa hoàn thành: {_named([each.unit.name for each in lacking])}"
        message = "cơ quan ghi đã hoàn thành mà đơn vị chủ trì chưa hoàn thành, báo cáo lấy theo đơn vị"
        yield one(Severity.ERROR, message, found, "đơn vị hoàn thành hết, hoặc sửa tệp của cơ quan")
    elif told.status is Status.DONE and stands.silent:
        found = f"{len(stands.silent)}/{total} đơn vị: {_named([each.unit.name for each in stands.silent])}"
        message = "cơ quan ghi đã hoàn thành mà đơn vị chủ trì chưa có báo cáo về nhiệm vụ này"
        yield one(Severity.WARNING, message, found, "báo cáo của đơn vị")
    elif told.status is Status.DONE and (mine := _done_on(told)) and stands.last and mine < stands.last:
        message = "ngày hoàn thành cơ quan ghi trước ngày của đơn vị cuối cùng, báo cáo lấy ngày sau"
        yield one(Severity.WARNING, message, f"{mine:%d/%m/%Y}", f"{stands.last:%d/%m/%Y}")
    elif told.status in (Status.NOT_STARTED, Status.UNDER_WAY) and not (lacking or stands.silent):
        message = "mọi đơn vị chủ trì đã hoàn thành mà cơ quan ghi chưa hoàn thành, báo cáo lấy theo cơ quan"
        yield one(Severity.WARNING, message, f"{total}/{total} đơn vị đã hoàn thành", "cơ quan xác nhận")


def _named(names: Sequence[str]) -> str:
    """Return some names, of many the first and how many more."""
    if len(names) <= _NAMED:
        return ", ".join(names)
    return f"{', '.join(names[:_FIRST])} và {len(names) - _FIRST} đơn vị khác"
