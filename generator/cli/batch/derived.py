"""The plan of one unit in a batch, and the lists over all of them; higher documents are read once by each process."""

from __future__ import annotations

import datetime
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from generator.batch.folder import absolute
from generator.batch.job import Digests, Product, file_digest
from generator.cli.batch.product import RenderSettings, rendered
from generator.cli.derive.lists import lists_of
from generator.cli.derive.means import Rulebook, cited, derivations, rulebook
from generator.cli.files.inputs import load
from generator.cli.files.references import with_references
from generator.errors import GeneratorError
from generator.model.document import Document
from generator.model.references import Sourced, references
from generator.model.store import dump_document
from generator.registers.units import Unit, UnitDirectory
from generator.transform.coverage import coverage_of
from generator.transform.coverage_page import coverage_document
from generator.transform.derive import Derivations, Derived
from generator.transform.roles import Role
from generator.transform.untaken import untaken
from generator.workbook.coverage import coverage_bytes
from generator.workbook.writer import dump_workbook

LISTS = "viec_can_quyet_dinh.xlsx"
_NOTHING = "văn bản cấp trên không giao việc, không lập kế hoạch"


@dataclass(frozen=True)
class DeriveSettings:
    """What the plans of a batch are derived from."""

    parents: tuple[Path, ...]
    names: tuple[str | None, ...]
    """How the plans name these files; None for one that they cannot name."""
    units: Path
    rules: Path | None
    holidays: Path | None
    regimes: Path | None
    on: datetime.date
    is_whole: bool
    """Whether plans of all units below are derived: those that have nothing to do are then left out."""
    word: RenderSettings

    def digest(self) -> str:
        """Return the SHA-256 of the version, the settings and the registers that they name."""
        registers = (self.units, self.rules, self.holidays, self.regimes)
        files = [None if path is None else (str(path), file_digest(path)) for path in registers]
        parents = [str(path) for path in self.parents]
        return self.word.digest(json.dumps([files, parents, self.names, str(self.on), self.is_whole]))

    def rulebook(self) -> Rulebook:
        """Return the registers."""
        return rulebook(self.units, self.rules, self.holidays, self.regimes)


class _Ground(NamedTuple):
    parents: tuple[Sourced, ...]
    derivations: Derivations
    named: Mapping[str, Sourced]
    """The higher documents by the names that the plans use."""
    read: Digests
    directory: UnitDirectory


@dataclass(frozen=True)
class DerivedPlan:
    """Makes the plan of one unit."""

    unit: Unit
    settings: DeriveSettings
    target: Path
    """The data file of the plan, in the output folder."""

    def __call__(self) -> Product:
        """Return the Word file and the data, nothing where there is nothing to do; GeneratorError as ``derive``."""
        ground = _ground(self.settings)
        derived = ground.derivations.of(self.unit)
        if self.settings.is_whole and not _has_work(derived):
            return Product((), ground.read, (_NOTHING,))
        plan = derived.plan
        files = {one.file: ground.named[one.file] for one in references(plan)}
        told = tuple(_decisions(derived))
        made = rendered(Sourced(plan, files), self.target, self.settings.word, ground.read, told)
        return Product((*made.files, self._data(plan)), made.read, made.remarks, made.ready, made.moment)

    def _data(self, plan: Document) -> bytes:
        if self.target.suffix == ".xlsx":
            return dump_workbook(plan)
        return dump_document(plan, self.target.name).encode()


@dataclass(frozen=True)
class DerivedLists:
    """Makes what ``vanban derive`` writes beside the plans: how far they cover what is above, and the decisions."""

    units: tuple[Unit, ...]
    settings: DeriveSettings
    target: Path
    """coverage.docx in the output folder."""

    def __call__(self) -> Product:
        """Return coverage.docx, coverage.xlsx and the list of decisions; nothing where no plan was derived."""
        ground = _ground(self.settings)
        left_out: list[str] = []
        derived = list(self._derived(ground.derivations, left_out))
        if not derived:
            return Product((), ground.read, (*left_out, "không có kế hoạch nào để đối chiếu"))
        found = coverage_of(derived, is_whole=self.settings.is_whole)
        page = coverage_document(found, [one.resolved for one in ground.parents])
        made = rendered(Sourced(page), self.target, self.settings.word, ground.read, tuple(left_out))
        left = [*untaken(found, ground.directory, self.settings.on)]
        files = (*made.files, coverage_bytes(found), lists_of(derived, left))
        return Product(files, made.read, made.remarks, made.ready, made.moment)

    def _derived(self, made_by: Derivations, left_out: list[str]) -> Iterator[Derived]:
        for unit in self.units:
            try:
                one = made_by.of(unit)
            except GeneratorError:
                # The unit's own job tells why.
                left_out.append(f"không tính: {unit.name}")
                continue
            if not self.settings.is_whole or _has_work(one):
                yield one


def _has_work(derived: Derived) -> bool:
    return any(one.role in (Role.LEAD, Role.SUPPORT) for one in derived.assignments)


def _decisions(derived: Derived) -> Iterator[str]:
    topics = Counter(one.topic for one in derived.decisions)
    if topics:
        parts = ", ".join(f"{topic.value} {count}" for topic, count in topics.items())
        yield f"{len(derived.decisions)} việc cần quyết định ({parts}), xem {LISTS}"


@lru_cache(1)
def _ground(settings: DeriveSettings) -> _Ground:
    """Return what plans are derived from, with the hashes of its files, taken before they were read."""
    read = {absolute(path): file_digest(path) for path in settings.parents}
    parents = tuple(with_references(load(path)[0], path) for path in settings.parents)
    for path, parent in zip(settings.parents, parents, strict=True):
        read |= {absolute(path.parent / name): file_digest(path.parent / name) for name in parent.digests}
    book = settings.rulebook()
    made_by = derivations(parents, book, settings.on, settings.names)
    named = {name: cited(one) for name, one in zip(settings.names, parents, strict=True) if name is not None}
    return _Ground(parents, made_by, named, read, book.directory)
