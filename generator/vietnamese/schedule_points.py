"""Days and periods in words: "ngày 15/3/2027", "tháng 12 năm 2027", "quý I/2027", "6 tháng đầu năm 2027".

A point without a year takes the year that the caller knows; without one it is understood, but has no dates.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from generator.vietnamese.dates import PartialDate
from generator.vietnamese.roman import parse_roman, roman

_YEAR = r"(?:(?:\s*[/-]\s*|,?\s+năm\s+|\s+)(?P<y>[12]\d{3}))?"
_EDGE = r"(?P<edge>(?:đầu|cuối)\s+)?"
_DAY = r"(?:ngày\s+)?(?P<d>\d{1,2})(?P<s>[/.-])(?P<m>\d{1,2})(?:(?P=s)(?P<y>[12]\d{3}))?"
_LONG_DAY = r"ngày\s+(?P<d>\d{1,2})\s+tháng\s+(?P<m>\d{1,2})(?:,?\s+năm\s+(?P<y>[12]\d{3}))?"
_HALF = r"(?:(?:0?6|sáu)\s+tháng|nửa)\s+(?P<h>đầu|cuối)\s+năm(?:\s+(?P<y>[12]\d{3}))?"
_NINE = r"(?:0?9|chín)\s+tháng(?:\s+đầu)?\s+năm(?:\s+(?P<y>[12]\d{3}))?"
_MONTH = rf"{_EDGE}tháng\s+(?P<m>\d{{1,2}}){_YEAR}"
_BARE_MONTH = r"(?:T\.?\s?)?(?P<m>\d{1,2})/(?P<y>[12]\d{3})"
_SHORT_QUARTER = r"Q\.?\s?(?P<q>IV|I{1,3}|[1-4])/(?P<y>[12]\d{3})"
_QUARTER = rf"{_EDGE}qu[ýí]\s+(?P<q>IV|I{{1,3}}|[1-4])\b{_YEAR}"
_WHOLE_YEAR = rf"{_EDGE}(?:cả\s+)?năm(?:\s+(?P<y>[12]\d{{3}}))?"
_FORMS = (_LONG_DAY, _DAY, _HALF, _NINE, _MONTH, _BARE_MONTH, _SHORT_QUARTER, _QUARTER, _WHOLE_YEAR)

POINT = "|".join(re.sub(r"\(\?P<\w+>", "(?:", form.replace("(?P=s)", "[/.-]")) for form in _FORMS)
"""Any point, as a pattern without groups."""


@dataclass(frozen=True)
class Point:
    """A stretch of days; both ends None where the year is not known, one None for "đầu năm" and "cuối năm"."""

    start: date | None
    end: date | None
    is_day: bool = False


def parse_point(text: str, year: int | None) -> Point | None:
    """Return the days that the words mean; None when they are no point or the calendar has no such day."""
    for pattern, read in _READERS:
        match = pattern.fullmatch(text)
        if match:
            parts = {name: value for name, value in match.groupdict().items() if value}
            known = int(parts["y"]) if "y" in parts else year
            try:
                return read(parts, known)
            except ValueError:  # a 31/11 or a month 13: not a day that can be meant, so nothing is understood
                return None
    return None


def point_words(start: date | None, end: date | None) -> str | None:
    """Return the words for a period, without a leading "trong"; None when the days make up no period."""
    if start is None or end is None:
        return _edge_words(start, end)
    months = (start.month, end.month)
    if start.year != end.year or start.day != 1 or end != _month_end(end.year, end.month):
        return None
    if months[0] == months[1]:
        return f"tháng {PartialDate(end.year, end.month).short()}"
    if months[1] - months[0] == 2 and months[1] % 3 == 0:
        return f"quý {roman(months[1] // 3)}/{end.year}"
    named = {(1, 12): "năm", (1, 6): "6 tháng đầu năm", (7, 12): "6 tháng cuối năm", (1, 9): "9 tháng đầu năm"}
    return f"{named[months]} {end.year}" if months in named else None


def _edge_words(start: date | None, end: date | None) -> str | None:
    edge = start or end
    if edge is None:
        return None
    word, yearly = ("đầu", (1, 1)) if start else ("cuối", (12, 31))
    if (edge.month, edge.day) == yearly:
        return f"{word} năm {edge.year}"
    whole = edge.day == 1 if start else edge == _month_end(edge.year, edge.month)
    return f"{word} tháng {PartialDate(edge.year, edge.month).short()}" if whole else None


def _day(parts: dict[str, str], year: int | None) -> Point:
    month, day = int(parts["m"]), int(parts["d"])
    if year is None:
        date(2000, month, day)
        return Point(None, None, is_day=True)
    exact = date(year, month, day)
    return Point(exact, exact, is_day=True)


def _months(first: int, last: int, parts: dict[str, str], year: int | None) -> Point:
    if not 1 <= first <= last <= 12:
        raise ValueError(f"không có tháng {last}")
    if year is None:
        return Point(None, None)
    edge = parts.get("edge", "").strip().lower()
    start = None if edge == "cuối" else date(year, first, 1)
    end = None if edge == "đầu" else _month_end(year, last)
    return Point(start, end)


def _month(parts: dict[str, str], year: int | None) -> Point:
    return _months(int(parts["m"]), int(parts["m"]), parts, year)


def _quarter(parts: dict[str, str], year: int | None) -> Point:
    number = parse_roman(parts["q"].upper()) or int(parts["q"])
    return _months(3 * number - 2, 3 * number, parts, year)


def _half(parts: dict[str, str], year: int | None) -> Point:
    first = 1 if parts["h"].lower() == "đầu" else 7
    return _months(first, first + 5, parts, year)


def _nine(parts: dict[str, str], year: int | None) -> Point:
    return _months(1, 9, parts, year)


def _year(parts: dict[str, str], year: int | None) -> Point:
    return _months(1, 12, parts, year)


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


_READERS: tuple[tuple[re.Pattern[str], Callable[[dict[str, str], int | None], Point]], ...] = tuple(
    (re.compile(form, re.IGNORECASE), read)
    for form, read in zip(_FORMS, (_day, _day, _half, _nine, _month, _month, _quarter, _quarter, _year), strict=True)
)
