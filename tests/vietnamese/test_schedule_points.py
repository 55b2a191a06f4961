"""Days and periods, and their names."""

from __future__ import annotations

from datetime import date

import pytest

from generator.vietnamese.schedule_points import Point, parse_point, point_words


@pytest.mark.parametrize(
    ("text", "year", "point"),
    [
        ("15/3", 2027, Point(date(2027, 3, 15), date(2027, 3, 15), is_day=True)),
        ("15/3", None, Point(None, None, is_day=True)),
        ("tháng 02", 2028, Point(date(2028, 2, 1), date(2028, 2, 29))),
        ("2/2027", None, Point(date(2027, 2, 1), date(2027, 2, 28))),
        ("cả năm", 9999, Point(date(9999, 1, 1), date(9999, 12, 31))),
        ("quý IV", None, Point(None, None)),
        ("tháng 13", 2027, None),
        ("tháng 13", None, None),
        ("31/11", None, None),
        ("quý V", 2027, None),
        ("Tết", 2027, None),
    ],
)
def test_point(text: str, year: int | None, point: Point | None) -> None:
    assert parse_point(text, year) == point


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2027, 1, 1), date(2027, 12, 31), "năm 2027"),
        (date(2027, 1, 1), date(2027, 1, 31), "tháng 01/2027"),
        (date(2027, 10, 1), date(2027, 12, 31), "quý IV/2027"),
        (date(2027, 1, 1), None, "đầu năm 2027"),
        (None, date(2027, 6, 30), "cuối tháng 6/2027"),
        (None, date(2027, 6, 29), None),
        (date(2027, 2, 1), date(2027, 4, 30), None),
        (date(2027, 1, 2), date(2027, 12, 31), None),
        (date(2026, 1, 1), date(2027, 12, 31), None),
        (None, None, None),
    ],
)
def test_words(start: date | None, end: date | None, words: str | None) -> None:
    assert point_words(start, end) == words
