"""The report periods of a lower office: its own days before those that the higher documents set.

The days are those that the higher documents ask of their units, else those of a report regime. The figures close on the
day that is asked, and earlier only where they would else close after they are sent.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from generator.registers.derivation_days import DeadlineRules
from generator.registers.regimes import PeriodDates, Regime
from generator.transform.deadlines import Deadlines, moved_cut_off
from generator.transform.report_words import Asked, AskedPeriod, key_of, year_before, year_periods

_DAY: Final = timedelta(days=1)


@dataclass(frozen=True)
class OwnPeriod:
    """A report period of the lower office."""

    label: str
    start: date | None
    end: date | None
    """Last day that the figures cover."""
    inner_day: date
    """By when those below report."""
    day: date
    """By when the office itself reports."""


def own_periods(
    regime: Regime, year: int, asked: Asked, deadlines: Deadlines, rules: DeadlineRules, units: int
) -> tuple[OwnPeriod, ...]:
    """Return the periods of a year with the office's own days, so many units reporting to it.

    ``asked`` is what the higher documents set; of a period without any the regime's days count.
    """
    this_year = _Days(asked, deadlines, rules, units)
    last_year = _Days(year_before(asked), deadlines, rules, units)
    closed = {
        one.end: own
        for days, periods in ((last_year, year_periods(regime, year - 1)), (this_year, year_periods(regime, year)))
        for one in periods
        if one.end and (own := days.closed(one))
    }
    return tuple(_own(one, this_year, closed) for one in year_periods(regime, year))


def untold(regime: Regime, year: int, asked: Asked) -> Iterable[str]:
    """Yield the periods of a regime for which the higher documents name no day, where they name some for others."""
    if asked.day is None and not asked.is_silent:
        for one in year_periods(regime, year):
            if _asked_of(asked, one).day is None:
                yield one.label


def _asked_of(asked: Asked, period: PeriodDates) -> AskedPeriod:
    key = key_of(period.label)
    return asked.periods.get(key, AskedPeriod()) if key else AskedPeriod()


@dataclass(frozen=True)
class _Days:
    asked: Asked
    deadlines: Deadlines
    rules: DeadlineRules
    units: int

    def set_above(self, period: PeriodDates) -> date:
        """The day by which the higher offices want the report, the earliest of several."""
        last = period.last_day_to_send
        monthly = [last.replace(day=self.asked.day)] if self.asked.day else []
        told = _asked_of(self.asked, period).day
        return min([*monthly, *([told] if told else [])], default=last)

    def own(self, period: PeriodDates) -> date:
        above = self.set_above(period)
        own = self.deadlines.day_earlier(above, self.rules.lead)
        asked = _asked_of(self.asked, period)
        if asked.is_before and asked.day == above:  # as the text «trước ngày …» is moved
            before = self.deadlines.day_earlier(above + _DAY, self.rules.lead)
            own = min(own, self.deadlines.day_earlier(before - _DAY, 0))
        return own

    def inner(self, period: PeriodDates) -> date:
        return self.deadlines.day_earlier(self.own(period), self.rules.earlier(self.units))

    def closed(self, period: PeriodDates) -> date | None:
        """The day on which the figures close: as asked, else as much earlier as the report is sent, by whom is first.

        Where the figures of a regime close before its day of sending, they do so before another day of sending.
        """
        end = self._asked_end(period)
        if end is None:
            return None
        above, inner = self.set_above(period), self.inner(period)
        moved = (end, moved_cut_off(end, above, self.own(period)), moved_cut_off(end, above, inner))
        return next((one for one in moved if one < inner), moved[-1])

    def _asked_end(self, period: PeriodDates) -> date | None:
        if end := _asked_of(self.asked, period).end:
            return end
        if self.asked.cut_day:
            return period.last_day_to_send.replace(day=self.asked.cut_day)
        if period.end is None:
            return None
        above = self.set_above(period)
        return period.end if period.end < above else moved_cut_off(period.end, period.last_day_to_send, above)


def _own(period: PeriodDates, days: _Days, closed: dict[date, date]) -> OwnPeriod:
    end = closed.get(period.end) if period.end else days.closed(period)
    start = _asked_of(days.asked, period).start or period.start
    before = period.start - _DAY if period.start else None
    begins_within = before is not None and before.year == period.year
    if before in closed and (begins_within or _asked_of(days.asked, period).start is None):
        start = closed[before] + _DAY
    return OwnPeriod(period.label, start if end else None, end, days.inner(period), days.own(period))
