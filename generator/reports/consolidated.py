"""What a higher office tells of a period, put together from what its units told: for its report, and to be edited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from generator.model.plan import Plan
from generator.model.progress import FormFigure, Narrative, Progress, TaskProgress
from generator.model.readiness import gaps_in
from generator.registers.unit import Level
from generator.registers.units import Unit
from generator.reports.aggregate import Aggregated
from generator.reports.figures import UNKNOWN, Values
from generator.reports.ground import Ground, cut_off
from generator.reports.led_tasks import UnitTasks
from generator.reports.named_figures import task_figures, with_task_counts
from generator.reports.partial_sums import partial_note
from generator.reports.receipts import Receipts
from generator.reports.task_states import TaskState, task_states
from generator.reports.unit_words import unit_figures, words_of
from generator.vietnamese.dates import PartialDate
from generator.vietnamese.marks import escape
from generator.vietnamese.numbers import format_number

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
    """Return the states, at the end of a day, of the tasks of each unit that tells of them and whose plan is known."""
    return tuple(
        UnitStates(unit, task_states(plans[unit.id], one.progress, day))
        for unit, one in received.counted
        if unit.id in plans and one.tells_tasks
    )


def unit_tasks(received: Receipts, plans: Mapping[str, Plan], states: Sequence[UnitStates]) -> tuple[UnitTasks, ...]:
    """Return the plans of all units that were to report and whose plan is known, with the states of those that did."""
    known = {one.unit.id: one.states for one in states}
    units = (*(unit for unit, _ in received.counted), *received.missing)
    return tuple(UnitTasks(unit, plans[unit.id], known.get(unit.id)) for unit in units if unit.id in plans)


def consolidated(
    issuer: Unit,
    plan: Plan,
    period: str,
    ground: Ground,
    received: Receipts,
    aggregated: Aggregated,
    tasks: Sequence[TaskProgress] = (),
    states: Sequence[UnitStates] = (),
    own: Progress | None = None,
) -> Progress:
    """Return what the office tells: sums as its figures, its tasks as given, all words with their source.

    Rows that are counted from tasks are counted from those of the office's own plan. ``own`` is what the office tells
    of itself; its words come first.
    """
    told = Progress(
        unit=issuer.id,
        unit_name=issuer.name,
        regime=ground.regime.id,
        period=period,
        plan=own.plan if own else None,
        prepared_by=own.prepared_by if own else None,
        phone=own.phone if own else None,
        tasks=tuple(tasks),
        narrative=tuple(_narrative(ground, received, aggregated, states, own)),
    )
    stands = task_states(plan, told, cut_off(ground.regime.period_dates(period)))
    counts = with_task_counts(ground.forms, {}, task_figures(stands))
    figures = (*_figures(ground, aggregated, issuer.level), *_task_counts(ground, aggregated, issuer.level, counts))
    order = {(form.form, row.code): place for form in ground.forms.forms for place, row in enumerate(form.rows)}
    in_order = sorted(figures, key=lambda one: (one.form, order[one.form, one.code]))
    return told.model_copy(update={"figures": tuple(in_order)})


def _figures(ground: Ground, aggregated: Aggregated, level: Level) -> Iterator[FormFigure]:
    """Yield the sums of the rows that the office fills in, with a remark where figures of units are lacking."""
    of_tasks = {(one.form, one.code) for one in ground.forms.task_counts}
    for form in ground.forms.forms:
        for row in form.rows:
            key = (form.form, row.code)
            one = aggregated.rows.get(key)
            if one is None or row.is_computed or key in of_tasks or not ground.forms.applies_to(*key, level):
                continue
            told = len(one.shares) - len(one.without)
            value = one.value
            if value != UNKNOWN:
                note = partial_note(told, len(one.shares)) if one.without else None
                yield FormFigure(form=form.form, code=row.code, value=value.number, absent=value.absent, note=note)
            elif told:
                yield FormFigure(form=form.form, code=row.code, absent="unknown", note=one.way)


def _task_counts(ground: Ground, aggregated: Aggregated, level: Level, counts: Values) -> Iterator[FormFigure]:
    """Yield the rows that are counted from the office's plan; without one, how many tasks its units have between them.

    The tasks of units are not those of the office: one task of its plan is one of each unit that leads it.
    """
    for one in ground.forms.task_counts:
        key = (one.form, one.code)
        summed = aggregated.rows[key].value.number if key in aggregated.rows else None
        if key in counts:
            yield FormFigure(form=one.form, code=one.code, value=counts[key].number)
        elif summed is not None and ground.forms.applies_to(*key, level):
            note = f"chưa có kế hoạch của cơ quan; các đơn vị: {format_number(summed)} lượt nhiệm vụ"
            yield FormFigure(form=one.form, code=one.code, absent="unknown", note=note)


def _narrative(
    ground: Ground,
    received: Receipts,
    aggregated: Aggregated,
    states: Sequence[UnitStates],
    own: Progress | None,
) -> Iterator[Narrative]:
    named = unit_figures(ground.forms, received, aggregated, {one.unit.id: one.states for one in states})
    for section in ground.outline.sections:
        texts = [text for one in (own.narrative if own else ()) if one.section == section.id for text in one.texts]
        if section.id == RECEIVED_AT:
            texts += _sent(received, ground)
        of_units = [
            (unit.name, text)
            for unit, one in received.counted
            for text in words_of(unit, one, section.id, named[unit.id])
        ]
        texts += _by_source(each for each in of_units if each[1] not in texts)
        if texts:
            yield Narrative(section=section.id, texts=tuple(texts))


def _by_source(told: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield each text once, after the names of those who say it; one with a gap is the matter of each of them."""
    sources: dict[tuple[str, str], list[str]] = {}
    for name, text in told:
        sources.setdefault((text, name if gaps_in(text) else ""), []).append(name)
    yield from (f"**{_listed(names, _SOURCES)}:** {text}" for (text, _), names in sources.items())


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
            f"{len(received.missing)} đơn vị chưa có báo cáo được tổng hợp: {_listed(named)}; số liệu tổng hợp không"
            f" gồm {'đơn vị' if len(named) == 1 else 'các đơn vị'} này."
        )


def _listed(names: Sequence[str], most: int = _NAMED) -> str:
    more = f" và {len(names) - most} đơn vị khác" if len(names) > most else ""
    return ", ".join(map(escape, names[:most])) + more
