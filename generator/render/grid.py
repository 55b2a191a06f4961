"""A table as rows of cells with spans, before it becomes XML."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

HEADING, GROUP, CELL = "heading", "group", "cell"


class GridCell(NamedTuple):
    """A cell that begins in its row; ``rows`` and ``columns`` tell how far it reaches."""

    paragraphs: tuple[str, ...] = ()
    """Rich texts, one for each paragraph; none means empty."""
    columns: int = 1
    rows: int = 1
    style: str = CELL
    align: str | None = None
    bold: bool = False


class CellForm(NamedTuple):
    """How a cell of one paragraph looks."""

    style: str = CELL
    align: str | None = None
    bold: bool = False


class EvenRow(NamedTuple):
    """A row with a cell in every column, each of one text that is `generator.render.printing.is_bare`, or of none.

    Most rows of most tables are such: what is true of all their cells need not be asked of each.
    """

    texts: tuple[str, ...]
    forms: tuple[CellForm, ...]

    def cells(self) -> tuple[GridCell, ...]:
        """Return the row as the cells that it stands for."""
        return tuple(
            GridCell((text,) if text else (), 1, 1, *form) for text, form in zip(self.texts, self.forms, strict=True)
        )


Row = EvenRow | tuple[GridCell, ...]


@dataclass(frozen=True)
class Grid:
    """A table: relative column widths and rows of cells."""

    widths: tuple[float, ...]
    rows: tuple[Row, ...]
    heading_rows: int = 1
    kept: frozenset[int] = frozenset()
    """Rows, counted from 0 at the top, that stay on one page with the row below."""
    split: frozenset[int] = frozenset()
    """Rows that are taller than a page and so go on on the next."""
    free_widths: bool = False
    """Whether nobody has given the widths, so that the content decides them."""
    landscape: bool = field(default=False, compare=False)
    """Whether the table asks for a landscape page."""


def merge_down(cells: Sequence[GridCell], keys: Sequence[object]) -> list[GridCell | None]:
    """Return a column in which neighbouring cells of equal key are one; a swallowed cell becomes None.

    A key of None is never merged.
    """
    merged: list[GridCell | None] = list(cells)
    for key, run in groupby(range(len(cells)), key=lambda index: keys[index]):
        first, *swallowed = run
        if key is None or not swallowed:
            continue
        merged[first] = cells[first]._replace(rows=len(swallowed) + 1)
        for index in swallowed:
            merged[index] = None
    return merged
