"""Short forms: explained where they first stand, and one for each thing; one name for each body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from generator.diagnostics import Severity
from generator.lint.evidence import Evidence
from generator.lint.finding import Fault
from generator.lint.language_lists import folded
from generator.lint.language_words import CAPITAL, SMALL, Wording, key_of
from generator.lint.rule import rule
from generator.lint.statements import Role
from generator.lint.subject import Subject
from generator.vietnamese.roman import parse_roman

_UPPER = "A-ZĐƯƠÔÊÂĂ"
_PIECE = rf"[{_UPPER}]\w*"
_SHORT = re.compile(rf"(?<![\w\0&/.-])(?=[\w&-]*[{_UPPER}][\w&-]*[{_UPPER}]){_PIECE}(?:[&-]{_PIECE})*(?![\w\0/]| \d)")
"""Capitals that are no part of a symbol; before a number they name a standard or a sort, as OM 5451."""
_BRACKET = re.compile(r"\(([^()]*)\)")
_NAMED = re.compile(r"(?:viết tắt|gọi tắt|gọi chung|gọi)(?: chung)? là:? *[“\"«]?([\w&-]+(?: [\w&-]+){0,3})")
_CITY = re.compile(rf"(?<!\w)(T[Pp]\.?) ?(?={CAPITAL}{SMALL})")
_NAME = rf"{CAPITAL}\w*(?: {SMALL}\w*)?"
_JOINED = re.compile(rf"\b(?:Bộ|Sở|Phòng|Ban|Vụ|Cục|Chi cục|Trung tâm|ngành) ({_NAME}) ?(&|và|[-–]) ?({_NAME})")
_LISTED = 8
_READ = frozenset({Role.BODY, Role.CELL, Role.APPENDIX, Role.BASIS})


@dataclass
class _Uses:
    """A short form and where it stands."""

    first: Wording
    count: int = 0
    forms: dict[str, tuple[int, Wording]] = field(default_factory=dict)
    """Each way of writing it with how often and where first."""


@rule(
    "NG-04",
    "chữ viết tắt không giải thích hoặc viết nhiều cách",
    "thống nhất từ ngữ",
    Severity.WARNING,
    needs=Evidence.WORDS,
)
def abbreviations(subject: Subject) -> Iterator[Fault]:
    """Cụm từ viết tắt được viết đầy đủ ở lần đầu, kèm chữ viết tắt trong ngoặc: «thủ tục hành chính (TTHC)».

    Một cụm từ chỉ viết tắt một cách: «GDĐT» hoặc «GD&ĐT». Chữ thông dụng (UBND, HĐND) không giải thích thì chỉ gợi ý.
    Không xét ký hiệu văn bản, phần đầu, Nơi nhận, chữ ký, tên tiêu chuẩn, tên hệ thống.
    """
    uses = _uses(subject)
    explained = _explained(subject)
    lacking = {key: one for key, one in uses.items() if key not in explained}
    known = {key: one for key, one in lacking.items() if _is_common(key)}
    rare = {key: one for key, one in lacking.items() if key not in known}
    yield from _unexplained(rare, None)
    yield from _unexplained(known, Severity.HINT)
    for one in uses.values():
        if len(one.forms) > 1:
            yield _mixed(one.forms)
    yield from _mixed_city(subject)


def _uses(subject: Subject) -> Mapping[str, _Uses]:
    found: dict[str, _Uses] = {}
    for wording in subject.prose:
        if wording.statement.role not in _READ or wording.is_capitals:
            continue
        for one in _SHORT.finditer(wording.unquoted):
            for form in _forms(one[0]):
                use = found.setdefault(_key(form), _Uses(wording))
                use.count += 1
                count, first = use.forms.get(form, (0, wording))
                use.forms[form] = count + 1, first
    return found


def _forms(text: str) -> Iterator[str]:
    """Yield the short forms in a match; a hyphen or "&" between two that stand for themselves joins no new one."""
    pieces = re.split(r"[&-]", text)
    own = [piece for piece in pieces if piece.upper() not in _symbols()]
    if len(pieces) > 1 and all(len(piece) > 1 for piece in pieces) and not _is_joint(pieces):
        yield from (piece for piece in own if _is_short(piece))
    elif own and _is_short(text):
        yield text


def _is_joint(pieces: list[str]) -> bool:
    """Whether the pieces are those of one name, as GD and ĐT are."""
    return len(pieces) == 2 and max(map(len, pieces)) <= 2


def _is_short(text: str) -> bool:
    bare = re.sub(r"[&-]", "", text)
    capitals = sum(char.isupper() for char in bare)
    is_word = capitals < len(bare) - 1 or any(char.isdigit() for char in bare)
    return 1 < capitals <= 12 and not is_word and parse_roman(bare) is None and text.upper() not in _symbols()


@cache
def _symbols() -> frozenset[str]:
    """Return the capitals that stand for themselves."""
    return frozenset(word.upper() for word in folded("symbols"))


def _key(form: str) -> str:
    return re.sub(r"[&-]", "", form).upper()


def _is_common(key: str) -> bool:
    return key.casefold() in folded("abbreviations")


def _explained(subject: Subject) -> set[str]:
    """Return what brackets hold alone, or what the text names as a short form."""
    found: set[str] = set()
    for wording in subject.prose:
        text = wording.statement.text
        for bracket in _BRACKET.finditer(text):
            named = _NAMED.search(bracket[1])
            words = re.findall(r"[\w&-]+", named[1] if named else bracket[1])
            if named or all(sum(char.isupper() for char in word) > 1 for word in words):
                found |= {_key(word) for word in words}
        found |= {_key(word) for one in _NAMED.finditer(text) for word in re.findall(r"[\w&-]+", one[1])}
    return found


def _unexplained(uses: Mapping[str, _Uses], severity: Severity | None) -> Iterator[Fault]:
    if uses:
        forms = [next(iter(one.forms)) for one in uses.values()]
        more = f" và {len(forms) - _LISTED} chữ khác" if len(forms) > _LISTED else ""
        found = f"{', '.join(f'«{form}»' for form in forms[:_LISTED])}{more} không được giải thích"
        expected = f"lần đầu viết đầy đủ, kèm «({forms[0]})»"
        yield Fault(found, expected, next(iter(uses.values())).first.statement.spot, severity=severity)


def _mixed(forms: Mapping[str, tuple[int, Wording]]) -> Fault:
    ranked = sorted(forms, key=lambda form: -forms[form][0])
    found = "; ".join(f"«{form}» {forms[form][0]} chỗ" for form in ranked)
    return Fault(found, f"một cách viết, như «{ranked[0]}»", forms[ranked[-1]][1].statement.spot)


def _mixed_city(subject: Subject) -> Iterator[Fault]:
    forms: dict[str, tuple[int, Wording]] = {}
    for wording in subject.prose:
        if wording.statement.role in _READ and not wording.is_capitals:
            for one in _CITY.finditer(wording.unquoted):
                count, first = forms.get(one[1], (0, wording))
                forms[one[1]] = count + 1, first
    if len(forms) > 1:
        yield _mixed(forms)


@rule("NG-12", "một cơ quan viết hai tên", "thống nhất từ ngữ", Severity.WARNING, needs=Evidence.WORDS)
def mixed_names(subject: Subject) -> Iterator[Fault]:
    """Tên một cơ quan viết một cách trong cả văn bản: không lúc «Giáo dục và Đào tạo», lúc «Giáo dục & Đào tạo»."""
    names: dict[tuple[str, str], dict[str, tuple[int, Wording]]] = {}
    for wording in subject.prose:
        for one in _JOINED.finditer(wording.text):
            first, sign, second = one.groups()
            key = (key_of(first), key_of(second))
            sign = "-" if sign == "–" else sign
            forms = names.setdefault(key, {})
            count, place = forms.get(f"{first} {sign} {second}", (0, wording))
            forms[f"{first} {sign} {second}"] = count + 1, place
    for forms in names.values():
        if len({re.sub(r"\w+", "", form) + (" và " if " và " in form else "") for form in forms}) > 1:
            yield _mixed(forms)
