"""Anniversaries and occasions: what the register of the program knows, and what it refuses."""

from __future__ import annotations

from datetime import date

import pytest

from generator.errors import DataError
from generator.registers.catalog import bundled_events
from generator.registers.events import EventRegister
from generator.registers.store import load_register


def _loaded(days: str) -> EventRegister:
    return load_register(f"format: 1\ndays: [{days}]\nyearly: []\nonce: []\n", "events.yaml", EventRegister)


def test_a_day_is_named_in_every_year() -> None:
    assert {bundled_events().name_of(date(year, 11, 20)) for year in (2026, 2027)} == {"Nhà giáo Việt Nam"}
    assert bundled_events().name_of(date(2027, 11, 21)) is None


@pytest.mark.parametrize(
    ("text", "is_once"),
    [
        ("chào mừng Đại hội Đảng bộ", True),
        ("theo Nghị quyết Đại hội XIV", False),
        ("kỷ niệm 80 năm", True),
        ("tặng Kỷ niệm chương", False),
        ("rà soát thủ tục", False),
    ],
)
def test_an_occasion_of_one_year_is_known_by_its_words(text: str, *, is_once: bool) -> None:
    assert bool(bundled_events().once_words.search(text)) == is_once


def test_an_empty_list_of_occasions_finds_nothing() -> None:
    assert _loaded("").yearly_words.search("lễ khai giảng") is None


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ("{day: 31, month: 11, name: a, source: b, confidence: V}", "tháng 11 không có ngày này"),
        ("{day: 1, month: 6, name: a, source: b, confidence: V}, {day: 1, month: 6, name: c, source: d, confidence: V}",
         "ngày này đã có ở mục trước"),
    ],
)  # fmt: skip
def test_a_day_of_no_year_and_one_named_twice_are_refused(days: str, told: str) -> None:
    with pytest.raises(DataError) as refused:
        _loaded(days)
    assert told in str(refused.value.diagnostics[0])
