"""Bodies that no longer exist on the day of a document, found where the document gives them something to do.

What is cited, what is told of earlier days and what was merged ("trước đây", "nay là", "sáp nhập") is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from generator.lint.places import issue_day
from generator.lint.statements import Role, Statement
from generator.lint.subject import Subject
from generator.lint.tasks import plan_year
from generator.registers.bodies import BodyRegister, FormerBody
from generator.registers.catalog import bundled_bodies
from generator.vietnamese.unicode import fold

_LEVELS = r"(?:xã|phường|huyện|quận|thị xã|thành phố|thị trấn|đặc khu)"
_AMONG = rf"(?:(?:các|cấp)\s+)?(?:{_LEVELS}\s*(?:,|và|-|/)\s*)*(?:các\s+)?"
"""What may stand between a body and one of several levels: "UBND các xã, phường, thị trấn"."""
_JUDGED = frozenset({Role.HEAD, Role.ADDRESSEE, Role.BODY, Role.CELL, Role.RECIPIENT, Role.SIGNATURE, Role.APPENDIX})
_NAMED_ONLY = frozenset({Role.HEAD, Role.ADDRESSEE, Role.RECIPIENT, Role.SIGNATURE})
"""Parts that name who writes and who gets the document, and tell nothing of the past."""
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
_REPORTS = frozenset({"report", "minutes", "submission"})
_ANY_CASE = ("các ", "xã", "phường")
"""Beginnings of names that are written small in running text."""


@dataclass(frozen=True)
class Mention:
    """A former body at one place."""

    body: FormerBody
    words: str
    statement: Statement
    start: int


@dataclass(frozen=True)
class _Pattern:
    body: FormerBody
    keys: tuple[str, ...]
    """Folded words of which one must stand in a text before it is searched."""
    words: re.Pattern[str]


def judged_day(subject: Subject) -> date | None:
    """Return the day on which the bodies that the document names must exist; None where nothing tells it.

    A document without a day of its own is of the day of judging, but not later than the year that it plans for; of
    a text that has lost its head nothing is known.
    """
    day = issue_day(subject) or (subject.day if subject.shows_head else None)
    year = plan_year(subject.reading)
    return min(day, date(year, 12, 31)) if day and year and not subject.date else day


def former_bodies(subject: Subject, register: BodyRegister | None = None) -> Iterator[Mention]:
    """Yield the former bodies that a document names as its issuer, reader or doer, in its order.

    Reports and minutes of days on which a body still existed tell of it lawfully.
    """
    day = judged_day(subject)
    if day is None:
        return
    patterns = [one for one in _patterns(register or bundled_bodies()) if one.body.valid_to < day]
    cited = _cited_spans(subject)
    for statement in subject.statements if patterns else ():
        if statement.role in _JUDGED and not _is_title(subject, statement):
            folded = _key(statement.text)
            here = [one for one in patterns if any(key in folded for key in one.keys)]
            for mention in _found(statement, here):
                spans = cited.get(id(statement), ())
                inside = any(start <= mention.start < end for start, end in spans)
                if not inside and not _is_of_past(subject, mention):
                    yield mention


def _is_title(subject: Subject, statement: Statement) -> bool:
    """Tell whether it is the title of the document, which may be about anything."""
    title = subject.reading.head.subject
    return (
        bool(title) and statement.role is Role.HEAD and bool(set(title.lines if title else ()) & set(statement.lines))
    )


def _cited_spans(subject: Subject) -> Mapping[int, list[tuple[int, int]]]:
    spans: dict[int, list[tuple[int, int]]] = {}
    for one in subject.citations:
        spans.setdefault(id(one.statement), []).append((one.start, one.start + len(one.text)))
    return spans


def _found(statement: Statement, patterns: list[_Pattern]) -> Iterator[Mention]:
    """Yield the bodies in one statement, of names that overlap the one that begins first."""
    matches = [
        (match.start(), -match.end(), one.body, match[0])
        for one in patterns
        for match in one.words.finditer(statement.text)
        if match[0][0].isupper() or fold(match[0]).startswith(_ANY_CASE)
    ]
    reached = 0
    for start, end, body, words in sorted(matches, key=lambda match: match[:2]):
        if start >= reached:
            reached = -end
            yield Mention(body, " ".join(words.split()), statement, start)


def _is_of_past(subject: Subject, mention: Mention) -> bool:
    """Tell whether the sentence tells of days on which the body existed, or names it as the author of a document."""
    if mention.statement.role in _NAMED_ONLY:
        return False
    if subject.kind in _REPORTS and _reports_on(subject, mention.body.valid_to.year):
        return True
    text, start = mention.statement.text, mention.start
    before = max((match.end() for match in _SENTENCE_END.finditer(text, 0, start)), default=0)
    after = _SENTENCE_END.search(text, start)
    sentence = text[before : after.start() if after else len(text)]
    years = [int(match[0]) for match in _YEAR.finditer(sentence)]
    told = any(year <= mention.body.valid_to.year for year in years)
    return told or bool(_PAST.search(sentence)) or bool(_CITES.search(text[before:start]))


def _reports_on(subject: Subject, year: int) -> bool:
    """Tell whether the document tells of a year, by its title or the words that open it."""
    named = [one for part in subject.announced for one in part.years]
    named += [int(span[:4]) for part in subject.announced for span in part.spans]
    return any(one <= year for one in named)


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
