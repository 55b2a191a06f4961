"""Section properties (``w:sectPr``): the paper of a part of a document, varied from the template's own."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from generator.ooxml.wml import element, qualified

_AFTER_PAGE_NUMBERS = (
    "cols", "formProt", "vAlign", "noEndnote", "titlePg", "textDirection", "bidi", "rtlGutter", "docGrid",
    "printerSettings", "sectPrChange",
)  # fmt: skip


class SectionProperties:
    """The section properties of a template's body, and the variants that a document needs."""

    def __init__(self, properties: etree._Element) -> None:
        self._own = properties
        self._variants: dict[tuple[bool, bool, bool], str] = {}
        self._widths: dict[bool, int] = {}

    def xml(self, *, landscape: bool = False, restart: bool = False, new_page: bool = False) -> str:
        """Return the ``w:sectPr``: turned to landscape, its page numbers restarted at 1, begun on a new page."""
        way = (landscape, restart, new_page)
        if way not in self._variants:
            self._variants[way] = self._variant(landscape=landscape, restart=restart, new_page=new_page)
        return self._variants[way]

    def _variant(self, *, landscape: bool, restart: bool, new_page: bool) -> str:
        made = deepcopy(self._own)
        if landscape != self._is_landscape():
            _turn(made)
        if restart:
            _restart(made)
        if new_page:
            _begin_on_new_page(made)
        return etree.tostring(made, encoding="unicode")

    def text_width(self, *, landscape: bool = False) -> int:
        """Return the width between the margins in twips.

        The margins do not turn with the page: the decree's own landscape section keeps the wide one on the left.
        """
        if landscape not in self._widths:
            size, margins = self._child("pgSz"), self._child("pgMar")
            across = "h" if landscape != self._is_landscape() else "w"
            self._widths[landscape] = _length(size, across) - _length(margins, "left") - _length(margins, "right")
        return self._widths[landscape]

    def text_height(self, *, landscape: bool = False) -> int:
        """Return the height between the margins in twips."""
        size, margins = self._child("pgSz"), self._child("pgMar")
        down = "w" if landscape != self._is_landscape() else "h"
        return _length(size, down) - _length(margins, "top") - _length(margins, "bottom")

    def _is_landscape(self) -> bool:
        return self._child("pgSz").get(qualified("w:orient")) == "landscape"

    def _child(self, name: str) -> etree._Element:
        child = self._own.find(qualified(f"w:{name}"))
        return element(f"w:{name}") if child is None else child


def _length(holder: etree._Element, name: str) -> int:
    return int(holder.get(qualified(f"w:{name}"), "0"))


def _turn(properties: etree._Element) -> None:
    size = properties.find(qualified("w:pgSz"))
    if size is None:
        return
    width, height = size.get(qualified("w:w"), "0"), size.get(qualified("w:h"), "0")
    size.set(qualified("w:w"), height)
    size.set(qualified("w:h"), width)
    size.set(qualified("w:orient"), "landscape" if int(height) > int(width) else "portrait")


def _restart(properties: etree._Element) -> None:
    numbers = properties.find(qualified("w:pgNumType"))
    if numbers is None:
        numbers = element("w:pgNumType")
        _insert_before(properties, numbers)
    numbers.set(qualified("w:start"), "1")


def _insert_before(properties: etree._Element, child: etree._Element) -> None:
    followers = {qualified(f"w:{name}") for name in _AFTER_PAGE_NUMBERS}
    for position, other in enumerate(properties):
        if other.tag in followers:
            properties.insert(position, child)
            return
    properties.append(child)


def _begin_on_new_page(properties: etree._Element) -> None:
    kind = properties.find(qualified("w:type"))
    if kind is not None:
        kind.set(qualified("w:val"), "nextPage")
