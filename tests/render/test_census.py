"""A row or a text that the writer of the task table loses or doubles is found by counting in the plan."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from generator.model.layout import ColumnField, TableLayout
from generator.model.plan import Plan
from generator.render import task_rows
from generator.render.census import hold_complete
from generator.render.printing import Pieces
from generator.render.proof import ProofError
from generator.render.render import render
from generator.render.task_rows import TaskRows
from generator.render.task_table import TaskRun
from generator.templates.catalog import layouts
from tests.rendered import built_template, document

ROW = {"products": ["Báo cáo", "Danh mục"], "schedule": "Quý I", "lead": ["Văn phòng"], "support": ["Các phòng"]}
TASKS = [
    {"id": f"NV{number}", "group": group, "name": f"Việc {number}", "rows": [ROW] * (2 if number == 3 else 1)}
    for number, group in enumerate(["Một", "Một", "Hai", None], start=1)
]
FLAT = [task for task in TASKS if task["id"] != "NV3"]


def _plan(tasks: list[dict[str, Any]]) -> Plan:
    found = document("plan", tasks=tasks, appendices=[{"blocks": [{"kind": "tasks", "layout": "seven_columns"}]}])
    assert isinstance(found, Plan)
    return found


def _render(tasks: list[dict[str, Any]]) -> None:
    render(_plan(tasks), built_template("plan"), layouts())


def _table(plan: Plan, layout: TableLayout) -> Pieces:
    widths = [1000] * len(layout.columns)
    return TaskRows(layout, widths, built_template("plan").styles).table(plan).pieces


@pytest.mark.parametrize("tasks", [TASKS, FLAT, []], ids=["several rows", "a row each", "none"])
@pytest.mark.parametrize("layout", layouts().values(), ids=layouts().keys())
def test_a_whole_table_passes(tasks: list[dict[str, Any]], layout: TableLayout) -> None:
    plan = _plan(tasks)
    hold_complete(_table(plan, layout), plan, layout)


def _runs(change: Callable[[list[TaskRun]], list[TaskRun]], monkeypatch: pytest.MonkeyPatch) -> None:
    right = task_rows.task_runs
    monkeypatch.setattr(task_rows, "task_runs", lambda plan, layout: change(right(plan, layout)))


@pytest.mark.parametrize("tasks", [TASKS, FLAT], ids=["several rows", "a row each"])
@pytest.mark.parametrize(
    "change",
    [lambda runs: runs[:-1], lambda runs: runs[1:], lambda runs: [*runs, runs[0]], lambda runs: [runs[0], *runs]],
    ids=["the last lost", "the first lost", "one doubled below", "one doubled above"],
)
def test_a_lost_or_doubled_group_is_found(
    tasks: list[dict[str, Any]], change: Callable[[list[TaskRun]], list[TaskRun]], monkeypatch: pytest.MonkeyPatch
) -> None:
    _render(tasks)
    _runs(change, monkeypatch)
    with pytest.raises((ProofError, ValueError)):
        _render(tasks)


@pytest.mark.parametrize("tasks", [TASKS, FLAT], ids=["several rows", "a row each"])
@pytest.mark.parametrize("change", [lambda rows: rows[1:], lambda rows: rows[:-1]])
def test_a_lost_row_is_found(
    tasks: list[dict[str, Any]], change: Callable[[list[Any]], list[Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    right = TaskRows._rows
    monkeypatch.setattr(TaskRows, "_rows", lambda self, runs: iter(change([*right(self, runs)])))
    with pytest.raises(ProofError, match=r"bảng nhiệm vụ in ra không đúng: (\d+) hàng, kế hoạch có (?!\1 )\d+ hàng;"):
        _render(tasks)


@pytest.mark.parametrize("field", [ColumnField.NAME, ColumnField.SCHEDULE, ColumnField.LEAD, ColumnField.SUPPORT])
@pytest.mark.parametrize("tasks", [TASKS, FLAT], ids=["several rows", "a row each"])
def test_a_lost_text_is_found(tasks: list[dict[str, Any]], field: ColumnField, monkeypatch: pytest.MonkeyPatch) -> None:
    def blank(run: TaskRun, layout: Any) -> list[str]:
        return ["", *right(run, layout)[1:]]

    right = task_rows._ONE_TEXT[field]
    monkeypatch.setitem(task_rows._ONE_TEXT, field, blank)
    monkeypatch.setitem(task_rows.PRINTERS, field, lambda entry, layout: ())
    plan, layout = _plan(tasks), layouts()["seven_columns"]
    with pytest.raises(ProofError, match=r"in ra không đúng: \d+ ô có chữ, kế hoạch có ít nhất \d+;"):
        hold_complete(_table(plan, layout), plan, layout)


def test_a_lost_product_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    right = task_rows.bare_dashes
    monkeypatch.setattr(task_rows, "bare_dashes", lambda texts: right(texts[:1]) * len(texts[:1]) + [""])
    with pytest.raises(ProofError, match="bảng nhiệm vụ"):
        _render(FLAT)
