"""The draft of a plan that adjusts another one."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings

from generator.model.blocks import Item, Table
from generator.model.canonical import canonical_json
from generator.model.labels import walk
from generator.model.plan import Plan, Target
from generator.render.render import render
from generator.templates.catalog import layouts
from generator.transform.diff.adjustment import Adjustment, adjustment
from generator.transform.diff.adjustment_wording import referred
from generator.transform.diff.change import ChangeKind, Part
from generator.transform.diff.differences import differences
from generator.vietnamese.dates import PartialDate
from generator.vietnamese.marks import plain
from tests import strategies
from tests.rendered import built_template
from tests.transform.diff.ten_changes import edited, sample


def _draft(old: Plan, new: Plan) -> Adjustment:
    return adjustment(old, new, differences(old, new, layouts=layouts()))


def _issued() -> Plan:
    return sample().model_copy(update={"number": "15", "date": PartialDate(2026, 12, 25)})


def _points(draft: Plan) -> dict[str | None, list[str]]:
    return {
        section.title: [plain(block.text) for block in walk(section.blocks) if isinstance(block, Item)]
        for section in draft.sections
    }


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("III.1.c", "điểm c khoản 1 mục III"),
        ("III.1.c, gạch đầu dòng 2", "gạch đầu dòng 2 điểm c khoản 1 mục III"),
        ("II", "mục II"),
        ("Điều 5, 2", "khoản 2 Điều 5"),
        ("lời dẫn, đoạn 1", "đoạn 1 lời dẫn"),
        ("Phụ lục I, nhiệm vụ 12", "nhiệm vụ 12 tại Phụ lục I kèm theo Kế hoạch số 15"),
        ("Phụ lục, II.1", "khoản 1 mục II tại Phụ lục kèm theo Kế hoạch số 15"),
    ],
)
def test_places_are_named_as_a_document_refers_to_them(place: str, words: str) -> None:
    assert referred(place, "Kế hoạch số 15") == words


def test_each_change_stands_in_its_section() -> None:
    old = _issued()
    new = edited(old)
    draft = _draft(old, new).plan
    points = _points(draft)
    assert list(points) == ["Nội dung điều chỉnh", "Nội dung bổ sung", "Nội dung bãi bỏ", "Tổ chức thực hiện"]
    changed = points["Nội dung điều chỉnh"]
    assert changed[2] == (
        "Chỉ tiêu “Tỷ lệ hồ sơ TTHC phải yêu cầu bổ sung sau khi tiếp nhận”, chỉ tiêu năm 2027: “≤ 3%” sửa thành"
        " “≤ 2,5%”."
    )
    assert changed[-1] == "Điều chỉnh các nhiệm vụ tại Phụ lục I kèm theo Kế hoạch này."
    assert points["Nội dung bổ sung"] == ["Bổ sung các nhiệm vụ tại Phụ lục II kèm theo Kế hoạch này."]
    assert points["Nội dung bãi bỏ"][1] == (
        "Bãi bỏ nhiệm vụ 36 tại Phụ lục kèm theo Kế hoạch số 15/KH-SGDĐT: “Đẩy nhanh giải ngân vốn đầu tư công xây dựng"
        " trường, lớp học”."
    )


def test_changed_tasks_stand_in_a_table_and_added_ones_are_tasks() -> None:
    old = _issued()
    draft = _draft(old, edited(old)).plan
    changed, added = draft.appendices
    (table,) = changed.blocks
    assert isinstance(table, Table)
    assert [cell.text for cell in table.rows[1]] == [
        "1", "Giao quyền tự chủ tài chính cho đơn vị trực thuộc", "Thời gian thực hiện", "Quý II/2027", "Quý III/2027",
    ]  # fmt: skip
    assert [block.kind for block in added.blocks] == ["tasks"]
    assert [task.id for task in draft.tasks] == ["NV43"]


def test_bases_are_the_plan_itself_what_was_added_and_the_occasion() -> None:
    old = _issued()
    texts = [basis.text for basis in _draft(old, edited(old)).plan.legal_bases]
    assert texts[0] is not None
    assert texts[0].startswith("Căn cứ Kế hoạch số 15/KH-SGDĐT ngày 25 tháng 12 năm 2026 của Sở Giáo dục và Đào tạo")
    assert texts[1] is not None
    assert "30/2020/NĐ-CP" in texts[1]
    assert texts[2] == "Căn cứ [CẦN BỔ SUNG: văn bản, chỉ đạo hoặc lý do dẫn đến việc điều chỉnh]"


def test_a_name_read_from_print_in_capitals_is_written_as_in_the_text() -> None:
    old = _issued()
    printed = old.model_copy(update={"issuer": old.issuer.model_copy(update={"name": "SỞ GIÁO DỤC VÀ ĐÀO TẠO"})})
    draft = _draft(printed, edited(old)).plan
    assert draft.preamble[0].startswith("Sở Giáo dục và Đào tạo điều chỉnh")


def test_a_plan_without_a_number_leaves_a_gap() -> None:
    draft = _draft(sample(), edited(sample())).plan
    assert draft.subject is not None
    assert draft.subject.startswith("Điều chỉnh, bổ sung Kế hoạch số [CẦN BỔ SUNG: ")


def test_who_receives_and_signs_is_left_out_and_told() -> None:
    values = json.loads(canonical_json(sample()))
    values["signature"]["name"] = "Nguyễn Văn B"
    values["targets"][0]["value"] = 99
    draft = _draft(sample(), Plan.model_validate_json(json.dumps(values)))
    assert [(one.part, one.kind) for one in draft.left_out] == [(Part.SIGNATURE, ChangeKind.CHANGED)]
    assert draft.plan.signature == sample().signature
    assert list(_points(draft.plan)) == ["Nội dung điều chỉnh", "Tổ chức thực hiện"]
    assert not draft.plan.appendices


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(strategies.plans, strategies.plans)
def test_whatever_changed_the_draft_can_be_printed(old: Plan, new: Plan) -> None:
    draft = _draft(old, new).plan
    assert render(draft, built_template("plan"), layouts())


def test_an_added_target_is_said_without_the_lines_between_its_cells() -> None:
    old = _issued()
    target = Target.model_validate({"id": "CT90", "metric": "Tỷ lệ trường có mạng nội bộ", "value": 90, "unit": "%"})
    new = old.model_copy(update={"targets": (*old.targets, target)})
    (said,) = _points(_draft(old, new).plan)["Nội dung bổ sung"]
    assert "“Tỷ lệ trường có mạng nội bộ, " in said
    assert "|" not in said


def test_a_renamed_group_is_told_in_words_and_no_row_is_without_a_task() -> None:
    old = _issued()
    group = old.tasks[0].group
    tasks = tuple(
        task.model_copy(update={"group": "Chỉ đạo, điều hành chung"}) if task.group == group else task
        for task in old.tasks
    )
    draft = _draft(old, old.model_copy(update={"tasks": tasks})).plan
    assert "Chỉ đạo, điều hành chung" in " ".join(_points(draft)["Nội dung điều chỉnh"])
    assert draft.appendices == ()
