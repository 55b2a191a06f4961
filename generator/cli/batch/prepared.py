"""The progress workbook of one unit in a batch; plans and registers are read once by each process."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from generator.batch.folder import absolute
from generator.batch.job import Digests, Product, file_digest
from generator.cli.batch.plans import plan_with_digests
from generator.cli.files.progress_file import known_means, loaded_progress
from generator.cli.new.means import Means, hold_periods, plan_doubts
from generator.cli.new.progress import progress_bytes
from generator.cli.reports.means import grounds_of
from generator.registers.units import Unit
from generator.version import VERSION
from generator.workbook.progress.known import Known


class _Ground(NamedTuple):
    means: Means
    known: Known
    """What workbooks of earlier periods are read by."""
    read: Digests


@dataclass(frozen=True)
class ProgressSettings:
    """What the workbooks of a batch rest on."""

    plans: tuple[Path, ...]
    units: Path
    regime: str
    regimes: Path | None
    forms: Path | None
    outline: Path | None
    period: str

    def means(self) -> Means:
        """Return what the workbooks share; DataError for a faulty register or plan, an unknown regime or period."""
        return _ground(self).means

    def known(self) -> Known:
        """Return what progress workbooks are read by."""
        return _ground(self).known

    def digest(self) -> str:
        """Return the SHA-256 of the version, the settings and the registers that they name."""
        registers = (self.units, self.regimes, self.forms, self.outline)
        files = [None if path is None else (str(path), file_digest(path)) for path in registers]
        values = [VERSION, files, [str(path) for path in self.plans], self.regime, self.period.upper()]
        return sha256(json.dumps(values).encode()).hexdigest()


@dataclass(frozen=True)
class PreparedBook:
    """Makes the workbook of one unit."""

    unit: Unit
    previous: Path | None
    last_year: Path | None
    settings: ProgressSettings
    target: Path
    """In the output folder, from which the workbook names the plan."""

    def __call__(self) -> Product:
        """Return the workbook or the data that the name asks for; GeneratorError as ``vanban new progress`` has it."""
        ground = _ground(self.settings)
        files = [one for one in (self.previous, self.last_year) if one is not None]
        read = {**ground.read, **{absolute(one): file_digest(one) for one in files}}
        earlier = [loaded_progress(path, ground.known)[0] if path else None for path in (self.previous, self.last_year)]
        hold_periods(ground.means, *earlier)
        told = {self.unit.id: earlier[0]} if earlier[0] else {}
        remarks = tuple(str(one) for one in plan_doubts(ground.means, told))
        return Product((progress_bytes(self.unit, ground.means, self.target, *earlier),), read, remarks)


@lru_cache(1)
def _ground(settings: ProgressSettings) -> _Ground:
    own = {"regime_file": settings.regimes, "forms": settings.forms, "outline": settings.outline}
    ground = grounds_of([settings.regime], units=settings.units, **own)[settings.regime]
    period = ground.regime.period_dates(settings.period)
    loaded = {path: plan_with_digests(path) for path in settings.plans}
    read = {name: digest for _, digests in loaded.values() for name, digest in digests.items()}
    known = known_means(directory=ground.directory, own=own)
    return _Ground(Means(ground, period, {path: plan for path, (plan, _) in loaded.items()}), known, read)
