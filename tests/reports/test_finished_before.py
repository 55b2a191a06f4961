"""What was finished in an earlier period of the year stays finished; what is done in each period is told anew."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.origin import Derivation, DerivedFrom
from generator.model.plan import Plan
from generator.model.progress import Progress, Status, TaskProgress
from generator.reports.finished_before import Before, before
from generator.reports.report import unit_report
from generator.vietnamese.dates import PartialDate
from tests.reports.grounds import ON, ground, sample_plan, told

REGIME = ground().regime
Q1, H1 = REGIME.period_dates("2027-Q1"), REGIME.period_dates("2027-H1")


def _plan(schedule: str = "Quý I/2027", **more: Any) -> Plan:
    tasks = [{"id": "NV01", "name": "Rà soát quy trình", "rows": [{"schedule": schedule}]}]
    return Plan.model_validate({"kind": "plan", "year": 2027, "tasks": tasks, **more})


def _told(**task: Any) -> Progress:
    return told(tasks=[{"task": "NV01", **task}])


DONE = {"status": "done", "done": "2027-03-05", "product": "15/BC-SGDĐT", "product_date": "2027-03-05"}


@pytest.mark.parametrize("status", ["done", "dropped"])
def test_what_is_finished_is_carried_as_it_was_told(status: str) -> None:
    one = _told(**{**DONE, "status": status, "evidence": "bao_cao.pdf"})
    found = before(_plan(), one, Q1, H1)
    assert found.label == "quý I năm 2027"
    assert found.carried([TaskProgress(task="NV01")]) == one.tasks


@pytest.mark.parametrize("status", ["not_started", "under_way", None])
def test_what_is_not_finished_is_told_of_anew(status: str | None) -> None:
    found = before(_plan(), _told(status=status, reason="Chờ hướng dẫn."), Q1, H1)
    assert found.told["NV01"].reason == "Chờ hướng dẫn."
    assert found.carried([TaskProgress(task="NV01")]) == (TaskProgress(task="NV01"),)


@pytest.mark.parametrize("schedule", ["Hằng quý", "Thường xuyên", "Trước ngày 10 của tháng cuối quý"])
def test_what_is_done_in_each_period_is_told_of_anew(schedule: str) -> None:
    found = before(_plan(schedule), _told(**DONE), Q1, H1)
    assert found.told
    assert not found.finished


def test_another_year_and_a_plan_above_carry_nothing() -> None:
    last = REGIME.period_dates("2026-Y")
    assert before(_plan(), _told(**DONE), last, Q1) == Before()
    parent = DerivedFrom(document="15/KH-UBND", hash="abc")
    derived = Derivation(unit="so-gddt", on=PartialDate(2027, 1, 4), parents=(parent,))
    one = _told(**DONE).model_copy(update={"plan": parent})
    assert before(_plan(derivation=derived), one, Q1, H1) == Before()
    assert before(_plan(), one, Q1, H1).finished


def test_tasks_that_the_plan_lacks_are_left_out() -> None:
    one = told(tasks=[{"task": "CU1", **DONE}])
    assert before(_plan(), one, Q1, H1).told == {}


TASKS = st.lists(st.sampled_from([f"NV{number:02d}" for number in range(6)]), unique=True)
STATUSES = st.sampled_from([None, *Status])


@given(st.data(), TASKS, TASKS)
def test_every_task_finished_before_is_finished_now_or_told(
    data: st.DataObject, then: list[str], now: list[str]
) -> None:
    earlier = Before("quý I năm 2027", {id: TaskProgress(task=id, status=data.draw(STATUSES)) for id in then})
    tasks = [TaskProgress(task=id, status=data.draw(STATUSES)) for id in now]
    undone = {one.task for one in earlier.undone(tasks)}
    stands = {one.task: one.status for one in tasks}
    assert undone == {id for id, one in earlier.finished.items() if stands.get(id) is not one.status}
    carried = earlier.carried([TaskProgress(task=id) for id in sorted({*then, *now})])
    assert not [*earlier.undone(carried)]


def test_a_report_tells_of_what_was_done_before_and_is_not_any_more() -> None:
    earlier, now = told(0), told(0, period="2027-H1")
    done = [*before(sample_plan(), earlier, Q1, H1).finished]
    undone = now.model_copy(update={"tasks": tuple(one for one in now.tasks if one.task != done[0])})
    for progress, expected in ((now, []), (undone, [f"nhiệm vụ {done[0]}"])):
        found = unit_report(sample_plan(), progress, ground(), ON, previous=earlier).diagnostics
        wrong = [one for one in found if "theo báo cáo quý I năm 2027 đã xong" in one.message]
        assert [str(one.place) for one in wrong] == expected
