"""The XML of a template's part with its tags bare: ``{%p … %}`` in place of its paragraph, ``{%tr … %}`` of its row."""

from __future__ import annotations

from lxml import etree

from generator.ooxml.wml import qualified
from generator.templates.check.places import text_nodes, text_of
from generator.templates.check.tags import with_plain_blanks

_PARAGRAPH, _TEXT = qualified("w:p"), qualified("w:t")


def patched(root: etree._Element) -> str:
    """Return the XML of a part, made ready for Jinja by docxtpl; the element given is changed."""
    from docxtpl import DocxTemplate

    _strip_blanks(root)
    for paragraph in root.iter(_PARAGRAPH):
        _make_blanks_plain(paragraph)
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


def _make_blanks_plain(paragraph: etree._Element) -> None:
    """Make ordinary blanks of the tabs, breaks and no-break spaces in tags, of which docxtpl would make nothing."""
    nodes = list(text_nodes(paragraph))
    text = "".join(map(text_of, nodes))
    plain = with_plain_blanks(text)
    if plain == text:
        return
    for node in nodes:
        old, new, plain = text_of(node), plain[: len(text_of(node))], plain[len(text_of(node)) :]
        if old != new:
            node.tag, node.text = _TEXT, new
