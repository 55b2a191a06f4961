"""What a higher office tells from what its units told."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal
from typing import Any

from generator.model.blocks import Cell, Paragraph, Table
from generator.model.document import Document
from generator.model.plan import Plan
from generator.model.progress import Progress, Status
from generator.registers.units import Unit
from generator.reports.aggregate import aggregate
from generator.reports.consolidated import consolidated, unit_states
from generator.reports.figures import Value
from generator.reports.receipts import Received, receipts
from generator.reports.report import unit_report
from tests.reports.grounds import ON, ground, sample_plan, told

GROUND = ground()
SCHOOLS = [unit for unit in GROUND.directory.on(ON) if unit.level == "school"][:3]
ISSUER = GROUND.directory.get("so-gddt")


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
                {"id": "A", "name": "Rà soát", "issue_due": "2027-03-01", "parent": {"document": "x", "item": "NV01"}}
            ],
        }
    )  # fmt: skip


def _together(files: list[Received], own: Progress | None = None) -> Progress:
    assert ISSUER is not None
    received = receipts(SCHOOLS, files, GROUND, "2027-Q1")
    found = aggregate(received, GROUND.forms, {})
    states = unit_states(received, {unit.id: _plan(unit) for unit in SCHOOLS}, datetime.date(2027, 3, 14))
    tasks = own.tasks if own else ()
    return consolidated(ISSUER, sample_plan(), "2027-Q1", GROUND, received, found, tasks, states, own)


def _files(*tasks: dict[str, Any]) -> list[Received]:
    return [
        Received(f"{unit.id}.yaml", _school(unit, tasks=[{"task": "A", **task}]), ON)
        for unit, task in zip(SCHOOLS, tasks, strict=False)
    ]


DONE = {"status": "done", "done": "2027-02-20"}


def test_words_are_gathered_with_their_source_and_what_did_not_arise_is_not() -> None:
    narrative = {one.section: one.texts for one in _together(_files(DONE, DONE)).narrative}
    assert narrative["I.4"] == (f"**{SCHOOLS[0].name}, {SCHOOLS[1].name}:** Đã tuyên truyền.",)
    assert "I.6" not in narrative
    sent, lacking = narrative["I.2"]
    assert sent == "Có 2/3 đơn vị gửi báo cáo được tổng hợp."
    assert lacking == (
        f"1 đơn vị chưa có báo cáo được tổng hợp: {SCHOOLS[2].name}; số liệu tổng hợp không gồm đơn vị này."
    )


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
        f"**{names[0]}:** Tuyển 0.", f"**{names[1]}:** Tuyển 1.",
        f"**{names[2]}:** Xem [CẦN BỔ SUNG: số liệu 9/1 của {names[2]}].",
    )  # fmt: skip


def test_a_refused_figure_is_a_gap_of_its_unit_in_its_words() -> None:
    texts = [{"section": "I.4", "texts": ["Tuyển {5/2.2} người."]}]
    files = [
        Received(f"{unit.id}.yaml", _school(unit, narrative=texts, figures=[
            {"form": 5, "code": "2.2", "value": value}]), ON)
        for unit, value in zip(SCHOOLS, (9.5, 9.5, 2), strict=True)
    ]  # fmt: skip
    narrative = {one.section: one.texts for one in _together(files).narrative}
    assert narrative["I.4"] == (
        *(f"**{one.name}:** Tuyển [CẦN BỔ SUNG: số liệu 5/2.2 của {one.name}] người." for one in SCHOOLS[:2]),
        f"**{SCHOOLS[2].name}:** Tuyển 2 người.",
    )


def test_words_in_which_units_left_a_gap_are_those_of_each() -> None:
    texts = [{"section": "I.4", "texts": ["Tuyển [CẦN BỔ SUNG: số liệu 5/2.2] người."]}]
    files = [Received(f"{unit.id}.yaml", _school(unit, narrative=texts), ON) for unit in SCHOOLS]
    narrative = {one.section: one.texts for one in _together(files).narrative}
    assert [text.split(":**")[0] for text in narrative["I.4"]] == [f"**{unit.name}" for unit in SCHOOLS]


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


def test_an_office_to_which_its_units_report_is_not_addressed_by_itself() -> None:
    office = GROUND.regime.model_copy(update={"receiver": "bo-noi-vu"})
    above = GROUND.directory.get("bo-noi-vu")
    assert above is not None
    progress = told(unit=above.id, unit_name=above.name, tasks=[], figures=[], narrative=[])
    document = unit_report(sample_plan(), progress, replace(GROUND, regime=office), ON).document
    assert document.addressees == ("[CẦN BỔ SUNG: cơ quan nhận báo cáo]",)


def _sentences(document: Document) -> list[str]:
    return [block.text for block in document.blocks() if isinstance(block, Paragraph)]


def test_a_sentence_and_a_row_that_lack_units_say_of_how_many_they_are() -> None:
    rows = [{"form": 7, "code": "4.3.1", "value": 10}, {"form": 7, "code": "4.3.2", "value": 5}]
    files = [Received(f"{unit.id}.yaml", _school(unit, figures=rows), ON) for unit in SCHOOLS]
    files[2] = Received(files[2].source, _school(SCHOOLS[2]), ON)
    document = unit_report(sample_plan(), _together(files), GROUND, ON).document
    (said,) = [text for text in _sentences(document) if "dịch vụ công trực tuyến toàn trình là" in text]
    assert said.endswith("là 20 hồ sơ, trong đó nộp trực tuyến 10 hồ sơ, đạt 50% (tổng hợp từ 2/3 đơn vị).")
    notes = {row[0].text: row[-1].text for row in _form(document, 7)}
    assert {notes[code] for code in ("4.3", "4.3.1", "4.3.2")} == {"chưa đủ số liệu: 2/3 đơn vị"}


def _form(document: Document, number: int) -> list[tuple[Cell, ...]]:
    (table,) = [
        block
        for block in document.appendices[0].blocks
        if isinstance(block, Table) and f"Biểu mẫu {number}:" in (block.title or "")
    ]
    return list(table.rows)


def test_a_sentence_with_a_figure_of_all_and_one_of_some_says_so() -> None:
    files = _files(DONE, DONE, DONE)
    rows = [{"form": 5, "code": code, "value": 1} for code in ("2.1", "2.2")]
    own = told(figures=rows, tasks=[])
    files[1] = Received(files[1].source, _school(SCHOOLS[1], figures=[]), ON)
    received = receipts(SCHOOLS, files, GROUND, "2027-Q1")
    assert ISSUER is not None
    found = aggregate(received, GROUND.forms, {}, (ISSUER, Received("so.yaml", own)))
    together = consolidated(ISSUER, sample_plan(), "2027-Q1", GROUND, received, found, (), (), own)
    document = unit_report(sample_plan(), together, GROUND, ON).document
    (said,) = [text for text in _sentences(document) if text.startswith("Trong kỳ tuyển dụng")]
    assert said == "Trong kỳ tuyển dụng 1 công chức, 5 viên chức (có số liệu chỉ tổng hợp từ 1/4 đơn vị)."


def test_a_share_that_cannot_be_added_says_why_in_its_remark() -> None:
    shares = (100, 75, 98)
    files = [
        Received(f"{unit.id}.yaml", _school(unit, figures=[{"form": 7, "code": "2", "value": value}]), ON)
        for unit, value in zip(SCHOOLS, shares, strict=True)
    ]
    figure = _together(files).figure(7, "2")
    assert figure is not None
    assert (figure.value, figure.absent) == (None, "unknown")
    assert figure.note == "không cộng được: 3 đơn vị báo cáo từ 75% đến 100%, biểu mẫu không nêu cách tính chung"


def test_answers_that_differ_are_counted_in_the_remark() -> None:
    files = [
        Received(f"{unit.id}.yaml", _school(unit, figures=[{"form": 1, "code": "6", "value": value}]), ON)
        for unit, value in zip(SCHOOLS, (1, 0, 1), strict=True)
    ]
    figure = _together(files).figure(1, "6")
    assert figure is not None
    assert figure.note == "không gộp được: «Không» 1 đơn vị, «Có» 2 đơn vị"


def test_tasks_are_counted_in_the_plan_of_the_office() -> None:
    own = told()
    done = sum(one.status is Status.DONE for one in own.tasks)
    together = _together(_files(DONE, DONE, DONE), own)
    counts = [together.figure(1, code) for code in ("2.1", "2.2")]
    assert [one.value for one in counts if one] == [len(sample_plan().tasks), done]


def test_tasks_of_units_are_not_those_of_an_office_without_a_plan() -> None:
    assert ISSUER is not None
    received = receipts(SCHOOLS, _files(DONE, DONE, DONE), GROUND, "2027-Q1")
    counts = {unit.id: {(1, "2.1"): Value(Decimal(11)), (1, "2.2"): Value(Decimal(1))} for unit in SCHOOLS}
    found = aggregate(received, GROUND.forms, counts)
    together = consolidated(ISSUER, Plan(year=2027), "2027-Q1", GROUND, received, found)
    figure = together.figure(1, "2.1")
    assert figure is not None
    assert (figure.value, figure.note) == (None, "chưa có kế hoạch của cơ quan; các đơn vị: 33 lượt nhiệm vụ")
    document = unit_report(Plan(year=2027), together, GROUND, ON).document
    assert not any("Kế hoạch CCHC năm có" in text for text in _sentences(document))


def test_words_of_the_office_are_not_repeated_with_its_units_and_nested_sources_go() -> None:
    lines = ["Đã tuyên truyền.", "**Trường A, Trường B:** Đã tuyên truyền.", "**Trường A:** Đã niêm yết."]
    files = [
        Received(f"{unit.id}.yaml", _school(unit, narrative=[{"section": "I.4", "texts": lines}]), ON)
        for unit in SCHOOLS
    ]
    own = told(tasks=[], figures=[], narrative=[{"section": "I.4", "texts": ["Đã tuyên truyền."]}])
    narrative = {one.section: one.texts for one in _together(files, own).narrative}
    names = ", ".join(unit.name for unit in SCHOOLS)
    assert narrative["I.4"] == ("Đã tuyên truyền.", f"**{names}:** Đã niêm yết.")


def test_who_has_sent_to_a_unit_is_not_said_again_above() -> None:
    below = _together(_files(DONE, DONE))
    (said,) = [one for one in below.narrative if one.section == "I.2"]
    lines = [*said.texts, "Đã hoàn thành đúng tiến độ."]
    files = [Received("a.yaml", _school(SCHOOLS[0], narrative=[{"section": "I.2", "texts": lines}]), ON)]
    narrative = {one.section: one.texts for one in _together(files).narrative}
    assert narrative["I.2"][-1] == f"**{SCHOOLS[0].name}:** Đã hoàn thành đúng tiến độ."
    assert sum("gửi báo cáo được tổng hợp" in text for text in narrative["I.2"]) == 1
