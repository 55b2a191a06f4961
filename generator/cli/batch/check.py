"""``do: check`` of a batch: many files judged, the findings of each as JSON beside the manifest."""

from __future__ import annotations

import datetime
import json
from dataclasses import asdict, dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from generator.batch.folder import absolute
from generator.batch.job import Job, Product, file_digest
from generator.batch.names import safe_name
from generator.cli.batch.order import Lines, Order, OrderFile
from generator.cli.check.means import means_of, settings_of
from generator.diagnostics import Severity
from generator.files import read_bytes
from generator.lint.finding import Finding
from generator.lint.gate import judge
from generator.lint.rule import Rule, chosen_rules, graded
from generator.lint.source import SUFFIXES, Means, subject_of_file
from generator.model.base import Line
from generator.version import VERSION

_MOST_SHOWN = 5


class CheckOrder(Order):
    """What is judged, and against what."""

    do: Literal["check"] = Field(title="Việc làm")
    files: Lines = Field(title="Các tệp cần xét", description="Files, patterns or folders")
    select: Lines = Field((), title="Chỉ xét", description="Codes or groups of rules")
    ignore: Lines = Field((), title="Bỏ qua", description="Codes or groups of rules")
    units: Line | None = Field(None, title="Danh mục đơn vị")
    registers: Lines = Field((), title="Sổ văn bản của cơ quan")
    holidays: Line | None = Field(None, title="Lịch nghỉ lễ")
    parent: Line | None = Field(None, title="Kế hoạch cấp trên")
    on: datetime.date | None = Field(None, title="Ngày xét", description="Else the day on which the batch begins")


@dataclass(frozen=True)
class CheckSettings:
    """What every file of a batch is held against."""

    select: tuple[str, ...]
    ignore: tuple[str, ...]
    units: Path | None
    register: tuple[Path, ...]
    holidays: Path | None
    parent: Path | None
    on: datetime.date
    config: Path | None = None
    no_config: bool = False

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that these name."""
        return tuple(one for one in (self.units, *self.register, self.holidays, self.parent) if one is not None)

    def digest(self) -> str:
        """Return the SHA-256 of the version, the settings and the files that they name."""
        values = [VERSION, *map(str, asdict(self).values()), *map(str, map(file_digest, self.files))]
        return sha256(json.dumps(values).encode()).hexdigest()


@dataclass(frozen=True)
class JudgedFile:
    """Judges one file."""

    source: Path
    settings: CheckSettings

    def __call__(self) -> Product:
        """Return the findings as JSON; GeneratorError as ``vanban check`` has it."""
        data = read_bytes(self.source)
        means, rules = _held_against(self.settings, self.source.resolve())
        judgement = judge(subject_of_file(data, str(self.source), means), rules)
        found = [finding.to_json() for finding in judgement.findings]
        text = json.dumps(
            {"path": self.source.name, "kind": judgement.kind, "findings": found}, ensure_ascii=False, indent=2
        )
        remarks = tuple(_remarks(judgement.findings))
        read = {absolute(self.source): sha256(data).hexdigest()}
        return Product((f"{text}\n".encode(),), read, remarks, judgement.is_clean)


def check_jobs(order: CheckOrder, file: OrderFile, _: Path) -> list[Job]:
    """Return a job for each file; DataError when the order names what is not there."""
    chosen_rules(order.select, order.ignore)
    registers = tuple(path for name in order.registers if (path := file.file("registers", name)) is not None)
    settings = CheckSettings(
        order.select,
        order.ignore,
        units=file.file("units", order.units),
        register=registers,
        holidays=file.file("holidays", order.holidays),
        parent=file.file("parent", order.parent),
        on=order.on or datetime.date.today(),
    )
    digest = settings.digest()
    return [
        Job(file.label(path), JudgedFile(path, settings), digest, (f"{safe_name(path.name)}.json",))
        for path in file.files("files", order.files, SUFFIXES)
    ]


def _remarks(findings: tuple[Finding, ...]) -> list[str]:
    worst = [finding for finding in findings if finding.severity is not Severity.HINT]
    shown = [f"{one.place}: {one.severity.label} {one.code}, {one.name}" for one in worst[:_MOST_SHOWN]]
    return shown + ([f"và {len(worst) - _MOST_SHOWN} chỗ khác"] if len(worst) > _MOST_SHOWN else [])


@lru_cache(1)
def _means(settings: CheckSettings) -> tuple[Means, Any]:
    options = asdict(settings)
    chosen = settings_of(options)
    return means_of(options, chosen), chosen


def _held_against(settings: CheckSettings, path: Path) -> tuple[Means, tuple[Rule, ...]]:
    means, chosen = _means(settings)
    select = settings.select or chosen.select
    ignore = (*settings.ignore, *chosen.ignore, *chosen.ignored_for(path))
    return means, graded(chosen_rules(select, ignore), chosen.severities)
