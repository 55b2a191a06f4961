"""Three versions of a plan put together."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.errors import DataError
from generator.model.basis import LegalBasis
from generator.model.blocks import Item, Section
from generator.model.document import Document
from generator.model.ending import Archive, Recipient
from generator.model.origin import Derivation, DerivedFrom, ParentReference
from generator.model.plan import Plan, Target, Task, TaskRow
from generator.transform.merge import ChangeKind, Merged, Side, merge
from generator.vietnamese.citations import Citation
from generator.vietnamese.dates import PartialDate
from tests.strategies import plans
from tests.transform.plan_edits import edited
from tests.transform.texts import strings_of

_SLOW = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


def _origin(item: str, hash: str = "h1", **more: Any) -> ParentReference:
    return ParentReference(document="12/KH-UBND", item=item, hash=hash, **more)


def _task(id: str, name: str, schedule: str = "Quý I/2027", **more: Any) -> Task:
    row = TaskRow(products=("Báo cáo",), schedule=schedule, lead=("Văn phòng",))
    return Task(id=id, name=name, rows=(row,), **more)


BASE = Plan(
    kind="plan",
    subject="Cải cách hành chính năm 2027",
    tasks=(
        _task("NV01", "Tuyên truyền cải cách hành chính"),
        _task("NV02", "Rà soát thủ tục hành chính"),
        _task("NV03", "Kiểm tra công vụ"),
    ),
    recipients=(Recipient(name="UBND tỉnh"), Recipient(name="Các phòng")),
    archive=Archive(holders=("VT", "VP")),
)


def _with_tasks(*tasks: Task) -> Plan:
    return BASE.model_copy(update={"tasks": tasks})


def _lines(merged: Merged) -> list[str]:
    return [str(change) for change in merged.changes]


ONE, TWO, THREE = BASE.tasks


def test_one_deadline_changed_one_task_dropped_one_added_are_exactly_three_changes() -> None:
    new = _task("NV04", "Số hóa hồ sơ")
    theirs = _with_tasks(_task("NV01", ONE.name, "Quý II/2027"), new, THREE)
    merged = merge(BASE, BASE, theirs)
    assert merged.document == theirs
    assert _lines(merged) == [
        "sửa nhiệm vụ NV01, hàng 1, thời gian thực hiện: «Quý I/2027» → «Quý II/2027»",
        "bỏ nhiệm vụ NV02: «NV02: Rà soát thủ tục hành chính»",
        "thêm nhiệm vụ NV04: «NV04: Số hóa hồ sơ»",
    ]
    assert not merged.conflicts


def test_hand_edits_stay_beside_what_the_higher_plan_changed() -> None:
    by_hand = _with_tasks(_task("NV01", "Tuyên truyền bằng phim ngắn"), TWO, THREE, _task("RIENG", "Việc của đơn vị"))
    theirs = _with_tasks(_task("NV01", ONE.name, "Quý II/2027"), THREE)
    merged = merge(BASE, by_hand, theirs)
    assert merged.document == _with_tasks(
        _task("NV01", "Tuyên truyền bằng phim ngắn", "Quý II/2027"), THREE, _task("RIENG", "Việc của đơn vị")
    )
    assert [change.kind for change in merged.changes] == [ChangeKind.CHANGED, ChangeKind.DROPPED]


def test_a_field_changed_by_both_stays_ours_and_is_told_with_both_sides() -> None:
    ours = _with_tasks(_task("NV01", ONE.name, "Tháng 3/2027"), TWO, THREE)
    theirs = _with_tasks(_task("NV01", ONE.name, "Quý II/2027"), TWO, THREE)
    merged = merge(BASE, ours, theirs)
    (conflict,) = merged.conflicts
    assert merged.document == ours
    assert conflict.place == "nhiệm vụ NV01, hàng 1, thời gian thực hiện"
    assert (conflict.base, conflict.ours, conflict.theirs) == ("Quý I/2027", "Tháng 3/2027", "Quý II/2027")
    assert merged.open == (conflict,)
    assert conflict.taken is Side.CHILD


def test_a_conflict_is_decided_by_its_key_or_for_all() -> None:
    ours = _with_tasks(_task("NV01", ONE.name, "Tháng 3/2027"), _task("NV02", TWO.name, "Tháng 4/2027"), THREE)
    theirs = _with_tasks(_task("NV01", ONE.name, "Quý II/2027"), _task("NV02", TWO.name, "Quý III/2027"), THREE)
    first, second = merge(BASE, ours, theirs).conflicts
    one_by_one = merge(BASE, ours, theirs, decisions={first.key: Side.PARENT, second.key: Side.CHILD})
    assert [task.rows[0].schedule for task in one_by_one.document.tasks[:2]] == ["Quý II/2027", "Tháng 4/2027"]
    assert not one_by_one.open
    all_of_them = merge(BASE, ours, theirs, take=Side.PARENT, decisions={second.key: Side.CHILD})
    assert all_of_them.document == one_by_one.document
    assert merge(BASE, ours, theirs, take=Side.PARENT).document == theirs


def test_what_one_side_edits_and_the_other_drops_is_a_conflict() -> None:
    ours = _with_tasks(_task("NV01", ONE.name, "Tháng 3/2027"), TWO, THREE)
    merged = merge(BASE, ours, _with_tasks(TWO, THREE))
    assert merged.document == ours
    assert merged.conflicts[0].theirs == ""
    assert merge(BASE, ours, _with_tasks(TWO, THREE), take=Side.PARENT).document == _with_tasks(TWO, THREE)

    taken_out = merge(BASE, _with_tasks(TWO, THREE), ours)
    assert taken_out.document == _with_tasks(TWO, THREE)
    assert taken_out.conflicts[0].ours == ""
    assert merge(BASE, _with_tasks(TWO, THREE), ours, take=Side.PARENT).document == ours


def test_our_order_stays_and_new_entries_stand_behind_their_neighbours() -> None:
    new = _task("NV04", "Số hóa hồ sơ")
    merged = merge(BASE, _with_tasks(THREE, TWO, ONE), _with_tasks(ONE, TWO, new, THREE))
    assert [task.id for task in merged.document.tasks] == ["NV03", "NV02", "NV04", "NV01"]


def test_a_new_order_of_the_higher_plan_is_taken_and_told() -> None:
    merged = merge(BASE, _with_tasks(ONE, TWO, THREE, _task("RIENG", "Việc riêng")), _with_tasks(TWO, THREE, ONE))
    assert [task.id for task in merged.document.tasks] == ["NV02", "NV03", "RIENG", "NV01"]
    assert _lines(merged) == ["đổi chỗ nhiệm vụ NV01"]


def test_two_new_orders_are_a_conflict() -> None:
    ours, theirs = _with_tasks(TWO, ONE, THREE), _with_tasks(THREE, ONE, TWO)
    merged = merge(BASE, ours, theirs)
    assert merged.document == ours
    assert merged.conflicts[0].place == "thứ tự"
    assert merge(BASE, ours, theirs, take=Side.PARENT).document == theirs


def test_a_new_task_whose_identity_the_unit_has_given_away_gets_another_one() -> None:
    own = _task("NV04", "Việc của đơn vị")
    new = _task("NV04", "Số hóa hồ sơ", parent=_origin("NV04"))
    merged = merge(BASE, _with_tasks(*BASE.tasks, own), _with_tasks(*BASE.tasks, new))
    assert [(task.id, task.name) for task in merged.document.tasks[3:]] == [("NV04-2", new.name), ("NV04", own.name)]
    again = merge(_with_tasks(*BASE.tasks, new), merged.document, _with_tasks(*BASE.tasks, new))
    assert again.document == merged.document


def test_points_of_prose_are_known_by_what_they_say_though_their_labels_moved_on() -> None:
    def plan(*points: tuple[str, str, str]) -> Plan:
        items = (Item(text=text, parent=_origin(item, hash)) for item, hash, text in points)
        return BASE.model_copy(update={"sections": (Section(title="Nhiệm vụ", blocks=tuple(items)),)})

    base = plan(("III.1", "a", "Tuyên truyền trong toàn ngành"), ("III.2", "b", "Kiểm tra tại các đơn vị trực thuộc"))
    theirs = plan(
        ("III.1", "a", "Tuyên truyền trong toàn ngành"),
        ("III.2", "c", "Công khai dự toán ngân sách"),
        ("III.3", "b", "Kiểm tra tại các đơn vị trực thuộc"),
    )
    ours = plan(("III.1", "a", "Tuyên truyền trong nhà trường"), ("III.2", "b", "Kiểm tra tại các đơn vị trực thuộc"))
    merged = merge(base, ours, theirs)
    assert _lines(merged) == ["thêm mục «Nhiệm vụ», điểm «Công khai dự toán ngân sách»: «Công khai dự toán ngân sách»"]
    texts = [item.text for item in merged.document.sections[0].blocks if isinstance(item, Item)]
    assert texts == [
        "Tuyên truyền trong nhà trường",
        "Công khai dự toán ngân sách",
        "Kiểm tra tại các đơn vị trực thuộc",
    ]


def test_origins_follow_the_higher_plan_and_are_no_change() -> None:
    def plan(hash: str, **more: Any) -> Plan:
        derivation = Derivation(
            unit="so-gddt", on=PartialDate(2027), parents=(DerivedFrom(document="12/KH-UBND", hash=hash),)
        )
        tasks = (_task("NV01", ONE.name, parent=_origin("NV01", hash, **more)),)
        return BASE.model_copy(update={"tasks": tasks, "derivation": derivation})

    looked_through = plan("h1")
    merged = merge(plan("h1", review=("đã đổi «Sở»",)), looked_through, plan("h2", review=("đã đổi «Sở»",)))
    assert merged.document == plan("h2")
    assert not merged.changes
    told = merge(plan("h1", role="lead"), plan("h1", role="lead"), plan("h1", role="support"))
    assert _lines(told) == ["sửa nhiệm vụ NV01, vai trò: «chủ trì» → «phối hợp»"]


def test_a_basis_is_never_given_in_two_ways() -> None:
    def plan(**basis: Any) -> Plan:
        return BASE.model_copy(update={"legal_bases": (LegalBasis(lead="Thực hiện", **basis),)})

    base, theirs = (plan(text=f"Kế hoạch số 1/KH-UBND ngày {day}/01/2027 của UBND tỉnh") for day in ("05", "06"))
    ours = plan(citation=Citation(type="Kế hoạch", number="1/KH-UBND"))
    assert merge(base, ours, base).document == ours
    assert merge(base, ours, theirs).document == ours
    assert merge(base, ours, theirs, take=Side.PARENT).document == theirs


def test_holders_of_the_archive_are_one_value() -> None:
    def plan(*holders: str) -> Plan:
        return BASE.model_copy(update={"archive": Archive(holders=holders)})

    merged = merge(plan("VT", "VP"), plan("VT"), plan("VP"))
    assert merged.document == plan("VT")
    assert [conflict.place for conflict in merged.conflicts] == ["lưu, nơi lưu"]


def test_documents_of_two_kinds_are_refused() -> None:
    with pytest.raises(DataError, match="khác loại: Kế hoạch, Báo cáo"):
        merge(BASE, BASE, Document(kind="report"))


@_SLOW
@given(st.data())
def test_without_a_change_of_theirs_ours_stays(data: st.DataObject) -> None:
    base = data.draw(plans)
    ours = data.draw(edited(base, "ta"))
    merged = merge(base, ours, base)
    assert merged.document == ours
    assert not merged.changes
    assert not merged.conflicts


@_SLOW
@given(st.data())
def test_without_a_change_of_ours_theirs_is_taken_and_told(data: st.DataObject) -> None:
    base = data.draw(plans)
    theirs = data.draw(edited(base, "họ"))
    merged = merge(base, base, theirs)
    assert merged.document == theirs
    assert bool(merged.changes) == (base != theirs)
    assert not merged.conflicts


@_SLOW
@given(st.data())
def test_no_edit_of_either_side_is_lost_unless_it_is_told(data: st.DataObject) -> None:
    base = data.draw(plans)
    ours, theirs = data.draw(edited(base, "ta")), data.draw(edited(base, "họ"))
    for take in (None, *Side):
        merged = merge(base, ours, theirs, take=take)
        made = _texts(merged.document)
        _assert_kept(_texts(ours) - _texts(base), made, merged, lost_side=Side.PARENT)
        _assert_kept(_texts(theirs) - _texts(base), made, merged, lost_side=Side.CHILD)
        assert all(conflict.decided is (take is not None) for conflict in merged.conflicts)


@_SLOW
@given(st.data())
def test_what_was_taken_out_comes_back_only_as_a_conflict(data: st.DataObject) -> None:
    base = data.draw(plans)
    ours, theirs = data.draw(edited(base, "ta")), data.draw(edited(base, "họ"))
    merged = merge(base, ours, theirs)
    gone = {task.id for task in base.tasks} - {task.id for task in ours.tasks}
    assert not gone & {task.id for task in merged.document.tasks}


def _assert_kept(added: Counter[str], made: Counter[str], merged: Merged, *, lost_side: Side) -> None:
    """Hold that all texts are in what was made, or in a conflict that the other side won."""
    told = " ".join(
        conflict.ours if lost_side is Side.PARENT else conflict.theirs
        for conflict in merged.conflicts
        if conflict.taken is lost_side
    )
    assert all(text in told for text in added - made if text.startswith("Lời ")), (added - made, told)


def _texts(value: Any) -> Counter[str]:
    return Counter(strings_of(value))


def test_targets_are_merged_by_their_identity() -> None:
    def plan(**more: Any) -> Plan:
        return BASE.model_copy(update={"targets": (Target(id="CT01", metric="Tỷ lệ hồ sơ đúng hạn", **more),)})

    merged = merge(plan(value=95), plan(value=95, lead="Văn phòng"), plan(value=98))
    assert merged.document == plan(value=98, lead="Văn phòng")
    assert _lines(merged) == ["sửa chỉ tiêu CT01, giá trị: «95» → «98»"]
