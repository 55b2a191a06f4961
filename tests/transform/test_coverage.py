"""How far lower plans cover a higher one."""

from __future__ import annotations

from typing import Any

from generator.model.plan import Plan
from generator.registers.catalog import bundled_derivation_rules
from generator.transform.assignment import Assigner
from generator.transform.coverage import COUNTED, Coverage, Member, Status, coverage
from generator.transform.decision import LeftOut
from generator.transform.points import PointKind, points
from tests.transform.province import DIRECTORY, NOW, item, provincial, task

PARENT = provincial(
    item("Công khai thủ tục hành chính."),
    targets=[{"id": "CT01", "metric": "Tỷ lệ đúng hạn", "lead": "UBND các xã, phường", "value": 98, "unit": "%"}],
    tasks=[
        task("NV01", (["Sở Nội vụ"], ["UBND các xã, phường"])),
        task("NV02", (["Sở Y tế"], [])),
        task("NV03", (["Hội Nông dân"], ["Sở Nội vụ"])),
        task("NV04", (["UBND tỉnh"], [])),
    ],
)
NAME = "412/KH-UBND"


def member(unit: str, plan: Plan | None = None, left_out: tuple[LeftOut, ...] = ()) -> Member:
    found = DIRECTORY.get(unit)
    assert found is not None
    assigner = Assigner(PARENT, DIRECTORY, bundled_derivation_rules(), NOW)
    return Member(found, assigner.assign(found), plan, left_out=left_out)


def child(*tasks: tuple[str, str], target: Any = None, document: str = NAME) -> Plan:
    """A lower plan whose tasks come from points of the parent, by identity of the task."""
    given = [{"id": id, "name": "Việc", "parent": {"document": document, "item": point}} for id, point in tasks]
    origin = {"document": document, "item": "CT01"}
    targets = [{"id": "CT01", "metric": "Tỷ lệ đúng hạn", "parent": origin, **target}] if target else []
    return Plan.model_validate({"tasks": given, "targets": targets})


def statuses(found: Coverage, unit: str) -> dict[str, Status]:
    place = [one.unit.id for one in found.members].index(unit)
    return {line.point.id: line.covered[place].status for line in found.lines}


def test_each_point_stands_against_each_unit() -> None:
    found = coverage([NAME], [member("noi-vu"), member("xa-van")])
    assert statuses(found, "noi-vu") == {
        "I.a": Status.LEAD,
        "CT01": Status.NONE,
        "NV01": Status.LEAD,
        "NV02": Status.NONE,
        "NV03": Status.SUPPORT,
        "NV04": Status.OWN,
    }
    assert statuses(found, "xa-van")["NV01"] is Status.SUPPORT


def test_what_a_plan_lacks_is_missing() -> None:
    found = coverage([NAME], [member("noi-vu", child(("NV01", "NV01")))])
    told = statuses(found, "noi-vu")
    assert (told["NV01"], told["NV03"], told["NV02"]) == (Status.LEAD, Status.MISSING, Status.NONE)
    assert [one.assignment.point.id for one in found.missing] == ["NV03"]


def test_a_point_of_another_document_does_not_count() -> None:
    found = coverage([NAME], [member("noi-vu", child(("NV01", "NV01"), document="9/KH-BNV"))])
    assert statuses(found, "noi-vu")["NV01"] is Status.MISSING


def test_a_document_that_got_its_number_later_counts_by_the_hash_of_the_point() -> None:
    first = next(point for point in points(PARENT) if point.id == "NV01")
    origin = {"document": "ke_hoach_tinh.yaml", "item": "NV01", "hash": first.hash}
    plan = Plan.model_validate({"tasks": [{"id": "NV01", "name": "Việc", "parent": origin}]})
    assert statuses(coverage([NAME], [member("noi-vu", plan)]), "noi-vu")["NV01"] is Status.LEAD


def test_a_point_of_the_body_that_is_written_anew_is_left_out_and_not_missing() -> None:
    found = coverage([NAME], [member("noi-vu", child())])
    assert statuses(found, "noi-vu")["I.a"] is Status.SKIPPED


def test_what_was_left_out_on_purpose_has_its_own_reason() -> None:
    third = next(point for point in points(PARENT) if point.id == "NV03")
    left_out = (LeftOut(third, NAME, "đã xong trong năm trước"),)
    found = coverage([NAME], [member("noi-vu", child(("NV01", "NV01")), left_out)])
    assert found.missing == ()
    assert [(one.point.id, one.reason) for one in found.left_out if one.status is Status.SKIPPED][-1:] == [
        ("NV03", "đã xong trong năm trước")
    ]


def test_tasks_that_nobody_leads_are_told_but_not_those_of_the_higher_office() -> None:
    found = coverage([NAME], [member("noi-vu"), member("xa-van")])
    assert [line.point.id for line in found.untaken] == ["NV02", "NV03"]


def test_of_some_units_alone_nobody_can_be_said_not_to_lead() -> None:
    assert coverage([NAME], [member("noi-vu")], is_whole=False).untaken == ()


def test_a_data_file_is_told_without_its_folders_and_a_number_whole() -> None:
    assert coverage(["../tren/ke_hoach.yaml"], [member("noi-vu")]).lines[0].document == "ke_hoach.yaml"
    assert coverage([NAME], [member("noi-vu")]).lines[0].document == NAME


def test_each_of_several_higher_documents_has_its_points_under_its_name() -> None:
    other = provincial(tasks=[task("NV01", (["Sở Nội vụ"], []))])
    unit = DIRECTORY.get("noi-vu")
    assert unit is not None
    second = Assigner(other, DIRECTORY, bundled_derivation_rules(), NOW, 1).assign(unit)
    both = Member(unit, (*member("noi-vu").assignments, *second), child(("NV01", "NV01"), document="9/KH-BNV"))
    found = coverage([NAME, "9/KH-BNV"], [both])
    told = [(line.document, line.point.id, line.covered[0].status) for line in found.lines if line.point.id == "NV01"]
    assert told == [(NAME, "NV01", Status.MISSING), ("9/KH-BNV", "NV01", Status.LEAD)]


def test_units_of_one_reason_stand_together_in_what_is_left_out() -> None:
    found = coverage([NAME], [member("noi-vu"), member("y-te"), member("xa-van")])
    groups = [(one.point.id, [unit.id for unit in one.units]) for one in found.left_out if one.point.id == "NV04"]
    assert groups == [("NV04", ["noi-vu", "y-te", "xa-van"])]


def test_tallies_count_tasks_and_targets_alone_when_asked() -> None:
    found = coverage([NAME], [member("noi-vu")])
    assert found.tallies(*COUNTED)[0].counts == {Status.LEAD: 1, Status.SUPPORT: 1, Status.NONE: 2, Status.OWN: 1}
    assert found.tallies(PointKind.PROSE)[0][Status.LEAD] == 1


def test_no_units_give_no_lines() -> None:
    assert coverage([NAME], []).lines == ()
