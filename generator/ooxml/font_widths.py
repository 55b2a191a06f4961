"""Widths of Times New Roman text in millimetres, without an installed font.

The advance widths stand in ``font_widths.json`` beside this module, made once by ``tools/make_font_widths.py``
from the four faces of Liberation Serif 2.1, which has the widths of Times New Roman. Kerning and ligatures are
left out: Word applies neither unless a document asks for it.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files
from typing import TypedDict

MM_PER_POINT = 25.4 / 72
MM_PER_TWIP = MM_PER_POINT / 20
SINGLE_LINE = 1.15
"""Height of a single line of Times New Roman, in sizes of its letters."""
_ROUNDING_MM = 1e-6
_WIDE = ("W", "F")
_GAP_AND_WORD = re.compile("( *)([^ ]+)")


class WidthTable(TypedDict):
    """The committed table: rows of sixteen widths under the first code point, None where there is no glyph."""

    source: str
    units_per_em: int
    faces: dict[str, dict[str, list[int | None]]]


class FaceWidths(dict[str, int]):
    """The width of each character of one face in font units; an estimate for a character that the face lacks."""

    def __init__(self, rows: dict[str, list[int | None]], units_per_em: int) -> None:
        super().__init__()
        self.units_per_em = units_per_em
        for first, row in rows.items():
            base = int(first, 16)
            self.update({chr(base + step): units for step, units in enumerate(row) if units is not None})
        for character in filter(_takes_no_room, list(self)):
            self[character] = 0

    def __missing__(self, character: str) -> int:
        """Nothing for what takes no room, an em for East Asian wide ones and emoji, the width of "n" else."""
        if _takes_no_room(character):
            return 0
        if unicodedata.east_asian_width(character) in _WIDE:
            return self.units_per_em
        return self["n"]


def _takes_no_room(character: str) -> bool:
    """Whether the character is a combining mark, an invisible format character or a control character."""
    return unicodedata.category(character) in ("Mn", "Me", "Cf", "Cc")


@cache
def _table() -> WidthTable:
    text = files("generator.ooxml").joinpath("font_widths.json").read_text("utf-8")
    table: WidthTable = json.loads(text)
    return table


@cache
def face_widths(*, bold: bool = False, italic: bool = False) -> FaceWidths:
    """Return the advance widths of one face in font units."""
    name = {(False, False): "regular", (True, False): "bold", (False, True): "italic", (True, True): "bold_italic"}
    table = _table()
    return FaceWidths(table["faces"][name[bold, italic]], table["units_per_em"])


def text_width(text: str, size_pt: float, *, bold: bool = False, italic: bool = False) -> float:
    """Return the width in mm of one line of text set in Times New Roman of a size in points.

    Decomposed letters are as wide as their composed form. Combining marks, soft hyphens and control characters
    are zero wide, so a tab or a line break has to be handled by the caller. A character that the font lacks is
    estimated (see `FaceWidths`). Spaces at the ends count; the empty text is 0.0.
    """
    widths = face_widths(bold=bold, italic=italic)
    units = sum(map(widths.__getitem__, unicodedata.normalize("NFC", text)))
    return units / widths.units_per_em * size_pt * MM_PER_POINT


def wrap(text: str, width_mm: float, size_pt: float, *, bold: bool = False, italic: bool = False) -> list[str]:
    """Return the lines into which a column breaks a text, each as full as it can be.

    A line ends at a line feed or at a space; the spaces at the break hang over the edge in print and are left
    out here, spaces inside a line are kept. A no-break space never breaks, nor does a word wider than the
    column: it stands alone on a line that is too wide. Breaks after a hyphen, which Word also makes, are not
    made here. The empty text is one empty line.
    """

    def measure(piece: str) -> float:
        return text_width(piece, size_pt, bold=bold, italic=italic)

    return [line for paragraph in text.split("\n") for line in _broken(paragraph, width_mm, measure)]


def _broken(paragraph: str, room: float, measure: Callable[[str], float]) -> Iterator[str]:
    """The lines of a text without line feeds; a width that differs from the room by rounding alone still fits."""
    line, used = "", 0.0
    for gap, word in _GAP_AND_WORD.findall(paragraph):
        gap_width, word_width = measure(gap), measure(word)
        if line and used + gap_width + word_width > room + _ROUNDING_MM:
            yield line
            line, used = word, word_width
        else:
            line, used = line + gap + word, used + gap_width + word_width
    yield line


def line_widths(text: str, width_mm: float, size_pt: float, *, bold: bool = False, italic: bool = False) -> list[float]:
    """Return the width in mm of each line that `wrap` makes of a text."""
    lines = wrap(text, width_mm, size_pt, bold=bold, italic=italic)
    return [text_width(line, size_pt, bold=bold, italic=italic) for line in lines]
