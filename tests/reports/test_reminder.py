"""The letter to late units: who is late, what it says, and that the gate finds no error."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from generator.lint.word import judge_word
from generator.model.blocks import Item, Paragraph, Table
from generator.model.document import Document
from generator.model.plan import Plan
from generator.model.progress import Progress
from generator.model.readiness import missing
from generator.ooxml.package import write_parts
from generator.registers.catalog import bundled_reminder_words
from generator.reports.consolidated import unit_states
from generator.reports.receipts import Received, receipts
from generator.reports.reminder import Ask, Late, late_units, reminder
from tests.rendered import rendered
from tests.reports.grounds import ON, ground, sample_plan

GROUND = ground()
PERIOD = GROUND.regime.period_dates("2027-Q1")
SCHOOLS = [unit for unit in GROUND.directory.on(ON) if unit.level == "school"][:8]
ISSUER = GROUND.directory.get("so-gddt")
DAY = datetime.date(2027, 3, 24)
ISSUED = Plan.model_validate(
    {**sample_plan().model_dump(mode="json", exclude_defaults=True), "number": 15, "date": "2026-12-25"}
)
ASK = Ask(
    day=DAY, by=datetime.date(2027, 3, 30), channel="Hệ thống quản lý văn bản và điều hành",
    contact="bà Trần Thị B, Văn phòng Sở, điện thoại 0000 000 000",
)  # fmt: skip


def _late(sent: int, **task: Any) -> tuple[Late, ...]:
    """Return who is late where so many of the schools have reported, with one task of the same kind each."""
    files = [
        Received(
            f"{unit.id}.yaml",
            Progress.model_validate(
                {
                    "unit": unit.id, "unit_name": unit.name, "regime": "bo-noi-vu", "period": "2027-Q1",
                    "tasks": [{"task": "A", **task}],
                }
            ),
        )
        for unit in SCHOOLS[:sent]
    ]  # fmt: skip
    plan = Plan.model_validate(
        {"year": 2027, "tasks": [{"id": "A", "name": "Rà soát TTHC.", "issue_due": "2027-03-10"}]}
    )
    received = receipts(SCHOOLS, files, GROUND, "2027-Q1")
    return late_units(received, unit_states(received, {unit.id: plan for unit in SCHOOLS}, DAY), PERIOD, DAY)


def _letter(late: tuple[Late, ...], ask: Ask = ASK, plan: Plan = ISSUED) -> Document:
    assert ISSUER is not None
    return reminder(ISSUER, plan, late, PERIOD, ask, GROUND, bundled_reminder_words())


def _texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks() if isinstance(block, Item | Paragraph)]


def test_late_is_who_has_not_sent_and_who_has_a_task_past_its_day() -> None:
    late = _late(3, status="under_way")
    assert [one.unit.id for one in late] == [unit.id for unit in SCHOOLS]
    assert [(one.report, len(one.tasks)) for one in late] == [(False, 1)] * 3 + [(True, 0)] * 5
    assert _late(8, status="done", done="2027-03-01") == ()


def test_nobody_is_late_with_a_report_before_its_day_is_over() -> None:
    received = receipts(SCHOOLS, [], GROUND, "2027-Q1")
    assert late_units(received, (), PERIOD, PERIOD.last_day_to_send) == ()


def test_the_letter_to_all_has_a_list_as_its_appendix() -> None:
    document = _letter(_late(3, status="under_way"))
    assert document.addressees == ("Các đơn vị có tên tại Phụ lục kèm theo",)
    texts = _texts(document)
    assert "Đến hết ngày 24/3/2027, còn 5 đơn vị chưa gửi báo cáo" in texts[1]
    assert texts[2] == "Đến hết ngày 24/3/2027, còn 3 nhiệm vụ của 3 đơn vị quá hạn chưa hoàn thành."
    assert "Kế hoạch số 15/KH-SGDĐT ngày 25 tháng 12 năm 2026" in texts[0]
    (table,) = (block for block in document.blocks() if isinstance(block, Table))
    rows = [[cell.text for cell in row] for row in table.rows[1:]]
    assert rows[0] == ["1", SCHOOLS[0].name, "Chưa hoàn thành: Rà soát TTHC", "10/3/2027", "14"]
    assert rows[3] == ["4", SCHOOLS[3].name, "Chưa gửi báo cáo quý I năm 2027", "20/3/2027", "4"]


def test_a_single_unit_gets_a_letter_of_its_own() -> None:
    document = _letter(_late(3, status="under_way")[:1])
    assert document.addressees == (SCHOOLS[0].name,)
    assert document.appendices == ()
    assert "Rà soát TTHC (thời hạn 10/3/2027, chậm 14 ngày)." in _texts(document)


def test_the_second_letter_says_so_and_cites_the_first() -> None:
    ask = Ask(DAY, ASK.by, ASK.channel, ASK.contact, 2, ("Công văn số 320/SGDĐT-VP ngày 17 tháng 3 năm 2027",))
    document = _letter(_late(3, status="under_way"), ask)
    assert (document.subject or "").endswith("(lần 2)")
    assert "đã đôn đốc tại Công văn số 320/SGDĐT-VP" in _texts(document)[0]


@pytest.mark.parametrize("several", [True, False])
def test_a_letter_that_knows_all_is_ready_and_the_gate_finds_no_error(several: bool) -> None:
    late = _late(3, status="under_way")
    document = _letter(late if several else late[:1])
    assert missing(document) == ()
    found = judge_word(write_parts(rendered(document)), "cv.docx").findings
    assert [str(one) for one in found if one.severity != "hint"] == []


def test_what_is_not_known_stands_as_a_gap() -> None:
    labels = [one.label for one in missing(_letter(_late(0), Ask(day=DAY), sample_plan()))]
    assert {"thời hạn gửi", "nơi nhận, địa chỉ gửi", "đầu mối, số điện thoại"} <= set(labels)
