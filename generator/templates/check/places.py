"""The paragraphs of a template, each with its text and its place in words that a clerk can follow in Word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from generator.ooxml import package
from generator.ooxml.package import MAIN
from generator.ooxml.wml import qualified

_MERGED = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_KINDS = {
    "header": "đầu trang",
    "footer": "chân trang",
    "footnotes": "chú thích cuối trang",
    "endnotes": "chú thích cuối văn bản",
}
_BREAKS = {qualified("w:tab"): "\t", qualified("w:br"): "\n", qualified("w:cr"): "\n"}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PARAGRAPH, _TABLE, _ROW, _CELL = (qualified(f"w:{name}") for name in ("p", "tbl", "tr", "tc"))
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_TEXTS, _RUNS = (qualified("w:t"), f"{_MATH}t"), (qualified("w:r"), f"{_MATH}r")
_TEXT_BOX = qualified("w:txbxContent")


@dataclass(frozen=True)
class Passage:
    """A paragraph of a part that rendering fills."""

    element: etree._Element
    text: str
    """Its own text, that of the text boxes in it left out."""
    where: str
    """``đoạn 14``; ``bảng 2, hàng 3, ô 1``; ``đầu trang (header1), đoạn 1``."""
    order: tuple[int, int]
    """Number of the part and of the paragraph in it."""

    @property
    def parent(self) -> etree._Element | None:
        """The element around the paragraph: body, cell, header, content control."""
        return self.element.getparent()

    @property
    def row(self) -> etree._Element | None:
        """The innermost table row around the paragraph, if any."""
        return next(self.element.iterancestors(_ROW), None)

    def holder(self, offset: int) -> etree._Element | None:
        """Return what holds the run of a character of the text: the paragraph, a link, a control, an insertion."""
        for node in text_nodes(self.element):
            offset -= len(text_of(node))
            if offset < 0:
                return next(node.iterancestors(*_RUNS)).getparent()
        return None

    def nodes(self, start: int, end: int) -> list[tuple[etree._Element, int]]:
        """Return the texts that characters of the paragraph stand in, each with the number of its first character."""
        found, place = [], 0
        for node in text_nodes(self.element):
            if place < end and place + len(text_of(node)) > start:
                found.append((node, place))
            place += len(text_of(node))
        return found

    @property
    def cell(self) -> etree._Element | None:
        """The innermost table cell around the paragraph, if any."""
        return next(self.element.iterancestors(_CELL), None)


def merged_parts(parts: Mapping[str, bytes]) -> dict[str, etree._Element]:
    """Return the roots of the parts that rendering fills, the main part first.

    Raises TemplateError for a part that is no XML.
    """
    names = sorted((name for name in parts if _MERGED.fullmatch(name)), key=lambda name: (name != MAIN, name))
    return {name: parse_part(parts, name) for name in names}


def parse_part(parts: Mapping[str, bytes], name: str) -> etree._Element:
    """Return the root of a part; raises TemplateError when it is no XML."""
    return package.parse_part(parts[name], f"{name} của mẫu")


def passages(roots: Mapping[str, etree._Element]) -> list[list[Passage]]:
    """Return the paragraphs of each part, in the order of the text."""
    found = []
    for number, (name, root) in enumerate(roots.items()):
        holder = _part_label(name)
        walked = _walk(root, f"{holder}, " if holder else "", _Count())
        found.append([Passage(each, _text(each), where, (number, index)) for index, (each, where) in enumerate(walked)])
    return found


def _part_label(name: str) -> str:
    """Return ``đầu trang (header1)``; nothing for the main part."""
    stem = name.removeprefix("word/").removesuffix(".xml")
    return "" if name == MAIN else f"{_KINDS[stem.rstrip('0123456789')]} ({stem})"


@dataclass
class _Count:
    """How many paragraphs and tables of a container came so far."""

    paragraphs: int = 0
    tables: int = 0
    alone: bool = False
    """Whether the container is a cell with one paragraph, which needs no number."""


def _walk(holder: etree._Element, before: str, count: _Count) -> Iterator[tuple[etree._Element, str]]:
    """Yield each paragraph with its place; elements such as content controls are looked through."""
    for child in holder:
        if child.tag == _PARAGRAPH:
            count.paragraphs += 1
            where = before.removesuffix(", ") if count.alone else f"{before}đoạn {count.paragraphs}"
            yield child, where
            yield from _boxes(child, where)
        elif child.tag == _TABLE:
            count.tables += 1
            yield from _cells(child, f"{before}bảng {count.tables}, ")
        elif child.tag != _FALLBACK:
            yield from _walk(child, before, count)


def _cells(table: etree._Element, before: str) -> Iterator[tuple[etree._Element, str]]:
    for row_number, row in enumerate(_own(table, _ROW, _TABLE), 1):
        for number, cell in enumerate(_own(row, _CELL, _ROW), 1):
            alone = len(list(_own(cell, _PARAGRAPH, _CELL))) == 1
            yield from _walk(cell, f"{before}hàng {row_number}, ô {number}, ", _Count(alone=alone))


def _own(holder: etree._Element, name: str, level: str) -> Iterator[etree._Element]:
    """Yield the elements of a name whose nearest element of the holder's level is the holder."""
    for found in holder.iter(name):
        if next(found.iterancestors(level), None) is holder:
            yield found


def _boxes(paragraph: etree._Element, where: str) -> Iterator[tuple[etree._Element, str]]:
    """Yield the paragraphs of the text boxes anchored in a paragraph, each box once."""
    for box in paragraph.iter(_TEXT_BOX):
        inner = next(box.iterancestors(_PARAGRAPH), None) is paragraph
        if inner and next(box.iterancestors(_FALLBACK), None) is None:
            yield from _walk(box, f"khung chữ ở {where}, ", _Count())


def _text(paragraph: etree._Element) -> str:
    return "".join(map(text_of, text_nodes(paragraph)))


def text_nodes(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Yield the texts, tabs and breaks of a paragraph, those of text boxes in it left out."""
    for node in paragraph.iter(*_TEXTS, *_BREAKS):
        if next(node.iterancestors(_PARAGRAPH, qualified("w:tabs")), None) is paragraph:
            yield node


def between(first: etree._Element, last: etree._Element) -> list[etree._Element]:
    """Return the elements that come behind one of a paragraph and before another of it, in the order of the file."""
    paragraph = next(first.iterancestors(_PARAGRAPH))
    walked = [each for each in paragraph.iter() if isinstance(each.tag, str)]
    return walked[walked.index(first) + 1 : walked.index(last)]


def text_of(node: etree._Element) -> str:
    """Return the text of such a node; a tab or a break is one character."""
    return _BREAKS.get(str(node.tag)) or node.text or ""
