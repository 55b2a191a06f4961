"""Head and end of a lower office's plan: issuer, subject, bases, recipients, archive line, signature."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from generator.model.basis import LegalBasis
from generator.model.ending import Archive, Authority, AuthorityCode, Recipient, RecipientGroup, Signature
from generator.model.organization import Level, Organization
from generator.model.plan import Task
from generator.registers.derivation_head import HeadRules
from generator.registers.units import Unit, UnitDirectory
from generator.transform.higher import Higher
from generator.transform.office import Office
from generator.vietnamese.document_names import rank
from generator.vietnamese.unicode import fold

_EXCEPT = re.compile(r"\s*\((?:trừ|không bao gồm)\b[^()]*\)|,?\s+(?:trừ|không bao gồm)\s.*$", re.IGNORECASE)
_COLLECTIVE = ("các ", "ủy ban nhân dân các ", "ubnd các ", "mọi ")
_NO_PARENT_ABOVE = ("central", "province", "district", "commune")
"""Levels whose head names no office above: ministries and committees of the people (II.2)."""


def organization(unit: Unit, directory: UnitDirectory, on: date) -> Organization:
    """Return a unit as the issuer of its plan."""
    above = directory.parent(unit.id, on)
    professional = directory.parent(unit.id, on, "professional")
    return Organization(
        name=unit.name,
        parent=above.name if above and unit.level not in _NO_PARENT_ABOVE else None,
        professional_parent=professional.name if professional else None,
        symbol=unit.symbol,
        place=unit.place,
        level=Level(unit.level),
        aliases=unit.aliases,
        head_title=unit.head_title,
    )


def signature(office: Office, on: date) -> Signature:
    """Return who signs: the first of the unit's signers, for the body where it has one, for the head as a deputy."""
    unit = office.unit
    lines = []
    if office.voice.collective:
        lines.append(Authority(code=AuthorityCode.TM, of=office.voice.collective))
    signer = next(iter(unit.signers_on(on)), None)
    if signer is None:
        return Signature(authority=tuple(lines), position=unit.head_title)
    if unit.head_title and fold(signer.position) != fold(unit.head_title):
        lines.append(Authority(code=AuthorityCode.KT, of=unit.head_title))
    return Signature(authority=tuple(lines), position=signer.position, name=signer.name)


def archive(office: Office) -> Archive:
    """Return the archive line: the holders that the directory names, else those of the level."""
    return Archive(holders=office.unit.archive or office.voice.archive)


def bases(parents: Sequence[Higher], unit: Unit, rules: HeadRules) -> tuple[LegalBasis, ...]:
    """Return the bases: those that the rules keep by rank and day, then the higher documents in their order."""
    kept: dict[str, LegalBasis] = {}
    for parent in parents:
        for basis in parent.document.legal_bases:
            if not basis.from_superior and basis.citations and _is_kept(basis, unit, rules):
                kept.setdefault(fold(basis.printed or ""), basis)
    return (*sorted(kept.values(), key=_order), *(parent.basis for parent in parents))


def _is_kept(basis: LegalBasis, unit: Unit, rules: HeadRules) -> bool:
    cited = basis.citations[0]
    words = fold(f"{cited.number or ''} {cited.title or ''}")
    levels = (one for one in rules.bases if any(fold(sign) in words for sign in one.words))
    return any(not one.levels or unit.level in one.levels for one in levels)


def _order(basis: LegalBasis) -> tuple[int, date]:
    cited = basis.citations[0]
    day = cited.date.last_day() if cited.date else None
    return rank(cited.type), day or date.max


def recipients(
    office: Office,
    parents: Sequence[Higher],
    tasks: Sequence[Task],
    guided: str | None,
    inner_above: Mapping[str, tuple[str, ...]],
) -> tuple[Recipient, ...]:
    """Return the recipients: every higher office, who the unit writes to as a rule, who has to do with its tasks.

    ``inner_above`` are the parts of the higher offices by what they are called together; they share a line.
    """
    lines = _Lines()
    for parent in parents:
        if name := parent.document.issuer.name:
            group = RecipientGroup.COORDINATE if parent.only_asks else RecipientGroup.SUPERIOR
            purpose = "để phối hợp" if parent.only_asks else "để báo cáo"
            lines.add(group, name, purpose, parent.issuer.names if parent.issuer else ())
    for one in office.unit.default_recipients:
        lines.add(RecipientGroup(one.group) if one.group else None, one.name, one.purpose)
    if RecipientGroup.LEADERS not in lines.groups:
        lines.add(RecipientGroup.LEADERS, office.voice.leaders.format_map(office.words))
    _add_supporters(lines, office, tasks, inner_above)
    if guided:
        lines.add(RecipientGroup.COORDINATE, guided, "để phối hợp")
    if RecipientGroup.EXECUTE in lines.groups:
        return tuple(lines.recipients)
    lines.add(RecipientGroup.EXECUTE, _capital(office.words["inner"]), "để thực hiện", members=office.parts)
    if office.below:
        members = tuple(unit.name for unit in office.below)
        lines.add(RecipientGroup.EXECUTE, _capital(office.words["below"]), "để thực hiện", members=members)
    return tuple(lines.recipients)


def _add_supporters(
    lines: _Lines, office: Office, tasks: Sequence[Task], inner_above: Mapping[str, tuple[str, ...]]
) -> None:
    """Add who supports the unit's tasks: parts of a higher office and single units in a line each, classes alone."""
    seen = dict.fromkeys(name for task in tasks for row in task.rows for name in row.support)
    single: list[str] = []
    for name in seen:
        if fold(name) == fold(office.words["below"]):
            lines.add(RecipientGroup.EXECUTE, name, "để thực hiện", members=tuple(unit.name for unit in office.below))
            continue
        above = next((whole for whole, parts in inner_above.items() if _is_part(name, whole, parts)), None)
        if above is not None:
            lines.add(RecipientGroup.COORDINATE, _capital(above), "để phối hợp")
        elif fold(name).startswith(_COLLECTIVE):
            lines.add(RecipientGroup.COORDINATE, _EXCEPT.sub("", name), "để phối hợp")
        elif name not in office.parts and not lines.has(name):
            single.append(name)
    if single:
        lines.add(RecipientGroup.COORDINATE, ", ".join(single), "để phối hợp", members=tuple(single))


def _is_part(name: str, whole: str, parts: tuple[str, ...]) -> bool:
    return fold(name) == fold(whole) or any(fold(name).startswith(fold(part)) for part in parts)


class _Lines:
    """Gathers lines, each recipient once."""

    def __init__(self) -> None:
        self.recipients: list[Recipient] = []
        self.groups: set[RecipientGroup | None] = set()
        self._known: set[str] = set()

    def has(self, name: str) -> bool:
        """Whether a line bears the name."""
        return fold(name) in self._known

    def add(
        self,
        group: RecipientGroup | None,
        name: str,
        purpose: str | None = None,
        aliases: Iterable[str] = (),
        members: tuple[str, ...] = (),
    ) -> None:
        """Add a line unless its name, or another name of the same office, stands there already."""
        if not self.has(name):
            self.recipients.append(Recipient(name=name, purpose=purpose, group=group, members=members))
            self.groups.add(group)
        self._known |= {fold(name), *map(fold, aliases)}


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
