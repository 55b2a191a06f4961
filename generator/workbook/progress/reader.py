"""What a unit tells, from its workbook: all that is readable, and every fault with its cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final

from pydantic import ValidationError

from generator.diagnostics import Diagnostic, Severity
from generator.errors import DataError
from generator.model.progress import Progress
from generator.reading.sheets.xlsx import read_typed, sheet_names
from generator.registers.unit import Level
from generator.reports.task_states import TaskState
from generator.spelling import unmarked
from generator.workbook.places import At, Findings
from generator.workbook.progress import layout
from generator.workbook.progress.checks import Checked, Sheets, check
from generator.workbook.progress.form_pages import read_forms
from generator.workbook.progress.known import Known
from generator.workbook.progress.pages import Pages, Path, Told
from generator.workbook.progress.text_pages import read_info, read_tasks, read_texts
from generator.yamltext import dotted, validation_diagnostics

SUFFIXES: Final = (".xlsx", ".xlsm")
_OWN: Final = (layout.INFO, layout.TASKS, layout.TEXTS)


@dataclass(frozen=True)
class ReadProgress:
    """What was read of a workbook."""

    progress: Progress | None
    """All that is readable; None where it is not known whose it is, or of which period."""
    diagnostics: tuple[Diagnostic, ...]
    """In the order of the sheets, each with its cell: ``Biểu 3!D12``."""
    states: tuple[TaskState, ...] = ()
    """How the tasks of «Nhiệm vụ» stand, or those of the plan where it is known; empty without a cut-off day."""
    level: Level | None = None
    cut_off: date | None = None
    unread: tuple[Diagnostic, ...] = ()
    """Those of ``diagnostics`` that tell of what could not be read, and so is not in ``progress``."""
    cells: Mapping[tuple[int, str], str] = field(default_factory=dict)
    """The cell of the figure of each row of the forms, by form and code: ``Biểu 3!D12``."""

    @property
    def has_errors(self) -> bool:
        """Whether something is wrong that a person must mend."""
        return any(one.severity is Severity.ERROR for one in self.diagnostics)


def is_progress_workbook(data: bytes, filename: str) -> bool:
    """Tell whether the bytes are a progress workbook, by the names of its sheets; False for any other file."""
    if not filename.lower().endswith(SUFFIXES):
        return False
    try:
        names = {unmarked(name) for name in sheet_names(data, filename)}
    except DataError:
        return False
    return sum(unmarked(name) in names for name in _OWN) >= len(_OWN) - 1 and unmarked(layout.INFO) in names


def read_progress(data: bytes, filename: str, known: Known) -> ReadProgress:
    """Return what is readable of a workbook together with all its faults.

    DataError only for what is no workbook at all. A cell that cannot be read counts as empty.
    """
    findings = Findings()
    pages = Pages(read_typed(data, filename), findings)
    told = Told({"tasks": [], "figures": [], "narrative": []})
    facts = read_info(pages, told, findings)
    listed = read_tasks(pages, told, findings)
    figures = read_forms(pages, told, findings, known.forms)
    texts = read_texts(pages, told, findings)
    progress = _validated(told, findings)
    unread = tuple(_of_file(one, filename) for _, one in findings.ordered(pages.names))
    done = Checked()
    if progress is not None:
        done = check(Sheets(progress, facts, listed, figures, texts, pages), known, findings)
    found = tuple(_of_file(one, filename) for _, one in findings.ordered(pages.names))
    cells = {key: str(at) for key, at in figures.items()}
    return ReadProgress(progress, found, done.states, done.level, done.cut_off, unread, cells)


def load_progress_book(data: bytes, filename: str, known: Known) -> tuple[Progress, tuple[Diagnostic, ...]]:
    """Return what a workbook tells, and what a person should look at; DataError with every fault by its cell."""
    read = read_progress(data, filename, known)
    if read.progress is None or read.has_errors:
        wrong = sum(one.severity is Severity.ERROR for one in read.diagnostics)
        raise DataError(f"biểu có {wrong} lỗi", where=filename, diagnostics=read.diagnostics)
    return read.progress, read.diagnostics


def _validated(told: Told, findings: Findings) -> Progress | None:
    """Return the record, without the cells that it refuses, of which a fault is told."""
    try:
        return Progress.model_validate(told.data)
    except ValidationError as problem:
        cells = {dotted(path): at for path, at in told.cells.items()}
        for one in validation_diagnostics(problem, None, "", Progress):
            at = cells.get(one.place.field or "", At(layout.INFO))
            findings.error(at, one.message, found=one.found, expected=one.expected, hint=one.hint)
        for details in problem.errors():
            _drop(told.data, details["loc"])
    try:
        return Progress.model_validate(told.data)
    except ValidationError:
        return None


def _drop(data: Any, path: Path) -> None:
    """Take a value out of the data; of a list of texts none moves."""
    *steps, last = path
    for step in steps:
        data = data[step]
    if isinstance(data, dict):
        data.pop(last, None)
    else:
        data[last] = "…"


def _of_file(one: Diagnostic, filename: str) -> Diagnostic:
    return replace(one, place=replace(one.place, file=filename))
