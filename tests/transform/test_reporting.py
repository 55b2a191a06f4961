"""The report periods of a lower office."""

from __future__ import annotations

from datetime import date

import pytest

from generator.registers.catalog import bundled_derivation_rules, bundled_holidays, bundled_regimes
from generator.transform.deadlines import Deadlines
from generator.transform.reporting import AskedPeriod, SendDay, asked_day, asked_periods, own_periods

RULES = bundled_derivation_rules().deadlines
REGIME = bundled_regimes().regime("so-gddt-song-van")
DEADLINES = Deadlines(bundled_holidays(), 2027, date(2026, 12, 10))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Các đơn vị gửi báo cáo về Sở chậm nhất ngày 15 của tháng cuối kỳ báo cáo", 15),
        ("gửi báo cáo trước ngày 10 của tháng cuối quý", 9),
        ("công khai trước ngày 10 của tháng cuối quý", None),
        ("gửi báo cáo hằng quý", None),
    ],
)
def test_the_day_asked_for_reports_is_found(text: str, day: int | None) -> None:
    found = asked_day([text])
    assert (found.day if found else None) == day


def test_days_of_single_periods_are_found_by_their_label() -> None:
    texts = [
        "Báo cáo quý I năm 2027: số liệu từ ngày 15/12/2026 đến hết ngày 14/3/2027; gửi Sở chậm nhất ngày 15/3/2027",
        "Báo cáo năm 2027: gửi Sở trước ngày 16/12/2027",
        "Báo cáo chuyên đề: gửi Sở chậm nhất ngày 31/11/2027",
    ]
    assert asked_periods(texts, REGIME, 2027) == {
        "quý I năm 2027": AskedPeriod(date(2027, 3, 15), date(2027, 3, 14)),
        "năm 2027": AskedPeriod(date(2027, 12, 15), None),
    }


def test_own_days_come_before_the_asked_one_and_figures_close_before_they_are_sent() -> None:
    periods = own_periods(REGIME, 2027, SendDay(15, ""), DEADLINES, RULES, units=10)
    assert [(one.inner_day, one.day) for one in periods][0] == (date(2027, 3, 8), date(2027, 3, 11))
    for one in periods:
        assert one.end is not None
        assert one.end < one.inner_day < one.day < date(2027, one.day.month, 15)


def test_a_period_begins_after_the_one_before_has_closed() -> None:
    first, half, third, _ = own_periods(REGIME, 2027, {}, DEADLINES, RULES, units=10)
    assert half.end is not None and third.start is not None
    assert (third.start - half.end).days == 1
    assert first.start == half.start


def test_many_units_report_earlier_still() -> None:
    few = own_periods(REGIME, 2027, {}, DEADLINES, RULES, units=RULES.many)
    many = own_periods(REGIME, 2027, {}, DEADLINES, RULES, units=RULES.many + 1)
    assert all(more.inner_day < less.inner_day for more, less in zip(many, few, strict=True))


def test_without_cut_off_days_there_are_none() -> None:
    regime = bundled_regimes().regime("so-gui-truoc-ngay-10")
    assert {(one.start, one.end) for one in own_periods(regime, 2027, {}, DEADLINES, RULES, units=1)} == {(None, None)}
