"""How a unit stands to the office that issues a plan."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import takewhile
from typing import Final

from generator.registers.derivation import Covering
from generator.registers.names import words_of
from generator.registers.units import Edge, Level, Unit, UnitDirectory
from generator.vietnamese.unicode import fold

_TELLING: Final = 3
"""Least number of words by which a name is taken for the beginning of a unit's: Phòng Giáo dục."""
_AREAS: Final = frozenset(("tỉnh", "thành", "huyện", "quận", "thị", "xã", "phường", "đặc"))
"""First words of what stands before the name of a place."""


@dataclass(frozen=True)
class Standing:
    """A unit as the issuer sees it on a day."""

    unit: Unit
    edge: Edge | None
    """By which edge the issuer stands above it, near or far; None where it does not, or the issuer is unknown."""
    is_inner: bool
    """Whether it is a division of the issuer itself."""
    is_guided: bool
    """Whether the issuer only guides it, and general content of its plans is not for it: a commune and a Sở."""
    is_below: bool
    """Whether the issuer stands above it; taken for granted where the issuer is unknown."""
    children: frozenset[str]
    """Identities of the units directly below it, by either edge."""
    child_levels: frozenset[str]
    commanded: frozenset[str]
    """Identities of those that it commands."""
    commanded_levels: frozenset[str]

    @cached_property
    def _name(self) -> str:
        return f" {' '.join(words_of(self.unit.name).words)} "

    def is_of_kind(self, kinds: Collection[str]) -> bool:
        """Whether the name of the unit holds one of the words that tell a kind; True where there are none."""
        return not kinds or any(f" {kind} " in self._name for kind in kinds)

    def is_called_like(self, name: str) -> bool:
        """Whether a name that the directory does not know fits the unit's as far as it goes: Phòng Giáo dục.

        What stands behind the name without its place may be words of the sentence, but no other place.
        """
        written = name.split()
        words = tuple(fold(name).split())
        for own in self._called if self.is_below else ():
            shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(words, own, strict=False)))
            if shared >= _TELLING and (shared >= len(words) or _ends(written[shared])):
                return True
        return False

    @cached_property
    def _called(self) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(fold(name).split()) for name in self.unit.names)

    def is_covered(self, covering: Covering) -> bool:
        """Whether a collective name of the plan stands for the unit too."""
        if not self.is_below or covering.inner:
            return self.is_inner and covering.inner
        if covering.edge is not None and (self.is_inner or covering.edge != (self.edge or covering.edge)):
            return False
        if not covering.levels:
            return not self.is_guided
        return self.unit.level in covering.levels

    def commands(self, ids: frozenset[str], covering: Covering | None) -> bool:
        """Whether those who are told to act are under the command of the unit, which sees to it."""
        if covering is not None and covering.edge is None and not covering.inner and not ids:
            return self.is_below and bool(self.commanded_levels.intersection(covering.levels))
        return bool(self.commanded & ids)

    def covers_below(self, ids: frozenset[str], covering: Covering | None) -> bool:
        """Whether what is named stands below the unit, so that the unit sees to it there."""
        if covering is not None and not covering.inner and self.is_below:
            if self.is_guided and covering.edge == "administrative":
                return False
            return bool(self.child_levels.intersection(covering.levels))
        return bool(self.children & ids)


def _ends(word: str) -> bool:
    """Whether a word behind a name belongs to the sentence, not to a longer name or to the name of another place."""
    return not word[0].isupper() and fold(word) not in _AREAS


def standing(
    unit: Unit, issuer: Unit | None, directory: UnitDirectory, on: date, guided_alike: Collection[Level]
) -> Standing:
    """Return how a unit stands to the issuer of a plan on a day; ``None`` for an issuer that is not known.

    ``guided_alike`` are the levels whose units take general content from an office that only guides them.
    """
    commanded = directory.children(unit.id, on)
    below = (*commanded, *directory.children(unit.id, on, "professional"))
    edge = _edge(unit, issuer, directory, on) if issuer else None
    parents = {one.id for one in directory.parents(unit.id, on)}
    return Standing(
        unit,
        edge,
        issuer is not None and unit.level == "division" and issuer.id in parents,
        edge == "professional" and unit.level not in guided_alike,
        issuer is None or edge is not None,
        frozenset(child.id for child in below),
        frozenset(child.level for child in below),
        frozenset(child.id for child in commanded),
        frozenset(child.level for child in commanded),
    )


_EDGES: tuple[Edge, Edge] = ("administrative", "professional")


def _edge(unit: Unit, issuer: Unit, directory: UnitDirectory, on: date) -> Edge | None:
    """Return the edge to the issuer: administrative all the way up, else professional."""
    if any(one.id == issuer.id for one in directory.ancestors(unit.id, on)):
        return "administrative"
    seen: set[str] = set()
    waiting = [unit.id]
    while waiting:
        above = {one.id for id in waiting for edge in _EDGES for one in directory.parents(id, on, edge)}
        if issuer.id in above:
            return "professional"
        waiting = sorted(above - seen)
        seen |= above
    return None
