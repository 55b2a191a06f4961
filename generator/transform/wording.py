"""What the words of a plan tell about units, for all units at once: who is named where, and the cues around it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from generator.registers.derivation import AssignmentRules, Covering
from generator.registers.names import Node, Words, words_of
from generator.registers.units import Level, Mention
from generator.transform.standing import Standing
from generator.vietnamese.citations import find_citations

_CUES: Final = (
    "acts", "openers", "heads", "connectors", "exclusions", "support_before", "support_words", "inspection",
    "object_before", "own_before", "not_own_before", "own_words", "own_openings", "upward", "kinds",
)  # fmt: skip
_STOPS: Final = ("acts", "support_before", "object_before", "upward")
"""Cues before which the name of an office ends."""
MANY: Final = frozenset(("các", "mỗi", "từng", "cấp", "toàn"))
"""Words by which a name stands for several units."""
_TELLING: Final = 2
"""So many words begin other things than names as well: Thanh tra việc …, Công an nhân dân."""
_LONGEST: Final = 8
"""Words of a name that is not known behind its beginning; only what is told of it depends on it."""
_JOINTS: Final = frozenset(",;-–")
_ENDS: Final = frozenset(".;")

Mentioned = Callable[[str], tuple[Mention, ...]]
"""Finds the units and classes that a text names, as the issuer of the plan means them."""


@dataclass(frozen=True)
class Named:
    """Who is named at a place of a text, by numbers of words, the last not included."""

    first: int
    last: int
    text: str
    ids: frozenset[str] = frozenset()
    covering: Covering | None = None
    """What a collective name stands for; that of a class of the directory too, whose members count themselves."""
    kinds: frozenset[str] = frozenset()
    """Words behind a collective name that keep those units alone that have one in their name: các trường THPT."""
    is_class: bool = False
    """Whether it names a class of the directory."""
    is_own: bool = False
    """Whether it is the issuer itself or a division of it."""
    is_issuer: bool = False
    is_outside: bool = False
    """Whether no unit of it stands below the issuer, and it is not the issuer's own."""
    is_excluded: bool = False
    is_known: bool = True
    """False for what only looks like the name of an office; the directory has none of this name."""
    may_mean: frozenset[str] = frozenset()
    """Levels of the units that a name which is not known may stand for: Các trường THPT."""

    def includes(self, standing: Standing) -> bool:
        """Whether the unit is one of those that are named."""
        if self.ids:
            return standing.unit.id in self.ids
        return self.covering is not None and standing.is_covered(self.covering) and standing.is_of_kind(self.kinds)

    def is_alone(self, standing: Standing) -> bool:
        """Whether the unit is named for itself, and not as one of many."""
        return self.ids == {standing.unit.id} and not self.is_class

    def is_below(self, standing: Standing) -> bool:
        """Whether units below the unit are named."""
        return standing.covers_below(self.ids, self.covering)


@dataclass(frozen=True)
class Clause:
    """A stretch of a text between full stops and semicolons, by numbers of words."""

    first: int
    last: int
    subject: tuple[Named, ...]
    """Who is to act; of an earlier clause where this one names nobody. Empty where none does."""


