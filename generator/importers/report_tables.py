"""The tables of a report as rows of words, each with its place in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, repeat

from generator.diagnostics import Place
from generator.model.blocks import Table
from generator.model.document import Document
from generator.vietnamese.marks import plain

_MEASURE = re.compile(r"(?:đvt|đơn vị(?: tính)?|đv tính)\s*[:：]\s*([^\n;,)]+)", re.IGNORECASE)


@dataclass(frozen=True)
class PlacedRow:
    """A row of a table."""

    cells: tuple[str, ...]
    """As many as the table has columns; the words of a merged cell stand in each place that it covers."""
    place: Place
    """Empty where nothing is known."""
    measure: str = ""
    """What a line above the table says of its measure: «tỷ đồng» of «Đơn vị tính: tỷ đồng»."""


def placed_tables(document: Document, rows: Sequence[Sequence[Place]] = ()) -> Iterator[tuple[PlacedRow, ...]]:
    """Yield the tables of a document in printed order; ``rows`` are the places that its import tells."""
    for (table, measure), places in zip(_tables(document), chain(rows, repeat(()))):  # noqa: B905  without end
        known = chain(places, repeat(Place()))
        yield tuple(PlacedRow(tuple(cells), place, measure) for cells, place in zip(_grid(table), known))  # noqa: B905


def _tables(document: Document) -> Iterator[tuple[Table, str]]:
    """Yield each table with the measure in its title or in the words right above it."""
    above = ""
    for block in document.blocks():
        if isinstance(block, Table):
            named = _MEASURE.search(plain(block.title or "")) or _MEASURE.search(above)
            yield block, named[1].strip(" .)") if named else ""
        above = plain(getattr(block, "text", None) or getattr(block, "title", None) or "")


def _grid(table: Table) -> list[list[str]]:
    width = max((sum(cell.columns for cell in row) for row in table.rows), default=0)
    grid: list[list[str | None]] = [[None] * width for _ in table.rows]
    for top, row in enumerate(table.rows):
        for cell in row:
            left = next((place for place, text in enumerate(grid[top]) if text is None), width)
            words = plain(cell.text or "")
            for down in range(top, min(top + cell.rows, len(grid))):
                for place in range(left, min(left + cell.columns, width)):
                    grid[down][place] = words
    return [[text or "" for text in row] for row in grid]
