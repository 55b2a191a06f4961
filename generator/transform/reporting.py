"""The report periods of a lower office: its own days before those that the higher document sets.

The days are those that the higher document asks of its units ("chậm nhất ngày 15 của tháng cuối kỳ"), else those of a
report regime. Who reports earlier closes the figures as much earlier.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from generator.registers.derivation_days import DeadlineRules
from generator.registers.regimes import PeriodDates, Regime
from generator.transform.deadlines import Deadlines, moved_cut_off

_LAST_MONTH: Final = re.compile(
    r"\b(?:(?P<before>trước)|chậm\s+nhất(?:\s+là)?(?:\s+vào)?)\s+ngày\s+(?P<day>\d{1,2})\s+(?:của\s+)?tháng\s+cuối\s+"
    r"(?:mỗi\s+)?(?:kỳ|quý)",
    re.IGNORECASE,
)
_REPORT: Final = re.compile(r"\bbáo cáo\b", re.IGNORECASE)
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


@dataclass(frozen=True)
class SendDay:
    """The day of the last month of a period by which a higher document wants reports."""

    day: int
    words: str

    def fits(self, regime: Regime, year: int) -> bool:
        """Whether all reports of a regime with cut-off days are due on that day of the month."""
        periods = [*_periods(regime, year)]
        return all(one.last_day_to_send.day == self.day and one.end is not None for one in periods)


def asked_day(texts: Iterable[str]) -> SendDay | None:
    """Return the day by which the points of a higher document want reports, the last one in time; None without."""
    for text in texts:
        found = _LAST_MONTH.search(text)
        if found and _REPORT.search(text):
            day = int(found["day"]) - bool(found["before"])
            if 1 <= day <= 28:
                return SendDay(day, found[0])
    return None


def own_periods(
    regime: Regime, year: int, asked: SendDay | None, deadlines: Deadlines, rules: DeadlineRules, units: int
) -> tuple[OwnPeriod, ...]:
    """Return the periods of a year with the office's own days, so many units reporting to it."""
    days = _Days(asked, deadlines, rules, units)
    closed = {one.end: days.closed(one) for one in (*_periods(regime, year - 1), *_periods(regime, year)) if one.end}
    return tuple(_own(one, days, closed) for one in _periods(regime, year))


@dataclass(frozen=True)
class _Days:
    asked: SendDay | None
    deadlines: Deadlines
    rules: DeadlineRules
    units: int

    def own(self, period: PeriodDates) -> date:
        last = period.last_day_to_send
        return self.deadlines.day_earlier(last.replace(day=self.asked.day) if self.asked else last, self.rules.lead)

    def inner(self, period: PeriodDates) -> date:
        return self.deadlines.day_earlier(self.own(period), self.rules.earlier(self.units))

    def closed(self, period: PeriodDates) -> date:
        assert period.end is not None  # asked only where the regime has a cut-off
        return moved_cut_off(period.end, period.last_day_to_send, self.inner(period))


def _own(period: PeriodDates, days: _Days, closed: dict[date, date]) -> OwnPeriod:
    start = period.start
    if start is not None and start - _DAY in closed:
        start = closed[start - _DAY] + _DAY
    end = closed[period.end] if period.end else None
    return OwnPeriod(period.label, start, end, days.inner(period), days.own(period))


def _periods(regime: Regime, year: int) -> Iterator[PeriodDates]:
    for period in regime.periods:
        yield regime.period_dates(f"{year}-{period.id}")
