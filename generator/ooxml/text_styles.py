"""Paragraph styles as they work out: each property from the style itself, those it is based on, or the defaults."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from lxml import etree

from generator.ooxml.wml import qualified

_WORD_SIZE = "20"
_OFF = ("0", "false", "off")


class TextStyle(NamedTuple):
    """What of a paragraph style decides how wide its lines are; lengths in twips."""

    size: float
    """In points."""
    bold: bool
    italic: bool
    capitals: bool
    left: int
    right: int
    first: int
    """Indent of the first line against the others; less than nothing where it hangs out."""
    keeps_next: bool
    space: float = 0.0
    """Points before and after the paragraph together."""
    spacing: float = 1.0
    """Height of its lines as a multiple of the single line."""


def style_elements(root: etree._Element) -> dict[str, etree._Element]:
    """Return the style elements of a styles part by name."""
    named = ((style.find(qualified("w:name")), style) for style in root.iter(qualified("w:style")))
    return {name.get(qualified("w:val"), ""): style for name, style in named if name is not None}


def text_styles(root: etree._Element) -> dict[str, TextStyle]:
    """Return the paragraph styles of a styles part by name."""
    by_id = {style.get(qualified("w:styleId"), ""): style for style in root.iter(qualified("w:style"))}
    return {
        name: _worked_out(_chain(style, by_id, root))
        for name, style in style_elements(root).items()
        if style.get(qualified("w:type"), "paragraph") == "paragraph"
    }


def _chain(
    style: etree._Element, by_id: Mapping[str, etree._Element], root: etree._Element
) -> list[tuple[etree._Element, str]]:
    """Return where properties are looked for, the nearest first, each with the path to ``pPr`` and ``rPr`` in it."""
    found: list[tuple[etree._Element, str]] = []
    seen: set[str] = set()
    current: etree._Element | None = style
    while current is not None and current.get(qualified("w:styleId"), "") not in seen:
        seen.add(current.get(qualified("w:styleId"), ""))
        found.append((current, ""))
        base = current.find(qualified("w:basedOn"))
        current = None if base is None else by_id.get(base.get(qualified("w:val"), ""))
    defaults = root.find(qualified("w:docDefaults"))
    return found if defaults is None else [*found, (defaults, "default")]


def _worked_out(chain: list[tuple[etree._Element, str]]) -> TextStyle:
    def run(name: str) -> str | None:
        return _value(chain, "rPr", name)

    def indent(*names: str) -> int:
        found = (_value(chain, "pPr", "ind", name) for name in names)
        value = next(filter(None, found), "0")
        return int(value) if value.lstrip("-").isdigit() else 0

    return TextStyle(
        size=_points(run("sz")),
        bold=_on(run("b")),
        italic=_on(run("i")),
        capitals=_on(run("caps")),
        left=indent("left", "start"),
        right=indent("right", "end"),
        first=indent("firstLine") or -indent("hanging"),
        keeps_next=_on(_value(chain, "pPr", "keepNext")),
        space=sum(_number(_value(chain, "pPr", "spacing", side)) for side in ("before", "after")) / 20,
        spacing=_multiple(chain),
    )


def _number(value: str | None) -> int:
    return int(value) if value and value.isdigit() else 0


def _multiple(chain: list[tuple[etree._Element, str]]) -> float:
    """Return the line spacing; a height in points counts as the single line, which it is at the least."""
    rule = _value(chain, "pPr", "spacing", "lineRule") or "auto"
    line = _number(_value(chain, "pPr", "spacing", "line"))
    return line / 240 if rule == "auto" and line else 1.0


def _points(half: str | None) -> float:
    return int(half if half and half.isdigit() else _WORD_SIZE) / 2


def _value(chain: list[tuple[etree._Element, str]], holder: str, name: str, attribute: str = "val") -> str | None:
    """Return an attribute of the nearest property; ``1`` for a property without it, None for no property."""
    for place, defaults in chain:
        path = f"{qualified(f'w:{holder}Default')}/" if defaults else ""
        found = place.find(f"{path}{qualified(f'w:{holder}')}/{qualified(f'w:{name}')}")
        if found is not None and (attribute == "val" or found.get(qualified(f"w:{attribute}")) is not None):
            return found.get(qualified(f"w:{attribute}"), "1")
    return None


def _on(value: str | None) -> bool:
    return value is not None and value not in _OFF
