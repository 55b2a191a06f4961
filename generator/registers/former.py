"""Former bodies of the State in the words of a text.

What is told of earlier days and what was merged ("trước đây", "nay là", "sáp nhập"), and the author of a document, is
no body that still has to do something.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from generator.registers.bodies import BodyRegister, FormerBody
from generator.vietnamese.unicode import fold

_LEVELS = r"(?:xã|phường|huyện|quận|thị xã|thành phố|thị trấn|đặc khu)"
_AMONG = rf"(?:(?:các|cấp)\s+)?(?:{_LEVELS}\s*(?:,|và|-|/)\s*)*(?:các\s+)?"
"""What may stand between a body and one of several levels: "UBND các xã, phường, thị trấn"."""
_PAST = re.compile(
    r"\b(?:đã|trước đây|trước khi|nguyên là|cũ|nay là|sáp nhập|hợp nhất|giải thể|chuyển giao|bàn giao|tiếp nhận từ"
    r"|đổi tên|kết thúc hoạt động|kết thúc nhiệm vụ|không tổ chức|bỏ cấp|sắp xếp|thời kỳ|lịch sử|thành lập năm)\b",
    re.IGNORECASE,
)
_CITES = re.compile(
    r"\b(?:thông tư|nghị định|nghị quyết|quyết định|công văn|văn bản|hướng dẫn|kế hoạch|chỉ thị|quy định|quy chế|đề án"
    r"|chương trình|báo cáo|thông báo|tờ trình|đề cương)\b[^.;]{0,90}\bcủa\s+(?:liên\s+)?$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SENTENCE_END = re.compile(r"[.;](?=\s|$)|\n")
_ANY_CASE = ("các ", "xã", "phường")
"""Beginnings of names that are written small in running text."""


@dataclass(frozen=True)
class NamedBody:
    """A former body at one place of a text, with its words as they stand there, blanks set right."""

    body: FormerBody
    words: str
    start: int
    end: int


@dataclass(frozen=True)
class _Pattern:
    body: FormerBody
    keys: tuple[str, ...]
    """Folded words of which one must stand in a text before it is searched."""
    words: re.Pattern[str]


def named_bodies(text: str, register: BodyRegister, day: date) -> tuple[NamedBody, ...]:
    """Return the bodies in a text that have ended before a day, in its order; of names that overlap the first."""
    folded = _key(text)
    here = [one for one in _patterns(register) if one.body.valid_to < day and any(key in folded for key in one.keys)]
    matches = [
        (match.start(), -match.end(), one.body, match[0])
        for one in here
        for match in one.words.finditer(text)
        if match[0][0].isupper() or fold(match[0]).startswith(_ANY_CASE)
    ]
    found: list[NamedBody] = []
    for start, end, body, words in sorted(matches, key=lambda match: match[:2]):
        if not found or start >= found[-1].end:
            found.append(NamedBody(body, " ".join(words.split()), start, -end))
    return tuple(found)


def is_told_of_the_past(text: str, start: int, valid_to: date) -> bool:
    """Tell whether a sentence tells of days on which a body existed, or names it as the author of a document.

    ``start`` is the place of the name in the text, ``valid_to`` the last day of the body.
    """
    before = max((match.end() for match in _SENTENCE_END.finditer(text, 0, start)), default=0)
    after = _SENTENCE_END.search(text, start)
    sentence = text[before : after.start() if after else len(text)]
    told = any(int(match[0]) <= valid_to.year for match in _YEAR.finditer(sentence))
    return told or bool(_PAST.search(sentence)) or bool(_CITES.search(text[before:start]))


@cache
def _patterns(register: BodyRegister) -> tuple[_Pattern, ...]:
    return tuple(_pattern(body) for body in register.bodies)


def _pattern(body: FormerBody) -> _Pattern:
    names = "|".join(_spelt(name) for name in sorted(body.names, key=len, reverse=True))
    tail = ""
    if body.at:
        levels = "|".join(map(_spelt, body.at))
        tail = rf"\s+{_AMONG}(?:{levels})(?:\s+(?-i:[A-ZĐÀ-Ỹ]\w*)){{0,3}}"
    elif body.named:
        tail = r"(?P<place>(?:\s+(?-i:[A-ZĐÀ-Ỹ])\w*){1,3})"
    unless = "|".join(_spelt(word) for word in body.unless)
    guard = rf"(?!\s+(?:{unless})\b)" if unless else ""
    keys = tuple(_key(one) for one in (body.at or body.names))
    return _Pattern(body, keys, re.compile(rf"\b(?:{names})(?!\w){guard}{tail}(?!\w)", re.IGNORECASE))


def _key(text: str) -> str:
    """Return a text folded, with one sign for every dash and one place of the mark of "ủy"."""
    return fold(text).replace("–", "-").replace("uỷ", "ủy")


def _spelt(words: str) -> str:
    """Return the words as a pattern: any blanks, both places of the mark of "ủy", any dash."""
    spelt = r"\s+".join(re.escape(word) for word in words.split())
    return spelt.replace("ủy", "(?:ủy|uỷ)").replace("Ủy", "(?:Ủy|Uỷ)").replace(r"\-", "[-–]")
