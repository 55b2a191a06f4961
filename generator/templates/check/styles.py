"""What rendering needs of a template besides its tags: named styles and a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from lxml import etree

from generator.diagnostics import Severity
from generator.ooxml.package import MAIN
from generator.ooxml.wml import qualified
from generator.templates.check.findings import Finding, at_text, of_file
from generator.templates.check.places import Passage, parse_part
from generator.templates.check.tags import Tag
from generator.templates.needed_styles import NEEDED_FOR

_STYLES = "word/styles.xml"
_VALUE = qualified("w:val")
_STYLE = f"{qualified('w:pPr')}/{qualified('w:pStyle')}"


class TemplateStyles:
    """The styles that a template defines."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        root = parse_part(parts, _STYLES) if _STYLES in parts else None
        elements = [] if root is None else list(root.iter(qualified("w:style")))
        self._by_id = {element.get(qualified("w:styleId"), ""): element for element in elements}
        self._names = {_value(element.find(qualified("w:name"))) for element in elements}

    def missing(self, tags: Iterable[Tag]) -> list[str]:
        """Return the names of the styles that the template lacks and that what its tags print needs."""
        words = " ".join(tag.expression for tag in tags if tag.kind != "comment")
        needed = [name for field, names in NEEDED_FOR.items() if field in words for name in names]
        return [name for name in needed if name not in self._names]

    def style_of(self, passage: Passage) -> str | None:
        """Return the style id of a paragraph; None for the default style."""
        return _value(passage.element.find(_STYLE))

    def defines(self, identity: str) -> bool:
        """Return whether a style id is defined."""
        return identity in self._by_id


def _value(element: etree._Element | None) -> str | None:
    return None if element is None else element.get(_VALUE)


def page_findings(
    roots: Mapping[str, etree._Element], styles: TemplateStyles, tags: Iterable[Tag]
) -> Iterator[Finding]:
    """Yield that the template lacks its paper, or a style of a table or a section's end that its tags print."""
    advice = "hãy lấy lại từ mẫu do «vanban template new» tạo ra"
    for name in styles.missing(tags):
        yield of_file("missing-style", f"mẫu thiếu kiểu (style) «{name}»", expected=f"kiểu «{name}»", hint=advice)
    body = roots[MAIN].find(qualified("w:body"))
    if body is None or body.find(qualified("w:sectPr")) is None or len(body) == 1:
        yield of_file("missing-page", "mẫu không có nội dung hoặc không có khổ giấy", hint=advice)


def paragraph_findings(passages: Sequence[Passage], styles: TemplateStyles) -> Iterator[Finding]:
    """Yield the paragraphs of a part with a style that is not there."""
    for passage in passages:
        identity = styles.style_of(passage)
        if identity is not None and not styles.defines(identity):
            message = f"đoạn dùng kiểu (style) «{identity}» mà mẫu không có"
            yield at_text(passage, 0, passage.text, "unknown-style", message, Severity.WARNING)
