"""Numbers of cells as their formats show them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH

from generator.reading.sheets.numbers import number_text


@pytest.mark.parametrize(
    ("raw", "code", "shown"),
    [
        ("46037", "mm-dd-yy", "15/01/2026"),
        ("46183", "dd/mm/yyyy", "10/6/2026"),
        ("46037.5", "dd/mm/yyyy hh:mm", "15/01/2026 12:00"),
        ("46037", "[$-42A]dd/mm/yyyy hh:mm", "15/01/2026"),
        ("46037", '"ngày" dd "tháng" mm "năm" yyyy', "15/01/2026"),
        ("46037", "mm/yyyy", "01/2026"),
        ("46037", "yyyy", "2026"),
        ("46037", "d-mmm", "15/01"),
        ("0.5", "h:mm", "12:00"),
        ("-1", "dd/mm/yyyy", "-1"),
        ("2026", "General", "2026"),
        ("1601", "#,##0", "1.601"),
        ("98.5", "General", "98,5"),
        ("0.30000000000000004", "General", "0,3"),
        ("98.5", "0.00", "98,50"),
        ("12", "0.##", "12"),
        ("1234.5678", "#,##0.##", "1.234,57"),
        ("0.395384615", "0.00%", "39,54%"),
        ("1", "0%", "100%"),
        ("1", "00", "01"),
        ("3", '"NV"00', "NV03"),
        ("1601", '#,##0 "thủ tục"', "1.601 thủ tục"),
        ("1500000", '_-* #,##0\\ "₫"_-;-* #,##0\\ "₫"_-', "1.500.000 ₫"),
        ("1500000", "#,##0\\ [$₫-42A]", "1.500.000 ₫"),
        ("-5", "#,##0;(#,##0)", "-5"),
        ("45", "[Red]0", "45"),
        ("5", ";;;", "5"),
        ("0.5", "# ?/?", "0,5"),
        ("12345", "0.00E+00", "12345"),
        ("1234567", "#,##0,", "1234567"),
        ("Một", "0", "Một"),
        ("1e300", "General", "1e300"),
        ("NaN", "0", "NaN"),
    ],
)
def test_what_a_cell_shows(raw: str, code: str, shown: str) -> None:
    assert number_text(raw, code, WINDOWS_EPOCH) == shown


def test_days_are_counted_from_the_first_day_of_the_workbook() -> None:
    assert number_text("44575", "dd/mm/yyyy", MAC_EPOCH) == "15/01/2026"


@given(st.floats() | st.text(max_size=8), st.text('0#,.%;"\\[]$_*dmyhse-/ E+@', max_size=12))
def test_no_number_and_no_format_is_refused(raw: float | str, code: str) -> None:
    assert isinstance(number_text(str(raw), code, WINDOWS_EPOCH), str)
