"""Names and subjects with the line breaks of a centred column: between phrases, in lines of about one length."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from generator.model.readiness import placeholder
from generator.ooxml.balanced_lines import Face, balanced
from generator.vietnamese.marks import plain
from generator.vietnamese.phrases import break_costs

SLACK = 0.8
"""Millimetres of a column left free, so that another program's rounding breaks no line that fits here."""
_BLANK = re.compile("(?<! ) (?! )")
"""A blank between two words; several in a row are room to write and never break."""
_GAP = placeholder("").removesuffix("]")


def has_gap(text: str) -> bool:
    """Tell whether a text shows that something is missing, which stays readable as one line."""
    return _GAP in text


def broken(text: str, width: float, face: Face) -> str:
    """Return a plain text in the lines of a column of a width in mm; breaks that it has are kept."""
    return "\n".join(_with_breaks(line, _breaks(line, width, face, capitals=False)) for line in text.split("\n"))


def broken_rich(text: str, width: float, face: Face, *, before: str = "", capitals: bool = False) -> str:
    """Return a rich text in such lines: the blanks at which it breaks become line breaks, its marks stay.

    ``before`` stands on its first line, ``capitals`` tells whether its style prints it so. A text whose blanks are not
    those of its words is left as it is.
    """
    words = plain(text)
    if "\n" in text or len(_BLANK.findall(text)) != len(_BLANK.findall(words)):
        return text
    breaks = _breaks(before + words, width, face, capitals=capitals)
    return _with_breaks(text, breaks[len(_BLANK.findall(before + words)) - len(_BLANK.findall(words)) :])


def _with_breaks(text: str, breaks: Sequence[bool]) -> str:
    if not any(breaks):
        return text
    found = iter(breaks)
    return _BLANK.sub(lambda _: "\n" if next(found) else " ", text)


@lru_cache(1024)
def _breaks(line: str, width: float, face: Face, *, capitals: bool) -> tuple[bool, ...]:
    """Tell of each blank whether the line breaks there; one with a gap is left alone."""
    room = width - SLACK
    shown = line.upper() if capitals else line
    if face.width(shown) <= room or line.strip() != line or has_gap(line):
        return ()
    made = balanced(_BLANK.split(shown), break_costs(_BLANK.split(line)), room, face)
    return tuple(place == len(words) - 1 for words in map(_BLANK.split, made) for place in range(len(words)))[:-1]
