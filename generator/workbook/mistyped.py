"""Whether a name is another one mistyped: one letter, one mark or one blank away from it, in one of its words."""

from __future__ import annotations

import re
from typing import Final

from rapidfuzz.distance import OSA

from generator.spelling import unmarked
from generator.vietnamese.syllables import is_syllable
from generator.vietnamese.unicode import fold

_WORD: Final = re.compile(r"[^\W_]+")
_COUNTED: Final = re.compile(r"\d|(?=[ivxlc])(?:x{0,3})(?:ix|iv|v?i{0,3})", re.IGNORECASE)
"""Words that tell one of several: a digit, a Roman numeral."""
_OF_A_PLACE: Final = re.compile(r"\b(?:xã|phường|thị trấn|đặc khu|huyện|quận|thôn|tỉnh|thành phố|trường)\b")
"""Behind such a word names of places stand, of which two may differ in a mark."""
_LEAST_LETTERS: Final = 2


def is_mistyped(written: str, meant: str) -> bool:
    """Tell whether ``written`` can be ``meant`` with one slip of the hand; False where both are the same name.

    Case and the place of a tone mark are no difference. A slip is a letter too many, too few or another one, two
    letters exchanged, a mark, or a blank. Words that tell one of several (numbers, A and B) are no slips of each
    other, nor are names of places unless the word is no Vietnamese syllable.
    """
    one, other = fold(written), fold(meant)
    if one == other:
        return False
    if re.sub(r"\W+", "", one) == re.sub(r"\W+", "", other):
        return one.replace(" ", "") == other.replace(" ", "")
    mine, theirs = _WORD.findall(one), _WORD.findall(other)
    differing = [pair for pair in zip(mine, theirs, strict=False) if pair[0] != pair[1]]
    if len(mine) != len(theirs) or len(differing) != 1:
        return False
    return _is_slip(*differing[0], is_place=_is_behind_place(one, differing[0][0]))


def _is_slip(word: str, meant: str, *, is_place: bool) -> bool:
    if min(len(word), len(meant)) < _LEAST_LETTERS or _COUNTED.fullmatch(word) or _COUNTED.fullmatch(meant):
        return False
    if any(map(str.isdigit, word + meant)) or (is_place and is_syllable(word)):
        return False
    return unmarked(word) == unmarked(meant) or OSA.distance(word, meant) == 1


def _is_behind_place(name: str, word: str) -> bool:
    found = _OF_A_PLACE.search(name)
    return found is not None and name.find(word) > found.start()
