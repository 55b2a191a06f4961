"""The task appendix of a plan as a grid, after a table layout."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from operator import attrgetter, is_
from typing import NamedTuple

from generator.model.layout import Column, ColumnField, TableLayout
from generator.model.plan import Plan, Task, TaskRow
from generator.render.grid import GROUP, HEADING, Grid, GridCell, merge_down
from generator.render.rich_text import paragraphs_of, plain_paragraphs, rich_listed
from generator.vietnamese.dates import PartialDate
from generator.vietnamese.marks import escape
from generator.vietnamese.roman import roman

_MOST_KEPT = 6
"""Rows of one task that are kept on one page; more would leave too much of a page empty."""
_MOST_LETTERS, _LINE_END = 450, 15
"""Letters in a column of rows that are kept on one page, and what the end of a paragraph counts for: half a page."""


class Entry(NamedTuple):
    """One row of the table before it is laid out."""

    task: Task
    row: TaskRow
    number: str


@dataclass(frozen=True)
class TaskRun:
    """Neighbouring tasks of one group; ``number`` counts the runs that have one."""

    group: str | None
    number: int
    tasks: Sequence[Task]
    numbers: Sequence[str]
    """The number of each task, as the layout wants it."""

    @cached_property
    def entries(self) -> list[Entry]:
        """The rows of the table."""
        numbered = zip(self.tasks, self.numbers, strict=True)
        return [Entry(task, row, number) for task, number in numbered for row in task.rows or _NO_ROW]

    @cached_property
    def rows(self) -> list[TaskRow]:
        """The rows of a run in which each task has one."""
        return [(task.rows or _NO_ROW)[0] for task in self.tasks]

    @cached_property
    def kept(self) -> list[bool]:
        """Which entries stay on one page with the next."""
        return kept_rows(self.entries)

    @cached_property
    def is_flat(self) -> bool:
        """Whether each task is one row, so that nothing is merged within it."""
        tasks = self.tasks
        return max([len(task.rows) for task in tasks], default=0) < 2 and not any(map(is_, tasks, tasks[1:]))


_NO_ROW = (TaskRow(),)


@dataclass(frozen=True)
class TaskTable:
    """The place of the tasks of a plan, with the layout of their table."""

    plan: Plan
    layout: TableLayout

    @property
    def landscape(self) -> bool:
        """Whether the table asks for a landscape page."""
        return self.layout.landscape

    @property
    def grid(self) -> Grid:
        """The table as a grid."""
        return task_grid(self.plan, self.layout)


def heading_grid(layout: TableLayout) -> Grid:
    """Return the heading of the table alone."""
    heading = tuple(GridCell((escape(column.heading),), style=HEADING) for column in layout.columns)
    return Grid(tuple(column.width for column in layout.columns), (heading,), landscape=layout.landscape)


def task_grid(plan: Plan, layout: TableLayout) -> Grid:
    """Return the tasks as a table; neighbouring equal cells of the merged columns become one."""
    heading = heading_grid(layout)
    rows = list(heading.rows)
    kept: set[int] = set()
    for run in task_runs(plan, layout):
        if layout.group == "row" and run.group is not None:
            rows.append(group_row(run.group, run.number, layout))
        kept |= {len(rows) + place for place, keep in enumerate(run.kept) if keep}
        rows.extend(_rows(run.entries, layout))
    return replace(heading, rows=tuple(rows), kept=frozenset(kept))


def kept_rows(entries: Sequence[Entry]) -> list[bool]:
    """Tell of each row whether it stays with the next one: the rows of a task do, unless they are many.

    Their number and name are one merged cell, which is printed only on the page where it begins.
    """
    following = [entry.task for entry in entries[1:]]
    return [
        entry.task is after and _fits_half_a_page(entry.task)
        for entry, after in zip(entries, [*following, None], strict=True)
    ]


def _fits_half_a_page(task: Task) -> bool:
    """Tell by the number of rows and letters whether a task is short enough to be kept on one page.

    LibreOffice leaves a page empty before rows that are kept together and do not fit one.
    """
    rows = task.rows
    if len(rows) > _MOST_KEPT:
        return False
    letters = (sum(len(text) + _LINE_END for text in row.products) + len(row.activity or "") for row in rows)
    return max(sum(letters), len(task.name)) <= _MOST_LETTERS


def task_runs(plan: Plan, layout: TableLayout) -> list[TaskRun]:
    """Return the tasks by runs of equal group, numbered after the layout."""
    runs: list[TaskRun] = []
    number, position = 0, 0
    for group, members in groupby(plan.tasks, _GROUP):
        tasks = list(members)
        number += group is not None
        runs.append(TaskRun(group, number, tasks, _numbers(tasks, layout, number, position)))
        position += len(tasks)
    return runs


_GROUP = attrgetter("group")


def _numbers(tasks: Sequence[Task], layout: TableLayout, run: int, before: int) -> list[str]:
    """Return the numbers of the tasks of a run, ``before`` being how many stand above them."""
    if layout.numbering == "kept":
        return [task.label or "" for task in tasks]
    if layout.numbering == "dotted" and tasks[0].group is not None:
        return [f"{run}.{place}" for place in range(1, len(tasks) + 1)]
    first = before + 1 if layout.numbering == "continuous" else 1
    return [str(number) for number in range(first, first + len(tasks))]


def group_row(group: str, number: int, layout: TableLayout) -> tuple[GridCell, ...]:
    """Return the row of a group: its number in a number column if there is one, its name over the others."""
    count = len(layout.columns)
    if count > 1 and layout.columns[0].field is ColumnField.NUMBER:
        label = GridCell((roman(number),), style=GROUP, align="center")
        return (label, GridCell((escape(group),), columns=count - 1, style=GROUP))
    return (GridCell((f"{roman(number)}. {escape(group)}",), columns=count, style=GROUP),)


def _rows(entries: Sequence[Entry], layout: TableLayout) -> list[tuple[GridCell, ...]]:
    columns = [_column(column, entries, layout) for column in layout.columns]
    return [tuple(cell for cell in row if cell is not None) for row in zip(*columns, strict=True)]


def _column(column: Column, entries: Sequence[Entry], layout: TableLayout) -> Sequence[GridCell | None]:
    cells = [GridCell(PRINTERS[column.field](entry, layout), align=column.align) for entry in entries]
    key = merge_key(column.field, layout)
    return merge_down(cells, [key(entry) for entry in entries]) if key else cells


def merge_key(column: ColumnField, layout: TableLayout) -> Callable[[Entry], object] | None:
    """Return what must be equal for neighbouring cells to merge; None when the column never merges.

    Number and name of a task with several rows always merge: they are one cell of the task. Money merges within a task
    only: one cell for two tasks would say that they share it.
    """
    if column in (ColumnField.NUMBER, ColumnField.NAME):
        return lambda entry: entry.task.id
    if column not in layout.merges:
        return None
    if column is ColumnField.GROUP:
        return lambda entry: entry.task.group
    if column is ColumnField.GOAL:
        return lambda entry: entry.task.goal and (entry.task.goal_label, entry.task.goal)
    if column is ColumnField.BUDGET:
        return lambda entry: (entry.task.id, entry.row.budget) if entry.row.budget else None
    return lambda entry: PRINTERS[column](entry, layout) or None


def numbers_names(layout: TableLayout) -> bool:
    """Tell whether the number of a task stands before its name."""
    return layout.number_in == "name" or (layout.numbering == "kept" and layout.number_in == "none")


def _name(entry: Entry, layout: TableLayout) -> tuple[str, ...]:
    number = entry.number
    if not numbers_names(layout) or not number:
        return paragraphs_of(entry.task.name)
    mark = "" if layout.numbering == "kept" else "."
    return paragraphs_of(f"{escape(number)}{mark} {entry.task.name}")


def _labelled(label: str | None, text: str | None) -> tuple[str, ...]:
    if text is None:
        return plain_paragraphs(label)
    return paragraphs_of(f"{escape(label)} {text}" if label else text)


def listed_paragraphs(texts: Sequence[str]) -> tuple[str, ...]:
    """Return the paragraphs of a list: one text stands as it is, several with dashes."""
    if len(texts) < 2:
        return paragraphs_of(*texts)
    listed = [f"- {text}" for text in rich_listed(texts)]
    return paragraphs_of(*listed) if "\n" in "".join(listed) else tuple(listed)


def _units(names: Sequence[str]) -> tuple[str, ...]:
    return plain_paragraphs("; ".join(names))


def _day(date: PartialDate | None) -> tuple[str, ...]:
    return paragraphs_of(date.short() if date else None)


PRINTERS: dict[ColumnField, Callable[[Entry, TableLayout], tuple[str, ...]]] = {
    ColumnField.NUMBER: lambda entry, layout: plain_paragraphs(entry.number) if layout.number_in == "column" else (),
    ColumnField.GROUP: lambda entry, layout: plain_paragraphs(entry.task.group),
    ColumnField.GOAL: lambda entry, layout: _labelled(entry.task.goal_label, entry.task.goal),
    ColumnField.NAME: _name,
    ColumnField.ACTIVITY: lambda entry, layout: _labelled(entry.row.label, entry.row.activity),
    ColumnField.PRODUCTS: lambda entry, layout: listed_paragraphs(entry.row.products),
    ColumnField.SCHEDULE: lambda entry, layout: plain_paragraphs(entry.row.schedule),
    ColumnField.SUBMIT_DUE: lambda entry, layout: _day(entry.task.submit_due),
    ColumnField.ISSUE_DUE: lambda entry, layout: _day(entry.task.issue_due),
    ColumnField.LEAD: lambda entry, layout: _units(entry.row.lead),
    ColumnField.SUPPORT: lambda entry, layout: _units(entry.row.support),
    ColumnField.MONITOR: lambda entry, layout: _units(entry.row.monitor),
    ColumnField.BUDGET: lambda entry, layout: plain_paragraphs(entry.row.budget),
    ColumnField.NOTE: lambda entry, layout: paragraphs_of(entry.row.note),
}
"""The paragraphs of a cell, as rich texts."""
