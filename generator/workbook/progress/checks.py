"""What is doubtful or wrong in a progress workbook that can be read: whose it is, tasks, figures, formulas."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from generator.diagnostics import Severity
from generator.model.plan import Plan, Task
from generator.model.progress import Progress, Status, TaskProgress
from generator.registers.unit import Level
from generator.reports.figure_faults import FigureFault, figure_faults
from generator.reports.figures import filled_in
from generator.reports.finished_before import FINISHED, UNDONE_HINT, is_endless, undone_message
from generator.reports.ground import cut_off
from generator.reports.named_figures import figure_names, task_figures, unknown_figures, with_task_counts
from generator.reports.task_states import TaskState, task_states
from generator.transform.higher import Higher
from generator.vietnamese.dates import PartialDate
from generator.vietnamese.unicode import fold
from generator.workbook.places import At, Findings
from generator.workbook.progress import layout
from generator.workbook.progress.earlier_tasks import carried_from
from generator.workbook.progress.form_pages import FigureCells
from generator.workbook.progress.formulas import figure_formulas, same, task_formulas
from generator.workbook.progress.known import Known
from generator.workbook.progress.layout import Setting
from generator.workbook.progress.pages import Pages
from generator.workbook.progress.period_checks import COMPUTED, checked_period
from generator.workbook.progress.text_pages import Facts, ListedTask
from generator.workbook.rows import shown

_DIGITS: Final = re.compile(r"\d+")

__all__ = ["COMPUTED", "Checked", "Sheets", "check"]


@dataclass(frozen=True)
class Sheets:
    """What the sheets hold, and where."""

    progress: Progress
    facts: Facts
    tasks: tuple[ListedTask, ...]
    figures: FigureCells
    texts: dict[str, tuple[At, ...]]
    """Where each paragraph of a point stands."""
    pages: Pages


@dataclass(frozen=True)
class Checked:
    """How the tasks stand, and what that rests on."""

    states: tuple[TaskState, ...] = ()
    level: Level | None = None
    cut_off: date | None = None


def check(sheets: Sheets, known: Known, findings: Findings) -> Checked:
    """Add what is wrong or doubtful to the findings, each at its cell; return how the tasks stand."""
    _check_unit(sheets, known, findings)
    period = checked_period(sheets.progress, sheets.facts, known, findings)
    day = cut_off(period) if period else sheets.facts.cut_off
    level = known.level_of(sheets.progress.unit, sheets.facts.level)
    _check_plan(sheets, known, findings)
    states = _states(sheets, known, day)
    _check_states(sheets, states, findings)
    _check_carried(sheets, known, findings)
    _check_figures(sheets, known, level, states, findings)
    _check_state_formulas(sheets, findings)
    _check_texts(sheets, known, findings)
    return Checked(states, level, day)


def _check_unit(sheets: Sheets, known: Known, findings: Findings) -> None:
    told = sheets.progress
    at = sheets.facts.cells.get(layout.UNIT, At(layout.INFO))
    if known.unit is not None and told.unit != known.unit:
        findings.error(at, "biểu của đơn vị khác", found=f"«{told.unit}»", expected=f"«{known.unit}»")
    _check_level(sheets, known, findings)
    if known.directory is None:
        return
    unit = known.directory.get(told.unit)
    if unit is None:
        findings.error(at, "danh bạ không có đơn vị này", found=f"«{told.unit}»", hint="không sửa mã trong biểu")
    elif fold(told.unit_name) not in map(fold, unit.names):
        place = sheets.facts.cells.get(layout.UNIT_NAME, at)
        message = "tên đơn vị không phải của mã đơn vị ở trên"
        findings.warning(place, message, found=f"«{told.unit_name}»", expected=f"«{unit.name}»")


def _check_level(sheets: Sheets, known: Known, findings: Findings) -> None:
    """Tell of a level that is another than the directory's, by which rows are shut."""
    told, right = sheets.facts.level, known.level_of(sheets.progress.unit, sheets.facts.level)
    if told is not None and right is not None and told != right:
        message = "cấp của đơn vị khác danh bạ; dòng phải báo cáo tính theo danh bạ"
        found, expected = f"«{layout.LEVELS[told]}»", f"«{layout.LEVELS[right]}»"
        findings.warning(sheets.facts.cells[layout.LEVEL], message, found=found, expected=expected)


