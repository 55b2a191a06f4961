"""Days of one text on their way to another year: which stay, which move, alone or with those that they belong to."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from generator.transform.roll_dates import DayGroup, Span
from generator.transform.roll_days import WorkDays, same_day
from generator.transform.roll_facts import (
    begins,
    ends,
    is_after,
    is_due,
    is_of_one_event,
    is_past,
    names_a_weekday,
    took_effect,
    was_issued,
    yearly_event,
)

_AUTUMN: Final = 10
"""Month from which on a day of the year before is part of the plan's preparation or of its first period."""
_SHORT: Final = timedelta(days=14)
"""A span shorter than this is an event: its length is kept."""
_APART: Final = timedelta(days=7)
"""Days of a list that lie so far apart are times of their own."""
DAY_OFF: Final = "rơi vào ngày nghỉ của năm mới, để nguyên ngày, tháng"


class MovingDays:
    """The days of one text; ``tell`` is called with each place that is in doubt and why."""

    def __init__(
        self, text: str, old: int, years: int, days: WorkDays, tell: Callable[[Span, str], None], *, is_schedule: bool
    ) -> None:
        self._text = text
        self._old = old
        self._by = years
        self._days = days
        self._tell = tell
        self._is_schedule = is_schedule

    def moved(self, group: DayGroup) -> Iterator[tuple[Span, str]]:
        """Yield each day of a group with its words in the new year; those that stay as they are."""
        new = [one.day for one in group.days] if self._stays(group) else self._placed(group)
        if new[0] != group.days[0].day and names_a_weekday(self._text, group.span[0]):
            self._tell(group.span, "thứ trong tuần của ngày này đã khác")
        for one, day in zip(group.days, new, strict=True):
            yield (one.start, one.end), one.written(self._text[one.start : one.end], day)

    def _stays(self, group: DayGroup) -> bool:
        """Whether days belong to their year; told unless they are far from that of the plan."""
        years = {one.day.year for one in group.days}
        near = {year for year in years if abs(year - self._old) <= 1}
        why = self._why_it_stays(group, years) if near else None
        if why:
            self._tell(group.span, why)
        return not near or why is not None

    def _why_it_stays(self, group: DayGroup, years: set[int]) -> str | None:
        text, (start, _) = self._text, group.span
        if took_effect(text, start):
            return "mốc thời gian đã qua, để nguyên"
        if is_of_one_event(text, start):
            return "ngày của sự kiện riêng (đại hội, kỷ niệm…), để nguyên"
        if is_past(text, group.span):
            return "ngày của văn bản, việc đã qua, để nguyên"
        if any(abs(year - self._old) > 1 for year in years):
            return "thời gian nhiều năm, để nguyên"
        return None if self._old in years else self._why_another_year_stays(group)

    def _why_another_year_stays(self, group: DayGroup) -> str | None:
        """Return why days of the year before or after stay; times of tasks there move, and that is told."""
        start, first = group.span[0], group.days[0].day
        is_next = first.year > self._old
        is_time = self._is_schedule or is_due(self._text, start)
        if is_time and (is_next or first.month >= _AUTUMN) and not was_issued(self._text, start):
            self._tell(group.span, "thời hạn ngoài năm kế hoạch cũ, đã chuyển sang năm mới")
            return None
        return f"ngày của năm {'sau' if is_next else 'trước'} năm kế hoạch cũ, để nguyên"

    def _placed(self, group: DayGroup) -> list[date]:
        """Return the days in the new year, in the order that they had."""
        same = [same_day(one.day, self._by) for one in group.days]
        new = self._alone(group, same[0]) if len(same) == 1 else self._together(group, same)
        if all((a < b) == (old < later) for (a, b), (old, later) in zip(pairwise(new), _days(group), strict=True)):
            return new
        self._tell(group.span, "các ngày này không chuyển cùng nhau được, để nguyên")
        return [one.day for one in group.days]

    def _alone(self, group: DayGroup, day: date) -> list[date]:
        text, start = self._text, group.span[0]
        if event := yearly_event(text, start, day):
            self._tell(group.span, f"ngày của sự kiện ({event}), giữ ngày, tháng, chuyển năm")
            return [day]
        if is_after(text, start):
            return [day]
        if not self._is_schedule and not is_due(text, start):
            if not (begins(text, start) or ends(text, start)):
                self._tell_of_days_off(group, [day])
            return [day]
        new = self._days.from_(day) if begins(text, start) else self._days.by(day)
        is_open = ends(text, start) and not is_due(text, start)
        if new != day and (new.year != day.year or is_open and "từ" in text[:start].lower()):
            self._tell_of_days_off(group, [day])
            return [day]
        return [new]

    def _together(self, group: DayGroup, same: list[date]) -> list[date]:
        """Return the days of a list or a span: placed on working days only where they keep what they are."""
        binds = self._is_schedule or is_due(self._text, group.span[0])
        is_short = any(later - one < (_SHORT if group.is_span else _APART) for one, later in pairwise(same))
        event = yearly_event(self._text, group.span[0], same[0])
        if event and is_short:
            self._tell(group.span, f"ngày của sự kiện ({event}), giữ ngày, tháng, chuyển năm")
        elif is_short:
            self._tell_of_days_off(group, same)
        elif binds and not (group.is_span and _is_whole_months(same)):
            return self._apart(group, same)
        return same

    def _apart(self, group: DayGroup, same: list[date]) -> list[date]:
        """Return days that lie far apart, each on a working day of its year."""
        new = [self._days.by(day) for day in same]
        if group.is_span:
            new[0] = self._days.from_(same[0])
        if any(one.year != day.year for one, day in zip(new, same, strict=True)):
            self._tell_of_days_off(group, same)
            return same
        return new

    def _tell_of_days_off(self, group: DayGroup, days: Sequence[date]) -> None:
        if any(self._days.by(day) != day for day in days) and not names_a_weekday(self._text, group.span[0]):
            self._tell(group.span, DAY_OFF)


def _days(group: DayGroup) -> Iterator[tuple[date, date]]:
    return pairwise(one.day for one in group.days)


def _is_whole_months(days: Sequence[date]) -> bool:
    """Whether a span begins with the first day of a month and ends with the last of one."""
    return days[0].day == 1 and days[-1].day == monthrange(days[-1].year, days[-1].month)[1]
