"""The body of a document as flat lines, each with the kind that names its style in the template."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

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
from generator.render.grid import Grid
from generator.render.rich_text import paragraphs_of, with_content_end
from generator.render.target_table import target_grid, target_text
from generator.render.task_table import task_grid
from generator.render.user_table import user_grid
from generator.vietnamese.marks import escape

_TITLE_BELOW = {Numbering.PART, Numbering.CHAPTER, Numbering.SECTION}
_TITLED = {*_TITLE_BELOW, Numbering.ROMAN, Numbering.ARTICLE}
"""Kinds whose line is a title by its nature (II.6d)."""


@dataclass(frozen=True)
class BodyLine:
    """A line of the body: a paragraph with its label, or a table."""

    kind: str
    """Name of the branch in the template: roman, article, heading, arabic, letter, dash, paragraph, table …"""
    label: str = ""
    text: str = ""
    """Rich text of one paragraph."""
    grid: Grid | None = None
    picture: Picture | None = None


class BodyWriter:
    """Turns blocks into lines; articles are counted through the whole document."""

    def __init__(self, document: Document, layouts: Mapping[str, TableLayout]) -> None:
        self._document = document
        self._layouts = layouts
        self._articles: Counter[Numbering] = Counter()

    def lines(self, blocks: Sequence[Block], parent: str = "") -> Iterator[BodyLine]:
        """Yield the lines of sibling blocks, in printed order; ``parent`` is the label of the node above them."""
        counter = LabelCounter(parent, self._articles)
        for block in blocks:
            if isinstance(block, Section):
                yield from self._section(block, counter)
            elif isinstance(block, Item):
                yield from self._item(block, counter)
            else:
                yield from self._plain(block, counter)

    def _section(self, section: Section, counter: LabelCounter) -> Iterator[BodyLine]:
        label = counter.next(section)
        if section.numbering in _TITLE_BELOW:
            kind = section.numbering.value
            yield BodyLine(kind, text=escape(label))
            yield from _paragraphs(f"{kind}_title", "", section.title)
        elif label or section.title:
            kind = _line_kind(section.numbering, heading=section.title is not None)
            yield from _paragraphs(kind, label, section.title or "")
        yield from self.lines(section.blocks, parent=label)

    def _item(self, item: Item, counter: LabelCounter) -> Iterator[BodyLine]:
        label = counter.next(item)
        if item.numbering is Numbering.ARTICLE and not item.heading:
            yield from _paragraphs("paragraph", "", f"**{escape(label)}** {item.text}")
        else:
            yield from _paragraphs(_line_kind(item.numbering, heading=item.heading), label, item.text)
        yield from self.lines(item.blocks, parent=label)

    def _plain(self, block: Block, counter: LabelCounter) -> Iterator[BodyLine]:
        match block:
            case Paragraph():
                yield from _paragraphs("paragraph", "", block.text)
            case Note():
                yield from _paragraphs("note", "", block.text)
            case Other():
                yield from _paragraphs("paragraph", "", escape(block.text))
            case Picture():
                yield BodyLine("picture", picture=block)
                yield from _paragraphs("table_title", "", block.title)
            case Table():
                yield from _paragraphs("table_title", "", block.title)
                if block.rows:
                    yield BodyLine("table", grid=user_grid(block))
            case ObjectivesHere() | TargetsHere() | TasksHere():
                yield from self._of_plan(block, counter)

    def _of_plan(self, block: ObjectivesHere | TargetsHere | TasksHere, counter: LabelCounter) -> Iterator[BodyLine]:
        plan = self._document
        if not isinstance(plan, Plan):
            return
        if isinstance(block, TasksHere):
            yield BodyLine("table", grid=task_grid(plan, self._layouts[block.layout]))
        elif isinstance(block, TargetsHere) and block.layout == "table":
            yield BodyLine("table", grid=target_grid(plan))
        else:
            texts = plan.objectives if isinstance(block, ObjectivesHere) else map(target_text, plan.targets)
            for text in texts:
                item = Item(numbering=block.numbering, text=text)
                yield from self._item(item, counter)


def _line_kind(numbering: Numbering, *, heading: bool) -> str:
    """Return the kind of a labelled line; what is no title by its nature has another kind where it is one (II.6đ)."""
    plain_kinds = {Numbering.DECIMAL: "arabic", Numbering.NONE: "paragraph"}
    if heading and numbering not in _TITLED:
        return "letter_heading" if numbering is Numbering.LETTER else "heading"
    return plain_kinds.get(numbering, numbering.value)


def _paragraphs(kind: str, label: str, text: str | None) -> Iterator[BodyLine]:
    """Yield one line for each paragraph of the text; the label stands before the first only."""
    if text is None:
        return
    for position, paragraph in enumerate(paragraphs_of(text) or ("",)):
        yield BodyLine(kind, label=f"{label} " if label and not position else "", text=paragraph)


def paragraphs(kind: str, texts: Iterable[str]) -> tuple[BodyLine, ...]:
    """Return the lines of unlabelled texts."""
    return tuple(line for text in texts for line in _paragraphs(kind, "", text))


def with_end_mark(lines: Sequence[BodyLine]) -> tuple[BodyLine, ...]:
    """Return the lines, the last of them ended by ./. as every sample form does; a table is left alone."""
    if not lines or lines[-1].grid is not None or lines[-1].picture is not None:
        return tuple(lines)
    return (*lines[:-1], replace(lines[-1], text=with_content_end(lines[-1].text)))
