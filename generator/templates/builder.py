"""The template of a kind of document, built from the profile: bytes that Word opens and a clerk can restyle."""

from __future__ import annotations

from lxml import etree

from generator.nd30.document_types import document_type
from generator.nd30.profile import Profile
from generator.ooxml.package import CONTENT_TYPES, MAIN, write_parts
from generator.ooxml.wml import element, qualified, text_element, to_bytes, twips
from generator.templates.forms import body_builder
from generator.templates.style_table import STYLES
from generator.templates.styles import style_id, styles_part

KIND_PROPERTY = "vanban-kind"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEADER = "rIdDauTrang"

_TYPES = {
    "/word/document.xml": f"{_WORD}.document.main+xml",
    "/word/styles.xml": f"{_WORD}.styles+xml",
    "/word/settings.xml": f"{_WORD}.settings+xml",
    "/word/header1.xml": f"{_WORD}.header+xml",
    "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "/docProps/custom.xml": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
}


def build_template(profile: Profile, kind: str | None) -> bytes:
    """Return the .docx template of a kind of document, or of any named document (form 1.4) for None."""
    ids = {spec.name: style_id(spec.name) for spec in STYLES}
    body = body_builder(kind)(profile, ids).body(_section(profile))
    parts = {
        CONTENT_TYPES: _content_types(),
        "_rels/.rels": _package_relationships(),
        "docProps/core.xml": _core(kind),
        "docProps/custom.xml": _custom(kind),
        MAIN: to_bytes(element("w:document", body)),
        "word/_rels/document.xml.rels": _document_relationships(),
        "word/styles.xml": to_bytes(styles_part(profile, STYLES)),
        "word/settings.xml": to_bytes(_settings()),
        "word/header1.xml": to_bytes(_header(ids["Số trang"])),
    }
    return write_parts(parts)


def _section(profile: Profile) -> etree._Element:
    """Return the paper: A4 upright, the margins we write, the page number above the text from page 2 on."""
    page = profile.page
    reference = element("w:headerReference", type="default")
    reference.set(qualified("r:id"), _HEADER)
    margins = {side: twips(getattr(page.margin, side).default) for side in ("top", "right", "bottom", "left")}
    return element(
        "w:sectPr",
        reference,
        element("w:pgSz", w=twips(page.width.default), h=twips(page.height.default)),
        element("w:pgMar", **margins, header=twips(page.page_number.distance.default), footer=0, gutter=0),
        element("w:pgNumType", start=round(page.page_number.start.default)),
        element("w:cols", space=720),
        element("w:titlePg"),
    )


def _header(style: str) -> etree._Element:
    field = element("w:fldSimple", element("w:r", text_element("2")), instr=" PAGE ")
    return element("w:hdr", element("w:p", element("w:pPr", element("w:pStyle", val=style)), field))


def _settings() -> etree._Element:
    word = "http://schemas.microsoft.com/office/word"
    mode = element("w:compatSetting", name="compatibilityMode", uri=word, val=15)
    return element(
        "w:settings",
        element("w:zoom", percent=100),
        element("w:defaultTabStop", val=720),
        element("w:characterSpacingControl", val="doNotCompress"),
        element("w:compat", mode),
        element("w:themeFontLang", val="vi-VN"),
    )


def _content_types() -> bytes:
    namespace = f"{_PACKAGE}/content-types"
    root = etree.Element(f"{{{namespace}}}Types", nsmap={None: namespace})
    for extension, kind in (
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
    ):
        etree.SubElement(root, f"{{{namespace}}}Default", Extension=extension, ContentType=kind)
    for part, kind in _TYPES.items():
        etree.SubElement(root, f"{{{namespace}}}Override", PartName=part, ContentType=kind)
    return _part(root)


def _package_relationships() -> bytes:
    return _relationships(
        ("rId1", f"{_OFFICE}/relationships/officeDocument", MAIN),
        ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ("rId3", f"{_OFFICE}/relationships/custom-properties", "docProps/custom.xml"),
    )


def _document_relationships() -> bytes:
    return _relationships(
        ("rId1", f"{_OFFICE}/relationships/styles", "styles.xml"),
        ("rId2", f"{_OFFICE}/relationships/settings", "settings.xml"),
        (_HEADER, f"{_OFFICE}/relationships/header", "header1.xml"),
    )


def _relationships(*entries: tuple[str, str, str]) -> bytes:
    namespace = f"{_PACKAGE}/relationships"
    root = etree.Element(f"{{{namespace}}}Relationships", nsmap={None: namespace})
    for identity, kind, target in entries:
        etree.SubElement(root, f"{{{namespace}}}Relationship", Id=identity, Type=kind, Target=target)
    return _part(root)


def _core(kind: str | None) -> bytes:
    core, terms = f"{_PACKAGE}/metadata/core-properties", "http://purl.org/dc/elements/1.1/"
    root = etree.Element(f"{{{core}}}coreProperties", nsmap={"cp": core, "dc": terms})
    name = document_type(kind).name if kind else "Văn bản có tên loại"
    etree.SubElement(root, f"{{{terms}}}title").text = f"Mẫu: {name}"
    etree.SubElement(root, f"{{{terms}}}language").text = "vi-VN"
    return _part(root)


def _custom(kind: str | None) -> bytes:
    """Return the custom properties: the kind that the template is for, read by the template check."""
    properties, values = f"{_OFFICE}/custom-properties", f"{_OFFICE}/docPropsVTypes"
    root = etree.Element(f"{{{properties}}}Properties", nsmap={None: properties, "vt": values})
    entry = etree.SubElement(
        root,
        f"{{{properties}}}property",
        fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}",
        pid="2",
        name=KIND_PROPERTY,
    )
    etree.SubElement(entry, f"{{{values}}}lpwstr").text = kind or "any"
    return _part(root)


def _part(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
