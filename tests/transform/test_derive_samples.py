"""Plans derived from the samples: a province to its sở and communes, a sở to its schools, as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from generator.model.plan import Plan
from generator.model.store import dump_document, load_document
from generator.registers.units import Edge
from generator.transform.derive import Derivations, Derived
from generator.vietnamese.schedules import parse_schedule
from tests.transform.deriving import CALENDAR, DIRECTORY, RULES

PLANS = Path(__file__).parents[2] / "data/plans"
EDGES: tuple[Edge, ...] = ("administrative", "professional")


def _plan(name: str) -> Plan:
    plan = load_document((PLANS / name).read_bytes(), name)
    assert isinstance(plan, Plan)
    return plan


@cache
def _children(name: str, issuer: str, day: date) -> tuple[Derived, ...]:
    """Return the plans of all units below; divisions of the office itself are its parts."""
    parts = {one.id for one in DIRECTORY.children(issuer, day) if one.level == "division"}
    below = {one.id: one for edge in EDGES for one in DIRECTORY.children(issuer, day, edge) if one.id not in parts}
    derivations = Derivations([_plan(name)], DIRECTORY, RULES, CALENDAR, day)
    return tuple(derivations.of(unit) for unit in below.values())


PROVINCE = ("ke_hoach_cchc_tinh_2027.yaml", "ubnd-tinh", date(2026, 12, 7))
DEPARTMENT = ("ke_hoach_cchc_2027.yaml", "so-gddt", date(2026, 12, 20))
SAMPLES = pytest.mark.parametrize("sample", [PROVINCE, DEPARTMENT], ids=["tinh", "so"])


def _led(children: Sequence[Derived]) -> set[str]:
    origins = (task.parent for child in children for task in child.plan.tasks)
    return {str(one.item) for one in origins if one and one.role == "lead"}


def test_every_task_of_the_province_that_a_unit_below_is_to_lead_is_led() -> None:
    name, issuer, day = PROVINCE
    below = {child.unit.id for child in _children(*PROVINCE)}
    to_lead = {
        task.id
        for task in _plan(name).tasks
        for row in task.rows
        for lead in row.lead
        for found in DIRECTORY.mentioned(lead, day, issuer)
        if below.intersection(unit.id for unit in found.units)
    }
    assert _led(_children(*PROVINCE)) == to_lead
    assert len(to_lead) >= len(_plan(name).tasks) - 2, "hai nhiệm vụ do trung tâm thuộc Văn phòng chủ trì"


@SAMPLES
def test_no_deadline_is_later_than_the_one_set_from_above(sample: tuple[str, str, date]) -> None:
    parents = {one.id: one for one in _plan(sample[0]).tasks}
    for child in _children(*sample):
        for task in child.plan.tasks:
            above = [parse_schedule(row.schedule or "", 2027).last_day for row in parents[task.id].rows]
            own = [parse_schedule(row.schedule or "", 2027).last_day for row in task.rows]
            days = [day for day in own if day]
            assert all(any(day <= limit for limit in above if limit) for day in days), (child.unit.id, task.id)


@SAMPLES
def test_targets_are_not_below_those_set_from_above(sample: tuple[str, str, date]) -> None:
    values = {one.id: one.value for one in _plan(sample[0]).targets}
    for child in _children(*sample):
        for target in child.plan.targets:
            assert target.value is None or target.value == values[target.id]


@SAMPLES
def test_each_plan_reads_back_as_the_same(sample: tuple[str, str, date]) -> None:
    for child in _children(*sample)[::7]:
        assert load_document(dump_document(child.plan, "con.yaml"), "con.yaml") == child.plan


@SAMPLES
def test_every_point_is_in_the_plan_left_out_with_a_reason_to_be_decided_or_none_of_the_units(
    sample: tuple[str, str, date],
) -> None:
    for child in _children(*sample):
        text = dump_document(child.plan, "con.yaml")
        told = {one.point.id for one in child.left_out} | {one.place for one in child.decisions}
        for one in child.assignments:
            is_there = f"item: {one.point.id}\n" in text or f"item: '{one.point.id}'" in text
            assert is_there or one.point.id in told or one.role.name == "NONE", (child.unit.id, one.point.id, one.role)


def test_both_worlds_differ_in_data_only() -> None:
    """The same rules lead from a sở in 2022 to the divisions of education of districts, in 2026 to communes."""
    before = _children("ke_hoach_cchc_2023.yaml", "so-gddt", date(2022, 12, 31))
    since = _children(*DEPARTMENT)
    assert {child.unit.level for child in before if child.plan.tasks} == {"school", "division"}
    assert {child.unit.level for child in since if child.plan.tasks} == {"school", "commune"}
