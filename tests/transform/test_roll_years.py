"""The years in words taken on to another year, on a Friday of 2026."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.bundled import bundled
from generator.registers.holidays import WorkCalendar
from generator.registers.store import load_register
from generator.transform.roll_dates import day_groups
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
        ("mã 2025/A", "mã 2025/A", "năm cũ còn lại"),
        ("ngày 31/12/26", "ngày 31/12/26", "hai chữ số"),
        ("Quý I/26", "Quý I/26", "hai chữ số"),
        ("Dân số 2025: 120 nghìn", "Dân số 2025: 120 nghìn", "năm của số liệu"),
        ("kết quả năm trước (2025)", "kết quả năm trước (2026)", "đã coi là năm"),
        ("năm 2025: 450 triệu đồng", "năm 2026: 450 triệu đồng", "số liệu đi cùng"),
        ("kinh phí năm 2026 là 500 triệu đồng", "kinh phí năm 2027 là 500 triệu đồng", "số tiền đi cùng"),
        ("báo cáo trước ngày 15/01/2027", "báo cáo trước ngày 14/01/2028", "ngoài năm kế hoạch cũ"),
        ("Ngày 15/01/2027 tổng kết", "Ngày 15/01/2027 tổng kết", "năm sau năm kế hoạch"),
        ("Đại hội lần thứ XIV họp năm 2026", "Đại hội lần thứ XIV họp năm 2026", "sự kiện riêng"),
        ("Kỷ niệm 81 năm (02/9/1945 - 02/9/2026)", "Kỷ niệm 81 năm (02/9/1945 - 02/9/2026)", "sự kiện riêng"),
        ("Đại hội Đảng bộ tỉnh, họp tháng 3/2026", "Đại hội Đảng bộ tỉnh, họp tháng 3/2027", "cùng câu có sự kiện"),
        ("khai giảng ngày 05/9/2026", "khai giảng ngày 05/9/2027", "sự kiện (khai giảng)"),
        ("mít tinh ngày 20/11/2026", "mít tinh ngày 20/11/2027", "Nhà giáo Việt Nam"),
        ("hội nghị ngày 28/02/2026", "hội nghị ngày 28/02/2027", "rơi vào ngày nghỉ"),
        ("tập huấn ngày 15 và 16/5/2026", "tập huấn ngày 15 và 16/5/2027", "rơi vào ngày nghỉ"),
        ("từ 01/01/2020 đến 31/12/2026", "từ 01/01/2020 đến 31/12/2026", "thời gian nhiều năm"),
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
        ("Ngày 04 tháng 9 năm 2026", "Ngày 01 tháng 9 năm 2027"),  # behind 02 and 03/9
    ],
)
def test_days_of_schedules_come_to_lie_on_working_days(before: str, after: str) -> None:
    assert _years().schedule(before).text == after


@pytest.mark.parametrize(
    "text",
    [
        "Kết luận kiểm tra ngày 20/11/2025 của Sở Nội vụ",
        "Kết luận kiểm tra ngày 20/01/2026 của Sở Nội vụ",
        "theo Thông báo kết luận cuộc họp ngày 05/3/2026",
        "Đề án được phê duyệt ngày 10/10/2025",
        "Hội nghị tổng kết ngày 18/12/2025 đã thống nhất các giải pháp",
        "Hệ thống đã nâng cấp ngày 10/01/2026",
        "Cơ sở dữ liệu đưa vào vận hành từ ngày 15/9/2025",
        "nhiệm vụ đã hoàn thành trước ngày 15/3/2026",
    ],
)
def test_days_of_what_is_done_stay_and_are_told(text: str) -> None:
    for shifted in (_years().text(text), _years().text(f"{text}; gửi kế hoạch")):
        assert shifted.text.startswith(text)
        assert [one.what for one in shifted.doubts] == ["ngày của văn bản, việc đã qua, để nguyên"]


def test_another_date_in_the_sentence_moves_no_fact() -> None:
    shifted = _years().text("Từ ngày 01/7/2025, chính quyền địa phương 02 cấp; gửi trước ngày 15/3/2026.")
    assert shifted.text == "Từ ngày 01/7/2025, chính quyền địa phương 02 cấp; gửi trước ngày 15/3/2027."
    assert ["năm trước năm kế hoạch cũ" in one.what for one in shifted.doubts] == [True]


@pytest.mark.parametrize(
    "words",
    ["trước 17 giờ ngày {}", "chậm nhất là 17h30 ngày {}", "gửi trước {}", "Hoàn thành trước 17 giờ 00 phút, ngày {}"],
)
def test_a_deadline_in_prose_is_a_working_day_also_behind_an_hour(words: str) -> None:
    shifted = _years().text(words.format("28/02/2026"))
    assert (shifted.text, shifted.doubts) == (words.format("26/02/2027"), ())


@pytest.mark.parametrize(
    ("before", "after", "is_told"),
    [
        ("Từ ngày 30/4/2026 đến ngày 03/5/2026", "Từ ngày 30/4/2027 đến ngày 03/5/2027", True),
        ("Từ ngày 26/02 đến ngày 28/02/2026", "Từ ngày 26/02 đến ngày 28/02/2027", True),
        ("Từ ngày 26 đến ngày 28/02/2026", "Từ ngày 26 đến ngày 28/02/2027", True),
        ("Từ ngày 22 đến ngày 26/02/2026", "Từ ngày 22 đến ngày 26/02/2027", False),
        ("Từ ngày 10/4 đến hết ngày 28/8/2026", "Từ ngày 12/4 đến hết ngày 27/8/2027", False),
        ("Từ ngày 01/01/2026 đến ngày 31/12/2026", "Từ ngày 01/01/2027 đến ngày 31/12/2027", False),
        ("Từ ngày 20/12 đến ngày 05/01/2026", "Từ ngày 21/12 đến ngày 05/01/2027", False),
        ("Từ ngày 30/4 (thứ Năm) đến ngày 12/5/2026", "Từ ngày 30/4 (thứ Năm) đến ngày 12/5/2027", False),
        ("Từ ngày 30/4 (thứ Năm) đến ngày 02/5/2026", "Từ ngày 30/4 (thứ Năm) đến ngày 02/5/2027", True),
        ("Ngày 15 và 16/5/2026", "Ngày 15 và 16/5/2027", True),
        ("Ngày 27-28/02/2026", "Ngày 27-28/02/2027", True),
        ("Ngày 12, 13 và 14/5/2026", "Ngày 12, 13 và 14/5/2027", False),
        ("Trước ngày 15/3, 20/6 và 15/12/2026", "Trước ngày 15/3, 18/6 và 15/12/2027", False),
        ("Sau ngày 30/4/2026", "Sau ngày 30/4/2027", False),
        ("Chậm nhất ngày 01/01/2026", "Chậm nhất ngày 01/01/2027", True),
        ("Chậm nhất ngày 01/01", "Chậm nhất ngày 01/01", True),
        ("Ngày 05/9", "Ngày 05/9", True),
        ("Trước 30/4; 31/12", "Trước 30/4; 31/12", True),
        ("Ngày 20/12/2025", "Ngày 18/12/2026", True),
        ("Hoàn thành ngày 28.02.2026", "Hoàn thành ngày 26.02.2027", False),
    ],
)
def test_days_that_belong_together_move_together(before: str, after: str, is_told: bool) -> None:
    shifted = _years().schedule(before)
    assert (shifted.text, bool(shifted.doubts)) == (after, is_told)


@given(st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.integers(1, 200), st.booleans(), st.booleans())
def test_no_span_ends_before_it_begins(first: date, length: int, is_short: bool, is_schedule: bool) -> None:
    last = first + timedelta(days=length)
    left = f"{first.day:02d}/{first.month}" + ("" if is_short else f"/{first.year}")
    text = f"Từ ngày {left} đến ngày {last.day:02d}/{last.month}/{last.year}"
    moved = _years().schedule(text) if is_schedule else _years().text(text)
    (group,) = day_groups(moved.text)
    begin, end = (one.day for one in group.days)
    assert begin <= end
    assert abs((end - begin).days - length) <= 12
    assert length >= 14 or moved.text == text.replace("2027", "2028").replace("2026", "2027")


def test_days_that_cannot_move_together_stay() -> None:
    shifted = _years(2024, 2025).schedule("Ngày 28 và 29/02/2024")
    assert shifted.text == "Ngày 28 và 29/02/2024"
    assert "không chuyển cùng nhau được" in shifted.doubts[-1].what


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


_PIECES = st.sampled_from(
    ["năm ", "ngày ", "quý I/", "tháng 3/", "15/3/", "từ ngày ", "trước ", "2026", "2026", "2025", "(", ") ", ", ",
     "; ", " và ", "số liệu ", "đã ", "đại hội ", "của ", "/", "31/12/26", " đồng ", "7"]
)  # fmt: skip


@given(st.lists(_PIECES, min_size=1, max_size=12).map("".join))
def test_no_year_of_the_old_plan_is_left_untold(text: str) -> None:
    shifted = _years().text(text)
    left = re.findall(r"(?<!\d)2026(?!\d)", shifted.text)
    moved = re.findall(r"(?<!\d)2025(?!\d)", text)
    assert len(left) <= len(moved) or shifted.doubts
