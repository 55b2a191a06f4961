"""Head and end of a lower office's plan: issuer, bases, archive line, signature."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from generator.model.basis import LegalBasis
from generator.model.ending import Archive, Authority, AuthorityCode, Signature
from generator.model.organization import Level, Organization
from generator.registers.derivation_head import HeadRules
from generator.registers.units import Unit, UnitDirectory
from generator.transform.higher import Higher
from generator.transform.office import Office
from generator.vietnamese.document_names import rank
from generator.vietnamese.unicode import fold

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
