"""Properties set directly on paragraphs, runs and sections, each at its place in the order that the schema fixes."""

from __future__ import annotations

from typing import Final

from lxml import etree

from generator.ooxml.formatting.markup import Element, W
from generator.ooxml.wml import Value, element

_ORDERS: Final = {
    "rPr": (
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid"
        " vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em"
        " lang eastAsianLayout specVanish oMath rPrChange"
    ),
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs"
        " suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd"
        " snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment"
        " textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
    ),
    "sectPr": (
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType"
        " cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange"
    ),
    "pBdr": "top left bottom right between bar",
}  # fmt: skip
"""The children of each in order (ISO/IEC 29500-1, 17.3.2.28, 17.3.1.26, 17.6.17, 17.3.1.24)."""
_PLACES: Final = {
    holder: {W + name: place for place, name in enumerate(order.split())} for holder, order in _ORDERS.items()
}


def put(holder: Element, name: str, **attributes: Value | None) -> Element:
    """Return the child of a properties element, made where there is none, with the attributes set; None takes one away.

    Other attributes stay.
    """
    child = holder.find(W + name)
    if child is None:
        child = element(f"w:{name}")
        insert(holder, child)
    for key, value in attributes.items():
        if value is None:
            child.attrib.pop(W + key, None)
        else:
            child.set(W + key, str(int(value)) if isinstance(value, bool) else str(value))
    return child


def insert(holder: Element, child: Element) -> None:
    """Put a child behind those that the schema has before it."""
    places = _PLACES[etree.QName(holder).localname]
    own = places[str(child.tag)]
    before = [place for place, other in enumerate(holder) if places.get(str(other.tag), len(places)) > own]
    holder.insert(before[0] if before else len(holder), child)


def drop(holder: Element, *names: str) -> None:
    """Take children of these names away."""
    for name in names:
        for child in holder.findall(W + name):
            holder.remove(child)


def run_properties(run: Element) -> Element:
    """Return the properties of a ``w:r``, made where it has none."""
    return _properties(run, "rPr")


def paragraph_properties(paragraph: Element) -> Element:
    """Return the properties of a ``w:p``, made where it has none."""
    return _properties(paragraph, "pPr")


def _properties(holder: Element, name: str) -> Element:
    found = holder.find(W + name)
    if found is None:
        found = element(f"w:{name}")
        holder.insert(0, found)
    return found


def mark_properties(paragraph: Element) -> Element:
    """Return the run properties of the mark of a paragraph, which the label of its list takes."""
    properties = paragraph_properties(paragraph)
    found = properties.find(W + "rPr")
    if found is None:
        found = element("w:rPr")
        insert(properties, found)
    return found
