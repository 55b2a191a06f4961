"""Which citations mean one document, and in what they contradict each other."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import combinations, permutations
from typing import TypeAlias

from generator.lint.citations import Cited
from generator.lint.issuers import Likeness, are_alike, likeness
from generator.vietnamese.dates import days_agree
from generator.vietnamese.unicode import fold

_NO_LETTER = re.compile(r"[^0-9a-zđăâêôơư]")
_OPENING = re.compile(r"^(?:(?:về việc|về|v/v|ban hành|của)\s+)+")
_CENTRAL = re.compile(r"/\d{4}/(?:NĐ-CP|QĐ-TTg|QH\d+|UBTVQH\d+|TT-(?:B|VPCP|TTCP|NHNN|UBDT|KTNN|TANDTC|VKSNDTC))")
_LONG_SYMBOL = 5
"""Letters from which on a symbol that lacks one is a slip and no other office's."""
_LONG_NUMBER = 3
"""Digits from which on two numbers that differ by a swap alone are one that was mistyped."""
_TELLING = 30
"""Characters from which on two documents of one day do not bear the same trích yếu by chance."""

Pair: TypeAlias = tuple[Cited, Cited]
Key: TypeAlias = Callable[[Cited], Hashable]
Differ: TypeAlias = Callable[[Cited, Cited], bool]


def comparable(citations: Iterable[Cited]) -> list[Cited]:
    """Return the citations that can be held against each other.

    Left out are laws, which are known by names, numbers that do not stand with their kind, and broken symbols.
    """
    return [one for one in citations if one.count and one.is_direct and not (one.is_law or one.is_cut)]


def kind_of(cited: Cited) -> str:
    """Return the kind, for comparing."""
    return fold(cited.citation.type)


def numbered(cited: Cited) -> Hashable:
    """Return what citations of one document share: kind, number and bare symbol."""
    return kind_of(cited), cited.count, bare_symbol(cited)


def issued_with_number(cited: Cited) -> Hashable:
    """Return kind, day and number; None where the day is not known."""
    day = _day(cited)
    return (kind_of(cited), day, cited.count) if day else None


def issued_with_title(cited: Cited) -> Hashable:
    """Return kind, day and trích yếu; None where the day is not known or the trích yếu too short to tell by."""
    day, title = _day(cited), title_of(cited)
    return (kind_of(cited), day, title) if day and len(title) >= _TELLING else None


def _day(cited: Cited) -> datetime.date | None:
    return cited.citation.date.to_date() if cited.citation.date else None


def bare_symbol(cited: Cited) -> str:
    """Return the symbol without hyphens, signs and case: what two notations of one symbol share."""
    return _NO_LETTER.sub("", fold(cited.symbol))


def title_of(cited: Cited) -> str:
    """Return the trích yếu without its opening words, for comparing; empty without one."""
    return _OPENING.sub("", fold(cited.citation.title or "").strip("“”\"' "))


def share_title(one: Cited, other: Cited) -> bool:
    """Whether both bear the same trích yếu, one long enough to be told by it."""
    first, second = title_of(one), title_of(other)
    return first == second and len(first) >= _TELLING


def conflicts(citations: Iterable[Cited], key: Key, differ: Differ, value: Key) -> Iterator[Pair]:
    """Yield, for each group of citations of one key that differ, the one to doubt and one that contradicts it.

    A citation whose key is None is in no group. To doubt is the rarer value; of two as frequent ones the later.
    """
    groups: dict[Hashable, list[Cited]] = {}
    for one in citations:
        if (name := key(one)) is not None:
            groups.setdefault(name, []).append(one)
    for group in groups.values():
        pairs = [pair for pair in combinations(_distinct(group), 2) if differ(*pair)]
        if pairs:
            counted = Counter(value(one) for one in group)
            yield min((_doubted(pair, counted[value(pair[0])], counted[value(pair[1])]) for pair in pairs), key=_order)


