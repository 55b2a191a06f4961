"""Real plans of a Sở for a phòng of a district and for a school: what of them concerns whom.

A chief clerk read the 41 điểm of the first plan for a phòng GD&ĐT: about 28 concern it, 8 by support, 5 not at all.
"""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from generator.importers.registry import import_document
from generator.model.document import Document
from generator.model.organization import Organization
from generator.model.plan import Plan
from generator.registers.catalog import bundled_derivation_rules
from generator.registers.store import load_register
from generator.registers.units import UnitDirectory
from generator.transform.assignment import Assignment, Role, assign
from generator.transform.points import PointKind
from tests.corpus import FILES, needs_corpus, source

pytestmark = needs_corpus

THEN = date(2023, 3, 1)
DIRECTORY = load_register(
    """
format: 1
classes: [{id: phong, name: Phòng Giáo dục và Đào tạo các huyện}]
units:
  - {id: tinh, name: Ủy ban nhân dân tỉnh, aliases: [UBND tỉnh], level: province}
  - {id: so, name: Sở Giáo dục và Đào tạo, level: department, administrative_parent: [{unit: tinh}]}
  - {id: van-phong, name: Văn phòng Sở, aliases: [Văn phòng], level: division, administrative_parent: [{unit: so}]}
  - {id: huyen, name: Ủy ban nhân dân huyện A, level: district, administrative_parent: [{unit: tinh}]}
  - id: phong-a
    name: Phòng Giáo dục và Đào tạo huyện A
    level: division
    classes: [phong]
    administrative_parent: [{unit: huyen}]
    professional_parent: [{unit: so}]
  - {id: thcs, name: Trường THCS A, level: school, administrative_parent: [{unit: huyen}],
     professional_parent: [{unit: phong-a}]}
  - {id: thpt, name: Trường THPT A, level: school, administrative_parent: [{unit: so}]}
""",
    "don_vi.yaml",
    UnitDirectory,
)


def read(name: str) -> Document:
    document = import_document(source(name), FILES[name]).document
    return document.model_copy(update={"issuer": Organization(name="Sở Giáo dục và Đào tạo")})


def assigned(name: str, unit: str) -> tuple[Assignment, ...]:
    found = DIRECTORY.get(unit)
    assert found is not None
    return assign(read(name), found, DIRECTORY, bundled_derivation_rules(), THEN)


def roles(found: tuple[Assignment, ...], kind: PointKind, prefix: str = "") -> Counter[Role]:
    return Counter(one.role for one in found if one.point.kind is kind and one.point.id.startswith(prefix))


def test_the_points_of_the_field_for_a_phong_are_nearly_those_of_a_clerk() -> None:
    items = [one for one in assigned("cà mau 2023", "phong-a") if one.point.id.startswith("II.")]
    items = [one for one in items if one.point.container is None]
    assert Counter(one.role for one in items) == {Role.LEAD: 30, Role.SUPPORT: 5, Role.OWN: 6}
    others = {one.point.id: one.role for one in items if one.role is not Role.LEAD}
    assert [id for id, role in others.items() if role is Role.OWN] == [
        "II.1.a", "II.1.b", "II.2.a", "II.2.g", "II.3.đ", "II.7.e",
    ]  # fmt: skip
    assert [id for id, role in others.items() if role is Role.SUPPORT] == [
        "II.4.a", "II.5.b", "II.6.c", "II.6.d", "II.7.đ",
    ]  # fmt: skip


def test_the_duties_are_those_of_the_heading_that_names_the_unit() -> None:
    found = {one.point.id: one.role for one in assigned("cà mau 2023", "phong-a") if one.point.id.startswith("III.")}
    assert {id[:5] for id, role in found.items() if role is Role.LEAD} == {"III.3"}


def test_the_tables_of_that_plan_are_missing_so_nothing_comes_from_them() -> None:
    plan = read("cà mau 2023")
    assert isinstance(plan, Plan)
    assert plan.tasks == ()


def test_a_draft_with_a_task_table_asks_a_school_for_support_alone() -> None:
    found = roles(assigned("sóc trăng 2023", "thpt"), PointKind.TASK)
    assert found[Role.LEAD] == 0 and found[Role.SUPPORT] == 19
    assert found[Role.UNCLEAR] == 1, "«Các bộ phận; cá nhân …» không có trong danh bạ"


@pytest.mark.parametrize(("unit", "inner"), [("thpt", Role.OWN), ("van-phong", Role.LEAD)])
def test_duties_of_the_office_of_a_so_are_its_own(unit: str, inner: Role) -> None:
    found = roles(assigned("nam định 2024", unit), PointKind.PROSE, "IV.1.a.-1")
    assert found == {inner: 1}


def test_few_points_of_a_real_plan_are_left_to_be_decided() -> None:
    for name in ("cà mau 2023", "nam định 2024", "sóc trăng 2023"):
        found = assigned(name, "phong-a")
        assert sum(one.role is Role.UNCLEAR for one in found) <= len(found) // 20, name
