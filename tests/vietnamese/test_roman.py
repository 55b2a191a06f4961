"""Roman numerals."""

from __future__ import annotations

import pytest

from generator.vietnamese.roman import parse_roman, roman


@pytest.mark.parametrize(
    ("n", "written"),
    [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (99, "XCIX"), (2026, "MMXXVI"), (3999, "MMMCMXCIX")],
)
def test_written(n: int, written: str) -> None:
    assert roman(n) == written


def test_every_numeral_reads_back() -> None:
    assert all(parse_roman(roman(n)) == n for n in range(1, 4000))


@pytest.mark.parametrize("text", ["", "IIII", "VX", "IC", "iv", "Việt", "I.", " I", "MMMM"])
def test_what_is_no_numeral(text: str) -> None:
    assert parse_roman(text) is None


@pytest.mark.parametrize("n", [0, -1, 4000])
def test_out_of_range(n: int) -> None:
    with pytest.raises(ValueError, match="từ 1 đến 3999"):
        roman(n)
