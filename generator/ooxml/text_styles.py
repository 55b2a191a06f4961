"""Paragraph styles as they work out: what of each decides how wide and how high its text is."""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from generator.ooxml.formatting.layers import laid
from generator.ooxml.formatting.looks import NO_SIZE
from generator.ooxml.formatting.style_sheet import Style, StyleSheet
from generator.ooxml.wml import qualified

_TWIPS_PER_POINT = 20
_SINGLE = 240


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
    sheet = StyleSheet(root)
    return {style.name: _worked_out(style, sheet) for style in sheet.of_kind("paragraph")}


def _worked_out(style: Style, sheet: StyleSheet) -> TextStyle:
    run = laid(sheet.run_defaults, sheet.run(style.id, style.kind))
    paragraph = laid(sheet.paragraph_defaults, sheet.paragraph(style.id))
    left, right, first = (round(paragraph.get(name, 0)) for name in ("left", "right", "first"))
    by_lines = paragraph.get("line_rule") == "auto" and paragraph.get("line")
    return TextStyle(
        size=run.get("size", NO_SIZE),
        bold=run.get("b", False),
        italic=run.get("i", False),
        capitals=run.get("caps", False),
        left=left,
        right=right,
        first=first,
        keeps_next=paragraph.get("keep_next", False),
        space=(paragraph.get("before", 0) + paragraph.get("after", 0)) / _TWIPS_PER_POINT,
        # A height in points counts as the single line, which it is at the least.
        spacing=paragraph["line"] / _SINGLE if by_lines else 1.0,
    )
