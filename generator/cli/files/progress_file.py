"""What a unit tells of a period as a file: YAML, JSON or its workbook."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from generator.cli.files.inputs import annotate_copy
from generator.cli.files.own_registers import regimes_of
from generator.diagnostics import Diagnostic
from generator.errors import DataError
from generator.files import read_bytes
from generator.model.plan import Plan
from generator.model.progress import Progress
from generator.model.store import dump_document, is_stored, load_progress
from generator.registers.base import Register
from generator.registers.catalog import bundled_report_outline, bundled_statistical_forms
from generator.registers.outline import ReportOutline
from generator.registers.statistics import StatisticalForms
from generator.registers.store import load_register
from generator.registers.units import UnitDirectory
from generator.workbook.progress.known import Known
from generator.workbook.progress.layout import Setting
from generator.workbook.progress.reader import (
    SUFFIXES,
    ReadProgress,
    is_progress_workbook,
    load_progress_book,
    read_progress,
)  # fmt: skip
from generator.workbook.progress.writer import write_progress
from generator.workbook.writer import WORKBOOK
from generator.yamltext import parse_yaml

R = TypeVar("R", bound=Register)


def is_progress(path: Path) -> bool:
    """Tell whether a file holds what a unit tells: by its sheets, or by ``kind: progress``."""
    if is_progress_book(path):
        return True
    if not is_stored(path.name) or b"progress" not in (data := read_bytes(path)):
        return False
    try:
        stored = parse_yaml(data, str(path)).data
    except DataError:
        return False
    return isinstance(stored, dict) and stored.get("kind") == "progress"


def is_progress_book(path: Path) -> bool:
    """Tell whether a file is a progress workbook."""
    return path.suffix.lower() in SUFFIXES and is_progress_workbook(read_bytes(path), path.name)


def known_means(
    plan: Plan | None = None, directory: UnitDirectory | None = None, own: Mapping[str, Any] = MappingProxyType({})
) -> Known:
    """Return what workbooks are held against: registers, plan and directory where given.

    ``own`` are options of a command; the office's registers are named by ``regime_file``, ``forms`` and ``outline``,
    those that are not come with the program.
    """
    forms, outline, regimes = (own.get(name) for name in ("forms", "outline", "regime_file"))
    return Known(
        _own(forms, StatisticalForms) if forms else bundled_statistical_forms(),
        _own(outline, ReportOutline) if outline else bundled_report_outline(),
        regimes_of(regimes),
        directory,
        plan,
    )


def _own(path: Path, kind: type[R]) -> R:
    return load_register(read_bytes(path), str(path), kind)


def read_book(path: Path, known: Known | None = None) -> ReadProgress:
    """Return all that is readable of a workbook, with all its faults."""
    return read_progress(read_bytes(path), str(path), known or known_means())


def loaded_progress(
    path: Path, known: Known | None = None, annotate: Path | None = None
) -> tuple[Progress, tuple[Diagnostic, ...]]:
    """Return what a file tells, and what a person should look at; DataError with each fault, its line or cell.

    ``annotate`` is the folder for a copy of a faulty workbook with its faults as notes.
    """
    data = read_bytes(path)
    if is_stored(path.name):
        return load_progress(data, str(path)), ()
    try:
        return load_progress_book(data, str(path), known or known_means())
    except DataError as failure:
        if annotate is not None and failure.diagnostics:
            failure.hint = f"bản có ghi chú ở từng ô sai: {annotate_copy(path, data, annotate, failure.diagnostics)}"
        raise


def progress_bytes(progress: Progress, filename: str, known: Known) -> bytes:
    """Return the stored bytes of what a unit tells in the form that the name asks for: .yaml, .json or .xlsx.

    A workbook lists the tasks of the plan; the directory tells which rows the unit does not fill in.
    """
    if not filename.lower().endswith(WORKBOOK):
        return dump_document(progress, filename).encode("utf-8")
    level = known.level_of(progress.unit, None)
    regime = known.regime(progress.regime)
    return write_progress(progress, Setting(known.forms, known.outline, level, regime, known.plan))
