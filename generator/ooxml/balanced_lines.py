"""Centred lines that break where it costs least: each within the column, about as long as the others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator.ooxml.font_widths import text_width, wrap

_ONE_MORE_LINE, _LONE_WORD = 0.5, 0.4
_FURTHER_LINES = 3
"""How many more lines than needed a text may take to end them between phrases."""


class Face(NamedTuple):
    """A face of Times New Roman in a size in points."""

    size: float
    bold: bool = False
    italic: bool = False

    def width(self, text: str) -> float:
        """Return the width of a line in mm."""
        return text_width(text, self.size, bold=self.bold, italic=self.italic)


class _Way(NamedTuple):
    """The best way found to set the words up to a place, and where its last line begins."""

    cost: float
    start: int


def balanced(words: Sequence[str], costs: Sequence[float], width: float, face: Face) -> list[str]:
    """Return the lines of a text in a column of a width in mm.

    ``costs`` tell what a break after each word but the last costs, 0 nothing and 1 as much as a line that is a whole
    column too short. Without a way in which every line fits, the text is one line for the reader's program to break.
    """
    text = " ".join(words)
    if face.width(text) <= width:
        return [text]
    least = len(wrap(text, width, face.size, bold=face.bold, italic=face.italic))
    ways = (_in_lines(words, costs, count, width, face) for count in range(least, least + _FURTHER_LINES + 1))
    found = [(cost + _ONE_MORE_LINE * more, lines) for more, way in enumerate(ways) if way for cost, lines in [way]]
    return min(found)[1] if found else [text]


def _in_lines(
    words: Sequence[str], costs: Sequence[float], count: int, width: float, face: Face
) -> tuple[float, list[str]] | None:
    """Return the best way to set the words in so many lines, with its cost; None when they do not fit."""
    lengths = [face.width(word) for word in words]
    space = face.width(" ")
    wanted = (sum(lengths) + space * (len(words) - count)) / count
    rows: list[list[_Way | None]] = [[_Way(0.0, 0), *[None] * len(words)]]
    for _ in range(count):
        rows.append([_best(rows[-1], end, lengths, space, (wanted, width), costs) for end in range(len(words) + 1)])
    last = rows[-1][-1]
    return None if last is None else (last.cost, _lines(rows, words))


def _best(
    before: Sequence[_Way | None],
    end: int,
    lengths: Sequence[float],
    space: float,
    room: tuple[float, float],
    costs: Sequence[float],
) -> _Way | None:
    """Return the best way in which a line ends before the word at ``end``; ``room``: length wanted and allowed."""
    wanted, allowed = room
    found: list[_Way] = []
    length = -space
    for start in reversed(range(end)):
        length += lengths[start] + space
        if length > allowed:
            break
        way = before[start]
        if way is not None:
            uneven = ((length - wanted) / allowed) ** 2 + _LONE_WORD * (end - start == 1)
            found.append(_Way(way.cost + uneven + (costs[end - 1] if end <= len(costs) else 0.0), start))
    return min(found, default=None)


def _lines(rows: Sequence[Sequence[_Way | None]], words: Sequence[str]) -> list[str]:
    lines: list[str] = []
    end = len(words)
    for row in reversed(rows[1:]):
        way = row[end]
        start = way.start if way else 0
        lines.append(" ".join(words[start:end]))
        end = start
    return lines[::-1]
