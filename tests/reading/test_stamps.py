"""What was stamped on a page."""

from __future__ import annotations

import pytest

from generator.reading.lines import Line
from generator.reading.stamps import stamps_of


def kept(*texts: str) -> list[str]:
    lines = [Line(text, (number,)) for number, text in enumerate(texts, start=1)]
    stamps = stamps_of(lines)
    return [text for place, text in enumerate(texts) if place not in stamps]


@pytest.mark.parametrize(
    "stamp",
    [
        ("Ký bởi: ỦY BAN NHÂN DÂN TỈNH", "Thời gian ký: 05.01.2027 10:15:00 +07:00"),
        ("Người ký: Sở Nội vụ", "Email: snv@so.gov.vn", "Cơ quan: Tỉnh A", "Thời gian ký: 05/01/2027 10:15:00"),
        ("Ký bởi: Văn phòng Ủy ban", "nhân dân tỉnh", "Ngày ký: 05-01-2027 10:15:00 +07:00"),
        ("Thời gian ký:", "05.01.2027 10:15:00 +07:00"),
        ("Signature Not Verified", "Digitally signed by: A"),
        ("Số: 15/QĐ-UBND; 05/01/2027; 14:30:25 +07:00",),
        ("ĐẾN", "Số: 123", "Ngày: 05/01/2027", "Chuyển: Phòng TCCB"),
        ("CÔNG VĂN ĐẾN", "Số ........", "Ngày ....../....../2027"),
    ],
)
def test_a_stamp_is_no_part_of_the_document(stamp: tuple[str, ...]) -> None:
    assert kept("SỞ NỘI VỤ", *stamp, "KẾ HOẠCH") == ["SỞ NỘI VỤ", "KẾ HOẠCH"]


@pytest.mark.parametrize(
    "texts",
    [
        ("Số: 15/QĐ-UBND", "Hà Nội, ngày 05 tháng 01 năm 2027"),
        ("ĐẾN NĂM 2030",),
        ("ĐẾN", "NĂM 2030"),
        ("Cơ quan: Sở Nội vụ",),
        ("Thời gian: 08 giờ 00, ngày 14 tháng 7 năm 2026.",),
    ],
)
def test_what_only_looks_like_one_stays(texts: tuple[str, ...]) -> None:
    assert kept(*texts) == list(texts)


def test_the_mark_that_an_office_system_prints_on_each_page() -> None:
    assert kept("vanthu.so_Lê Văn An_09/01/2027 08:00:00", "I. MỘT") == ["I. MỘT"]
