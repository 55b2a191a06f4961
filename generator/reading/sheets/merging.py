"""Merged ranges of a sheet, looked up by cell."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from generator.reading.sheets.book import Range, Sheet

_MOST_COVERED = 500_000


class Merging:
    """The merged ranges by the cells that they cover, as far as rows and columns with words go."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._ranges: dict[tuple[int, int], Range] = {}
        covered = 0
        for merged in sheet.merges:
            rows, columns = _between(sheet.rows, merged.top, merged.bottom), _span(sheet.columns, merged)
            covered += len(rows) * len(columns)
            if covered > _MOST_COVERED:
                break
            self._ranges |= {(row, column): merged for row in rows for column in columns}

    def range_at(self, row: int, column: int) -> Range | None:
        """Return the merged range that covers a cell; None for a cell of its own."""
        return self._ranges.get((row, column))

    def covered_from_above(self, row: int, column: int) -> bool:
        """Tell whether the cell belongs to one that begins in a row above."""
        merged = self.range_at(row, column)
        return merged is not None and merged.top < row

    def across(self, row: int, column: int) -> int:
        """Return how many columns with words the cell spreads over."""
        merged = self.range_at(row, column)
        return len(_span(self._sheet.columns, merged)) if merged else 1

    def words(self, row: int, column: int, *, down: bool = True, right: bool = False) -> str:
        """Return the words of a cell; of one covered from above, or from the left, those of the cell it belongs to."""
        merged = self.range_at(row, column)
        if merged is None:
            return self._sheet.cells.get((row, column), "")
        top = merged.top if down else row
        left = merged.left if right else column
        return self._sheet.cells.get((top, left), "")


def _between(ordered: Sequence[int], first: int, last: int) -> Sequence[int]:
    return ordered[bisect_left(ordered, first) : bisect_right(ordered, last)]


def _span(columns: Sequence[int], merged: Range) -> Sequence[int]:
    return _between(columns, merged.left, merged.right)
