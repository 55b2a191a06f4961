"""Derived plans brought up to date with higher plans that changed."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.bundled import bundled
from generator.model.plan import Plan, Task, TaskRow
from generator.model.store import load_document
from generator.registers.derivation import DerivationRules
from generator.registers.holidays import WorkCalendar
from generator.registers.store import load_register
from generator.registers.units import UnitDirectory
from generator.transform.derive import Derivations
from generator.transform.merge import Side
from generator.transform.update import update
from tests.transform.plan_edits import edited
from tests.transform.test_merge import _texts

_DATA = bundled("data")
_ON = date(2026, 12, 20)
SCHOOL, NURSERY = "thpt-song-van", "mn-bai-ngo"


def _plan(name: str) -> Plan:
    document = load_document((_DATA / "plans" / name).read_bytes(), name)
    assert isinstance(document, Plan)
    return document


PARENT = _plan("ke_hoach_cchc_2027.yaml").model_copy(update={"number": "12"})


@cache
def _register(name: str, kind: Any) -> Any:
    return load_register((_DATA / "registers" / name).read_bytes(), name, kind)


def _derived(parent: Plan, unit: str) -> Plan:
    directory = _register("units.yaml", UnitDirectory)
    rules, calendar = _register("derivation.yaml", DerivationRules), _register("holidays.yaml", WorkCalendar)
    known = directory.get(unit)
    assert known is not None
    return Derivations([parent], directory, rules, calendar, _ON).of(known).plan


def _with_task(plan: Plan, id: str, **row: Any) -> Plan:
    """The plan with another row of a task."""
    tasks = tuple(
        task.model_copy(update={"rows": (task.rows[0].model_copy(update=row),)}) if task.id == id else task
        for task in plan.tasks
    )
    return plan.model_copy(update={"tasks": tasks})


def _without_task(plan: Plan, id: str) -> Plan:
    return plan.model_copy(update={"tasks": tuple(task for task in plan.tasks if task.id != id)})


def _with_new_task(plan: Plan) -> Plan:
    row = TaskRow(products=("Mã QR được niêm yết",), schedule="Trước ngày 28/5/2027", lead=("Các đơn vị trực thuộc",))
    new = Task(
        id="NV43", group=plan.tasks[-1].group, name="Niêm yết mã QR tra cứu thủ tục tại cổng trường", rows=(row,)
    )
    return plan.model_copy(update={"tasks": (*plan.tasks, new)})


CHANGED = _with_new_task(_without_task(_with_task(PARENT, "NV34", schedule="Trước ngày 15/4/2027"), "NV37"))


@pytest.mark.parametrize("unit", [SCHOOL, "thpt-ben-van"])
def test_three_changes_of_the_parent_are_three_changes_of_a_child_that_they_concern(unit: str) -> None:
    child, theirs = _derived(PARENT, unit), _derived(CHANGED, unit)
    merged = update(child, child, theirs)
    assert merged.document == theirs
    assert [(change.kind.label, change.place.split(",")[0]) for change in merged.changes] == [
        ("sửa", "nhiệm vụ NV34"),
        ("bỏ", "nhiệm vụ NV37"),
        ("thêm", "nhiệm vụ NV43"),
    ]
    assert not merged.conflicts


def test_a_child_that_the_changes_do_not_concern_stays() -> None:
    child = _derived(PARENT, NURSERY)
    merged = update(child, child, _derived(CHANGED, NURSERY))
    assert not merged.changes
    assert merged.document.model_copy(update={"derivation": None}) == child.model_copy(update={"derivation": None})


def test_hand_edits_stay_and_a_conflict_keeps_the_old_derivation_until_it_is_decided() -> None:
    base, theirs = _derived(PARENT, SCHOOL), _derived(CHANGED, SCHOOL)
    child = _with_task(_with_task(base, "NV34", schedule="Trước ngày 20/3/2027"), "NV35", lead=("Tổ Văn phòng",))
    merged = update(child, base, theirs)
    (conflict,) = merged.conflicts
    assert (conflict.ours, conflict.theirs) == ("Trước ngày 20/3/2027", "Trước ngày 13/4/2027")
    assert merged.document.derivation == child.derivation
    rows = {task.id: task.rows[0] for task in merged.document.tasks}
    assert (rows["NV34"].schedule, rows["NV35"].lead) == ("Trước ngày 20/3/2027", ("Tổ Văn phòng",))

    decided = update(merged.document, base, theirs, decisions={conflict.key: Side.PARENT})
    assert not decided.open
    assert decided.document.derivation == theirs.derivation
    rows = {task.id: task.rows[0] for task in decided.document.tasks}
    assert (rows["NV34"].schedule, rows["NV35"].lead) == ("Trước ngày 13/4/2027", ("Tổ Văn phòng",))


def test_a_parent_that_got_its_number_since_is_the_same_parent() -> None:
    draft = PARENT.model_copy(update={"number": None})
    base, theirs = _derived(draft, SCHOOL), _derived(PARENT, SCHOOL)
    merged = update(base, base, theirs)
    assert merged.document == theirs
    assert all("12/KH-SGDĐT" in change.after for change in merged.changes), "chỉ đổi ở chỗ in số, ký hiệu"


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_no_edit_of_a_child_is_lost_whatever_the_parent_becomes(data: st.DataObject) -> None:
    parent = data.draw(edited(PARENT, "tren"))
    base, theirs = _derived(PARENT, SCHOOL), _derived(parent, SCHOOL)
    child = data.draw(edited(base, "ta"))
    merged = update(child, base, theirs)
    own = {text for text in _texts(child) if text.startswith("Lời ta")}
    assert own <= set(_texts(merged.document))
    gone = {task.id for task in base.tasks} - {task.id for task in child.tasks}
    assert not gone & {task.id for task in merged.document.tasks}
    assert update(merged.document, theirs, theirs).document.tasks == merged.document.tasks


def _renumbered(plan: Plan, step: int) -> Plan:
    """The plan with every task that many numbers on."""
    tasks = tuple(task.model_copy(update={"id": f"NV{int(task.id[2:]) + step:02d}"}) for task in plan.tasks)
    return plan.model_copy(update={"tasks": tasks})


@pytest.mark.parametrize("step", [1, 2, -1])
def test_tasks_that_the_parent_numbers_anew_follow_all_together_and_are_told_once(step: int) -> None:
    base, theirs = _derived(PARENT, SCHOOL), _derived(_renumbered(PARENT, step), SCHOOL)
    child = _with_task(base, "NV34", lead=("Tổ Văn phòng",))
    merged = update(child, base, theirs)
    moved = f"NV{34 + step}"
    assert merged.document == _with_task(theirs, moved, lead=("Tổ Văn phòng",))
    assert [change.place for change in merged.changes] == ["mã nhiệm vụ"]
    assert moved in merged.changes[0].after
    assert not merged.conflicts


def test_a_task_that_is_numbered_anew_and_changed_is_still_the_same_task() -> None:
    base, theirs = _derived(PARENT, SCHOOL), _derived(_renumbered(CHANGED, 3), SCHOOL)
    child = _with_task(base, "NV34", lead=("Tổ Văn phòng",))
    merged = update(child, base, theirs)
    assert merged.document == _with_task(theirs, "NV37", lead=("Tổ Văn phòng",))
    assert [(one.kind.label, one.place.split(",")[0]) for one in merged.changes] == [
        ("sửa", "mã nhiệm vụ"),
        ("sửa", "nhiệm vụ NV37"),
        ("bỏ", "nhiệm vụ NV37"),
        ("thêm", "nhiệm vụ NV46"),
    ]


def test_no_task_is_numbered_anew_where_the_unit_has_given_one_of_the_numbers_itself() -> None:
    base, theirs = _derived(PARENT, SCHOOL), _derived(_renumbered(PARENT, 1), SCHOOL)
    own = Task(id="NV36", name="Việc của riêng trường")
    child = base.model_copy(update={"tasks": (*base.tasks, own)})
    merged = update(child, base, theirs)
    assert [task.id for task in merged.document.tasks] == [task.id for task in child.tasks]
    assert not update(merged.document, theirs, theirs).changes
