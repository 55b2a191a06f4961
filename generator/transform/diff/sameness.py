"""When two texts say the same: whatever the way of the file, from data, Word or PDF.

Blanks, kinds of dashes and quotation marks, the place of tone marks («hoà», «hòa») and the mark that ends a line tell
nothing; capitals do, but where a line is printed in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import Indel

from generator.vietnamese.unicode import clean, fold, words

_LOOKS: Final = str.maketrans({"–": "-", "—": "-", "−": "-", "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'"})
_TOKEN: Final = re.compile(r"[^\W_]+|[^\w\s]|_")
_END: Final = re.compile(r"[\s;,.:/]+$")
_GAP: Final = re.compile(r"\[CẦN BỔ SUNG: [^\]]*\]")
_FIRST_CODE: Final = 0x4E00


@lru_cache(maxsize=50_000)
def same_key(text: str, *, capitals: bool = False) -> str:
    """Return what is equal for texts that say the same; ``capitals`` for one whose case print decides.

    Empty for the visible mark of a missing field, as for no text.
    """
    text = clean(_GAP.sub("", text)).translate(_LOOKS)
    joined = " ".join(_TOKEN.findall(without_end(text)))
    folded = fold(joined)
    if capitals or len(folded) != len(joined):
        return folded
    return "".join(one.upper() if own.isupper() else one for one, own in zip(folded, joined, strict=True))


def without_end(text: str) -> str:
    """Return a text without the marks that end it, which print sets by the place of a line."""
    return _END.sub("", text)


@lru_cache(maxsize=50_000)
def same_word(token: str) -> str:
    """Return what is equal for words, blanks or marks that a reader takes for the same."""
    return " " if token.isspace() else token.translate(_LOOKS)


class WordCodes:
    """Texts as strings with one letter for each word, so that their likeness is that of their words, told fast."""

    def __init__(self) -> None:
        self._codes: dict[str, str] = {}

    def of(self, texts: Iterable[str]) -> str:
        """Return the words of texts in code, case and punctuation left out."""
        found = (word for text in texts for word in words(fold(text)))
        return "".join(self._codes.setdefault(word, chr(_FIRST_CODE + len(self._codes))) for word in found)


def likeness(one: str, other: str, least: float = 0.0) -> float:
    """Return the share of common words in order of two coded texts, 0 to 1; 0 where it is below ``least``."""
    return Indel.normalized_similarity(one, other, score_cutoff=least)
