"""Two writings of an issuer: one body, a body and its head, or two."""

from __future__ import annotations

import pytest

from generator.lint.issuers import Likeness, likeness


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("UBND tỉnh", "Ủy ban nhân dân tỉnh Sông Vân", Likeness.SAME),
        ("Uỷ ban nhân dân tỉnh", "Ủy ban nhân dân tỉnh", Likeness.SAME),
        ("UBND TP. Sông Vân", "Ủy ban nhân dân thành phố Sông Vân", Likeness.SAME),
        ("Sở GD&ĐT", "Sở Giáo dục và Đào tạo tỉnh Sông Vân", Likeness.SAME),
        ("Bộ GDĐT", "Bộ Giáo dục và Đào tạo", Likeness.SAME),
        ("BCH TW Đảng khóa XII", "Ban Chấp hành Trung ương Đảng khóa XII", Likeness.SAME),
        ("Bộ trưởng Bộ Nội vụ", "Bộ Nội vụ", Likeness.SAME),
        ("Giám đốc Sở Nội vụ", "Sở Nội vụ", Likeness.SAME),
        ("Bộ Tài chính và Bộ Nội vụ", "liên Bộ Tài chính - Nội vụ", Likeness.SAME),
        ("Thủ tướng", "Thủ tướng Chính phủ", Likeness.SAME),
        (None, "Chính phủ", Likeness.SAME),
        ("chúng tôi", "Chính phủ", Likeness.SAME),
        ("Chủ tịch UBND tỉnh", "Ủy ban nhân dân tỉnh Sông Vân", Likeness.CHAIR),
        ("Chính phủ", "Thủ tướng Chính phủ", Likeness.OTHER),
        ("UBND tỉnh Sông Vân", "UBND xã Đồng Cát", Likeness.OTHER),
        ("Bộ Tài chính", "Bộ Tư pháp", Likeness.OTHER),
        ("Sở Nội vụ", "Sở TN&MT", Likeness.OTHER),
        ("Hội đồng nhân dân tỉnh", "Ủy ban nhân dân tỉnh", Likeness.OTHER),
    ],
)
def test_two_issuers(one: str | None, other: str | None, said: Likeness) -> None:
    assert likeness(one, other) is said
    assert likeness(other, one) is said
