"""What a higher office tells from what its units told."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from generator.model.plan import Plan
from generator.model.progress import Progress, Status
from generator.registers.units import Unit
from generator.reports.aggregate import aggregate
from generator.reports.consolidated import consolidated, unit_states
from generator.reports.receipts import Received, receipts
from generator.reports.report import unit_report
from tests.reports.grounds import ON, ground, sample_plan, told

GROUND = ground()
SCHOOLS = [unit for unit in GROUND.directory.on(ON) if unit.level == "school"][:3]
ISSUER = GROUND.directory.get("so-gddt")
ABOVE = sample_plan().tasks[0].id


def _school(unit: Unit, **changes: Any) -> Progress:
    values = {
        "unit": unit.id, "unit_name": unit.name, "regime": "bo-noi-vu", "period": "2027-Q1",
        "figures": [{"form": 5, "code": "2.2", "value": 2}],
        "narrative": [{"section": "I.4", "texts": ["Đã tuyên truyền."]}, {"section": "I.6", "texts": ["-"]}],
    }  # fmt: skip
    return Progress.model_validate({**values, **changes})


def _plan(unit: Unit) -> Plan:
    return Plan.model_validate(
        {
            "year": 2027, "issuer": {"name": unit.name},
            "tasks": [
                {"id": "A", "name": "Rà soát", "issue_due": "2027-03-01", "parent": {"document": "x", "item": ABOVE}}
            ],
        }
    )  # fmt: skip


def _together(files: list[Received], own: Progress | None = None) -> Progress:
    assert ISSUER is not None
    received = receipts(SCHOOLS, files, GROUND, "2027-Q1")
    found = aggregate(received, GROUND.forms, {})
    states = unit_states(received, {unit.id: _plan(unit) for unit in SCHOOLS}, datetime.date(2027, 3, 14))
    return consolidated(ISSUER, sample_plan(), "2027-Q1", GROUND, received, found, states, own)


def _files(*tasks: dict[str, Any]) -> list[Received]:
    return [
        Received(f"{unit.id}.yaml", _school(unit, tasks=[{"task": "A", **task}]), ON)
        for unit, task in zip(SCHOOLS, tasks, strict=False)
    ]


DONE = {"status": "done", "done": "2027-02-20"}
LATER = {"status": "done", "done": "2027-03-05"}
BEGUN = {"status": "under_way"}


@pytest.mark.parametrize(
    ("tasks", "status", "done", "reason"),
    [
        ((DONE, LATER, DONE), Status.DONE, "2027-03-05", None),
        ((DONE, BEGUN, DONE), Status.UNDER_WAY, None, f"còn 1/3 đơn vị chưa hoàn thành: {SCHOOLS[1].name}"),
        (({}, {}, {}), Status.NOT_STARTED, None, None),
    ],
)
def test_a_task_stands_as_the_units_that_lead_it(
    tasks: tuple[dict[str, Any], ...], status: Status, done: str | None, reason: str | None
) -> None:
    task = _together(_files(*tasks)).task(ABOVE)
    assert task is not None
    assert (task.status, task.done.iso() if task.done else None) == (status, done)
    assert reason is None or task.reason == reason


def test_what_the_office_says_of_a_task_holds() -> None:
    own = told(tasks=[{"task": ABOVE, "status": "done", "done": "2027-01-15"}])
    task = _together(_files(BEGUN, BEGUN, BEGUN), own).task(ABOVE)
    assert task is not None
    assert task.status is Status.DONE


def test_words_are_gathered_with_their_source_and_what_did_not_arise_is_not() -> None:
    narrative = {one.section: one.texts for one in _together(_files(DONE, DONE)).narrative}
    assert narrative["I.4"] == (f"**{SCHOOLS[0].name}, {SCHOOLS[1].name}:** Đã tuyên truyền.",)
    assert "I.6" not in narrative
    sent, lacking = narrative["I.2"]
    assert sent == "Có 2/3 đơn vị gửi báo cáo được tổng hợp."
    assert lacking.startswith(f"1 đơn vị chưa có báo cáo được tổng hợp: {SCHOOLS[2].name}; số liệu trong Báo cáo này")


def test_figures_named_in_the_words_of_a_unit_are_its_own() -> None:
    said = ["Tuyển {5/2.2}.", "Tuyển {5/2.2}.", "Xem {9/1}."]
    files = [
        Received(f"{unit.id}.yaml", _school(unit, narrative=[{"section": "I.4", "texts": [text]}], figures=[
            {"form": 5, "code": "2.2", "value": number}]), ON)
        for number, (unit, text) in enumerate(zip(SCHOOLS, said, strict=True))
    ]  # fmt: skip
    narrative = {one.section: one.texts for one in _together(files).narrative}
    names = [unit.name for unit in SCHOOLS]
    assert narrative["I.4"] == (
        f"**{names[0]}:** Tuyển 0.", f"**{names[1]}:** Tuyển 1.", f"**{names[2]}:** Xem [CẦN BỔ SUNG: số liệu 9/1].",
    )  # fmt: skip


def test_a_sum_that_lacks_units_says_of_how_many_it_is() -> None:
    files = _files(DONE, DONE, DONE)
    files[1] = Received(files[1].source, _school(SCHOOLS[1], figures=[]), ON)
    figure = _together(files).figure(5, "2.2")
    assert figure is not None
    assert (figure.value, figure.note) == (4, "chưa đủ số liệu: 2/3 đơn vị")


def test_rows_that_the_office_does_not_fill_in_are_not_among_its_figures() -> None:
    files = [Received("a.yaml", _school(SCHOOLS[0], figures=[{"form": 3, "code": "3.2.1", "value": 7}]), ON)]
    assert _together(files).figure(3, "3.2.1") is None


def test_the_report_of_the_office_takes_the_sums() -> None:
    files = _files(DONE, DONE, DONE)
    files[0] = Received(files[0].source, files[0].progress, datetime.date(2027, 3, 25))
    together = _together(files)
    figure = together.figure(5, "2.2")
    assert figure is not None
    assert figure.value == 6
    written = unit_report(sample_plan(), together, GROUND, ON)
    assert written.values[5, "2.2"].number == 6
    assert "1 đơn vị gửi báo cáo chậm" in written.document.model_dump_json()
