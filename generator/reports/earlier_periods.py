"""Figures of the last period and of this one a year before, beside those of a report."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.diagnostics import Diagnostic, Place, Severity, warning
from generator.errors import DataError
from generator.model.plan import Plan
from generator.model.progress import Progress, Status
from generator.registers.regimes import PeriodDates, Regime
from generator.registers.unit import Level
from generator.reports.figure_faults import figure_faults
from generator.reports.figures import Value, Values, computed, filled_in
from generator.reports.form_tables import Compared
from generator.reports.ground import Ground, cut_off
from generator.reports.named_figures import task_figures, with_task_counts
from generator.reports.task_states import task_states


def compared_with(
    ground: Ground, plan: Plan, previous: Progress | None, last_year: Progress | None, level: Level | None = None
) -> Iterator[Compared]:
    """Yield the figures of the last period and of this one a year before, where they were told.

    Tasks are counted from the plan where the period is one of its year; those of another year as they were told.
    """
    for heading, told in (("Kỳ trước", previous), ("Cùng kỳ năm trước", last_year)):
        if told is not None:
            period = ground.regime.period_dates(told.period)
            if told.tasks and plan.year == period.year:
                counts = task_figures(task_states(plan, told, cut_off(period)))
                filled = with_task_counts(ground.forms, filled_in(told), counts)
            else:
                filled = {**_as_told(ground, told), **filled_in(told)}
            yield Compared(heading, computed(ground.forms, filled, level), period.label)


def _as_told(ground: Ground, told: Progress) -> Values:
    """Return the counts of tasks of a plan that is not at hand: what was told has an entry for each of its tasks."""
    if not told.tasks:
        return {}
    done = sum(one.status is Status.DONE for one in told.tasks)
    counts = {"total": Value(Decimal(len(told.tasks))), "done": Value(Decimal(done))}
    return {(one.form, one.code): counts[one.counts] for one in ground.forms.task_counts}


def hold_earlier(regime: Regime, progress: Progress, previous: Progress | None, last_year: Progress | None) -> None:
    """Raise DataError where what is to stand beside the figures of a unit is another unit's or another period's."""
    period = regime.period_dates(progress.period)
    asked = (("--previous", previous, period_before(regime, period)), ("--last-year", last_year, year_before(period)))
    for option, told, right in asked:
        if told is None:
            continue
        if told.unit != progress.unit:
            message = f"{option}: tệp này là của «{told.unit_name}», cần của «{progress.unit_name}»"
            raise DataError(message, hint="nêu tệp tiến độ của cùng đơn vị")
        if told.period.upper() != right:
            message = f"{option}: tệp này của kỳ {told.period}, cần kỳ {right} để so với kỳ {period.name}"
            raise DataError(message, hint="nêu đúng tệp tiến độ của kỳ ấy")


def earlier_faults(
    ground: Ground, previous: Progress | None, last_year: Progress | None, level: Level
) -> Iterator[Diagnostic]:
    """Yield a warning for each figure of an earlier period that contradicts itself; it is printed as it was told."""
    for told in (previous, last_year):
        if told is None:
            continue
        for one in figure_faults(ground.forms, filled_in(told), level):
            if one.severity is Severity.ERROR:
                place = Place(field=f"kỳ {told.period}, biểu mẫu {one.form}, dòng {one.code}")
                yield warning(one.message, place, found=one.found, expected=one.expected)


def period_before(regime: Regime, period: PeriodDates) -> str:
    """Return the name of the period that ended last before another."""
    years = (period.year - 1, period.year)
    known = [regime.period_dates(f"{year}-{one.id}") for year in years for one in regime.periods]
    return max((one for one in known if cut_off(one) < cut_off(period)), key=cut_off).name.upper()


def year_before(period: PeriodDates) -> str:
    """Return the name of a period a year before: 2026-Q1 for 2027-Q1."""
    return f"{period.year - 1}-{period.name.partition('-')[2]}".upper()
