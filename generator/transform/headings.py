"""What stands above a point: whom a heading names, and whether it opens a part in which nothing is asked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from generator.transform.wording import Named, Reader
from generator.vietnamese.unicode import fold

_LABEL: Final = re.compile(
    r"(?:(?:Phần|Chương|Mục|Điều)\s+\w+[.:]?|[IVXLC]+[.)]|\d+(?:\.\d+)*[.):]?|[a-zđ]+\)|[-+–•])\s+(?=\S)"
)
_BETWEEN: Final = re.compile(r"[,;]|\bvà\b")


@dataclass(frozen=True)
class Heading:
    """A heading, or a text that others belong to."""

    subject: tuple[Named, ...]
    """Who is to act on what stands below; empty where it names nobody."""
    is_aim: bool
    """Whether nothing is asked below: mục đích, yêu cầu."""


class HeadingReader:
    """Reads the headings of one plan, each once."""

    def __init__(self, reader: Reader, aims: Iterable[str]) -> None:
        self._reader = reader
        self._aims = frozenset(map(fold, aims))
        self._read: dict[str, Heading] = {}

    def read(self, heading: str) -> Heading:
        """Return what a heading with its label tells."""
        if heading not in self._read:
            title = _LABEL.sub("", heading, count=1) if _LABEL.match(heading) else heading
            clauses = self._reader.read(title).clauses
            self._read[heading] = Heading(clauses[-1].subject if clauses else (), self._is_aim(title))
        return self._read[heading]

    def _is_aim(self, title: str) -> bool:
        parts = [fold(part).rstrip(" .:") for part in _BETWEEN.split(fold(title))]
        return self._aims.issuperset(parts)
