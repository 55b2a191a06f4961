"""What a higher office tells of a period, put together from what its units told: for its report, and to be edited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from generator.model.plan import Plan, Task
from generator.model.progress import FormFigure, Narrative, Progress, Status, TaskProgress
from generator.registers.unit import Level
from generator.registers.units import Unit
from generator.reports.aggregate import Aggregated
from generator.reports.figures import filled_in
from generator.reports.ground import Ground
from generator.reports.named_figures import Named, filled_in_words, named_figures
from generator.reports.receipts import Receipts, Received
from generator.reports.task_states import DONE, State, TaskState, task_states
from generator.vietnamese.dates import PartialDate
from generator.vietnamese.marks import escape

RECEIVED_AT: Final = "I.2"
"""Point of the outline that tells who has reported."""
_NAMED: Final = 10
"""How many units are named in a sentence."""
_SOURCES: Final = 3
"""How many units are named before words that they say alike; the workbook names all."""


@dataclass(frozen=True)
class UnitStates:
    """How the tasks of one unit's own plan stand."""

    unit: Unit
    states: tuple[TaskState, ...]


def unit_states(received: Receipts, plans: Mapping[str, Plan], day: date) -> tuple[UnitStates, ...]:
    """Return the states, at the end of a day, of the tasks of each unit whose file counts and whose plan is known."""
    return tuple(
        UnitStates(unit, task_states(plans[unit.id], one.progress, day))
        for unit, one in received.counted
        if unit.id in plans
    )


def consolidated(
    issuer: Unit,
    plan: Plan,
    period: str,
    ground: Ground,
    received: Receipts,
    aggregated: Aggregated,
    states: Sequence[UnitStates] = (),
    own: Progress | None = None,
) -> Progress:
    """Return what the office tells: sums as its figures, tasks as its units stand, all words with their source.

    ``own`` is what the office tells of itself; its words come first and what it says of a task holds.
    """
    return Progress(
        unit=issuer.id,
        unit_name=issuer.name,
        regime=ground.regime.id,
        period=period,
        plan=own.plan if own else None,
        prepared_by=own.prepared_by if own else None,
        phone=own.phone if own else None,
        tasks=tuple(_tasks(plan, states, own)),
        figures=tuple(_figures(ground, aggregated, issuer.level)),
        narrative=tuple(_narrative(ground, received, states, own)),
    )


def _figures(ground: Ground, aggregated: Aggregated, level: Level) -> Iterator[FormFigure]:
    """Yield the sums of the rows that the office fills in, with a remark where figures of units are lacking."""
    for form in ground.forms.forms:
        for row in form.rows:
            one = aggregated.rows.get((form.form, row.code))
            if one is None or row.is_computed or not ground.forms.applies_to(form.form, row.code, level):
                continue
            if one.value.number is not None or one.value.absent == "none":
                told = len(one.shares) - len(one.without)
                note = f"chưa đủ số liệu: {told}/{len(one.shares)} đơn vị" if one.without else None
                yield FormFigure(
                    form=form.form, code=row.code, value=one.value.number, absent=one.value.absent, note=note
                )


def _tasks(plan: Plan, states: Sequence[UnitStates], own: Progress | None) -> Iterator[TaskProgress]:
    for task in plan.tasks:
        told = own.task(task.id) if own else None
        below = [(one.unit, state) for one in states for state in one.states if _comes_from(state.task, task)]
        if told is not None and told.status is not None:
            yield told
        elif below:
            yield _of_units(task, below)


def _comes_from(task: Task, above: Task) -> bool:
    return task.parent is not None and task.parent.item == above.id and task.parent.role != "support"


def _of_units(task: Task, below: Sequence[tuple[Unit, TaskState]]) -> TaskProgress:
    """Return a task as the units that lead it stand: done when all of them have done it."""
    done = [state for _, state in below if state.state in DONE]
    if len(done) == len(below):
        days = [day for state in done if state.told and (day := state.told.done or state.told.product_date)]
        return TaskProgress(task=task.id, status=Status.DONE, done=max(days, key=_key, default=None))
    still = [unit.name for unit, state in below if state.state not in DONE]
    begun = done or any(state.state is State.UNDER_WAY for _, state in below)
    reason = f"còn {len(still)}/{len(below)} đơn vị chưa hoàn thành: {_listed(still)}"
    return TaskProgress(task=task.id, status=Status.UNDER_WAY if begun else Status.NOT_STARTED, reason=reason)


def _key(day: PartialDate) -> str:
    return day.iso()


def _narrative(
    ground: Ground, received: Receipts, states: Sequence[UnitStates], own: Progress | None
) -> Iterator[Narrative]:
    known = {one.unit.id: one.states for one in states}
    named = {
        unit.id: named_figures(ground.forms, filled_in(one.progress), known.get(unit.id, ()))
        for unit, one in received.counted
    }
    for section in ground.outline.sections:
        texts = [text for one in (own.narrative if own else ()) if one.section == section.id for text in one.texts]
        if section.id == RECEIVED_AT:
            texts += _sent(received, ground)
        texts += _by_source(
            (unit.name, text) for unit, one in received.counted for text in _words(one, section.id, named[unit.id])
        )
        if texts:
            yield Narrative(section=section.id, texts=tuple(texts))


def _by_source(told: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield each text once, after the names of those who say it."""
    sources: dict[str, list[str]] = {}
    for name, text in told:
        sources.setdefault(text, []).append(name)
    yield from (f"**{_listed(names, _SOURCES)}:** {text}" for text, names in sources.items())


def _words(one: Received, section: str, named: Named) -> list[str]:
    """Return what a unit says under a point, with its own figures where it names them."""
    told = [text for each in one.progress.narrative if each.section == section for text in each.texts]
    return [filled_in_words(text, named) for text in told if text.strip(" .–-")]


def _sent(received: Receipts, ground: Ground) -> Iterator[str]:
    """Yield who has reported, and whose figures the report does without."""
    sent = len(received.counted)
    expected = sent + len(received.missing)
    if expected:
        yield f"Có {sent}/{expected} đơn vị gửi báo cáo được tổng hợp."
    if received.late:
        named = [f"{unit.name} (ngày {PartialDate.parse(day).short()})" for unit, day in received.late]
        yield f"{len(received.late)} đơn vị gửi báo cáo chậm: {_listed(named)}."
    if received.missing:
        named = [unit.name for unit in received.missing]
        yield (
            f"{len(received.missing)} đơn vị chưa có báo cáo được tổng hợp: {_listed(named)}; số liệu trong Báo cáo này"
            " không gồm các đơn vị này."
        )


def _listed(names: Sequence[str], most: int = _NAMED) -> str:
    more = f" và {len(names) - most} đơn vị khác" if len(names) > most else ""
    return ", ".join(map(escape, names[:most])) + more
