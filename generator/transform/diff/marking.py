"""Two texts as one, the words that only one of them has marked: word by word, blanks and punctuation apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from rapidfuzz.distance import Indel

from generator.transform.diff.sameness import same_word

_TOKEN: Final = re.compile(r"\d+(?:[.,/]\d+)*|[^\W_]+|\s+|[\W_]")
_UNLIKE: Final = 0.25
"""Below this share of common words the whole texts stand against each other."""
_ISLAND: Final = 1
"""So many words left alone between changes are taken into them: scattered words are hard to read."""


class MarkKind(StrEnum):
    """Which of the two texts has the words."""

    EQUAL = "equal"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True)
class Mark:
    """A stretch of words."""

    kind: MarkKind
    words: str


def marked(old: str, new: str) -> tuple[Mark, ...]:
    """Return both texts as one: what is equal or removed makes up the old one, what is equal or added the new one.

    Of words that are equal but for their look (another dash, another blank) the new ones are given. No stretch is
    empty; two empty texts give none.
    """
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    keys = [*map(same_word, before)], [*map(same_word, after)]
    if Indel.normalized_similarity(*keys) < _UNLIKE:
        return _joined([Mark(MarkKind.REMOVED, old), Mark(MarkKind.ADDED, new)])
    pieces: list[tuple[str, str, bool]] = []
    for code in Indel.opcodes(*keys):
        texts = "".join(before[code.src_start : code.src_end]), "".join(after[code.dest_start : code.dest_end])
        pieces.append((*texts, code.tag == "equal"))
    return _joined(mark for piece in _settled(pieces) for mark in _marks(piece))


def _settled(pieces: Sequence[tuple[str, str, bool]]) -> list[tuple[str, str, bool]]:
    """Return the pieces, what is equal but too short to stand alone taken into the changes on both sides of it."""
    made: list[tuple[str, str, bool]] = []
    merged = _merged(pieces)
    for place, (old, new, equal) in enumerate(merged):
        island = equal and 0 < place < len(merged) - 1 and not _stands_alone(new)
        made.append((old, new, equal and not island))
    return _merged(made)


def _stands_alone(text: str) -> bool:
    """Tell whether an equal stretch is worth showing between two changes."""
    if any(character.isdigit() for character in text):
        return True
    words = [token for token in _TOKEN.findall(text) if token[0].isalpha()]
    return len(words) > _ISLAND


def _merged(pieces: Iterable[tuple[str, str, bool]]) -> list[tuple[str, str, bool]]:
    made: list[tuple[str, str, bool]] = []
    for old, new, equal in pieces:
        if made and made[-1][2] == equal:
            made[-1] = made[-1][0] + old, made[-1][1] + new, equal
        else:
            made.append((old, new, equal))
    return made


def _marks(piece: tuple[str, str, bool]) -> tuple[Mark, ...]:
    old, new, equal = piece
    return (Mark(MarkKind.EQUAL, new),) if equal else (Mark(MarkKind.REMOVED, old), Mark(MarkKind.ADDED, new))


def _joined(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    return tuple(mark for mark in marks if mark.words)
