"""The XML of a template's part with its tags bare: ``{%p … %}`` in place of its paragraph, ``{%tr … %}`` of its row."""

from __future__ import annotations

from lxml import etree

from generator.ooxml.wml import qualified

_RUN, _TEXT, _PROPERTIES = qualified("w:r"), qualified("w:t"), qualified("w:rPr")


def patched(root: etree._Element) -> str:
    """Return the XML of a part, made ready for Jinja by docxtpl; the element given is changed."""
    from docxtpl import DocxTemplate

    _strip_blanks(root)
    source = etree.tostring(root, encoding="unicode")
    made: str = DocxTemplate(None).patch_xml(source)
    return made


def _strip_blanks(root: etree._Element) -> None:
    """Remove the blanks between elements, which are layout of the file and no text of the document."""
    for node in root.iter():
        if node.tail is not None and not node.tail.strip():
            node.tail = None
        if len(node) and node.text is not None and not node.text.strip():
            node.text = None
