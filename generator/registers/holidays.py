"""The calendar of working days: public holidays and the working days exchanged for others, year by year.

Bộ luật Lao động, Điều 111 and 112: a holiday that falls on a weekly day of rest is made up for on the next working
day. The days before or after Tết and Quốc khánh, and exchanged days, are decided every year.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from datetime import timedelta
from typing import Literal, TypeAlias

from pydantic import Field

from generator.errors import DataError
from generator.registers.base import Confidence, Fault, Line, Record, Register, repeated

Weekday: TypeAlias = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

_WEEKDAYS: tuple[Weekday, ...] = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY = timedelta(days=1)


class Holiday(Record):
    """A day off, or several on end."""

    date: datetime.date = Field(title="Ngày nghỉ", description="Day off; the first of several")
    until: datetime.date | None = Field(None, title="Đến hết ngày", description="Last day, where there are several")
    name: Line = Field(title="Tên ngày nghỉ", description="What is celebrated: Tết Dương lịch")
    compensates: bool = Field(
        False, title="Nghỉ bù", description="Whether it makes up for a holiday on a weekly day of rest"
    )
    confidence: Confidence = Field(title="Độ tin cậy", description="V fixed by law; S reported; M, I a sample")

    @property
    def last(self) -> datetime.date:
        """The last day off."""
        return self.until or self.date


class Exchange(Record):
    """A working day taken off, and the day of rest worked for it (hoán đổi ngày làm việc)."""

    day_off: datetime.date = Field(title="Ngày nghỉ hoán đổi", description="Working day that becomes a day off")
    worked: datetime.date = Field(title="Ngày làm bù", description="Day of rest that is worked instead")
    confidence: Confidence = Field(title="Độ tin cậy", description="V announced; M, I a sample")


class Year(Record):
    """The days of one year that differ from the ordinary week."""

    year: int = Field(title="Năm", description="Calendar year", ge=1900, le=2200)
    holidays: tuple[Holiday, ...] = Field(title="Ngày nghỉ lễ, tết", description="Days off of the year")
    exchanges: tuple[Exchange, ...] = Field((), title="Hoán đổi ngày làm việc", description="Exchanged days")


class WorkCalendar(Register):
    """The calendar of working days of the years it knows."""

    source: Line = Field(title="Nguồn", description="Where the days stand")
    rest_days: tuple[Weekday, ...] = Field(
        ("saturday", "sunday"), title="Ngày nghỉ hằng tuần", description="Weekly days of rest of offices"
    )
    years: tuple[Year, ...] = Field(title="Các năm", description="One entry for each year")

    def is_working_day(self, day: datetime.date) -> bool:
        """Return whether offices work on a day; raises DataError for a year that the calendar does not know."""
        year = self._year(day)
        if any(day == one.worked for one in year.exchanges):
            return True
        if any(day == one.day_off for one in year.exchanges):
            return False
        return not self._is_rest_day(day) and self.holiday(day) is None

    def holiday(self, day: datetime.date) -> Holiday | None:
        """Return the holiday that a day belongs to, or None."""
        return next((one for one in self._year(day).holidays if one.date <= day <= one.last), None)

    def previous_working_day(self, day: datetime.date) -> datetime.date:
        """Return the last working day before a day."""
        return self.add_working_days(day, -1)

    def working_day_by(self, day: datetime.date) -> datetime.date:
        """Return the day itself when offices work on it, else the last working day before it."""
        return day if self.is_working_day(day) else self.previous_working_day(day)

    def add_working_days(self, day: datetime.date, count: int) -> datetime.date:
        """Return the ``count``-th working day after a day, before it when negative; the day itself for 0."""
        step = _DAY if count > 0 else -_DAY
        left = abs(count)
        while left:
            day += step
            left -= self.is_working_day(day)
        return day

    def faults(self) -> Iterator[Fault]:
        """Repeated years, days of other years, exchanges that exchange nothing."""
        yield from repeated("years", [one.year for one in self.years], "year")
        for place, year in enumerate(self.years):
            yield from self._holiday_faults(place, year)
            yield from self._exchange_faults(place, year)

    def _holiday_faults(self, place: int, year: Year) -> Iterator[Fault]:
        for number, one in enumerate(year.holidays):
            loc = ("years", place, "holidays", number)
            if one.last < one.date:
                yield Fault((*loc, "until"), "ngày cuối trước ngày đầu", found=one.last.isoformat())
            if {one.date.year, one.last.year} != {year.year}:
                yield Fault((*loc, "date"), f"ngày nghỉ không thuộc năm {year.year}", found=one.date.isoformat())

    def _exchange_faults(self, place: int, year: Year) -> Iterator[Fault]:
        for number, one in enumerate(year.exchanges):
            loc = ("years", place, "exchanges", number)
            if {one.day_off.year, one.worked.year} != {year.year}:
                yield Fault(loc, f"ngày hoán đổi không thuộc năm {year.year}", found=one.day_off.isoformat())
            if self._is_rest_day(one.day_off):
                yield Fault((*loc, "day_off"), "ngày này vốn đã là ngày nghỉ", found=one.day_off.isoformat())
            if not self._is_rest_day(one.worked):
                yield Fault((*loc, "worked"), "ngày làm bù phải là ngày nghỉ hằng tuần", found=one.worked.isoformat())

    def _is_rest_day(self, day: datetime.date) -> bool:
        return _WEEKDAYS[day.weekday()] in self.rest_days

    def _year(self, day: datetime.date) -> Year:
        for one in self.years:
            if one.year == day.year:
                return one
        raise DataError(f"lịch làm việc không có năm {day.year}", hint="thêm ngày nghỉ của năm này vào sổ ngày nghỉ lễ")
