"""Which entry is which: by identity, by likeness, by order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.transform.diff.pairing import Pairing, Signs, paired
from generator.transform.diff.sameness import WordCodes


def _paired(old: str, new: str, *, ids: tuple[str, str] = ("", "")) -> Pairing:
    """Pair the lines of two texts; ``ids`` are one letter for each line."""
    codes = WordCodes()
    sides = []
    for text, letters in zip((old, new), ids, strict=True):
        lines = [line.strip() for line in text.split("/")]
        identities = letters or " " * len(lines)
        signs = [
            Signs((line, letter.strip() or None), codes.of([line]))
            for line, letter in zip(lines, identities, strict=True)
        ]
        sides.append(signs)
    return paired(*sides)


def test_equal_entries_are_pairs_wherever_they_stand() -> None:
    assert _paired("một / hai / ba / bốn", "bốn / một / hai / ba") == Pairing(
        ((0, 1), (1, 2), (2, 3), (3, 0)), frozenset({3})
    )


def test_a_rewritten_entry_is_a_pair_in_its_place() -> None:
    pairing = _paired("đầu / rà soát thủ tục của sở / cuối", "đầu / rà soát toàn bộ thủ tục của sở / cuối")
    assert pairing.pairs == ((0, 0), (1, 1), (2, 2))


def test_what_has_nothing_in_common_is_removed_and_added() -> None:
    pairing = _paired("đầu / rà soát thủ tục / cuối", "đầu / tuyển dụng viên chức / cuối")
    assert pairing.unpaired(3, 3) == ([1], [1])


def test_an_entry_that_was_moved_and_rewritten_is_found() -> None:
    old = "một / hai / ba / kiểm tra công vụ đột xuất tại các xã phường"
    pairing = _paired(old, "kiểm tra công vụ đột xuất tại các phường / một / hai / ba")
    assert (3, 0) in pairing.pairs
    assert pairing.moved == {3}


def test_an_identity_given_to_another_entry_makes_no_pair() -> None:
    old, new = "rà soát thủ tục / tuyển dụng viên chức", "rà soát thủ tục / công khai ngân sách / tuyển dụng viên chức"
    assert _paired(old, new, ids=("ab", "abc")).pairs == ((0, 0), (1, 2))


def test_a_repeated_line_is_paired_in_order() -> None:
    pairing = _paired("mục đích / a / yêu cầu / mục đích / b", "mục đích / a / mới / yêu cầu / mục đích / b")
    assert pairing.pairs == ((0, 0), (1, 1), (2, 3), (3, 4), (4, 5))
    assert not pairing.moved


_lines = st.lists(st.sampled_from(["một hai", "hai ba", "ba bốn năm", "sáu", "bảy tám chín mười"]), max_size=7)


@given(_lines, _lines)
def test_no_entry_is_paired_twice(old: list[str], new: list[str]) -> None:
    codes = WordCodes()
    sides = [[Signs((line,), codes.of([line])) for line in lines] for lines in (old, new)]
    pairing = paired(*sides)
    assert len({pair[0] for pair in pairing.pairs}) == len({pair[1] for pair in pairing.pairs}) == len(pairing.pairs)
    stay = [new for old, new in pairing.pairs if old not in pairing.moved]
    assert stay == sorted(stay)
