"""The level of a line of the body, as it stands in the column Cấp: the word, how deep, what is kept beside."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from generator.model.blocks import Numbering
from generator.spelling import unmarked

LABELS: Final = {
    Numbering.PART: "Phần",
    Numbering.CHAPTER: "Chương",
    Numbering.SECTION: "Mục",
    Numbering.ROMAN: "I",
    Numbering.ARTICLE: "Điều",
    Numbering.ARABIC: "1",
    Numbering.DECIMAL: "1.1",
    Numbering.LETTER: "a",
    Numbering.DASH: "-",
    Numbering.PLUS: "+",
    Numbering.NONE: "không số",
}
"""What stands for each kind of label, from the outside inwards."""
BLOCKS: Final = {
    "paragraph": "đoạn",
    "note": "ghi chú",
    "table": "bảng",
    "picture": "hình",
    "other": "nguyên văn",
    "objectives": "in mục tiêu",
    "targets": "in chỉ tiêu",
    "tasks": "in nhiệm vụ",
}
"""Blocks without a label."""
LISTS: Final = {
    "preamble": "Lời dẫn",
    "objectives": "Mục tiêu",
    "closing": "Lời kết",
    "unplaced": "chưa xếp",
}
"""Fields of the document that are lists of texts."""
APPENDIX: Final = "Phụ lục"
ATTACHED: Final = "Kèm theo"
"""Opens the level of a document issued with this one: «Kèm theo: Quy chế»."""
ATTACHED_FILE: Final = "Kèm theo tệp"
"""The level of such a document that has a data file of its own, named by the title."""
RANKS: Final = {numbering: rank for rank, numbering in enumerate(LABELS)} | {Numbering.NONE: 3}
"""How far outside a label stands; a line belongs to the nearest one above it that stands farther outside."""
OUTER: Final = frozenset(
    {Numbering.PART, Numbering.CHAPTER, Numbering.SECTION, Numbering.ROMAN, Numbering.NONE}
)  # fmt: skip
"""Labels of sections; others are of items, and an article of either."""

_SUFFIXES = re.compile(
    r"(?P<word>.*?)(?:\s*\(bậc\s+(?P<depth>\d{1,3})\))?(?:\s*#(?P<key>\d{1,6}))?", re.DOTALL | re.IGNORECASE
)
_PATTERNS: Final = {
    Numbering.ROMAN: r"[IVXLC]+[.)]?",
    Numbering.ARABIC: r"\d+[.):]?",
    Numbering.DECIMAL: r"\d+(?:\.\d+)+[.):]?",
    Numbering.DASH: r"[-–—]",
    Numbering.PLUS: r"\+",
    Numbering.LETTER: r"[a-zđăâêôơư][.)]?",
    Numbering.PART: r"phần(?:\s+(?:[IVXLC]+|\d+|thứ\s+\w+))?[.:]?",
    Numbering.CHAPTER: r"chương(?:\s+(?:[IVXLC]+|\d+))?[.:]?",
    Numbering.SECTION: r"mục(?:\s+\d+)?[.:]?",
    Numbering.ARTICLE: r"điều(?:\s+\d+)?[.:]?",
}
_CASED: Final = frozenset({Numbering.ROMAN, Numbering.LETTER})


@dataclass(frozen=True)
class Level:
    """What the column says: its word, the depth where it is said, the number of what is kept beside."""

    word: str
    depth: int | None = None
    key: str | None = None

    @classmethod
    def of(cls, text: str) -> Level:
        """Return what a cell says."""
        match = _SUFFIXES.fullmatch(text.strip())
        assert match  # every part of the pattern may be missing
        return cls(match["word"].strip(), int(match["depth"]) if match["depth"] else None, match["key"])

    def __str__(self) -> str:
        """The words of the cell."""
        depth = f" (bậc {self.depth})" if self.depth is not None else ""
        return f"{self.word}{depth}{f' #{self.key}' if self.key else ''}"

    @property
    def numbering(self) -> Numbering | None:
        """The kind of label that the word stands for; None for another word."""
        if unmarked(self.word) == unmarked(LABELS[Numbering.NONE]):
            return Numbering.NONE
        for numbering, pattern in _PATTERNS.items():
            if re.fullmatch(pattern, self.word, 0 if numbering in _CASED else re.IGNORECASE):
                return numbering
        return None


def words() -> tuple[str, ...]:
    """Return every word of the column, as the list offers them."""
    return (*LABELS.values(), *BLOCKS.values(), *LISTS.values(), APPENDIX, f"{ATTACHED}: Kế hoạch", ATTACHED_FILE)
