"""The properties of a file: title, author, language and dates taken from the document, never from the clock."""

from __future__ import annotations

from datetime import date

from lxml import etree

from generator.model.document import Document
from generator.vietnamese.marks import plain

CORE = "docProps/core.xml"
_NAMESPACES = {
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}


def core_properties(document: Document) -> bytes:
    """Return the core properties; a document whose day is not yet known has no dates in them."""
    root = etree.Element(f"{{{_NAMESPACES['cp']}}}coreProperties", nsmap=_NAMESPACES)
    _add(root, "dc:title", title(document))
    _add(root, "dc:creator", document.issuer.name or "")
    _add(root, "dc:language", "vi-VN")
    day = document.date.to_date() if document.date else None
    if day is not None:
        _add_date(root, "dcterms:created", day)
        _add_date(root, "dcterms:modified", day)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def title(document: Document) -> str:
    """Return the type and subject on one line: ``Kế hoạch cải cách hành chính năm 2027``."""
    subject = " ".join(plain(document.subject or "").split())
    kind = document.type.name if document.type.is_titled else ""
    return " ".join(piece for piece in (kind, subject) if piece)


def _add(root: etree._Element, name: str, text: str) -> etree._Element:
    prefix, _, local = name.partition(":")
    child = etree.SubElement(root, f"{{{_NAMESPACES[prefix]}}}{local}")
    child.text = text
    return child


def _add_date(root: etree._Element, name: str, day: date) -> None:
    child = _add(root, name, f"{day.isoformat()}T00:00:00Z")
    child.set(f"{{{_NAMESPACES['xsi']}}}type", "dcterms:W3CDTF")
