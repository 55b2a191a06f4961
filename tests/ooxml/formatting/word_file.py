"""Small Word files written by hand for tests: a body, and the parts that it refers to."""

from __future__ import annotations

from generator.ooxml.formatting.reader import formatted
from generator.ooxml.formatting.values import FormattedDocument

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    f' xmlns:r="{_OFFICE}"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
KINDS = {
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "theme": "theme",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "fontTable": "fonts",
}
"""The root element of each kind of part."""


def parts_of(body: str, **more: str) -> dict[str, bytes]:
    """Return the parts of a file: ``more`` holds the content of parts by kind, or of headers as ``header1`` …"""
    parts = {"[Content_Types].xml": b"<Types/>", "word/document.xml": _root("document", f"<w:body>{body}</w:body>")}
    relations = ""
    for name, content in more.items():
        kind = name.rstrip("0123456789")
        root = {"header": "hdr", "footer": "ftr"}.get(kind) or KINDS[kind]
        parts[f"word/{name}.xml"] = content.encode() if kind == "theme" else _root(root, content)
        relations += f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{name}.xml"/>'
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{namespace}">{relations}</Relationships>'.encode()
    return parts


def _root(name: str, content: str) -> bytes:
    return f"<w:{name} {NAMESPACES}>{content}</w:{name}>".encode()


def read(body: str, **more: str) -> FormattedDocument:
    """Return what a file shows."""
    return formatted(parts_of(body, **more))


def p(*runs: str, **properties: str) -> str:
    """Return a paragraph of runs, text or XML, with properties such as ``jc="center"`` or ``ppr="<…/>"``."""
    own = properties.pop("ppr", "") + "".join(f'<w:{name} w:val="{text}"/>' for name, text in properties.items())
    inside = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p><w:pPr>{own}</w:pPr>{inside}</w:p>"


def r(text: str, properties: str = "") -> str:
    """Return a run of text with the XML of its properties."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def style(identity: str, inside: str, kind: str = "paragraph", *, default: bool = False) -> str:
    """Return a style."""
    mark = ' w:default="1"' if default else ""
    return f'<w:style w:type="{kind}"{mark} w:styleId="{identity}"><w:name w:val="{identity}"/>{inside}</w:style>'


def texts(document: FormattedDocument) -> list[str]:
    """Return the text of each paragraph."""
    return [one.text for one in document.paragraphs]
