"""What a person is to look at before a report is signed, and figures with which none is made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.diagnostics import Diagnostic, Place, Severity, hint, warning
from generator.errors import DataError
from generator.model.progress import Progress
from generator.registers.regimes import PeriodDates, Regime
from generator.registers.statistics import StatisticalForms
from generator.registers.units import Unit
from generator.reports.figure_faults import FigureFault, figure_faults
from generator.reports.figures import UNKNOWN, Values
from generator.reports.ground import Ground
from generator.reports.task_states import TaskState

_NAMED = 8
"""How many rows without a figure are named."""


def hold_figures(forms: StatisticalForms, progress: Progress, filled: Values, unit: Unit) -> None:
    """Raise DataError with a diagnostic for each figure that contradicts itself."""
    wrong = [one for one in figure_faults(forms, filled, unit.level) if one.severity is Severity.ERROR]
    if wrong:
        found = [_diagnostic(one) for one in wrong]
        raise DataError(f"số liệu của {progress.unit_name} có {len(found)} lỗi", diagnostics=found)


def _diagnostic(fault: FigureFault) -> Diagnostic:
    place = Place(field=f"biểu mẫu {fault.form}, dòng {fault.code}")
    return Diagnostic(fault.severity, fault.message, place, found=fault.found, expected=fault.expected)


def findings(
    ground: Ground, period: PeriodDates, states: Sequence[TaskState], filled: Values, values: Values, unit: Unit
) -> Iterator[Diagnostic]:
    """Yield what is to be looked at: tasks, figures, rows without a figure, days that two periods count."""
    yield from _problems(states)
    yield from (_diagnostic(one) for one in figure_faults(ground.forms, filled, unit.level))
    yield from _unfilled(ground.forms, values, unit)
    yield from overlap_warnings(ground.regime, period)


def _problems(states: Sequence[TaskState]) -> Iterator[Diagnostic]:
    for one in states:
        if one.problem:
            yield warning(one.problem, Place(field=f"nhiệm vụ {one.task.id}"), found=f"«{one.task.name}»")


def overlap_warnings(regime: Regime, period: PeriodDates) -> Iterator[Diagnostic]:
    """Yield a warning for each other period of the regime that shares days with one; most often none."""
    for one in (*regime.overlaps(period.year - 1), *regime.overlaps(period.year)):
        if period.name in (one.earlier.name, one.later.name):
            days = f"{one.first:%d/%m/%Y}" + (f" đến {one.last:%d/%m/%Y}" if one.last != one.first else "")
            message = (
                f"ngày {days} thuộc cả kỳ {one.earlier.label} và kỳ {one.later.label}: số liệu có thể bị tính hai lần"
            )
            yield warning(message, Place(field=f"chế độ báo cáo {regime.id}"))


def _unfilled(forms: StatisticalForms, values: Values, unit: Unit) -> Iterator[Diagnostic]:
    rows = [
        f"{form.form}/{row.code}"
        for form in forms.forms
        for row in form.rows
        if row.kind != "group" and not row.is_computed and forms.applies_to(form.form, row.code, unit.level)
        if values.get((form.form, row.code), UNKNOWN) == UNKNOWN
    ]
    if rows:
        named = ", ".join(rows[:_NAMED]) + (" …" if len(rows) > _NAMED else "")
        message = f"{len(rows)} dòng của biểu mẫu chưa có số liệu, in là «-»"
        advice = "điền số liệu, hoặc ghi «không phát sinh»"
        yield hint(message, Place(field="biểu mẫu thống kê"), found=f"biểu mẫu/dòng: {named}", hint=advice)
