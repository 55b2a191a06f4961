"""The properties of a file: title, author, language and dates taken from the document, never from the clock."""

from __future__ import annotations

from datetime import date

from generator.model.document import Document
from generator.render.printing import escaped
from generator.vietnamese.marks import plain

CORE = "docProps/core.xml"
_OPENING = (
    "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
)
_CLOSING = "</cp:coreProperties>"


def core_properties(document: Document) -> bytes:
    """Return the core properties; a document whose day is not yet known has no dates in them."""
    day = document.date.to_date() if document.date else None
    texts = {"title": title(document), "creator": document.issuer.name or "", "language": "vi-VN"}
    entries = "".join(f"<dc:{name}>{_written(text)}</dc:{name}>" for name, text in texts.items())
    return f"{_OPENING}{entries}{_dates(day)}{_CLOSING}".encode()


def title(document: Document) -> str:
    """Return the type and subject on one line: ``Kế hoạch cải cách hành chính năm 2027``."""
    subject = " ".join(plain(document.subject or "").split())
    kind = document.type.name if document.type.is_titled else ""
    return " ".join(piece for piece in (kind, subject) if piece)


def _written(text: str) -> str:
    return escaped(text).replace("\r", "&#13;")


def _dates(day: date | None) -> str:
    if day is None:
        return ""
    names = ("created", "modified")
    moment = f"{day.isoformat()}T00:00:00Z"
    return "".join(f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{name}>' for name in names)
