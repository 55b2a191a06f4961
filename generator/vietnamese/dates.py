"""Dates of documents, of which the day, the month or all may not be given yet.

A draft waits for its day until it is signed and numbered (NĐ 30, Điều 15). The full form pads the days below 10
and the months 1 and 2, and no other month (Phụ lục I, II.4b); the short form of running text is padded alike.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from generator.vietnamese.unicode import clean

_BLANK = r"[\s.…_]*"
_YEAR = r"(?P<y>\d{4}|(?:19|20)\d{3})(?!\d)"
"""Four digits, or with one too many: such a day is impossible, and no other is read out of it."""
_LONG = (
    rf"\bngày(?:\s*(?P<d>\d{{1,2}})\s*|{_BLANK})tháng(?:\s*(?P<m>\d{{1,2}})\s*|{_BLANK})năm\b"
    rf"(?:\s*{_YEAR}|[^\S\n]*(?:20\d?)?[.…_]*(?![\d.]))"
)
_NUMERIC = rf"(?<![\w/])(?<!\d\.)(?P<d>\d{{1,2}})(?P<s>[/.-])(?P<m>\d{{1,2}})(?P=s){_YEAR}(?![\w/])"
_ISO = r"(?<![\w/.-])(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?![\w/-])"
_MONTH = r"\btháng\s*(?P<m>\d{1,2})(?:\s*[/.-]\s*|,?\s+năm\s+)(?P<y>\d{4})(?![\w/])"
_BARE = (
    rf"ngày\s*{_NUMERIC}",
    r"(?P<y>\d{4})(?:-(?P<m>\d{1,2})(?:-(?P<d>\d{1,2}))?)?",
    r"(?P<m>\d{1,2})[/.-](?P<y>\d{4})",
    r"năm\s+(?P<y>\d{4})",
)
"""Forms that mean a date only where nothing but a date can stand."""


def _any_of(*forms: str) -> re.Pattern[str]:
    """Return the alternatives as one pattern; a group ``d`` of the second becomes ``d1``, and so on."""
    renamed = [re.sub(r"\(\?P([<=])(\w)", rf"(?P\1\g<2>{place}", form) for place, form in enumerate(forms)]
    return re.compile("|".join(renamed), re.IGNORECASE)


_IN_TEXT = _any_of(_LONG, _NUMERIC, _ISO, _MONTH)
_ALONE = _any_of(_LONG, _NUMERIC, _ISO, _MONTH, *_BARE)
_WIDE_BLANKS = re.compile(r"ngày[\s.…_]{2,}tháng[\s.…_]{2,}năm", re.IGNORECASE)


@dataclass(frozen=True)
class PartialDate:
    """A date; the day, then the month, then the year may be missing. ``PartialDate(None)`` is wholly blank.

    ValueError, with a message for the user, when a part is missing before one that is given, when the year has not
    four digits, and when the calendar has no such day.
    """

    year: int | None
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.month is not None and self.year is None:
            raise ValueError("ngày tháng có tháng mà thiếu năm")
        if self.day is not None and self.month is None:
            raise ValueError("ngày tháng có ngày mà thiếu tháng")
        if self.year is not None and not 1000 <= self.year <= 9999:
            raise ValueError(f"năm phải viết đủ bốn chữ số, gặp: {self.year}")
        if self.year is not None and self.month is not None:
            _check_calendar(self.year, self.month, self.day)

    @classmethod
    def parse(cls, value: str | int | date | PartialDate) -> PartialDate:
        """Return the date that a person or a file gave.

        Read: ISO, "05/3/2026" with "/", "-" or ".", the full form with or without blanks, "tháng 12/2026", a year;
        the empty text is the blank date. ValueError, with a message for the user, for anything else.
        """
        if isinstance(value, PartialDate):
            return value
        if isinstance(value, date):
            return cls(value.year, value.month, value.day)
        if isinstance(value, int) and not isinstance(value, bool):
            return cls(value)
        text = clean(value).strip() if isinstance(value, str) else None
        match = _ALONE.fullmatch(text) if text else None
        if match:
            return _date_of(match)
        if text == "":
            return cls(None)
        raise ValueError(f"không hiểu ngày «{value}»: hãy viết như 05/3/2026, 2026-03-05 hoặc 12/2026")

    def iso(self) -> str:
        """Return "2026-03-05", "2026-03", "2026" or "", as much as is known."""
        parts = (f"{self.year:04d}" if self.year else "", f"{self.month or 0:02d}", f"{self.day or 0:02d}")
        return "-".join(part for part in parts if part not in ("", "00"))

    def long(self, blank: str = "    ") -> str:
        """Return the full form, "ngày 05 tháng 3 năm 2026", with room to write for each missing part."""
        day = _padded_day(self.day) if self.day else blank
        month = _padded_month(self.month) if self.month else blank
        return f"ngày {day} tháng {month} năm {self.year or blank}"

    def short(self) -> str:
        """Return "05/3/2026", "3/2026", "2026" or "", as much as is known."""
        day = _padded_day(self.day) if self.day else ""
        month = _padded_month(self.month) if self.month else ""
        return "/".join(part for part in (day, month, str(self.year or "")) if part)

    @property
    def complete(self) -> bool:
        """Whether day, month and year are known."""
        return self.day is not None

    def to_date(self) -> date | None:
        """Return the calendar day; None unless the date is complete."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)

    def last_day(self) -> date | None:
        """Return the last day that the date can mean: 31/12 where only the year is known; None for a blank one."""
        if self.year is None:
            return None
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls.parse,
            serialization=core_schema.plain_serializer_function_ser_schema(
                PartialDate.iso, return_schema=core_schema.str_schema()
            ),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {
            "type": "string",
            "description": "Ngày theo ISO: 2026-03-05; chưa có ngày: 2026-03; chỉ có năm: 2026; chưa có: để trống",
        }


