"""A unit's periodic report: what it told of a period, in the official outline, with the forms as appendices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.diagnostics import Diagnostic
from generator.errors import DataError
from generator.model.base import join_rich
from generator.model.basis import LegalBasis
from generator.model.blocks import Picture
from generator.model.document import Document
from generator.model.plan import Plan
from generator.model.progress import Progress
from generator.model.readiness import placeholder
from generator.model.wording import cited_as
from generator.registers.regimes import PeriodDates
from generator.registers.units import Unit, UnitDirectory
from generator.reports.chart import by_field, chart_of, drawn
from generator.reports.earlier_periods import compared_with, earlier_faults, hold_earlier
from generator.reports.figures import Values, computed, filled_in
from generator.reports.finished_before import before, undone_warnings
from generator.reports.ground import Ground, cut_off, next_end
from generator.reports.named_figures import Named, named_figures, task_figures, with_task_counts
from generator.reports.partial_sums import partial_rows
from generator.reports.report_appendices import appendices
from generator.reports.report_body import BodyFacts, BodyWriter
from generator.reports.report_findings import findings, hold_figures
from generator.reports.report_recipients import recipients
from generator.reports.short_forms import with_short_forms
from generator.reports.task_states import TaskState, task_states
from generator.transform.child_head import archive, organization, signature
from generator.transform.office import office_of
from generator.vietnamese.dates import PartialDate


@dataclass(frozen=True)
class Written:
    """A report, and what a person is to look at."""

    document: Document
    states: tuple[TaskState, ...]
    values: Values
    """The figure of every row of the forms, as the report prints it."""
    diagnostics: tuple[Diagnostic, ...]
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    """The chart by the name of its file, where one was asked for."""


def unit_report(
    plan: Plan,
    progress: Progress,
    ground: Ground,
    on: date,
    *,
    previous: Progress | None = None,
    last_year: Progress | None = None,
    chart: str | None = None,
) -> Written:
    """Return the report of the unit that tells of a period of its plan; the same arguments give the same report.

    ``on`` is the day for which the directory is asked; its month stands in the letterhead. ``previous`` and
    ``last_year`` are what the unit told of the last period and of this one a year before; ``chart`` is the file name of
    a chart of the tasks by field, where one is wanted. Raises DataError for a unit that the directory lacks, for
    figures that contradict themselves, and for earlier files of another unit or period.
    """
    unit = _unit(progress, ground.directory)
    period = ground.regime.period_dates(progress.period)
    hold_earlier(ground.regime, progress, previous, last_year)
    states = task_states(plan, progress, cut_off(period))
    filled = filled_in(progress)
    hold_figures(ground.forms, progress, filled, unit)
    counted = with_task_counts(ground.forms, filled, task_figures(states))
    values = computed(ground.forms, counted, unit.level)
    named = named_figures(ground.forms, filled, states, unit.level)
    picture = chart_of(states, chart) if chart and states else None
    writer = BodyWriter(_facts(plan, ground, unit, progress, period, states, named, picture))
    compared = tuple(compared_with(ground, plan, previous, last_year, unit.level))
    document = _head(plan, ground, unit, period, on).model_copy(
        update={
            "sections": writer.sections(),
            "appendices": tuple(appendices(plan, progress, ground, unit, states, values, compared)),
        }
    )
    document = with_short_forms(document, plan, ground.outline)
    of_earlier = (*_undone(plan, progress, ground, previous), *earlier_faults(ground, previous, last_year, unit.level))
    found = (*writer.diagnostics, *findings(ground, period, states, filled, values, unit), *of_earlier)
    pictures = {picture.file: drawn(by_field(states))} if picture else {}
    return Written(document, states, values, found, pictures)


def _undone(plan: Plan, progress: Progress, ground: Ground, previous: Progress | None) -> Iterator[Diagnostic]:
    """Yield a warning for each task that was finished by what was told before, and is not any more."""
    then = ground.regime.period_dates(previous.period) if previous else None
    yield from undone_warnings(before(plan, previous, then, ground.regime.period_dates(progress.period)), progress)


def _unit(progress: Progress, directory: UnitDirectory) -> Unit:
    unit = directory.get(progress.unit)
    if unit is None:
        hint = "xem mã đơn vị ở trang Thông tin, hoặc chỉ danh bạ bằng --units"
        raise DataError(f"danh bạ không có đơn vị «{progress.unit}»", hint=hint)
    return unit


def _facts(
    plan: Plan,
    ground: Ground,
    unit: Unit,
    progress: Progress,
    period: PeriodDates,
    states: tuple[TaskState, ...],
    named: Named,
    chart: Picture | None,
) -> BodyFacts:
    return BodyFacts(
        outline=ground.outline,
        level=unit.level,
        progress=progress,
        named=named,
        states=states,
        year=plan.year,
        cut_off=cut_off(period),
        next_end=next_end(ground.regime, period),
        next_label=period.next_label,
        chart=chart,
        partials=partial_rows(ground.forms, progress),
    )


def _head(plan: Plan, ground: Ground, unit: Unit, period: PeriodDates, on: date) -> Document:
    """Return the report with all but its body and appendices.

    Where its first words begin with the unit, the plan that it carries out opens their sentence.
    """
    office = office_of(unit, ground.directory, ground.head, on)
    above = ground.directory.parent(unit.id, on) or ground.directory.get(ground.regime.receiver or "")
    words = {"unit": unit.name, "period": period.label, "next_period": period.next_label}
    opening = ground.outline.opening_undated
    if period.start and period.end:
        opening = ground.outline.opening
        words |= {"first_day": _short(period.start), "last_day": _short(period.end)}
    bases = tuple(_bases(plan))
    joined = tuple(one.printed or "" for one in bases) if opening.startswith("{unit}") else ()
    return Document(
        kind="report",
        issuer=organization(unit, ground.directory, on),
        date=PartialDate(on.year, on.month),
        subject=ground.outline.subject.format_map(words),
        addressees=(above.name if above and above.id != unit.id else placeholder("cơ quan nhận báo cáo"),),
        legal_bases=() if joined else bases,
        preamble=(join_rich((*joined, opening.format_map(words)), ", "),),
        closing=(ground.outline.closing.format_map(words),),
        recipients=recipients(office, above, ground.directory, on),
        archive=archive(office),
        signature=signature(office, on),
    )


def _bases(plan: Plan) -> Iterator[LegalBasis]:
    """Yield the plan that is reported on, where it has a number to be cited by."""
    if plan.number and plan.date:
        yield LegalBasis(lead="Thực hiện", citation=cited_as(plan))


def _short(day: date) -> str:
    return PartialDate.parse(day).short()
