"""Where an entry stands, by printed labels: ``III.1.a``, ``II.2, gạch đầu dòng 3``, ``Phụ lục I, đoạn 2``."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from generator.model.blocks import Numbering

_WORDED: Final = frozenset({Numbering.PART, Numbering.CHAPTER, Numbering.SECTION, Numbering.ARTICLE})
_MARKS: Final = {Numbering.DASH: "gạch đầu dòng", Numbering.PLUS: "dấu cộng", Numbering.NONE: "mục không số"}
_NUMBER: Final = re.compile(r"\d+")
_ROMAN: Final = re.compile(r"\b[IVXLC]+\b")
_LETTER: Final = re.compile(r"\b[a-zđ]\b")


def within(*parts: str) -> str:
    """Return a place inside another one; empty parts are left out."""
    return ", ".join(part for part in parts if part)


class PlaceCounter:
    """Names the places of siblings, those without a number of their own by counting them."""

    def __init__(self, above: str = "") -> None:
        self._above = above
        self._seen: Counter[str] = Counter()

    def counted(self, what: str) -> str:
        """Return the place of the next sibling of a sort that bears no label: ``III.1, đoạn 2``."""
        self._seen[what] += 1
        return within(self._above, f"{what} {self._seen[what]}")

    def labelled(self, numbering: Numbering, label: str) -> str:
        """Return the place of the next sibling that bears a label."""
        bare = label.strip().rstrip(".):").strip()
        if numbering in _MARKS or not bare:
            return self.counted(_MARKS.get(numbering, "đoạn"))
        if numbering in _WORDED:
            return within(self._above, bare)
        if numbering is Numbering.DECIMAL:
            above, _, last = bare.rpartition(".")
            if above and self._above.endswith(above):
                return f"{self._above}.{last}"
        dotted = self._above and self._above[-1].isalnum() and " " not in self._above.rpartition(", ")[2]
        return f"{self._above}.{bare}" if dotted else within(self._above, bare)


def shape(label: str) -> str:
    """Return what is equal for labels of one kind, whatever their number: ``1.`` of ``3.``, ``a)`` of ``đ)``."""
    for pattern, sign in ((_ROMAN, "I"), (_NUMBER, "1"), (_LETTER, "a")):
        label = pattern.sub(sign, label)
    return label.strip().replace("–", "-")
