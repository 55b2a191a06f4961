"""The workbook of figures leads to the report: its totals are those of the forms, and it tells how they come about."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from io import BytesIO
from random import Random
from typing import Any

from openpyxl import load_workbook

from generator.diagnostics import error
from generator.model.blocks import Table
from generator.model.document import Document
from generator.model.plan import Plan
from generator.model.progress import Progress
from generator.registers.units import Unit
from generator.reports.aggregate import aggregate
from generator.reports.consolidated import consolidated, unit_states, unit_tasks
from generator.reports.led_tasks import led_tasks
from generator.reports.named_figures import task_figures, with_task_counts
from generator.reports.origins import Above
from generator.reports.receipts import Received, receipts
from generator.reports.report import Written, unit_report
from generator.reports.wrong_files import Unread
from generator.vietnamese.numbers import format_number
from generator.workbook.drilldown import Drilldown, drilldown_bytes
from tests.reports.grounds import ON, ground, sample_plan, told

GROUND = ground()
UNITS = [unit for unit in GROUND.directory.on(ON) if unit.level == "school"][:6]
DAY = datetime.date(2027, 3, 14)


def _plan(unit: Unit) -> Plan:
    """Return the plan of a school: the first two tasks of the office, both its own to lead."""
    above = [one.model_dump(mode="json", exclude_defaults=True) for one in sample_plan().tasks[:2]]
    tasks = [
        {**one, "id": f"T{place}", "parent": {"document": "KH-SGDĐT", "item": one["id"], "role": "lead"}}
        for place, one in enumerate(above)
    ]
    return Plan.model_validate({"year": 2027, "issuer": {"name": unit.name}, "tasks": tasks})


def _school(seed: int, unit: Unit) -> Received:
    random = Random(seed)  # noqa: S311 - figures of a test
    whole = random.randint(20, 80)
    figures = [(7, "2", 90 + seed), (7, "4.3.1", whole), (7, "4.3.2", whole // 2), (5, "2.2", seed), (4, "3.1", 50)]
    values: dict[str, Any] = {
        "unit": unit.id, "unit_name": unit.name, "regime": "bo-noi-vu", "period": "2027-Q1",
        "figures": [
            *({"form": form, "code": code, "value": value} for form, code, value in figures),
            {"form": 5, "code": "3", "absent": "none"}, {"form": 3, "code": "1.1", "absent": "unknown"},
        ],
        "tasks": [{"task": "T0", "status": "done", "done": "2027-01-12"}] if seed else [],
    }  # fmt: skip
    return Received(f"{unit.id}.yaml", Progress.model_validate(values), ON)


@cache
def _content() -> Drilldown:
    """Return what the workbook of the office shows."""
    issuer = GROUND.directory.get("so-gddt")
    assert issuer is not None
    received = receipts(UNITS, [_school(seed, unit) for seed, unit in enumerate(UNITS)], GROUND, "2027-Q1")
    plans = {unit.id: _plan(unit) for unit in UNITS}
    states = unit_states(received, plans, DAY)
    own = issuer, Received("so.yaml", told(3, narrative=[]), ON)
    led = led_tasks(Above(sample_plan()), unit_tasks(received, plans, states), own, DAY)
    counts = {one.unit.id: with_task_counts(GROUND.forms, {}, task_figures(one.states)) for one in states}
    found = aggregate(received, GROUND.forms, counts, own)
    said = consolidated(issuer, sample_plan(), "2027-Q1", GROUND, received, found, led.tasks, states, own[1].progress)
    report = unit_report(sample_plan(), said, GROUND, ON)
    return Drilldown(GROUND, "2027-Q1", received, found, issuer, report, states, led.leads)


@cache
def _made() -> tuple[Written, Mapping[str, list[tuple[Any, ...]]]]:
    """Return the report of the office, and the rows of the sheets of its workbook by their names."""
    content = _content()
    book = load_workbook(BytesIO(drilldown_bytes(content)))
    return content.report, {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def _printed(document: Document) -> dict[tuple[int, str], str]:
    """Return the figures that the forms of a report print, by form and code."""
    tables = [block for block in document.appendices[0].blocks if isinstance(block, Table)]
    return {
        (int((table.title or "").split(":")[0].split()[-1]), row[0].text or ""): row[3].text or ""
        for table in tables
        for row in table.rows[2:]
    }


def _sheet(number: int) -> dict[str, tuple[Any, ...]]:
    return {row[0]: row for row in _made()[1][f"Biểu {number}"][3:]}


def test_every_total_is_the_figure_that_the_report_prints() -> None:
    printed = _printed(_made()[0].document)
    shown = {(form.form, code): row[3] for form in GROUND.forms.forms for code, row in _sheet(form.form).items()}
    numbers = {key: format_number(one) if isinstance(one, int | float) else one or "" for key, one in shown.items()}
    assert len(printed) > 100
    assert {key: numbers[key] for key in printed} == printed


def test_counts_of_tasks_are_those_of_the_office_and_beside_them_those_of_its_units() -> None:
    sheet = _sheet(1)
    plan = len(sample_plan().tasks)
    heading = _made()[1]["Biểu 1"][2]
    assert heading[3:5] == ("Tổng hợp", "Cộng của các đơn vị")
    assert sheet["2.1"][3:5] == (plan, 2 * len(UNITS))
    assert sheet["2.2"][4] == len(UNITS) - 1
    of_office, of_units = sheet["2.1"][6].split("; ")
    assert of_office == "Tổng hợp: nhiệm vụ trong kế hoạch của cơ quan"
    assert of_units == "Cộng của các đơn vị: lượt nhiệm vụ trong kế hoạch của các đơn vị"
    assert sheet["2"][6] == "dòng 2.2 chia cho dòng 2.1 của từng cột"
    assert sum(value or 0 for value in sheet["2.1"][7:]) == sheet["2.1"][4]


def test_the_way_of_each_figure_is_told() -> None:
    assert _sheet(7)["4.3"][6] == "dòng 4.3.2 chia cho dòng 4.3.1, tính lại từ số đã cộng"
    assert _sheet(5)["2.2"][6] == "cộng số liệu của các đơn vị"
    assert _sheet(7)["2"][6].startswith("không cộng được: 6 đơn vị báo cáo từ 90% đến 95%")
    assert all(row[6] for form in GROUND.forms.forms for row in _sheet(form.form).values() if row[3] is not None)


def test_the_tasks_of_the_office_lead_to_the_units_that_have_not_done_them() -> None:
    first, second = _made()[1]["Nhiệm vụ của cơ quan"][1:]
    state = {one.task.id: one.state.value for one in _made()[0].states}
    total = str(len(UNITS))
    assert (first[0], first[3], first[4:6]) == ("NV01", state["NV01"], (total, str(len(UNITS) - 1)))
    assert first[7] == UNITS[0].name
    assert second[5] == "0"


def _sent(*files: Received, **more: Any) -> list[tuple[Any, ...]]:
    """Return the rows of the first units in Tình hình gửi, where these files came."""
    received = receipts(UNITS[:2], files, GROUND, "2027-Q1", **more)
    content = replace(_content(), receipts=received, states=(), leads=())
    sheet = load_workbook(BytesIO(drilldown_bytes(content)))["Tình hình gửi"]
    return [row[2:6] for row in sheet.iter_rows(min_row=2, values_only=True)]


def test_the_day_of_a_file_that_does_not_count_is_kept() -> None:
    sound, other = _school(0, UNITS[0]), _school(1, UNITS[1])
    later = replace(other, source="2.yaml", day=datetime.date(2027, 3, 19))
    of_other_period = replace(other, progress=other.progress.model_copy(update={"period": "2027-H1"}))
    unread = Unread(f"{UNITS[1].id}.yaml", UNITS[1], (error("không đọc được"),), datetime.date(2027, 3, 17))
    row = ("đã nhận nhưng không tính được", "16/3/2027", "20/3/2027", None)
    assert _sent(sound, of_other_period)[1] == row
    assert _sent(sound, later, other)[1] == row
    assert _sent(sound, unread=[unread])[1] == (row[0], "17/3/2027", *row[2:])
    assert _sent(sound)[1] == ("chưa nhận", None, "20/3/2027", None)


def test_a_unit_that_was_allowed_more_time_is_held_to_that_day() -> None:
    late = replace(_school(0, UNITS[0]), day=datetime.date(2027, 3, 23))
    assert _sent(late)[0] == ("đã nhận, chậm", "23/3/2027", "20/3/2027", "3")
    extended = {UNITS[0].id: datetime.date(2027, 3, 24), UNITS[1].id: datetime.date(2027, 3, 25)}
    assert _sent(late, extended=extended) == [
        ("đã nhận", "23/3/2027", "24/3/2027", None), ("chưa nhận", None, "25/3/2027", None),
    ]  # fmt: skip
