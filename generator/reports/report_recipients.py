"""Who receives a report: who it is sent to, the leaders of the office, who the office writes to as a rule."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.model.ending import Recipient, RecipientGroup
from generator.registers.units import Unit, UnitDirectory
from generator.transform.office import Office
from generator.vietnamese.unicode import fold


def recipients(office: Office, above: Unit | None, directory: UnitDirectory, on: date) -> tuple[Recipient, ...]:
    """Return the recipients of a report, nobody twice; they are printed by groups (II.9).

    Who the office writes to as a rule comes behind its leaders, without the addressee (``above``), who stands in «Như
    trên», and without who is to carry out its documents: nobody carries out a report. Leaders whom the usual recipients
    name stand as these name them.
    """
    usual = tuple(_usual(office.unit))
    lines = [Recipient(name="Như trên", group=RecipientGroup.AS_ABOVE)]
    if not any(one.group is RecipientGroup.LEADERS for one in usual):
        lines.append(Recipient(name=office.voice.leaders.format_map(office.words), group=RecipientGroup.LEADERS))
    told = {fold(one.name) for one in lines} | ({fold(name) for name in above.names} if above else set())
    units = {above.id} if above else set()
    for one in usual:
        ids = {unit.id for unit in directory.find(one.name, on)}
        if fold(one.name) not in told and not (ids and ids <= units):
            lines.append(one)
        told.add(fold(one.name))
        units |= ids
    return tuple(lines)


def _usual(unit: Unit) -> Iterator[Recipient]:
    """Yield the usual recipients but those who carry out; one without a group is of the group above it."""
    group: RecipientGroup | None = None
    for one in unit.default_recipients:
        group = RecipientGroup(one.group) if one.group else group
        if group not in (RecipientGroup.EXECUTE, RecipientGroup.AS_ABOVE):
            yield Recipient(name=one.name, purpose=one.purpose, group=group)
