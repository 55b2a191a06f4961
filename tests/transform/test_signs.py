"""Words that tell something about a text."""

from __future__ import annotations

import pytest

from generator.registers.catalog import bundled_derivation_rules
from generator.transform.signs import holds

RULES = bundled_derivation_rules()


@pytest.mark.parametrize(
    "text",
    [
        "Sắp xếp mạng lưới Trường trung học phổ thông",
        "Thu học phí tại từng đơn vị",
        "Xử lý trường hợp chậm tại trường",
    ],
)
def test_a_sign_of_units_below_is_found_as_a_whole_word(text: str) -> None:
    assert holds(text, RULES.head.below_signs, RULES.terms.no_signs)


@pytest.mark.parametrize(
    "text",
    [
        "Danh sách của trường hợp chưa nhận trợ cấp",
        "Thực hiện trên môi trường điện tử",
        "Cắt giảm hồ sơ chuyển trường",
        "Báo cáo của từng đơn vịtrường",
        "",
    ],
)
def test_a_sign_inside_other_words_is_none(text: str) -> None:
    assert not holds(text, ["trường"], RULES.terms.no_signs)
