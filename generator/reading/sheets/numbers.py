"""The number of a cell as its format shows it, in Vietnamese: 15/01/2026, 1.601, 39,54%."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from openpyxl.styles.numbers import is_date_format
from openpyxl.utils.datetime import from_excel

from generator.vietnamese.dates import PartialDate
from generator.vietnamese.numbers import format_number

_SECTION = re.compile(r'(?:"[^"]*"|\\.|[^;])+')
_CURRENCY = re.compile(r"\[\$([^\]-]*)[^\]]*\]")
_LITERAL = re.compile(r'"([^"]*)"|\\(.)')
_UNSHOWN = re.compile(r"\[[^\]]*\]|_.|\*.")
_DIGITS = re.compile(r"[#0?][#0?,]*(?:\.[#0?]+)?|\.[#0?]+")
_ODD = re.compile(r"[eE][+-]|/|general|@|,(?![#0?])", re.IGNORECASE)
"""Scientific notation, fractions, text, and thousands left out: such a number is shown plainly."""
_MOST_SIGNS = 28


@dataclass(frozen=True)
class _Shape:
    """How a format shows a number."""

    before: str
    after: str
    grouped: bool
    least: int
    """Digits before the comma, filled up with zeros."""
    fixed: int
    """Digits after the comma that are always shown."""
    decimals: int
    percent: bool


def number_text(raw: str, code: str, epoch: datetime) -> str:
    """Return the stored number as the format code shows it; as it is stored when it is no number.

    Dates are written as the decree writes them in figures. What a format cannot be told of is shown plainly.
    """
    try:
        value = Decimal(raw)
    except InvalidOperation:
        return raw
    if not value.is_finite() or abs(value.adjusted()) > _MOST_SIGNS:
        return raw
    if value >= 0 and is_date_format(code) and (shown := _day_text(value, code, epoch)) is not None:
        return shown
    shape = _shape(code)
    return _shown(value, shape) if shape else plain_text(value)


def plain_text(value: Decimal) -> str:
    """Return a number as a cell without a format shows it: 15 signs, no points between thousands (a year stays)."""
    return format_number(Decimal(f"{value:.15g}")).replace(".", "")


def _shown(value: Decimal, shape: _Shape) -> str:
    shown = format_number(value * 100 if shape.percent else value, shape.decimals)
    whole, comma, part = shown.partition(",")
    if len(part) > shape.fixed:
        part = part[: shape.fixed] + part[shape.fixed :].rstrip("0")
    digits = whole.lstrip("-")
    if not shape.grouped:
        digits = digits.replace(".", "").zfill(shape.least)
    sign = "-" if whole.startswith("-") else ""
    return (
        f"{shape.before}{sign}{digits}{comma if part else ''}{part}{'%' if shape.percent else ''}{shape.after}".strip()
    )


@lru_cache(maxsize=500)
def _shape(code: str) -> _Shape | None:
    """Return the shape of the positive section of a format; None for a general, scientific or odd one."""
    sections = _SECTION.findall(code) or [""]
    section = _UNSHOWN.sub("", _CURRENCY.sub(r'"\1"', sections[0]))
    bare = _LITERAL.sub("", section)
    places = _DIGITS.findall(bare)
    if len(places) != 1 or _ODD.search(bare):
        return None
    before, after = _DIGITS.split(_LITERAL.sub(_kept, section).replace("%", ""), maxsplit=1)
    whole, _, part = places[0].partition(".")
    return _Shape(
        before=before,
        after=after,
        grouped="," in whole,
        least=whole.count("0"),
        fixed=part.count("0"),
        decimals=len(part),
        percent="%" in bare,
    )


def _kept(match: re.Match[str]) -> str:
    """Return the words of a literal; none that look like the places of digits."""
    words = match[1] if match[1] is not None else match[2]
    return "" if _DIGITS.search(words) else words


def _day_text(value: Decimal, code: str, epoch: datetime) -> str | None:
    """Return a day, a month, a year or a time; None when the number is none of the calendar."""
    try:
        moment = from_excel(float(value), epoch)
    except (ValueError, OverflowError, TypeError):
        return None
    signs = _LITERAL.sub("", re.sub(r"\[(?![hms]+\])[^\]]*\]", "", code)).lower()
    if isinstance(moment, timedelta | time) or moment is None:
        return str(moment)[:5] if isinstance(moment, time) else None
    clock = f"{moment:%H:%M}" if "h" in signs and (moment.hour or moment.minute) else ""
    if "d" not in signs and "y" not in signs:
        return f"{moment:%H:%M}" if "h" in signs else None
    day = PartialDate(moment.year, moment.month, moment.day).short()
    if "y" not in signs:
        day = day.rpartition("/")[0]
    elif "d" not in signs:
        day = day.partition("/")[2] if "m" in signs else str(moment.year)
    return f"{day} {clock}".strip()
