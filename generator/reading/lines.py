"""The lines that every format reader gives and every later step of reading takes.

A format reader (text now; Word, PDF and others beside it) turns its bytes into `Line` values and nothing else. All
that comes after — components, outline, tables — is shared and sees only lines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from generator.diagnostics import Place

_GUTTER = re.compile(r"\s*\t\s*|\s{3,}(?![\s/\d]|tháng\b|năm\b)")
"""What parts two columns; not the room left in "Số:      /KH" and "ngày      tháng"."""


@dataclass(frozen=True)
class RawLine:
    """A line of the file with its spaces."""

    number: int
    text: str
    feeds: int = 0
    """Form feeds in it: so many pages begin with it."""

    @property
    def pieces(self) -> tuple[str, ...]:
        """The words on both sides of each gutter, empty ones left out."""
        return tuple(piece for piece in _GUTTER.split(self.text.strip()) if piece)


@dataclass(frozen=True)
class Style:
    """What a format tells about the look of a line; None where it tells nothing, as plain text always does."""

    bold: bool | None = None
    italic: bool | None = None
    size: float | None = None
    """Font size in points."""
    alignment: str | None = None
    """left, center, right or justify."""
    list_level: int | None = None
    """Depth of an automatic list, from 0."""


class Span(NamedTuple):
    """How many columns and rows of its table a cell takes; 0 and 0 for a place that another cell covers."""

    columns: int = 1
    rows: int = 1


@dataclass(frozen=True)
class Line:
    """One line of a document: a physical one as it was read, or a logical one rejoined from several."""

    text: str
    """Words of the line, cleaned; the cells of a table row joined by tabs."""
    numbers: tuple[int, ...] = ()
    """Numbers of the source lines, from 1, in order."""
    page: int = 1
    gap: int = 0
    """Blank lines before it in the source."""
    cells: tuple[str, ...] = ()
    """The cells when the line is a row of a table, a line break between their lines; empty otherwise."""
    style: Style = field(default_factory=Style)
    spans: tuple[Span, ...] = ()
    """The span of each cell, where the format tells it."""
    bold: tuple[bool, ...] = ()
    """Whether each cell is bold as a whole, where the format tells it."""
    whole: bool = False
    """Whether the reader of the format has joined what page breaks cut, so that the row is no part of another."""
    table: int | None = None
    """The number of the table that a row belongs to, where the format tells tables apart."""
    widths: tuple[float, ...] = ()
    """The widths of the columns of its table in points, where the format tells them."""

    @property
    def first(self) -> int | None:
        """The number of the first source line; None when the format counts no lines."""
        return self.numbers[0] if self.numbers else None

    def joined(self, following: Line, glue: str) -> Line:
        """Return this line with the next one's words after it, its numbers added; place and style stay."""
        return replace(self, text=self.text + glue + following.text, numbers=self.numbers + following.numbers)


@dataclass(frozen=True)
class Passage:
    """Words of a component with the source lines that they stand on."""

    text: str
    lines: tuple[int, ...] = ()

    @classmethod
    def of(cls, line: Line) -> Passage:
        """Return the words and place of a line."""
        return cls(line.text, line.numbers)


QUOTED = 80
"""How many characters of a passage a diagnostic quotes when the rest of it is kept elsewhere."""


def shortened(text: str, limit: int = QUOTED) -> str:
    """Return the beginning of a text for a quote: whole words, and "…" where it was cut."""
    if len(text) <= limit:
        return text
    words, gap, _ = text[: limit + 1].rpartition(" ")
    return (words if gap else text[:limit]).rstrip() + "…"


def place_of(piece: Line | Passage, part: str | None = None, *, whole: bool = False) -> Place:
    """Return where a line or passage stands; `whole` quotes all its words, for what is kept nowhere else."""
    numbers = piece.numbers if isinstance(piece, Line) else piece.lines
    quote = piece.text if whole else shortened(piece.text)
    return Place(line=numbers[0] if numbers else None, part=part, quote=quote or None)
