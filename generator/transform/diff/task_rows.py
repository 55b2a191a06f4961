"""The tasks of a plan as the rows of the table that prints them, for a document that has it as a table only."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from generator.model.layout import ColumnField, TableLayout
from generator.model.plan import Plan, Task, TaskRow
from generator.transform.diff.change import Part
from generator.transform.diff.entry import Entry, told
from generator.transform.diff.places import within
from generator.transform.diff.tables import HEADING, row_entry
from generator.vietnamese.dates import PartialDate
from generator.vietnamese.marks import plain
from generator.vietnamese.roman import roman

_OF_TASK: Final = frozenset({ColumnField.NUMBER, ColumnField.NAME})
"""Columns whose cells are merged over the rows of a task."""
_UNITS: Final = frozenset({ColumnField.LEAD, ColumnField.SUPPORT, ColumnField.MONITOR})


def task_rows(plan: Plan, layout: TableLayout, place: str) -> Iterator[Entry]:
    """Yield the rows from the top: heading, groups where they have rows, tasks; merged cells stand in the first row.

    The number of a task is left out: it follows from the order.
    """
    headings = {at: column.heading for at, column in enumerate(layout.columns)}
    yield row_entry(Part.TABLE, within(place, HEADING), {}, headings)
    number = 0
    for position, (group, members) in enumerate(groupby(plan.tasks, key=lambda task: task.group), start=1):
        if layout.group == "row" and group:
            number += 1
            yield row_entry(Part.TABLE, within(place, f"hàng {number}"), headings, _group(group, position, layout))
        above: dict[ColumnField, str] = {}
        for task in members:
            for at, row in enumerate(task.rows or (TaskRow(),)):
                number += 1
                cells = _cells(task, row, layout, above, first=not at)
                yield row_entry(Part.TABLE, within(place, f"hàng {number}"), headings, cells)


def _group(group: str, position: int, layout: TableLayout) -> dict[int, str]:
    """Return the cells of a group's row: its number in a column for numbers, else before its name."""
    if len(layout.columns) > 1 and layout.columns[0].field is ColumnField.NUMBER:
        return {0: roman(position), 1: group}
    return {0: f"{roman(position)}. {group}"}


def _cells(
    task: Task, row: TaskRow, layout: TableLayout, above: dict[ColumnField, str], *, first: bool
) -> dict[int, str]:
    """Return the cells that begin in a row; ``above`` holds what stands above in merged columns, and is kept so."""
    found: dict[int, str] = {}
    for at, column in enumerate(layout.columns):
        text = _text(task, row, column.field)
        merged = column.field in layout.merges and text and above.get(column.field) == text
        above[column.field] = text
        if not merged and (first or column.field not in _OF_TASK):
            found[at] = text
    return found


def _text(task: Task, row: TaskRow, field: ColumnField) -> str:
    if field is ColumnField.NUMBER:
        return ""
    record = task if field.value in Task.model_fields else row
    value = getattr(record, field.value)
    label = task.goal_label if field is ColumnField.GOAL else row.label if field is ColumnField.ACTIVITY else None
    if isinstance(value, tuple):
        return ("; " if field in _UNITS else "\n").join(map(plain, value))
    text = value.short() if isinstance(value, PartialDate) else plain(told(value))
    return f"{label} {text}" if label and text else text
