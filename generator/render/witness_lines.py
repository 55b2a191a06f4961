"""The witness of the body: the blocks of a document walked once more, in plain words, against the lines to be printed.

It counts the labels itself, asks the writer of the lines for nothing, and takes no part in what they look like.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from html import unescape
from typing import Any

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
from generator.model.labels import computed_label
from generator.model.layout import TableLayout
from generator.model.plan import Plan
from generator.model.target_wording import target_text
from generator.render.held import ended, entries, hold, words_of
from generator.render.witness_tables import hold_target, hold_target_table, hold_task_table, hold_user_table
from generator.vietnamese.marks import Run, to_marks

_ALT = re.compile('descr="([^"]*)"')
_TITLE_BELOW = frozenset({Numbering.PART, Numbering.CHAPTER, Numbering.SECTION})
_DASH, _ARTICLE = Numbering.DASH, Numbering.ARTICLE

Line = Mapping[str, Any]


class Witness:
    """The lines that blocks ask for, each as its label and its text; a table or a picture has a line of its own.

    A careful witness takes marks for marks and line breaks for new paragraphs, and compares the words; one that is not
    takes every text as it is: where nothing differs then, nothing was lost.
    """

    def __init__(self, document: Document, layouts: Mapping[str, TableLayout], *, careful: bool) -> None:
        self._document = document
        self._layouts = layouts
        self._careful = careful
        self._articles = 0
        self._labels: list[str] = []
        self._texts: list[str] = []
        self._shown: dict[int, Callable[[Line], None]] = {}
        """How the line of a table or a picture is held, by its place."""
        self._shown_until = 0
        """How many lines there were behind the last table or picture with its title, which bears no end mark."""

    def __bool__(self) -> bool:
        """Whether anything was asked for."""
        return bool(self._texts)

    def differs(self, found: Sequence[Line]) -> bool:
        """Tell whether lines are others than those that were asked for; tables and pictures are held at once."""
        printed = [line["text"] for line in found]
        if len(printed) != len(self._texts):
            return True
        for place, hold_shown in self._shown.items():
            printed[place] = ""
            hold_shown(found[place])
        if self._careful:
            printed = [*map(words_of, printed)]
        return printed != self._texts or [line.get("label", "") for line in found] != self._labels

    def end(self) -> None:
        """Put the mark that ends a content behind the last line, unless that is of a table or a picture."""
        if len(self._texts) > self._shown_until:
            self._texts[-1] = ended(self._texts[-1])

    def texts(self, texts: Iterable[str]) -> None:
        """Ask for paragraphs, given as rich texts."""
        for text in texts:
            self._text("", text)

    def words(self, words: str, label: str = "") -> None:
        """Ask for paragraphs, given as plain words; the label stands before the first."""
        paragraphs = words.split("\n")
        self._texts += paragraphs
        self._labels += [f"{label} " if label else "", *[""] * (len(paragraphs) - 1)]

    def blocks(self, blocks: Sequence[Block], parent: str = "") -> None:
        """Ask for sibling blocks; ``parent`` is the label above them."""
        seen: dict[Numbering, int] = {}
        for block in blocks:
            if type(block) is Item:
                numbering = block.numbering
                label = self._label(numbering, block.label, parent, seen)
                if numbering is _ARTICLE and not block.heading:
                    self._run_in(label, block.text)
                else:
                    self._text(label, block.text)
                if block.blocks:
                    self.blocks(block.blocks, label)
            elif type(block) is Section:
                self._section(block, self._label(block.numbering, block.label, parent, seen))
            else:
                self._leaf(block, parent, seen)

    def _leaf(self, block: Block, parent: str, seen: dict[Numbering, int]) -> None:
        if isinstance(block, Paragraph | Note):
            self._text("", block.text)
        elif isinstance(block, Other):
            self.words(block.text)
        elif isinstance(block, Table | Picture):
            self._figure(block)
        elif isinstance(block, ObjectivesHere | TargetsHere | TasksHere):
            self._of_plan(block, parent, seen)

    def _label(self, numbering: Numbering, own: str | None, parent: str, seen: dict[Numbering, int]) -> str:
        if numbering is _DASH:
            return own or "-"
        if numbering is _ARTICLE:
            self._articles = position = self._articles + 1
        else:
            seen[numbering] = position = seen.get(numbering, 0) + 1
        return own or computed_label(numbering, position, parent)

    def _text(self, label: str, text: str) -> None:
        """Ask for a rich text, a label before its first paragraph."""
        if self._careful:
            self.words(words_of(text), label)
        else:
            self._texts.append(text)
            self._labels.append(f"{label} " if label else "")

    def _run_in(self, label: str, text: str) -> None:
        """Ask for a text whose label is its first words."""
        if self._careful:
            self.words(f"{label} {words_of(text)}")
        else:
            self._text("", f"{to_marks([Run(label, bold=True)])} {text}")

    def _section(self, section: Section, label: str) -> None:
        if section.numbering in _TITLE_BELOW:
            self.words(label)
            self.texts([section.title] if section.title else ())
        elif label or section.title:
            self._text(label, section.title or "")
        self.blocks(section.blocks, label)

    def _figure(self, block: Table | Picture) -> None:
        """Ask for a table below its title, or a picture above it."""
        title = [block.title] if block.title else []
        if isinstance(block, Picture):
            alt = block.alt
            self._other(lambda line: hold("alt", {*map(unescape, _ALT.findall(line["text"]))}, {alt}))
            self.texts(title)
        else:
            self.texts(title)
            if block.rows:
                self._other(lambda line: hold_user_table(line["table"].pieces, block))
        self._shown_until = len(self._texts)

    def _of_plan(
        self, block: ObjectivesHere | TargetsHere | TasksHere, parent: str, seen: dict[Numbering, int]
    ) -> None:
        plan = self._document
        if not isinstance(plan, Plan):
            return
        if isinstance(block, TasksHere):
            layout, own = self._layouts[block.layout], plan.of_table(block.table)
            self._other(lambda line: hold_task_table(line["table"].pieces, own, layout))
        elif isinstance(block, TargetsHere) and block.layout == "table":
            self._other(lambda line: hold_target_table(line["table"].pieces, plan))
        else:
            for text in _objectives(plan) if isinstance(block, ObjectivesHere) else _targets(plan):
                self.words(text, self._label(block.numbering, None, parent, seen))

    def _other(self, hold_shown: Callable[[Line], None]) -> None:
        self._shown[len(self._texts)] = hold_shown
        self._texts.append("")
        self._labels.append("")
        self._shown_until = len(self._texts)


def _objectives(plan: Plan) -> list[str]:
    return [*map(words_of, plan.objectives)]


def _targets(plan: Plan) -> list[str]:
    texts = [words_of(target_text(target)) for target in plan.targets]
    for text, target in zip(texts, plan.targets, strict=True):
        hold_target(text, target)
    return entries(texts)
