"""``vanban show`` of what a unit tells of a period: whose it is, how its tasks stand, what is filled in, its faults."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from generator.cli.files.progress_file import is_progress_book, loaded_progress, read_book
from generator.cli.problems import show_diagnostics
from generator.cli.reports.means import told_in
from generator.cli.reports.told_files import is_report
from generator.diagnostics import Diagnostic, Severity
from generator.errors import UsageError
from generator.model.progress import Progress
from generator.registers.statistics import StatisticalForms
from generator.registers.unit import Level
from generator.reports.earlier_periods import hold_earlier
from generator.reports.finished_before import Before, undone_warnings
from generator.reports.task_states import State, TaskState
from generator.vietnamese.dates import PartialDate
from generator.workbook.progress.known import Known
from generator.workbook.progress.layout import STATUSES


def show_progress(path: Path, known: Known, previous: Path | None = None, *, as_json: bool) -> int:
    """Print a summary of a file; return 1 where it has errors, 0 else. DataError for data that cannot be read.

    Tasks that are finished by ``previous``, what the unit told of the period before, and no more are told.
    """
    if previous is not None:
        _refuse_report(previous)
        known = replace(known, previous=told_in(previous, known).progress)
    if is_progress_book(path):
        read = read_book(path, known)
        progress, found, states, day, level = read.progress, read.diagnostics, read.states, read.cut_off, read.level
    else:
        progress, _ = loaded_progress(path)
        found = tuple(undone_warnings(_before(known), progress))
        states, day, level = (), None, None
    regime = known.regime(progress.regime) if progress else None
    if regime and progress:
        hold_earlier(regime, progress, known.previous, None)
    if as_json:
        _print_json(progress, found, states)
    else:
        for line in _lines(progress, found, states, day, _rows(known.forms, level)) if progress else ():
            click.echo(line)
        show_diagnostics(found)
    return 1 if any(one.severity is Severity.ERROR for one in found) else 0


def _refuse_report(path: Path) -> None:
    """Raise UsageError for a report in Word or PDF, which has to become data first."""
    if is_report(path):
        hint = "đọc báo cáo bằng «vanban import BÁO_CÁO -o tien_do.yaml --progress --units … --plan …» rồi nêu tệp ấy"
        raise UsageError("--previous cần tệp tiến độ (.xlsx, .yaml, .json)", where=str(path), hint=hint)


def _before(known: Known) -> Before:
    """Return what was told of the period before, by data that have no plan to say what is done again and again."""
    told = known.previous
    return Before(known.label_of(told), {one.task: one for one in told.tasks}) if told else Before()


def _lines(
    progress: Progress,
    found: tuple[Diagnostic, ...],
    states: tuple[TaskState, ...],
    day: datetime.date | None,
    total: int,
) -> Iterator[str]:
    yield f"Tiến độ của {progress.unit_name} ({progress.unit}), kỳ {progress.period}, chế độ {progress.regime}"
    if progress.plan:
        yield f"Kế hoạch: {progress.plan.document}"
    if progress.prepared_by:
        yield f"Người lập: {', '.join(one for one in (progress.prepared_by, progress.phone) if one)}"
    until = f", tính đến hết ngày {PartialDate.parse(day).short()}" if day else ""
    counted = ", ".join(f"{count} {words}" for words, count in _counts(progress, states).items() if count)
    yield f"Nhiệm vụ: {len(progress.tasks)}{until}: {counted}" if counted else f"Nhiệm vụ: {len(progress.tasks)}"
    filled = sum(one.value is not None or one.absent == "none" for one in progress.figures)
    yield f"Số liệu: {filled} dòng đã điền (biểu mẫu có {total} dòng để điền)"
    yield f"Thuyết minh: {len(progress.narrative)} mục"
    errors = sum(one.severity is Severity.ERROR for one in found)
    yield f"Lỗi: {errors}; chỗ cần xem lại: {len(found) - errors}"


def _rows(forms: StatisticalForms, level: Level | None) -> int:
    """Return how many rows of the forms a unit of a level fills in; of all levels where it is not known."""
    rows = (
        (form.form, row) for form in forms.forms for row in form.rows if row.kind != "group" and not row.is_computed
    )
    return sum(level is None or forms.applies_to(form, row.code, level) for form, row in rows)


def _counts(progress: Progress, states: tuple[TaskState, ...]) -> dict[str, int]:
    """Return how many tasks stand how, by words; without a cut-off day what the unit says of them."""
    if states:
        return {state.value: sum(one.state is state for one in states) for state in State}
    said = {words.lower(): sum(one.status is status for one in progress.tasks) for status, words in STATUSES.items()}
    return {**said, "chưa báo cáo": sum(one.status is None for one in progress.tasks)}


def _print_json(progress: Progress | None, found: tuple[Diagnostic, ...], states: tuple[TaskState, ...]) -> None:
    told: dict[str, Any] = {}
    if progress:
        told = {name: getattr(progress, name) for name in ("unit", "unit_name", "regime", "period")}
        told["tasks"] = len(progress.tasks)
        told["states"] = {words: count for words, count in _counts(progress, states).items() if count}
        told["figures"] = sum(one.value is not None or one.absent == "none" for one in progress.figures)
        told["narrative"] = len(progress.narrative)
    told["diagnostics"] = [one.to_json() for one in found]
    click.echo(json.dumps(told, ensure_ascii=False, indent=2))
