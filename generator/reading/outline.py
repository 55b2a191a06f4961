"""The outline of a text: its labelled nodes as a tree, with the paragraphs and tables that belong to them.

What looks like a label but fits no sequence stays text and is named in a warning; a slip in the numbering is taken
as it stands, with a warning too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from generator.diagnostics import Diagnostic, warning
from generator.reading import cues
from generator.reading.grids import Grid, grid_of
from generator.reading.labels import UNORDERED, Label, LabelKind, labels_of
from generator.reading.lines import Line, place_of
from generator.reading.sequence import Sequencer, slip

_TITLED = frozenset({LabelKind.PART, LabelKind.CHAPTER, LabelKind.SECTION, LabelKind.ROMAN})
_TITLE_WORDS = 8
"""Up to so many words before a colon are a title: "1. Mục tiêu:"."""


@dataclass(frozen=True)
class Node:
    """A labelled paragraph, a paragraph without label, or a table, with what belongs to it."""

    text: str
    """The words after the label; empty for a table."""
    lines: tuple[int, ...] = ()
    kind: LabelKind | None = None
    """None for a plain paragraph and for a table."""
    label: str = ""
    """The label as printed; empty without one."""
    ordinal: int = 0
    heading: bool = False
    """Whether the text is a title on a line of its own."""
    grid: Grid | None = None
    """The table, for a node that is one."""
    children: tuple[Node, ...] = ()

    def walk(self) -> Iterator[Node]:
        """Yield the node and all below it, in printed order."""
        yield self
        for child in self.children:
            yield from child.walk()


def labelled_nodes(nodes: Sequence[Node]) -> Iterator[Node]:
    """Yield every labelled node at any depth, in printed order."""
    return (node for top in nodes for node in top.walk() if node.kind is not None)


def outline_of(lines: Sequence[Line]) -> tuple[tuple[Node, ...], tuple[Diagnostic, ...]]:
    """Return the nodes of the top level and what was doubtful; the rows of a table are one node."""
    builder = _Builder()
    rows: list[Line] = []
    for line in lines:
        if line.cells:
            if rows and not _is_one_table(rows[-1], line):
                builder.add_rows(rows)
                rows = []
            rows.append(line)
            continue
        builder.add_rows(rows)
        rows = []
        builder.add(line)
    builder.add_rows(rows)
    return builder.finished()


def _is_one_table(row: Line, following: Line) -> bool:
    """Tell whether two rows belong together: to one table, or to two as wide as each other with nothing between."""
    return row.table == following.table or len(row.cells) == len(following.cells)


@dataclass
class _Frame:
    """A node under construction."""

    line: Line
    label: Label | None = None
    grid: Grid | None = None
    children: list[_Frame] = field(default_factory=list)

    @property
    def text(self) -> str:
        return self.label.text if self.label else self.line.text


class _Builder:
    """Takes logical lines in order and hangs each where it belongs.

    Paragraphs and tables wait until the next label is known: it tells which open nodes they may still belong to.
    """

    def __init__(self) -> None:
        self._root = _Frame(Line(""))
        self._open: list[_Frame] = []
        """The open labelled nodes from the outermost inwards."""
        self._waiting: list[_Frame] = []
        self._sequencer = Sequencer()
        self._notes: list[Diagnostic] = []

    def add(self, line: Line) -> None:
        """Hang a line that is no table row."""
        readings = labels_of(line.text)
        for label in readings:
            depth = self._sequencer.depth(label, announced=self._announces())
            if depth is not None:
                self._hang(_Frame(line, label), label, depth)
                return
        if readings:
            self._notes.append(_refusal(line, readings[0]))
        if not self._completes_title(line):
            self._waiting.append(_Frame(line))

    def add_rows(self, rows: Sequence[Line]) -> None:
        """Hang a table made of consecutive rows; nothing when there are none."""
        if rows:
            grid, notes = grid_of(rows)
            self._notes += notes
            self._waiting.append(_Frame(rows[0], grid=grid))

    def finished(self) -> tuple[tuple[Node, ...], tuple[Diagnostic, ...]]:
        """Return the finished tree and what was doubtful."""
        self._settle(0)
        return tuple(map(_node, self._root.children)), tuple(self._notes)

    def _announces(self) -> bool:
        """Tell whether the last line was a labelled sentence that leads to a list."""
        return bool(self._open) and not self._waiting and self._open[-1].text.endswith(":")

    def _hang(self, frame: _Frame, label: Label, depth: int) -> None:
        """Close what is deeper than `depth` open nodes and open the frame below them."""
        self._settle(depth)
        fault = slip(self._sequencer.sibling(label, depth), label)
        if fault:
            self._notes.append(warning(fault, place_of(frame.line), code="label-slip"))
        self._sequencer.enter(label, depth)
        self._owner(depth).children.append(frame)
        self._open[depth:] = [frame]

    def _settle(self, depth: int) -> None:
        """Hang what waits under the deepest open title that is about to close, else beside the node to come."""
        titles = [place for place in range(depth, len(self._open)) if _is_open_title(self._open[place])]
        self._owner(titles[-1] + 1 if titles else depth).children += self._waiting
        self._waiting = []

    def _owner(self, depth: int) -> _Frame:
        return self._open[depth - 1] if depth else self._root

    def _completes_title(self, line: Line) -> bool:
        """Take a line as the title of a Phần, Chương or Mục whose label stands alone on the line before."""
        owner = self._open[-1] if self._open else None
        if owner is None or owner.label is None or owner.text or self._waiting:
            return False
        owner.label = replace(owner.label, text=line.text)
        owner.line = owner.line.joined(line, " ")
        return True


def _is_open_title(frame: _Frame) -> bool:
    """Tell whether paragraphs after the node belong to it: it is a title, not a finished sentence."""
    return frame.label is not None and frame.label.kind not in UNORDERED and not cues.ends_sentence(frame.text)


def _refusal(line: Line, label: Label) -> Diagnostic:
    message = f"«{label.printed}» ở đầu dòng không nối tiếp số nào đứng trước, coi là lời văn"
    return warning(message, place_of(line), code="label-out-of-sequence")


def _node(frame: _Frame) -> Node:
    if frame.grid is not None:
        return Node("", frame.grid.lines, grid=frame.grid)
    label = frame.label
    if label is None:
        return Node(frame.line.text, frame.line.numbers)
    children = tuple(map(_node, frame.children))
    heading = _is_heading(label, has_children=bool(children))
    return Node(
        label.text,
        frame.line.numbers,
        label.kind,
        label.printed,
        label.ordinal,
        heading,
        children=children,
    )


def _is_heading(label: Label, *, has_children: bool) -> bool:
    """Tell whether the text is a title: it ends without a mark and something stands below it."""
    if label.kind in UNORDERED:
        return False
    if label.kind in _TITLED and not cues.ends_sentence(label.text):
        return True
    short = label.text.endswith(":") and len(label.text.split()) <= _TITLE_WORDS
    return has_children and (short or not cues.ends_sentence(label.text))
