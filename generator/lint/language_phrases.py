"""Many phrases looked for at once: word by word, whatever their capitals and the place of their tone marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.lint.language_lists import compounds
from generator.lint.language_words import Word, Wording, key_of

_PIECE = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Match:
    """A phrase found."""

    phrase: str
    """As the list has it."""
    place: int
    """Index of its first word."""
    words: tuple[Word, ...]

    @property
    def last(self) -> int:
        """Index of its last word."""
        return self.place + len(self.words) - 1


@dataclass(frozen=True)
class _Entry:
    phrase: str
    keys: tuple[str, ...]
    gaps: tuple[str, ...]


class Phrases:
    """An index of phrases by their first word."""

    def __init__(self, phrases: Iterable[str]) -> None:
        """Take the phrases; of two that begin at one place the longer is found."""
        self._entries: dict[str, list[_Entry]] = {}
        for phrase in phrases:
            pieces = list(_PIECE.finditer(phrase))
            gaps = tuple(phrase[a.end() : b.start()].strip() for a, b in zip(pieces, pieces[1:], strict=False))
            entry = _Entry(phrase, tuple(key_of(one[0]) for one in pieces), gaps)
            self._entries.setdefault(entry.keys[0], []).append(entry)
        for entries in self._entries.values():
            entries.sort(key=lambda one: -len(one.keys))

    def find(self, wording: Wording) -> Iterator[Match]:
        """Yield what is found, in order; blanks between words do not count, other signs do."""
        words = wording.words
        for place, word in enumerate(words):
            for entry in self._entries.get(word.key, ()):
                found = words[place : place + len(entry.keys)]
                if _fits(entry, found, wording, place):
                    yield Match(entry.phrase, place, found)
                    break


def _fits(entry: _Entry, found: tuple[Word, ...], wording: Wording, place: int) -> bool:
    same = len(found) == len(entry.keys) and all(a.key == key for a, key in zip(found, entry.keys, strict=True))
    return same and all(wording.gap(place + one) == gap for one, gap in enumerate(entry.gaps))


def makes_word(wording: Wording, place: int) -> bool:
    """Tell whether the word at a place and the next one make a known word of two syllables."""
    if wording.gap(place):
        return False
    return (wording.words[place].key, wording.words[place + 1].key) in compounds()
