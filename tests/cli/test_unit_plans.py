"""Which plan of a unit its tasks are held against, where several are given."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from generator.cli.reports.unit_plans import parts_of, unit_plans
from generator.errors import DataError
from generator.model.origin import DerivedFrom
from generator.model.plan import Plan
from generator.model.progress import Progress
from generator.model.store import dump_document
from generator.registers.units import Unit
from generator.reports.origins import Above
from generator.reports.receipts import Received, receipts
from generator.transform.higher import Higher
from tests.reports.grounds import ground, sample_plan

DAY = datetime.date(2027, 3, 14)
DIRECTORY = ground().directory
SCHOOLS = [unit for unit in DIRECTORY.on(DAY) if unit.level == "school"][:2]
ABOVE = Above(Plan.model_validate({"year": 2027, "number": 15, "issuer": {"symbol": "SGDĐT"}, "tasks": [
    {"id": "NV01", "name": "Rà soát"}]}))  # fmt: skip


def _write(path: Path, unit: Unit, document: str) -> None:
    task = {"id": "NV01", "name": f"Rà soát theo {document}", "parent": {"document": document, "item": "NV01"}}
    values = {"kind": "plan", "year": 2027, "issuer": {"name": unit.name}, "tasks": [task]}
    path.write_text(dump_document(Plan.model_validate(values), path.name), "utf-8")


def _chosen(folder: Path, above: Above | None = ABOVE) -> dict[str, str]:
    found = unit_plans([folder], SCHOOLS, DIRECTORY, DAY, above)
    return {unit: plan.tasks[0].name for unit, plan in found.items()}


def test_of_two_plans_the_one_that_comes_from_the_office_s_is_taken(tmp_path: Path) -> None:
    one, other = SCHOOLS
    _write(tmp_path / "a.yaml", one, "15/KH-SGDĐT")
    _write(tmp_path / "b.yaml", one, "20/KH-SGDĐT")
    _write(tmp_path / "c.yaml", other, "20/KH-SGDĐT")
    assert _chosen(tmp_path) == {one.id: "Rà soát theo 15/KH-SGDĐT", other.id: "Rà soát theo 20/KH-SGDĐT"}


@pytest.mark.parametrize(
    ("documents", "above"),
    [
        (("20/KH-SGDĐT", "21/KH-SGDĐT"), ABOVE),
        (("15/KH-SGDĐT", "15/KH-SGDĐT"), ABOVE),
        (("15/KH-SGDĐT", "20/KH-SGDĐT"), None),
    ],
)
def test_several_plans_that_may_be_meant_are_refused_with_their_files(
    tmp_path: Path, documents: tuple[str, str], above: Above | None
) -> None:
    for name, document in zip(("a.yaml", "b.yaml"), documents, strict=True):
        _write(tmp_path / name, SCHOOLS[0], document)
    with pytest.raises(DataError, match="có 2 kế hoạch") as refused:
        _chosen(tmp_path, above)
    assert {Path(path).name for path in (refused.value.where or "").split(", ")} == {"a.yaml", "b.yaml"}


# ---- Units that tell of the plan of the office itself ---------------------------------------------------------------

GROUND = ground("so-gddt-song-van")
OFFICE = Above(sample_plan())
ORIGIN = Higher(sample_plan(), 0, None, None).origin


def _received(unit: Unit, plan: DerivedFrom | None, *tasks: str) -> Received:
    values = {
        "unit": unit.id, "unit_name": unit.name, "regime": "so-gddt-song-van", "period": "2027-Q1",
        "plan": plan, "tasks": [{"task": id, "status": "under_way"} for id in tasks],
    }  # fmt: skip
    return Received(f"{unit.id}.yaml", Progress.model_validate(values))


def _parts(files: list[Received], expected: list[Unit], plans: dict[str, Plan] | None = None) -> dict[str, list[str]]:
    received = receipts(expected, files, GROUND, "2027-Q1")
    found = parts_of(OFFICE, received, plans or {}, DIRECTORY, DAY)
    return {unit: [task.id for task in plan.tasks] for unit, plan in found.items()}


def test_a_unit_that_tells_of_the_office_s_plan_leads_the_tasks_it_tells_of() -> None:
    one, other = SCHOOLS
    moved = DerivedFrom(document="nhap.yaml", hash=ORIGIN.hash)
    files = [_received(one, ORIGIN, "NV01", "NV34"), _received(other, moved, "NV34")]
    assert _parts(files, SCHOOLS) == {one.id: ["NV01", "NV34"], other.id: ["NV34"]}
    part = parts_of(OFFICE, receipts(SCHOOLS, files, GROUND, "2027-Q1"), {}, DIRECTORY, DAY)[one.id]
    assert [item for item, _ in OFFICE.led(part)] == ["NV01", "NV34"]


def test_one_that_has_not_reported_leads_what_the_plan_gives_it() -> None:
    schools = [unit for unit in DIRECTORY.members("don-vi-truc-thuoc", DAY, "so-gddt")][:2]
    one, silent = schools
    assert _parts([_received(one, ORIGIN, "NV01")], schools) == {one.id: ["NV01"], silent.id: ["NV01", "NV34"]}


@pytest.mark.parametrize("plan", [None, DerivedFrom(document="20/KH-SGDĐT", hash="0" * 64)])
def test_a_unit_that_tells_of_another_plan_has_no_part_in_this_one(plan: DerivedFrom | None) -> None:
    assert _parts([_received(SCHOOLS[0], plan, "NV01")], SCHOOLS) == {}


def test_a_unit_with_a_plan_of_its_own_is_held_against_that() -> None:
    one = SCHOOLS[0]
    assert _parts([_received(one, ORIGIN, "NV01")], SCHOOLS[:1], {one.id: Plan()}) == {}
