"""The count of a task table: the rows and texts that its plan has, held against those that were written.

It counts in the plan itself and in the XML, and asks nothing of what lies between: a row or a text that the writer of
the table loses is found here, before it could be missing in the log that the proof reads.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from generator.model.layout import ColumnField, TableLayout
from generator.model.plan import Plan, Task, TaskRow
from generator.render.printing import MOST_KEPT, Pieces
from generator.render.proof import ProofError


def hold_complete(table: Pieces, plan: Plan, layout: TableLayout) -> None:
    """Raise ProofError unless a task table has the rows of its plan, and no fewer texts than they have."""
    groups = _groups(plan, layout)
    expected = 1 + len(groups) + plan.task_rows
    rows = sum(map(_ROW_COUNTS.__getitem__, table[0::2]))
    texts = len(table) // 2 - table[1::2].count("")
    least = _texts(plan, layout, len(groups))
    if rows != expected or texts < least:
        told = f"{rows} hàng, kế hoạch có {expected} hàng"
        if rows == expected:
            told = f"{texts} ô có chữ, kế hoạch có ít nhất {least}"
        raise ProofError(
            f"bảng nhiệm vụ in ra không đúng: {told}; không ghi gì",
            hint="đây là lỗi của chương trình, hãy báo cho người phát triển kèm tệp dữ liệu và mẫu",
        )


class _RowCounts(dict[str, int]):
    """How many rows begin in a piece of XML, kept for XML that comes again in every table."""

    def __missing__(self, xml: str) -> int:
        if len(self) >= MOST_KEPT:
            self.clear()
        self[xml] = found = xml.count("<w:tr>")
        return found


_ROW_COUNTS = _RowCounts()


def _groups(plan: Plan, layout: TableLayout) -> list[str]:
    """Return the names of the groups that stand in rows of their own."""
    if layout.group != "row":
        return []
    return [group for group, _ in groupby([task.group for task in plan.tasks]) if group is not None]


def _texts(plan: Plan, layout: TableLayout, groups: int) -> int:
    """Return how many texts are there at least: just so many where none is cut into paragraphs or runs.

    Cells that may be merged are left out; a name and its number are one cell of the task.
    """
    fields = [column.field for column in layout.columns if column.field not in layout.merges]
    rows = [row for task in plan.tasks for row in task.rows]
    cells = sum(_OF_ROWS[field](rows) for field in fields if field in _OF_ROWS)
    if of_tasks := [field for field in fields if field in _OF_TASKS]:
        owners = [task for task in plan.tasks for _ in range(len(task.rows) or 1)]
        cells += sum(_OF_TASKS[field](owners) for field in of_tasks)
    columns = layout.columns
    apart = len(columns) > 1 and columns[0].field is ColumnField.NUMBER
    return len(columns) + groups * (2 if apart else 1) + _names(plan, layout) + cells


def _names(plan: Plan, layout: TableLayout) -> int:
    """Return how many cells have the name of a task or its number alone."""
    fields = {column.field for column in layout.columns}
    tasks = len({task.id for task in plan.tasks})
    found = tasks if ColumnField.NAME in fields else 0
    if ColumnField.NUMBER in fields and layout.number_in == "column" and layout.numbering != "kept":
        found += tasks
    return found


_OF_TASKS: dict[ColumnField, Callable[[Sequence[Task]], int]] = {
    ColumnField.GROUP: lambda tasks: len(tasks) - [task.group for task in tasks].count(None),
    ColumnField.GOAL: lambda tasks: len(tasks) - [task.goal or task.goal_label for task in tasks].count(None),
    ColumnField.SUBMIT_DUE: lambda tasks: len(tasks) - [task.submit_due for task in tasks].count(None),
    ColumnField.ISSUE_DUE: lambda tasks: len(tasks) - [task.issue_due for task in tasks].count(None),
}
_OF_ROWS: dict[ColumnField, Callable[[Sequence[TaskRow]], int]] = {
    ColumnField.ACTIVITY: lambda rows: len(rows) - [row.activity or row.label for row in rows].count(None),
    ColumnField.PRODUCTS: lambda rows: sum(map(len, [row.products for row in rows])),
    ColumnField.SCHEDULE: lambda rows: len(rows) - [row.schedule for row in rows].count(None),
    ColumnField.LEAD: lambda rows: len(rows) - [row.lead for row in rows].count(()),
    ColumnField.SUPPORT: lambda rows: len(rows) - [row.support for row in rows].count(()),
    ColumnField.MONITOR: lambda rows: len(rows) - [row.monitor for row in rows].count(()),
    ColumnField.BUDGET: lambda rows: len(rows) - [row.budget for row in rows].count(None),
    ColumnField.NOTE: lambda rows: len(rows) - [row.note for row in rows].count(None),
}