def _distinct(group: Iterable[Cited]) -> list[Cited]:
    """Return the first citation of each wording."""
    found: dict[Hashable, Cited] = {}
    for one in group:
        said = one.citation
        found.setdefault((said.number, said.date, said.issuer, said.title), one)
    return list(found.values())


def _doubted(pair: Pair, first: int, second: int) -> Pair:
    return pair if first < second else (pair[1], pair[0])


def _order(pair: Pair) -> tuple[tuple[int, ...], ...]:
    return tuple((*one.statement.lines[:1], one.start) for one in pair)


def same_series(one: Cited, other: Cited) -> bool:
    """Whether two citations of one number and symbol belong to one year's series of one body, as far as they say."""
    if _CENTRAL.search(one.citation.number or ""):
        return True
    years_agree = None in (one.year, other.year) or one.year == other.year
    issuers_agree = likeness(one.citation.issuer, other.citation.issuer) is not Likeness.OTHER
    return issuers_agree and (years_agree or share_title(one, other))


def dates_differ(one: Cited, other: Cited) -> bool:
    """Whether one document is cited with two dates."""
    return same_series(one, other) and not days_agree(one.citation.date, other.citation.date)


def notations_differ(one: Cited, other: Cited) -> bool:
    """Whether one symbol is written in two ways; the two have the same number and bare symbol."""
    return one.citation.number != other.citation.number and same_series(one, other)


def numbers_differ(one: Cited, other: Cited) -> bool:
    """Whether what was issued on one day under one trích yếu bears two numbers or symbols."""
    is_other = (one.count, bare_symbol(one)) != (other.count, bare_symbol(other))
    return is_other and same_series(one, other)


def issued_with_digits(cited: Cited) -> Hashable:
    """Return kind, day, bare symbol and the digits of the number in order of size; None where the day is not known."""
    day = _day(cited)
    return (kind_of(cited), day, bare_symbol(cited), *sorted(str(cited.count))) if day else None


def digits_change_places(one: Cited, other: Cited) -> bool:
    """Whether the numbers of one symbol and one day, of the same digits, have two of them in each other's place."""
    first, second = str(one.count), str(other.count)
    if len(first) < _LONG_NUMBER:
        return False
    is_swap = sum(mine != theirs for mine, theirs in zip(first, second, strict=True)) == 2  # noqa: PLR2004
    titles = {title_of(one), title_of(other)} - {""}
    alike = len(titles) < 2 or any(mine.startswith(theirs) for mine, theirs in permutations(titles, 2))  # noqa: PLR2004
    return is_swap and alike and same_series(one, other)


def symbols_slip(one: Cited, other: Cited) -> bool:
    """Whether the symbols of one number and one day differ in a letter alone."""
    return _is_slip(one, other) and same_series(one, other)


def _is_slip(one: Cited, other: Cited) -> bool:
    """Whether one symbol has a letter that the other lacks."""
    shorter, longer = sorted((bare_symbol(one), bare_symbol(other)), key=len)
    if len(longer) != len(shorter) + 1 or len(shorter) < _LONG_SYMBOL:
        return False
    return any(shorter == longer[:at] + longer[at + 1 :] for at in range(len(longer)))


def issuers_differ(one: Cited, other: Cited) -> bool:
    """Whether one document is cited with two issuers; two bodies may each have a document of one number."""
    kind = likeness(one.citation.issuer, other.citation.issuer)
    if kind is Likeness.CHAIR:
        return same_series(one, other)
    if kind is Likeness.SAME:
        return False
    same_day = _day(one) is not None and _day(one) == _day(other)
    return (
        (same_day and (not are_alike(one.citation.issuer, other.citation.issuer) or _is_long(one)))
        or share_title(one, other)
        or bool(_CENTRAL.search(one.citation.number or ""))
    )


def _is_long(cited: Cited) -> bool:
    """Whether the number is so great that two bodies of one sort do not both reach it on one day by chance."""
    return len(str(cited.count)) >= _LONG_NUMBER
