"""A table as rows of cells with spans, before it becomes XML."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

HEADING, GROUP, CELL = "heading", "group", "cell"


@dataclass(frozen=True)
class GridCell:
    """A cell that begins in its row; ``rows`` and ``columns`` tell how far it reaches."""

    paragraphs: tuple[str, ...] = ()
    """Rich texts, one for each paragraph; none means empty."""
    columns: int = 1
    rows: int = 1
    style: str = CELL
    align: str | None = None
    bold: bool = False


@dataclass(frozen=True)
class Grid:
    """A table: relative column widths and rows of cells."""

    widths: tuple[float, ...]
    rows: tuple[tuple[GridCell, ...], ...]
    heading_rows: int = 1
    landscape: bool = field(default=False, compare=False)
    """Whether the table asks for a landscape page."""


def rich_paragraphs(*texts: str | None) -> tuple[str, ...]:
    """Return the paragraphs of the texts that are there, a line break starting a new one."""
    return tuple(paragraph for text in texts if text for paragraph in text.split("\n"))


def merge_down(rows: Sequence[Sequence[GridCell]], column: int, keys: Sequence[object]) -> list[list[GridCell | None]]:
    """Merge, in one column, neighbouring rows of equal key; a swallowed cell becomes None.

    A key of None is never merged.
    """
    merged: list[list[GridCell | None]] = [list(row) for row in rows]
    for key, run in groupby(range(len(rows)), key=lambda index: keys[index]):
        members = list(run)
        if key is None or len(members) == 1:
            continue
        merged[members[0]][column] = replace(rows[members[0]][column], rows=len(members))
        for swallowed in members[1:]:
            merged[swallowed][column] = None
    return merged
