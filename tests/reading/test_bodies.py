"""Names of agencies: parent and issuer told apart by weight, or by the first words of names."""

from __future__ import annotations

import pytest

from generator.reading.bodies import bodies_of, is_stamp, names_body
from generator.reading.lines import Line, Style


def _lines(*names: str, bold: str = "") -> list[Line]:
    """Return a line of each name, bold where ``bold`` has a "b"; its style tells nothing without it."""
    weights: list[bool | None] = [mark == "b" for mark in bold] if bold else [None] * len(names)
    named = enumerate(zip(names, weights, strict=True), start=1)
    return [Line(text, (number,), style=Style(bold=weight)) for number, (text, weight) in named]


@pytest.mark.parametrize(
    ("names", "bold", "parent", "issuer"),
    [
        (["UBND TỈNH SÔNG VÂN", "VĂN PHÒNG", "ỦY BAN NHÂN DÂN TỈNH"], "-bb", 1, 2),
        (["SỞ VĂN HÓA", "BẢO TÀNG TỈNH"], "-b", 1, 1),
        (["BỘ NỘI VỤ", "BAN CHỈ ĐẠO", "PHÒNG, CHỐNG THAM NHŨNG"], "-bb", 1, 2),
        (["UBND TỈNH", "SÔNG VÂN", "SỞ NỘI VỤ"], "--b", 2, 1),
        (["BỘ NỘI VỤ", "BAN CHỈ ĐẠO", "PHÒNG, CHỐNG THAM NHŨNG"], "", 1, 2),
        (["UBND TỈNH", "VĂN PHÒNG", "ỦY BAN NHÂN DÂN TỈNH"], "", 1, 2),
        (["UBND TỈNH", "SỞ NỘI VỤ"], "bb", 1, 1),
        (["UBND TỈNH", "SỞ NỘI VỤ"], "--", 1, 1),
        (["SỞ NỘI VỤ"], "b", 0, 1),
    ],
)
def test_parent_and_issuer(names: list[str], bold: str, parent: int, issuer: int) -> None:
    above, own = bodies_of(_lines(*names, bold=bold))
    assert (len(above.lines) if above else 0, len(own.lines) if own else 0) == (parent, issuer)


def test_without_names_there_is_no_issuer() -> None:
    assert bodies_of([]) == (None, None)


def test_a_name_in_small_letters_is_told_by_its_first_word_or_its_look() -> None:
    centred = Style(bold=True, alignment="center")
    assert names_body(Line("Sở Nội vụ"))
    assert names_body(Line("Bảo tàng tỉnh", style=centred))
    assert not names_body(Line("Bảo tàng tỉnh"))
    assert not names_body(Line("Sở Nội vụ đã họp."))


@pytest.mark.parametrize("text", ["LƯU HÀNH NỘI BỘ", "HỎA TỐC", "Hoả tốc", "KHẨN", "TỐI MẬT", "XEM XONG TRẢ LẠI"])
def test_marks_name_no_agency(text: str) -> None:
    assert is_stamp(text)
