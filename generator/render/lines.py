"""The body of a document as flat lines, each with the kind that names its style in the template."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from generator.errors import DataError
from generator.model.blocks import (
    Block,
    Item,
    Note,
    Numbering,
    ObjectivesHere,
    Other,
    Paragraph,
    Picture,
    Section,
    Table,
    TargetsHere,
    TasksHere,
)
from generator.model.document import Document
from generator.model.labels import LabelCounter
from generator.model.layout import TableLayout
from generator.model.plan import Plan
from generator.model.target_wording import target_text
from generator.render.grid import Grid
from generator.render.rich_text import paragraphs_of, rich_listed, with_content_end
from generator.render.target_table import target_grid
from generator.render.task_table import TaskTable
from generator.render.user_table import user_grid
from generator.spelling import suggestion
from generator.templates.body import PICTURE, PICTURE_TITLE
from generator.vietnamese.marks import Run, escape, to_marks

_TITLE_BELOW = {Numbering.PART, Numbering.CHAPTER, Numbering.SECTION}
_TITLED = {*_TITLE_BELOW, Numbering.ROMAN, Numbering.ARTICLE}
"""Kinds whose line is a title by its nature (II.6d)."""
_WITHOUT_END = ("table", "table_title", PICTURE, PICTURE_TITLE)
_DASH, _ARTICLE = Numbering.DASH, Numbering.ARTICLE
_PLAIN_KINDS = {
    **{numbering: numbering.value for numbering in Numbering},
    Numbering.DECIMAL: "arabic",
    Numbering.NONE: "paragraph",
}


class BodyLine(NamedTuple):
    """A line of the body: a paragraph with its label, or a table."""

    kind: str
    """Name of the branch in the template: roman, article, heading, arabic, letter, dash, paragraph, table …"""
    label: str = ""
    text: str = ""
    """Rich text of one paragraph."""
    table: Grid | TaskTable | None = None
    picture: Picture | None = None


class BodyWriter:
    """Turns blocks into lines; articles are counted through the whole document."""

    def __init__(self, document: Document, layouts: Mapping[str, TableLayout]) -> None:
        self._document = document
        self._layouts = layouts
        self._articles: Counter[Numbering] = Counter()
        self._lines: list[BodyLine] = []

    def lines(self, blocks: Sequence[Block]) -> list[BodyLine]:
        """Return the lines of blocks, in printed order."""
        self._lines = []
        self._blocks(blocks, "")
        return self._lines

    def _blocks(self, blocks: Sequence[Block], parent: str) -> None:
        """Write sibling blocks; ``parent`` is the label of the node above them.

        Blocks are told apart by their exact type, for an instance check of a model costs more than its line.
        """
        counter = LabelCounter(parent, self._articles)
        for block in blocks:
            if type(block) is Item:
                if block.numbering is _DASH and not (block.heading or block.blocks or "\n" in block.text):
                    self._lines.append(BodyLine("dash", f"{block.label or '-'} ", block.text))
                else:
                    self._item(block, counter)
            elif type(block) is Section:
                self._section(block, counter)
            elif type(block) is Paragraph:
                self._paragraphs("paragraph", "", block.text)
            else:
                self._plain(block, counter)

    def _section(self, section: Section, counter: LabelCounter) -> None:
        label = counter.next(section)
        if section.numbering in _TITLE_BELOW:
            kind = section.numbering.value
            self._lines.append(BodyLine(kind, text=escape(label)))
            self._paragraphs(f"{kind}_title", "", section.title)
        elif label or section.title:
            kind = _line_kind(section.numbering, heading=section.title is not None)
            self._paragraphs(kind, label, section.title or "")
        self._blocks(section.blocks, label)

    def _item(self, item: Item, counter: LabelCounter) -> None:
        if item.numbering is _DASH and not item.heading:
            label = item.label or "-"
            self._paragraphs("dash", label, item.text)
        else:
            label = counter.next(item)
            self._labelled(item, label)
        if item.blocks:
            self._blocks(item.blocks, label)

    def _labelled(self, item: Item, label: str) -> None:
        if item.numbering is _ARTICLE and not item.heading:
            self._paragraphs("paragraph", "", f"{to_marks([Run(label, bold=True)])} {item.text}")
        else:
            self._paragraphs(_line_kind(item.numbering, heading=item.heading), label, item.text)

    def _plain(self, block: Block, counter: LabelCounter) -> None:
        match block:
            case Note():
                self._paragraphs("note", "", block.text)
            case Other():
                self._paragraphs("paragraph", "", escape(block.text))
            case Picture():
                self._lines.append(BodyLine(PICTURE, picture=block))
                self._paragraphs(PICTURE_TITLE, "", block.title)
            case Table():
                self._paragraphs("table_title", "", block.title)
                if block.rows:
                    self._lines.append(BodyLine("table", table=user_grid(block)))
            case ObjectivesHere() | TargetsHere() | TasksHere():
                self._of_plan(block, counter)

    def _of_plan(self, block: ObjectivesHere | TargetsHere | TasksHere, counter: LabelCounter) -> None:
        if isinstance(block, TasksHere):
            self._tasks(self._layout(block.layout), block.table)
            return
        plan = self._document
        if not isinstance(plan, Plan):
            return
        if isinstance(block, TargetsHere) and block.layout == "table":
            self._lines.append(BodyLine("table", table=target_grid(plan)))
            return
        targets = rich_listed(map(target_text, plan.targets))
        for text in plan.objectives if isinstance(block, ObjectivesHere) else targets:
            self._item(Item(numbering=block.numbering, text=text), counter)

    def _tasks(self, layout: TableLayout, table: str | None) -> None:
        if isinstance(self._document, Plan):
            self._lines.append(BodyLine("table", table=TaskTable(self._document.of_table(table), layout)))

    def _layout(self, name: str) -> TableLayout:
        if name not in self._layouts:
            raise DataError(
                f"không có mẫu bảng «{name}»; các mẫu bảng: {', '.join(self._layouts)}",
                hint=suggestion(name, self._layouts),
            )
        return self._layouts[name]

    def _paragraphs(self, kind: str, label: str, text: str | None) -> None:
        if text and "\n" not in text:
            self._lines.append(BodyLine(kind, f"{label} " if label else "", text))
        else:
            self._lines += _paragraphs(kind, label, text)


def _line_kind(numbering: Numbering, *, heading: bool) -> str:
    """Return the kind of a labelled line; what is no title by its nature has another kind where it is one (II.6đ)."""
    if heading and numbering not in _TITLED:
        return "letter_heading" if numbering is Numbering.LETTER else "heading"
    return _PLAIN_KINDS[numbering]


def _paragraphs(kind: str, label: str, text: str | None) -> Sequence[BodyLine]:
    """Return one line for each paragraph of the text; the label stands before the first only."""
    if text is None:
        return ()
    shown = f"{label} " if label else ""
    if "\n" not in text:
        return (BodyLine(kind, shown, text),)
    first, *following = paragraphs_of(text)
    return (BodyLine(kind, shown, first), *(BodyLine(kind, "", paragraph) for paragraph in following))


def paragraphs(kind: str, texts: Iterable[str]) -> tuple[BodyLine, ...]:
    """Return the lines of unlabelled texts."""
    return tuple(line for text in texts for line in _paragraphs(kind, "", text))


def with_end_mark(lines: Sequence[BodyLine]) -> tuple[BodyLine, ...]:
    """Return the lines, the last one ended by ./. as every sample form does; a table or a picture is left alone."""
    if not lines or lines[-1].kind in _WITHOUT_END:
        return tuple(lines)
    return (*lines[:-1], lines[-1]._replace(text=with_content_end(lines[-1].text)))
