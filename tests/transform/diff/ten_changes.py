"""The sample plan, and a second version of it with ten known changes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from generator.model.canonical import canonical_json
from generator.model.plan import Plan
from generator.model.store import load_document
from generator.transform.diff.change import Change, ChangeKind, Part

SAMPLE = Path(__file__).parents[3] / "data" / "plans" / "ke_hoach_cchc_2027.yaml"
ADDED, REMOVED, MOVED, CHANGED = ChangeKind

EXPECTED = (
    (CHANGED, Part.HEAD, "Trích yếu", "ngành Giáo dục và Đào tạo", "ngành Giáo dục và Đào tạo tỉnh Sông Vân"),
    (ADDED, Part.BASIS, "", "", "30/2020/NĐ-CP"),
    (CHANGED, Part.PARAGRAPH, "", "mỗi tháng đăng", "mỗi quý đăng"),
    (REMOVED, Part.PARAGRAPH, "", "Khảo sát mức độ hài lòng", ""),
    (CHANGED, Part.TARGET, "Chỉ tiêu", "3%", "2,5%"),
    (REMOVED, Part.TASK, "", "Đẩy nhanh giải ngân vốn đầu tư công", ""),
    (ADDED, Part.TASK, "", "", "Số hóa hồ sơ công chức"),
    (MOVED, Part.TASK, "", "", ""),
    (CHANGED, Part.TASK, "Thời gian thực hiện", "Quý II/2027", "Quý III/2027"),
    (CHANGED, Part.RECIPIENT, "", "Sở Nội vụ (để tổng hợp)", "Sở Nội vụ (để báo cáo)"),
)
"""Kind, part, beginning of the field's name, words of the old text, words of the new text."""


def sample() -> Plan:
    """Return the sample plan."""
    document = load_document(SAMPLE.read_bytes(), str(SAMPLE))
    assert isinstance(document, Plan)
    return document


def edited(plan: Plan) -> Plan:
    """Return the plan with the ten changes."""
    values: dict[str, Any] = json.loads(canonical_json(plan))
    values["subject"] += " tỉnh Sông Vân"
    decree = {"type": "Nghị định", "number": "30/2020/NĐ-CP", "date": "2020-03-05", "issuer": "Chính phủ"}
    values["legal_bases"].insert(2, {"citation": {**decree, "title": "về công tác văn thư"}})
    _blocks_holding(values["sections"], "Tuyên truyền những nội dung")[0]["text"] = (
        "Tuyên truyền những nội dung người dân cần: cách nộp hồ sơ trực tuyến, kênh phản ánh, kiến nghị; mỗi quý đăng"
        " ít nhất 02 tin, bài trên Cổng thông tin điện tử của Sở."
    )
    siblings, survey = _place_of(values["sections"], "Khảo sát mức độ hài lòng")
    del siblings[survey]
    _by_id(values["targets"], "CT05")["value"] = 2.5
    _by_id(values["tasks"], "NV33")["rows"][0]["schedule"] = "Quý III/2027"
    values["tasks"] = list(_edited_tasks(values["tasks"]))
    values["recipients"][1]["purpose"] = "để báo cáo"
    return Plan.model_validate_json(json.dumps(values))


def _edited_tasks(tasks: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the tasks: one removed, one moved up within its group, one added."""
    moved = {task["id"]: task for task in tasks}["NV32"]
    for task in tasks:
        if task["id"] == "NV29":
            yield moved
        if task["id"] not in ("NV32", "NV36"):
            yield task
        if task["id"] == "NV40":
            row = {"products": ["Hồ sơ điện tử"], "schedule": "Tháng 9/2027", "lead": ["Phòng Tổ chức cán bộ"]}
            yield {"id": "NV43", "group": task["group"], "name": "Số hóa hồ sơ công chức, viên chức", "rows": [row]}


def _by_id(records: list[dict[str, Any]], id: str) -> dict[str, Any]:
    return next(one for one in records if one["id"] == id)


def _blocks_holding(blocks: list[dict[str, Any]], words: str) -> list[dict[str, Any]]:
    siblings, place = _place_of(blocks, words)
    return siblings[place:]


def _place_of(blocks: list[dict[str, Any]], words: str) -> tuple[list[dict[str, Any]], int]:
    """Return the siblings among which the block of a text stands, and its place among them."""
    for place, block in enumerate(blocks):
        if block.get("text", "").startswith(words):
            return blocks, place
        inner = block.get("blocks")
        if inner and (found := _place_of(inner, words))[1] >= 0:
            return found
    return blocks, -1


def fits(change: Change, expected: tuple[ChangeKind, Part, str, str, str]) -> bool:
    """Tell whether a change is the expected one."""
    kind, part, field, old, new = expected
    same = (change.kind, change.part) == (kind, part) and change.field.startswith(field)
    if kind is ChangeKind.MOVED:
        return same and "Kiểm tra công vụ đột xuất" in change.name
    return same and old in change.old and new in change.new


def unexpected(changes: Iterable[Change]) -> tuple[list[Change], list[tuple[ChangeKind, Part, str, str, str]]]:
    """Return the changes that were not made, and the expected ones that were not found; each is told once."""
    wrong, missing = [], list(EXPECTED)
    for change in changes:
        match = next((one for one in missing if fits(change, one)), None)
        if match is None:
            wrong.append(change)
        else:
            missing.remove(match)
    return wrong, missing
