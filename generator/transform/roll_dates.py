"""The days that a text names: alone, as a list (ngày 15 và 16/5/2026), or as a span (từ ngày 26 đến ngày 28/02/2026).

Days that share a month or a year with what follows are read with it, so that they can move together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from generator.vietnamese.dates import PartialDate, find_dates

Span = tuple[int, int]

_HOUR: Final = r"(?:(?:lúc\s+|vào\s+)*\d{1,2}\s*(?:giờ|g|h)(?:\s*\d{1,2})?(?:\s*phút)?,?\s*)?"
_TO: Final = r"\b(?:cho\s+)?(?:đến|tới)\b(?:\s+hết)?"
_JOIN: Final = rf"\s*(?:(?:,|;)\s*(?:và\s+)?|\bvà\b|\bhoặc\b|[-–—]|{_TO})\s*{_HOUR}(?:ngày\s+)?"
_JOINED: Final = re.compile(_JOIN, re.IGNORECASE)
_SPANNING: Final = re.compile(rf"[-–—]|{_TO}", re.IGNORECASE)
_PIECE_BEFORE: Final = re.compile(
    rf"(?<![\w/.,])(?P<d>\d{{1,2}})(?:(?P<s>[/.])(?P<m>\d{{1,2}}))?(?P<join>{_JOIN})$", re.IGNORECASE
)
_DAYS_FOLLOW: Final = re.compile(r"(?:^|\b(?:ngày|từ|trước|sau|đến|trong|vào)\s+|[(:;,]\s*|\bvà\s+)$", re.IGNORECASE)
"""What stands before the first of several days, so that a number is a day."""
_LONGEST_JOIN: Final = 45
"""Characters in which a day, its join and the hour of the next one stand."""


@dataclass(frozen=True)
class NamedDay:
    """One day as a text writes it, with the parts of the date that it leaves to the day behind it."""

    start: int
    end: int
    day: date
    has_month: bool = True
    has_year: bool = True
    sign: str = "/"

    def written(self, words: str, new: date) -> str:
        """Return the words of this day for another one: only what has changed is written anew."""
        if (self.day.day, self.day.month) == (new.day, new.month):
            return words.replace(str(self.day.year), str(new.year)) if self.has_year else words
        value = PartialDate.parse(new)
        if words.lower().startswith("ngày"):
            return words[0] + value.long()[1:]
        day, month, year = value.short().split("/")
        if self.has_year:
            return value.iso() if words[:4].isdigit() else self.sign.join((day, month, year))
        return self.sign.join((day, month)) if self.has_month or new.month != self.day.month else day


@dataclass(frozen=True)
class DayGroup:
    """Days that belong together, in the order of the text; ``is_span`` where two of them begin and end something."""

    days: tuple[NamedDay, ...]
    is_span: bool = False

    @property
    def span(self) -> Span:
        """From the first figure to the end of the last day."""
        return self.days[0].start, self.days[-1].end


def day_groups(text: str) -> list[DayGroup]:
    """Return the days of a clean text that name their year, or share that of the day behind them."""
    groups: list[DayGroup] = []
    for start, end, value in find_dates(text):
        day = value.to_date()
        if day is None:
            continue
        low = groups[-1].span[1] if groups else 0
        own = NamedDay(start, end, day, sign=_sign(text[start:end]))
        days = (*_shared(text, low, own), own)
        join = text[low : days[0].start]
        if groups and _JOINED.fullmatch(join) and ";" not in join:
            days = (*groups.pop().days, *days)
        joins = [text[one.end : next_.start] for one, next_ in zip(days, days[1:], strict=False)]
        groups.append(DayGroup(days, len(joins) == 1 and bool(_SPANNING.search(joins[0]))))
    return groups


def _sign(words: str) -> str:
    return next((one for one in words if one in "/.-"), "/")


def _shared(text: str, low: int, last: NamedDay) -> tuple[NamedDay, ...]:
    """Return the days before a whole date that take its month or year; none where numbers may be no days."""
    found = list(_pieces(text, low, last))
    if not found or not _DAYS_FOLLOW.search(text[low : found[-1].start]):
        return ()
    return tuple(reversed(found))


def _pieces(text: str, low: int, last: NamedDay) -> Iterator[NamedDay]:
    """Yield the days before another one, the nearest first."""
    behind = last
    while match := _PIECE_BEFORE.search(text[max(low, behind.start - _LONGEST_JOIN) : behind.start]):
        if ";" in match["join"]:
            return
        offset = max(low, behind.start - _LONGEST_JOIN)
        day = _before(int(match["d"]), int(match["m"]) if match["m"] else None, behind.day)
        if day is None:
            return
        end = offset + (match.end("m") if match["m"] else match.end("d"))
        sign = match["s"] or "/"
        behind = NamedDay(offset + match.start("d"), end, day, bool(match["m"]), has_year=False, sign=sign)
        yield behind


def _before(day: int, month: int | None, behind: date) -> date | None:
    """Return the last such day that is not after another; None where the calendar has none."""
    year, known = behind.year, month or behind.month
    if month is None and day > behind.day:
        year, known = (year - 1, 12) if known == 1 else (year, known - 1)
    elif (known, day) > (behind.month, behind.day):
        year -= 1
    try:
        return date(year, known, day)
    except ValueError:  # 30/02, or a number that is no day
        return None
