"""Figures of whole plans: real ones, a plan under its parent, times that do not fit their days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.lint.figures_spans import Length, Period, campaign_length, contradicted, own_period
from generator.lint.finding import Finding
from generator.lint.gate import judge
from generator.lint.rule import chosen_rules
from generator.lint.subject import Subject
from generator.lint.text import subject_of_text
from tests.corpus import FILES, needs_corpus, source

_RULES = chosen_rules(["SL"])


def _judged(subject: Subject) -> tuple[Finding, ...]:
    return judge(subject, _RULES).findings


@needs_corpus
@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("cà mau 2023", []),
        ("cà mau 69 ngày", ["SL-07", "SL-05"]),
        ("sóc trăng 2023", ["SL-09"]),
        ("tân hồng 2023", []),
        ("nam định 2024", []),
    ],
)
def test_what_is_found_in_real_plans(name: str, codes: list[str]) -> None:
    found = _judged(subject_of_text(source(name), FILES[name]))
    assert [one.code for one in found] == codes, list(map(str, found))
    spans = [one.found for one in found if one.code == "SL-05"]
    assert all("69 ngày" in one and "là 59 ngày" in one for one in spans)


def _plan(*targets: str, year: int = 2027) -> Subject:
    lines = "\n\n".join(f"- {one}" for one in targets)
    body = f"I. MỤC TIÊU\n\n{lines}\n\nII. GIẢI PHÁP\n\nCác đơn vị thực hiện.\n"
    text = f"KẾ HOẠCH\nCải cách hành chính năm {year}\n\n{body}"
    return subject_of_text(text.encode(), "ke_hoach.txt")


_ONLINE = "Tỷ lệ hồ sơ TTHC được nộp trực tuyến đạt từ {} trở lên."
_LATE = "Tỷ lệ hồ sơ phải yêu cầu bổ sung sau khi tiếp nhận không quá {}."


@pytest.mark.parametrize(
    ("own", "given", "is_below"),
    [
        (_ONLINE.format("80%"), "Phấn đấu tỷ lệ hồ sơ thủ tục hành chính được nộp trực tuyến đạt từ 85%.", True),
        (_ONLINE.format("85%"), "Phấn đấu tỷ lệ hồ sơ thủ tục hành chính được nộp trực tuyến đạt từ 85%.", False),
        (_ONLINE.format("80%"), "Từ 85% hồ sơ thủ tục hành chính trở lên được nộp trực tuyến.", True),
        (_ONLINE.format("80%"), "Tỷ lệ hồ sơ TTHC được nộp trực tuyến toàn trình đạt từ 85% trở lên.", False),
        (_ONLINE.format("80%"), "Tỷ lệ hồ sơ TTHC được giải quyết đúng hạn đạt từ 98% trở lên.", False),
        (_LATE.format("5%"), _LATE.format("3%"), True),
        (_LATE.format("2%"), _LATE.format("3%"), False),
    ],
)
def test_a_target_below_that_of_the_higher_plan(own: str, given: str, is_below: bool) -> None:
    found = _judged(replace(_plan(own), parent=_plan(given)))
    assert [one.code for one in found] == ["SL-08"] * is_below


def test_a_result_of_the_year_of_the_plan_reaches_no_target() -> None:
    result = "Trong năm {}, tỷ lệ hồ sơ TTHC được nộp trực tuyến đạt 92%."
    assert [one.code for one in _judged(_plan(result.format(2026), _ONLINE.format("90%")))] == ["SL-07"]
    assert _judged(_plan(result.format(2027), _ONLINE.format("90%"))) == ()
    assert _judged(_plan(result.format(2026), _ONLINE.format("95%"))) == ()


def _length(number: int, unit: str) -> Length:
    return Length(number, unit, 0, 0)


def test_days_are_counted_with_or_without_the_first() -> None:
    period = Period(date(2023, 3, 12), date(2023, 5, 9), 0, 0)
    assert [days for days in range(50, 75) if _length(days, "ngày").fits(period)] == [58, 59]
    assert [weeks for weeks in range(1, 20) if _length(weeks, "tuần").fits(period)] == [8]
    assert [months for months in range(1, 20) if _length(months, "tháng").fits(period)] == [2]


def test_months_are_counted_with_or_without_the_last() -> None:
    period = Period(date(2026, 3, 1), date(2026, 12, 1), 0, 0, by_months=True)
    assert [months for months in range(1, 20) if _length(months, "tháng").fits(period)] == [9, 10]


@pytest.mark.parametrize(
    "text",
    [
        "trong 60 ngày, từ ngày 31/02/2026 đến ngày 09/5/2026",
        "trong 60 ngày, từ ngày 10/5/2026 đến ngày 09/4/2026",
        "trong 60 ngày, từ ngày 10/5 đến ngày 09/6",
        "30 ngày làm việc, từ ngày 01/3/2026 đến ngày 15/4/2026",
        "khoảng 60 ngày, từ ngày 01/3/2026 đến ngày 15/4/2026",
    ],
)
def test_times_that_cannot_be_told_are_right(text: str) -> None:
    assert list(contradicted(text)) == []


def test_the_year_of_the_first_day_may_be_missing() -> None:
    ((length, period),) = contradicted("trong 30 ngày (từ ngày 15/12 đến ngày 14/02/2027)")
    assert (length.number, period.first, period.last) == (30, date(2026, 12, 15), date(2027, 2, 14))


def test_a_campaign_is_named_by_its_length() -> None:
    named = campaign_length("Triển khai Chiến dịch cao điểm 69 ngày đêm nâng cao hiệu quả")
    assert named is not None
    assert (named.number, named.unit) == (69, "ngày")
    assert campaign_length("Xử lý trong 05 ngày làm việc") is None
    assert own_period("Từ ngày 12/3/2023 đến ngày 09/5/2023") is not None
    assert own_period("Từ ngày 12/3/2023 đến ngày 09/5/2023, các đơn vị rà soát dữ liệu") is None
