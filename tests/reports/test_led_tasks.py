"""A task of the office as the units that lead it tell: done when all have done it, contradictions named."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Severity
from generator.model.plan import Plan
from generator.model.progress import Progress, Status, TaskProgress
from generator.reports.led_tasks import Led, UnitTasks, is_count, led_tasks
from generator.reports.origins import Above
from generator.reports.receipts import Received
from generator.reports.report import unit_report
from generator.reports.task_states import task_states
from generator.transform.points import content_hash
from tests.reports.grounds import ON, ground

GROUND = ground()
SCHOOLS = [unit for unit in GROUND.directory.on(ON) if unit.level == "school"][:8]
NAMES = [unit.name for unit in SCHOOLS]
OFFICE = GROUND.directory.get("so-gddt")
DAY = datetime.date(2027, 3, 14)
NUMBER = "15/KH-SGDĐT"

DONE = {"status": "done", "done": "2027-02-20"}
LATE = {"status": "done", "done": "2027-03-05"}
BEGUN = {"status": "under_way", "reason": "Chờ hướng dẫn."}
IDLE = {"status": "not_started"}


def _plan(due: str | None = "2027-03-01", **changes: Any) -> Plan:
    """Return the plan of the office: one task."""
    row = {"activity": "Rà soát", "schedule": None if due else "Hằng quý"}
    task = {"id": "NV01", "name": "Rà soát", "issue_due": due, "rows": [row]}
    issuer = {"name": "Sở Giáo dục và Đào tạo", "symbol": "SGDĐT"}
    values = {"year": 2027, "number": 15, "date": "2026-12-25", "issuer": issuer, "tasks": [task]}
    return Plan.model_validate({**values, **changes})


def _below(document: str = NUMBER, hash: str | None = None, **changes: Any) -> Plan:
    """Return the plan of a unit: one task that comes from the office's."""
    parent = {"document": document, "item": "NV01", "role": "lead", "hash": hash}
    task = {"id": "A", "name": "Rà soát", "issue_due": "2027-03-01", "parent": parent}
    return Plan.model_validate({"year": 2027, "tasks": [task], **changes})


def _units(tasks: Sequence[dict[str, Any] | None], plan: Plan | None = None) -> list[UnitTasks]:
    """Return the units that lead it; of None no report has come."""
    below = plan or _below()
    return [
        UnitTasks(unit, below, None if task is None else task_states(below, _told(task), DAY))
        for unit, task in zip(SCHOOLS, tasks, strict=False)
    ]


def _told(task: dict[str, Any], id: str = "A") -> Progress:
    values = {"unit": "x", "unit_name": "X", "regime": "bo-noi-vu", "period": "2027-Q1"}
    return Progress.model_validate({**values, "tasks": [{"task": id, **task}] if task else []})


def _led(tasks: Sequence[dict[str, Any] | None], own: dict[str, Any] | None = None, plan: Plan | None = None) -> Led:
    assert OFFICE is not None
    mine = (OFFICE, Received("so.yaml", _told(own, "NV01"))) if own else None
    return led_tasks(Above(plan or _plan()), _units(tasks), mine, DAY)


def _task(led: Led) -> tuple[Status | None, str | None, str | None]:
    (task,) = led.tasks
    return task.status, task.done.iso() if task.done else None, task.reason


CAUSE = "nguyên nhân các đơn vị nêu: Chờ hướng dẫn"


