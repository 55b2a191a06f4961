"""Which units are late, and with what: reports that lack or do not count, tasks past their day or not told clearly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.registers.regimes import PeriodDates
from generator.registers.units import Unit
from generator.reports.consolidated import UnitStates
from generator.reports.ground import cut_off
from generator.reports.receipts import Receipts
from generator.reports.task_states import State, TaskState, last_day


class Matter(StrEnum):
    """What a unit is reminded of."""

    REPORT = "report"
    """A report that has not come, or does not count."""
    TASKS = "tasks"
    """Tasks past their day, or of which it is not clear how they stand."""


@dataclass(frozen=True)
class Late:
    """A unit and what is late of it: the report, or tasks, or both."""

    unit: Unit
    due: date
    """Last day on which its report had to be sent."""
    report: bool = False
    """Whether nothing has come of it."""
    faults: tuple[str, ...] = ()
    """Why what has come does not count, in short; empty where it counts or nothing has come."""
    tasks: tuple[TaskState, ...] = ()
    """Tasks that were past their day when the figures were cut off."""
    unclear: tuple[TaskState, ...] = ()
    """Tasks of which what was told does not say how they stand: done without a day, an end without a state."""

    @property
    def matter(self) -> Matter:
        """The main matter, by which is counted which time it is: the report where that is late, else the tasks."""
        return Matter.REPORT if self.report or self.faults else Matter.TASKS


def day_of_states(period: PeriodDates, day: date) -> date:
    """Return at the end of which day tasks are known to stand: no later than the figures of the period reach."""
    return min(day, cut_off(period))


def late_units(
    expected: Sequence[Unit], received: Receipts, states: Sequence[UnitStates], period: PeriodDates, day: date
) -> tuple[Late, ...]:
    """Return the units that are late at the end of a day, in the order in which they were expected.

    ``states`` are those of `day_of_states`.
    """
    overdue = {one.unit.id: tuple(state for state in one.states if state.state is State.OVERDUE) for one in states}
    unclear = {one.unit.id: tuple(state for state in one.states if _is_unclear(state, day)) for one in states}
    missing = {unit.id for unit in received.missing}
    found = []
    for unit in expected:
        due = received.last_day(unit, period)
        lacks = unit.id in missing and day > due
        faults = received.uncounted.get(unit.id, ()) if lacks else ()
        found.append(Late(unit, due, lacks and not faults, faults, overdue.get(unit.id, ()), unclear.get(unit.id, ())))
    return tuple(one for one in found if one.report or one.faults or one.tasks or one.unclear)


def _is_unclear(one: TaskState, day: date) -> bool:
    """Tell whether a unit is to say how a task stands; of one done since the figures were cut off it has."""
    return one.state is State.UNKNOWN and not _is_done_since(one, day)


def _is_done_since(one: TaskState, day: date) -> bool:
    written = (one.told.done or one.told.product_date) if one.told and one.told.status else None
    done = last_day(written) if written else None
    return one.state is State.UNKNOWN and done is not None and done <= day


def done_since(states: Sequence[UnitStates], day: date) -> tuple[UnitStates, ...]:
    """Return the tasks that were done after the figures were cut off, until the end of a day: they are not late."""
    found = (UnitStates(one.unit, tuple(state for state in one.states if _is_done_since(state, day))) for one in states)
    return tuple(one for one in found if one.states)


def due_since(states: Sequence[UnitStates], period: PeriodDates, day: date) -> tuple[UnitStates, ...]:
    """Return the tasks not done when the figures were cut off that have become due since, until the end of a day.

    Nobody knows how they stand, so they are not late.
    """
    cut = day_of_states(period, day)
    open_states = (State.NOT_DUE, State.UNDER_WAY)
    found = (
        UnitStates(
            one.unit,
            tuple(state for state in one.states if state.state in open_states and state.due and cut < state.due <= day),
        )
        for one in states
    )
    return tuple(one for one in found if one.states)
