"""The paragraphs of the content, each with the level of the outline that it opens (II.6)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.ooxml.formatting.values import FormattedDocument, Paragraph, Part
from generator.reading.form_words import BELOW
from generator.reading.labels import LabelKind, labels_of
from generator.reading.outline import Node
from generator.reading.reading import FormLine, Reading

_ADDRESSEES = "addressees"
CENTRED_KINDS = frozenset({LabelKind.PART, LabelKind.CHAPTER, LabelKind.SECTION})
"""Levels whose label and title stand centred on lines of their own (II.6đ)."""


@dataclass(frozen=True)
class BodyLine:
    """A paragraph of the content."""

    paragraph: Paragraph
    kind: LabelKind | None = None
    """The level of its label; None for running text."""
    heading: bool = False

    @property
    def is_running(self) -> bool:
        """Whether it is text or a labelled line, not a caption or a centred heading."""
        return self.kind not in CENTRED_KINDS and self.paragraph.alignment not in ("center", "right")


def body_lines(reading: Reading, formatted: FormattedDocument) -> Iterator[BodyLine]:
    """Yield the paragraphs of form, preamble, outline and closing, each once, in the order of the file."""
    found: dict[int, BodyLine] = {}
    for line in (one for one in reading.form if one.field != BELOW and not _is_addressee(one)):
        kinds = [label.kind for label in labels_of(line.passage.text)]
        _add(found, formatted, line.passage.lines, kinds[0] if kinds else None)
    for passage in (*reading.preamble, *reading.closing):
        _add(found, formatted, passage.lines)
    for node in all_nodes(reading.outline):
        if node.grid is None:
            _add(found, formatted, node.lines, node.kind, heading=node.heading)
    yield from (found[number] for number in sorted(found))


def _is_addressee(line: FormLine) -> bool:
    """Tell whether it is an item of those whom a form speaks to, set as those of Kính gửi are: "- Giám đốc các sở;"."""
    return line.field == _ADDRESSEES and line.passage.text.lstrip().startswith("-")


def all_nodes(nodes: Sequence[Node]) -> Iterator[Node]:
    """Yield the nodes at every depth in printed order."""
    return (node for top in nodes for node in top.walk())


def _add(
    found: dict[int, BodyLine],
    formatted: FormattedDocument,
    numbers: Sequence[int],
    kind: LabelKind | None = None,
    *,
    heading: bool = False,
) -> None:
    for number in numbers:
        if not 0 < number <= len(formatted.paragraphs):
            continue
        paragraph = formatted.paragraph(number)
        if paragraph.part is Part.BODY and paragraph.cell is None and paragraph.shown.strip():
            found.setdefault(number, BodyLine(paragraph, kind, heading))
