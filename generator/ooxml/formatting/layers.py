"""What one place of a file states about runs and paragraphs, as layers: later ones are laid over earlier ones.

A layer is a dictionary that holds only what is stated. Of a run: ``ascii``, ``hAnsi``, ``eastAsia`` and ``cs`` (a
`Face`), ``size`` and ``size_cs`` (points), ``underline``, ``color``, ``raised``, ``complex``, ``style`` (id of a
character style) and the toggles under their own names. Of a paragraph, in twips: ``left``, ``right``, ``first``,
``before``, ``after``, ``line``; ``line_rule``, ``auto_before``, ``auto_after``, ``alignment``, ``contextual``,
``keep_next``, ``keep_lines``, ``break_before``, ``outline``, ``top``, ``bottom``, ``tabs``, ``num``, ``level``,
``style`` and ``framed``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

from generator.ooxml.formatting.markup import (
    Element,
    W,
    child_value,
    is_attribute_on,
    is_on,
    number,
    twips,
    value,
)
from generator.ooxml.formatting.values import Border

Layer = Mapping[str, Any]

TOGGLES: Final = ("b", "bCs", "i", "iCs", "caps", "smallCaps", "vanish")
"""Properties that a paragraph style and a character style switch on and off for each other (17.7.3)."""
_ALIGNMENTS: Final = {"left": "left", "start": "left", "center": "center", "right": "right", "end": "right"}
_JUSTIFIED: Final = frozenset(
    {"both", "distribute", "lowKashida", "mediumKashida", "highKashida", "thaiDistribute", "justify"}
)
_SWITCHES: Final = {
    "keepNext": "keep_next",
    "keepLines": "keep_lines",
    "pageBreakBefore": "break_before",
    "contextualSpacing": "contextual",
}
_LINE: Final = 240
"""Twips of the line in which ``beforeLines`` is counted."""


class Face(NamedTuple):
    """A font as a file names it."""

    name: str
    themed: bool = False
    """Whether ``name`` is that of a theme font: minorHAnsi."""


class Color(NamedTuple):
    """A colour as a file names it."""

    value: str
    theme: str = ""
    changed: bool = False
    """Whether it is a tint or shade of the theme colour."""


def run_layer(properties: Element | None) -> dict[str, Any]:
    """Return what ``w:rPr`` states; empty for None."""
    layer: dict[str, Any] = {}
    for node in () if properties is None else properties:
        name = str(node.tag).removeprefix(W)
        if name in TOGGLES:
            layer[name] = is_on(node)
        elif reader := _RUN_READERS.get(name):
            layer.update(reader(node))
    return layer


def _size(node: Element) -> dict[str, float]:
    """Return a size in points: the file counts half points, a strict one may name a unit."""
    text = value(node)
    stated = twips(text)
    name = "size" if node.tag == W + "sz" else "size_cs"
    return {name: stated / 20 if text and text[-1].isalpha() else stated / 2} if stated else {}


def _underline(node: Element) -> dict[str, bool]:
    return {"underline": (value(node) or "single") not in ("none", "nil")}


def _raised(node: Element) -> dict[str, bool]:
    return {"raised": value(node) in ("superscript", "subscript")}


def _complex(node: Element) -> dict[str, bool]:
    return {"complex": is_on(node)}


def _faces(node: Element) -> dict[str, Face]:
    faces: dict[str, Face] = {}
    for slot, theme in (
        ("ascii", "asciiTheme"),
        ("hAnsi", "hAnsiTheme"),
        ("eastAsia", "eastAsiaTheme"),
        ("cs", "cstheme"),
    ):
        themed, name = value(node, theme), value(node, slot)
        if themed or name:
            faces[slot] = Face(themed or name or "", bool(themed))
    return faces


def _color(node: Element) -> dict[str, Color]:
    changed = value(node, "themeTint") is not None or value(node, "themeShade") is not None
    return {"color": Color(value(node) or "auto", value(node, "themeColor") or "", changed)}


def paragraph_layer(properties: Element | None) -> dict[str, Any]:
    """Return what ``w:pPr`` states; empty for None."""
    layer: dict[str, Any] = {}
    for node in () if properties is None else properties:
        name = str(node.tag).removeprefix(W)
        if name in _SWITCHES:
            layer[_SWITCHES[name]] = is_on(node)
        elif reader := _PARAGRAPH_READERS.get(name):
            layer.update(reader(node))
    return layer


def _indents(node: Element) -> dict[str, float]:
    stated = {
        "left": twips(value(node, "left") or value(node, "start")),
        "right": twips(value(node, "right") or value(node, "end")),
        "first": twips(value(node, "firstLine")),
    }
    hanging = twips(value(node, "hanging"))
    if hanging is not None:
        stated["first"] = 0.0 - hanging
    return {name: length for name, length in stated.items() if length is not None}


def _spacing(node: Element) -> dict[str, Any]:
    stated: dict[str, Any] = {name: twips(value(node, name)) for name in ("before", "after", "line")}
    for side in ("before", "after"):
        lines = number(value(node, f"{side}Lines"))
        if lines:
            stated[side] = lines / 100 * _LINE
        stated[f"auto_{side}"] = is_attribute_on(node, f"{side}Autospacing")
    stated["line_rule"] = value(node, "lineRule") or ("auto" if stated["line"] is not None else None)
    return {name: one for name, one in stated.items() if one is not None}


def _alignment(node: Element) -> dict[str, str]:
    name = value(node) or ""
    found = "justify" if name in _JUSTIFIED else _ALIGNMENTS.get(name)
    return {"alignment": found} if found else {}


def _outline(node: Element) -> dict[str, int | None]:
    level = number(value(node))
    return {"outline": level if level is not None and 0 <= level < 9 else None}


def _borders(node: Element) -> dict[str, Border | None]:
    edges = ((edge, node.find(W + edge)) for edge in ("top", "bottom"))
    return {edge: border_of(found) for edge, found in edges if found is not None}


def border_of(node: Element | None) -> Border | None:
    """Return a border; None where none is drawn."""
    style = value(node)
    if style is None or style in ("none", "nil"):
        return None
    return Border(style, (number(value(node, "sz")) or 0) / 8)


def _tabs(node: Element) -> dict[str, Any]:
    stops = ((twips(value(one, "pos")), value(one) != "clear") for one in node)
    return {"tabs": {position: is_set for position, is_set in stops if position is not None}}


def _numbering(node: Element) -> dict[str, Any]:
    stated = {"num": child_value(node, "numId"), "level": number(child_value(node, "ilvl"))}
    return {name: one for name, one in stated.items() if one is not None}


def _frame(node: Element) -> dict[str, str]:
    """Return where Word puts a frame that is as wide as its words: that is how they are aligned."""
    place = value(node, "xAlign")
    return {"framed": place} if place in ("left", "center", "right") and value(node, "w") is None else {}


def _style(node: Element) -> dict[str, str]:
    return {"style": value(node) or ""}


_RUN_READERS: Final[Mapping[str, Callable[[Element], Mapping[str, Any]]]] = {
    "rFonts": _faces,
    "sz": _size,
    "szCs": _size,
    "u": _underline,
    "color": _color,
    "vertAlign": _raised,
    "cs": _complex,
    "rtl": _complex,
    "rStyle": _style,
}
_PARAGRAPH_READERS: Final[Mapping[str, Callable[[Element], Mapping[str, Any]]]] = {
    "ind": _indents,
    "spacing": _spacing,
    "jc": _alignment,
    "outlineLvl": _outline,
    "pBdr": _borders,
    "tabs": _tabs,
    "numPr": _numbering,
    "framePr": _frame,
    "pStyle": _style,
}


def laid(*layers: Layer) -> dict[str, Any]:
    """Return the layers laid over each other, the last one on top; tab stops add up."""
    merged: dict[str, Any] = {}
    tabs: dict[float, bool] = {}
    for layer in layers:
        merged.update(layer)
        tabs.update(layer.get("tabs", {}))
    if tabs:
        merged["tabs"] = tabs
    return merged
