"""Report regimes: the days of a period of a year."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.errors import DataError
from generator.registers.regimes import RegimeRegister
from generator.registers.store import load_register

FILE = Path(__file__).parents[2] / "data/registers/regimes.yaml"
REGISTER = load_register(FILE.read_bytes(), FILE.name, RegimeRegister)


@pytest.mark.parametrize(
    ("regime", "name", "start", "end", "last_day"),
    [
        ("bo-noi-vu", "2027-Q1", date(2026, 12, 15), date(2027, 3, 14), date(2027, 3, 20)),
        ("bo-noi-vu", "2027-H1", date(2026, 12, 15), date(2027, 6, 14), date(2027, 6, 20)),
        ("bo-noi-vu", "2027-Q3", date(2027, 6, 15), date(2027, 9, 14), date(2027, 9, 20)),
        ("bo-noi-vu", "2027-Y", date(2026, 12, 15), date(2027, 12, 14), date(2027, 12, 20)),
        ("so-gddt-song-van", "2027-Q1", date(2026, 12, 15), date(2027, 3, 14), date(2027, 3, 15)),
        ("so-chot-ngay-10", "2024-Q1", date(2023, 12, 10), date(2024, 3, 10), date(2024, 3, 12)),
        ("so-chot-ngay-10", "2024-Q3", date(2024, 6, 11), date(2024, 9, 10), date(2024, 9, 12)),
        ("so-gui-truoc-ngay-10", "2023-Q1", None, None, date(2023, 3, 9)),
        ("so-gui-truoc-ngay-10", "2023-Y", None, None, date(2023, 12, 9)),
        ("so-hai-ky", "2023-H1", None, None, date(2023, 6, 15)),
        ("so-hai-ky", "2023-Y", None, None, date(2023, 12, 15)),
    ],
)
def test_days_of_a_period(regime: str, name: str, start: date | None, end: date | None, last_day: date) -> None:
    days = REGISTER.regime(regime).period_dates(name)
    assert (days.start, days.end, days.last_day_to_send) == (start, end, last_day)


def test_regimes_of_an_office_stand_beside_the_others_and_for_those_of_their_identity() -> None:
    own = REGISTER.regime("so-hai-ky").model_copy(update={"id": "bo-noi-vu", "name": "Chế độ riêng"})
    both = RegimeRegister(format=1, regimes=(own,)).beside(REGISTER)
    assert [one.id for one in both.regimes] == [one.id for one in REGISTER.regimes]
    assert both.regime("bo-noi-vu") == own
    assert both.regime("so-chot-ngay-10") == REGISTER.regime("so-chot-ngay-10")


@pytest.mark.parametrize(
    ("regime", "days"),
    [
        ("bo-noi-vu", []),
        ("so-gddt-song-van", []),
        ("so-chot-ngay-10", ["2024-Y và 2025-Q1: 2024-12-10", "2024-Y và 2025-H1: 2024-12-10"]),
        ("so-hai-ky", []),
    ],
)
def test_days_that_two_periods_report(regime: str, days: list[str]) -> None:
    found = REGISTER.regime(regime).overlaps(2024)
    assert all(one.first == one.last for one in found)
    said = [f"{one.earlier.name} và {one.later.name}: {one.first}" for one in found]
    assert [line for line in said if "2025-Y" not in line] == days


@pytest.mark.parametrize(
    ("name", "label", "next_label"),
    [
        ("2027-Q1", "quý I năm 2027", "quý II năm 2027"),
        ("2027-H1", "6 tháng đầu năm 2027", "6 tháng cuối năm 2027"),
        ("2027-Q3", "quý III năm 2027", "quý IV năm 2027"),
        ("2027-Y", "năm 2027", "năm 2028"),
        (" 2027-q1 ", "quý I năm 2027", "quý II năm 2027"),
    ],
)
def test_words_for_a_period_and_the_next(name: str, label: str, next_label: str) -> None:
    days = REGISTER.regime("bo-noi-vu").period_dates(name)
    assert (days.label, days.next_label, days.year) == (label, next_label, 2027)
    assert days.name == name.strip().upper()


@pytest.mark.parametrize("name", ["2027-Q2", "2027", "Q1", "27-Q1", ""])
def test_other_periods_are_refused_with_what_there_is(name: str) -> None:
    with pytest.raises(DataError) as refused:
        REGISTER.regime("bo-noi-vu").period_dates(name)
    assert refused.value.hint == "dùng: <năm>-Q1, <năm>-H1, <năm>-Q3, <năm>-Y"


def test_an_unknown_regime_is_refused_with_the_nearest() -> None:
    with pytest.raises(DataError) as refused:
        REGISTER.regime("bo-noivu")
    assert refused.value.hint is not None
    assert refused.value.hint.startswith("ý bạn là «bo-noi-vu»? có: bo-noi-vu (")
    assert all(f"{one.id} ({one.name})" in refused.value.hint for one in REGISTER.regimes)


def period(fields: str) -> str:
    return (
        "format: 1\nregimes:\n  - id: a\n    name: A\n    source: x\n    confidence: V\n"
        f"    periods:\n      - {{{fields}}}\n"
    )


GOOD = "id: Q1, label: quý I, next_label: quý II"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (period(GOOD), "ghi một trong hai: send_by (chậm nhất ngày) hoặc send_before (trước ngày)"),
        (
            period(f"{GOOD}, send_by: {{day: 1, month: 3}}, send_before: {{day: 1, month: 3}}"),
            "ghi một trong hai: send_by (chậm nhất ngày) hoặc send_before (trước ngày)",
        ),
        (period(f"{GOOD}, send_by: {{day: 29, month: 2}}"), "không có ngày 29/2"),
        (
            period("id: q1, label: a, next_label: b, send_by: {day: 1, month: 3}"),
            "mã kỳ chỉ gồm chữ in hoa không dấu và chữ số, ví dụ Q1",
        ),
        (
            period('id: Q1, label: "quý {quarter}", next_label: quý II, send_by: {day: 1, month: 3}'),
            "trong nhãn chỉ dùng {year} và {next_year}",
        ),
        (
            period(f"{GOOD}, start: {{day: 2, month: 3}}, end: {{day: 1, month: 3}}, send_by: {{day: 5, month: 3}}"),
            "ngày chốt số liệu trước ngày bắt đầu",
        ),
        (
            period(f"{GOOD}, end: {{day: 14, month: 3}}, send_by: {{day: 5, month: 3}}"),
            "hạn gửi báo cáo trước ngày chốt số liệu",
        ),
        (
            period(f"{GOOD}, send_by: {{day: 1, month: 3}}") + f"      - {{{GOOD}, send_by: {{day: 1, month: 3}}}}\n",
            "kỳ «Q1» đã có ở trên",
        ),
    ],
)
def test_impossible_regimes_are_refused(text: str, said: str) -> None:
    with pytest.raises(DataError) as refused:
        load_register(text, "che-do.yaml", RegimeRegister)
    assert [one.message for one in refused.value.diagnostics] == [said]