@pytest.mark.parametrize(
    ("tasks", "status", "done", "reason"),
    [
        ((DONE, DONE, DONE), Status.DONE, "2027-02-20", None),
        ((DONE, LATE, DONE), Status.DONE, "2027-03-05", f"1/3 đơn vị hoàn thành trễ hạn: {NAMES[1]}"),
        ((DONE, BEGUN, DONE), Status.UNDER_WAY, None, f"còn 1/3 đơn vị chưa hoàn thành: {NAMES[1]}; {CAUSE}"),
        ((IDLE, IDLE), Status.NOT_STARTED, None, f"còn 2/2 đơn vị chưa hoàn thành: {NAMES[0]}, {NAMES[1]}"),
        ((DONE, None, DONE), Status.UNDER_WAY, None, f"1/3 đơn vị chưa có báo cáo về nhiệm vụ này: {NAMES[1]}"),
        ((DONE, {}, DONE), Status.UNDER_WAY, None, f"1/3 đơn vị chưa có báo cáo về nhiệm vụ này: {NAMES[1]}"),
        ((DONE, {"status": "done"}), Status.UNDER_WAY, None, f"1/2 đơn vị chưa rõ ngày hoàn thành: {NAMES[1]}"),
    ],
)
def test_a_task_stands_as_the_units_that_lead_it(
    tasks: tuple[dict[str, Any] | None, ...], status: Status, done: str | None, reason: str | None
) -> None:
    assert _task(_led(tasks)) == (status, done, reason)


@given(st.lists(st.sampled_from([DONE, LATE, BEGUN, IDLE, None, {}]), min_size=1, max_size=len(SCHOOLS)))
def test_a_task_is_done_only_when_all_that_lead_it_have_done_it(tasks: list[dict[str, Any] | None]) -> None:
    all_done = all(task is not None and task.get("status") == "done" for task in tasks)
    assert (_task(_led(tasks))[0] is Status.DONE) == all_done
    assert (_task(_led(tasks, DONE))[0] is Status.DONE) == all(not task or task in (DONE, LATE) for task in tasks)


def test_of_many_units_the_first_are_named_and_the_workbook_has_all() -> None:
    led = _led([BEGUN] * 6)
    first = ", ".join(NAMES[:3])
    assert _task(led)[2] == f"còn 6/6 đơn vị chưa hoàn thành: {first} và 3 đơn vị khác; {CAUSE}"
    (leads,) = led.leads
    assert [unit.name for unit in leads.undone] == NAMES[:6]


def test_a_unit_alone_gives_its_own_reason_and_product() -> None:
    led = _led([{**LATE, "product": "12/BC-THPT", "reason": "Thiếu người."}])
    (task,) = led.tasks
    assert (task.status, task.product, task.reason) == (Status.DONE, "12/BC-THPT", "Thiếu người")
    assert _task(_led([BEGUN]))[2] == "Chờ hướng dẫn"


@pytest.mark.parametrize(
    ("tasks", "reason"),
    [
        ([BEGUN, BEGUN, BEGUN], None),
        ([BEGUN, IDLE, BEGUN], f"1/3 đơn vị chưa thực hiện: {NAMES[1]}"),
        ([IDLE, IDLE], None),
        ([BEGUN, None], None),
    ],
)
def test_of_a_recurring_task_only_who_does_not_do_it_is_told(
    tasks: list[dict[str, Any] | None], reason: str | None
) -> None:
    assert _task(_led(tasks, plan=_plan(due=None)))[2] == reason


def test_of_a_task_not_yet_due_it_is_told_how_many_have_done_it() -> None:
    plan = _plan(due="2027-06-30")
    assert _task(_led([DONE, BEGUN, None], plan=plan))[2] == "1/3 đơn vị đã hoàn thành"
    assert _task(_led([BEGUN, IDLE], plan=plan))[2] is None


# ---- The office's own file -------------------------------------------------------------------------------------------


def test_the_office_that_calls_done_what_units_have_not_done_is_contradicted() -> None:
    led = _led([DONE, BEGUN, DONE], {**DONE, "product": "20/BC-SGDĐT"})
    assert _task(led)[:2] == (Status.UNDER_WAY, None)
    (wrong,) = led.contradictions
    assert (wrong.unit, wrong.source, wrong.place) == ("Sở Giáo dục và Đào tạo", "so.yaml", "nhiệm vụ NV01")
    assert wrong.severity is Severity.ERROR
    assert wrong.found == f"còn 1/3 đơn vị chưa hoàn thành: {NAMES[1]}"


