"""Roman numerals of phần, chương, mục and quarters (NĐ 30, Phụ lục I, II.6d and II.6đ)."""

from __future__ import annotations

import re
from functools import lru_cache

_STEPS = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_CANONICAL = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_VALUES = {"M": 1000, "D": 500, "C": 100, "L": 50, "X": 10, "V": 5, "I": 1}


@lru_cache(256)
def roman(n: int) -> str:
    """Return the number in capital Roman numerals; ValueError outside 1 to 3999."""
    if not 1 <= n <= 3999:
        raise ValueError(f"số La Mã chỉ viết được từ 1 đến 3999, không viết được {n}")
    written = ""
    for value, sign in _STEPS:
        count, n = divmod(n, value)
        written += sign * count
    return written


def parse_roman(text: str) -> int | None:
    """Return the value of a numeral in canonical form; None for anything else ("IIII", "iv", "Việt", "")."""
    if not text or not _CANONICAL.fullmatch(text):
        return None
    values = [_VALUES[sign] for sign in text]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))
