"""Where a Vietnamese syllable bears its tone mark: places that no school allows, and the two schools (hòa, hoà)."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_SHAPE = re.compile(r"(?P<onset>[^aăâeêioôơuưy]*)(?P<vowels>[aăâeêioôơuưy]+)(?P<coda>[^aăâeêioôơuưy]*)")
_SCHOOLS = {"oa", "oe", "uy"}
"""Rimes without a last sound whose tone the old school puts on the first, the new school on the second vowel."""
_MARKED = "ăâêôơư"


class School(StrEnum):
    """Which of the two ways a syllable follows."""

    OLD = "hòa, thủy"
    NEW = "hoà, thuỷ"


@lru_cache(maxsize=20_000)
def retoned(word: str) -> str | None:
    """Return the word with its tone mark on the vowel that bears it; None where it stands right or cannot be told."""
    parsed = _parsed(word)
    if parsed is None:
        return None
    letters, tone, at, start, vowels, coda = parsed
    right = _bearer(vowels, coda)
    if right is None or vowels in _SCHOOLS and not coda or at == start + right:
        return None
    return _written(letters, tone, start + right, word)


@lru_cache(maxsize=20_000)
def school_of(word: str) -> School | None:
    """Return the school of a syllable that tells it; None for every other word."""
    parsed = _parsed(word)
    if parsed is None or parsed[4] not in _SCHOOLS or parsed[5]:
        return None
    return School.OLD if parsed[2] == parsed[3] else School.NEW


def _parsed(word: str) -> tuple[str, str, int, int, str, str] | None:
    """Return letters without tone, the tone, its place, the place of the vowels, vowels, coda."""
    plain, tone, at = "", "", -1
    for character in unicodedata.normalize("NFC", word.casefold()):
        parts = unicodedata.normalize("NFD", character)
        marks = [one for one in parts if one in _TONES]
        if marks and tone:
            return None
        if marks:
            tone, at = marks[0], len(plain)
        plain += unicodedata.normalize("NFC", "".join(one for one in parts if one not in _TONES))
    if not tone:
        return None
    onset = 2 if re.match(r"qu[aăâeêiơy]|gi[aăâeêoôơuư]", plain) else 0
    shape = _SHAPE.fullmatch(plain[onset:])
    if shape is None or (onset and shape["onset"]):
        return None
    return plain, tone, at, onset + shape.start("vowels"), shape["vowels"], shape["coda"]


def _bearer(vowels: str, coda: str) -> int | None:
    """Return which vowel bears the tone."""
    if len(vowels) == 1:
        return 0
    marked = [place for place, vowel in enumerate(vowels) if vowel in _MARKED]
    if marked:
        return marked[-1]
    if coda:
        return len(vowels) - 1
    return 1 if len(vowels) == 3 else 0


def _written(letters: str, tone: str, place: int, model: str) -> str:
    """Return letters with the tone at a place, capitals as the model has them."""
    text = unicodedata.normalize("NFC", letters[: place + 1] + tone + letters[place + 1 :])
    if model.isupper():
        return text.upper()
    return text[:1].upper() + text[1:] if model[:1].isupper() else text
