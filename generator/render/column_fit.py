"""How wide the columns of a table are: the shares of its layout, but no column narrower than its longest word.

A word is what stands between blanks, so that a number such as 15/KH-SGDĐT is one; where the page has no room for that,
its pieces between hyphens and slashes count, at which Word may break it. No column asks for more than `most_asked`: an
address on the web is broken anywhere rather than that it takes the room of the other columns.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from generator.ooxml.balanced_lines import Face
from generator.ooxml.wml import twips

_SLACK = 0.6
"""Millimetres more than the longest word, for the rounding of other programs."""
_MOST_ASKED = 40.0
"""Millimetres: longer than any number and day, and than the names of bodies that stand in a symbol."""
_PIECE = re.compile(r"(?:[^-/]|[-/]+(?=\d))+[-/]*|[-/]+")
"""Before a figure no line is broken (UAX 14, LB25): I/2027 and 30/11/2027 are one piece."""
_MARKS = re.compile(r"[*\\]+")


class _WordWidths(dict[str, float]):
    """The widths in mm of words in one face, kept for words that come again in every document."""

    _MOST = 20000

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, word: str) -> float:
        if len(self) >= self._MOST:
            self.clear()
        self[word] = found = self._face.width(_MARKS.sub("", word))
        return found


@lru_cache(32)
def _widths_in(face: Face) -> _WordWidths:
    return _WordWidths(face)


def words_of(texts: Iterable[str]) -> set[str]:
    """Return the different words of texts, their marks included."""
    return set(" ".join(texts).split())


def pieces_of(words: Iterable[str]) -> set[str]:
    """Return the pieces of words into which Word may break them."""
    return {piece for word in words for piece in _PIECE.findall(word)}


def need(words: Collection[str], face: Face, padding: int) -> int:
    """Return the twips that a column takes for its longest word; only the cells' margins, ``padding``, for none."""
    longest = max(map(_widths_in(face).__getitem__, words), default=0.0)
    return padding + (twips(longest + _SLACK) if words else 0)


def most_asked(width: int, count: int) -> int:
    """Return the most that one of so many columns may ask of a table: a like part of its width and a half more.

    It is 40 mm at least. All lengths are in twips.
    """
    return max(twips(_MOST_ASKED), width * 3 // (2 * max(count, 1)))


def column_widths(shares: Sequence[float], width: int) -> tuple[int, ...]:
    """Return whole twips in the proportion of the shares that add up to the width."""
    total = sum(shares)
    edges = [round(width * sum(shares[:count]) / total) for count in range(len(shares) + 1)]
    return tuple(right - left for left, right in zip(edges, edges[1:], strict=False))


def fitted_widths(shares: Sequence[float], width: int, needs: Iterable[Sequence[int]]) -> tuple[int, ...]:
    """Return column widths in twips that add up to the width, each at least as wide as it needs.

    ``needs`` are the wants of each column, those that are dearest first, each up to `most_asked`; the first ones that
    fit are met, and no others asked for. When none do, the smallest wants of the last are met and the other columns are
    equally wide.
    """
    widths = column_widths(shares, width)
    asked: Sequence[int] = widths
    most = most_asked(width, len(shares))
    for asked in needs:
        wanted = [min(want, most) for want in asked]
        if all(own >= least for own, least in zip(widths, wanted, strict=True)):
            return widths
        if sum(wanted) <= width:
            return _widened(shares, width, wanted)
    return column_widths(_capped(asked, width), width)


def _capped(wanted: Sequence[int], width: int) -> list[float]:
    """Return the wants, the greatest of them cut to one length at which all have room."""
    rest, met = float(width), list(wanted)
    for place, least in enumerate(sorted(wanted)):
        share = rest / (len(wanted) - place)
        if least > share:
            return [min(want, share) for want in met]
        rest -= least
    return [float(want) for want in met]


def _widened(shares: Sequence[float], width: int, wanted: Sequence[int]) -> tuple[int, ...]:
    """Return the widths in which columns that are too narrow have what they want and the others share the rest."""
    narrow: set[int] = set()
    while True:
        rest = width - sum(wanted[place] for place in narrow)
        total = sum(share for place, share in enumerate(shares) if place not in narrow)
        own = [wanted[place] if place in narrow else rest * share / total for place, share in enumerate(shares)]
        more = {place for place, length in enumerate(own) if length < wanted[place]} - narrow
        if not more:
            return _whole(own, wanted, width)
        narrow |= more


def _whole(lengths: Sequence[float], wanted: Sequence[int], width: int) -> tuple[int, ...]:
    """Return whole twips that add up to the width; what rounding down leaves goes to the widest column."""
    made = [max(math.floor(length), least) for length, least in zip(lengths, wanted, strict=True)]
    made[made.index(max(made))] += width - sum(made)
    return tuple(made)
