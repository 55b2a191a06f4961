"""The letters of a page with their places: marks put on their letters, letters drawn twice counted once.

All lengths are points; x grows to the right, y downwards from the top of the page.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.reading.legacy import draws_capitals

_BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obli", re.IGNORECASE)
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"})
_CROOKED = 0.1
"""Slope up to which the lines of a crooked scan still count as level."""
_TWICE = 0.12
"""Share of the size within which the same letter drawn again is the same one: a way to make it bold."""
_SHIFTED = 0.01
_CELL = 3.0


@dataclass(slots=True)
class Glyph:
    """One letter as it is drawn, or several of a ligature."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    baseline: float
    size: float
    bold: bool = False
    italic: bool = False
    capital: bool = False
    """Whether its font draws small letters as capitals."""
    font: str = ""
    """The name of its font as the file has it."""
    ink: str | None = None
    """Its colour, RRGGBB; None where the file gives it in a way of its own."""


@dataclass(frozen=True)
class PageGlyphs:
    """The letters of a page: those that stand upright, and those of text turned by a quarter or aslant."""

    upright: tuple[Glyph, ...] = ()
    rising: tuple[Glyph, ...] = ()
    """Turned so that they read upwards; x and y exchanged, so that they read from left to right."""
    falling: tuple[Glyph, ...] = ()
    """Turned so that they read downwards; exchanged likewise."""
    aslant: str = ""
    """Letters at any other angle, as a watermark has them, in the order in which they are drawn."""
    overturned: int = 0
    """How many of these stand upside down."""

    @property
    def turn(self) -> int:
        """By how many degrees clockwise the page must be turned for most of its letters to stand upright."""
        counts = {0: len(self.upright), 90: len(self.rising), 180: self.overturned, 270: len(self.falling)}
        return max(counts, key=counts.__getitem__)


def glyphs_of(chars: Iterable[Mapping[str, Any]], width: float, height: float) -> PageGlyphs:
    """Return the letters of a page of this size from those that pdfplumber found; none of what lies off the page."""
    kept: dict[str, list[Glyph]] = {"upright": [], "rising": [], "falling": []}
    aslant: list[str] = []
    overturned = 0
    for char in chars:
        if char["x1"] <= 0 or char["x0"] >= width or char["bottom"] <= 0 or char["top"] >= height:
            continue
        direction = _direction(char)
        if direction == "aslant":
            aslant.append(char["text"])
            overturned += _is_overturned(char)
        else:
            _keep(kept[direction], _glyph(char, direction, width, height))
    single = {name: tuple(_drawn_once(glyphs)) for name, glyphs in kept.items()}
    return PageGlyphs(aslant="".join(aslant).strip(), overturned=overturned, **single)


def _direction(char: Mapping[str, Any]) -> str:
    a, b = char["matrix"][:2]
    if abs(b) < abs(a) * _CROOKED:
        return "upright" if a > 0 else "aslant"
    if abs(a) < abs(b) * _CROOKED:
        return "rising" if b > 0 else "falling"
    return "aslant"


def _is_overturned(char: Mapping[str, Any]) -> bool:
    """Tell whether a letter stands on its head; one that is mirrored has its head above."""
    a, b, _, d = char["matrix"][:4]
    return bool(a < 0 and d < 0 and abs(b) < -a * _CROOKED)


def _glyph(char: Mapping[str, Any], direction: str, width: float, height: float) -> Glyph:
    x0, x1, top, bottom, matrix = char["x0"], char["x1"], char["top"], char["bottom"], char["matrix"]
    baseline = top + char["y1"] - matrix[5]
    if direction == "rising":
        x0, x1, top, bottom, baseline = height - bottom, height - top, x0, x1, x1
    elif direction == "falling":
        x0, x1, top, bottom, baseline = top, bottom, width - x1, width - x0, width - x0
    name = char["fontname"]
    text = char["text"].translate(_LIGATURES)
    look = bool(_BOLD.search(name)), bool(_ITALIC.search(name)), draws_capitals(name), name, ink_of(char)
    return Glyph(text, x0, x1, top, bottom, baseline, max(char["size"], 0.1), *look)


def ink_of(drawn: Mapping[str, Any]) -> str | None:
    """Return the colour in which letters are filled, of grey, RGB or CMYK; None for patterns and named colours."""
    values = drawn.get("non_stroking_color")
    if isinstance(values, int | float):
        values = (values,)
    if not isinstance(values, tuple | list) or not all(isinstance(one, int | float) for one in values):
        return None
    if len(values) == 4:
        values = tuple(max(0.0, 1 - one - values[3]) for one in values[:3])
    parts = tuple(values) * 3 if len(values) == 1 else tuple(values)
    shares = [min(1.0, max(0.0, one)) for one in parts]
    return "".join(f"{round(255 * one):02X}" for one in shares) if len(shares) == 3 else None


def _keep(glyphs: list[Glyph], glyph: Glyph) -> None:
    """Add the letter; a combining mark goes to the letter drawn before it."""
    marks = glyph.text and all(unicodedata.combining(letter) for letter in glyph.text)
    if marks and glyphs and abs(glyph.x0 - glyphs[-1].x1) < glyph.size:
        glyphs[-1].text += glyph.text
        glyphs[-1].x1 = max(glyphs[-1].x1, glyph.x1)
    else:
        glyphs.append(glyph)


def _drawn_once(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Return the letters, each once; one that is drawn again a little aside is bold."""
    seen: dict[tuple[str, int, int], Glyph] = {}
    kept: list[Glyph] = []
    for glyph in glyphs:
        first = None if glyph.text.isspace() else _drawn_before(seen, glyph)
        if first is None:
            kept.append(glyph)
            seen[glyph.text, int(glyph.x0 // _CELL), int(glyph.baseline // _CELL)] = glyph
        elif abs(first.x0 - glyph.x0) > _SHIFTED * glyph.size:
            first.bold = True
    return kept


def _drawn_before(seen: Mapping[tuple[str, int, int], Glyph], glyph: Glyph) -> Glyph | None:
    reach = _TWICE * glyph.size
    for column in _cells(glyph.x0, reach):
        for line in _cells(glyph.baseline, reach):
            first = seen.get((glyph.text, column, line))
            if first and abs(first.x0 - glyph.x0) < reach and abs(first.baseline - glyph.baseline) < reach:
                return first
    return None


def _cells(place: float, reach: float) -> range:
    return range(int((place - reach) // _CELL), int((place + reach) // _CELL) + 1)
