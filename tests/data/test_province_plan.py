"""The plan of the invented province: what lower offices derive theirs from, in words that the directory knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from generator.model.plan import Plan
from generator.model.readiness import missing
from generator.model.store import load_document
from generator.registers.catalog import bundled_holidays
from generator.registers.store import load_register
from generator.registers.units import Mention, UnitDirectory
from generator.vietnamese.schedules import parse_schedule

DATA = Path(__file__).parents[2] / "data"
SPEAKER = "ubnd-tinh"
DAY = date(2026, 12, 4)


@pytest.fixture(scope="module")
def plan() -> Plan:
    return _plan("ke_hoach_cchc_tinh_2027.yaml")


@pytest.fixture(scope="module")
def directory() -> UnitDirectory:
    return load_register((DATA / "registers/units.yaml").read_bytes(), "units.yaml", UnitDirectory)


def _plan(name: str) -> Plan:
    document = load_document((DATA / "plans" / name).read_bytes(), name)
    assert isinstance(document, Plan)
    return document


def cells(plan: Plan) -> Iterator[str]:
    """Every unit of the task table and of the targets, as written."""
    for task in plan.tasks:
        for row in task.rows:
            yield from (*row.lead, *row.support, *row.monitor)
    yield from (target.lead for target in plan.targets if target.lead)


def test_it_is_ready_and_large_enough_to_be_derived_from(plan: Plan) -> None:
    assert missing(plan) == ()
    assert len(plan.tasks) >= 120
    assert len(plan.task_groups) == 7
    assert len(plan.targets) >= 15
    assert [task.id for task in plan.tasks] == [f"NV{n:02d}" for n in range(1, len(plan.tasks) + 1)]


def test_each_unit_named_is_in_the_directory(plan: Plan, directory: UnitDirectory) -> None:
    heads = ("Chủ tịch UBND tỉnh",)
    for cell in {*cells(plan)}.difference(heads):
        found = directory.mentioned(cell, DAY, SPEAKER)
        assert found and found[0].start == 0, cell
        assert _words(cell) <= sum(_words(one.text) for one in found) + cell.count("trừ"), cell
        assert all(one.units for one in found), cell


def _words(text: str) -> int:
    return len(text.split())


def test_who_leads_how_much(plan: Plan, directory: UnitDirectory) -> None:
    led: Counter[str] = Counter()
    for task in plan.tasks:
        mentions = [one for row in task.rows for cell in row.lead for one in directory.mentioned(cell, DAY, SPEAKER)]
        led.update(_led(mentions))
    named = [row.lead for task in plan.tasks for row in task.rows]
    assert named.count(("Sở Giáo dục và Đào tạo",)) >= 10
    assert led["ubnd-xa-dong-lau"] >= 20
    assert led["ubnd-dac-khu-con-van"] == led["ubnd-xa-dong-lau"]
    assert led["ubnd-xa-lung-vau"] == led["ubnd-xa-dong-lau"] + 1


def _led(mentions: list[Mention]) -> set[str]:
    out = {unit.id for one in mentions if one.is_excluded for unit in one.units}
    return {unit.id for one in mentions for unit in one.units} - out


def test_every_time_is_understood_and_no_deadline_is_a_day_off(plan: Plan) -> None:
    kinds: Counter[str] = Counter()
    for row in (row for task in plan.tasks for row in task.rows):
        assert row.schedule
        schedule = parse_schedule(row.schedule, plan.year)
        kinds[schedule.kind.value] += 1
        if row.schedule.startswith("Chậm nhất"):
            assert schedule.last_day and bundled_holidays().is_working_day(schedule.last_day), row.schedule
    assert len(kinds) >= 5, kinds


def test_the_plan_of_the_department_cites_it_as_it_is(plan: Plan) -> None:
    child = _plan("ke_hoach_cchc_2027.yaml")
    (cited,) = [base.citation for base in child.legal_bases if base.from_superior and base.citation]
    assert (cited.number, cited.date) == (f"{plan.number}/KH-UBND", plan.date)
    assert cited.title and plan.subject and cited.title.casefold() == f"về {plan.subject}".casefold()
    tasks = {task.id: task for task in plan.tasks}
    parents = [(task, task.parent.item) for task in child.tasks if task.parent]
    assert len(parents) == 5
    for task, item in parents:
        assert item and task.group == tasks[item].group
