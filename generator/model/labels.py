"""The label of a numbered node, computed among its siblings (NĐ 30, PL I/I/II.6c-đ; letters of 6.1)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

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

Labelled = Item | Section


def computed_label(numbering: Numbering, position: int, parent: str = "") -> str:
    """Return the label at a position (from 1) among siblings of one kind; decimal labels need the parent's."""
    if numbering is Numbering.DECIMAL:
        stem = parent.rstrip(".")
        return f"{stem}.{position}." if stem else f"{position}."
    return _FORMS[numbering](position)


class LabelCounter:
    """Hands out the labels of siblings in order.

    Articles are numbered through the whole document, so one counter may be shared for them.
    """

    def __init__(self, parent: str = "", articles: Counter[str] | None = None) -> None:
        self._parent = parent
        self._seen: Counter[Numbering] = Counter()
        self._articles = Counter() if articles is None else articles

    def next(self, node: Labelled) -> str:
        """Return the label of the next sibling: its own literal one, or the computed one."""
        position = self._advance(node.numbering)
        return node.label or computed_label(node.numbering, position, self._parent)

    def _advance(self, numbering: Numbering) -> int:
        if numbering is Numbering.ARTICLE:
            self._articles["article"] += 1
            return self._articles["article"]
        self._seen[numbering] += 1
        return self._seen[numbering]

    @property
    def articles(self) -> Counter[str]:
        """The running count of articles, to be shared with the counters of inner nodes."""
        return self._articles


def walk(blocks: Iterable[Block]) -> Iterable[Block]:
    """Return every block at any depth, in printed order."""
    for block in blocks:
        yield block
        if isinstance(block, Item | Section):
            yield from walk(block.blocks)
