"""Whether every ``if`` and ``for`` of a part has its end, and stands where its end can reach it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.diagnostics import Severity
from generator.templates.check.findings import Finding, at_tag
from generator.templates.check.places import Passage
from generator.templates.check.tags import BRANCHES, ENDS, OPENERS, Tag

MOST_DEEP = 30
"""How many blocks may stand within each other; Python, of which programs are made, has a limit."""


@dataclass
class _Open:
    """A block whose end is still to come."""

    tag: Tag
    otherwise: bool = False
    """Whether its ``else`` came already."""


def block_findings(tags: Sequence[Tag]) -> Iterator[Finding]:
    """Yield what is wrong with the blocks of one part, its tags given in order."""
    stack: list[_Open] = []
    for tag in tags:
        if tag.meant in OPENERS:
            stack.append(_Open(tag))
            if len(stack) == MOST_DEEP + 1:
                yield at_tag(tag, "nested-too-deep", f"quá {MOST_DEEP} thẻ if, for lồng vào nhau, đây là thẻ quá mức")
        elif tag.meant in BRANCHES:
            yield from _branch(tag, stack)
        elif tag.meant in ENDS:
            yield from _end(tag, stack)
    yield from (_endless(block.tag) for block in stack)


def _branch(tag: Tag, stack: Sequence[_Open]) -> Iterator[Finding]:
    if not stack or (tag.meant == "elif" and stack[-1].tag.meant != "if"):
        yield at_tag(tag, "stray-tag", f"thẻ {tag.meant} đứng ngoài, không có thẻ if nào đang mở trước nó")
        return
    if stack[-1].otherwise:
        yield at_tag(tag, "stray-tag", f"thẻ {tag.meant} đứng sau else của cùng một thẻ {stack[-1].tag.meant}")
    stack[-1].otherwise |= tag.meant == "else"
    yield from _misplaced(stack[-1].tag, tag)


def _end(tag: Tag, stack: list[_Open]) -> Iterator[Finding]:
    """Close the innermost block that the tag can end; those left open inside it have no end."""
    wanted = ENDS[tag.meant]
    if all(block.tag.meant != wanted for block in stack):
        yield at_tag(tag, "stray-tag", f"thẻ {tag.meant} không có thẻ {wanted} nào mở trước nó")
        return
    while stack[-1].tag.meant != wanted:
        yield _endless(stack.pop().tag)
    yield from _misplaced(stack.pop().tag, tag)


def _endless(tag: Tag) -> Finding:
    mark = f"{{%{tag.form} end{tag.meant} %}}"
    return at_tag(tag, "missing-end", f"thẻ {tag.meant} mở ra mà không kết thúc", expected=f"«{mark}» ở sau nó")


def _misplaced(first: Tag, second: Tag) -> Iterator[Finding]:
    """Yield why two tags of one block cannot work together: other letters, another cell, one row."""
    if first.form != second.form:
        named = f"«{first.raw}» ({first.passage.where})"
        message = f"thẻ {second.meant} không cùng dạng với thẻ mở {named}"
        words = f"{second.meant} …" if second.meant == "elif" else second.meant
        expected = f"«{{%{first.form} {words} %}}»"
        yield at_tag(second, "mixed-forms", message, expected=expected)
    else:
        check = {"p": _paragraphs, "tr": _rows, "tc": _cells}.get(first.form, _inline)
        yield from check(first, second)


def _paragraphs(first: Tag, second: Tag) -> Iterator[Finding]:
    if first.passage.parent is not second.passage.parent:
        yield _elsewhere(first, second, "cùng một ô, hoặc cùng ở ngoài bảng")


def _rows(first: Tag, second: Tag) -> Iterator[Finding]:
    one, other = first.passage.row, second.passage.row
    if one is None or other is None:
        return
    if one is other:
        message = f"thẻ «{first.raw}» mở và kết thúc trong cùng một hàng"
        advice = "hãy đặt thẻ mở vào một hàng riêng ở trên, thẻ kết thúc vào một hàng riêng ở dưới"
        yield at_tag(second, "loop-in-row", message, hint=advice)
    elif one.getparent() is not other.getparent():
        yield _elsewhere(first, second, "cùng một bảng")


def _cells(first: Tag, second: Tag) -> Iterator[Finding]:
    one, other = first.passage, second.passage
    if one.row is not other.row:
        yield _elsewhere(first, second, "cùng một hàng")
    elif one.cell is other.cell and one.cell is not None:
        message = f"thẻ «{first.raw}» mở và kết thúc trong cùng một ô"
        yield at_tag(second, "loop-in-row", message, hint="hãy đặt mỗi thẻ vào một ô riêng")


def _inline(first: Tag, second: Tag) -> Iterator[Finding]:
    if first.passage is second.passage:
        yield from _held(first, second)
        return
    if first.passage.parent is second.passage.parent and not first.form:
        message = f"thẻ «{first.raw}» mở ở {first.passage.where}, kéo qua nhiều đoạn"
        advice = f"nếu muốn lặp hay bỏ cả đoạn, hãy viết {{%p {first.meant} … %}} và {{%p end{first.meant} %}}"
        yield at_tag(second, "block-across-paragraphs", message, Severity.WARNING, hint=advice)
    elif _same_table(first.passage, second.passage):
        yield _scrambling(first, second)
    else:
        yield _elsewhere(first, second, "cùng một đoạn")


def _held(first: Tag, second: Tag) -> Iterator[Finding]:
    if first.passage.holder(first.start) is not first.passage.holder(second.start):
        yield _elsewhere(first, second, "cùng ở trong hoặc cùng ở ngoài liên kết, ô điều khiển (content control)")


def _same_table(one: Passage, other: Passage) -> bool:
    rows = one.row, other.row
    return all(row is not None for row in rows) and len({row.getparent() for row in rows if row is not None}) == 1


def _scrambling(first: Tag, second: Tag) -> Finding:
    message = f"thẻ thường «{first.raw}» ({first.passage.where}) kéo qua nhiều ô, chữ sẽ nhảy sang ô khác"
    advice = f"để lặp cả hàng, hãy viết {{%tr {first.meant} … %}} và {{%tr end{first.meant} %}} ở hai hàng riêng"
    return at_tag(second, "plain-block-in-row", message, hint=advice)


def _elsewhere(first: Tag, second: Tag, together: str) -> Finding:
    message = f"thẻ {second.meant} không ở cùng chỗ với thẻ mở «{first.raw}» ({first.passage.where})"
    return at_tag(second, "misplaced-tag", message, expected=f"hai thẻ đứng {together}")
