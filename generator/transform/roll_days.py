"""Days of one year taken into another: the same day, or the working day beside it where offices do not work."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Final

from generator.registers.holidays import Holiday, WorkCalendar, Year
from generator.vietnamese.dates import PartialDate

_AROUND: Final = 1
"""Years before and after the new one in which a day of the plan may come to lie."""

_FIRST_YEAR: Final = 1000
"""Dates are written with four digits of the year."""


class WorkDays:
    """The working days around a year.

    Of a year that the calendar does not know the weekly days of rest count, and the holidays that fall on the same
    day in every year that it knows; such years are in ``unknown_years`` as soon as a day of theirs was asked for.
    """

    def __init__(self, calendar: WorkCalendar, year: int) -> None:
        known = {one.year for one in calendar.years}
        self._missing = {year + step for step in range(-_AROUND, _AROUND + 1)} - known
        fixed = _fixed_holidays(calendar)
        added = tuple(Year(year=one, holidays=_in_year(fixed, one)) for one in sorted(self._missing))
        self._calendar = calendar.model_copy(update={"years": (*calendar.years, *added)})
        self._covered = known | self._missing
        self.unknown_years: set[int] = set()

    def by(self, day: date) -> date:
        """Return the day, or the last working day before it: for what is due on it or before."""
        return self._working(day, -1)

    def from_(self, day: date) -> date:
        """Return the day, or the first working day after it: for what begins on it."""
        return self._working(day, 1)

    def _working(self, day: date, step: int) -> date:
        """Return the nearest working day; the day itself where the calendar ends before one is found."""
        found = day
        while found.year in self._covered and not self._calendar.is_working_day(found):
            found += timedelta(days=step)
        if day.year in self._missing:
            self.unknown_years.add(day.year)
        return found if found.year in self._covered else day


def _fixed_holidays(calendar: WorkCalendar) -> tuple[Holiday, ...]:
    """Return the single days that are holidays on the same day of every known year."""
    years = [
        {(one.date.month, one.date.day): one for one in year.holidays if one.last == one.date and not one.compensates}
        for year in calendar.years
    ]
    return tuple(one for day, one in years[0].items() if all(day in year for year in years)) if years else ()


def _in_year(holidays: tuple[Holiday, ...], year: int) -> tuple[Holiday, ...]:
    return tuple(one.model_copy(update={"date": one.date.replace(year=year)}) for one in holidays)


def same_day(day: date, years: int) -> date:
    """Return the same day so many years later; 29/02 becomes 28/02 in a year without it.

    A day that would leave the calendar stays.
    """
    year = day.year + years
    if not MINYEAR <= year <= MAXYEAR:
        return day
    return date(year, day.month, min(day.day, monthrange(year, day.month)[1]))


def later(day: PartialDate, years: int) -> PartialDate:
    """Return the same date, as much of it as is known, so many years later; one that leaves the calendar stays."""
    whole = day.to_date()
    if whole is not None:
        return PartialDate.parse(same_day(whole, years))
    if day.year is None or not _FIRST_YEAR <= day.year + years <= MAXYEAR:
        return day
    return PartialDate(day.year + years, day.month)
