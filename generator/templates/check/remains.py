"""What remains of a table when its conditions fail: Word opens no file with a table without rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from generator.diagnostics import Severity
from generator.ooxml.wml import qualified
from generator.templates.check.findings import Finding, at_tag
from generator.templates.check.tags import BRANCHES, ENDS, OPENERS, Tag

_TABLE, _ROW, _PARAGRAPH = (qualified(f"w:{name}") for name in ("tbl", "tr", "p"))
_NOTHING, _KEPT = "nothing", "kept"


@dataclass
class _Block:
    """A block on the way through a table."""

    before: frozenset[str]
    after: set[str] = field(default_factory=set)
    """With what each branch so far may end."""
    otherwise: bool = False


def remains_findings(tags: Sequence[Tag]) -> Iterator[Finding]:
    """Yield the tables that may lose all rows."""
    by_paragraph: dict[etree._Element, list[Tag]] = {}
    for tag in tags:
        by_paragraph.setdefault(tag.passage.element, []).append(tag)
    tables: dict[etree._Element, Tag] = {}
    for tag in tags:
        table = _table(tag)
        if table is not None and tag.keyword in OPENERS:
            tables.setdefault(table, tag)
    for table, tag in tables.items():
        if _ends(_rows(table, by_paragraph)) - {_KEPT}:
            yield _no_rows(tag)


def _table(tag: Tag) -> etree._Element | None:
    row = tag.passage.row if tag.form == "tr" else None
    return None if row is None else row.getparent()


def _rows(table: etree._Element, tags: dict[etree._Element, list[Tag]]) -> Iterator[Tag | str]:
    for row in table.iterchildren(_ROW):
        paragraphs = [tags.get(paragraph, []) for paragraph in row.iter(_PARAGRAPH)]
        control = [tag for found in paragraphs for tag in found if tag.form == "tr"]
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


def _no_rows(tag: Tag) -> Finding:
    message = "bảng này có thể không còn hàng nào khi danh sách trống hoặc điều kiện không đúng"
    advice = "hãy để một hàng tiêu đề nằm ngoài các thẻ, hoặc đặt cả bảng giữa {%p if … %} và {%p endif %}"
    return at_tag(tag, "empty-table", message, Severity.WARNING, hint=advice)
