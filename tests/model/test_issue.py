"""Number and day put into a document, and what stands against them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.model.document import Document
from generator.model.issue import is_issued, issued, newest_basis
from generator.model.wording import appendix_note
from tests.rendered import document

DAY = date(2027, 1, 5)
OFFICE = {"name": "Sở Nội vụ", "parent": "UBND tỉnh Sông Vân", "symbol": "SNV", "place": "Sông Vân"}


def _plan(**fields: Any) -> Document:
    return document("plan", issuer=OFFICE, **fields)


def test_number_and_day_and_the_composed_line_follow() -> None:
    made = issued(_plan(date="2027-01", appendices=[{"title": "Nhiệm vụ"}]), "5", DAY)
    assert (made.number, made.date and made.date.iso()) == ("5", "2027-01-05")
    expected = "(Kèm theo Kế hoạch số 05/KH-SNV ngày 05 tháng 01 năm 2027 của Sở Nội vụ)"
    assert appendix_note(made, made.appendices[0]) == expected


@pytest.mark.parametrize(
    ("note", "filled"),
    [
        (
            "(Kèm theo Kế hoạch số      /KH-SNV ngày     tháng 01 năm 2027 của Sở)",
            "(Kèm theo Kế hoạch số 05/KH-SNV ngày 05 tháng 01 năm 2027 của Sở)",
        ),
        ("(Ban hành kèm theo Kế hoạch số: ……/KH-SNV)", "(Ban hành kèm theo Kế hoạch số: 05/KH-SNV)"),
        (
            "(Kèm theo Kế hoạch số 05/KH-SNV ngày … tháng … năm 2027)",
            "(Kèm theo Kế hoạch số 05/KH-SNV ngày 05 tháng 01 năm 2027)",
        ),
        ("(Kèm theo Quyết định số      /QĐ-SNV)", "(Kèm theo Quyết định số      /QĐ-SNV)"),
        ("(Kèm theo Kế hoạch số 12/KH-SNV ngày 03/02/2026)", "(Kèm theo Kế hoạch số 12/KH-SNV ngày 03/02/2026)"),
        ("", ""),
    ],
)
def test_a_line_of_the_source_is_filled_in_where_it_leaves_its_own_number_open(note: str, filled: str) -> None:
    made = issued(_plan(appendices=[{"title": "Nhiệm vụ", "note": note}]), "5", DAY)
    assert made.appendices[0].note == filled


@pytest.mark.parametrize(
    ("fields", "told"),
    [({}, False), ({"date": "2027-01"}, False), ({"date": "2027-01-05"}, True), ({"number": 1}, True)],
)
def test_a_document_is_issued_with_its_number_or_its_whole_day(fields: dict[str, Any], told: bool) -> None:
    assert is_issued(_plan(**fields)) is told


def test_the_newest_basis_is_the_one_of_the_latest_whole_day() -> None:
    bases = [
        {"citation": {"type": "Luật", "date": "2025-06-16", "title": "Tổ chức chính quyền địa phương"}},
        {"text": "Thực hiện Kế hoạch số 412/KH-UBND ngày 04/12/2026 của UBND tỉnh"},
        {"citation": {"type": "Nghị quyết", "number": "/NQ-CP", "date": "2027"}},
    ]
    newest = newest_basis(_plan(legal_bases=bases))
    assert newest is not None
    assert (newest[0].number, newest[1]) == ("412/KH-UBND", date(2026, 12, 4))
    assert newest_basis(_plan()) is None