def _check_plan(sheets: Sheets, known: Known, findings: Findings) -> None:
    plan = known.plan
    if plan is None:
        return
    told = sheets.progress.plan
    if told is not None and told.hash != Higher(plan, 0, None, None).origin.hash:
        message = "kế hoạch đã được sửa sau khi tạo biểu này, hoặc biểu theo kế hoạch khác"
        at = sheets.facts.cells.get(layout.PLAN_HASH, At(layout.INFO))
        findings.warning(at, message, hint="tạo lại biểu từ kế hoạch mới bằng «vanban convert --plan»")
    own = {task.id for task in plan.tasks}
    listed = {one.id for one in sheets.tasks}
    for one in sheets.tasks:
        if one.id not in own:
            findings.error(one.row.at(layout.CODE), "kế hoạch không có nhiệm vụ này", found=f"«{one.id}»")
    lacking = [task.id for task in plan.tasks if task.id not in listed]
    if lacking and told is not None and not _is_part(sheets.tasks, plan):
        findings.warning(At(layout.TASKS), f"thiếu nhiệm vụ của kế hoạch: {', '.join(lacking)}")


def _is_part(listed: Iterable[ListedTask], plan: Plan) -> bool:
    """Whether the sheet lists only some tasks on purpose: those of one unit among many."""
    return plan.derivation is None and len({lead for task in plan.tasks for row in task.rows for lead in row.lead}) > 1


def _states(sheets: Sheets, known: Known, day: date | None) -> tuple[TaskState, ...]:
    if day is None:
        return ()
    tasks = [
        Task(id=one.id, name=one.name or one.id, issue_due=PartialDate.parse(one.due) if one.due else None)
        for one in sheets.tasks
    ]
    own = {task.id: task for task in known.plan.tasks} if known.plan else {}
    year = known.plan.year if known.plan else None
    listed = Plan(kind="plan", year=year, tasks=tuple(own.get(task.id, task) for task in tasks))
    return task_states(listed, sheets.progress, day)


def _check_states(sheets: Sheets, states: tuple[TaskState, ...], findings: Findings) -> None:
    wrong = {at for at, one in findings.found if one.severity is Severity.ERROR}
    rows = {one.id: one.row for one in sheets.tasks}
    for one in states:
        title = layout.STATUS
        if one.told and one.told.status is not None:
            title = layout.NUMBER_DATE if one.told.product_date and not one.told.done else layout.DONE
        at = rows[one.task.id].at(title)
        if one.problem and at not in wrong:
            findings.warning(at, one.problem, found=f"«{one.task.id}»", code=COMPUTED)
        elif at not in wrong and _ends_unfinished(one.told):
            expected = f"«{layout.STATUSES[Status.DONE]}», hoặc để trống ngày"
            message = f"có {layout.DONE} mà {layout.STATUS} không phải là đã hoàn thành, không tính ngày này"
            findings.warning(at, message, found=f"«{rows[one.task.id][layout.STATUS]}»", expected=expected)


def _ends_unfinished(told: TaskProgress | None) -> bool:
    """Whether a task has a day on which it was done, and a status that says that it was not."""
    return told is not None and told.done is not None and told.status in (Status.NOT_STARTED, Status.UNDER_WAY)


def _check_carried(sheets: Sheets, known: Known, findings: Findings) -> None:
    """Tell of tasks that were finished in an earlier period, as the sheet says or what was told then, and no more."""
    wrong = {at for at, one in findings.found if one.severity is Severity.ERROR}
    told = {one.task: one.status for one in sheets.progress.tasks}
    for one in sheets.tasks:
        before, at = _finished_before(one, sheets.progress, known), one.row.at(layout.STATUS)
        if before is None or at in wrong or told.get(one.id) is before[1]:
            continue
        label, status = before
        found = f"«{one.row[layout.STATUS]}»" if one.row[layout.STATUS] else "ô trống"
        expected = f"«{layout.STATUSES[status]}»"
        findings.warning(at, undone_message(label), found=found, expected=expected, hint=UNDONE_HINT)


def _finished_before(one: ListedTask, now: Progress, known: Known) -> tuple[str, Status] | None:
    """Return in which period a task was finished, and how; None for others and for what is done in each period."""
    beside, previous = one.row[layout.EARLIER], known.previous
    if beside or previous is None or previous.period[:4] != now.period[:4]:
        return carried_from(beside)
    told = previous.task(one.id)
    if told is None or told.status not in FINISHED or is_endless(one.row[layout.DUE]):
        return None
    return known.label_of(previous), told.status


