"""What remains of a table or row when its conditions fail: without rows or cells it is left out of the document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from generator.diagnostics import Severity
from generator.ooxml.wml import qualified
from generator.templates.check.findings import Finding, at_tag
from generator.templates.check.tags import BRANCHES, ENDS, OPENERS, Tag

_ROW, _CELL, _PARAGRAPH = (qualified(f"w:{name}") for name in ("tr", "tc", "p"))
_CHILDREN = {"tr": _ROW, "tc": _CELL}
_WORDS = {"tr": ("bảng", "hàng", "table"), "tc": ("hàng", "ô", "row")}
_NOTHING, _KEPT = "nothing", "kept"


@dataclass
class _Block:
    """A block on the way through a table."""

    before: frozenset[str]
    after: set[str] = field(default_factory=set)
    """With what each branch so far may end."""
    otherwise: bool = False


def remains_findings(tags: Sequence[Tag]) -> Iterator[Finding]:
    """Yield the tables that may lose all rows, and the rows that may lose all cells."""
    by_paragraph: dict[etree._Element, list[Tag]] = {}
    for tag in tags:
        by_paragraph.setdefault(tag.passage.element, []).append(tag)
    holders: dict[etree._Element, Tag] = {}
    for tag in tags:
        holder = _holder(tag)
        if holder is not None and tag.keyword in OPENERS:
            holders.setdefault(holder, tag)
    for holder, tag in holders.items():
        if _ends(_children(holder, tag.form, by_paragraph)) - {_KEPT}:
            yield _nothing_left(tag)


def _holder(tag: Tag) -> etree._Element | None:
    """Return the table around the row of a tag, or the row around its cell."""
    child = {"tr": tag.passage.row, "tc": tag.passage.cell}.get(tag.form)
    return None if child is None else child.getparent()


def _children(holder: etree._Element, form: str, tags: dict[etree._Element, list[Tag]]) -> Iterator[Tag | str]:
    for child in holder.iterchildren(_CHILDREN[form]):
        paragraphs = [tags.get(paragraph, []) for paragraph in child.iter(_PARAGRAPH)]
        control = [tag for found in paragraphs for tag in found if tag.form == form]
        yield control[0] if control else _KEPT


def _ends(events: Iterable[Tag | str]) -> frozenset[str]:
    """Return with what the events may end, over all ways through their blocks; kept where the blocks do not match."""
    now = frozenset({_NOTHING})
    blocks: list[_Block] = []
    for event in events:
        if isinstance(event, str):
            now = frozenset({event})
        elif event.keyword in OPENERS:
            blocks.append(_Block(now))
        elif not blocks:
            return frozenset({_KEPT})  # An end without its start: told as such.
        elif event.keyword in BRANCHES:
            blocks[-1].after |= now
            blocks[-1].otherwise |= event.keyword == "else"
            now = blocks[-1].before
        elif event.keyword in ENDS:
            now = _closed(blocks.pop(), now)
    return frozenset({_KEPT}) if blocks else now


def _closed(block: _Block, last: frozenset[str]) -> frozenset[str]:
    passed_over = frozenset() if block.otherwise else block.before
    return frozenset(block.after) | last | passed_over


def _nothing_left(tag: Tag) -> Finding:
    holder, child, name = _WORDS[tag.form]
    message = f"cả {holder} này sẽ không được in khi danh sách trống hoặc điều kiện không đúng: không còn {child} nào"
    advice = f"nếu {holder} phải còn lại, hãy để một {child} nằm ngoài các thẻ"
    return at_tag(tag, f"empty-{name}", message, Severity.WARNING, hint=advice)
