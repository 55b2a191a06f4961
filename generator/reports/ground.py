"""What reports of an office rest on beside what is told: registers and rules, and the days of a period."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.registers.derivation_head import HeadRules
from generator.registers.outline import ReportOutline
from generator.registers.regimes import PeriodDates, Regime
from generator.registers.statistics import StatisticalForms
from generator.registers.units import UnitDirectory


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


def next_cut_off(regime: Regime, period: PeriodDates) -> date | None:
    """Return the last day of the next period of the same year; None after the last one."""
    ends = [cut_off(regime.period_dates(f"{period.year}-{one.id}")) for one in regime.periods]
    return min((end for end in ends if end > cut_off(period)), default=None)
