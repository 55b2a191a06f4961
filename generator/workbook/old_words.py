"""The old encoding of the words of one cell, told by that cell alone, however short it is: «Rµ so¸t».

`generator.reading.legacy` judges a long text by how many of its words speak for an encoding. A cell has few, so here
each word must do: one that becomes a Vietnamese syllable and holds a sign which no Vietnamese word in Unicode has.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from generator.reading.legacy import encodings_of
from generator.vietnamese.encodings import TCVN3, VNI, from_misread_utf8, from_tcvn3, from_vni
from generator.vietnamese.syllables import is_syllable
from generator.vietnamese.unicode import nfc

_VIETNAMESE: Final = "àáâãèéêìíòóôõùúýăđĩũơư"
"""Letters that may stand in a word of Unicode: they do not speak for an old encoding."""
_ENCODINGS: Final[dict[str, tuple[Callable[[str], str], frozenset[str]]]] = {
    "bảng mã TCVN3 (ABC)": (from_tcvn3, frozenset(TCVN3) - frozenset(_VIETNAMESE + _VIETNAMESE.upper())),
    "bảng mã VNI": (
        from_vni,
        frozenset(sign for unit in VNI for sign in unit if not sign.isascii())
        - frozenset(_VIETNAMESE + _VIETNAMESE.upper()),
    ),
}
_WORD: Final = re.compile(r"[^\W\d_]+(?:[¡-¿×÷][^\W\d_]*)*|[¡-¿×÷]+[^\W\d_]+[^\W_]*")
_UNICODE: Final = re.compile("[\u0103\u0111\u01a1\u01b0\u0102\u0110\u01a0\u01af\u1ea0-\u1ef9]")
_SIGNS: Final = re.compile(
    r"µ[^iouyn]|[a-z][×÷][a-z]"  # a millionth of a unit; letters multiplied or divided
    r"|.*[^\W\d_][©®ª°²³¹º]|[©®§¶]\w*(?<![^\W\d_]{2})",  # a mark behind a word, or before one letter
    re.IGNORECASE,
)
"""Words with a sign that means itself."""
_LOST_BYTE: Final = re.compile("Ã(?= |$)")
_MISREAD: Final = "UTF-8 bị đọc nhầm bảng mã"
_PIECE: Final = re.compile(r"[^\W\d_]+")
_ENOUGH: Final = 2
"""Words that tell together where none of them does alone, or where Unicode stands in the cell too."""


def old_encodings(texts: Sequence[str]) -> list[str | None]:
    """Return the name of the old encoding of each cell of a book; None for Unicode.

    A cell that alone tells nothing is taken for what other cells are found to be in, if its words can be so.
    """
    told = [old_encoding(text) for text in texts]
    present = {name for name in told if name in _ENCODINGS}
    joint = encodings_of(texts)
    for place, text in enumerate(texts):
        if told[place] is None:
            told[place] = joint[place] or next((name for name in present if _may_be_in(text, name)), None)
    return told


def old_encoding(text: str) -> str | None:
    """Return the name of the old encoding of a cell by itself; None for Unicode and for words of other languages."""
    composed = nfc(text)
    if composed.isascii():
        return None
    if _is_misread(composed):
        return _MISREAD
    words, mixed = _words(composed), bool(_UNICODE.search(composed))
    weights = {name: _weight(words, *way, mixed=mixed) for name, way in _ENCODINGS.items()}
    best = max(weights, key=lambda name: weights[name])
    return best if weights[best] > 0 else None


def _words(text: str) -> list[str]:
    """Return the words of a text that an old encoding may have made."""
    words = [word.strip("«»") for word in _WORD.findall(text)]
    return [word for word in words if len(word) > 1 and not word.isascii() and not _SIGNS.fullmatch(word)]


def _may_be_in(text: str, name: str) -> bool:
    """Tell whether every word that is no Vietnamese one as it stands is one in this encoding, and there is any."""
    composed = nfc(text)
    change, _ = _ENCODINGS[name]
    strange = [word for word in _words(composed) if not is_syllable(word)]
    return bool(strange) and not _UNICODE.search(composed) and all(is_syllable(change(word)) for word in strange)


def _weight(words: Iterable[str], change: Callable[[str], str], signs: frozenset[str], *, mixed: bool) -> int:
    """Return how much words speak for an encoding; 0 where it is not told.

    One word with a sign that no Vietnamese word has is enough, or two that are no syllable as they stand; with
    Unicode beside them two with such a sign.
    """
    strange = [word for word in words if not is_syllable(word) and not _is_abbreviation(change(word))]
    speaking = [word for word in strange if is_syllable(change(word))]
    sure = [word for word in speaking if signs.intersection(word) or _has_inner_capital(word)]
    others = len(strange) - len(speaking)
    odd = sum(bool(signs.intersection(word)) for word in strange) - len(sure) if mixed else others
    told = len(sure) >= _ENOUGH if mixed else bool(sure) or len(speaking) >= _ENOUGH
    weight = len(sure) + len(speaking) - 2 * max(0, odd)
    return weight if told and 2 * odd < len(speaking) else 0


def _has_inner_capital(word: str) -> bool:
    """Tell whether a capital with a mark stands behind a small letter, as in TCVN3: «tiÕng»."""
    return any(one.islower() and other.isupper() for one, other in zip(word, word[1:], strict=False))


def _is_abbreviation(word: str) -> bool:
    return word.isupper() and not is_syllable(word)


def _is_misread(text: str) -> bool:
    """Tell whether signs of the text come out together as Vietnamese words."""
    probe = _LOST_BYTE.sub("", text)
    new = from_misread_utf8(probe)
    changed = set(_PIECE.findall(new)) - set(_PIECE.findall(probe))
    return new != probe and bool(changed) and all(is_syllable(word) or word.isupper() for word in changed)