def _check_figures(
    sheets: Sheets, known: Known, level: Level | None, states: tuple[TaskState, ...], findings: Findings
) -> None:
    """Tell of figures that contradict each other, and of formulas that are no longer the forms': once for a cell."""
    filled = with_task_counts(known.forms, filled_in(sheets.progress), task_figures(states))
    faults: dict[At, list[FigureFault]] = {}
    for one in figure_faults(known.forms, filled, level):
        at = sheets.figures.get((one.form, one.code), At(layout.form_sheet(one.form)))
        faults.setdefault(at, []).append(one)
    _check_formulas(sheets, Setting(known.forms, known.outline, level), faults, findings)
    for at, several in faults.items():
        for one in several:
            findings.add(at, one.severity, one.message, found=one.found, expected=one.expected, code=COMPUTED)


def _check_formulas(sheets: Sheets, setting: Setting, faults: dict[At, list[FigureFault]], findings: Findings) -> None:
    """Tell of formulas of the forms that were changed or written over; what they compute is computed anew in any case.

    What is wrong with a figure that was written over its formula is told with it, and taken out of ``faults``.
    """
    filled = {(one.form, one.code) for one in sheets.progress.figures if one.value is not None or one.absent}
    for form in setting.forms.forms:
        drawn, added = (figure_formulas(setting, form, rows, len(sheets.tasks)) for rows in ((), filled))
        for number, row in enumerate(form.rows, start=layout.FIRST):
            at = sheets.figures.get((form.form, row.code))
            if at is not None and row.code in added:
                formulas = [one[row.code] for one in (drawn, added) if row.code in one]
                moved = at.row != number or not row.is_computed
                if _check_formula(at, formulas, sheets.pages, findings, faults.get(at, ()), moved=moved):
                    faults.pop(at, None)


def _check_state_formulas(sheets: Sheets, findings: Findings) -> None:
    for one in sheets.tasks:
        at = one.row.at(layout.STATE)
        if at.column and one.name:
            _check_formula(at, [task_formulas(one.row.number)[layout.STATE]], sheets.pages, findings, moved=True)


def _check_formula(
    at: At,
    formulas: Sequence[str],
    pages: Pages,
    findings: Findings,
    faults: Sequence[FigureFault] = (),
    *,
    moved: bool,
) -> bool:
    """Tell of a formula that is none of the form's, and whether a figure stands in its place.

    A sum may add up rows that are not for the unit where it fills these in, or not. Where rows were moved, the numbers
    of its cells may be others. ``faults`` are those of the figure.
    """
    found = pages.formulas(at.sheet).get((at.row, at.column))
    if moved:
        found = _DIGITS.sub("0", found) if found else found
        formulas = [_DIGITS.sub("0", formula) for formula in formulas]
    if found is None:
        _tell_replaced(at, faults, findings)
    elif found and not any(same(found, formula) for formula in formulas):
        message = "công thức của ô này đã bị sửa; chương trình tính theo biểu mẫu"
        findings.warning(at, message, found=f"«{found[:60]}»")
    return found is None


def _tell_replaced(at: At, faults: Sequence[FigureFault], findings: Findings) -> None:
    message, hint = "công thức của ô này đã bị thay hoặc bị xóa", "để trống, chương trình tự tính"
    wrong = next((one for one in reversed(faults) if one.severity is Severity.ERROR), None)
    if wrong is None:
        findings.warning(at, message, hint=hint)
        return
    findings.error(at, f"{message}; {wrong.message}", found=wrong.found, expected=wrong.expected, hint=hint)


def _check_texts(sheets: Sheets, known: Known, findings: Findings) -> None:
    names = figure_names(known.forms)
    told = {one.section: one.texts for one in sheets.progress.narrative}
    for id, places in sheets.texts.items():
        if known.outline.section(id) is None:
            findings.warning(places[0], "đề cương báo cáo không có mục này, sẽ không in", found=f"«{id}»")
        for at, text in zip(places, told.get(id, ()), strict=False):
            for one in unknown_figures(text, names):
                findings.warning(at, one.message, found=f"«{shown(text)}»", hint=one.hint, code=COMPUTED)
