"""Who receives a lower office's plan, nobody twice: its superiors, who acts by it, who has to do with its tasks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Final

from generator.model.ending import Recipient, RecipientGroup
from generator.model.plan import Task
from generator.registers.units import Unit, UnitDirectory
from generator.transform.cell_units import NamedUnits
from generator.transform.higher import Higher
from generator.transform.office import Office
from generator.vietnamese.unicode import fold

_EXCEPT: Final = re.compile(r"\s*\((?:trừ|không bao gồm)\b[^()]*\)|,?\s+(?:trừ|không bao gồm)\s.*$", re.IGNORECASE)
_COLLECTIVE: Final = ("các ", "ủy ban nhân dân các ", "ubnd các ", "mọi ")
_REPORT: Final = "để báo cáo"
_TOGETHER: Final = "để phối hợp"
_ACT: Final = "để thực hiện"


@dataclass(frozen=True)
class InnerAbove:
    """The parts of a higher office, which share a line."""

    together: str
    """What they are called together: các phòng thuộc Sở Nội vụ."""
    parts: tuple[str, ...]
    named: NamedUnits
    """Who names stand for where that office speaks."""
    ids: frozenset[str]

    def holds(self, name: str) -> bool:
        """Whether a name is that of its parts, or of all of them."""
        if fold(name) == fold(self.together) or any(fold(name).startswith(fold(part)) for part in self.parts):
            return True
        found = self.named.of(name)
        return found.is_inner and bool(found.ids) and found.ids <= self.ids


@dataclass(frozen=True)
class Circle:
    """The offices around a unit."""

    unit: Unit
    directory: UnitDirectory
    on: date
    inner_above: tuple[InnerAbove, ...] = ()
    guided: str | None = None
    """What the units are called that it only guides."""

    @cached_property
    def superior(self) -> Unit | None:
        """Who commands the unit."""
        return self.directory.parent(self.unit.id, self.on)

    def ids(self, name: str) -> frozenset[str]:
        """Return the units that a name stands for as the unit speaks; none where it is that of a body within one."""
        found = [one for one in self.directory.mentioned(name, self.on, self.unit.id) if not one.is_excluded]
        if not found or found[0].start > 0:
            return frozenset()
        return frozenset(unit.id for one in found for unit in one.units if unit.id != self.unit.id)


def recipients(
    office: Office, parents: Sequence[Higher], tasks: Sequence[Task], circle: Circle
) -> tuple[Recipient, ...]:
    """Return the recipients: every higher office, who the unit writes to as a rule, who has to do with its tasks.

    A unit that stands in a line for several gets none of its own; who has to act by the plan has one «để thực hiện».
    """
    lines = _Lines(circle)
    for parent in parents:
        if name := parent.document.issuer.name:
            group = RecipientGroup.COORDINATE if parent.only_asks else RecipientGroup.SUPERIOR
            lines.add(group, name, _TOGETHER if parent.only_asks else _REPORT, parent.issuer)
    for one in office.unit.default_recipients:
        lines.add(RecipientGroup(one.group) if one.group else None, one.name, one.purpose)
    if circle.superior is not None:
        lines.add(RecipientGroup.SUPERIOR, circle.superior.name, _REPORT, circle.superior)
    if not any(one.group is RecipientGroup.LEADERS for one in lines.recipients):
        lines.add(RecipientGroup.LEADERS, office.voice.leaders.format_map(office.words))
    _add_supporters(lines, office, tasks, circle)
    if circle.guided:
        lines.add(RecipientGroup.COORDINATE, circle.guided, _TOGETHER)
    _add_who_acts(lines, office)
    return tuple(lines.recipients)


def _add_who_acts(lines: _Lines, office: Office) -> None:
    """Add the office's parts and the units below it, unless its usual recipients name them."""
    below = frozenset(unit.id for unit in office.below)
    acting = [lines.ids(one.name) for one in lines.recipients if one.group is RecipientGroup.EXECUTE]
    if not any(not ids or ids - below for ids in acting):
        lines.add(RecipientGroup.EXECUTE, _capital(office.words["inner"]), _ACT, members=office.parts)
    if below and not any(below <= ids for ids in acting):
        _add_below(lines, office)


def _add_below(lines: _Lines, office: Office) -> None:
    names = tuple(unit.name for unit in office.below)
    ids = frozenset(unit.id for unit in office.below)
    lines.add(RecipientGroup.EXECUTE, _capital(office.words["below"]), _ACT, members=names, ids=ids)


def _add_supporters(lines: _Lines, office: Office, tasks: Sequence[Task], circle: Circle) -> None:
    """Add who supports the unit's tasks: classes, parts of a higher office together, and single units in one line."""
    single: list[str] = []
    for name in dict.fromkeys(name for task in tasks for row in task.rows for name in row.support):
        above = next((one.together for one in circle.inner_above if one.holds(name)), None)
        if fold(name) == fold(office.words["below"]):
            _add_below(lines, office)
        elif above is not None:
            lines.add(RecipientGroup.COORDINATE, _capital(above), _TOGETHER)
        elif not fold(name).startswith(_COLLECTIVE):
            single.append(name)
        elif circle.superior is None or circle.superior.id not in lines.ids(name):
            lines.add(RecipientGroup.COORDINATE, _EXCEPT.sub("", name), _TOGETHER)
    alone = tuple(name for name in single if name not in office.parts and not lines.has(name))
    if alone:
        lines.add(RecipientGroup.COORDINATE, ", ".join(alone), _TOGETHER, members=alone)


@dataclass
class _Lines:
    """Gathers lines, each recipient once."""

    circle: Circle
    recipients: list[Recipient] = field(default_factory=list)
    _names: set[str] = field(default_factory=set)
    _ids: set[str] = field(default_factory=set)
    _told: dict[str, frozenset[str]] = field(default_factory=dict)

    def ids(self, name: str) -> frozenset[str]:
        """Return the units that a name stands for; none where the directory does not know it."""
        return self._told.get(name) or self.circle.ids(name)

    def has(self, name: str, ids: Iterable[str] = ()) -> bool:
        """Whether a line bears the name, or all units of it stand in lines."""
        ids = frozenset(ids) or self.ids(name)
        return fold(name) in self._names or (bool(ids) and ids <= self._ids)

    def add(
        self,
        group: RecipientGroup | None,
        name: str,
        purpose: str | None = None,
        unit: Unit | None = None,
        members: tuple[str, ...] = (),
        ids: frozenset[str] = frozenset(),
    ) -> None:
        """Add a line unless its recipients stand in lines already."""
        ids = frozenset({unit.id}) if unit else ids or self.ids(name)
        if self.has(name, ids):
            return
        self._told[name] = ids
        self.recipients.append(Recipient(name=name, purpose=purpose, group=group, members=members))
        self._ids |= ids
        self._names |= {fold(one) for one in (name, *(unit.names if unit else ()))}


def inner_above(words: Mapping[str, str], together: str, parts: tuple[str, ...], named: NamedUnits) -> InnerAbove:
    """Return the parts of a higher office; ``words`` are what it says of itself, ``together`` what others call them."""
    return InnerAbove(together, parts, named, named.of(words["inner"]).ids)


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
