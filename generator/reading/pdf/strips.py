"""The strips of text that a file holds, in reading order: rows of a page, or the part of a row in one column."""

from __future__ import annotations

from dataclasses import dataclass

from generator.reading.lines import Line, Style
from generator.reading.pdf.rows import Row, Word

_ASIDE = 8.0
"""Points by which the middle of a centred line may miss that of the text."""
_INSET = 18.0
"""Points that a centred line stays away from both margins."""


@dataclass(frozen=True)
class Area:
    """The edges between which running text stands on a page."""

    left: float
    right: float

    @property
    def width(self) -> float:
        """The width of a full line."""
        return self.right - self.left


@dataclass(frozen=True)
class Strip:
    """One piece of text as it was printed on one line."""

    row: Row
    area: Area
    columned: bool = False
    """Whether it stands in one of two columns, so that the edges of the text do not bound it."""

    @property
    def page(self) -> int:
        """The page on which it stands."""
        return self.row.page

    @property
    def indent(self) -> float:
        """How far it begins to the right of the text's left edge."""
        return self.row.x0 - self.area.left

    @property
    def width(self) -> float:
        """Its own width."""
        return self.row.x1 - self.row.x0

    @property
    def first_word(self) -> Word:
        """The word that might have stood at the end of the line above."""
        return self.row.words[0]

    @property
    def centred(self) -> bool:
        """Whether it stands in the middle, away from both edges."""
        left, right = self.indent, self.area.right - self.row.x1
        return min(left, right) > _INSET and abs(left - right) < 2 * _ASIDE

    @property
    def room(self) -> float:
        """The width of its column, where it is centred in one: as far as to the nearer edge of the text, twice."""
        middle = self.row.middle
        return 2 * min(middle - self.area.left, self.area.right - middle)

    @property
    def alignment(self) -> str | None:
        """How it is set, as far as one line shows it."""
        if self.columned:
            return None
        if self.centred:
            return "center"
        ragged = self.area.right - self.row.x1 > _ASIDE
        return "right" if self.indent > self.area.width / 2 and not ragged else None if ragged else "justify"

    def line(self, number: int, gap: int) -> Line:
        """Return the strip as a line of the file with its running number."""
        style = Style(self.row.bold, self.row.italic, round(self.row.size * 2) / 2, self.alignment)
        return Line(self.row.text, (number,), self.page, gap, style=style)
