"""Bookmarks beside tags: those of Word itself are taken out, split tags are joined, the others keep their pairs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import count

from lxml import etree

from generator.ooxml.package import MAIN
from generator.ooxml.wml import qualified
from generator.templates.check.findings import Finding, at_text
from generator.templates.check.places import Passage, between, passages, text_of
from generator.templates.check.tags import BRANCHES, ENDS, OPENERS, Tag, tags_of

_START, _END, _TEXT = (qualified(f"w:{name}") for name in ("bookmarkStart", "bookmarkEnd", "t"))
_ID, _NAME = qualified("w:id"), qualified("w:name")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_IDLE = re.compile(r"_GoBack|_Hlk\d+")
"""Names that Word itself gives to the place of the last edit and to what was copied."""
_Blocks = tuple[int, ...]
"""The open branches of blocks, by number."""


def settle_bookmarks(root: etree._Element) -> None:
    """Take out the bookmarks that only Word uses, and join the tags that hold others; the part is changed."""
    marks = [mark for mark in root.iter(_START, _END) if mark.getparent() is not None]
    idle = {mark.get(_ID) for mark in marks if _IDLE.fullmatch(mark.get(_NAME, ""))}
    for mark in marks:
        holder = mark.getparent()
        if mark.get(_ID) in idle and holder is not None:
            holder.remove(mark)
    if len(marks) > 2 * len(idle):
        (part,) = passages({MAIN: root})
        for tag in (tag for passage in part for tag in tags_of(passage)):
            _join(tag)


def _join(tag: Tag) -> None:
    """Put a tag that is split around a bookmark into one text: behind the bookmark's start, else before its end."""
    nodes = tag.passage.nodes(tag.start, tag.end)
    inside = between(nodes[0][0], nodes[-1][0])
    if not any(each.tag in (_START, _END) for each in inside):
        return
    starts = [place for place, each in enumerate(inside) if each.tag == _START]
    following = [*inside[starts[0] :], nodes[-1][0]] if starts else [nodes[0][0]]
    host = next(each for each in following if any(each is node for node, _ in nodes))
    for node, begin in nodes:
        text = text_of(node)
        before, after = text[: max(0, tag.start - begin)], text[max(0, tag.end - begin) :]
        node.tag, node.text = _TEXT, before + (tag.raw if node is host else "") + after
        node.set(_SPACE, "preserve")


def bookmark_findings(part: Sequence[Passage]) -> Iterator[Finding]:
    """Yield the bookmarks of one part that begin in one block of tags and end in another, which may tear them apart."""
    if not part:
        return
    begun: dict[str | None, tuple[etree._Element, _Blocks]] = {}
    for mark, blocks, passage in _marks(part):
        if mark.tag == _START:
            begun[mark.get(_ID)] = mark, blocks
        elif mark.get(_ID) in begun and begun[mark.get(_ID)][1] != blocks:
            name = begun[mark.get(_ID)][0].get(_NAME, "")
            message = f"dấu trang (bookmark) «{name}» mở và kết thúc ở hai bên của một thẻ if hoặc for"
            advice = "hãy xóa dấu trang này (Insert, Bookmark), hoặc đặt cả hai đầu vào cùng một bên"
            yield at_text(passage, 0, passage.text, "split-bookmark", message, hint=advice)


def _marks(part: Sequence[Passage]) -> Iterator[tuple[etree._Element, _Blocks, Passage]]:
    """Yield the starts and ends of bookmarks in order, each with the blocks open there and the paragraph at hand.

    Those that vanish with a tag's paragraph, row or cell are told with the tag.
    """
    starting: dict[etree._Element, list[Tag]] = {}
    for tag in (tag for passage in part for tag in tags_of(passage)):
        starting.setdefault(tag.passage.nodes(tag.start, tag.end)[0][0], []).append(tag)
    replaced = {tag.replaced for tags in starting.values() for tag in tags}
    paragraphs = {passage.element: passage for passage in part}
    blocks: list[int] = []
    passage, numbers = part[0], count()
    for each in passage.element.getroottree().getroot().iter():
        passage = paragraphs.get(each, passage)
        for tag in starting.get(each, ()):
            _turn(blocks, tag, next(numbers))
        if each.tag in (_START, _END) and replaced.isdisjoint(each.iterancestors()):
            yield each, tuple(blocks), passage


def _turn(blocks: list[int], tag: Tag, number: int) -> None:
    if tag.meant in OPENERS:
        blocks.append(number)
    elif tag.meant in BRANCHES and blocks:
        blocks[-1] = number
    elif tag.meant in ENDS and blocks:
        blocks.pop()