class Wording:
    """The words of one text with whom they name and what cues they hold."""

    def __init__(self, words: Words, named: tuple[Named, ...], cues: Mapping[str, Mapping[int, int]]) -> None:
        self.words, self.named, self._cues = words, named, cues
        self._named_at = {one.first: one for one in named}

    def cues(self, name: str, first: int, last: int) -> Iterator[tuple[int, int]]:
        """Yield the places of a kind of cue between two words: its first word, and the one behind it."""
        for begin, end in self._cues.get(name, {}).items():
            if first <= begin and end <= last:
                yield begin, end

    def cue_end(self, name: str, place: int) -> int | None:
        """Return where a cue that begins at a word ends."""
        return self._cues.get(name, {}).get(place)

    def listed(self, place: int) -> tuple[tuple[Named, ...], int]:
        """Return who is named from a word on in an unbroken list, and the word behind it; nobody where none is."""
        found: list[Named] = []
        last = place
        while place < len(self.words):
            named = self._named_at.get(place)
            if named is not None:
                found.append(named)
                place = last = named.last
            elif (skipped := self._between(place, inside=bool(found))) is not None:
                place = skipped
            else:
                break
        return tuple(found), last

    def _between(self, place: int, *, inside: bool) -> int | None:
        """Return the word behind what may stand before a name or between names; None for anything else."""
        for kind in ("heads", "connectors"):
            if (end := self.cue_end(kind, place)) is not None:
                return next((at for at in range(place + 1, end) if at in self._named_at), end)
        return place + 1 if inside and self.words.words[place] in _JOINTS else None

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses in order. Who is to act in one is to act in the following ones until somebody else is named."""
        found: list[Clause] = []
        subject: tuple[Named, ...] = ()
        place = 0
        while place < len(self.words):
            zone, behind = self._opening(place)
            last = self._end(max(behind, place))
            subject = self._appointed(behind, last) or zone or subject
            found.append(Clause(place, last, subject))
            place = last + 1
        return tuple(found)

    def _opening(self, place: int) -> tuple[tuple[Named, ...], int]:
        while (end := self.cue_end("openers", place)) is not None:
            place = end
        return self.listed(place)

    def _end(self, place: int) -> int:
        words = self.words.words
        return next((at for at in range(place, len(words)) if words[at] in _ENDS), len(words))

    def _appointed(self, first: int, last: int) -> tuple[Named, ...]:
        """Return who is told to act inside a clause: giao Sở Nội vụ …, … Sở Nội vụ chủ trì."""
        for _, end in self.cues("openers", first, last):
            zone, _ = self.listed(end)
            if zone:
                return zone
        acting = (one for one in self.named if first <= one.first and one.last < last)
        return next(((one,) for one in acting if self.cue_end("acts", one.last) is not None), ())

    def behind_cues(self, name: str, clause: Clause) -> Iterator[Named]:
        """Yield who is named in lists right behind a kind of cue: phối hợp với Sở Nội vụ, Sở Tài chính."""
        for _, end in self.cues(name, clause.first, clause.last):
            yield from self.listed(end)[0]

    def within(self, clause: Clause) -> tuple[Named, ...]:
        """Return everybody named in a clause."""
        begins = [one.first for one in self.named]
        return self.named[bisect_left(begins, clause.first) : bisect_left(begins, clause.last)]

    def quote(self, first: int, last: int) -> str:
        """Return the words between two places as they stand in the text."""
        return self.words.between(first, last)


class Reader:
    """Reads texts of one plan: finds collective names and cues beside the names of the directory."""

    def __init__(
        self, rules: AssignmentRules, mentioned: Mentioned, issuer: str | None, below: Mapping[str, Level]
    ) -> None:
        self._mentioned, self._issuer, self._below = mentioned, issuer, below
        self._levels_below = frozenset(below.values())
        self._cues: Node[str] = Node()
        self._covering: Node[Covering | None] = Node()
        self._begins: Node[str] = Node()
        for level in rules.levels:
            for phrase in level.names:
                self._begins.add(phrase, level.level)
        for name in _CUES:
            for phrase in getattr(rules, name):
                self._cues.add(phrase, name)
        for phrase in rules.not_names:
            self._covering.add(phrase, None)
        for covering in rules.covering:
            for phrase in covering.words:
                self._covering.add(phrase, covering)

    def read(self, text: str) -> Wording:
        """Return what a text tells; who is named inside the citation of a document does not count."""
        words = words_of(text)
        cited = [(one.start, one.end) for one in find_citations(text)]
        cues = self._found_cues(words)
        units = list(self._units(words, text))
        begins = frozenset(one.first for one in units)
        named = [*units, *self._collective(words, cues, begins), *self._unknown(words, cues)]
        kept = [one for one in named if not _inside(words.starts[one.first], cited)]
        return Wording(words, _longest(kept), cues)

    def _units(self, words: Words, text: str) -> Iterator[Named]:
        for one in self._mentioned(text):
            first = bisect_left(words.starts, one.start)
            yield self._named(one, first, bisect_left(words.starts, one.end, first))

    def _named(self, one: Mention, first: int, last: int) -> Named:
        ids = frozenset(unit.id for unit in one.units)
        is_issuer = self._issuer is not None and ids == {self._issuer}
        divisions = all(unit.level == "division" for unit in one.units)
        is_own = one.is_speakers_own and (is_issuer or divisions)
        return Named(
            first,
            last,
            one.text,
            ids,
            is_class=one.unit_class is not None,
            is_own=is_own,
            is_issuer=is_issuer and one.part is None,
            is_outside=self._issuer is not None and not is_own and bool(ids) and ids.isdisjoint(self._below.keys()),
            is_excluded=one.is_excluded,
        )

    def _collective(
        self, words: Words, cues: Mapping[str, Mapping[int, int]], begins: frozenset[int]
    ) -> Iterator[Named]:
        """Yield collective names; one that goes on as a name of its own, Các trường Chuyên biệt, is not meant.

        ``begins`` are the places at which the directory knows a name.
        """
        excluded = frozenset(cues.get("exclusions", {}).values())
        for first in range(len(words)):
            for behind, means in self._covering.names_at(words, first)[:1]:
                kinds, last = _kinds(words, behind, cues.get("kinds", {}))
                covering = means[0]
                is_longer = not kinds and _goes_on(words, last) and last not in begins
                if covering is not None and not (covering.levels and is_longer):
                    named = self._collectively(covering, first, last, words.between(first, last))
                    yield replace(named, kinds=kinds, is_excluded=first in excluded)

    def _collectively(self, covering: Covering, first: int, last: int, text: str) -> Named:
        is_outside = bool(covering.levels) and self._levels_below.isdisjoint(covering.levels)
        return Named(first, last, text, covering=covering, is_own=covering.inner, is_outside=is_outside)

    def _unknown(self, words: Words, cues: Mapping[str, Mapping[int, int]]) -> Iterator[Named]:
        """Yield what begins like the name of an office that the directory does not know: Thanh tra Sở …"""
        for first in range(len(words)):
            for behind, levels in self._begins.names_at(words, first)[:1]:
                if _is_name(words, first, behind) and not self._is_no_name(words, first):
                    last = _reach(words, behind + 1, cues)
                    whole = words.between(first, last)
                    is_own = any(one.is_speakers_own for one in self._mentioned(whole))
                    meant = frozenset(() if MANY.isdisjoint(words.words[first:behind]) else levels)
                    yield Named(
                        first, last, whole, is_own=is_own, is_outside=not is_own, may_mean=meant, is_known=False
                    )

    def _is_no_name(self, words: Words, first: int) -> bool:
        return any(None in means for _, means in self._covering.names_at(words, first))

    def _found_cues(self, words: Words) -> Mapping[str, Mapping[int, int]]:
        found: dict[str, dict[int, int]] = {}
        for first in range(len(words)):
            for last, means in self._cues.names_at(words, first):
                for name in means:
                    found.setdefault(name, {}).setdefault(first, last)
        return found


def _inside(place: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in spans)


def _is_name(words: Words, first: int, behind: int) -> bool:
    """Whether words that names begin with begin one here: Sở Xây dựng, Các trường Chuyên biệt, UBND các xã vùng cao."""
    if not words.is_capital(first) or words.text.isupper():
        return False
    is_many = not MANY.isdisjoint(words.words[first:behind])
    return words.is_capital(behind) or ((is_many or behind - first > _TELLING) and words.goes_on(behind))


def _goes_on(words: Words, place: int) -> bool:
    return words.goes_on(place) and words.is_capital(place) and not words.text.isupper()


def _kinds(words: Words, place: int, cues: Mapping[int, int]) -> tuple[frozenset[str], int]:
    """Return the kinds listed behind a collective name, and the word behind them: các trường mầm non, tiểu học."""
    found: list[str] = []
    last = at = place
    while at in cues or (found and at < len(words) and words.words[at] in (",", "và")):
        if at in cues:
            found.append(" ".join(words.words[at : cues[at]]))
            at = last = cues[at]
        else:
            at += 1
    return frozenset(found), last


def _reach(words: Words, place: int, cues: Mapping[str, Mapping[int, int]]) -> int:
    """Return where a name that is not known ends: before a sign, or before what the office is to do."""
    stops = {begin for name in _STOPS for begin in cues.get(name, {})}
    last = min(len(words), place + _LONGEST)
    while place < last and words.words[place][0].isalnum() and place not in stops:
        place += 1
    return place


def _longest(named: list[Named]) -> tuple[Named, ...]:
    """Return the names of which none overlaps another: the longest, of two at one place the directory's."""
    known = {one.first for one in named if one.is_known}
    found: list[Named] = []
    for one in sorted(named, key=lambda one: (one.first - one.last, not one.ids, one.first)):
        if not one.is_known and one.first in known:
            continue
        if all(one.last <= other.first or other.last <= one.first for other in found):
            found.append(one)
        elif one.covering is not None:
            found = [_joined(other, one) for other in found]
    return tuple(sorted(found, key=lambda one: one.first))


def _joined(named: Named, collective: Named) -> Named:
    """Return a class of the directory with what it stands for where it also is a collective name."""
    if (named.first, named.last) != (collective.first, collective.last):
        return named
    is_own = named.is_own or (not named.ids and collective.is_own)
    return replace(named, covering=collective.covering, is_own=is_own)
