"""What a plan adds: groups in the order of their first task, rows counted as they are printed."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from generator.model.document import Document
from generator.model.plan import Plan, Task, TaskRow


def _task(group: str | None, rows: int = 1) -> Task:
    return Task(id="x", group=group, name="Rà soát", rows=(TaskRow(),) * rows)


def test_groups_stand_in_the_order_of_their_first_task() -> None:
    plan = Plan(tasks=(_task("B"), _task(None), _task("A"), _task("B")))
    assert plan.task_groups == ("B", "A")


def test_a_task_without_rows_still_takes_a_row_of_the_table() -> None:
    assert Plan(tasks=(_task("A", rows=0), _task("A", rows=3))).task_rows == 4
    assert Plan().task_rows == 0


@pytest.mark.parametrize("year", [1944, 2201, "hai nghìn"])
def test_a_year_must_be_a_likely_one(year: Any) -> None:
    with pytest.raises(ValidationError):
        Plan(year=year)


def test_a_plan_is_always_a_plan() -> None:
    assert Plan().kind == "plan"
    with pytest.raises(ValidationError):
        Plan.model_validate({"kind": "report"})


def test_only_a_plan_has_tasks() -> None:
    with pytest.raises(ValidationError, match="tasks"):
        Document.model_validate({"kind": "report", "tasks": []})
