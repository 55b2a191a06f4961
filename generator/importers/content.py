"""The outline of a reading as sections and blocks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.diagnostics import Diagnostic, hint
from generator.importers.emphasis import Emphasis
from generator.importers.imported import place, rewritten, unkept
from generator.importers.tables import TableImporter
from generator.model.blocks import Block, Item, Note, Numbering, Other, Paragraph, Section
from generator.model.labels import LabelCounter
from generator.reading.labels import LabelKind
from generator.reading.lines import Passage
from generator.reading.outline import Node
from generator.vietnamese.marks import escape
from generator.vietnamese.unicode import fold

_SECTIONS = frozenset({LabelKind.PART, LabelKind.CHAPTER, LabelKind.SECTION, LabelKind.ROMAN, LabelKind.ARTICLE})
_WORDED = frozenset({LabelKind.PART, LabelKind.CHAPTER, LabelKind.SECTION, LabelKind.ARTICLE})
_REMARK = re.compile(r"\([^()]*(?:\([^()]*\)[^()]*)*\)[.;]?")
_TITLE_REMARK = re.compile(r"(?P<title>[^()]+?)\s*(?P<remark>\([^()]+\))")
_END = re.compile(r"\s*\.?/\.\s*$")


class ContentImporter:
    """Turns nodes into blocks; labels are stored only where they differ from the computed ones."""

    def __init__(self, tables: TableImporter, emphasis: Emphasis | None = None) -> None:
        self.notes: list[Diagnostic] = []
        self._tables = tables
        self._emphasis = emphasis or Emphasis({})
        self._articles: Counter[Numbering] = Counter()

    def sections(self, nodes: Sequence[Node]) -> tuple[Section, ...]:
        """Return the body: titled nodes as sections, the others between them as sections without title."""
        counter = LabelCounter(articles=self._articles)
        sections: list[Section] = []
        for titled, run in groupby(without_end(nodes), key=_is_section):
            if titled:
                sections += [self._section(node, counter) for node in run]
            else:
                sections.append(Section(numbering=Numbering.NONE, blocks=self.blocks(tuple(run))))
        return tuple(sections)

    def blocks(self, nodes: Sequence[Node], parent: str = "") -> tuple[Block, ...]:
        """Return the blocks of sibling nodes, in order; `parent` is the label of the node above them."""
        counter = LabelCounter(parent, self._articles)
        return tuple(block for node in nodes for block in self._blocks(node, counter))

    def other_lines(self, nodes: Sequence[Node]) -> tuple[Block, ...]:
        """Return each node as words without a place, for a table of which only its lines are left."""
        return tuple(Other(text=node.text) for node in nodes)

    def _blocks(self, node: Node, counter: LabelCounter) -> Iterator[Block]:
        if node.grid is not None:
            yield self._tables.block(node.grid)
        elif node.kind is None:
            yield self._plain(node)
        elif _is_section(node):
            yield self._section(node, counter)
        elif node.text:
            yield self._item(node, counter)
        else:
            yield from self._bare(node, counter)

    def _plain(self, node: Node) -> Block:
        """Return a paragraph, or a remark when the text stands wholly in brackets."""
        text = self._emphasis.marked(node.text, node.lines)
        return Note(text=text) if _REMARK.fullmatch(node.text) else Paragraph(text=text)

    def _bare(self, node: Node, counter: LabelCounter) -> Iterator[Block]:
        """Yield a label without words as it stands, then beside it what belonged to it."""
        self.notes.append(unkept("nhãn không có nội dung theo sau", node.label, node.lines, "empty-label"))
        yield Other(text=node.label)
        for child in node.children:
            yield from self._blocks(child, counter)

    def _item(self, node: Node, counter: LabelCounter) -> Item:
        text = self._emphasis.marked(node.text, node.lines)
        item = Item(numbering=_numbering(node), text=text, heading=node.heading)
        label, printed = self._label(node, counter.next(item))
        return item.model_copy(update={"label": label, "blocks": self.blocks(node.children, printed)})

    def _section(self, node: Node, counter: LabelCounter) -> Section:
        title, remark = self._title(node)
        section = Section(numbering=_numbering(node), title=escape(title) or None)
        label, printed = self._label(node, counter.next(section))
        below = self.blocks(node.children, printed)
        return section.model_copy(update={"label": label, "blocks": (*remark, *below)})

    def _title(self, node: Node) -> tuple[str, tuple[Block, ...]]:
        """Return the title and the remark in small letters that stands behind it: (theo phụ lục đính kèm)."""
        match = _TITLE_REMARK.fullmatch(node.text)
        if not match or not match["title"].isupper() or match["remark"].isupper():
            return node.text, ()
        where = place(node.lines, quote=match["remark"])
        message = "lời ghi chú sau tiêu đề được tách thành dòng riêng, vì tiêu đề in hoa"
        self.notes.append(hint(message, where, code="title-remark"))
        return match["title"], (Note(text=escape(match["remark"])),)

    def _label(self, node: Node, computed: str) -> tuple[str | None, str]:
        """Return the label to store, None where it is the computed one, and the label as it will be printed."""
        if node.label == computed:
            return None, computed
        if node.kind in _WORDED and fold(node.label).rstrip(" .:") == fold(computed).rstrip(" ."):
            self.notes.append(rewritten(Passage(node.label, node.lines), computed))
            return None, computed
        return node.label, node.label


def _is_section(node: Node) -> bool:
    """Tell whether the node is a titled part; a running Điều is an item."""
    return node.kind in _SECTIONS and not (node.kind is LabelKind.ARTICLE and not node.heading and node.text)


def _numbering(node: Node) -> Numbering:
    return Numbering(str(node.kind)) if node.kind else Numbering.NONE


def without_end_mark(text: str) -> str:
    """Return the text without ./. at its end, which is set when the document is printed."""
    return _END.sub("", text) or text


def without_end(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """Return the nodes, the very last text of them without the end mark of the content."""
    if not nodes:
        return ()
    *before, last = nodes
    children = without_end(last.children)
    text = last.text if children else without_end_mark(last.text)
    return (*before, Node(text, last.lines, last.kind, last.label, last.ordinal, last.heading, last.grid, children))
