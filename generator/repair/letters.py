"""The letters of the paragraphs of a part: what a repair must leave as it was."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import normalize

from generator.ooxml.formatting.markup import Element, W
from generator.vietnamese.unicode import clean

_TEXTS = (W + "t", W + "delText")
_WIDE = {code: normalize("NFKC", chr(code)) for code in (*range(0xFB00, 0xFB07), *range(0xFF01, 0xFF5F))}
"""Ligatures and letters of full width, which mean the same as plain ones."""


def plain(text: str) -> str:
    """Return the text composed, with plain letters for ligatures, letters of full width and look-alikes."""
    return clean(text.translate(_WIDE))


def letters_of(text: str) -> str:
    """Return the text without blanks and without what nobody sees, composed."""
    return "".join(plain(text).split())


def paragraph_letters(root: Element) -> Iterator[tuple[Element, str]]:
    """Yield the paragraphs of a part with their letters, those of deleted text too, not those of paragraphs inside."""
    found: dict[Element, list[str]] = {paragraph: [] for paragraph in root.iter(W + "p")}
    for node in root.iter(*_TEXTS):
        holder = next(node.iterancestors(W + "p"), None)
        if holder is not None:
            found[holder].append(node.text or "")
    return ((paragraph, letters_of("".join(texts))) for paragraph, texts in found.items())
