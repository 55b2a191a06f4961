"""Numbers that count: of headings and of the rows of a table, and where they leave one out or give it twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.reading.column_words import NUMBER_HEADINGS
from generator.reading.grids import Grid, GridRow
from generator.vietnamese.letters import letter_index
from generator.vietnamese.roman import parse_roman
from generator.vietnamese.unicode import fold

_NUMBER = re.compile(r"\(?(?P<number>\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,7}|[a-zđ]|[A-ZĐ])[.)]?")

_FORMULA = re.compile(r"\s*=[\s\d()+\-–x×*/:%.,]*$")
"""How a column is reckoned from others, behind its number."""


@dataclass(frozen=True)
class Count:
    """The number of a row."""

    printed: str
    level: str
    """What it counts with: roman, capital, letter, or the number above it: "" for 1, "2" for 2.1."""
    ordinal: int
    row: GridRow

    def follows(self, before: Count) -> bool:
        """Tell whether it is the next one."""
        return self.ordinal == before.ordinal + 1


def miscounts(grid: Grid) -> Iterator[tuple[Count, Count]]:
    """Yield each number of the column of numbers that does not follow the one before it on its level, with that one.

    Numbers that begin anew below a heading are right, and so are those that go on through all headings. A table whose
    first number is not 1 is part of another one, and is not judged.
    """
    column = _number_column(grid)
    counts = list(_counts(grid, column)) if column is not None else []
    opening = next((one for one in counts if one), None)
    if opening is None or opening.ordinal != 1:
        return
    last: dict[str, Count] = {}
    headed = False
    for count in counts:
        if count is None:
            headed = True
            continue
        before = last.get(count.level)
        deeper = "." in count.printed.strip(".")
        fresh = before is None or (count.ordinal == 1 and (headed or deeper or count.level == "letter"))
        if before and not fresh and not count.follows(before):
            yield before, count
        headed = count.level in ("roman", "capital")
        last[count.level] = count


def _number_column(grid: Grid) -> int | None:
    return next((place for place, heading in enumerate(grid.headings) if fold(heading) in NUMBER_HEADINGS), None)


def _counts(grid: Grid, column: int) -> Iterator[Count | None]:
    """Yield the number of each row that has one, and None for a heading without number; other rows are left out."""
    for row in grid.rows:
        cell = row.cells[column].strip()
        if _numbers_columns(row.cells):
            continue
        if cell:
            if count := _count(cell, row):
                yield count
        elif sum(bool(one) for one in row.cells) == 1:
            yield None


def _numbers_columns(cells: Sequence[str]) -> bool:
    """Tell whether the row numbers the columns: 1, 2, 3 or (1), (2), (3)=(1)+(2), letters before them."""
    bare = [_FORMULA.sub("", cell).strip("() ") for cell in cells if cell.strip()]
    return len(bare) > 2 and all(len(cell) < 3 for cell in bare) and sum(map(str.isdigit, bare)) > 1


def _count(cell: str, row: GridRow) -> Count | None:
    match = _NUMBER.fullmatch(cell)
    if match is None:
        return None
    number = match["number"]
    if number[0].isdigit():
        stem, _, last = number.rpartition(".")
        return Count(cell, stem, int(last), row)
    if value := parse_roman(number):
        return Count(cell, "roman", value, row)
    value = letter_index(number.lower())
    return Count(cell, "capital" if number.isupper() else "letter", value, row) if value else None
