"""Which citations mean one document, and in what they contradict each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import combinations

from generator.lint.citations import Cited
from generator.lint.issuers import Likeness, likeness
from generator.vietnamese.dates import days_agree
from generator.vietnamese.unicode import fold

_NO_LETTER = re.compile(r"[^0-9a-zđăâêôơư]")
_OPENING = re.compile(r"^(?:(?:về việc|về|v/v|ban hành|của)\s+)+")
_CENTRAL = re.compile(r"/\d{4}/(?:NĐ-CP|QĐ-TTg|QH\d+|UBTVQH\d+|TT-(?:B|VPCP|TTCP|NHNN|UBDT|KTNN|TANDTC|VKSNDTC))")
_TELLING = 30
"""Characters from which on two documents of one day do not bear the same trích yếu by chance."""

Pair = tuple[Cited, Cited]


def comparable(citations: Iterable[Cited]) -> list[Cited]:
    """Return the citations that can be held against each other.

    Left out are laws, which are known by names, and numbers that do not stand with their kind.
    """
    return [one for one in citations if one.count and one.is_direct and not one.is_law]


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


def conflicts(citations: Sequence[Cited], key: Callable[[Cited], Hashable], differ: Callable[[Cited, Cited], bool],
              value: Callable[[Cited], Hashable]) -> Iterator[Pair]:  # fmt: skip
    """Yield, for each group of citations of one key that differ, the one to doubt and one that contradicts it.

    To doubt is the rarer value; of two as frequent ones the later.
    """
    groups: dict[Hashable, list[Cited]] = {}
    for one in citations:
        groups.setdefault(key(one), []).append(one)
    for group in groups.values():
        pairs = [pair for pair in combinations(group, 2) if differ(*pair)]
        if pairs:
            counted = Counter(value(one) for one in group)
            yield min((_doubted(pair, counted[value(pair[0])], counted[value(pair[1])]) for pair in pairs), key=_order)


def _doubted(pair: Pair, first: int, second: int) -> Pair:
    return pair if first < second else (pair[1], pair[0])


def _order(pair: Pair) -> tuple[int, int]:
    return (pair[0].statement.spot.paragraph or 0, pair[1].statement.spot.paragraph or 0)


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


def symbols_differ(one: Cited, other: Cited) -> bool:
    """Whether one document is cited with two symbols: two notations of one, or another one by a slip."""
    if one.citation.number == other.citation.number or not same_series(one, other):
        return False
    if bare_symbol(one) == bare_symbol(other) and one.count == other.count:
        return True
    first, second = one.citation.date, other.citation.date
    same_day = first is not None and first == second and first.complete
    return same_day and (share_title(one, other) or _is_slip(one, other))


def _is_slip(one: Cited, other: Cited) -> bool:
    """Whether the number is the same, and the symbol but for a letter."""
    mine, theirs = bare_symbol(one), bare_symbol(other)
    if one.count != other.count or abs(len(mine) - len(theirs)) > 1 or min(len(mine), len(theirs)) < 5:
        return False
    shorter, longer = sorted((mine, theirs), key=len)
    return any(shorter == longer[:at] + longer[at + 1 :] for at in range(len(longer))) if mine != theirs else False


def issuers_differ(one: Cited, other: Cited) -> bool:
    """Whether one document is cited with two issuers; two bodies may each have a document of one number."""
    kind = likeness(one.citation.issuer, other.citation.issuer)
    if kind is Likeness.CHAIR:
        return same_series(one, other)
    if kind is Likeness.SAME:
        return False
    dates = (one.citation.date, other.citation.date)
    same_day = dates[0] is not None and dates[0] == dates[1] and dates[0].complete
    return same_day or share_title(one, other) or bool(_CENTRAL.search(one.citation.number or ""))
