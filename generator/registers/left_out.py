"""Which of the units that a text names it leaves out: trừ …, không bao gồm …"""

from __future__ import annotations

from collections.abc import Sequence

from generator.registers.mention import Hit
from generator.registers.names import Words

_EXCEPTIONS = (("trừ",), ("không", "bao", "gồm"), ("không", "gồm"), ("không", "kể"), ("không", "tính"))
_NO_EXCEPTIONS = frozenset(("loại", "khấu", "miễn", "giảm", "diệt"))
"""Words that make another word of «trừ» behind them: loại trừ, khấu trừ."""
_GOES_ON = frozenset(
    (",", "và", ":", "các", "đối", "với", "riêng", "cả", "(", "thủ", "trưởng", "đơn", "vị", "cơ", "quan")
)
"""What may stand between «trừ» and the units that it leaves out."""


def left_out(words: Words, hits: Sequence[Hit]) -> set[int]:
    """Return the numbers of the hits that the text leaves out.

    What «trừ» leaves out ends with the bracket, with a semicolon or full stop, and without brackets where a class
    follows a unit left out: "trừ Sở Y tế, UBND các xã".
    """
    if not hits or not any(cue[0] in words.words for cue in _EXCEPTIONS):
        return set()
    begins = {hit.first: number for number, hit in enumerate(hits)}
    found: set[int] = set()
    place, depth, is_out, count = 0, 0, False, 0
    while place < len(words):
        word = words.words[place]
        number = begins.get(place)
        if number is not None:
            is_out = is_out and not (count and hits[number].unit_class and not depth)
            count += is_out
            found |= {number} if is_out else set()
            place = hits[number].last
            continue
        depth += (word == "(") - (word == ")")
        if length := _exception(words, place):
            is_out, count = True, 0
        elif word not in _GOES_ON:
            is_out = False
        place += length or 1
    return found


def _exception(words: Words, place: int) -> int:
    """Return the number of words of an exception that begins at a place; 0 where none does."""
    if place and words.words[place - 1] in _NO_EXCEPTIONS:
        return 0
    for cue in _EXCEPTIONS:
        if tuple(words.words[place : place + len(cue)]) == cue:
            return len(cue)
    return 0
