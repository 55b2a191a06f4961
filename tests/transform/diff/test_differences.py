"""What is a change and what is none: moves, groups, years, data that are not printed, the way of a file."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.importers.registry import import_document
from generator.model.canonical import canonical_json
from generator.model.document import Document
from generator.model.plan import Plan
from generator.templates.catalog import layouts
from generator.transform.diff.change import Change, ChangeKind, Part
from generator.transform.diff.differences import differences
from generator.transform.diff.marking import MarkKind
from tests import strategies
from tests.corpus import FILES, needs_corpus, source
from tests.transform.diff.ten_changes import sample

ADDED, REMOVED, MOVED, CHANGED = ChangeKind
Values = dict[str, Any]
Edit = Callable[[Values], Any]


def _edited(plan: Document, *edits: Edit) -> Document:
    values = json.loads(canonical_json(plan))
    for edit in edits:
        edit(values)
    return type(plan).model_validate_json(json.dumps(values))


def _found(*edits: Edit, printed_only: bool = False) -> tuple[Change, ...]:
    plan = sample()
    return differences(plan, _edited(plan, *edits), layouts=layouts(), printed_only=printed_only)


def _told(changes: tuple[Change, ...]) -> list[tuple[ChangeKind, Part, str, str]]:
    return [(one.kind, one.part, one.old_place, one.new_place) for one in changes]


def _task(values: Values, id: str) -> Values:
    task: Values = next(one for one in values["tasks"] if one["id"] == id)
    return task


def _insert(tasks: list[Values], before: str, task: Values) -> None:
    tasks.insert(next(place for place, one in enumerate(tasks) if one["id"] == before), task)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(strategies.plans | strategies.forms, st.booleans())
def test_a_document_does_not_differ_from_itself(document: Document, printed_only: bool) -> None:
    assert differences(document, document, layouts=layouts(), printed_only=printed_only) == ()


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(strategies.plans, strategies.plans)
def test_two_documents_that_differ_as_data_are_told_apart(old: Document, new: Document) -> None:
    equal = canonical_json(old) == canonical_json(new)
    assert (differences(old, new, layouts=layouts()) == ()) is equal


def test_a_moved_task_is_told_once() -> None:
    found = _found(lambda values: values["tasks"].insert(29, values["tasks"].pop(31)))
    assert _told(found) == [(MOVED, Part.TASK, "NV32 (Phụ lục, nhiệm vụ 32)", "NV32 (Phụ lục, nhiệm vụ 30)")]


def test_a_task_moved_to_another_group_is_told_once() -> None:
    found = _found(lambda values: _task(values, "NV32").update(group="Cải cách tài chính công"))
    assert [(one.kind, one.field, one.old, one.new) for one in found] == [
        (MOVED, "Lĩnh vực", "Cải cách chế độ công vụ", "Cải cách tài chính công")
    ]


def test_a_group_of_another_name_is_one_change() -> None:
    def rename(values: Values) -> None:
        for task in values["tasks"]:
            if task["group"] == "Cải cách tài chính công":
                task["group"] = "Tài chính công"

    found = _found(rename)
    assert [(one.kind, one.field, one.old, one.new, one.count) for one in found] == [
        (CHANGED, "Lĩnh vực", "Cải cách tài chính công", "Tài chính công", 5)
    ]


def test_tasks_moved_together_are_one_move() -> None:
    def move(values: Values) -> None:
        group = [values["tasks"].pop(26) for _ in range(4)]
        values["tasks"][2:2] = group

    assert [(one.kind, one.count) for one in _found(move) if one.field == ""] == [(MOVED, 4)]


def test_labels_that_follow_from_an_insertion_are_no_change() -> None:
    """Further points become b, c, d and further tasks 2, 3, 4."""

    def insert(values: Values) -> None:
        points = values["sections"][0]["blocks"][0]["blocks"]
        points.insert(0, {"kind": "item", "numbering": "letter", "text": "Nêu rõ trách nhiệm của từng cá nhân."})
        _insert(values["tasks"], "NV01", {"id": "NV99", "group": _task(values, "NV01")["group"], "name": "Việc mới"})

    assert _told(_found(insert)) == [
        (ADDED, Part.PARAGRAPH, "", "I.1.a"),
        (ADDED, Part.TASK, "", "NV99 (Phụ lục, nhiệm vụ 1)"),
    ]


def test_another_kind_of_label_is_a_change() -> None:
    def dash(values: Values) -> None:
        values["sections"][0]["blocks"][0]["blocks"][2]["numbering"] = "dash"

    (change,) = _found(dash)
    assert (change.field, change.old, change.new) == ("Nhãn", "c)", "-")


def test_ids_given_anew_are_one_change_of_the_data() -> None:
    def name(values: Values) -> None:
        for number, task in enumerate(values["tasks"]):
            task["id"] = f"V{number}"

    (change,) = _found(name)
    assert (change.part, change.field, change.count, change.printed) == (Part.DATA, "Mã", 42, False)
    assert _found(name, printed_only=True) == ()


@pytest.mark.parametrize(
    "edit",
    [
        lambda values: _task(values, "NV01").update(criterion="1.2"),
        lambda values: values["targets"][0].update(assigned=97.5),
        lambda values: values["recipients"][0].update(members=["Văn phòng UBND tỉnh"]),
        lambda values: values["issuer"].update(aliases=["Sở Giáo dục"]),
    ],
    ids=["tiêu chí", "mức giao", "thành viên", "tên khác"],
)
def test_data_that_are_not_printed_count_between_data_only(edit: Edit) -> None:
    assert [(one.kind, one.printed) for one in _found(edit)] == [(CHANGED, False)]
    assert _found(edit, printed_only=True) == ()


def test_bold_and_end_marks_count_between_data_only() -> None:
    def bold(values: Values) -> None:
        point = values["sections"][0]["blocks"][0]["blocks"][0]
        point["text"] = f"**{point['text'].rstrip('.')}**;"

    (change,) = _found(bold)
    assert change.field == "kiểu chữ, dấu câu"
    assert _found(bold, printed_only=True) == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Để thực hiện", "Để  thực hiện"),
        ("2026 - 2030", "2026–2030"),
        ("hóa", "hoá"),
    ],
)
def test_the_way_of_writing_is_no_change_of_words(old: str, new: str) -> None:
    plan = sample()
    text = canonical_json(plan).decode()
    assert old in text
    other = Plan.model_validate_json(text.replace(old, new))
    assert differences(plan, other, layouts=layouts(), printed_only=True) == ()


def _next_year(values: Values) -> None:
    """Shift the years of the plan, as the words of a plan for the next year do; not those of its bases."""
    bases = values.pop("legal_bases")
    text = json.dumps(values, ensure_ascii=False).replace("2027", "2028").replace("2026-12", "2027-12")
    values.update(json.loads(text))
    values["legal_bases"] = bases


def test_of_two_years_the_shift_is_one_remark() -> None:
    def rename(values: Values) -> None:
        for number, task in enumerate(values["tasks"]):
            task["id"] = f"V{number}"

    found = _found(
        _next_year, lambda values: _task(values, "NV33")["rows"][0].update(schedule="Quý III/2028"), rename,
        printed_only=True,
    )  # fmt: skip
    (shift,) = [one for one in found if one.part is Part.YEAR]
    assert (shift.old, shift.new) == ("2027", "2028")
    assert shift.count > 40
    assert [(one.part, one.field, one.old) for one in found if one is not shift] == [
        (Part.TASK, "Thời gian thực hiện", "Quý II/2027")
    ]


def test_each_year_is_told_where_asked_for() -> None:
    plan = sample()
    found = differences(plan, _edited(plan, _next_year), layouts=layouts(), printed_only=True, each_year=True)
    assert len(found) > 40
    assert all(one.part is not Part.YEAR for one in found)


def test_a_base_of_another_year_is_another_document() -> None:
    """The shift of years says nothing of a cited document: it has a day and a number of its own."""
    found = _found(
        _next_year, lambda values: values["legal_bases"][3]["citation"].update(date="2027-02-12"), printed_only=True
    )
    assert [(one.kind, one.old_place) for one in found if one.part is Part.BASIS] == [(CHANGED, "căn cứ 4")]


_CHANGES: dict[str, tuple[Edit, tuple[ChangeKind, Part, str]]] = {
    **{
        f"hạn {id}": (
            lambda values, id=id: _task(values, id)["rows"][0].update(schedule="Ngày 01/7/2027"),
            (CHANGED, Part.TASK, id),
        )
        for id in ("NV02", "NV11", "NV20", "NV30", "NV41")
    },
    **{
        f"bỏ {id}": (lambda values, id=id: values["tasks"].remove(_task(values, id)), (REMOVED, Part.TASK, id))
        for id in ("NV05", "NV12", "NV29")
    },
    **{
        f"thêm trước {id}": (
            lambda values, id=id: _insert(
                values["tasks"], id,
                {"id": f"M{id}", "group": _task(values, id)["group"], "name": f"Tổ chức hội nghị chuyên đề số {id}"},
            ),
            (ADDED, Part.TASK, f"M{id}"),
        )
        for id in ("NV01", "NV15", "NV42")
    },
    "chỉ tiêu": (lambda values: values["targets"][6].update(value=85), (CHANGED, Part.TARGET, "CT07")),
    "bỏ căn cứ": (lambda values: values["legal_bases"].pop(1), (REMOVED, Part.BASIS, "căn cứ 2")),
    "nơi nhận": (
        lambda values: values["recipients"].append({"name": "Thanh tra tỉnh", "group": "portal"}),
        (ADDED, Part.RECIPIENT, "nơi nhận"),
    ),
    "người ký": (lambda values: values["signature"].update(name="Nguyễn Văn B"), (CHANGED, Part.SIGNATURE, "")),
    "mục tiêu": (
        lambda values: values["objectives"].__setitem__(1, values["objectives"][1] + " Bảo đảm an toàn."),
        (CHANGED, Part.OBJECTIVE, "II.1"),
    ),
    "lời kết": (
        lambda values: values["closing"].append("Trong quá trình thực hiện, nếu có vướng mắc thì phản ánh kịp thời."),
        (ADDED, Part.PARAGRAPH, "lời kết"),
    ),
    "lưu": (lambda values: values["archive"].update(holders=["VT", "TCCB"]), (CHANGED, Part.ARCHIVE, "")),
}  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(st.sets(st.sampled_from(sorted(_CHANGES)), min_size=1))
def test_each_edit_is_told_and_nothing_else(chosen: set[str]) -> None:
    found = _found(*(_CHANGES[name][0] for name in sorted(chosen)))
    expected = [_CHANGES[name][1] for name in sorted(chosen)]
    assert len(found) == len(expected)
    for kind, part, place in expected:
        assert any((one.kind, one.part) == (kind, part) and one.place.startswith(place) for one in found), found


@needs_corpus
@pytest.mark.parametrize("name", FILES)
def test_real_plans_with_an_edit(name: str) -> None:
    plan = import_document(source(name), "ke_hoach.txt").document
    assert differences(plan, plan, layouts=layouts(), printed_only=True) == ()

    def edit(values: Values) -> None:
        values["legal_bases"].pop()
        values.setdefault("signature", {})["name"] = "Nguyễn Văn A"

    found = differences(plan, _edited(plan, edit), layouts=layouts(), printed_only=True)
    assert [(one.kind, one.part) for one in found] == [(REMOVED, Part.BASIS), (CHANGED, Part.SIGNATURE)]


def test_each_cell_of_a_table_counts_also_under_equal_headings() -> None:
    def table(last: str) -> Document:
        rows = [["Nội dung", "Tháng", "Tháng"], ["Học phí", "9", last]]
        block = {"kind": "table", "rows": [[{"text": text} for text in row] for row in rows]}
        return Plan.model_validate({"sections": [{"title": "Mức thu", "blocks": [block]}]})

    (change,) = differences(table("10"), table("11"))
    assert (change.kind, change.part, change.field) == (CHANGED, Part.TABLE, "Tháng")
    assert (change.new_place, change.old, change.new) == ("I, bảng 1, hàng 1", "10", "11")


def _base(number: str, date: str) -> Edit:
    cited = {"number": number, "date": date}
    return lambda values: values["legal_bases"][2]["citation"].update(cited)


def test_a_base_with_another_number_and_day_is_another_one() -> None:
    assert [(one.kind, one.part) for one in _found(_base("45/2028/NĐ-CP", "2028-02-01"))] == [
        (REMOVED, Part.BASIS),
        (ADDED, Part.BASIS),
    ]
    assert [(one.kind, one.part) for one in _found(_base("181/2025/NĐ-CP", "2025-06-09"))] == [(CHANGED, Part.BASIS)]


def test_the_end_mark_of_a_read_line_is_not_marked() -> None:
    def reword(values: Values) -> None:
        values["closing"][0] = values["closing"][0].rstrip(".").replace("nghiêm", "nghiêm túc")

    (change,) = _found(reword, printed_only=True)
    assert [mark.words.strip() for mark in change.marked if mark.kind is not MarkKind.EQUAL] == ["túc"]
