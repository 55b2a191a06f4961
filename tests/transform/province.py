"""A small invented province for tests of derivation, and plans of it in few words."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.model.plan import Plan
from generator.registers.store import load_register
from generator.registers.units import UnitDirectory

NOW, THEN = date(2027, 1, 5), date(2023, 2, 10)
"""A day of two levels, and one on which there still were districts."""

DIRECTORY = load_register(
    """
format: 1
classes:
  - {id: so, name: "Các sở, ban, ngành tỉnh", aliases: ["Các sở, ban, ngành"]}
  - {id: xa, name: "UBND các xã, phường"}
  - {id: phong-so, name: Các phòng thuộc Sở, relative: true, of: [{level: division}]}
  - {id: truc-thuoc, name: Các đơn vị trực thuộc, relative: true, of: [{level: school}]}
  - {id: phong-huyen, name: Phòng GDĐT các huyện}
units:
  - {id: tinh, name: Ủy ban nhân dân tỉnh Sông Vân, aliases: [UBND tỉnh], level: province}
  - {id: noi-vu, name: Sở Nội vụ, level: department, classes: [so], administrative_parent: [{unit: tinh}]}
  - {id: y-te, name: Sở Y tế, level: department, classes: [so], administrative_parent: [{unit: tinh}]}
  - id: gddt
    name: Sở Giáo dục và Đào tạo
    aliases: [Sở GDĐT]
    level: department
    classes: [so]
    administrative_parent: [{unit: tinh}]
  - {id: van-phong, name: Văn phòng Sở, aliases: [Văn phòng], level: division, administrative_parent: [{unit: gddt}]}
  - {id: tccb, name: Phòng Tổ chức cán bộ, level: division, administrative_parent: [{unit: gddt}]}
  - {id: thpt, name: Trường THPT Sông Vân, level: school, administrative_parent: [{unit: gddt}]}
  - id: xa-van
    name: Ủy ban nhân dân xã Vân Thượng
    aliases: [UBND xã Vân Thượng]
    level: commune
    classes: [xa]
    administrative_parent: [{unit: tinh}]
    professional_parent: [{unit: gddt}, {unit: noi-vu}]
    valid_from: 2025-07-01
  - {id: huyen, name: Ủy ban nhân dân huyện Thượng Vân, level: district, administrative_parent: [{unit: tinh}],
     valid_to: 2025-06-30}
  - id: phong
    name: Phòng Giáo dục và Đào tạo huyện Thượng Vân
    level: division
    classes: [phong-huyen]
    administrative_parent: [{unit: huyen}]
    professional_parent: [{unit: gddt}]
    valid_to: 2025-06-30
  - id: th-van
    name: Trường Tiểu học Vân Thượng
    level: school
    administrative_parent: [{unit: huyen, valid_to: 2025-06-30}, {unit: xa-van, valid_from: 2025-07-01}]
    professional_parent: [{unit: phong, valid_to: 2025-06-30}, {unit: gddt, valid_from: 2025-07-01}]
""",
    "tinh.yaml",
    UnitDirectory,
)


def item(text: str, numbering: str = "letter", **more: Any) -> dict[str, Any]:
    """Return a numbered paragraph as it is stored."""
    return {"kind": "item", "numbering": numbering, "text": text, **more}


def heading(text: str, *blocks: dict[str, Any], numbering: str = "arabic") -> dict[str, Any]:
    """Return a numbered heading as it is stored, with what stands below it."""
    return item(text, numbering, heading=True, blocks=blocks)


def plan(*blocks: dict[str, Any], **more: Any) -> Plan:
    """Return a plan of the Sở for the whole field, its body one section of these blocks."""
    given = {
        "issuer": {"name": "Sở Giáo dục và Đào tạo"},
        "subject": "Cải cách hành chính năm 2027 của ngành Giáo dục và Đào tạo",
        "sections": [{"kind": "section", "title": "Nhiệm vụ", "blocks": blocks}] if blocks else [],
    }
    return Plan.model_validate({**given, **more})


def provincial(*blocks: dict[str, Any], **more: Any) -> Plan:
    """Return the same as a plan of UBND tỉnh."""
    issuer = {"name": "Ủy ban nhân dân tỉnh Sông Vân"}
    return plan(*blocks, **{"issuer": issuer, "subject": "Cải cách hành chính nhà nước tỉnh Sông Vân", **more})


def task(id: str, *rows: tuple[list[str], list[str]]) -> dict[str, Any]:
    """Return a task as it is stored, a row for each pair of leading and supporting units."""
    given = [{"activity": "Thực hiện", "lead": lead, "support": support} for lead, support in rows]
    return {"id": id, "name": f"Việc {id}", "rows": given}
