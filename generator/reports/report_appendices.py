"""The appendices of a report: the statistical forms, and the table of the tasks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model.blocks import Note
from generator.model.document import Appendix
from generator.model.plan import Plan
from generator.model.progress import Progress
from generator.model.readiness import placeholder
from generator.model.wording import cited_as, short_citation_of
from generator.registers.units import Unit
from generator.reports.figures import Values
from generator.reports.form_tables import Compared, form_tables
from generator.reports.ground import Ground
from generator.reports.partial_sums import partial_rows
from generator.reports.task_results import task_table
from generator.reports.task_states import TaskState


def appendices(
    plan: Plan,
    progress: Progress,
    ground: Ground,
    unit: Unit,
    states: Sequence[TaskState],
    values: Values,
    compared: Sequence[Compared],
) -> Iterator[Appendix]:
    """Yield the forms for units of such a level, and the tasks with their states."""
    period = ground.regime.period_dates(progress.period)
    notes = {key: one.note for key, one in partial_rows(ground.forms, progress).items()}
    notes |= {(one.form, one.code): one.note for one in progress.figures if one.note}
    words = {"period": period.label, "plan": _named(plan)}
    tables = tuple(form_tables(ground.forms, values, unit.level, notes, compared))
    blocks = (Note(text=ground.outline.blank_note), *tables)
    yield Appendix(title=ground.outline.forms_title.format_map(words), orientation="landscape", blocks=blocks)
    if states:
        title = ground.outline.tasks_title.format_map(words)
        yield Appendix(title=title, orientation="landscape", blocks=(task_table(states),))


def _named(plan: Plan) -> str:
    """Return what the plan is called: by its number, else by its trích yếu; a gap where it has neither."""
    if plan.number and plan.date:
        return short_citation_of(plan)
    return f"{plan.type.name} {cited_as(plan).title or placeholder('số, ký hiệu của kế hoạch')}"
