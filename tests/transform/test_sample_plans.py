"""The sample plans of the invented province against its directory of units."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.model.plan import Plan
from generator.model.store import load_document
from generator.registers.catalog import bundled_derivation_rules
from generator.registers.store import load_register
from generator.registers.units import UnitDirectory
from generator.transform.assignment import Assigner, Role
from generator.transform.points import PointKind

DATA = Path(__file__).parents[2] / "data"
UNITS = load_register((DATA / "registers/units.yaml").read_bytes(), "units.yaml", UnitDirectory)
PLANS = {
    "ke_hoach_cchc_tinh_2027.yaml": date(2026, 12, 10),
    "ke_hoach_cchc_2027.yaml": date(2027, 1, 5),
    "ke_hoach_cchc_2023.yaml": date(2023, 2, 10),
}
EACH = pytest.mark.parametrize(("name", "on"), PLANS.items(), ids=list(PLANS))


def assigner(name: str, on: date) -> Assigner:
    plan = load_document((DATA / "plans" / name).read_bytes(), name)
    assert isinstance(plan, Plan)
    return Assigner(plan, UNITS, bundled_derivation_rules(), on)


@EACH
def test_the_directory_knows_who_issues_the_plan(name: str, on: date) -> None:
    assert assigner(name, on).issuer is not None


@EACH
def test_every_task_is_led_by_a_unit_of_the_directory_or_the_issuer(name: str, on: date) -> None:
    made = assigner(name, on)
    tasks = {point.id for point in made.points if point.kind is PointKind.TASK}
    found = [one for unit in UNITS.on(on) for one in made.assign(unit)]
    taken = {one.point.id for one in found if one.role is Role.LEAD}
    own = {one.point.id for one in found if one.role is Role.OWN}
    assert tasks <= taken | own


@EACH
def test_no_task_or_target_is_left_to_be_decided(name: str, on: date) -> None:
    made = assigner(name, on)
    found = [one for unit in UNITS.on(on) for one in made.assign(unit) if one.point.kind is not PointKind.PROSE]
    assert [(one.unit.id, one.point.id) for one in found if one.role is Role.UNCLEAR] == []


def test_a_so_only_asks_a_commune_and_commands_its_schools() -> None:
    made = assigner("ke_hoach_cchc_2027.yaml", PLANS["ke_hoach_cchc_2027.yaml"])
    edges = {}
    for id in ("ubnd-xa-dong-lau", "thpt-song-van"):
        unit = UNITS.get(id)
        assert unit is not None
        edges[id] = {one.edge for one in made.assign(unit) if one.edge}
    assert edges == {"ubnd-xa-dong-lau": {"professional"}, "thpt-song-van": {"administrative"}}
