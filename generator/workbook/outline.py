"""Lines of levels put together into a tree: where a line belongs, and what it is there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from generator.model.blocks import Numbering
from generator.workbook import levels
from generator.workbook.blocks import block_kind, labelled_block, plain_block
from generator.workbook.levels import Level

Record = dict[str, Any]

_UNTITLED_RANK = 3.5
"""A section that no line opens: a section closes it, an item does not."""


@dataclass(frozen=True)
class Placed:
    """Where a line belongs, and its block; or why it belongs nowhere."""

    depth: int = 0
    node: Record = field(default_factory=dict)
    rank: float | None = None
    """Of a label; None for a block that holds no others."""
    kept: int = 0
    """How many of the open lines stay open."""
    wrapped: bool = False
    """Whether a section without label and title opens for it."""
    text_below: str = ""
    problem: str | None = None
    expected: str | None = None


@dataclass
class Outline:
    """The lines so far; ``roots`` are those at the top."""

    in_body: bool
    roots: list[Record] = field(default_factory=list)
    _open: list[tuple[float, Record]] = field(default_factory=list)

    def place(self, level: Level, title: str, text: str) -> Placed:
        """Return where a line would belong; nothing is changed."""
        numbering, kind = level.numbering, block_kind(level.word)
        if numbering is None and kind is None:
            listed = ", ".join(levels.words())
            return Placed(problem="không rõ cấp của dòng", expected=f"một trong: {listed}")
        if level.depth is not None and not 1 <= level.depth <= len(self._open) + 1:
            most = len(self._open) + 1
            return Placed(
                problem=f"bậc {level.depth} không có dòng nào ở trên để thuộc về", expected=f"bậc 1 đến {most}"
            )
        kept = self._staying(numbering) if level.depth is None else level.depth - 1
        is_outermost = self.in_body and kept == 0
        if numbering is None:
            wrapped = is_outermost
            return Placed(kept + 1 + wrapped, plain_block(kind or "", title, text), None, kept, wrapped)
        is_section = _is_section(numbering, title, text, is_outermost=is_outermost)
        wrapped = is_outermost and not is_section
        node = labelled_block(numbering, title, text, is_section=is_section)
        below = text if title and text else ""
        return Placed(kept + 1 + wrapped, node, levels.RANKS[numbering], kept, wrapped, below)

    def add(self, placed: Placed) -> None:
        """Add a line where it belongs."""
        del self._open[placed.kept :]
        if placed.wrapped:
            self._append({"kind": "section", "numbering": Numbering.NONE.value}, _UNTITLED_RANK)
        self._append(placed.node, placed.rank)
        if placed.text_below:
            self._append({"kind": "paragraph", "text": placed.text_below}, None)

    def opens_without(self, section: Record) -> bool:
        """Tell whether a first section needs no line: it says nothing, and its first block would open it."""
        if set(section) != {"kind", "numbering", "blocks"} or section["numbering"] != Numbering.NONE.value:
            return False
        first = section["blocks"][0]
        if first["kind"] == "item":
            numbering = Numbering(first.get("numbering", "dash"))
            title, text = (first["text"], "") if first.get("heading") else ("", first["text"])
            return not _is_section(numbering, title, text, is_outermost=True)
        return str(first["kind"]) != "section"

    def _staying(self, numbering: Numbering | None) -> int:
        kept = len(self._open)
        while numbering is not None and kept and self._open[kept - 1][0] >= levels.RANKS[numbering]:
            kept -= 1
        return kept

    def _append(self, node: Record, rank: float | None) -> None:
        siblings = self._open[-1][1].setdefault("blocks", []) if self._open else self.roots
        siblings.append(node)
        if rank is not None:
            self._open.append((rank, node))


def _is_section(numbering: Numbering, title: str, text: str, *, is_outermost: bool) -> bool:
    """Tell whether a labelled line is a section: a titled one on the outside, else an item."""
    may_be = is_outermost or numbering in levels.OUTER or numbering is Numbering.ARTICLE
    return may_be and bool(title or not text)
