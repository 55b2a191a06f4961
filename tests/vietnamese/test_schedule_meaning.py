"""The last day that is in time."""

from __future__ import annotations

from datetime import date

import pytest

from generator.vietnamese.schedules import parse_schedule


@pytest.mark.parametrize(
    ("words", "last_day"),
    [
        ("Trước ngày 10/6/2027", date(2027, 6, 9)),
        ("Chậm nhất ngày 10/6/2027", date(2027, 6, 10)),
        ("Quý I/2027", date(2027, 3, 31)),
        ("Kế hoạch trong quý I/2027; báo cáo trước ngày 10/12/2027", date(2027, 12, 9)),
        ("Từ ngày 10/6/2027", None),
        ("Thường xuyên; theo quy định", None),
        ("Theo kế hoạch", None),
    ],
)
def test_last_day(words: str, last_day: date | None) -> None:
    assert parse_schedule(words).last_day == last_day
