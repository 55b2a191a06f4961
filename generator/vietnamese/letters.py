"""The letters that number điểm: a), b), c), d), đ), e), g) … (NĐ 30, Phụ lục I, II.6đ).

The clause says "chữ cái tiếng Việt theo thứ tự bảng chữ cái tiếng Việt"; the decree's own lists leave out ă, â, ê,
ô, ơ, ư, and f, j, w, z are no Vietnamese letters. What follows "y" is not regulated: here the sequence goes on
with a1, b1 … y1, a2 …, so that no list is ever without a label and each label still shows its place.
"""

from __future__ import annotations

import re

LETTERS = tuple("abcdđeghiklmnopqrstuvxy")

_PLACES = {letter: place for place, letter in enumerate(LETTERS, start=1)}
_LABEL = re.compile(r"([a-zđ])([1-9]\d{0,3})?")


def list_letter(index_from_1: int) -> str:
    """Return the label of the point at this place, without the bracket: 1 is "a", 5 "đ", 23 "y", 24 "a1"."""
    if index_from_1 < 1:
        raise ValueError(f"thứ tự của điểm phải từ 1 trở lên, không thể là {index_from_1}")
    turn, place = divmod(index_from_1 - 1, len(LETTERS))
    return LETTERS[place] + (str(turn) if turn else "")


def letter_index(letter: str) -> int | None:
    """Return the place of a lower-case label, from 1; None for what labels no point ("f", "ă", "A", "ab", "")."""
    match = _LABEL.fullmatch(letter)
    if not match or match[1] not in _PLACES:
        return None
    return _PLACES[match[1]] + len(LETTERS) * int(match[2] or 0)
