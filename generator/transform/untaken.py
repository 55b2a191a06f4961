"""Tasks and targets of a higher plan that no unit leads, with the unit that has to pass them on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.model.plan import Target, Task
from generator.registers.units import Unit, UnitDirectory
from generator.transform.coverage import Coverage, Line


@dataclass(frozen=True)
class Untaken:
    """A task or target without a unit that leads it."""

    line: Line
    reason: str
    under: Unit | None
    """The unit with a plan that commands who is to lead it; None where there is none."""


def untaken(coverage: Coverage, directory: UnitDirectory, on: date) -> Iterator[Untaken]:
    """Yield what no unit leads, in order; nothing where not all units were looked at."""
    members = {one.unit.id: one.unit for one in coverage.members}
    for line in coverage.untaken:
        above = (
            members[one.id]
            for name in _leads(line)
            for mention in directory.mentioned(name, on)
            for unit in mention.units
            for one in directory.ancestors(unit.id, on)
            if one.id in members
        )
        yield Untaken(line, line.nobody_leads or "", next(above, None))


def _leads(line: Line) -> Iterator[str]:
    node = line.point.node
    if isinstance(node, Task):
        yield from (name for row in node.rows for name in row.lead)
    elif isinstance(node, Target) and node.lead:
        yield node.lead
