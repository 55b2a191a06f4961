"""A lower office's plan, computed from those of higher offices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from generator.errors import DataError
from generator.model.document import Document
from generator.model.origin import Derivation
from generator.model.plan import Plan
from generator.registers.base import Register
from generator.registers.catalog import bundled_regimes
from generator.registers.derivation import DerivationRules
from generator.registers.holidays import WorkCalendar
from generator.registers.regimes import RegimeRegister
from generator.registers.units import Unit, UnitDirectory
from generator.transform.assignment import Assignment, assign
from generator.transform.cell_units import NamedUnits
from generator.transform.child import ChildWriter
from generator.transform.decision import Change, Decision, LeftOut
from generator.transform.higher import Higher, higher, issuer_of
from generator.transform.points import HASH_LENGTH
from generator.vietnamese.dates import PartialDate

_COMMITTEES = ("province", "district", "commune")
"""Levels whose committees only the office above commands: others guide their work and ask."""


@dataclass(frozen=True)
class Derived:
    """A derived plan, and what a person is to look at."""

    unit: Unit
    plan: Plan
    assignments: tuple[Assignment, ...]
    """What every point of every higher document is for the unit, in the order of the documents."""
    decisions: tuple[Decision, ...]
    """What a person must decide or fill in before the plan can be signed."""
    left_out: tuple[LeftOut, ...]
    """Points that concern the unit, or are the higher office's own, and are not in the plan; with reasons."""
    reworded: tuple[Change, ...]
    """What was reworded or computed, by place."""


def derive(
    parents: Sequence[Document],
    unit: Unit,
    directory: UnitDirectory,
    rules: DerivationRules,
    calendar: WorkCalendar,
    on: date,
    *,
    files: Sequence[str | None] = (),
    regimes: RegimeRegister | None = None,
) -> Derived:
    """Return the plan of one unit from higher plans; the same arguments give the same plan.

    ``on`` is the day for which the directory is asked and after which deadlines are still open. ``files`` are the data
    files of the higher documents as the plan is to name them; one without is cited. References of the higher documents
    to other files must be resolved before. DataError without a higher document.
    """
    return Derivations(parents, directory, rules, calendar, on, files=files, regimes=regimes).of(unit)


class Derivations:
    """Plans of many units from the same higher documents, which are read once."""

    def __init__(
        self,
        parents: Sequence[Document],
        directory: UnitDirectory,
        rules: DerivationRules,
        calendar: WorkCalendar,
        on: date,
        *,
        files: Sequence[str | None] = (),
        regimes: RegimeRegister | None = None,
    ) -> None:
        if not parents:
            raise DataError("chưa có văn bản cấp trên nào", hint="nêu ít nhất một kế hoạch của cấp trên")
        names = (*files, *(None for _ in parents[len(files) :]))
        self._parents = [
            higher(document, index, file, issuer_of(document, directory, on))
            for index, (document, file) in enumerate(zip(parents, names, strict=True))
        ]
        self._named = [NamedUnits(directory, one.issuer, on) for one in self._parents]
        self._directory, self._rules, self._calendar, self._on = directory, rules, calendar, on
        self._regimes = regimes or bundled_regimes()
        self._rules_hash, self._directory_hash = _hash(rules), _hash(directory)

    def of(self, unit: Unit) -> Derived:
        """Return the plan of a unit; DataError for an office that issued one of the higher documents itself."""
        for parent in self._parents:
            if parent.issuer is not None and parent.issuer.id == unit.id:
                hint = "nêu đơn vị cấp dưới của cơ quan này"
                raise DataError(f"«{unit.name}» chính là cơ quan ban hành {parent.name}", hint=hint)
        assignments = [
            assign(one.document, unit, self._directory, self._rules, self._on, one.index) for one in self._parents
        ]
        parents = [self._seen_by(unit, one) for one in self._parents]
        writer = ChildWriter(unit, self._directory, self._rules, self._calendar, self._on, self._regimes)
        plan = writer.plan(parents, self._named, assignments, self._order(unit))
        plan = plan.model_copy(update={"derivation": self._derivation(unit)})
        findings = writer.findings
        return Derived(
            unit,
            plan,
            tuple(one for several in assignments for one in several),
            findings.sorted_decisions(),
            tuple(findings.left_out),
            tuple(findings.changes),
        )

    def _seen_by(self, unit: Unit, parent: Higher) -> Higher:
        commands = parent.issuer is None or self._commands(parent.issuer, unit)
        return parent if commands or unit.level not in _COMMITTEES else replace(parent, only_asks=True)

    def _order(self, unit: Unit) -> tuple[int, ...]:
        """Return the higher documents in the order of bases: who commands the unit first, the nearest first."""
        above = [one.id for one in self._directory.ancestors(unit.id, self._on)]

        def distance(parent: Higher) -> tuple[int, int]:
            known = parent.issuer is not None and parent.issuer.id in above
            return (above.index(parent.issuer.id) if known and parent.issuer else len(above), parent.index)

        return tuple(one.index for one in sorted(self._parents, key=distance))

    def _commands(self, issuer: Unit, unit: Unit) -> bool:
        return any(one.id == issuer.id for one in self._directory.ancestors(unit.id, self._on))

    def _derivation(self, unit: Unit) -> Derivation:
        origins = tuple(one.origin for one in self._parents)
        on, rules, directory = PartialDate.parse(self._on), self._rules_hash, self._directory_hash
        return Derivation(unit=unit.id, on=on, parents=origins, rules=rules, directory=directory)


def _hash(register: Register) -> str:
    return sha256(register.model_dump_json().encode()).hexdigest()[:HASH_LENGTH]
