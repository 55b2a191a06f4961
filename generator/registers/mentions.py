"""The units and classes that a text names, from the point of view of the office that speaks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from generator.registers.era import Era
from generator.registers.left_out import left_out
from generator.registers.mention import Hit, Mention
from generator.registers.names import Node, Words, words_of
from generator.registers.unit import Unit, UnitClass, UnitPart
from generator.vietnamese.unicode import fold

_PLURAL = "các"
_TELLING = 3
"""Least number of words by which the name of a class is told without «các»."""
_JOINTS = frozenset((",", "và"))
_LEVELS = tuple(
    tuple(level.split())
    for level in ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "thị trấn", "xã", "phường", "đặc khu")
)
_AREA = re.compile(rf" ({'|'.join(' '.join(level) for level in _LEVELS)}) [^\W\d_].*$")
_NO_UNITS = frozenset(
    ("phòng", word) for word in ("học", "họp", "chống", "ngừa", "bệnh", "cháy", "máy", "làm", "thí")
) | {("trường", "hợp"), ("ban", "hành"), ("tổ", "chức")}
"""Last word of a class and the word behind it that make something else of it: các phòng học, các trường hợp."""
_GENERIC = frozenset(("department", "division", "other"))
"""Levels whose names other provinces and communes use as well."""


@dataclass(frozen=True)
class _Own:
    """A word that names who speaks: Sở, UBND xã, nhà trường."""

    needs_capital: bool


_Meaning: TypeAlias = Unit | UnitClass | UnitPart | _Own


class MentionFinder:
    """Finds mentions in texts of one speaker at one time; its names are put in order once."""

    def __init__(self, era: Era, speaker: Unit | None) -> None:
        self._era, self._speaker = era, speaker
        self._above = {one.id for one in era.ancestors(speaker.id, "administrative")} if speaker else set()
        self._names: Node[_Meaning] = Node()
        for unit in era.units:
            for name in unit.names:
                self._names.add(name, unit)
        for one in era.classes:
            for name in one.names:
                self._add_class(name, one)
        if speaker:
            self._add_own(speaker)
            self._add_near(speaker)

    def _add_class(self, name: str, one: UnitClass) -> None:
        """Put in the name of a class; one that is long enough is told without «các» too: từng đơn vị trực thuộc."""
        self._names.add(name, one)
        first, _, rest = name.partition(" ")
        if fold(first) == _PLURAL and len(words_of(rest)) >= _TELLING:
            self._names.add(rest, one)

    def _add_own(self, speaker: Unit) -> None:
        for part in self._era.parts(speaker):
            for name in part.names:
                self._names.add(name, part)
        words = words_of(speaker.name).words
        if speaker.level == "department" and words[0] == "sở":
            self._names.add("Sở", _Own(needs_capital=True))
        elif words[0] == "ubnd":
            short = " ".join(words[: 3 if words[1] == "đặc" else 2])
            self._names.add(short, _Own(needs_capital=True))
        elif speaker.level == "school":
            self._names.add("nhà trường", _Own(needs_capital=False))

    def _add_near(self, speaker: Unit) -> None:
        """Put in what the speaker calls units below it, or beside it: Phòng Nội vụ, Phòng Nội vụ huyện."""
        offices = {speaker.id: speaker, **{one.id: one for one in self._era.parents(speaker.id, "administrative")}}
        for unit in self._era.units:
            above = self._era.parents(unit.id, "administrative")
            if unit.level in _GENERIC and above and above[0].id in offices:
                for name in _without_place(unit, above[0]):
                    self._names.add(name, unit)

    def find(self, text: str) -> tuple[Mention, ...]:
        """Return what the text names in order, none inside another; of several names at a place the longest."""
        words = words_of(text)
        hits = list(self._hits(words))
        excluded = left_out(words, hits)
        return tuple(_mention(words, hit, number in excluded) for number, hit in enumerate(hits))

    def _hits(self, words: Words) -> Iterator[Hit]:
        place = 0
        while place < len(words):
            begins = words.words[place] == _PLURAL or words.words[place] in self._names.following
            hits = (self._listed(words, place) or self._named(words, place)) if begins else []
            yield from hits
            place = hits[-1].last if hits else place + 1

    def _named(self, words: Words, first: int) -> list[Hit]:
        """Return the longest name that begins at a word, and the units listed behind it without their first word."""
        hit = self._longest(words, first, self._names)
        if hit is None:
            return []
        if hit.unit_class:
            return [hit, *self._more_classes(words, first, hit.last)]
        heads = list(self._names.path(words, first, 2)) if len(hit.units) == 1 and not hit.part else []
        return [hit, *self._continued(words, hit.last, heads)]

    def _more_classes(self, words: Words, first: int, last: int) -> Iterator[Hit]:
        """Yield the classes that share the first words of one: Các trường mầm non, tiểu học; also without «các»."""
        plural = self._names.following.get(_PLURAL) or Node()
        is_plural = words.words[first] == _PLURAL
        heads = list(self._names.path(words, first, 2) if is_plural else plural.path(words, first, 1))
        begin = _behind_joint(words, last)
        while heads and begin > last and not self._longest(words, begin, self._names):
            found = (self._longest(words, begin, head) for head in reversed(heads))
            hit = next((one for one in found if one and one.unit_class), None)
            if hit is None:
                return
            yield hit
            last = hit.last
            begin = _behind_joint(words, last)

    def _longest(self, words: Words, first: int, node: Node[_Meaning], *, units_only: bool = False) -> Hit | None:
        for last, meanings in node.names_at(words, first):
            hit = self._meant(words, first, last, meanings, units_only=units_only)
            if hit:
                return hit
        return None

    def _listed(self, words: Words, first: int) -> list[Hit]:
        """Return the units of a list that shares its first word: Các sở: Nội vụ, Tài chính; UBND các xã A, B."""
        if _PLURAL not in words.words[first : first + 2]:
            return []
        node, place = self._names, first
        if words.words[first] != _PLURAL:
            place, node = first + 1, node.following.get(words.words[first]) or Node()
        heads = [node] if place > first else []
        best: tuple[Hit, list[Node[_Meaning]]] | None = None
        for length, head in enumerate(node.path(words, place + 1, 2), start=1):
            heads = [*heads, head]
            begin = place + 1 + length
            begin += begin < len(words) and words.words[begin] == ":"
            core = self._longest(words, begin, head, units_only=True)
            best = (core, heads) if core else best
        if best is None:
            return []
        core, heads = best
        whole = Hit(first, core.last, core.units, core.unit_class, core.is_own, core.part)
        return [whole, *self._continued(words, core.last, heads)]

    def _continued(self, words: Words, place: int, heads: list[Node[_Meaning]]) -> Iterator[Hit]:
        """Yield the units that follow in a list, each named without the words that all of them share."""
        while heads:
            begin = _behind_joint(words, place)
            if begin == place or self._listed(words, begin) or self._longest(words, begin, self._names):
                return
            found = (self._longest(words, begin, head, units_only=True) for head in reversed(heads))
            hit = next((one for one in found if one), None)
            if hit is None:
                return
            yield hit
            place = hit.last

    def _meant(
        self, words: Words, first: int, last: int, meanings: Iterable[_Meaning], *, units_only: bool
    ) -> Hit | None:
        """Return what a name means where it stands; None where it is part of something else."""
        units = tuple(one for one in meanings if isinstance(one, Unit))
        if not units_only:
            for one in meanings:
                other = self._other(words, first, last, one)
                if other:
                    return other
        if not units or not words.has_capital(first, last):
            return None
        return self._unit(words, first, last, units)

    def _other(self, words: Words, first: int, last: int, one: _Meaning) -> Hit | None:
        speaker = self._speaker
        if isinstance(one, UnitClass):
            following = words.words[last] if last < len(words) else ""
            bare = words.words[first] != _PLURAL
            if (words.words[last - 1], following) in _NO_UNITS or (bare and self._is_longer(words, last)):
                return None
            members = self._era.members(one, speaker.id if speaker else None)
            return Hit(first, last, members, one, one.relative and speaker is not None)
        if speaker is None or isinstance(one, Unit) or self._is_longer(words, last):
            return None
        if isinstance(one, UnitPart):
            return Hit(first, last, (speaker,), None, True, one) if words.has_capital(first, last) else None
        fits = words.is_capital(first) or not one.needs_capital
        return Hit(first, last, (speaker,), None, True) if fits else None

    def _unit(self, words: Words, first: int, last: int, units: tuple[Unit, ...]) -> Hit | None:
        end, place = _place(words, last)
        if place:
            there = tuple(unit for unit in units if place in self._places(unit))
            if there:
                return Hit(first, end, there, None, all(map(self._is_own, there)))
            if all(unit.level in _GENERIC for unit in units):
                return None
        elif self._is_longer(words, last):
            return None
        meant = self._from_here(words.words[first:last], units)
        return Hit(first, last, meant, None, all(map(self._is_own, meant))) if meant else None

    def _is_longer(self, words: Words, last: int) -> bool:
        """Whether a capital letter right behind a name makes it the name of something else: UBND tỉnh Quảng Ninh."""
        if not words.goes_on(last) or not words.is_capital(last) or words.text.isupper():
            return False
        return words.words[last] not in self._names.following

    def _places(self, unit: Unit) -> set[tuple[str, ...]]:
        above = self._era.ancestors(unit.id, "administrative")
        return {tuple(words_of(one.place).words) for one in (unit, *above) if one.place}

    def _from_here(self, name: Iterable[str], units: tuple[Unit, ...]) -> tuple[Unit, ...]:
        """Return the units that the name means when the speaker uses it: its own division, not that of another."""
        speaker = self._speaker
        if speaker is None or any(unit.id == speaker.id for unit in units):
            return units if speaker is None else (speaker,)
        own = tuple(unit for unit in units if self._is_own(unit))
        near = own or tuple(unit for unit in units if self._inner_of(unit) in self._above)
        if near:
            return near
        return tuple(unit for unit in units if self._inner_of(unit) is None or self._names_office(name, unit))

    def _inner_of(self, unit: Unit) -> str | None:
        """Return the office that the unit is a bare division of; None for units with a name of their own."""
        above = self._era.parents(unit.id, "administrative")
        if unit.level != "division" or not above or above[0].level not in ("department", "commune", "province"):
            return None
        return above[0].id

    def _names_office(self, name: Iterable[str], unit: Unit) -> bool:
        """Whether the name of a division ends with that of its office: Văn phòng Sở GDĐT."""
        words = " ".join(name)
        above = self._era.parents(unit.id, "administrative")
        return any(words.endswith(" " + " ".join(words_of(one).words)) for office in above for one in office.names)

    def _is_own(self, unit: Unit) -> bool:
        if self._speaker is None:
            return False
        return unit.id == self._speaker.id or self._inner_of(unit) == self._speaker.id


def _without_place(unit: Unit, office: Unit) -> Iterator[str]:
    """Yield the names of a unit that end with the area of its office, without it and with its level alone."""
    area = _AREA.search(office.name)
    for name in unit.names if area else ():
        if area and name.endswith(area[0]):
            bare = name.removesuffix(area[0])
            yield from (bare, f"{bare} {area[1]}")


def _behind_joint(words: Words, place: int) -> int:
    """Return the place behind a comma or «và»; the place itself where none stands."""
    while place < len(words) and words.words[place] in _JOINTS:
        place += 1
    return place


def _place(words: Words, last: int) -> tuple[int, tuple[str, ...]]:
    """Return the words of a place with its level behind a name, and where they end: «tỉnh Sông Vân»; or none."""
    for level in _LEVELS:
        end = begin = last + len(level)
        if words.goes_on(last) and tuple(words.words[last:begin]) == level:
            while words.is_capital(end) and words.goes_on(end):
                end += 1
            return end, tuple(words.words[begin:end])
    return last, ()


def _mention(words: Words, hit: Hit, is_excluded: bool) -> Mention:
    start, end = words.starts[hit.first], words.ends[hit.last - 1]
    text = words.text[start:end]
    return Mention(start, end, text, hit.units, hit.unit_class, hit.is_own, is_excluded, hit.part)
