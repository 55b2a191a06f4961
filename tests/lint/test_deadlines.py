"""Deadlines in running text, days off, and the year of a plan."""

from __future__ import annotations

from datetime import date

import pytest

from generator.lint.deadlines import day_off, is_outside, named_days, spoken_deadlines
from generator.lint.finding import Spot
from generator.lint.statements import Role, Statement
from generator.registers.holidays import WorkCalendar
from generator.registers.store import load_register
from generator.vietnamese.schedules import parse_schedule

_CALENDAR = load_register(
    "format: 1\nsource: thử\nyears:\n- year: 2026\n  holidays: [{date: 2026-04-30, name: Ngày lễ, confidence: V}]\n"
    "  exchanges: [{day_off: 2026-08-31, worked: 2026-08-22, confidence: I}]\n",
    "nghi.yaml",
    WorkCalendar,
)


def _days(text: str, role: Role = Role.BODY) -> list[tuple[date, bool]]:
    return [(one.day, one.included) for one in spoken_deadlines([Statement(text, role, Spot())])]


@pytest.mark.parametrize(
    ("text", "day", "included"),
    [
        ("Gửi báo cáo về Sở chậm nhất ngày 15/12/2026.", date(2026, 12, 15), True),
        ("Gửi báo cáo về Sở chậm nhất là hết ngày 15/12/2026.", date(2026, 12, 15), True),
        ("Hoàn thành trước ngày 15/12/2026.", date(2026, 12, 15), False),
        ("Các phòng gửi kế hoạch về Văn phòng Sở trước ngày 05 tháng 3 năm 2026.", date(2026, 3, 5), False),
    ],
)
def test_a_deadline_is_found(text: str, day: date, included: bool) -> None:
    assert _days(text) == [(day, included)]


@pytest.mark.parametrize(
    "text",
    [
        "Rà soát quy định ban hành trước ngày 01/7/2025 để gửi Sở.",
        "Hồ sơ được tiếp nhận trước ngày 01/7/2025 thì báo cáo riêng.",
        "Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2026.",
        "Báo cáo quý I, quý II trước ngày 10/3/2026, 10/6/2026 và 10/9/2026 theo quy định; 01/01/2027.",
        "Trước ngày 15 tháng cuối quý gửi báo cáo.",
    ],
)
def test_other_days_are_no_deadlines(text: str) -> None:
    assert [day for day, _ in _days(text) if day != date(2026, 9, 10)] == []


def test_a_table_has_its_own_reader() -> None:
    assert _days("Gửi chậm nhất ngày 15/12/2026.", Role.CELL) == []


@pytest.mark.parametrize(
    ("day", "calendar", "what"),
    [
        (date(2026, 12, 13), None, "Chủ nhật"),
        (date(2026, 12, 12), _CALENDAR, "thứ Bảy"),
        (date(2026, 12, 14), _CALENDAR, None),
        (date(2026, 4, 30), _CALENDAR, "Ngày lễ"),
        (date(2026, 4, 30), None, None),
        (date(2026, 8, 22), _CALENDAR, None),
        (date(2026, 8, 31), _CALENDAR, "thứ Hai"),
        (date(2031, 1, 5), _CALENDAR, "Chủ nhật"),
        (date(2031, 1, 6), _CALENDAR, None),
    ],
)
def test_days_off(day: date, calendar: WorkCalendar | None, what: str | None) -> None:
    assert day_off(day, calendar) == what


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("Chậm nhất ngày 15/12/2026", [date(2026, 12, 15)]),
        ("Ngày 15/12/2026", [date(2026, 12, 15)]),
        ("Trước ngày 15/12/2026", []),
        ("Tháng 12/2026", []),
        ("Hoàn thành trong quý II/2026", []),
    ],
)
def test_only_a_day_that_is_named_may_be_off(words: str, days: list[date]) -> None:
    assert list(named_days(parse_schedule(words, 2026))) == days


@pytest.mark.parametrize(
    ("words", "outside"),
    [
        ("Quý II/2026", False),
        ("Tháng 12/2025", False),
        ("Trước ngày 15/01/2027", False),
        ("Từ năm 2026 đến năm 2028", False),
        ("Quý II/2025", True),
        ("Tháng 6/2027", True),
        ("Thường xuyên", False),
        ("Theo kế hoạch", False),
    ],
)
def test_the_year_of_a_plan_and_what_belongs_to_it(words: str, outside: bool) -> None:
    assert is_outside(parse_schedule(words, 2026), 2026) is outside
