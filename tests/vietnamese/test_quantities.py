"""Figures of running text: value, what is counted, how it is meant, and what is no quantity at all."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.vietnamese.numbers import format_number
from generator.vietnamese.quantities import Bound, Form, Quantity, find_quantities


def _only(text: str) -> Quantity:
    (found,) = find_quantities(text)
    return found


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("tiếp nhận 1.601 hồ sơ", "1601", "hồ sơ"),
        ("đạt 39,54%.", "39.54", "%"),
        ("kinh phí 1,5 tỷ đồng", "1500000000.0", "đồng"),
        ("kinh phí 500 triệu đồng", "500000000", "đồng"),
        ("thu 1.250.000 đồng", "1250000", "đồng"),
        ("gần 8,9 ngàn hồ sơ", "8900.0", "hồ sơ"),
        ("trực tuyến 70, còn lại", "70", ""),
        ("có 96 TTHC", "96", "tthc"),
        ("Cao điểm 60 ngày đêm", "60", "ngày đêm"),
    ],
)
def test_value_and_unit(text: str, value: str, unit: str) -> None:
    found = _only(text)
    assert (found.value, found.unit) == (Decimal(value), unit)


def test_a_fraction_has_its_whole() -> None:
    found = _only("có 633/1.601 hồ sơ")
    assert (found.value, found.whole, found.written, found.unit) == (633, 1601, "633/1.601", "hồ sơ")
    assert _only("đã giải quyết 1.456/1.625").whole == 1625
    assert [one.whole for one in find_quantities("đã xử lý 22/23 (95,65%)")] == [23, None]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("từ 90% trở lên", Bound.AT_LEAST),
        ("90% hồ sơ trở lên", Bound.AT_LEAST),
        ("≥ 98%", Bound.AT_LEAST),
        ("ít nhất 04 đơn vị", Bound.AT_LEAST),
        ("đạt trên 50%", Bound.MORE),
        ("không quá 3%", Bound.AT_MOST),
        ("dưới 5%", Bound.LESS),
        ("khoảng 30%", Bound.ABOUT),
        ("đạt 30%", Bound.EXACT),
    ],
)
def test_how_a_figure_is_meant(text: str, bound: Bound) -> None:
    assert _only(text).bound is bound


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("1,601 hồ sơ", Form.FOREIGN_THOUSANDS),
        ("1,234,567 người", Form.FOREIGN_THOUSANDS),
        ("39.54%", Form.FOREIGN_DECIMAL),
        ("1.6010 hồ sơ", Form.BROKEN),
        ("1.601 hồ sơ", Form.NATIVE),
        ("1601 hồ sơ", Form.NATIVE),
        ("0,125%", Form.NATIVE),
    ],
)
def test_how_a_figure_is_written(text: str, form: Form) -> None:
    assert _only(text).form is form


def test_a_space_before_the_sign_is_seen() -> None:
    assert _only("3,45 %").spaced_sign
    assert not _only("3,45%").spaced_sign


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch số 48/KH-UBND ngày 28/02/2023",
        "Nghị định số 30/2020/NĐ-CP",
        "ngày 15.3.2026 và ngày 15-3-2026",
        "quý I/2026, tháng 3/2026, năm 2026",
        "khoản 2 Điều 10 Chương 3",
        "phiên bản 2.0 của Kiến trúc",
        "điện thoại 0912345678",
        "hoạt động 24/7",
        "địa chỉ 10.0.1.25",
        "mức độ 3 và cấp độ 2",
        "7h30, 08:30",
        "Quốc lộ 1A, xe 51B-123.45",
        "Đề án 06 của Chính phủ",
        "1.1. Mục tiêu",
        "",
    ],
)
def test_what_is_no_quantity(text: str) -> None:
    assert find_quantities(text) == ()


@given(value=st.integers(0, 10**12), decimals=st.integers(0, 3), noun=st.sampled_from(["hồ sơ", "%", "đồng"]))
def test_what_is_written_in_vietnamese_is_read_back(value: int, decimals: int, noun: str) -> None:
    shown = format_number(Decimal(value).scaleb(-decimals), decimals)
    found = _only(f"đạt {shown}{'' if noun == '%' else ' '}{noun}.")
    assert found.value == Decimal(value).scaleb(-decimals) or found.form is Form.FOREIGN_THOUSANDS
    assert found.unit == noun


@given(st.text(alphabet="0123456789.,/%-() ahồsơnăm\n", max_size=60))
def test_any_text_has_quantities_in_order(text: str) -> None:
    found = find_quantities(text)
    assert all(one.start < one.end for one in found)
    assert [one.start for one in found] == sorted(one.start for one in found)
