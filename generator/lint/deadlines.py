"""Deadlines: those that running text sets, and how the days of a schedule lie to a year and to working days."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.errors import DataError
from generator.lint.statements import Role, Statement
from generator.registers.holidays import WorkCalendar
from generator.vietnamese.dates import find_dates
from generator.vietnamese.schedules import Schedule, ScheduleKind

_BEFORE = re.compile(
    r"(?P<word>chậm nhất|muộn nhất|hạn cuối|trước)(?:\s+(?:là|vào|đến|hết))*(?:\s+ngày)?\s*$", re.IGNORECASE
)
_DUTY = re.compile(
    r"(?:hoàn thành|xong|gửi|nộp|trình|báo cáo|đăng ký|cung cấp|thành lập|tham mưu|khắc phục|ban hành kế hoạch)",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"(?:đã|quy định|ban hành|phát sinh|hiệu lực|tiếp nhận|tuyển dụng|bổ nhiệm|ký|cấp|công bố|xây dựng|thành lập"
    r"|sử dụng|thực hiện)\s+trước",
    re.IGNORECASE,
)
"""Words before "trước ngày" that tell when something happened, not when it is due."""
_LISTED = re.compile(r"\s*(?:,|;|và|hoặc|đến|[-–])\s*(?:trước\s+)?(?:ngày\s+)?\d{1,2}[/.-]\d", re.IGNORECASE)
"""What follows a date that is one of several: each of them may be the deadline of something else."""
_REACH = 120
"""Characters before a date in which the words stand that make it a deadline."""
_WITH_DAY = re.compile(r"\bngày\s+\d|\b\d{1,2}[/.-]\d{1,2}\b", re.IGNORECASE)
_NAMED_DAY = frozenset({ScheduleKind.ON, ScheduleKind.BY})
_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_LATE_MONTH = 3
"""Month of the next year up to which a plan's last reports and reckonings are due."""
_EARLY_MONTH = 10
"""Month of the year before from which a plan is prepared."""


@dataclass(frozen=True)
class SpokenDeadline:
    """A day by which running text asks for something."""

    day: date
    included: bool
    """Whether the day itself is still in time: "chậm nhất ngày", not "trước ngày"."""
    statement: Statement


def spoken_deadlines(statements: Iterable[Statement]) -> Iterator[SpokenDeadline]:
    """Yield the deadlines of the running text, tables left out; a day that only says when something held is none."""
    for statement in statements:
        if statement.role not in {Role.BODY, Role.APPENDIX}:
            continue
        for start, end, found in find_dates(statement.text):
            day, before = found.to_date(), statement.text[max(0, start - _REACH) : start]
            match = _BEFORE.search(before)
            if day is None or match is None or _PAST.search(before[: match.end("word")][-30:]):
                continue
            if _LISTED.match(statement.text, end):
                continue
            included = match["word"].casefold() != "trước"
            if included or _DUTY.search(before):
                yield SpokenDeadline(day, included, statement)


def day_off(day: date, calendar: WorkCalendar | None) -> str | None:
    """Return what makes the day one on which offices do not work: the weekday or the holiday; None for a working day.

    Of a year that the calendar does not know only the weekday counts.
    """
    try:
        works = calendar.is_working_day(day) if calendar else day.weekday() < len(_WEEKDAYS) - 2
        holiday = calendar.holiday(day) if calendar else None
    except DataError:
        works, holiday = day.weekday() < len(_WEEKDAYS) - 2, None
    if works:
        return None
    return holiday.name if holiday else _WEEKDAYS[day.weekday()]


def named_days(schedule: Schedule) -> Iterator[date]:
    """Yield the days on which, or by the end of which, something is due; not the ends of months or quarters."""
    for part in schedule.parts or (schedule,):
        if part.kind in _NAMED_DAY and part.end and _WITH_DAY.search(part.words):
            yield part.end


def is_outside(schedule: Schedule, year: int) -> bool:
    """Tell whether a schedule has nothing to do with the year planned for.

    A plan is prepared in the last quarter before it and reckoned up in the first one after it; what begins before its
    year and ends after it runs through it.
    """
    first, last = schedule.start or schedule.end, schedule.last_day
    if last is None or first is None:
        return False
    too_early = last < date(year - 1, _EARLY_MONTH, 1)
    too_late = first > date(year + 1, _LATE_MONTH, 31)
    return too_early or too_late
