"""Names and subjects with the line breaks of a centred column: between phrases, in lines of about one length."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.model.readiness import placeholder
from generator.ooxml.balanced_lines import Face, balanced
from generator.vietnamese.marks import plain
from generator.vietnamese.phrases import break_costs

SLACK = 0.8
"""Millimetres of a column left free, so that another program's rounding breaks no line that fits here."""
_BLANK = re.compile(" +")
_GAP = placeholder("").removesuffix("]")


def has_gap(text: str) -> bool:
    """Tell whether a text shows that something is missing, which stays readable as one line."""
    return _GAP in text


def broken(text: str, width: float, face: Face) -> str:
    """Return a plain text in the lines of a column of a width in mm; breaks that it has are kept."""
    return "\n".join(_lines(line, width, face, capitals=False) for line in text.split("\n"))


def broken_rich(text: str, width: float, face: Face, *, before: str = "", capitals: bool = False) -> str:
    """Return a rich text in such lines: the blanks at which it breaks become line breaks, its marks stay.

    ``before`` stands on its first line, ``capitals`` tells whether its style prints it so. A text whose blanks are not
    those of its words is left as it is.
    """
    words = plain(text)
    if "\n" in text or len(_BLANK.findall(text)) != words.count(" "):
        return text
    lines = _lines(before + words, width, face, capitals=capitals)[len(before) :]
    if "\n" not in lines:
        return text
    breaks = iter(lines[place] for place in range(len(lines)) if lines[place] in " \n")
    return _BLANK.sub(lambda _: next(breaks), text)


@lru_cache(1024)
def _lines(line: str, width: float, face: Face, *, capitals: bool) -> str:
    """Return a line with line feeds where it breaks; one with blanks in a row or a gap is left alone."""
    room = width - SLACK
    shown = line.upper() if capitals else line
    if face.width(shown) <= room or "  " in line or line.strip() != line or has_gap(line):
        return line
    words = line.split(" ")
    made = balanced(shown.split(" "), break_costs(words), room, face)
    counts = [len(one.split(" ")) for one in made]
    ends = [sum(counts[: place + 1]) for place in range(len(counts))]
    return "\n".join(" ".join(words[end - count : end]) for end, count in zip(ends, counts, strict=True))
