"""The unit of a report by its letterhead: a division goes by the office above it."""

from __future__ import annotations

import datetime

import pytest

from generator.errors import DataError
from generator.importers.report_units import reporting_unit
from generator.model.document import Document, Organization
from tests.reports.grounds import ground

DIRECTORY = ground().directory
DAY = datetime.date(2027, 3, 15)


def _report(name: str | None, parent: str | None = None) -> Document:
    return Document.model_validate(
        {"kind": "report", "subject": "Kết quả CCHC", "issuer": Organization(name=name, parent=parent).model_dump()}
    )


@pytest.mark.parametrize(
    ("name", "parent", "unit"),
    [
        ("SỞ NỘI VỤ", "ỦY BAN NHÂN DÂN TỈNH SÔNG VÂN", "so-noi-vu"),
        ("SỞ NỘI VỤ", "UBND TỈNH SÔNG VÂN", "so-noi-vu"),
        ("SỞ NỘI VỤ", None, "so-noi-vu"),
        ("VĂN PHÒNG", "SỞ GIÁO DỤC VÀ ĐÀO TẠO", "van-phong-so-gddt"),
    ],
)
def test_the_unit_of_a_letterhead(name: str, parent: str | None, unit: str) -> None:
    assert reporting_unit(_report(name, parent), DIRECTORY, DAY).id == unit


@pytest.mark.parametrize(
    ("name", "parent", "message"),
    [
        ("VĂN PHÒNG", "UBND PHƯỜNG BẾN VÂN", "không có «VĂN PHÒNG» của «UBND PHƯỜNG BẾN VÂN»"),
        ("VĂN PHÒNG", "SỞ NỘI VỤ", "không có «VĂN PHÒNG» của «SỞ NỘI VỤ»"),
        ("VĂN PHÒNG", "UBND XÃ KHÔNG CÓ", "không có «VĂN PHÒNG» của «UBND XÃ KHÔNG CÓ»"),
        ("SỞ NỘI VỤ", "SỞ GIÁO DỤC VÀ ĐÀO TẠO", "không có «SỞ NỘI VỤ» của"),
        ("Sở Xa Lạ", None, "không có đơn vị ban hành báo cáo: «Sở Xa Lạ»"),
        (None, None, "«\\(chưa ghi\\)»"),
    ],
)
def test_a_division_of_another_office_is_not_it(name: str | None, parent: str | None, message: str) -> None:
    with pytest.raises(DataError, match=message):
        reporting_unit(_report(name, parent), DIRECTORY, DAY)
