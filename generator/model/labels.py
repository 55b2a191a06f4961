"""The label of a numbered node, computed among its siblings (NĐ 30, PL I/I/II.6c-đ; letters of 6.1)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from generator.model.blocks import Block, Item, Numbering, Section
from generator.vietnamese.letters import list_letter
from generator.vietnamese.roman import roman

_FORMS: dict[Numbering, Callable[[int], str]] = {
    Numbering.PART: lambda n: f"Phần {roman(n)}",
    Numbering.CHAPTER: lambda n: f"Chương {roman(n)}",
    Numbering.SECTION: lambda n: f"Mục {n}",
    Numbering.ROMAN: lambda n: f"{roman(n)}.",
    Numbering.ARTICLE: lambda n: f"Điều {n}.",
    Numbering.ARABIC: lambda n: f"{n}.",
    Numbering.LETTER: lambda n: f"{list_letter(n)})",
    Numbering.DASH: lambda n: "-",
    Numbering.PLUS: lambda n: "+",
    Numbering.NONE: lambda n: "",
}

_ARTICLE, _DECIMAL = Numbering.ARTICLE, Numbering.DECIMAL
_FIGURES = re.compile(r"\d+(?:\.\d+)*")

Labelled = Item | Section


def computed_label(numbering: Numbering, position: int, parent: str = "") -> str:
    """Return the label at a position (from 1) among siblings of one kind; empty for no numbering.

    A decimal label goes on from the figures of the parent's label: 2.1. under ``2.`` and under ``2:``, but 1. under
    ``I.``, ``a)`` or ``-``, which have none.
    """
    if numbering is _DECIMAL:
        figures = _FIGURES.match(parent)
        return f"{figures[0]}.{position}." if figures else f"{position}."
    return _FORMS[numbering](position)


class LabelCounter:
    """Hands out the labels of siblings in order, each kind counted for itself; a literal label counts too.

    ``parent`` is the label of the node above. Articles are numbered through the whole document: hand ``articles`` to
    every counter of it.
    """

    def __init__(self, parent: str = "", articles: Counter[Numbering] | None = None) -> None:
        self._parent = parent
        self._seen: dict[Numbering, int] = {}
        self._articles: Counter[Numbering] = Counter() if articles is None else articles

    def next(self, node: Labelled) -> str:
        """Return the label of the next sibling: its own literal one, or the computed one."""
        position = self._advance(node.numbering)
        return node.label or computed_label(node.numbering, position, self._parent)

    def _advance(self, numbering: Numbering) -> int:
        if numbering is _ARTICLE:
            self._articles[numbering] += 1
            return self._articles[numbering]
        self._seen[numbering] = position = self._seen.get(numbering, 0) + 1
        return position


def walk(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield every block at any depth, in printed order."""
    for block in blocks:
        yield block
        if isinstance(block, Item | Section):
            yield from walk(block.blocks)
