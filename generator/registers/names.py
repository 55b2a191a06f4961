"""Names in a text, word by word: the words with their places, and the tree in which names are looked up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from generator.vietnamese.unicode import fold

T = TypeVar("T")

_PIECE = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+|[^\w\s]|_")
_DASHES = {"–": "-", "—": "-", "−": "-"}
_SHORT_FORMS = {
    "ubnd": ("ủy ban nhân dân",),
    "hđnd": ("hội đồng nhân dân",),
    "thpt": ("trung học phổ thông",),
    "thcs": ("trung học cơ sở",),
    "gdtx": ("giáo dục thường xuyên",),
    "gdđt": ("giáo dục và đào tạo", "giáo dục & đào tạo", "gd & đt", "gd và đt", "gd - đt"),
    "khcn": ("khoa học và công nghệ", "kh & cn", "kh và cn"),
    "nnmt": ("nông nghiệp và môi trường", "nn & mt", "nn và mt"),
    "vhttdl": ("văn hóa, thể thao và du lịch", "vh, tt & dl", "vh, tt và dl", "vhtt & dl"),
}
"""What every office abbreviates; both ways of writing are one name."""


@dataclass(frozen=True)
class Words:
    """The words and signs of a text, folded, each with its place in the text."""

    text: str
    words: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]

    def __len__(self) -> int:
        return len(self.words)

    def between(self, first: int, last: int) -> str:
        """Return the text from the first of the words up to the last, which is not among them."""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def is_capital(self, place: int) -> bool:
        """Whether the word begins with a capital letter."""
        return place < len(self.words) and self.text[self.starts[place]].isupper()

    def has_capital(self, first: int, last: int) -> bool:
        """Whether one of the words begins with a capital letter."""
        return any(map(self.is_capital, range(first, last)))

    def goes_on(self, place: int) -> bool:
        """Whether a word follows the one before it on the same line, with nothing but blanks between them."""
        if not 0 < place < len(self.words):
            return False
        return self.words[place][0].isalnum() and self.text[self.ends[place - 1] : self.starts[place]] in (
            " ",
            "\u00a0",
        )


def words_of(text: str) -> Words:
    """Return the words and signs of a text, long forms of known abbreviations as one word."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _PIECE.finditer(text):
        if word := fold(match[0]):
            words.append(_DASHES.get(word, word))
            starts.append(match.start())
            ends.append(match.end())
    if not _LONG_FORMS.keys().isdisjoint(words):
        _shorten(words, starts, ends)
    return Words(text, words, starts, ends)


def _shorten(words: list[str], starts: list[int], ends: list[int]) -> None:
    place = 0
    while place < len(words):
        for long, short in _LONG_FORMS.get(words[place], ()):
            last = place + len(long)
            if words[place:last] == long:
                words[place:last], starts[place:last], ends[place:last] = [short], [starts[place]], [ends[last - 1]]
                break
        place += 1


def _long_forms() -> dict[str, list[tuple[list[str], str]]]:
    forms: dict[str, list[tuple[list[str], str]]] = {}
    for short, longs in _SHORT_FORMS.items():
        for long in longs:
            words = [fold(match[0]) for match in _PIECE.finditer(long)]
            forms.setdefault(words[0], []).append((words, short))
    return forms


_LONG_FORMS = _long_forms()


@dataclass(slots=True)
class Node(Generic[T]):
    """A place in the tree of names: what a name that ends here means, and the words that may follow."""

    means: list[T] = field(default_factory=list)
    following: dict[str, Node[T]] = field(default_factory=dict)

    def add(self, name: str, meaning: T) -> None:
        """Put in a name."""
        node = self
        for word in words_of(name).words:
            node = node.following.setdefault(word, Node())
        if meaning not in node.means:
            node.means.append(meaning)

    def path(self, words: Words, first: int, most: int) -> Iterator[Node[T]]:
        """Yield the nodes along the words from a place on, as many as lead on."""
        node: Node[T] | None = self
        for place in range(first, min(first + most, len(words))):
            node = node.following.get(words.words[place]) if node else None
            if node is None:
                return
            yield node

    def names_at(self, words: Words, first: int) -> list[tuple[int, list[T]]]:
        """Return the names that begin at a word, the longest first: the place behind each and what it means."""
        found = [
            (first + length, node.means)
            for length, node in enumerate(self.path(words, first, len(words)), start=1)
            if node.means
        ]
        found.reverse()
        return found
