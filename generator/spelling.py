"""Comparison of words as people type them, without case and marks; and the suggestion «ý bạn là …?»."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping

from rapidfuzz import fuzz, process

_LIKELY = 65.0
"""Least similarity (0-100) at which a suggestion helps more than it misleads."""


def unmarked(text: str) -> str:
    """Return the text in small letters without marks, with single spaces: ``Tờ  trình`` becomes ``to trinh``.

    Both spellings of a tone mark (thỏa, thoả), composed and decomposed letters, and ``_`` for a space fall
    together.
    """
    decomposed = unicodedata.normalize("NFD", text.casefold().replace("đ", "d").replace("_", " "))
    return " ".join("".join(char for char in decomposed if not unicodedata.combining(char)).split())


def closest(word: str, names: Iterable[str], titles: Mapping[str, str] | None = None) -> str | None:
    """Return the name most like the word, or None when none is near.

    ``titles`` maps what else a person may type, as a Vietnamese title, to the name it stands for.
    """
    typed = {unmarked(title): name for title, name in (titles or {}).items()}
    typed |= {unmarked(name): name for name in names}
    match = process.extractOne(unmarked(word), list(typed), scorer=fuzz.ratio, score_cutoff=_LIKELY)
    return typed[match[0]] if match else None


def suggestion(word: str, names: Iterable[str], titles: Mapping[str, str] | None = None) -> str | None:
    """Return the hint ``ý bạn là «…»?``, or None when no name is near the word."""
    name = closest(word, names, titles)
    return None if name is None else f"ý bạn là «{name}»?"
