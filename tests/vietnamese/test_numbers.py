"""Numbers in Vietnamese form."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.vietnamese.numbers import Number, format_money, format_number, format_percent, pad, parse_number


@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [
        (1234567.89, None, "1.234.567,89"),
        (1601, None, "1.601"),
        (999, None, "999"),
        (0, None, "0"),
        (-1500, None, "-1.500"),
        (98.0, None, "98"),
        (Decimal("98.50"), None, "98,5"),
        (Decimal("1E+3"), None, "1.000"),
        (Decimal("-0.0"), None, "0"),
        (0.1 + 0.2, 1, "0,3"),
        (2.5, 0, "3"),
        (-2.5, 0, "-3"),
        (-0.004, 2, "0,00"),
        (98, 2, "98,00"),
        (Decimal("12345678901234567890123456789012.345"), 2, "12.345.678.901.234.567.890.123.456.789.012,35"),
    ],
)
def test_number(value: Number, decimals: int | None, written: str) -> None:
    assert format_number(value, decimals) == written


def test_percent_and_money() -> None:
    assert format_percent(98.5) == "98,5%"
    assert format_percent(Decimal("99.456"), 2) == "99,46%"
    assert format_money(1_500_000_000) == "1.500.000.000 đồng"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), Decimal("-Infinity")])
def test_what_is_not_finite_cannot_be_written(value: Number) -> None:
    with pytest.raises(ValueError, match="không viết được"):
        format_number(value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.234.567,89", "1234567.89"),
        ("1601", "1601"),
        (" 98,5 ", "98.5"),
        ("05", "5"),
        ("-3", "-3"),
        ("\u22123", "-3"),
        ("633/1.601", None),
        ("98.5", None),
        ("0.123", None),
        ("1,234,567", None),
        ("1,234.5", None),
        ("12.34.567", None),
        ("98,5%", None),
        ("2026-2030", None),
        ("", None),
        ("mười", None),
        ("٣", None),
    ],
)
def test_read(text: str, value: str | None) -> None:
    assert parse_number(text) == (None if value is None else Decimal(value))


@settings(max_examples=100)
@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**12), max_value=10**12))
def test_numbers_read_back(value: Decimal) -> None:
    assert parse_number(format_number(value)) == value


@pytest.mark.parametrize(("n", "written"), [(5, "05"), (12, "12"), (120, "120")])
def test_small_counts_are_padded(n: int, written: str) -> None:
    assert pad(n) == written