@pytest.mark.parametrize(
    ("tasks", "own", "status", "severity"),
    [
        ([DONE, DONE], DONE, Status.DONE, None),
        ([DONE, None], DONE, Status.DONE, Severity.WARNING),
        ([DONE, LATE], DONE, Status.DONE, Severity.WARNING),
        ([DONE, DONE], BEGUN, Status.UNDER_WAY, Severity.WARNING),
        ([BEGUN, DONE], BEGUN, Status.UNDER_WAY, None),
        ([BEGUN, BEGUN], {"status": "dropped"}, Status.DROPPED, None),
    ],
)
def test_what_the_office_and_its_units_say(
    tasks: list[dict[str, Any] | None], own: dict[str, Any], status: Status, severity: Severity | None
) -> None:
    led = _led(tasks, own)
    assert _task(led)[0] is status
    assert [one.severity for one in led.contradictions] == ([severity] if severity else [])


def test_the_last_day_of_all_is_the_day_of_the_task() -> None:
    assert _task(_led([DONE, LATE], DONE))[1] == "2027-03-05"
    assert _task(_led([DONE, DONE], {**LATE, "product": "20/BC-SGDĐT"}))[1] == "2027-03-05"


def test_a_task_that_no_unit_leads_is_the_office_s_own() -> None:
    assert OFFICE is not None
    other = UnitTasks(SCHOOLS[0], _below(), ())
    plan = _plan(tasks=[{"id": "NV02", "name": "Tập huấn"}])
    own = Received("so.yaml", _told({**DONE, "product": "3/BC-SGDĐT"}, "NV02"))
    led = led_tasks(Above(plan), [other], (OFFICE, own), DAY)
    assert led.tasks == own.progress.tasks
    assert led_tasks(Above(plan), [other], None, DAY).tasks == ()


# ---- Where a task comes from -----------------------------------------------------------------------------------------


HASH = content_hash(_plan().tasks[0])


@pytest.mark.parametrize(
    ("above", "below", "comes"),
    [
        (Above(_plan()), _below(), True),
        (Above(_plan()), _below("20/KH-SGDĐT"), False),
        (Above(_plan()), _below("20/KH-SGDĐT", hash="0" * 12), False),
        (Above(_plan()), _below("nhap/so.yaml", hash=HASH), True),
        (Above(_plan(), "so.yaml"), _below("../so.yaml"), True),
        (Above(_plan(), "so.yaml"), _below("khac.yaml"), False),
        (Above(_plan()), _below(year=2026), False),
        (Above(_plan()), _below("Phát sinh"), False),
        (Above(_plan(number=None)), _below("KH-SGDĐT"), True),
        (Above(_plan(number=None)), _below("20/KH-SGDĐT"), False),
    ],
)
def test_a_task_comes_from_the_plan_that_it_names_not_from_any_with_its_identity(
    above: Above, below: Plan, comes: bool
) -> None:
    assert [item for item, _ in above.led(below)] == (["NV01"] if comes else [])


def test_two_plans_with_the_same_identities_are_not_mixed_up() -> None:
    other = _plan(number=20)
    units = [*_units([DONE]), UnitTasks(SCHOOLS[1], _below("20/KH-SGDĐT"), ())]
    (task,) = led_tasks(Above(_plan()), units, None, DAY).tasks
    assert task.status is Status.DONE
    led = led_tasks(Above(other), units, None, DAY)
    assert [one.status for one in led.tasks] == [Status.NOT_STARTED]
    (wrong,) = led.contradictions
    assert (wrong.unit, wrong.found, wrong.expected) == (NAMES[0], NUMBER, "20/KH-SGDĐT")


def test_a_count_of_units_is_printed_without_calling_it_a_cause() -> None:
    reason = f"còn 1/3 đơn vị chưa hoàn thành: {NAMES[1]}"
    assert is_count(reason)
    assert not is_count("Chờ 3/4 ý kiến")
    told = _told({}).model_copy(
        update={"unit": "so-gddt", "tasks": (TaskProgress(task="NV01", status=Status.UNDER_WAY, reason=reason),)}
    )
    text = unit_report(_plan(), told, GROUND, ON).document.model_dump_json()
    assert f"(thời hạn 01/3/2027; {reason})" in text
