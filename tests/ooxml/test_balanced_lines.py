"""Centred lines: within the column, about equally long, broken where it costs least."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.ooxml.balanced_lines import Face, balanced

FACE = Face(14, bold=True)


def _free(words: list[str]) -> list[float]:
    return [0.0] * (len(words) - 1)


def test_a_text_that_fits_is_one_line() -> None:
    assert balanced(["SỞ", "Y", "TẾ"], [9, 9], 62, FACE) == ["SỞ Y TẾ"]


def test_lines_are_about_equally_long() -> None:
    words = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"]
    width = FACE.width(" ".join(words[:9]))
    first, second = balanced(words, _free(words), width, FACE)
    assert abs(FACE.width(first) - FACE.width(second)) < FACE.width("chín mười")


def test_a_break_that_costs_much_is_avoided_even_by_a_further_line() -> None:
    words = ["SỞ", "GIÁO", "DỤC", "VÀ", "ĐÀO", "TẠO"]
    width = FACE.width("GIÁO DỤC VÀ")
    assert balanced(words, [9, 3, 0.1, 9, 3], width, FACE) == ["SỞ GIÁO DỤC", "VÀ ĐÀO TẠO"]


def test_no_line_is_one_word_where_there_is_a_choice() -> None:
    words = ["việc", "thực", "hiện", "nhiệm", "vụ", "chung"]
    width = FACE.width("việc thực hiện nhiệm vụ") + 1
    assert all(len(line.split()) > 1 for line in balanced(words, _free(words), width, FACE))


def test_a_word_wider_than_the_column_leaves_the_text_alone() -> None:
    assert balanced(["A", "X" * 40, "B"], [0, 0], 62, FACE) == [f"A {'X' * 40} B"]


@given(st.lists(st.sampled_from(["VÀ", "GIÁO", "DỤC", "TỈNH", "SÔNG"]), min_size=1, max_size=14), st.data())
def test_every_word_stands_in_its_order_and_every_line_fits(words: list[str], data: st.DataObject) -> None:
    costs = data.draw(st.lists(st.floats(0, 9), min_size=len(words) - 1, max_size=len(words) - 1))
    lines = balanced(words, costs, 40, FACE)
    assert " ".join(lines).split() == words
    assert all(FACE.width(line) <= 40 for line in lines)
