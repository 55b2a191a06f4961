"""The letters of điểm."""

from __future__ import annotations

import pytest

from generator.vietnamese.letters import LETTERS, letter_index, list_letter


def test_the_sequence() -> None:
    assert " ".join(LETTERS) == "a b c d đ e g h i k l m n o p q r s t u v x y"


@pytest.mark.parametrize(
    ("place", "label"),
    [(1, "a"), (4, "d"), (5, "đ"), (6, "e"), (7, "g"), (23, "y"), (24, "a1"), (28, "đ1"), (46, "y1"), (47, "a2")],
)
def test_label_of_a_place(place: int, label: str) -> None:
    assert list_letter(place) == label
    assert letter_index(label) == place


def test_every_label_reads_back() -> None:
    assert [letter_index(list_letter(place)) for place in range(1, 500)] == list(range(1, 500))


@pytest.mark.parametrize("letter", ["", "f", "w", "ă", "A", "ab", "a)", "1", "a0", "é"])
def test_what_labels_no_point(letter: str) -> None:
    assert letter_index(letter) is None


def test_places_start_at_one() -> None:
    with pytest.raises(ValueError, match="từ 1 trở lên"):
        list_letter(0)
