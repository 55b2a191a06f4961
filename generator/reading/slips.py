"""Components of a document that somebody has mistyped, told by what they are meant to be.

The words here stand too loosely to be looked for in running text: they are asked only where a letterhead or a
signature stands and nothing right was found, so that the gate names the slip instead of calling the component missing.
"""

from __future__ import annotations

import re
from typing import Final

from rapidfuzz import fuzz

from generator.nd30.document_types import DocumentType, type_by_name
from generator.reading import cues
from generator.spelling import unmarked

_ALIKE: Final = 90.0
_LETTERS = re.compile(r"[^a-z]+")
_LONGEST: Final = 60
_CODE = r"[^\W\d_][\w&]*"
_NUMBER = re.compile(
    rf"số\s*[:.;,]?\s*(?=.*[/–-])[\d….·_\s]*[/–-]?\s*(?:20\d\d\s*/\s*)?{_CODE}(?:\s*[/–-]\s*[\w&]+)*", re.IGNORECASE
)
_BARE_NUMBER = re.compile(r"\d{1,5}\s*/\s*(?:20\d\d\s*/\s*)?[A-ZĐ][\w&]*(?:\s*[/–-]\s*[A-ZĐ][\w&]*)+")
_BLANK = r"[\s\d.…_]*"
_PLACE_DATE = re.compile(
    rf"(?:[^\W\d_][^\d:()]{{0,40}}?[\s,;.])?\s*ngày(?:{_BLANK}tháng{_BLANK}(?:năm{_BLANK})?|\s*\d\d?[/.-]\d\d?[/.-]\d+\.?)"
    r"|[^\W\d_][^\d:(),;]{0,40}[,;]\s*\d\d?[/.-]\d\d?[/.-]\d{2,4}\.?",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"(?:V\s*/\s*v\s*[:.]?|Về việc)\s+(?=\S)", re.IGNORECASE)
_ADDRESSEES = re.compile(r"Kính g[ửở]i\s*:?\s*", re.IGNORECASE)
_AUTHORITY = re.compile(r"(?:TM|KT|TL|TUQ|K\.\s?T|T\.\s?[ML]|T\.\s?U\.\s?Q)\s?[.:]?\s*(?=[^\W\d_])", re.IGNORECASE)
_TITLE_WORDS: Final = 4


def is_national_name(text: str) -> bool:
    """Tell whether the line is meant to be Quốc hiệu: a letter or a blank wrong, a mark behind it."""
    return _is_like(text, cues.NATIONAL_NAME)


def is_motto(text: str) -> bool:
    """Tell whether the line is meant to be Tiêu ngữ, whatever stands between its phrases."""
    return _is_like(text, cues.MOTTO)


def _is_like(text: str, right: str) -> bool:
    """Tell whether the letters are nearly those of the right words; blanks, marks and capitals do not count."""
    letters, wanted = (_LETTERS.sub("", unmarked(words)) for words in (text, right))
    return abs(len(letters) - len(wanted)) < 4 and fuzz.ratio(letters, wanted) >= _ALIKE


def is_number_line(text: str) -> bool:
    """Tell whether the line is meant to be the number: "SỐ: 05/KH-SNV", "Số. 05/KH-SNV", "05/KH-SNV"."""
    return len(text) <= _LONGEST and (_NUMBER.fullmatch(text) or _BARE_NUMBER.fullmatch(text)) is not None


def is_place_date(text: str) -> bool:
    """Tell whether the line is meant to be place and date: no comma, no place, the day in figures."""
    return len(text) <= 2 * _LONGEST and _PLACE_DATE.fullmatch(text) is not None


def named_type(text: str) -> DocumentType | None:
    """Return the type whose name the line is meant to be: in small letters, or with a mark behind it."""
    bare = text.rstrip(" .:")
    return type_by_name(bare) if len(bare.split()) <= _TITLE_WORDS else None


def opens_subject(text: str) -> re.Match[str] | None:
    """Return the words before the subject of a công văn, however they are written: V/v, V/V, v/v:, Về việc."""
    return _SUBJECT.match(text)


def opens_addressees(text: str) -> re.Match[str] | None:
    """Return "Kính gửi:" at the beginning of a line, also as "KÍNH GỬI", "Kính gởi"."""
    return _ADDRESSEES.match(text)


def is_authority(text: str) -> bool:
    """Tell whether the line is meant to be "KT. GIÁM ĐỐC": in small letters, without its full stop, "K.T"."""
    return len(text) <= _LONGEST and not cues.ends_sentence(text) and _AUTHORITY.match(text) is not None


def opens_component(text: str) -> bool:
    """Tell whether a component may begin with the line, so that it is no rest of the sentence before it."""
    return any(test(text) for test in (is_number_line, is_place_date, opens_subject, opens_addressees))
