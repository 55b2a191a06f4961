"""Schools of the invented province that have reported, or not, with tasks done, or not: for the tests of reminders."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from generator.model.plan import Plan
from generator.model.progress import Progress
from generator.registers.units import Unit
from generator.reports.consolidated import UnitStates, unit_states
from generator.reports.late import day_of_states
from generator.reports.receipts import Receipts, Received, receipts
from tests.reports.grounds import ON, ground

GROUND = ground()
PERIOD = GROUND.regime.period_dates("2027-Q1")
"""Figures until 14/3, to be sent until 20/3."""
SCHOOLS = [unit for unit in GROUND.directory.on(ON) if unit.level == "school"][:8]
DAY = datetime.date(2027, 3, 24)
PLAN = Plan.model_validate(
    {
        "year": 2027,
        "tasks": [
            {"id": "A", "name": "Rà soát TTHC.", "issue_due": "2027-03-10"},
            {"id": "B", "name": "Niêm yết TTHC.", "issue_due": "2027-03-14"},
            {"id": "C", "name": "Công khai kết quả.", "issue_due": "2027-03-20"},
        ],
    }
)
DONE = {"A": "done", "B": "done", "C": "under_way"}


def told(unit: Unit, states: dict[str, str] | None = None, **changes: Any) -> Progress:
    """Return what a unit tells of the tasks A (due before the cut-off), B (on it) and C (after it)."""
    tasks = [
        {"task": task, "status": status, **({"done": "2027-03-01"} if status == "done" else {})}
        for task, status in (DONE if states is None else states).items()
    ]
    values = {
        "unit": unit.id, "unit_name": unit.name, "regime": "bo-noi-vu", "period": "2027-Q1", "tasks": tasks,
    }  # fmt: skip
    return Progress.model_validate({**values, **changes})


def file(unit: Unit, states: dict[str, str] | None = None, **changes: Any) -> Received:
    """Return the file in which a unit tells it."""
    return Received(f"{unit.id}.yaml", told(unit, states, **changes))


def held(files: Sequence[Received], **more: Any) -> tuple[Receipts, tuple[UnitStates, ...]]:
    """Return what counts of files of the schools, and how their tasks stand on the day to which figures reach."""
    found = receipts(SCHOOLS, files, GROUND, "2027-Q1", **more)
    return found, unit_states(found, {unit.id: PLAN for unit in SCHOOLS}, day_of_states(PERIOD, DAY))
