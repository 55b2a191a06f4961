"""WordprocessingML written by hand: names, units and a small element builder.

The schema fixes the order of child elements; builders here and in their callers follow it.
"""

from __future__ import annotations

from lxml import etree

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Child = etree._Element | str | None
Value = str | int | bool


def qualified(name: str) -> str:
    """Return ``{namespace}local`` for ``w:local``."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def element(name: str, /, *children: Child, **attributes: Value | None) -> etree._Element:
    """Return an element such as ``element("w:ind", left=567)``; attributes take the prefix of the element.

    Children that are None are left out; a string child is the element's text. ``True`` is written ``1``.
    """
    prefix = name.partition(":")[0]
    made = etree.Element(qualified(name), nsmap={"w": NAMESPACES["w"], "r": NAMESPACES["r"]})
    for key, value in attributes.items():
        if value is not None:
            made.set(qualified(f"{prefix}:{key}"), str(int(value)) if isinstance(value, bool) else str(value))
    for child in children:
        if isinstance(child, str):
            made.text = (made.text or "") + child
        elif child is not None:
            made.append(child)
    return made


def text_element(text: str) -> etree._Element:
    """Return a ``w:t`` that keeps its spaces."""
    made = element("w:t", text)
    made.set(_XML_SPACE, "preserve")
    return made


def to_bytes(root: etree._Element) -> bytes:
    """Return the part of an element, with its XML declaration."""
    etree.cleanup_namespaces(root, keep_ns_prefixes=["w", "r"])
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def twips(millimetres: float) -> int:
    """Return a length in twentieths of a point."""
    return round(millimetres * 1440 / 25.4)


def half_points(points: float) -> int:
    """Return a font size as ``w:sz`` wants it."""
    return round(points * 2)
