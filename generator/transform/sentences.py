"""Sentences of the rules with their placeholders filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from generator.vietnamese.marks import escape

_WORDS: Final = re.compile(r"\w+")


def filled(sentence: str, words: Mapping[str, object]) -> str:
    """Return a sentence with the words in its placeholders, its first letter a capital.

    ``task`` is running text with marks already; all other words are plain. What is no text stands as it formats itself.
    """
    values = {
        name: escape(value) if isinstance(value, str) and name != "task" else value for name, value in words.items()
    }
    text = sentence.format_map(values)
    return text[0].upper() + text[1:]


def lowered(text: str) -> str:
    """Return a text that goes on a sentence: with a small first letter, but for a name or a short form.

    A name has a second word with a capital, a short form a second capital.
    """
    first, *others = _WORDS.findall(text)[:2] or [""]
    is_name = any(one[0].isupper() for one in others) or any(letter.isupper() for letter in first[1:])
    return text if is_name or not text[:1].isupper() else text[0].lower() + text[1:]
