"""Where a label belongs among the open nodes: the sequence of its siblings decides.

A label counts as one when it goes on in the sequence of its siblings or opens one (1, a, I). A number left out or
given twice is still taken: clerks slip, and the order shows what was meant.
"""

from __future__ import annotations

from collections.abc import Callable

from generator.reading.labels import UNORDERED, Label, LabelKind

_RANKS = {kind: rank for rank, kind in enumerate(LabelKind)}
DEEPEST = 12
"""More levels than any document has; a list announced below them is taken by its rank."""


class Sequencer:
    """Finds the depth of each label below the labels of the open nodes."""

    def __init__(self) -> None:
        self.open: list[Label] = []
        """The labels of the open nodes, from the outermost inwards."""
        self._articles = 0

    def depth(self, label: Label, *, announced: bool) -> int | None:
        """Return below how many open nodes the label belongs; None where it fits nowhere.

        `announced` says that the node before it ends with a colon, so that a new list belongs to it.
        """
        nested = announced and len(self.open) < DEEPEST
        if label.kind in UNORDERED:
            return self._bullet_depth(label, nested)
        if label.kind is LabelKind.ARTICLE:
            return self._rank_depth(label) if label.ordinal - self._articles in (1, 2) else None
        if label.kind is LabelKind.DECIMAL:
            return self._decimal_depth(label)
        return self._ordered_depth(label, nested)

    def enter(self, label: Label, depth: int) -> None:
        """Close what is deeper than `depth` open nodes and open one with the label."""
        self.open[depth:] = [label]
        if label.kind is LabelKind.ARTICLE:
            self._articles = label.ordinal

    def sibling(self, label: Label, depth: int) -> Label | None:
        """Return the open label of the same kind at the depth, after which it stands; None for a first one."""
        before = self.open[depth] if depth < len(self.open) else None
        return before if before is not None and _alike(before, label) else None

    def _bullet_depth(self, label: Label, nested: bool) -> int:
        """Return where a dash or plus belongs: beside the open one of its kind, else below what leads to it."""
        beside = self._deepest(lambda own: own.kind is label.kind)
        if beside is not None:
            return beside
        return len(self.open) if nested else self._rank_depth(label)

    def _ordered_depth(self, label: Label, nested: bool) -> int | None:
        following = self._deepest(lambda own: _alike(own, label) and label.ordinal == own.ordinal + 1)
        if following is not None:
            return following
        if label.ordinal == 1:
            fits = nested and not _alike(self.open[-1], label)
            return len(self.open) if fits else self._rank_depth(label)
        return self._deepest(lambda own: _alike(own, label) and label.ordinal - own.ordinal in (0, 2))

    def _decimal_depth(self, label: Label) -> int | None:
        """Return where 2.1 belongs: after its sibling, or below the open node that is number 2."""
        stem = label.path[:-1]
        for depth in range(len(self.open) - 1, -1, -1):
            own = self.open[depth]
            if own.kind is LabelKind.DECIMAL and own.path[:-1] == stem and label.ordinal - own.ordinal in (0, 1, 2):
                return depth
            if own.path == stem and label.ordinal == 1 and own.kind is not LabelKind.LETTER:
                return depth + 1
        return None

    def _rank_depth(self, label: Label) -> int:
        """Return the depth below the open nodes of higher rank, up to the first that is not."""
        for depth, own in enumerate(self.open):
            if _rank(own) >= _rank(label):
                return depth
        return len(self.open)

    def _deepest(self, fits: Callable[[Label], bool]) -> int | None:
        return next((depth for depth in range(len(self.open) - 1, -1, -1) if fits(self.open[depth])), None)


def _alike(one: Label, other: Label) -> bool:
    """Tell whether two labels count in one sequence: Phần I and A. do not."""
    return one.kind is other.kind and one.lettered == other.lettered


def _rank(label: Label) -> tuple[int, bool]:
    return _RANKS[label.kind], label.lettered


def slip(before: Label | None, label: Label) -> str | None:
    """Return what is wrong with the number of a label after its sibling, in words; None when nothing is."""
    if before is None or label.kind in UNORDERED or label.ordinal == before.ordinal + 1:
        return None
    if label.ordinal == before.ordinal:
        return f"«{label.printed}» lặp lại số của mục trước"
    if label.ordinal == 1:
        return f"«{label.printed}» đánh số lại từ đầu sau «{before.printed}»"
    return f"«{label.printed}» đứng sau «{before.printed}», bỏ cách một số"
