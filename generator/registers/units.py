"""The directory of units: names, levels, who stands above whom and who signs, each from a day to a day.

Two edges lead upwards. *Trực thuộc* (administrative): who commands and whose name stands above in the head. *Chuyên
môn* (professional): who guides the field of work. Since 01/7/2025 a commune is under UBND tỉnh and only guided by a
Sở.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cached_property

from pydantic import Field

from generator.registers.base import Dated, Fault, Register
from generator.registers.era import Era
from generator.registers.mention import Mention
from generator.registers.mentions import MentionFinder
from generator.registers.unit import (
    DefaultRecipient,
    Edge,
    Level,
    Link,
    MemberRule,
    Person,
    Signer,
    Unit,
    UnitClass,
    UnitPart,
)
from generator.registers.unit_faults import UnitFaults

__all__ = [
    "DefaultRecipient",
    "Edge",
    "Level",
    "Link",
    "MemberRule",
    "Mention",
    "Person",
    "Signer",
    "Unit",
    "UnitClass",
    "UnitDirectory",
    "UnitPart",
]


class UnitDirectory(Register):
    """All units of a province, past and present. What is asked is always asked for a day."""

    classes: tuple[UnitClass, ...] = Field((), title="Nhóm đơn vị", description="Sets of units named together")
    units: tuple[Unit, ...] = Field(title="Đơn vị", description="The units; siblings in the order of lists")

    def __copy__(self) -> UnitDirectory:
        """Return a copy without the indexes, which a copy with other units must not keep."""
        copied = super().__copy__()
        for name in ("_by_id", "_turns", "_eras", "_finders"):
            copied.__dict__.pop(name, None)
        return copied

    def get(self, id: str) -> Unit | None:
        """Return the unit with an identity, of whatever days; None for an unknown one."""
        return self._by_id.get(id)

    def find(self, name: str, on: date) -> tuple[Unit, ...]:
        """Return the units that exist on a day and go by a name; several where the name is ambiguous."""
        return self._era(on).find(name)

    def on(self, day: date) -> tuple[Unit, ...]:
        """Return the units that exist on a day."""
        return self._era(day).units

    def parents(self, id: str, on: date, edge: Edge = "administrative") -> tuple[Unit, ...]:
        """Return the units directly above on a day; by the professional edge there may be several."""
        return self._era(on).parents(id, edge)

    def parent(self, id: str, on: date, edge: Edge = "administrative") -> Unit | None:
        """Return the first unit directly above on a day, or None at the top and for an unknown unit."""
        return next(iter(self.parents(id, on, edge)), None)

    def ancestors(self, id: str, on: date, edge: Edge = "administrative") -> tuple[Unit, ...]:
        """Return the units above on a day, the nearest first, each once."""
        return self._era(on).ancestors(id, edge)

    def children(self, id: str, on: date, edge: Edge = "administrative") -> tuple[Unit, ...]:
        """Return the units directly below on a day, in the order of the directory."""
        return self._era(on).children(id, edge)

    def members(self, class_name: str, on: date, speaker: str | None = None) -> tuple[Unit, ...]:
        """Return the members of a class on a day; the class by its identity or any of its names. Empty if unknown.

        ``speaker`` is the identity of the office that issues the document. A relative class ("Các phòng chuyên môn")
        then holds what is below that office; without a speaker only the units that say they are members.
        """
        return self._era(on).members_of_name(class_name, speaker)

    def mentioned(self, text: str, on: date, speaker: str | None = None) -> tuple[Mention, ...]:
        """Return every unit and class that a text names on a day, in the order of the text.

        At each place the longest name counts, in whole words, whatever its case, its place of tone marks and its
        usual abbreviations (UBND, GD&ĐT, THPT); the name of a unit must have a capital letter. Lists that share their
        first word are taken apart ("Các sở: Nội vụ, Tài chính"). With a ``speaker`` (the identity of the office that
        issues the document) "Sở", "Văn phòng" and "Các phòng" are its own, and bare divisions of other offices are
        not meant. A name that goes on as that of a unit which the directory does not know is left out.
        """
        turn = bisect_right(self._turns, on)
        if (turn, speaker) not in self._finders:
            era = self._era(on)
            self._finders[turn, speaker] = MentionFinder(era, era.get(speaker) if speaker else None)
        return self._finders[turn, speaker].find(text)

    def faults(self) -> Iterator[Fault]:
        """Repeated identities and names, references that lead nowhere, impossible days, two superiors, circles."""
        return iter(UnitFaults(self.units, self.classes, self._by_id))

    def _era(self, day: date) -> Era:
        turn = bisect_right(self._turns, day)
        if turn not in self._eras:
            self._eras[turn] = Era(self.units, self.classes, day)
        return self._eras[turn]

    @cached_property
    def _by_id(self) -> dict[str, Unit]:
        return {unit.id: unit for unit in reversed(self.units)}

    @cached_property
    def _turns(self) -> list[date]:
        """The days on which something begins, or is over for the first day, in order."""
        return sorted({day for unit in self.units for span in _spans(unit) for day in _changes(span)})

    @cached_property
    def _eras(self) -> dict[int, Era]:
        return {}

    @cached_property
    def _finders(self) -> dict[tuple[int, str | None], MentionFinder]:
        return {}


def _spans(unit: Unit) -> tuple[Dated, ...]:
    return (unit, *unit.administrative_parent, *unit.professional_parent, *unit.parts)


def _changes(span: Dated) -> Iterator[date]:
    if span.valid_from:
        yield span.valid_from
    if span.valid_to and span.valid_to < date.max:
        yield span.valid_to + timedelta(days=1)
