"""The task appendix of a plan as a grid, after a table layout."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.model.layout import ColumnField, TableLayout
from generator.model.plan import Plan, Task, TaskRow
from generator.render.grid import GROUP, HEADING, Grid, GridCell, merge_down, rich_paragraphs
from generator.vietnamese.dates import PartialDate
from generator.vietnamese.marks import escape
from generator.vietnamese.roman import roman


@dataclass(frozen=True)
class _Entry:
    """One row of the table before it is laid out."""

    task: Task
    row: TaskRow
    number: str


def task_grid(plan: Plan, layout: TableLayout) -> Grid:
    """Return the tasks as a table; neighbouring equal cells of the merged columns become one."""
    heading = tuple(GridCell((escape(column.heading),), style=HEADING) for column in layout.columns)
    rows: list[tuple[GridCell, ...]] = []
    for position, (group, entries) in enumerate(_groups(plan, layout), start=1):
        if layout.group == "row" and group is not None:
            rows.append(_group_row(group, position, layout))
        rows.extend(_rows(entries, layout))
    widths = tuple(column.width for column in layout.columns)
    return Grid(widths, (heading, *rows), landscape=layout.landscape)


def _groups(plan: Plan, layout: TableLayout) -> Iterator[tuple[str | None, list[_Entry]]]:
    """Yield the tasks by runs of equal group, numbered after the layout."""
    counter: Counter[str] = Counter()
    runs: list[tuple[str | None, list[_Entry]]] = []
    for task in plan.tasks:
        if not runs or runs[-1][0] != task.group:
            runs.append((task.group, []))
            counter["group"] += 1
            counter["task"] = counter["task"] if layout.numbering == "continuous" else 0
        counter["task"] += 1
        number = _number(task, layout, counter)
        runs[-1][1].extend(_Entry(task, row, number) for row in task.rows or (TaskRow(),))
    yield from runs


def _number(task: Task, layout: TableLayout, counter: Counter[str]) -> str:
    if layout.numbering == "kept":
        return task.label or ""
    if layout.numbering == "dotted":
        return f"{counter['group']}.{counter['task']}"
    return str(counter["task"])


def _group_row(group: str, position: int, layout: TableLayout) -> tuple[GridCell, ...]:
    count = len(layout.columns)
    if count > 1 and layout.columns[0].field is ColumnField.NUMBER:
        number = GridCell((roman(position),), style=GROUP, align="center")
        return (number, GridCell((escape(group),), columns=count - 1, style=GROUP))
    return (GridCell((f"{roman(position)}. {escape(group)}",), columns=count, style=GROUP),)


def _rows(entries: Sequence[_Entry], layout: TableLayout) -> list[tuple[GridCell, ...]]:
    cells: list[list[GridCell | None]] = [
        [GridCell(_PRINTERS[column.field](entry, layout), align=column.align) for column in layout.columns]
        for entry in entries
    ]
    for index, column in enumerate(layout.columns):
        if key := _merge_key(column.field, layout):
            whole = [[cell or GridCell() for cell in row] for row in cells]
            for row, merged in zip(cells, merge_down(whole, index, [key(entry) for entry in entries]), strict=True):
                row[index] = merged[index]
    return [tuple(cell for cell in row if cell is not None) for row in cells]


def _merge_key(field: ColumnField, layout: TableLayout) -> Callable[[_Entry], object] | None:
    """Return what must be equal for neighbouring cells to merge; None when the column never merges.

    Number and name of a task with several rows always merge: they are one cell of the task.
    """
    if field in (ColumnField.NUMBER, ColumnField.NAME):
        return lambda entry: entry.task.id
    if field not in layout.merges:
        return None
    if field is ColumnField.GROUP:
        return lambda entry: entry.task.group
    if field is ColumnField.GOAL:
        return lambda entry: entry.task.goal and (entry.task.goal_label, entry.task.goal)
    return lambda entry: _PRINTERS[field](entry, layout) or None


def _name(entry: _Entry, layout: TableLayout) -> tuple[str, ...]:
    number = entry.number
    shown = layout.number_in == "name" or (layout.numbering == "kept" and layout.number_in == "none")
    if not shown or not number:
        return rich_paragraphs(entry.task.name)
    mark = "" if layout.numbering == "kept" else "."
    return rich_paragraphs(f"{escape(number)}{mark} {entry.task.name}")


def _labelled(label: str | None, text: str | None) -> tuple[str, ...]:
    if text is None:
        return rich_paragraphs(escape(label or ""))
    return rich_paragraphs(f"{escape(label)} {text}" if label else text)


def _listed(texts: Sequence[str]) -> tuple[str, ...]:
    """One text stands as it is, several as a list of dashes."""
    if len(texts) < 2:
        return rich_paragraphs(*texts)
    ended = [f"- {text};" for text in texts[:-1]] + [f"- {texts[-1]}."]
    return rich_paragraphs(*ended)


def _units(names: Sequence[str]) -> tuple[str, ...]:
    return rich_paragraphs(escape("; ".join(names)))


def _day(date: PartialDate | None) -> tuple[str, ...]:
    return rich_paragraphs(date.short() if date else None)


_PRINTERS: dict[ColumnField, Callable[[_Entry, TableLayout], tuple[str, ...]]] = {
    ColumnField.NUMBER: lambda entry, layout: (
        rich_paragraphs(escape(entry.number)) if layout.number_in == "column" else ()
    ),
    ColumnField.GROUP: lambda entry, layout: rich_paragraphs(escape(entry.task.group or "")),
    ColumnField.GOAL: lambda entry, layout: _labelled(entry.task.goal_label, entry.task.goal),
    ColumnField.NAME: _name,
    ColumnField.ACTIVITY: lambda entry, layout: _labelled(entry.row.label, entry.row.activity),
    ColumnField.PRODUCTS: lambda entry, layout: _listed(entry.row.products),
    ColumnField.SCHEDULE: lambda entry, layout: rich_paragraphs(escape(entry.row.schedule or "")),
    ColumnField.SUBMIT_DUE: lambda entry, layout: _day(entry.task.submit_due),
    ColumnField.ISSUE_DUE: lambda entry, layout: _day(entry.task.issue_due),
    ColumnField.LEAD: lambda entry, layout: _units(entry.row.lead),
    ColumnField.SUPPORT: lambda entry, layout: _units(entry.row.support),
    ColumnField.MONITOR: lambda entry, layout: _units(entry.row.monitor),
    ColumnField.BUDGET: lambda entry, layout: rich_paragraphs(escape(entry.row.budget or "")),
    ColumnField.NOTE: lambda entry, layout: rich_paragraphs(entry.row.note),
}
