"""The years in words taken on to another year, on a Friday of 2026."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.bundled import bundled
from generator.registers.holidays import WorkCalendar
from generator.registers.store import load_register
from generator.transform.roll_days import WorkDays
from generator.transform.roll_years import Years

_HOLIDAYS = bundled("data") / "registers" / "holidays.yaml"
CALENDAR = load_register(_HOLIDAYS.read_bytes(), _HOLIDAYS.name, WorkCalendar)


def _years(old: int = 2026, new: int = 2027) -> Years:
    return Years(old, new, WorkDays(CALENDAR, new))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Kế hoạch cải cách hành chính năm 2026 của Sở", "Kế hoạch cải cách hành chính năm 2027 của Sở"),
        ("KẾ HOẠCH NĂM 2026", "KẾ HOẠCH NĂM 2027"),
        ("năm học 2026 - 2027", "năm học 2027 - 2028"),
        ("năm học 2025-2026", "năm học 2026-2027"),
        ("Quý I, II/2026; 6 tháng đầu năm 2026; T3/2026", "Quý I, II/2027; 6 tháng đầu năm 2027; T3/2027"),
        ("tháng 3 năm 2026", "tháng 3 năm 2027"),
        ("tăng bậc so với năm 2025", "tăng bậc so với năm 2026"),
        ("Tự chấm điểm Chỉ số năm 2025", "Tự chấm điểm Chỉ số năm 2026"),
        ("hai năm 2025 và 2026", "hai năm 2026 và 2027"),
        ("từ ngày 15/12/2025 đến hết ngày 14/3/2026", "từ ngày 15/12/2026 đến hết ngày 14/3/2027"),
        ("báo cáo trước ngày 15/01/2027", "báo cáo trước ngày 14/01/2028"),
    ],
)
def test_years_of_the_plan_move_on(before: str, after: str) -> None:
    shifted = _years().text(before)
    assert shifted.text == after
    assert not shifted.doubts


@pytest.mark.parametrize(
    "text",
    [
        "giai đoạn 2021 - 2030",
        "từ năm 2021 đến năm 2030",
        "đến năm 2030",
        "Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND tỉnh về cải cách hành chính năm 2026",
        "Nghị định số 30/2026/NĐ-CP",
        "theo [[ke_hoach_2026.yaml]]",
        "Thực hiện mô hình chính quyền địa phương 02 cấp từ ngày 01/7/2020",
    ],
)
def test_what_belongs_to_its_year_stays(text: str) -> None:
    shifted = _years().text(text)
    assert shifted.text == text
    assert not shifted.doubts


@pytest.mark.parametrize(
    ("before", "after", "doubt"),
    [
        ("trong 2026", "trong 2027", "đã coi là năm"),
        ("2026 hồ sơ", "2026 hồ sơ", "có thể là số lượng"),
        ("đến năm 2027 đạt chuẩn", "đến năm 2027 đạt chuẩn", "mốc phải đạt"),
        ("từ năm 2026", "từ năm 2026", "mốc bắt đầu"),
        ("có hiệu lực từ ngày 01/3/2026", "có hiệu lực từ ngày 01/3/2026", "mốc thời gian đã qua"),
        ("ban hành trước ngày 01/7/2025", "ban hành trước ngày 01/7/2025", "năm trước năm kế hoạch"),
        ("giai đoạn 2022-2026", "giai đoạn 2022-2026", "giai đoạn đã hết"),
        ("so với năm 2025, tăng 3%", "so với năm 2026, tăng 3%", "số liệu đi cùng"),
        ("Thứ Sáu, ngày 06/3/2026", "Thứ Sáu, ngày 06/3/2027", "thứ trong tuần"),
        ("năm đầu thực hiện", "năm đầu thực hiện", "vị trí của năm"),
        ("năm 2026-2027", "năm 2026-2027", "có thể là năm học"),
        ("mã 2026/A", "mã 2026/A", "năm cũ còn lại"),
    ],
)
def test_what_words_do_not_tell_is_a_doubt(before: str, after: str, doubt: str) -> None:
    shifted = _years().text(before)
    assert shifted.text == after
    assert [doubt in one.what for one in shifted.doubts] == [True]


def test_a_deadline_behind_a_cited_document_moves() -> None:
    shifted = _years().text("gửi báo cáo theo Công văn số 5/SNV-VP ngày 02/01/2026 trước ngày 10/6/2026")
    assert shifted.text == "gửi báo cáo theo Công văn số 5/SNV-VP ngày 02/01/2026 trước ngày 10/6/2027"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Trước ngày 20/3/2026", "Trước ngày 19/3/2027"),  # 20/3/2027 is a Saturday
        ("Chậm nhất ngày 30/4/2026", "Chậm nhất ngày 29/4/2027"),  # a holiday
        ("Trước ngày 20/6", "Trước ngày 18/6/2027"),  # a Sunday, the year not written
        ("Trước ngày 15/6", "Trước ngày 15/6"),
        ("Từ ngày 10/4/2026 đến ngày 28/8/2026", "Từ ngày 12/4/2027 đến ngày 27/8/2027"),  # begins after, ends before
        ("Quý I/2026; báo cáo tháng 12/2026", "Quý I/2027; báo cáo tháng 12/2027"),
        ("Tháng 12/2025", "Tháng 12/2026"),
        ("Trước ngày 10 của tháng cuối quý", "Trước ngày 10 của tháng cuối quý"),
        ("Thường xuyên", "Thường xuyên"),
        ("Ngày 05 tháng 9 năm 2026", "Ngày 01 tháng 9 năm 2027"),  # behind 02 and 03/9
    ],
)
def test_days_of_schedules_come_to_lie_on_working_days(before: str, after: str) -> None:
    assert _years().schedule(before).text == after


def test_the_29th_of_february_becomes_the_28th() -> None:
    assert _years(2024, 2025).text("ngày 29/02/2024").text == "ngày 28/02/2025"


def test_a_year_that_the_calendar_does_not_know_has_its_weekends_and_fixed_holidays() -> None:
    years = _years(2023, 2024)
    assert years.schedule("Trước ngày 30/4/2023").text == "Trước ngày 29/4/2024"
    assert years.schedule("Trước ngày 30/6/2023").text == "Trước ngày 28/6/2024"
    assert years.days.unknown_years == {2024}


@given(st.text(st.sampled_from("aăđ nhiệm vụ,.;:()[]-/*\\«» "), max_size=60))
def test_words_without_figures_stay(text: str) -> None:
    assert _years().text(text).text == text


@given(st.text(st.sampled_from("năm ngày quý tháng 0123456789/-. 20262025"), max_size=60))
def test_nothing_but_figures_changes_and_nothing_fails(text: str) -> None:
    shifted = _years().text(text)
    assert [one for one in shifted.text if not one.isdigit() and one not in " /.-ngàythnăm"] == [
        one for one in text if not one.isdigit() and one not in " /.-ngàythnăm"
    ]
