"""Deadlines of a lower office come before those of the higher one."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.registers.holidays import WorkCalendar
from generator.registers.store import load_register
from generator.transform.deadlines import Deadlines, moved_cut_off
from generator.vietnamese.dates import PartialDate
from generator.vietnamese.schedules import compose_schedule, parse_schedule

FILE = Path(__file__).parents[2] / "data/registers/holidays.yaml"
CALENDAR = load_register(FILE.read_bytes(), FILE.name, WorkCalendar)
ON = date(2026, 12, 10)


def _moved(words: str, days: int = 2) -> str:
    return Deadlines(CALENDAR, 2027, ON).earlier(words, days).words


@pytest.mark.parametrize(
    ("above", "own"),
    [
        ("Trước ngày 22/01/2027", "Trước ngày 20/01/2027"),
        ("Chậm nhất ngày 26/02/2027", "Chậm nhất ngày 24/02/2027"),
        ("Ngày 15/3/2027", "Ngày 11/3/2027"),  # Monday: Friday and Thursday before it
        ("Trước ngày 20/6/2027", "Trước ngày 17/6/2027"),  # a Sunday: two working days back is Thursday
        ("Chậm nhất ngày 04/5/2027", "Chậm nhất ngày 28/4/2027"),  # past 30/4, 1/5 and their days off
        ("Từ ngày 05/4/2027 đến ngày 29/10/2027", "Từ ngày 05/4/2027 đến ngày 27/10/2027"),
        ("Trước ngày 10 của tháng cuối quý", "Trước ngày 08 của tháng cuối quý"),
        ("Trước ngày 15/12 hằng năm", "Trước ngày 13/12 hằng năm"),
        ("Kế hoạch trước ngày 22/01/2027; báo cáo Quý IV/2027", "Kế hoạch trước ngày 20/01/2027; báo cáo Quý IV/2027"),
    ],
)
def test_days_come_earlier_and_keep_their_sense(above: str, own: str) -> None:
    assert _moved(above) == own


@pytest.mark.parametrize(
    "words",
    [
        "Quý I/2027",
        "Tháng 6/2027",
        "Trong năm 2027",
        "Thường xuyên",
        "Hằng quý",
        "Hoàn thành trong quý II/2027",
        "Giai đoạn 2026 - 2030",
        "Từ tháng 3/2027 đến tháng 6/2027",
        "Theo kế hoạch của tỉnh",
        "Trong 05 ngày làm việc kể từ ngày nhận văn bản",
    ],
)
def test_times_without_a_day_stay(words: str) -> None:
    moved = Deadlines(CALENDAR, 2027, ON).earlier(words, 5)
    assert moved.words == words
    assert not moved.changed


def test_a_day_that_is_past_is_a_finding() -> None:
    moved = Deadlines(CALENDAR, 2027, date(2027, 2, 1)).earlier("Trước ngày 22/01/2027", 2)
    assert moved.fault == "hạn 19/01/2027 đã qua khi lập kế hoạch ngày 01/02/2027"


def test_a_span_too_short_to_end_earlier_is_left_and_told() -> None:
    moved = Deadlines(CALENDAR, 2027, ON).earlier("Từ ngày 10/5/2027 đến ngày 11/5/2027", 5)
    assert moved.words == "Từ ngày 10/5/2027 đến ngày 11/5/2027"
    assert moved.fault is not None and "quá ngắn" in moved.fault


def test_a_recurring_day_that_has_no_earlier_one_is_told() -> None:
    moved = Deadlines(CALENDAR, 2027, ON).earlier("Ngày 02 hằng tháng", 2)
    assert moved.words == "Ngày 02 hằng tháng"
    assert moved.fault is not None


def test_a_year_without_calendar_counts_with_its_weekends_and_is_told() -> None:
    deadlines = Deadlines(CALENDAR, 2023, date(2023, 1, 3))
    assert deadlines.earlier("Trước ngày 15/5/2023", 2).words == "Trước ngày 11/5/2023"
    assert deadlines.unknown_years == {2023}


def test_days_that_bind_move_in_a_running_text_too() -> None:
    text = (
        "Ban hành kế hoạch trước ngày 22/01/2027 theo Kế hoạch số 15/KH-SGDĐT ngày 05/01/2027; Chậm nhất ngày 15"
        " tháng 6 năm 2027 gửi báo cáo, hằng quý gửi trước ngày 10 của tháng cuối quý"
    )
    found, moves, faults = Deadlines(CALENDAR, 2027, ON).earlier_in(text, 2)
    assert found == (
        "Ban hành kế hoạch trước ngày 20/01/2027 theo Kế hoạch số 15/KH-SGDĐT ngày 05/01/2027; Chậm nhất ngày 11/6/2027"
        " gửi báo cáo, hằng quý gửi trước ngày 08 của tháng cuối quý"
    )
    assert len(moves) == 3
    assert faults == []


@pytest.mark.parametrize(
    ("above", "own"),
    [
        ("gửi chậm nhất 17 giờ ngày 30/4/2027", "gửi chậm nhất 17 giờ ngày 28/4/2027"),  # 30/4 is a holiday
        ("gửi trước 15/01/2027", "gửi trước ngày 13/01/2027"),
        ("gửi không quá ngày 15/6", "gửi không quá ngày 11/6/2027"),
        ("Hạn cuối ngày 15 tháng 6", "Hạn cuối ngày 11/6/2027"),
        ("gửi trước 15.6.2027", "gửi trước ngày 11/6/2027"),
        ("chịu trách nhiệm trước Giám đốc Sở, trước pháp luật", "chịu trách nhiệm trước Giám đốc Sở, trước pháp luật"),
        ("chậm nhất trong tháng 01/2027", "chậm nhất trong tháng 01/2027"),
    ],
)
def test_deadlines_in_other_words_move_too(above: str, own: str) -> None:
    assert Deadlines(CALENDAR, 2027, ON).earlier_in(above, 2)[::2] == (own, [])


@pytest.mark.parametrize(
    "text",
    [
        "niêm yết trước Tết Nguyên đán 2027",
        "hoàn thành trước khai giảng năm học mới",
        "gửi chậm nhất khi kết thúc học kỳ",
        "gửi trước ngày bế giảng",
        "thực hiện từ ngày 05/4/2027 đến hết ngày 30/4/2027",
    ],
)
def test_a_deadline_in_a_text_that_cannot_be_moved_is_told(text: str) -> None:
    found, moves, faults = Deadlines(CALENDAR, 2027, ON).earlier_in(text, 2)
    assert (found, moves, len(faults)) == (text, [], 1)


@pytest.mark.parametrize("words", ["Trước Tết Nguyên đán 2027", "Trước khai giảng năm học mới"])
def test_a_deadline_of_a_cell_without_a_day_is_told(words: str) -> None:
    moved = Deadlines(CALENDAR, 2027, ON).earlier(words, 2)
    assert moved.words == words
    assert moved.fault == f"không xác định được ngày của «{words}» nên không lùi sớm hơn được"


def test_a_day_of_a_year_before_tells_of_the_past_and_stays() -> None:
    text = "Rà soát văn bản ban hành trước ngày 01/7/2025"
    assert Deadlines(CALENDAR, 2027, ON).earlier_in(text, 2) == (text, [], [])


def test_due_days_without_a_day_stay() -> None:
    deadlines = Deadlines(CALENDAR, 2027, ON)
    assert deadlines.due_earlier(PartialDate(2027, 6), 2) == PartialDate(2027, 6)
    assert deadlines.due_earlier(PartialDate(2027, 6, 15), 2) == PartialDate(2027, 6, 11)
    assert deadlines.due_earlier(None, 2) is None


def test_the_cut_off_moves_as_far_as_the_day_of_sending() -> None:
    assert moved_cut_off(date(2027, 3, 14), date(2027, 3, 20), date(2027, 3, 17)) == date(2027, 3, 11)


@given(
    st.dates(date(2027, 1, 10), date(2027, 12, 31)),
    st.integers(0, 10),
    st.sampled_from(["trước ngày {}", "chậm nhất ngày {}", "ngày {}", "từ ngày 02/01/2027 đến ngày {}"]),
)
def test_what_goes_up_is_never_late_and_falls_on_a_working_day(day: date, days: int, form: str) -> None:
    words = form.format(PartialDate.parse(day).short())
    moved = Deadlines(CALENDAR, 2027, ON).earlier(words, days)
    before, after = parse_schedule(words, 2027), parse_schedule(moved.words, 2027)
    if moved.changed:
        assert after.kind is before.kind
        assert after.end is not None and before.end is not None
        assert after.end <= before.end - timedelta(days=days)
        assert CALENDAR.is_working_day(after.end)
        assert compose_schedule(after) == moved.words
