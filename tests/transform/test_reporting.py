"""The report periods of a lower office."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.registers.catalog import bundled_derivation_rules, bundled_holidays, bundled_regimes
from generator.transform.deadlines import Deadlines
from generator.transform.report_words import Asked, AskedPeriod, ReportText, asked, fitting_regime
from generator.transform.reporting import own_periods, untold

RULES = bundled_derivation_rules().deadlines
REGIMES = bundled_regimes()
REGIME = REGIMES.regime("so-gddt-song-van")
DEADLINES = Deadlines(bundled_holidays(), 2027, date(2026, 12, 10))
FIRST, HALF, THIRD, YEAR = ("quarter", 1), ("months", 6), ("quarter", 3), ("year", 1)
TENTHS = [date(2027, month, 10) for month in (3, 6, 9, 12)]


def _asked(*texts: str, heading: str = "") -> Asked:
    return asked([ReportText(text, heading) for text in texts], REGIME, 2027)


def _days(found: Asked) -> list[date | None]:
    return [found.periods[key].day for key in (FIRST, HALF, THIRD, YEAR) if key in found.periods]


@pytest.mark.parametrize(
    ("text", "day", "cut_day"),
    [
        ("Các đơn vị gửi báo cáo về Sở chậm nhất ngày 15 của tháng cuối kỳ báo cáo", 15, None),
        ("gửi báo cáo trước ngày 10 của tháng cuối quý", 9, None),
        ("gửi báo cáo chậm nhất ngày 17 của tháng cuối kỳ, số liệu chốt đến hết ngày 14 của tháng đó", 17, 14),
        ("công khai trước ngày 10 của tháng cuối quý", None, None),
        ("gửi báo cáo hằng quý", None, None),
    ],
)
def test_a_day_of_the_last_month_is_found_with_its_cut_off(text: str, day: int | None, cut_day: int | None) -> None:
    found = _asked(text)
    assert (found.day, found.cut_day) == (day, cut_day)


@pytest.mark.parametrize(
    "text",
    [
        "Định kỳ báo cáo, cụ thể: Báo cáo quý I (chậm nhất ngày 10/3/2027), 6 tháng (chậm nhất ngày 10/6/2027), "
        "quý III (chậm nhất ngày 10/9/2027) và báo cáo năm (chậm nhất ngày 10/12/2027).",
        "Gửi báo cáo định kỳ chậm nhất ngày 10/3, 10/6, 10/9 và 10/12.",
        "Gửi báo cáo không quá ngày 10/3/2027 (quý I), 10/6/2027 (6 tháng), 10/9/2027 (quý III), 10/12/2027 (năm)",
        "Báo cáo quý I, 6 tháng, quý III và năm gửi trước ngày 11/3, trước 11/6, trước 11/9, trước ngày 11/12/2027",
        "Thực hiện báo cáo quý I chậm nhất 17 giờ ngày 10/3/2027; báo cáo 6 tháng đầu năm chậm nhất ngày 10 tháng 6; "
        "báo cáo quý III chậm nhất 10/9; báo cáo năm chậm nhất ngày 10 tháng 12 năm 2027",
    ],
)
def test_days_of_single_periods_are_found_in_the_usual_wordings(text: str) -> None:
    assert _days(_asked(text)) == TENTHS


def test_a_heading_tells_that_days_are_those_of_reports() -> None:
    found = _asked("Quý I: chậm nhất ngày 10/3/2027", "6 tháng: trước ngày 11/6", heading="Thời hạn gửi báo cáo")
    assert _days(found) == TENTHS[:2]
    assert _asked("Quý I: chậm nhất ngày 10/3/2027") == Asked()


def test_days_of_single_periods_are_found_by_their_label() -> None:
    found = _asked(
        "Báo cáo quý I năm 2027: số liệu từ ngày 15/12/2026 đến hết ngày 14/3/2027; các phòng gửi Văn phòng Sở chậm "
        "nhất ngày 15/3/2027; Sở gửi Sở Nội vụ chậm nhất ngày 17/3/2027",
        "Báo cáo năm 2027: gửi Sở trước ngày 16/12/2027",
        "Báo cáo quý III: thời gian chốt số liệu tính từ ngày 11 tháng 6 đến ngày 10 tháng 9 của năm báo cáo",
        "Báo cáo chuyên đề: gửi Sở chậm nhất ngày 31/11/2027",
    )
    assert found.periods == {
        FIRST: AskedPeriod(date(2027, 3, 15), date(2027, 3, 14), date(2026, 12, 15)),
        YEAR: AskedPeriod(date(2027, 12, 15), is_before=True),
        THIRD: AskedPeriod(None, date(2027, 9, 10), date(2027, 6, 11)),
    }


def test_of_two_days_for_a_period_the_earlier_binds() -> None:
    found = _asked("Báo cáo quý I: chậm nhất ngày 12/3/2027", "Báo cáo quý I: chậm nhất ngày 10/3/2027")
    assert _days(found) == [date(2027, 3, 10)]


def test_another_report_sets_no_period() -> None:
    assert _asked("Báo cáo kết quả rà soát quý I trước ngày 20/3/2027; gửi báo cáo trước ngày 15/6/2027") == Asked()


def test_a_day_for_regular_reports_that_is_not_understood_is_told() -> None:
    text = "Báo cáo định kỳ gửi về Sở chậm nhất ngày 10 sau khi kết thúc kỳ"
    assert _asked(text).unread == (text,)


def test_the_regime_is_the_one_whose_periods_and_days_are_asked() -> None:
    def regime(*texts: str) -> str:
        return fitting_regime(_asked(*texts), REGIMES.regimes, REGIME, 2027).id

    assert regime("Gửi báo cáo định kỳ trước ngày 10/3, 10/6, 10/9 và 10/12.") == "so-gui-truoc-ngay-10"
    assert regime("Báo cáo 6 tháng chậm nhất ngày 15/6, báo cáo năm chậm nhất ngày 15/12") == "so-hai-ky"
    assert regime("gửi báo cáo chậm nhất ngày 12 của tháng cuối kỳ") == "so-chot-ngay-10"
    assert regime("gửi báo cáo chậm nhất ngày 5 của tháng cuối kỳ") == REGIME.id


def test_periods_without_a_day_are_named() -> None:
    assert [*untold(REGIME, 2027, _asked("Báo cáo quý I: chậm nhất ngày 12/3/2027"))] == [
        "6 tháng đầu năm 2027",
        "quý III năm 2027",
        "năm 2027",
    ]
    assert [*untold(REGIME, 2027, Asked())] == []


def test_own_days_come_before_the_asked_one_and_figures_close_before_they_are_sent() -> None:
    periods = own_periods(REGIME, 2027, Asked(15), DEADLINES, RULES, units=10)
    assert [(one.inner_day, one.day) for one in periods][0] == (date(2027, 3, 8), date(2027, 3, 11))
    for one in periods:
        assert one.end is not None
        assert one.end < one.inner_day < one.day < date(2027, one.day.month, 15)


@given(st.integers(1, 28), st.integers(0, 100), st.booleans())
def test_no_report_goes_up_after_the_day_that_is_asked(day: int, units: int, before: bool) -> None:
    asks = Asked(periods={FIRST: AskedPeriod(date(2027, 3, day), is_before=before)})
    first = own_periods(REGIME, 2027, asks, DEADLINES, RULES, units)[0]
    assert first.end is not None
    assert first.end < first.inner_day < first.day < date(2027, 3, day)


def test_a_cut_off_that_is_asked_stays_where_it_can() -> None:
    asks = Asked(25, 14)
    assert [one.end for one in own_periods(REGIME, 2027, asks, DEADLINES, RULES, units=1)] == [
        date(2027, month, 14) for month in (3, 6, 9, 12)
    ]


def test_a_cut_off_moves_as_far_as_the_day_of_sending_where_it_must() -> None:
    first = own_periods(REGIME, 2027, Asked(17, 14), DEADLINES, RULES, units=1)[0]
    assert (first.day, first.inner_day) == (date(2027, 3, 15), date(2027, 3, 10))
    assert first.end == date(2027, 3, 7)


def test_a_start_that_is_asked_stays() -> None:
    span = AskedPeriod(date(2027, 3, 10), date(2027, 3, 7), date(2026, 12, 8))
    first = own_periods(REGIME, 2027, Asked(periods={FIRST: span}), DEADLINES, RULES, units=1)[0]
    assert first.start == date(2026, 12, 8)


def test_a_period_begins_after_the_one_before_has_closed() -> None:
    first, half, third, _ = own_periods(REGIME, 2027, Asked(), DEADLINES, RULES, units=10)
    assert half.end is not None and third.start is not None
    assert (third.start - half.end).days == 1
    assert first.start == half.start


def test_many_units_report_earlier_still() -> None:
    few = own_periods(REGIME, 2027, Asked(), DEADLINES, RULES, units=RULES.many)
    many = own_periods(REGIME, 2027, Asked(), DEADLINES, RULES, units=RULES.many + 1)
    assert all(more.inner_day < less.inner_day for more, less in zip(many, few, strict=True))


def test_without_cut_off_days_there_are_none() -> None:
    regime = REGIMES.regime("so-gui-truoc-ngay-10")
    periods = own_periods(regime, 2027, Asked(), DEADLINES, RULES, units=1)
    assert {(one.start, one.end) for one in periods} == {(None, None)}
