"""Working days: weekends, holidays, days made up for, exchanged days."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import DataError
from generator.registers.holidays import WorkCalendar
from generator.registers.store import load_register

FILE = Path(__file__).parents[2] / "data/registers/holidays.yaml"
CALENDAR = load_register(FILE.read_bytes(), FILE.name, WorkCalendar)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 1, 1), False),  # Tết Dương lịch
        (date(2026, 1, 2), False),  # exchanged
        (date(2026, 1, 10), True),  # a Saturday worked for it
        (date(2026, 1, 11), False),  # Sunday
        (date(2026, 2, 13), True),
        (date(2026, 2, 17), False),  # mùng Một
        (date(2026, 2, 20), False),
        (date(2026, 2, 23), True),
        (date(2026, 4, 26), False),  # Giỗ Tổ, a Sunday
        (date(2026, 4, 27), False),  # made up for
        (date(2026, 4, 30), False),
        (date(2026, 5, 1), False),
        (date(2026, 9, 2), False),
        (date(2027, 2, 6), False),  # mùng Một
        (date(2027, 4, 16), False),  # Giỗ Tổ
        (date(2027, 5, 3), False),  # made up for 01/5
        (date(2027, 5, 4), True),
        (date(2027, 12, 31), True),
    ],
)
def test_working_days(day: date, works: bool) -> None:
    assert CALENDAR.is_working_day(day) is works


@pytest.mark.parametrize(
    ("day", "count", "then"),
    [
        (date(2027, 3, 12), 1, date(2027, 3, 15)),  # over a weekend
        (date(2027, 3, 14), 1, date(2027, 3, 15)),  # from a Sunday
        (date(2027, 3, 15), 0, date(2027, 3, 15)),
        (date(2027, 3, 15), -1, date(2027, 3, 12)),
        (date(2027, 2, 4), 1, date(2027, 2, 12)),  # over Tết
        (date(2026, 12, 31), 1, date(2027, 1, 4)),  # into the next year
        (date(2027, 3, 14), 2, date(2027, 3, 16)),
    ],
)
def test_counting_working_days(day: date, count: int, then: date) -> None:
    assert CALENDAR.add_working_days(day, count) == then


def test_the_working_day_before_and_the_one_at_the_latest() -> None:
    assert CALENDAR.previous_working_day(date(2027, 3, 15)) == date(2027, 3, 12)
    assert CALENDAR.working_day_by(date(2027, 3, 15)) == date(2027, 3, 15)
    assert CALENDAR.working_day_by(date(2027, 3, 14)) == date(2027, 3, 12)


DAYS = st.dates(date(2026, 3, 1), date(2027, 10, 1))


@settings(max_examples=100, deadline=None)
@given(DAYS, st.integers(1, 15))
def test_going_forth_and_back_ends_where_it_began(day: date, count: int) -> None:
    start = CALENDAR.working_day_by(day)
    then = CALENDAR.add_working_days(start, count)
    assert CALENDAR.is_working_day(then)
    assert then >= start + timedelta(days=count)
    assert CALENDAR.add_working_days(then, -count) == start


def test_a_holiday_says_its_name() -> None:
    holiday = CALENDAR.holiday(date(2027, 2, 8))
    assert holiday is not None
    assert holiday.name.startswith("Tết Nguyên đán Đinh Mùi")
    assert CALENDAR.holiday(date(2027, 3, 8)) is None


def test_a_holiday_on_a_day_of_rest_is_made_up_for() -> None:
    for year in CALENDAR.years:
        lost = [
            day
            for one in year.holidays
            for day in days_of(one.date, one.last)
            if day.weekday() >= 5 and not one.compensates
        ]
        made_up = [day for one in year.holidays if one.compensates for day in days_of(one.date, one.last)]
        assert len(lost) == len(made_up)


def days_of(first: date, last: date) -> list[date]:
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def test_a_year_that_is_not_known_is_refused() -> None:
    with pytest.raises(DataError, match="lịch làm việc không có năm 2028"):
        CALENDAR.is_working_day(date(2028, 1, 4))
    with pytest.raises(DataError):
        CALENDAR.add_working_days(date(2027, 12, 31), 1)


@pytest.mark.parametrize(
    ("year", "said"),
    [
        ("holidays: [{date: 2026-01-01, name: A, confidence: V}]", "ngày nghỉ không thuộc năm 2027"),
        ("holidays: [{date: 2027-01-02, until: 2027-01-01, name: A, confidence: V}]", "ngày cuối trước ngày đầu"),
        (
            "holidays: []\n    exchanges: [{day_off: 2027-03-13, worked: 2027-03-20, confidence: V}]",
            "ngày này vốn đã là ngày nghỉ",
        ),
        (
            "holidays: []\n    exchanges: [{day_off: 2027-03-12, worked: 2027-03-19, confidence: V}]",
            "ngày làm bù phải là ngày nghỉ hằng tuần",
        ),
        (
            "holidays: []\n    exchanges: [{day_off: 2026-03-13, worked: 2027-03-20, confidence: V}]",
            "ngày hoán đổi không thuộc năm 2027",
        ),
        ("holidays: []\n  - year: 2027\n    holidays: []", "mã «2027» đã dùng ở mục trước"),
    ],
)
def test_impossible_calendars_are_refused(year: str, said: str) -> None:
    with pytest.raises(DataError) as refused:
        load_register(f"format: 1\nsource: x\nyears:\n  - year: 2027\n    {year}", "lich.yaml", WorkCalendar)
    assert [one.message for one in refused.value.diagnostics] == [said]
