"""The effective look of a run: its layers laid over each other as Word does (17.7.2, 17.7.3)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from generator.ooxml.formatting.layers import TOGGLES, Color, Face, Layer, laid
from generator.ooxml.formatting.style_sheet import StyleSheet
from generator.ooxml.formatting.theme import Theme
from generator.ooxml.formatting.values import Run

_NO_FONT: Final = "Times New Roman"
"""What Word takes where nothing in the file names a font."""
NO_SIZE: Final = 10.0
"""Points that Word takes where nothing in the file states a size."""
_EAST_ASIAN: Final = ((0x1100, 0x11FF), (0x2E80, 0xD7FF), (0xF900, 0xFAFF), (0xFE30, 0xFE6F), (0xFF00, 0xFFEF))


class Look(NamedTuple):
    """What all letters of a run have in common; the fonts by script."""

    fonts: Mapping[str, str]
    size: float
    bold: bool
    italic: bool
    underline: bool
    caps: bool
    color: str | None
    raised: bool
    hidden: bool

    def run(self, text: str, field: str = "", font: str = "") -> Run:
        """Return a run of the look; its font is the one of most of its letters unless another is given."""
        return Run(
            text, font or self._font(text), self.size, self.bold, self.italic, self.underline, self.caps, self.color,
            self.raised, field,
        )  # fmt: skip

    def _font(self, text: str) -> str:
        fonts = self.fonts
        if len(set(fonts.values())) == 1:
            return fonts["ascii"]
        letters = [letter for letter in text if letter.isalnum()] or text
        counts: dict[str, int] = {}
        for letter in letters:
            name = fonts[_script(letter)]
            counts[name] = counts.get(name, 0) + 1
        return max(counts, key=lambda name: counts[name]) if counts else fonts["ascii"]


def _script(letter: str) -> str:
    """The font slot of a letter (17.3.2.26): Vietnamese letters with marks take that of hAnsi."""
    code = ord(letter)
    if code < 0x80:
        return "ascii"
    return "eastAsia" if any(first <= code <= last for first, last in _EAST_ASIAN) else "hAnsi"


class Looks:
    """Works out the look of each run of a file, each different one once."""

    def __init__(self, styles: StyleSheet, theme: Theme) -> None:
        self._styles = styles
        self._theme = theme
        self._known: dict[object, Look] = {}
        self._names: dict[str, str] = {}

    def look(self, paragraph_style: str | None, direct: Layer, table: tuple[Layer, ...] = (), key: object = ()) -> Look:
        """Return the look of a run with direct properties; ``key`` identifies the layers of the table around it."""
        stated = tuple(sorted((name, one) for name, one in direct.items()))
        known = (paragraph_style, key, stated)
        if known not in self._known:
            self._known[known] = self._resolved(paragraph_style, direct, laid(*table))
        return self._known[known]

    def _resolved(self, paragraph_style: str | None, direct: Layer, table: Layer) -> Look:
        defaults = self._styles.run_defaults
        paragraph = self._styles.run(paragraph_style, "paragraph")
        character = self._styles.run(direct["style"], "character") if "style" in direct else {}
        merged = laid(defaults, table, paragraph, character, direct)
        switched = {name: _toggle(name, direct, defaults, (table, paragraph, character)) for name in TOGGLES}
        return self._look(merged, switched)

    def _look(self, merged: Layer, switched: Mapping[str, bool]) -> Look:
        complex_script = merged.get("complex", False)
        size = merged.get("size_cs" if complex_script else "size", NO_SIZE)
        return Look(
            fonts=self._fonts(merged, complex_script=complex_script),
            size=size,
            bold=switched["bCs" if complex_script else "b"],
            italic=switched["iCs" if complex_script else "i"],
            underline=merged.get("underline", False),
            caps=switched["caps"] or switched["smallCaps"],
            color=self._theme.color(merged.get("color", Color("auto"))),
            raised=merged.get("raised", False),
            hidden=switched["vanish"],
        )

    def _fonts(self, merged: Mapping[str, Any], *, complex_script: bool) -> dict[str, str]:
        named = {slot: self._font(merged.get(slot)) for slot in ("ascii", "hAnsi", "eastAsia", "cs")}
        return dict.fromkeys(named, named["cs"]) if complex_script else named

    def _font(self, face: Face | None) -> str:
        return (self._theme.font(face) if face else "") or _NO_FONT


def _toggle(name: str, direct: Layer, defaults: Layer, levels: tuple[Layer, ...]) -> bool:
    """Return a toggle: as stated directly, else on by the defaults, else on at an odd number of style levels."""
    if name in direct:
        return bool(direct[name])
    if defaults.get(name):
        return True
    return sum(bool(level.get(name)) for level in levels) % 2 == 1
