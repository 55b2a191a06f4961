"""What a unit's report tells of a period: forms and tasks in its tables, its words by point of the outline."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from generator.diagnostics import Diagnostic, Place, warning
from generator.errors import DataError
from generator.importers.report_forms import told_forms
from generator.importers.report_pairs import PlannedTasks, planned_tasks
from generator.importers.report_periods import of_period, report_period
from generator.importers.report_tables import PlacedRow, placed_tables
from generator.importers.report_tasks import told_tasks
from generator.importers.report_units import reporting_unit
from generator.importers.report_words import WordReader
from generator.model.document import Document
from generator.model.plan import Plan
from generator.model.progress import Progress
from generator.registers.outline import ReportOutline
from generator.registers.regimes import Regime
from generator.registers.statistics import StatisticalForms
from generator.registers.units import UnitDirectory
from generator.vietnamese.marks import plain


@dataclass(frozen=True)
class ReportTerms:
    """What a report is read by."""

    directory: UnitDirectory
    forms: StatisticalForms
    outline: ReportOutline
    regime: Regime
    day: datetime.date
    """Day for which the directory is asked."""
    plans: Mapping[str, Plan] = field(default_factory=dict)
    """The plans of units by their identity, to find the tasks that a report tells of."""


@dataclass(frozen=True)
class ToldReport:
    """What a report tells."""

    progress: Progress
    figure_notes: tuple[Diagnostic, ...]
    """Figures that cannot be read, and so are not in ``progress``."""
    task_notes: tuple[Diagnostic, ...]
    """What is not told, or not understood, of the tasks."""
    word_notes: tuple[Diagnostic, ...]
    """Words that are not taken, and sentences that contradict the forms."""
    places: Mapping[tuple[int, str], Place]
    """Where the figure of each row of the forms stands."""
    tells_tasks: bool
    """Whether a table says how the tasks of the unit's plan stand."""

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All that cannot be read."""
        return (*self.figure_notes, *self.other_notes)

    @property
    def other_notes(self) -> tuple[Diagnostic, ...]:
        """What cannot be read besides figures."""
        return (*self.task_notes, *self.word_notes)


def told_of_report(document: Document, terms: ReportTerms, rows: Sequence[Sequence[Place]] = ()) -> ToldReport:
    """Return what a report tells; ``rows`` are the places of the rows of its tables, as its import gives them.

    The unit is the issuer, the period what the subject names first. Tasks are told where the unit's plan is known and
    a table says how they stand; a warning says so where none does. DataError where the unit or the period is not
    known, or no form is found.
    """
    unit = reporting_unit(document, terms.directory, terms.day)
    period = report_period(document.subject or "", terms.regime)
    tables = [*placed_tables(document, rows)]
    forms = told_forms(tables, terms.forms, partial(of_period, period=period, regime=terms.regime))
    if not forms.figures:
        raise _without_figures(forms.diagnostics)
    plan = terms.plans.get(unit.id)
    told = _tasks(tables, plan) if plan else None
    names = [plain(task.name) for task in plan.tasks] if plan and told else []
    words = WordReader(terms.outline, forms.figures, names)
    progress = Progress(
        unit=unit.id,
        unit_name=unit.name,
        regime=terms.regime.id,
        period=period,
        tasks=told.tasks if told else (),
        figures=tuple(forms.figures.values()),
        narrative=tuple(words.narrative(document)),
    )
    notes = told.diagnostics if told else (_untold(),) if plan else ()
    return ToldReport(progress, forms.diagnostics, notes, tuple(words.notes), forms.places, told is not None)


def progress_of_report(document: Document, terms: ReportTerms) -> tuple[Progress, tuple[Diagnostic, ...]]:
    """Return what a report tells, and what of it cannot be read."""
    told = told_of_report(document, terms)
    return told.progress, told.diagnostics


def _without_figures(notes: Sequence[Diagnostic]) -> DataError:
    """Return why a report gives no figure: there is no form, or what was found of the first one."""
    message = "không thấy biểu mẫu số liệu nào trong báo cáo"
    if notes:
        first = notes[0]
        message = (
            f"không lấy được số liệu nào: {first.place}: {first.message}; gặp: {first.found}; cần: {first.expected}"
        )
    return DataError(message, hint="biểu mẫu cần giữ số thứ tự, chỉ tiêu và cột «Số liệu»")


def _tasks(tables: Sequence[Sequence[PlacedRow]], plan: Plan) -> PlannedTasks | None:
    """Return what tables tell of the tasks of a plan; None where no table tells of any."""
    rows = [row for table in tables for row in told_tasks(table)]
    found = planned_tasks(rows, plan)
    return found if found.tasks else None


def _untold() -> Diagnostic:
    message = "báo cáo không có bảng tình trạng nhiệm vụ theo kế hoạch của đơn vị, nên không tính được nhiệm vụ"
    return warning(message, expected="bảng có cột Nhiệm vụ và cột Tình trạng")
