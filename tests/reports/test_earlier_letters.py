"""What an earlier letter tells: which units it names and for which time, and how it is cited."""

from __future__ import annotations

import pytest

from generator.model.blocks import Cell, Section, Table
from generator.model.document import Document
from generator.model.organization import Organization
from generator.reports.earlier_letters import NOT_KNOWN, EarlierLetter, earlier_letter, times_of
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
    values = {"number": 9, "date": PartialDate(2027, 3, 16), "notation": "SGDĐT-VP", "addressees": (), **changes}
    document = Document(kind="dispatch", issuer=issuer, subject=subject, sections=(table,), **values)
    return earlier_letter(document, GROUND.directory, DAY)


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
    assert [times_of(unit, letters, None) for unit in (FIRST, SECOND, THIRD)] == [3, 2, 1]
    assert times_of(FIRST, letters[1:], None) == 3
    assert [times_of(unit, letters, 4) for unit in (FIRST, THIRD)] == [4, 1]


def test_a_letter_in_words_is_taken_to_name_all() -> None:
    words = [EarlierLetter("Công văn số 9/SGDĐT-VP ngày 16/3/2027")]
    assert times_of(THIRD, words, None) == 2
    assert [times_of(THIRD, (), times) for times in (None, 2)] == [1, 2]


def test_who_sent_it_has_the_name_of_the_directory() -> None:
    assert _letter(by=OFFICE.upper()) == _letter()
    assert _letter().issuer == OFFICE
    assert _letter(by="Sở Lạ").issuer == "Sở Lạ"
