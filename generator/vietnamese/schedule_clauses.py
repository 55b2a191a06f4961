"""One clause of a schedule, "báo cáo trước ngày 10/6/2027", read as what it is said of and when it is.

The time stands at the end of the clause; what stands before it is what it is said of. A remark in brackets, and one
that begins with "theo", "nếu", "khi có" or "căn cứ", may follow.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from generator.vietnamese.dates import find_dates
from generator.vietnamese.schedule_meaning import Offset, Schedule, ScheduleKind
from generator.vietnamese.schedule_points import POINT, Point, parse_point
from generator.vietnamese.schedule_recurrence import BOUNDS, RECURRENCES, recurring

Reader = Callable[[str, re.Match[str], int | None], Schedule | None]

_ALWAYS = (
    r"(?:thực\s+hiện\s+)?(?:thường\s+xuyên|liên\s+tục)(?:,?\s+(?:thường\s+xuyên|liên\s+tục))?"
    r"(?P<year>(?:\s+(?:trong|cả))*\s+năm(?:\s+[12]\d{3})?)?"
)
_UP_TO = r"(?:IV|I{1,3}|\d{1,2})(?:(?:\s*/\s*|\s+năm\s+)[12]\d{3})?"
_RANGE = rf"(?:từ\s+)?(?P<left>{POINT}|ngày\s+\d{{1,2}})\s*(?:\bđến(?:\s+hết)?\b|[-–])\s*(?P<right>{POINT}|{_UP_TO})"
_YEARS = (
    r"(?:giai\s+đoạn\s+|từ\s+(?:năm\s+)?)?(?<!học )(?P<left>[12]\d{3})\s*(?:[-–]|đến)\s*(?:năm\s+)?(?P<right>[12]\d{3})"
)
_OPEN = rf"(?P<lead>(?:kể\s+)?từ|sau)\s+(?P<left>{POINT})(?:\s+trở\s+đi)?"
_DUE = (
    rf"(?:(?P<before>{BOUNDS[ScheduleKind.BEFORE]})\s+|(?P<by>{BOUNDS[ScheduleKind.BY]})\s+"
    rf"|(?P<in>{BOUNDS[ScheduleKind.ON]})\s+)?(?P<point>{POINT})"
)
_COUNTED = (
    r"(?P<relation>sau|trong(?:\s+(?:vòng|thời\s+hạn))?|chậm\s+nhất|không\s+quá|trước)\s+(?P<count>\d{1,3})\s+"
    r"(?P<unit>ngày\s+làm\s+việc|ngày|tuần|tháng|qu[ýí]|năm),?\s+(?P<event>(?:(?:kể|tính)\s+)?(?:từ|sau|trước|khi)\b.+)"
)
_EVENT = r"(?:ngay\s+)?(?P<relation>sau)\s+(?P<event>\S.*)"
_REMARK = re.compile(
    r"(?<=\S)(?:\s*\((?P<aside>[^()]*)\)|,?\s+(?:theo|nếu|khi\s+có|căn\s+cứ|phù\s+hợp|và\s+các\s+năm)\b.*)$",
    re.IGNORECASE,
)
_MOST_REMARKS = 3
_LEADING_IN = re.compile(r"^(?:\s|trong\b|cả\b)+", re.IGNORECASE)
_SHORT_END = re.compile(_UP_TO, re.IGNORECASE)
_NUMBERED = re.compile(r"qu[ýí]|tháng", re.IGNORECASE)
_DAY_ALONE = re.compile(r"ngày\s+\d{1,2}", re.IGNORECASE)
_MONTH_IN_DAY = re.compile(r"\d/(\d{1,2})(?!\d)|tháng\s+(\d{1,2})", re.IGNORECASE)
_HAS_YEAR = re.compile(r"[12]\d{3}")
_RELATIONS = {"sau": "sau", "chậm": "chậm nhất", "trước": "trước"}
_NO_TIME = re.compile(r"(?:theo|khi|nếu|căn\s+cứ|tùy|tuỳ)\b", re.IGNORECASE)
_COMPLETED = re.compile(r"\bhoàn\s+thành\b", re.IGNORECASE)


def parse_clause(words: str, year: int | None, *, whole: bool = False) -> Schedule | None:
    """Return what the clause means; None when no time is found in it.

    With ``whole`` only a clause that is nothing but a time is read: then ``about`` and ``remark`` are empty.
    """
    if _NO_TIME.match(words):
        return None
    found, rest = _timed(words, year, whole=whole), words
    for _ in range(0 if whole else _MOST_REMARKS):
        remark = None if found else _REMARK.search(rest)
        if remark is None:
            break
        rest = rest[: remark.start()]
        aside = _timed(remark["aside"], year, whole=True) if remark["aside"] else None
        if aside:
            return replace(aside, words=words, about=rest.rstrip(" :,-–"), remark=words[remark.end() :].strip(" ,"))
        found = _timed(rest, year)
    return replace(found, words=words, remark=words[len(rest) :].lstrip(" ,")) if found else None


def _timed(words: str, year: int | None, *, whole: bool = False) -> Schedule | None:
    """Return what the words mean when they end with a time; with ``whole``, when they are one.

    A time that the calendar does not have is not tried as another one: "ngày 32 hằng tháng" is no "hằng tháng".
    """
    for pattern, read in _READERS:
        match = pattern.fullmatch(words)
        if match and not (whole and match["about"]):
            schedule = read(words, match, year)
            return replace(schedule, about=match["about"] or "") if schedule else None
    return None


def _always(words: str, match: re.Match[str], year: int | None) -> Schedule:
    """Return "thường xuyên", with the days of the year where the words speak of it."""
    known = parse_point(_LEADING_IN.sub("", match["year"]), year) if match["year"] else None
    return Schedule(words, ScheduleKind.ALWAYS, known.start if known else None, known.end if known else None)


def _range(words: str, match: re.Match[str], year: int | None) -> Schedule | None:
    """Return from-to; the first day takes what it lacks from the second: "từ ngày 10 đến ngày 20/3/2027".

    An end without a word is what the beginning is: "quý 2-3/2027" ends with the third quarter.
    """
    left, right = match["left"], match["right"]
    if _SHORT_END.fullmatch(right) and (kind := _NUMBERED.search(left)):
        right = f"{kind[0]} {right}"
    end = parse_point(right, year)
    if end is None:
        return None
    if _DAY_ALONE.fullmatch(left):
        left = f"{left} tháng {right_month}" if (right_month := _month_of(right)) else left
    start = parse_point(left, end.end.year if end.end else year)
    return _between(words, start, end, rolls_back=not _HAS_YEAR.search(left)) if start else None


def _between(words: str, start: Point, end: Point, *, rolls_back: bool) -> Schedule | None:
    """Return from-to; a first day without a year that would come after the last one is of the year before."""
    first, last = start.start or start.end, end.end or end.start
    if first and last and first > last:
        if not rolls_back:
            return None
        first = _moved(first, -1, "năm")
    return Schedule(words, ScheduleKind.BETWEEN, first, last)


def _years(words: str, match: re.Match[str], year: int | None) -> Schedule | None:
    first, last = int(match["left"]), int(match["right"])
    return Schedule(words, ScheduleKind.BETWEEN, date(first, 1, 1), date(last, 12, 31)) if first <= last else None


def _open(words: str, match: re.Match[str], year: int | None) -> Schedule | None:
    """Return from a day on; "sau ngày 10/6" begins on the day after."""
    point = parse_point(match["left"], year)
    if point is None:
        return None
    if match["lead"].lower() == "sau":
        return Schedule(words, ScheduleKind.BETWEEN, _moved(point.end, 1, "ngày") if point.end else None)
    return Schedule(words, ScheduleKind.BETWEEN, point.start)


def _due(words: str, match: re.Match[str], year: int | None) -> Schedule | None:
    """Return a day or a period with the word that binds; "năm" alone needs such a word ("trong năm").

    What is to be completed in a period is due by its end.
    """
    lead = match["before"] or match["by"] or match["in"]
    point = parse_point(match["point"], year)
    if point is None or (lead is None and match["point"].lower() == "năm"):
        return None
    if match["before"]:
        return Schedule(words, ScheduleKind.BEFORE, end=point.start or point.end)
    if match["by"] or (not point.is_day and _COMPLETED.search(match["about"] or "")):
        return Schedule(words, ScheduleKind.BY, end=point.end or point.start)
    return Schedule(words, ScheduleKind.ON if point.is_day else ScheduleKind.PERIOD, point.start, point.end)


def _counted(words: str, match: re.Match[str], year: int | None) -> Schedule:
    """Return a distance from an event; it has a date where the event is a full date and the unit a calendar one."""
    relation = _RELATIONS.get(match["relation"].lower().split()[0], "trong")
    unit = match["unit"].lower().replace("quí", "quý")
    offset = Offset(relation, match["event"], int(match["count"]), unit)
    days = [day for _, _, value in find_dates(match["event"]) if (day := value.to_date())]
    sign = -1 if match["event"].lower().startswith("trước") else 1
    moved = _moved(days[0], sign * int(match["count"]), unit) if len(days) == 1 else None
    after = relation == "sau"
    return Schedule(words, ScheduleKind.RELATIVE, moved if after else None, None if after else moved, offset=offset)


def _event(words: str, match: re.Match[str], year: int | None) -> Schedule:
    return Schedule(words, ScheduleKind.RELATIVE, offset=Offset("sau", match["event"]))


def _month_of(text: str) -> str | None:
    match = _MONTH_IN_DAY.search(text)
    return match[1] or match[2] if match else None


def _moved(day: date, count: int, unit: str) -> date | None:
    """Return the day so many units away; None for working days, and out of the calendar."""
    try:
        if unit in ("ngày", "tuần"):
            return day + timedelta(days=count * (7 if unit == "tuần" else 1))
        months = {"tháng": 1, "quý": 3, "năm": 12}.get(unit)
        if months is None:
            return None
        year, month = divmod(day.year * 12 + day.month - 1 + count * months, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError):  # beyond the year 9999: there is no such day to give
        return None


def _compiled(form: str) -> re.Pattern[str]:
    return re.compile(rf"(?:(?P<about>.*?[^\s:,\-–])[\s:,\-–]+)??(?:{form})", re.IGNORECASE)


_READERS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (_compiled(_COUNTED), _counted),
    *((_compiled(form), recurring) for form in RECURRENCES),
    (_compiled(_ALWAYS), _always),
    (_compiled(_RANGE), _range),
    (_compiled(_YEARS), _years),
    (_compiled(_OPEN), _open),
    (_compiled(_DUE), _due),
    (_compiled(_EVENT), _event),
)
