"""Columns as wide as their longest word, their widths adding up to the table's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ooxml.balanced_lines import Face
from generator.render.column_fit import column_widths, fitted_widths, most_asked, need, pieces_of, words_of

FACE = Face(12)
_COLUMNS = st.integers(1, 12)


@pytest.mark.parametrize("shares", [(1, 1, 1), (28, 68, 60, 30, 28, 33), (0.1, 99.9)])
def test_column_widths_add_up_to_the_table(shares: tuple[float, ...]) -> None:
    widths = column_widths(shares, 14003)
    assert sum(widths) == 14003
    assert len(widths) == len(shares)


def test_shares_that_suffice_stay() -> None:
    assert fitted_widths([1, 2, 3], 6000, [[900, 900, 900]]) == (1000, 2000, 3000)


def test_a_narrow_column_takes_from_the_others_in_their_proportion() -> None:
    assert fitted_widths([1, 2, 3], 6000, [[2000, 100, 100]]) == (2000, 1600, 2400)


def test_a_column_made_narrow_by_another_is_widened_too() -> None:
    assert fitted_widths([1, 1, 4], 6000, [[3000, 900, 100]]) == (3000, 900, 2100)


def test_where_whole_words_have_no_room_their_pieces_count() -> None:
    assert fitted_widths([1, 1], 1000, [[900, 900], [400, 600]]) == (400, 600)


def test_where_nothing_has_room_the_short_words_stay_whole() -> None:
    assert fitted_widths([1, 1, 1], 1000, [[200, 3000, 9000], [200, 1000, 3000]]) == (200, 400, 400)


def test_an_endless_word_takes_no_more_than_half_of_one_more_like_part() -> None:
    assert fitted_widths([1, 1, 2], 12000, [[11000, 100, 100]]) == (6000, 2000, 4000)


def test_where_many_words_are_endless_each_number_stays_whole() -> None:
    assert fitted_widths([1] * 6, 14000, [[9000] * 5 + [700], [9000] * 5 + [700]])[-1] == 700


@given(st.integers(2000, 16000), _COLUMNS)
def test_no_column_asks_for_more_than_its_part_and_a_half(width: int, count: int) -> None:
    assert most_asked(width, count) == max(2268, width * 3 // 2 // count)


@given(st.data(), _COLUMNS, st.integers(2000, 16000))
def test_widths_add_up_and_meet_every_want_that_has_room(data: st.DataObject, count: int, width: int) -> None:
    shares = data.draw(st.lists(st.floats(0.5, 90), min_size=count, max_size=count))
    wants = data.draw(st.lists(st.integers(0, width // count), min_size=count, max_size=count))
    widths = fitted_widths(shares, width, [wants])
    assert sum(widths) == width
    assert all(own >= least for own, least in zip(widths, wants, strict=True))


def test_a_number_is_one_word_of_three_pieces() -> None:
    assert words_of(["số 15/KH-SGDĐT", "ngày"]) == {"số", "15/KH-SGDĐT", "ngày"}
    assert pieces_of({"15/KH-SGDĐT", "--"}) == {"15/", "KH-", "SGDĐT", "--"}


def test_no_piece_begins_with_a_figure() -> None:
    assert pieces_of({"I/2027", "30/11/2027", "2026-2030", "a--1-b"}) == {
        "I/2027",
        "30/11/2027",
        "2026-2030",
        "a--1-",
        "b",
    }


def test_a_word_needs_its_width_without_its_marks_and_an_empty_column_its_margins() -> None:
    assert need({"**30/11/2027**"}, FACE, 100) == need({"30/11/2027"}, FACE, 100)
    assert need({"30/11/2027"}, FACE, 100) > need({"30/11"}, FACE, 100) > 100
    assert need(set(), FACE, 100) == 100
