"""What rendering needs of a template besides its tags: named styles and a page; and numbering that would run on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from generator.diagnostics import Severity
from generator.ooxml.package import MAIN
from generator.ooxml.wml import qualified
from generator.templates.check.findings import Finding, at_text, of_file
from generator.templates.check.places import Passage, parse_part
from generator.templates.check.tags import Tag
from generator.templates.style_table import END_STYLE
from generator.templates.styles import TABLE_STYLE

NEEDED = ("Bảng - tiêu đề", "Bảng - nhóm", "Bảng - ô", TABLE_STYLE, END_STYLE)
"""The styles of what rendering itself writes: computed tables and the ends of sections."""
_STYLES, _NUMBERING = "word/styles.xml", "word/numbering.xml"
_VALUE = qualified("w:val")
_NUM_ID = f"{qualified('w:pPr')}/{qualified('w:numPr')}/{qualified('w:numId')}"
_STYLE = f"{qualified('w:pPr')}/{qualified('w:pStyle')}"


class TemplateStyles:
    """The styles and lists that a template defines."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        root = parse_part(parts, _STYLES) if _STYLES in parts else None
        elements = [] if root is None else list(root.iter(qualified("w:style")))
        self._by_id = {element.get(qualified("w:styleId"), ""): element for element in elements}
        self._names = {_value(element.find(qualified("w:name"))) for element in elements}
        self._bullets = _bullet_lists(parse_part(parts, _NUMBERING)) if _NUMBERING in parts else set()

    def missing(self) -> list[str]:
        """Return the names of the needed styles that the template lacks."""
        return [name for name in NEEDED if name not in self._names]

    def style_of(self, passage: Passage) -> str | None:
        """Return the style id of a paragraph; None for the default style."""
        return _value(passage.element.find(_STYLE))

    def defines(self, identity: str) -> bool:
        """Return whether a style id is defined."""
        return identity in self._by_id

    def counts(self, passage: Passage) -> bool:
        """Return whether Word numbers the paragraph by itself, as its style says or it alone; bullets do not count."""
        number = _value(passage.element.find(_NUM_ID))
        identity, seen = self.style_of(passage), set[str]()
        while number is None and identity in self._by_id and identity not in seen:
            seen.add(identity)
            style = self._by_id[identity]
            number, identity = _value(style.find(_NUM_ID)), _value(style.find(qualified("w:basedOn")))
        return number not in (None, "0") and number not in self._bullets


def _value(element: etree._Element | None) -> str | None:
    return None if element is None else element.get(_VALUE)


def _bullet_lists(numbering: etree._Element) -> set[str]:
    """Return the ids of the lists whose first level is a bullet."""
    format_path = f"{qualified('w:lvl')}/{qualified('w:numFmt')}"
    formats = {
        each.get(qualified("w:abstractNumId")): _value(each.find(format_path))
        for each in numbering.iter(qualified("w:abstractNum"))
    }
    lists = numbering.findall(qualified("w:num"))
    return {
        each.get(qualified("w:numId"), "")
        for each in lists
        if formats.get(_value(each.find(qualified("w:abstractNumId")))) == "bullet"
    }


def page_findings(roots: Mapping[str, etree._Element], styles: TemplateStyles) -> Iterator[Finding]:
    """Yield that the template lacks a style or its paper, without which nothing is rendered."""
    advice = "hãy lấy lại từ mẫu do «vanban template new» tạo ra"
    for name in styles.missing():
        yield of_file("missing-style", f"mẫu thiếu kiểu (style) «{name}»", expected=f"kiểu «{name}»", hint=advice)
    body = roots[MAIN].find(qualified("w:body"))
    if body is None or body.find(qualified("w:sectPr")) is None or len(body) == 1:
        yield of_file("missing-page", "mẫu không có nội dung hoặc không có khổ giấy", hint=advice)


def paragraph_findings(passages: Sequence[Passage], tags: Sequence[Tag], styles: TemplateStyles) -> Iterator[Finding]:
    """Yield the paragraphs of a part with a style that is not there, and those numbered by Word inside a loop."""
    depths = _loop_depths(tags)
    depth = 0
    for passage in passages:
        identity = styles.style_of(passage)
        if identity is not None and not styles.defines(identity):
            message = f"đoạn dùng kiểu (style) «{identity}» mà mẫu không có"
            yield at_text(passage, 0, passage.text, "unknown-style", message, Severity.WARNING)
        if depth > 0 and styles.counts(passage):
            yield _running_on(passage)
        depth += depths[passage.order]


def _loop_depths(tags: Sequence[Tag]) -> Counter[tuple[int, int]]:
    """Return by how much the tags of each paragraph deepen the loops."""
    depths: Counter[tuple[int, int]] = Counter()
    for tag in tags:
        depths[tag.passage.order] += {"for": 1, "endfor": -1}.get(tag.keyword, 0)
    return depths


def _running_on(passage: Passage) -> Finding:
    message = "đoạn đánh số tự động trong vòng lặp: sang nhóm sau, số sẽ chạy tiếp chứ không bắt đầu lại từ 1"
    advice = "hãy bỏ đánh số tự động, dùng nhãn của dữ liệu, ví dụ {{ line.label }}"
    return at_text(passage, 0, passage.text, "numbering-in-loop", message, Severity.WARNING, hint=advice)
