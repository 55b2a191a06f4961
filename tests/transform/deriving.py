"""A small higher plan of Sở Giáo dục và Đào tạo tỉnh Sông Vân, and what tests of deriving share."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from generator.model.blocks import Item, Numbering, Section, TasksHere
from generator.model.document import Appendix, Document
from generator.model.organization import Level, Organization
from generator.model.plan import Plan, Target, Task, TaskRow
from generator.registers.catalog import bundled_derivation_rules, bundled_holidays
from generator.registers.derivation import DerivationRules
from generator.registers.store import load_register
from generator.registers.units import Unit, UnitDirectory
from generator.transform.derive import Derived, derive
from generator.vietnamese.dates import PartialDate

UNITS = Path(__file__).parents[2] / "data/registers/units.yaml"
DIRECTORY = load_register(UNITS.read_bytes(), UNITS.name, UnitDirectory)
RULES = bundled_derivation_rules()
CALENDAR = bundled_holidays()
ON = date(2026, 12, 10)
SCHOOL = "thpt-song-van"


def task(id: str, name: str, lead: str, support: str = "Văn phòng Sở", **row: Any) -> Task:
    """Return a task of one row."""
    fields = {"products": ("Báo cáo",), "schedule": "Trước ngày 15/6/2027", **row}
    return Task(id=id, group="Cải cách thể chế", name=name, rows=(TaskRow(lead=(lead,), support=(support,), **fields),))


TASKS = (
    task("NV01", "Sửa đổi quy chế làm việc của Sở và đơn vị", "Các đơn vị trực thuộc"),
    task("NV02", "Khảo sát mức độ hài lòng", "Văn phòng Sở", "Các đơn vị trực thuộc"),
    task("NV03", "Họp giao ban của Sở", "Văn phòng Sở", "Phòng Tổ chức cán bộ"),
)


def department_plan(tasks: Sequence[Task] = TASKS, points: Sequence[str] = (), **fields: Any) -> Plan:
    """Return a plan of the Sở with these tasks, and points under one field of work."""
    items = tuple(Item(numbering=Numbering.LETTER, text=text) for text in points)
    field = Item(numbering=Numbering.ARABIC, heading=True, text="Cải cách thể chế", blocks=items)
    values: dict[str, Any] = {
        "year": 2027,
        "issuer": Organization(name="Sở Giáo dục và Đào tạo", symbol="SGDĐT", place="Sông Vân", level=Level.DEPARTMENT),
        "number": "15",
        "date": PartialDate(2026, 12, 8),
        "subject": "Cải cách hành chính năm 2027 của ngành Giáo dục và Đào tạo",
        "sections": (Section(title="Nhiệm vụ trọng tâm", blocks=(field,)),) if items else (),
        "tasks": tuple(tasks),
        "appendices": (Appendix(title="Nhiệm vụ", blocks=(TasksHere(),)),),
        **fields,
    }
    return Plan(**values)


def province_plan(tasks: Sequence[Task]) -> Plan:
    """Return a plan of UBND tỉnh."""
    issuer = Organization(name="Ủy ban nhân dân tỉnh Sông Vân", symbol="UBND", level=Level.PROVINCE)
    return department_plan(tasks, issuer=issuer, number="412", subject="Cải cách hành chính tỉnh Sông Vân năm 2027")


def unit(id: str) -> Unit:
    """Return a unit of the directory."""
    found = DIRECTORY.get(id)
    assert found is not None, id
    return found


def derived(
    *parents: Document,
    to: str = SCHOOL,
    rules: DerivationRules = RULES,
    on: date = ON,
    files: Sequence[str | None] = (),
) -> Derived:
    """Return the plan of a unit from higher ones."""
    return derive(parents, unit(to), DIRECTORY, rules, CALENDAR, on, files=files)


def target(id: str, metric: str, **fields: Any) -> Target:
    """Return a target that the subordinate units lead."""
    return Target(id=id, metric=metric, lead="Các đơn vị trực thuộc", **fields)
