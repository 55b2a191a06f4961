"""The units between two days on which something of the directory changes: who stands where, and what classes hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property

from generator.registers.unit import Edge, MemberRule, Unit, UnitClass, UnitPart
from generator.vietnamese.unicode import fold


class Era:
    """What exists on a day, indexed once; the same for every day until the next change."""

    def __init__(self, units: Sequence[Unit], classes: Sequence[UnitClass], day: date) -> None:
        self._day = day
        self.classes = tuple(classes)
        self.units = tuple(unit for unit in units if unit.holds_on(day))
        self._by_id = {unit.id: unit for unit in self.units}
        self._members: dict[tuple[str, str | None], tuple[Unit, ...]] = {}

    @cached_property
    def _by_name(self) -> dict[str, tuple[Unit, ...]]:
        found: defaultdict[str, dict[str, Unit]] = defaultdict(dict)
        for unit in self.units:
            for name in unit.names:
                found[fold(name)][unit.id] = unit
        return {name: tuple(units.values()) for name, units in found.items()}

    @cached_property
    def _classes_by_name(self) -> dict[str, list[UnitClass]]:
        found: defaultdict[str, list[UnitClass]] = defaultdict(list)
        for one in self.classes:
            for name in {fold(one.id), *map(fold, one.names)}:
                found[name].append(one)
        return dict(found)

    @cached_property
    def _below(self) -> dict[tuple[str, Edge], tuple[Unit, ...]]:
        found: defaultdict[tuple[str, Edge], dict[str, Unit]] = defaultdict(dict)
        edges: tuple[Edge, ...] = ("administrative", "professional")
        for unit in self.units:
            for edge in edges:
                for link in unit.links(edge):
                    if link.holds_on(self._day):
                        found[link.unit, edge][unit.id] = unit
        return {place: tuple(units.values()) for place, units in found.items()}

    def get(self, id: str) -> Unit | None:
        """Return the unit with an identity, if it exists."""
        return self._by_id.get(id)

    def parts(self, unit: Unit) -> tuple[UnitPart, ...]:
        """Return the inner parts of a unit."""
        return unit.parts_on(self._day)

    def find(self, name: str) -> tuple[Unit, ...]:
        """Return the units that go by a name."""
        return self._by_name.get(fold(name), ())

    def parents(self, id: str, edge: Edge) -> tuple[Unit, ...]:
        """Return the units directly above."""
        unit = self._by_id.get(id)
        ids = (link.unit for link in unit.links(edge) if link.holds_on(self._day)) if unit else iter(())
        return tuple(self._by_id[one] for one in ids if one in self._by_id)

    def ancestors(self, id: str, edge: Edge) -> tuple[Unit, ...]:
        """Return the units above, the nearest first, each once."""
        chain: dict[str, Unit] = {}
        waiting = list(self.parents(id, edge))
        while waiting:
            above = waiting.pop(0)
            if above.id not in chain:
                chain[above.id] = above
                waiting.extend(self.parents(above.id, edge))
        return tuple(chain.values())

    def children(self, id: str, edge: Edge) -> tuple[Unit, ...]:
        """Return the units directly below, in the order of the directory."""
        return self._below.get((id, edge), ())

    def members_of_name(self, name: str, speaker: str | None) -> tuple[Unit, ...]:
        """Return the members of the classes that go by a name or identity."""
        found = {unit.id for one in self._classes_by_name.get(fold(name), ()) for unit in self.members(one, speaker)}
        return tuple(unit for unit in self.units if unit.id in found)

    def members(self, one: UnitClass, speaker: str | None) -> tuple[Unit, ...]:
        """Return the members of a class in the order of the directory."""
        key = one.id, speaker if one.relative else None
        if key not in self._members:
            found = {unit.id for unit in self._found_members(one, speaker)}
            self._members[key] = tuple(unit for unit in self.units if unit.id in found)
        return self._members[key]

    def _found_members(self, one: UnitClass, speaker: str | None) -> Iterator[Unit]:
        listed = [unit for unit in self.units if one.id in unit.classes]
        if not one.relative:
            yield from listed
            for rule in one.of:
                yield from self._by_rule(rule, rule.parent)
        elif speaker is None:
            yield from listed
        else:
            near = {unit.id for unit in self.children(speaker, "administrative")}
            yield from (unit for unit in listed if unit.id in near)
            for rule in one.of:
                yield from self._by_rule(rule, speaker)

    def _by_rule(self, rule: MemberRule, parent: str | None) -> Iterator[Unit]:
        begins = fold(rule.name_begins) + " " if rule.name_begins else ""
        for unit in self.children(parent, rule.edge) if parent else self.units:
            if rule.level in (None, unit.level) and (fold(unit.name) + " ").startswith(begins):
                yield unit
