"""The report periods of a lower office: its own days before those that the higher document sets.

The days are those that the higher document asks of its units ("chậm nhất ngày 15 của tháng cuối kỳ"), else those of a
report regime. Who reports earlier closes the figures as much earlier.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
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
_DATE: Final = r"ngày\s+(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)"
_BOUND: Final = re.compile(rf"\b(?:(?P<before>trước)|chậm\s+nhất(?:\s+là)?(?:\s+vào)?)\s+{_DATE}", re.IGNORECASE)
_CLOSED: Final = re.compile(rf"\bđến\s+hết\s+{_DATE}", re.IGNORECASE)
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


@dataclass(frozen=True)
class AskedPeriod:
    """What a higher document sets for one period by its days."""

    day: date
    """The first day that binds: by it those who report to the higher office do."""
    end: date | None
    """Last day that the figures cover, where it is told."""


def asked_periods(texts: Iterable[str], regime: Regime, year: int) -> dict[str, AskedPeriod]:
    """Return what the points of a higher document set for the periods of a year, by their labels.

    Read are points that name the period and a day: "Báo cáo quý I năm 2027: số liệu … đến hết ngày 14/3/2027; … gửi
    chậm nhất ngày 15/3/2027".
    """
    found: dict[str, AskedPeriod] = {}
    for text in texts:
        day = _BOUND.search(text)
        if day is None or not (bound := _day(day)):
            continue
        closed = _CLOSED.search(text)
        for period in _periods(regime, year):
            if re.match(rf"báo cáo {re.escape(period.label)}\b", text, re.IGNORECASE):
                found.setdefault(period.label, AskedPeriod(bound, _day(closed) if closed else None))
    return found


def own_periods(
    regime: Regime,
    year: int,
    asked: SendDay | Mapping[str, AskedPeriod],
    deadlines: Deadlines,
    rules: DeadlineRules,
    units: int,
) -> tuple[OwnPeriod, ...]:
    """Return the periods of a year with the office's own days, so many units reporting to it.

    ``asked`` is what the higher document sets, a day of the month for all periods or days of single ones; of a period
    without any the regime's count.
    """
    days = _Days(asked, deadlines, rules, units)
    closed = {one.end: days.closed(one) for one in (*_periods(regime, year - 1), *_periods(regime, year)) if one.end}
    return tuple(_own(one, days, closed) for one in _periods(regime, year))


@dataclass(frozen=True)
class _Days:
    asked: SendDay | Mapping[str, AskedPeriod]
    deadlines: Deadlines
    rules: DeadlineRules
    units: int

    def set_above(self, period: PeriodDates) -> date:
        """The day by which the higher office wants the report."""
        last = period.last_day_to_send
        if isinstance(self.asked, SendDay):
            return last.replace(day=self.asked.day)
        return self.asked[period.label].day if period.label in self.asked else last

    def own(self, period: PeriodDates) -> date:
        return self.deadlines.day_earlier(self.set_above(period), self.rules.lead)

    def inner(self, period: PeriodDates) -> date:
        return self.deadlines.day_earlier(self.own(period), self.rules.earlier(self.units))

    def closed(self, period: PeriodDates) -> date:
        assert period.end is not None  # asked only where the regime has a cut-off
        asked = None if isinstance(self.asked, SendDay) else self.asked.get(period.label)
        if asked is not None and asked.end is not None:
            return moved_cut_off(asked.end, asked.day, self.inner(period))
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


def _day(match: re.Match[str]) -> date | None:
    """Return the last day in time that a match names; None for one that the calendar has not."""
    day, month, year = (int(figures) for figures in match.groups()[-3:])
    try:
        found = date(year, month, day)
    except ValueError:  # 31/11: no day that could be kept
        return None
    return found - _DAY if match.groupdict().get("before") else found
