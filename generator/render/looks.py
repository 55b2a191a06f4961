"""What of a template's looks a document is computed with: styles, the columns of its head, the room in its cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from lxml import etree

from generator.ooxml.balanced_lines import Face
from generator.ooxml.package import MAIN
from generator.ooxml.text_styles import TextStyle, style_elements, text_styles
from generator.ooxml.wml import qualified
from generator.render.header_plan import HeaderPlan, side_padding, take_header
from generator.render.rule_lines import cell_width
from generator.templates.styles import TABLE_STYLE

_NORMAL_TABLE = "Normal Table"
_HOMES = {
    "issuer.parent": ("Cơ quan chủ quản",),
    "issuer.name": ("Cơ quan ban hành",),
    "place_date": ("Địa danh và thời gian",),
    "subject": ("Trích yếu", "Trích yếu công văn"),
}
"""The styles of the centred lines in which a field is broken."""
_PRINTED = re.compile(rf"{{{{r? *({'|'.join(map(re.escape, _HOMES))})\b")
_PLAIN = TextStyle(14.0, bold=False, italic=False, capitals=False, left=0, right=0, first=0, keeps_next=False)


class Looks(NamedTuple):
    """The looks of one template; lengths in twips."""

    head: HeaderPlan | None
    """None where the head is not of the two columns that can be computed."""
    styles: Mapping[str, TextStyle]
    """Paragraph styles by name."""
    cell_padding: int
    """Left and right margin of the cells of our tables together."""
    elsewhere: frozenset[str]
    """Fields of the head that the template prints outside it too, where a line break has no business."""
    signature: int = 0
    """Width of the text of the cell in which the signature stands; 0 where it is in none."""

    def to_json(self) -> list[Any]:
        """The looks as plain values."""
        head = self.head.to_json() if self.head else None
        styles = {name: list(style) for name, style in self.styles.items()}
        return [head, styles, self.cell_padding, sorted(self.elsewhere), self.signature]

    @classmethod
    def from_json(cls, kept: Any) -> Looks:
        """Return the looks of plain values."""
        head, styles, padding, elsewhere, signature = kept
        worked_out = {name: TextStyle(*values) for name, values in styles.items()}
        return cls(
            HeaderPlan.from_json(head) if head else None, worked_out, int(padding), frozenset(elsewhere), int(signature)
        )

    def style(self, name: str) -> TextStyle:
        """Return a style by name; upright running text for one that the template lacks."""
        return self.styles.get(name, _PLAIN)

    def face(self, name: str) -> Face:
        """Return the face of a style by name."""
        style = self.style(name)
        return Face(style.size, style.bold, style.italic)


def take_looks(sources: Mapping[str, etree._Element], styles: etree._Element | None, ids: Mapping[str, str]) -> Looks:
    """Return the looks of a template, what is computed replaced by tags in the XML of its main part.

    ``sources`` are the parts with tags by name, ``styles`` the styles part, ``ids`` the style ids by name.
    """
    elsewhere = _printed_elsewhere(sources.values(), ids)
    if styles is None:
        return Looks(None, {}, 0, elsewhere)
    named = style_elements(styles)
    normal = _margins(named.get(_NORMAL_TABLE), 0)
    worked_out = text_styles(styles)
    head = take_header(sources[MAIN], ids, worked_out, normal)
    signature = cell_width(sources[MAIN], ids.get("Chức vụ"))
    return Looks(head, worked_out, _margins(named.get(TABLE_STYLE), normal), elsewhere, signature)


def _printed_elsewhere(roots: Iterable[etree._Element], ids: Mapping[str, str]) -> frozenset[str]:
    """Return the fields that stand in a paragraph of another style than their own."""
    homes = {name: {ids.get(style) for style in styles} for name, styles in _HOMES.items()}
    found = set()
    for root in roots:
        for paragraph in root.iter(qualified("w:p")):
            text = "".join(node.text or "" for node in paragraph.iter(qualified("w:t")))
            style = paragraph.find(f"{qualified('w:pPr')}/{qualified('w:pStyle')}")
            own = None if style is None else style.get(qualified("w:val"))
            found |= {name for name in _PRINTED.findall(text) if own not in homes[name]}
    return frozenset(found)


def _margins(style: etree._Element | None, otherwise: int) -> int:
    margins = None if style is None else style.find(f"{qualified('w:tblPr')}/{qualified('w:tblCellMar')}")
    return otherwise if margins is None else side_padding(margins)
