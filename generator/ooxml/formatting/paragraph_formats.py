"""The effective properties of a paragraph: defaults, table, styles, numbering, direct ones in turn (17.7.2)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from generator.ooxml.formatting.layers import Layer, laid
from generator.ooxml.formatting.markup import millimetres
from generator.ooxml.formatting.numbering import DEEPEST, Level, NumberingDefinitions
from generator.ooxml.formatting.style_sheet import Style, StyleSheet
from generator.ooxml.formatting.values import LineRule

_AUTOMATIC: Final = 280.0
"""Twips of the automatic space before and after a paragraph."""
_SINGLE: Final = 240.0
_RULES: Final = {"exact": LineRule.EXACT, "atLeast": LineRule.AT_LEAST}


class Format(NamedTuple):
    """The effective properties of a paragraph."""

    layer: Layer
    chain: tuple[Style, ...]
    """Its style after those that it is based on."""
    list_id: str = ""
    """The list that it belongs to; empty for none."""
    place: int = 0
    """Its level there."""
    level: Level | None = None

    @property
    def style(self) -> str:
        """The id of its style."""
        return self.chain[-1].id if self.chain else ""

    @property
    def style_name(self) -> str:
        """The name of its style as Word shows it."""
        return self.chain[-1].shown_name if self.chain else ""


class ParagraphFormats:
    """Works out the effective properties of the paragraphs of a file."""

    def __init__(self, styles: StyleSheet, numbering: NumberingDefinitions) -> None:
        self._styles = styles
        self._numbering = numbering

    def format(self, direct: Layer, table: Layer) -> Format:
        """Return the properties of a paragraph from its direct ones and those of the table around it."""
        chain = self._styles.chain(direct.get("style"), "paragraph")
        list_id, place = self._list(direct, chain)
        numbering = self._numbering.numbering(list_id)
        level = numbering.levels[place] if numbering else None
        layers: list[Layer] = [self._styles.paragraph_defaults, table]
        holder = None if "num" in direct else _numbered(chain)
        for style in chain:
            layers += [level.paragraph] if level and style is holder else []
            layers.append(style.paragraph)
        layers += [level.paragraph] if level and "num" in direct else []
        return Format(laid(*layers, direct), chain, list_id if level else "", place, level)

    def _list(self, direct: Layer, chain: Sequence[Style]) -> tuple[str, int]:
        """Return the list of a paragraph and its level: its own, or the one of its style."""
        holder = _numbered(chain)
        inherited = laid(*(style.paragraph for style in chain))
        if "num" in direct:
            return direct["num"], _place(direct.get("level", 0))
        if holder is None:
            return "", 0
        list_id = holder.paragraph["num"]
        tied = (self._numbering.level_of_style(list_id, style.id) for style in reversed(chain))
        found = next((place for place in tied if place is not None), inherited.get("level", 0))
        return list_id, _place(direct.get("level", found))


def _numbered(chain: Sequence[Style]) -> Style | None:
    """Return the style that puts the paragraph into a list."""
    return next((style for style in reversed(chain) if "num" in style.paragraph), None)


def _place(level: int) -> int:
    return min(max(level, 0), DEEPEST - 1)


def measures(layer: Layer) -> dict[str, Any]:
    """Return the properties as a `Paragraph` holds them, in millimetres and points."""
    lengths = {"left": "left", "right": "right", "first_line": "first"}
    values: dict[str, Any] = {name: millimetres(layer.get(own, 0.0)) for name, own in lengths.items()}
    values |= {f"space_{side}": _space(layer, side) for side in ("before", "after")}
    values |= _line(layer)
    framed = layer.get("framed", "left")
    tabs = sorted(position for position, is_set in layer.get("tabs", {}).items() if is_set)
    return values | {
        "alignment": layer.get("alignment", "left") if framed == "left" else framed,
        "top_border": layer.get("top"),
        "bottom_border": layer.get("bottom"),
        "outline_level": layer.get("outline"),
        "keep_next": layer.get("keep_next", False),
        "keep_lines": layer.get("keep_lines", False),
        "page_break_before": layer.get("break_before", False),
        "tabs": tuple(map(millimetres, tabs)),
    }


def _space(layer: Layer, side: str) -> float:
    twips: float = _AUTOMATIC if layer.get(f"auto_{side}") else layer.get(side, 0.0)
    return twips / 20


def _line(layer: Layer) -> dict[str, Any]:
    length: float = layer.get("line", _SINGLE)
    rule = _RULES.get(layer.get("line_rule", "auto"), LineRule.MULTIPLE)
    # Word takes a negative distance for an exact one, and none for the single line
    rule = LineRule.EXACT if length < 0 else rule
    if not length:
        return {"line_spacing": 1.0, "line_rule": LineRule.MULTIPLE}
    return {"line_spacing": abs(length) / (_SINGLE if rule is LineRule.MULTIPLE else 20), "line_rule": rule}
