"""The reminder and the consolidated report of an office say the same of the tasks that its units lead."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.model.plan import Plan
from generator.model.progress import Status
from generator.reports.consolidated import unit_states, unit_tasks
from generator.reports.late import day_of_states, late_units
from generator.reports.led_tasks import led_tasks
from generator.reports.origins import Above
from generator.reports.receipts import Received, receipts
from tests.reports.reminding import DAY, GROUND, PERIOD, SCHOOLS, told

OFFICE = GROUND.directory.get("so-gddt")
ISSUER = {"name": "Sở Giáo dục và Đào tạo", "symbol": "SGDĐT"}
HEAD = {"year": 2027, "number": 15, "date": "2026-12-25", "issuer": ISSUER}
PLAN = Plan.model_validate({**HEAD, "tasks": [{"id": "NV01", "name": "Rà soát", "issue_due": "2027-03-10"}]})
PARENT = {"document": "15/KH-SGDĐT", "item": "NV01", "role": "lead"}
BELOW = Plan.model_validate(
    {"year": 2027, "tasks": [{"id": "A", "name": "Rà soát", "issue_due": "2027-03-05", "parent": PARENT}]}
)
SAYS = st.sampled_from(["done", "late", "under_way", "not_started", "undated", "nothing", "no file"])


def _task(says: str) -> list[dict[str, str]]:
    """Return what a unit tells of the task."""
    if says == "nothing":
        return []
    done = {"done": "2027-03-01", "late": "2027-03-09"}.get(says)
    status = "done" if done or says == "undated" else says
    return [{"task": "A", "status": status, **({"done": done} if done else {})}]


@given(st.lists(SAYS, min_size=1, max_size=len(SCHOOLS)), st.booleans())
def test_who_is_reminded_of_a_task_is_who_the_report_says_has_not_done_it(said: list[str], own_says_done: bool) -> None:
    units = SCHOOLS[: len(said)]
    files = [
        Received(f"{unit.id}.yaml", told(unit, tasks=_task(says)))
        for unit, says in zip(units, said, strict=True)
        if says != "no file"
    ]
    received = receipts(units, files, GROUND, "2027-Q1")
    plans = {unit.id: BELOW for unit in units}
    cut = day_of_states(PERIOD, DAY)
    states = unit_states(received, plans, cut)
    late = late_units(units, received, states, PERIOD, DAY)
    assert OFFICE is not None
    own = (OFFICE, Received("so.yaml", told(OFFICE, tasks=[{**_task("done")[0], "task": "NV01"}])))
    led = led_tasks(Above(PLAN), unit_tasks(received, plans, states), own if own_says_done else None, cut)
    (leads,) = led.leads
    undone = [one.unit for one in late if any(task.problem is None for task in one.tasks)]
    unclear = {unit.id for unit, says in zip(units, said, strict=True) if says == "undated"}
    assert {one.unit.id for one in late if one.unclear} == unclear
    assert undone == [unit for unit in leads.undone if unit.id not in unclear]
    untold = [one.unit for one in late if one.report or any(task.problem for task in one.tasks)]
    assert {unit.id for unit in untold} == {unit.id for unit in leads.silent}
    if undone:
        assert [task.status for task in led.tasks] != [Status.DONE]
        assert bool(led.contradictions) == own_says_done
