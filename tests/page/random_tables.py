"""Tables with random merges and very long cells; the same for the same seed."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Any

from tests.page.sheets import SENTENCE

WORDS = SENTENCE.rstrip(".").split() + ["15/KH-SGDĐT", "30/11/2027", "chuyển đổi số", "1.250.000.000"]
MOST_MERGED = 3
"""Most rows and most columns of a cell."""

SHARE_MERGED = 0.12
LONG_CELLS = 12
"""About so many cells of a table hold a long text, at most one in ten."""


def random_table(columns: int, rows: int, seed: int) -> dict[str, Any]:
    """Return a table block: one heading row, then `rows` rows; no cell spans more than three."""
    random = Random(seed)
    heading = [{"text": "STT", "bold": True, "align": "center"}]
    heading += [{"text": f"Nội dung {number}", "bold": True, "align": "center"} for number in range(2, columns + 1)]
    maker = _Maker(random, columns, rows)
    body = [maker.row(number) for number in range(rows)]
    return {"kind": "table", "widths": [1.5] + [3] * (columns - 1), "heading_rows": 1, "rows": [heading, *body]}


@dataclass
class _Maker:
    random: Random
    columns: int
    rows: int
    taken: set[tuple[int, int]] = field(default_factory=set)

    def row(self, row: int) -> list[dict[str, Any]]:
        """Return the cells that begin in a row; the first column is never merged: each row has a cell of its own."""
        cells = []
        for column in range(self.columns):
            if (row, column) not in self.taken:
                width, height = self._span(row, column) if column else (1, 1)
                self.taken |= {(row + down, column + right) for down in range(height) for right in range(width)}
                cells.append({"text": self._text() if column else f"{row + 1}", "columns": width, "rows": height})
        return cells

    def _span(self, row: int, column: int) -> tuple[int, int]:
        if self.random.random() >= SHARE_MERGED:
            return 1, 1
        free = 1
        while column + free < self.columns and (row, column + free) not in self.taken:
            free += 1
        return self.random.randint(1, min(free, MOST_MERGED)), self.random.randint(1, min(MOST_MERGED, self.rows - row))

    def _text(self) -> str:
        long = self.random.random() < min(0.1, LONG_CELLS / (self.columns * self.rows))
        return " ".join(
            self.random.choices(WORDS, k=self.random.randint(30, 90) if long else self.random.randint(1, 5))
        )
