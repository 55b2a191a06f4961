"""The words of a cell of a table: its lines, those that only wrap put together.

A clerk ends a line in a cell to begin another product or another unit, but also to wrap a long name by hand. Only a
line that begins something of its own stays one; a text with such lines holds line breaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.reading import cues
from generator.reading.labels import labels_of

_GOES_ON = re.compile(r"[(),;.:/%]|[\d/.]+\b(?!\W*\w)|\d{1,2}/\d")
"""What begins no line of its own: a mark, a bracket, a lone figure or date."""
_WANTS_MORE = re.compile(
    r"(?:[,(/&+]|[-–]|(?<!\w)(?:và|hoặc|của|cho|với|về|các|những|tại|theo|trong|từ|đến|do|để|thuộc|giữa|bằng|bởi|là))$",
    re.IGNORECASE,
)
"""What no line ends with that is whole."""
_WANTS_NUMBER = re.compile(r"(?<!\w)(?:ngày|tháng|quý|năm|số)$", re.IGNORECASE)
_NUMBER = re.compile(r"\d|[IVX]+\b")


def cell_text(lines: Iterable[str]) -> str:
    """Return the words of a cell, a line break where a line begins something of its own; empty lines are left out."""
    text = before = ""
    for line in filter(None, (line.strip() for line in lines)):
        if text:
            text += " " if _runs_on(before, line) else "\n"
        text, before = text + line, line
    return text


def flat(cell: str) -> str:
    """Return the words of a cell on one line."""
    return " ".join(cell.split("\n"))


def _runs_on(before: str, line: str) -> bool:
    """Tell whether a line is the rest of the one before it."""
    if cues.ends_sentence(before) or labels_of(line):
        return False
    if _WANTS_NUMBER.search(before) and _NUMBER.match(line):
        return True
    return cues.starts_small(line) or _GOES_ON.match(line) is not None or _WANTS_MORE.search(before) is not None
