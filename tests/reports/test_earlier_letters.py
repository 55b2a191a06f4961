"""What an earlier letter tells: which units it names and for which time, and how it is cited."""

from __future__ import annotations

import pytest

from generator.model.blocks import Cell, Section, Table
from generator.model.document import Document
from generator.model.organization import Organization
from generator.registers.units import Unit
from generator.reports.earlier_letters import BOTH, NOT_KNOWN, EarlierLetter, earlier_letter, times_of
from generator.reports.late import Late, Matter
from generator.vietnamese.dates import PartialDate
from tests.reports.reminding import DAY, GROUND, SCHOOLS

FIRST, SECOND, THIRD, *_ = SCHOOLS
OFFICE = "Sở Giáo dục và Đào tạo"


def _letter(
    subject: str = "đôn đốc gửi báo cáo", names: tuple[str, ...] = (), *, by: str = OFFICE, **changes: object
) -> EarlierLetter:
    rows = tuple((Cell(text=name), Cell(text=f"Chưa hoàn thành: phối hợp với {THIRD.name}")) for name in names)
    table = Section(blocks=(Table(rows=rows),)) if rows else Section()
    issuer = Organization(name=by)
    known = {"number": 9, "date": PartialDate(2027, 3, 16), "notation": "SGDĐT-VP", "addressees": ()}
    values = {**known, "sections": (table,), **changes}
    document = Document(kind="dispatch", issuer=issuer, subject=subject, **values)
    return earlier_letter(document, GROUND.directory, DAY)


def _times(unit: Unit, letters: list[EarlierLetter], times: int | None = None, *, report: bool = False) -> int:
    """Return which time a unit is reminded of its report, or of its tasks."""
    return times_of(Late(unit, DAY, report=report), letters, times)


def test_units_are_those_of_the_list_and_the_addressees_alone() -> None:
    letter = _letter(names=(FIRST.name,), addressees=(SECOND.name,))
    assert letter.times == {FIRST.id: 1, SECOND.id: 1}
    assert letter.citation == (
        "Công văn số 09/SGDĐT-VP ngày 16 tháng 3 năm 2027 của Sở Giáo dục và Đào tạo về việc đôn đốc gửi báo cáo"
    )
    assert [letter.names(unit) for unit in (FIRST, SECOND, THIRD)] == [True, True, False]


@pytest.mark.parametrize("lacks", [{"number": None}, {"date": None}, {"date": PartialDate(2027, 3)}])
def test_a_letter_without_number_or_day_is_a_gap(lacks: dict[str, object]) -> None:
    assert _letter(names=(FIRST.name,), **lacks).citation == NOT_KNOWN


def test_which_time_it_was() -> None:
    assert _letter("đôn đốc gửi báo cáo (lần 2)", (FIRST.name,)).times == {FIRST.id: 2}
    mixed = _letter(names=(f"{FIRST.name} (đôn đốc lần 3)", SECOND.name))
    assert mixed.times == {FIRST.id: 3, SECOND.id: 1}


def test_the_next_time_is_one_more() -> None:
    letters = [_letter(names=(FIRST.name, SECOND.name)), _letter("đôn đốc (lần 2)", (FIRST.name,))]
    assert [_times(unit, letters) for unit in (FIRST, SECOND, THIRD)] == [3, 2, 1]
    assert _times(FIRST, letters[1:]) == 3
    assert [_times(unit, letters, 4) for unit in (FIRST, THIRD)] == [4, 1]


def test_who_was_reminded_of_a_task_is_reminded_of_its_report_for_the_first_time() -> None:
    letters = [_letter("đôn đốc thực hiện nhiệm vụ quá hạn (lần 2)", (FIRST.name,))]
    assert letters[0].matters == {FIRST.id: {Matter.TASKS}}
    assert [_times(FIRST, letters, report=report) for report in (True, False)] == [1, 3]


def test_the_time_of_one_matter_is_not_that_of_the_other() -> None:
    first = _letter("đôn đốc gửi báo cáo và thực hiện nhiệm vụ (lần 2)", addressees=(FIRST.name,))
    assert first.matters == {FIRST.id: BOTH}
    assert [_times(FIRST, [first], report=report) for report in (True, False)] == [3, 2]


@pytest.mark.parametrize(
    ("subject", "matters"),
    [
        ("đôn đốc gửi báo cáo cải cách hành chính quý I năm 2027", {Matter.REPORT}),
        ("chỉnh sửa, gửi lại báo cáo cải cách hành chính quý I năm 2027", {Matter.REPORT}),
        ("đôn đốc thực hiện nhiệm vụ quá hạn theo Kế hoạch số 15/KH-SGDĐT", {Matter.TASKS}),
        ("bổ sung tình trạng, ngày hoàn thành nhiệm vụ theo Kế hoạch số 15/KH-SGDĐT", {Matter.TASKS}),
        ("đôn đốc gửi báo cáo và thực hiện nhiệm vụ cải cách hành chính quý I năm 2027", BOTH),
        ("chấn chỉnh kỷ cương hành chính", BOTH),
    ],
)
def test_of_what_a_letter_to_one_unit_reminds(subject: str, matters: set[Matter]) -> None:
    assert _letter(subject, addressees=(FIRST.name,)).matters == {FIRST.id: matters}


@pytest.mark.parametrize(
    ("line", "matters"),
    [
        ("Chưa gửi báo cáo quý I năm 2027", {Matter.REPORT}),
        ("Báo cáo quý I năm 2027 đã gửi nhưng chưa tổng hợp được: sai kỳ; đề nghị chỉnh sửa, gửi lại", {Matter.REPORT}),
        ("Chưa hoàn thành: gửi báo cáo kết quả rà soát", {Matter.TASKS}),
        ("Chưa báo cáo kết quả: rà soát TTHC", {Matter.TASKS}),
        ("Đề nghị bổ sung tình trạng, ngày hoàn thành: rà soát TTHC (thiếu ngày)", {Matter.TASKS}),
        ("Việc khác", BOTH),
    ],
)
def test_of_what_a_line_of_a_list_reminds(line: str, matters: set[Matter]) -> None:
    rows = ((Cell(text="1"), Cell(text=FIRST.name), Cell(text=line)),)
    letter = _letter("việc chung", sections=(Section(blocks=(Table(rows=rows),)),))
    assert letter.matters == {FIRST.id: matters}


def test_lines_below_a_unit_are_its_own() -> None:
    rows = (
        (Cell(text=FIRST.name), Cell(text="Chưa gửi báo cáo quý I năm 2027")),
        (Cell(text="Chưa hoàn thành: rà soát TTHC"),),
        (Cell(text=SECOND.name), Cell(text="Chưa hoàn thành: rà soát TTHC")),
    )
    letter = _letter(sections=(Section(blocks=(Table(rows=rows),)),), addressees=(FIRST.name,))
    assert letter.matters == {FIRST.id: BOTH, SECOND.id: {Matter.TASKS}}


def test_a_letter_in_words_is_taken_to_name_all() -> None:
    words = [EarlierLetter("Công văn số 9/SGDĐT-VP ngày 16/3/2027")]
    assert [_times(THIRD, words, report=report) for report in (True, False)] == [2, 2]
    assert [_times(THIRD, [], times) for times in (None, 2)] == [1, 2]


def test_who_sent_it_has_the_name_of_the_directory() -> None:
    assert _letter(by=OFFICE.upper()) == _letter()
    assert _letter().issuer == OFFICE
    assert _letter(by="Sở Lạ").issuer == "Sở Lạ"
