"""Recurring schedules in words: "hằng quý", "thứ Sáu hằng tuần", "trước ngày 10 của tháng cuối quý"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from generator.vietnamese.schedule_meaning import Cycle, Schedule, ScheduleKind
from generator.vietnamese.schedule_points import parse_point

BOUNDS = {
    ScheduleKind.BEFORE: r"trước",
    ScheduleKind.BY: (
        r"(?:(?:chậm|muộn|trễ)\s+nhất(?:\s+là)?(?:\s+(?:vào|trong|đến))?|không\s+(?:muộn|trễ|chậm)\s+hơn|không\s+quá"
        r"|(?:xong|hoàn\s+thành)\s+trong|đến\s+hết|hết|đến)"
    ),
    ScheduleKind.ON: r"(?:vào|trong)",
}
"""The words that bind, by what they mean; without one a day is ON and a period a PERIOD."""
BOUND_WORDS = {ScheduleKind.BEFORE: "trước ", ScheduleKind.BY: "chậm nhất ", ScheduleKind.ON: ""}

_BOUND = rf"(?:(?P<before>{BOUNDS[ScheduleKind.BEFORE]})\s+|(?P<by>{BOUNDS[ScheduleKind.BY]})\s+|vào\s+)?"
_EACH = r"(?:hằng|hàng|mỗi|từng)"
_CYCLE = r"(?P<cycle>ngày|tuần|tháng|qu[ýí]|0?6\s+tháng|năm|kỳ)\b"
_YEAR = r"(?P<year>(?:\s*,?\s*trong\s+năm|\s+năm|\s*,\s*năm(?=\s+[12]\d{3}))(?:\s+[12]\d{3})?)?"
_WEEKDAYS = {"hai": 1, "ba": 2, "tư": 3, "năm": 4, "sáu": 5, "bảy": 6, **{str(n): n - 1 for n in range(2, 8)}}
_WEEKDAY_WORDS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_WEEKLY_DAY = r"(?:(?:sáng|chiều)\s+)?(?:thứ\s+(?P<weekday>hai|ba|tư|năm|sáu|bảy|[2-7])|(?P<sunday>chủ\s+nhật))"

RECURRENCES = (
    rf"{_BOUND}{_WEEKLY_DAY}\s+{_EACH}\s+(?P<cycle>tuần)",
    rf"{_BOUND}ngày\s+(?P<day>\d{{1,2}})\s+(?:của\s+)?tháng\s+cuối\s+(?:của\s+)?(?:mỗi\s+)?{_CYCLE}(?:\s+báo\s+cáo)?{_YEAR}",
    rf"{_BOUND}ngày\s+(?P<day>\d{{1,2}})\s+{_EACH}\s+(?P<cycle>tháng){_YEAR}",
    rf"{_BOUND}(?:ngày\s+)?(?P<day>\d{{1,2}})(?:/|\s+tháng\s+)(?P<month>\d{{1,2}})\s+{_EACH}\s+(?P<cycle>năm)",
    rf"(?:định\s+kỳ\s+)?{_EACH}\s+{_CYCLE}{_YEAR}",
    rf"định\s+kỳ(?:\s+{_CYCLE})?{_YEAR}",
)
"""Those with a day come first: what stands before a cycle alone is taken for what it is said of."""


def recurring(words: str, match: re.Match[str], year: int | None) -> Schedule | None:
    """Return the schedule that a match of one of ``RECURRENCES`` means; None when it names no possible day.

    It has dates only where its words speak of the year: "hằng quý trong năm 2027".
    """
    parts = {name: value for name, value in match.groupdict().items() if value}
    day, month = (int(parts[name]) if name in parts else None for name in ("day", "month"))
    weekday = _WEEKDAYS.get(parts.get("weekday", "").lower()) or (7 if "sunday" in parts else None)
    if not _possible(day, month):
        return None
    schedule = Schedule(
        words,
        ScheduleKind.RECURRING,
        recurrence=_cycle(parts.get("cycle", "kỳ")),
        bound=_bound(parts) if day is not None or weekday is not None else None,
        day=day,
        month=month,
        weekday=weekday,
    )
    known = parse_point(re.sub(r"^[\s,]*(?:trong\s+)?", "", parts["year"]), year) if "year" in parts else None
    return replace(schedule, start=known.start, end=known.end) if known else schedule


def recurrence_words(schedule: Schedule) -> str:
    """Return the words, from a small letter on, that mean the cycle, its day and its year."""
    cycle, bound = schedule.recurrence or Cycle.TERM, BOUND_WORDS[schedule.bound or ScheduleKind.ON]
    if schedule.weekday is not None:
        words = f"{bound}{_WEEKDAY_WORDS[schedule.weekday - 1]} hằng tuần"
    elif schedule.day is None:
        words = "định kỳ" if cycle is Cycle.TERM else f"định kỳ {cycle}" if cycle is Cycle.HALF else f"hằng {cycle}"
    elif schedule.month is not None:
        words = f"{bound}ngày {schedule.day:02d}/{schedule.month:02d} hằng năm"
    elif cycle is Cycle.MONTH:
        words = f"{bound}ngày {schedule.day:02d} hằng tháng"
    else:
        words = f"{bound}ngày {schedule.day:02d} của tháng cuối {cycle}"
    return f"{words} trong năm {schedule.start.year}" if schedule.start else words


def _cycle(written: str) -> Cycle:
    plain = " ".join(written.lower().replace("quí", "quý").split())
    return Cycle(plain.removeprefix("0"))


def _bound(parts: dict[str, str]) -> ScheduleKind:
    if "before" in parts:
        return ScheduleKind.BEFORE
    return ScheduleKind.BY if "by" in parts else ScheduleKind.ON


def _possible(day: int | None, month: int | None) -> bool:
    try:
        date(2000, 1 if month is None else month, 1 if day is None else day)
    except ValueError:  # no month has such a day; the words then mean no day
        return False
    return True