def days_agree(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Whether no part of the two dates that is known on both sides differs."""
    if one is None or other is None:
        return True
    pairs = ((one.year, other.year), (one.month, other.month), (one.day, other.day))
    return all(mine is None or theirs is None or mine == theirs for mine, theirs in pairs)


def find_dates(text: str) -> list[tuple[int, int, PartialDate]]:
    """Return each date in running text with its start and end, in order.

    The text is clean (NFC). A short date begins at its first digit, a full one at the word "ngày". Found are full
    and short dates, ISO dates, months with their year, and blanks left in a full form; not found are years alone,
    and days that the calendar does not have: those are in ``impossible_dates``.
    """
    found = []
    for match, value in _scanned(text):
        if isinstance(value, PartialDate) and (value.year or _WIDE_BLANKS.match(match[0])):
            found.append((match.start(), match.start() + len(match[0].rstrip()), value))
    return found


def impossible_dates(text: str) -> list[tuple[int, int, str]]:
    """Return each day in the text that the calendar does not have, with its start, its end and what is wrong."""
    return [
        (match.start(), match.end(), str(value)) for match, value in _scanned(text) if isinstance(value, ValueError)
    ]


def _scanned(text: str) -> Iterator[tuple[re.Match[str], PartialDate | ValueError]]:
    for match in _IN_TEXT.finditer(text):
        try:
            yield match, _date_of(match)
        except ValueError as impossible:
            yield match, impossible


def _date_of(match: re.Match[str]) -> PartialDate:
    parts = {name[0]: int(value) for name, value in match.groupdict().items() if value and name[0] != "s"}
    return PartialDate(parts.get("y"), parts.get("m"), parts.get("d"))


def _check_calendar(year: int, month: int, day: int | None) -> None:
    if not 1 <= month <= 12:
        raise ValueError(f"tháng {month}/{year} không có trong lịch: một năm có 12 tháng")
    days = monthrange(year, month)[1]
    if day is None or 1 <= day <= days:
        return
    named = f"tháng {_padded_month(month)}" + (f" năm {year}" if month == 2 else "")
    written = f"{_padded_day(day)}/{_padded_month(month)}/{year}"
    raise ValueError(f"ngày {written} không có trong lịch: {named} có {days} ngày")


def _padded_day(day: int) -> str:
    return f"{day:02d}"


def _padded_month(month: int) -> str:
    return f"{month:02d}" if month <= 2 else str(month)
