"""A text without its long runs of spaces, and the way back from its places to those of the text as it stands.

Text out of PDF files and drafts has runs of any length; patterns with several optional spaces in a row would need a
time that grows with the square of the run, or worse.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

_LONG_RUN = re.compile(r"(?<=\s\s)\s+")


@dataclass(frozen=True)
class NarrowText:
    """The text with no more than two spaces together: as many as tell a blank to fill in from a space."""

    text: str
    edges: tuple[int, ...]
    """Places of this text at which something is left out."""
    left_out: tuple[int, ...]
    """How many characters are left out up to each edge, this one included."""

    @classmethod
    def of(cls, wide: str) -> NarrowText:
        """Return the narrow form of a text."""
        edges, left_out, lost = [], [], 0
        for match in _LONG_RUN.finditer(wide):
            edges.append(match.start() - lost)
            lost += len(match[0])
            left_out.append(lost)
        return cls(_LONG_RUN.sub("", wide), tuple(edges), tuple(left_out))

    def wide_place(self, place: int) -> int:
        """Return the place in the wide text of the character that stands here."""
        at = bisect_right(self.edges, place)
        return place + (self.left_out[at - 1] if at else 0)
