"""Deadlines of a lower office: what goes up comes before the day that the higher plan sets.

Only days move. Quarters, months, "trong năm" and "thường xuyên" stay, "trước" and "chậm nhất" keep their sense, and
a day that comes to lie on a day off goes back to the working day before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from generator.registers.holidays import WorkCalendar, Year
from generator.vietnamese.dates import PartialDate
from generator.vietnamese.schedules import Schedule, ScheduleKind, compose_schedule, parse_schedule

_NAMED_DAY: Final = re.compile(
    r"ngày\s+\d|(?<![\w/])(?<!tháng )(?<!quý )\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?(?![\d/])", re.IGNORECASE
)
BOUND: Final = (
    r"(?:trước|(?:chậm|muộn) nhất(?: là| đến)?(?: vào)?|không (?:muộn|chậm) hơn|không quá|hạn (?:cuối|chót)(?: là)?)"
)
"""Words before a day by which something is due."""
_HOUR: Final = r"\d{1,2}\s*(?:giờ|h)(?:\s*\d{1,2}(?:\s*phút)?)?,?\s+"
_BOUND_DAY: Final = re.compile(
    rf"\b(?P<bound>{BOUND})\s+(?P<hour>{_HOUR})?(?P<day>(?:ngày\s+)?"
    r"(?:\d{1,2}\s+(?:của\s+)?tháng\s+cuối\s+(?:mỗi\s+)?(?:kỳ|quý)|\d{1,2}\s+(?:hằng|hàng)\s+tháng"
    r"|\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4}|\s+(?:hằng|hàng)\s+năm)?(?![\d/])"
    r"|\d{1,2}\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?))",
    re.IGNORECASE,
)
_UNREAD: Final = re.compile(
    rf"\b(?:(?:{BOUND})\s+(?:ngày|\d{{1,2}}\s*giờ)|(?:chậm|muộn) nhất)\b(?!\s+(?:trong|vào|đến|là)?\s*(?:hết\s+)?"
    r"(?:tháng|quý|năm)\b)[^,.;]*",
    re.IGNORECASE,
)
_SPAN_END: Final = re.compile(
    r"\btừ\s+(?:ngày\s+)?\d[\d/.-]*\s+đến\s+(?:hết\s+)?(?:ngày\s+)?(?P<day>\d{1,2}[/.-]\d{1,2}[/.-]\d{4})(?!\d)",
    re.IGNORECASE,
)
_BEFORE_EVENT: Final = re.compile(
    r"\btrước\s+(?:ngày\s+|khi\s+|dịp\s+)?(?:bắt đầu\s+|vào\s+)?"
    r"(?:Tết|lễ|khai giảng|bế giảng|nghỉ hè|năm học|kỳ thi|kỳ họp|đại hội)\b[^,.;]*",
    re.IGNORECASE,
)
_BINDS: Final = re.compile(rf"(?:[^\d]*\s)?{BOUND}\b", re.IGNORECASE)
_NO_DAY: Final = (ScheduleKind.UNDATED, ScheduleKind.RELATIVE)
_DUE: Final = (ScheduleKind.ON, ScheduleKind.BEFORE, ScheduleKind.BY)


@dataclass(frozen=True)
class Moved:
    """The words of a schedule after it was moved."""

    words: str
    changed: bool = False
    fault: str | None = None
    """What a person must decide: a day that is past, or that cannot be moved."""
    last_day: date | None = None
    """The last day that is still in time; None where no day is named."""


class Deadlines:
    """Moves the days of one plan for one day of working.

    Years that the calendar does not know count with their weekly days of rest alone and stand in ``unknown_years``.
    """

    def __init__(self, calendar: WorkCalendar, year: int | None, on: date) -> None:
        years = {on.year} if year is None else {year - 1, year, year + 1}
        known = {one.year for one in calendar.years}
        self._missing = years - known
        self._calendar = _with_years(calendar, self._missing)
        self._known = known
        self._year = year
        self._on = on
        self.unknown_years: set[int] = set()

    def earlier(self, words: str, days: int) -> Moved:
        """Return the schedule with each of its days so many working days earlier."""
        schedule = _parsed(words, self._year)
        parts = schedule.parts or (schedule,)
        moved = [self._part(part, days) for part in parts]
        fault = next((one for _, one in moved if one), None)
        new = tuple(one for one, _ in moved)
        if all(one is part for one, part in zip(new, parts, strict=True)):
            return Moved(words, fault=fault or self._past(schedule), last_day=_named_last(schedule))
        whole = replace(schedule, parts=tuple(_frozen(one, part) for one, part in zip(new, parts, strict=True)))
        last = max((day for one in new if (day := _named_last(one))), default=None)
        return Moved(compose_schedule(whole), changed=True, fault=fault or self._past_day(last), last_day=last)

    def earlier_in(self, text: str, days: int) -> tuple[str, list[str], list[str]]:
        """Return a running text with the days that bind earlier, what moved («…» → «…»), and what must be decided.

        Days bind after "trước" and "chậm nhất"; others, as those of citations, stay. So do those of years before the
        plan's, which tell of something that was.
        """
        moves: list[str] = []
        faults: list[str] = []

        def moved(match: re.Match[str]) -> str:
            day = match["day"] if match["day"].lower().startswith("ngày") else f"ngày {match['day']}"
            sense = "trước" if match["bound"].lower() == "trước" else "chậm nhất"
            if self._tells_of_the_past(f"{sense} {day}"):
                return match[0]
            found = self.earlier(f"{sense} {day}", days)
            faults.extend([found.fault] if found.fault else [])
            if not found.changed:
                return match[0]
            words = f"{match['bound']} {match['hour'] or ''}{found.words[len(sense) :].lstrip()}"
            moves.append(f"«{match[0]}» → «{words}», sớm hơn {days} ngày làm việc")
            return words

        written = _BOUND_DAY.sub(moved, text)
        faults += self._unread(text)
        return written, moves, faults

    def _unread(self, text: str) -> Iterator[str]:
        """Yield what a person must look at: deadlines that are not understood, spans that end on a day off."""
        rest = _BOUND_DAY.sub(" ", text)
        unread = (one[0].strip() for pattern in (_UNREAD, _BEFORE_EVENT) for one in pattern.finditer(rest))
        yield from map(_not_understood, dict.fromkeys(unread))
        for span in _SPAN_END.finditer(text):
            day = _parsed(f"ngày {span['day']}", self._year).end
            if day and day >= self._on and not self._for(day).is_working_day(day):
                yield f"thời gian «{span[0]}» kết thúc vào ngày nghỉ"

    def day_earlier(self, day: date, days: int) -> date:
        """Return the day so many working days before a day; for 0 that day, or the working day before a day off."""
        calendar = self._for(day)
        return calendar.add_working_days(day, -days) if days else calendar.working_day_by(day)

    def due_earlier(self, due: PartialDate | None, days: int) -> PartialDate | None:
        """Return a due day so many working days earlier; one without its day as it is."""
        day = due.to_date() if due else None
        return PartialDate.parse(self.day_earlier(day, days)) if day else due

    def _part(self, part: Schedule, days: int) -> tuple[Schedule, str | None]:
        if part.kind is ScheduleKind.RECURRING:
            return self._recurring(part, days)
        if part.end is None and _BINDS.match(part.words) and part.kind in _NO_DAY:
            return part, _not_understood(part.words)
        if not _NAMED_DAY.search(part.words) or part.end is None:
            return part, None
        if part.kind in _DUE:
            day = self.day_earlier(part.end, days)
            return replace(part, start=day if part.start else None, end=day), None
        if part.kind is not ScheduleKind.BETWEEN:
            return part, None
        day = self.day_earlier(part.end, days)
        if part.start and day < part.start:
            return part, f"thời gian «{part.words}» quá ngắn để hoàn thành sớm hơn {days} ngày làm việc"
        return replace(part, end=day), None

    def _recurring(self, part: Schedule, days: int) -> tuple[Schedule, str | None]:
        fault = f"thời hạn định kỳ «{part.words}» không lùi sớm hơn được {days} ngày"
        if part.month is not None and part.day is not None:
            day = self.day_earlier(date(self._year or self._on.year, part.month, part.day), days)
            return replace(part, month=day.month, day=day.day), None
        if part.weekday is not None:
            return (replace(part, weekday=part.weekday - days), None) if part.weekday > days else (part, fault)
        if part.day is None:
            return part, None
        return (replace(part, day=part.day - days), None) if part.day > days else (part, fault)

    def _tells_of_the_past(self, words: str) -> bool:
        last = _parsed(words, self._year).last_day
        return last is not None and last < self._on and last.year < (self._year or self._on.year)

    def _for(self, day: date) -> WorkCalendar:
        """Return a calendar that knows the days around a day; remember a year that ours does not know."""
        if day.year not in self._known:
            self.unknown_years.add(day.year)
        needed = {day.year, (day - timedelta(days=120)).year} - self._known - self._missing
        if needed:
            self._missing |= needed
            self._calendar = _with_years(self._calendar, needed)
        return self._calendar

    def _past(self, schedule: Schedule) -> str | None:
        return self._past_day(schedule.last_day)

    def _past_day(self, last: date | None) -> str | None:
        if last is None or last >= self._on:
            return None
        return f"hạn {_short(last)} đã qua khi lập kế hoạch ngày {_short(self._on)}"


def moved_cut_off(cut_off: date, sent: date, sent_now: date) -> date:
    """Return the day up to which figures count when the report is sent on another day: it moves as far."""
    return cut_off - (sent - sent_now)


def _not_understood(words: str) -> str:
    return f"không xác định được ngày của «{words}» nên không lùi sớm hơn được"


def _named_last(schedule: Schedule) -> date | None:
    return schedule.last_day if _NAMED_DAY.search(schedule.words) else None


def _frozen(new: Schedule, old: Schedule) -> Schedule:
    """Return a part for composing; one that did not move keeps its own words."""
    return Schedule(old.words, ScheduleKind.UNDATED) if new is old else new


@lru_cache(maxsize=20_000)
def _parsed(words: str, year: int | None) -> Schedule:
    return parse_schedule(words, year)


def _with_years(calendar: WorkCalendar, years: Iterable[int]) -> WorkCalendar:
    empty = tuple(Year(year=year, holidays=()) for year in sorted(years))
    return calendar.model_copy(update={"years": calendar.years + empty}) if empty else calendar


def _short(day: date) -> str:
    return PartialDate.parse(day).short()
