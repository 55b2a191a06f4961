"""What tasks have and their table has no column for: nothing of it is printed, so the user is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.diagnostics import Diagnostic, Place, hint
from generator.model.blocks import TasksHere
from generator.model.layout import ColumnField, TableLayout
from generator.model.plan import Plan, Task, TaskRow

_OF_ROW = (ColumnField.ACTIVITY, ColumnField.MONITOR, ColumnField.BUDGET, ColumnField.NOTE)
_DAYS = (ColumnField.SUBMIT_DUE, ColumnField.ISSUE_DUE)


def unshown(plan: Plan, layouts: Mapping[str, TableLayout]) -> Iterator[Diagnostic]:
    """Yield a hint for each field that tasks have and the layout of their table does not print.

    The days of a task count only where it has no time in words, which every layout prints.
    """
    for block in plan.blocks():
        layout = layouts.get(block.layout) if isinstance(block, TasksHere) else None
        if layout is None or not isinstance(block, TasksHere):
            continue
        shown, tasks = {column.field for column in layout.columns}, plan.of_table(block.table).tasks
        lost = {
            **{field: [task for task in tasks if any(getattr(row, field.value) for row in task.rows)]
               for field in _OF_ROW},
            ColumnField.GOAL: [task for task in tasks if task.goal],
            **{field: [task for task in tasks if getattr(task, field.value) and not _has_time(task)]
               for field in _DAYS},
        }  # fmt: skip
        yield from (_hint(field, found, layout) for field, found in lost.items() if found and field not in shown)


def _has_time(task: Task) -> bool:
    return any(row.schedule for row in task.rows)


def _hint(field: ColumnField, tasks: list[Task], layout: TableLayout) -> Diagnostic:
    owner = TaskRow if field.value in TaskRow.model_fields else Task
    label = owner.model_fields[field.value].title or field.value
    named = ", ".join(task.id for task in tasks[:3]) + (" …" if len(tasks) > 3 else "")  # noqa: PLR2004
    return hint(
        f"bảng nhiệm vụ «{layout.name}» không có cột «{label}»: nội dung cột ấy không in",
        Place(field="tasks"),
        found=f"{len(tasks)} nhiệm vụ có dữ liệu ({named})",
        hint="chọn mẫu bảng có cột ấy (layout của khối kind: tasks; trong biểu Excel: hàng «in nhiệm vụ» của trang Nội"
        " dung), hoặc thêm mẫu bảng riêng (layouts)",
        code="unshown-column",
    )
