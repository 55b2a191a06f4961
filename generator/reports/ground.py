"""What reports of an office rest on beside what is told: registers and rules, and the days of a period."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.registers.derivation_head import HeadRules
from generator.registers.outline import ReportOutline
from generator.registers.regimes import PeriodDates, Regime
from generator.registers.statistics import StatisticalForms
from generator.registers.units import UnitDirectory
from generator.vietnamese.schedules import parse_schedule


@dataclass(frozen=True)
class Ground:
    """Registers and rules."""

    directory: UnitDirectory
    regime: Regime
    forms: StatisticalForms
    outline: ReportOutline
    head: HeadRules


def cut_off(period: PeriodDates) -> date:
    """Return the last day that a period covers; where the regime names none, the last day to send the report."""
    return period.end or period.last_day_to_send


def next_end(regime: Regime, period: PeriodDates) -> date | None:
    """Return the last day of what the regime calls the next period; None where that belongs to the next year.

    "Quý II năm 2027" ends on 30/6, whatever day figures are cut off. Words without a time end at the next cut-off day.
    """
    last = parse_schedule(period.next_label).last_day
    if last is not None and last > cut_off(period):
        return last if last.year == period.year else None
    ends = [cut_off(regime.period_dates(f"{period.year}-{one.id}")) for one in regime.periods]
    return min((end for end in ends if end > cut_off(period)), default=None)
