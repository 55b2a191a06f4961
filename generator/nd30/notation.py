"""The number line (số, ký hiệu) and the line of place and date, read leniently and judged strictly.

Number and symbol: PL I/I/II.3 and Điều 15; place and date: PL I/I/II.4. There is no national list of
abbreviations of agencies, so any word of capitals (with digits, small letters inside and ``&``) is taken for
one.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Final

from generator.nd30.document_types import copy_by_code, type_by_code

ROOM_TO_WRITE: Final = " " * 6
"""Room for a number or a day that is written by hand when the document is signed."""
_CAPITAL: Final = "A-ZĐĂÂÊÔƠƯ"
_WORD: Final = rf"[{_CAPITAL}0-9][{_CAPITAL}a-z0-9&]*"
_NOTATION: Final = re.compile(rf"{_WORD}(?:-{_WORD})*")
_CORRECT_NUMBER: Final = re.compile(
    rf"Số: ?(?P<number>0[1-9]|[1-9][0-9]+|\s{{2,}}|[….]+)/(?P<notation>{_NOTATION.pattern})"
)
_ANY_NUMBER: Final = re.compile(
    r"Số\s*:?\s*(?P<number>[0-9]*)(?P<suffix>(?<=[0-9])[A-Za-z])?[\s….·_]*/[\s….·_]*"
    r"(?P<notation>[^\s/….·_-][^\s/-]*(?:\s*-\s*[^\s/-]+)*)?",
    re.IGNORECASE,
)
_DATE: Final = re.compile(
    r"(?P<place>[^\W\d_][^,]*), ngày (?P<day>0[1-9]|[12][0-9]|3[01]) "
    r"tháng (?P<month>0[12]|[3-9]|1[0-2]) năm (?P<year>[0-9]{4})"
)
_BLANK_DATE: Final = re.compile(
    r"(?P<place>[^\W\d_][^,]*), ngày(?: (?:0[1-9]|[12][0-9]|3[01])|[\s….]+)"
    r" ?tháng(?: (?:0[12]|[3-9]|1[0-2])|[\s….]+) ?năm(?: [0-9]{4}|[\s….]*)"
)


@dataclass(frozen=True)
class Notation:
    """The symbol (ký hiệu) of a document."""

    type_code: str | None
    """Abbreviation of the kind, ``KH``, or of the kind of copy, ``SY``; None in a công văn."""
    agency: str
    unit: str | None = None
    """Drafting unit or field; several words joined by hyphens."""

    def __str__(self) -> str:
        """The symbol as written: ``KH-SGDĐT``, ``UBND-VX``."""
        return compose_notation(self.type_code, self.agency, self.unit)


@dataclass(frozen=True)
class NumberLine:
    """What a number line says; either part may still be blank."""

    number: int | None
    notation: str | None
    suffix: str = ""
    """A letter after the number, as in ``15a``."""

    @property
    def parsed(self) -> Notation | None:
        """The symbol in its parts; None when it is blank or malformed."""
        return parse_notation(self.notation) if self.notation else None


def parse_notation(text: str) -> Notation | None:
    """Return the parts of a symbol, or None when it is none.

    ``KH-SGDĐT`` is a named document, ``UBND-VX`` a công văn, ``SGDĐT`` alone a công văn without unit. Blanks
    around the hyphens are overlooked. An agency abbreviated like a kind of document is taken for the kind. In a
    named document what follows the agency (``QĐ-SGDĐT-VP``) is the unit.
    """
    joined = re.sub(r"\s*-\s*", "-", unicodedata.normalize("NFC", text).strip())
    if not _NOTATION.fullmatch(joined):
        return None
    words = joined.split("-")
    is_named = len(words) > 1 and bool(type_by_code(words[0]) or copy_by_code(words[0]))
    code = words.pop(0) if is_named else None
    return Notation(code, words[0], "-".join(words[1:]) or None)


def compose_notation(type_code: str | None, agency: str, unit: str | None = None) -> str:
    """Return the symbol of these parts; the inverse of ``parse_notation``."""
    return "-".join(part for part in (type_code, agency, unit) if part)


def parse_number_line(text: str) -> NumberLine | None:
    """Return what a number line says, however it is spaced, or None when the text is none.

    Blanks, dots and an ellipsis for a number not given yet are one; so is no room at all (``Số: /KH-SGDĐT``),
    and a missing colon. ``Số 15-QĐ/TW`` of the Party is no number line here.
    """
    match = _ANY_NUMBER.fullmatch(unicodedata.normalize("NFC", text).strip())
    if match is None:
        return None
    notation = re.sub(r"\s*-\s*", "-", match["notation"] or "")
    return NumberLine(int(match["number"]) if match["number"] else None, notation or None, match["suffix"] or "")


def printed_number(number: str | None) -> str:
    """Return the number as printed: two digits at least (PL I/I/II.3c), or room for the pen where none is given yet."""
    if number is None:
        return ROOM_TO_WRITE
    return number.zfill(2) if number.isdigit() else number


def compose_number_line(number: str | None, notation: str) -> str:
    """Return the number line ``Số: 05/KH-SGDĐT``."""
    return f"Số: {printed_number(number)}/{notation}"


def is_correct_number_line(text: str) -> bool:
    """Whether a number line is as PL I/I/II.3c asks, or correct with its number still blank.

    ``Số: 05/BNV-VP``: a colon, a zero before a single digit, no blank beside the stroke and the hyphens.
    """
    match = _CORRECT_NUMBER.fullmatch(unicodedata.normalize("NFC", text))
    return match is not None and "-" in match["notation"]


def is_correct_date_line(text: str) -> bool:
    """Whether a line of place and date is as PL I/I/II.4b asks, and its day is in the calendar.

    ``Hà Nội, ngày 05 tháng 01 năm 2020``: a zero before days below 10 and before months 1 and 2 only.
    """
    match = _DATE.fullmatch(unicodedata.normalize("NFC", text))
    if match is None:
        return False
    try:
        date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return False
    return True


def is_blank_date_line(text: str) -> bool:
    """Whether a line of place and date is correct but for a day, month or year still left blank or dotted."""
    normal = unicodedata.normalize("NFC", text)
    return _BLANK_DATE.fullmatch(normal) is not None and not is_correct_date_line(text)
