"""The rows of tables as entries, each cell a value named by the heading of its column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from generator.model.blocks import Table
from generator.model.plan import Plan
from generator.model.target_wording import goal, last_result, target_headings
from generator.transform.diff.change import Part
from generator.transform.diff.entry import Entry, Value
from generator.transform.diff.places import within
from generator.vietnamese.marks import plain
from generator.vietnamese.unicode import fold

_COUNTING: Final = frozenset({"stt", "tt", "số tt", "số thứ tự"})
_DIGITS: Final = re.compile(r"\d+")
_TARGET: Final = "chỉ tiêu"
_HEADING: Final = "tiêu đề bảng"

Cells = Sequence[tuple[str, str]]
"""The cells of a row: plain text, and the text as stored."""


def table_rows(table: Table, place: str) -> Iterator[Entry]:
    """Yield the rows of a table from the top, those of the heading as one entry each."""
    grid = list(_grid(table))
    headings = _headings(grid[: table.heading_rows])
    part = Part.TARGET if any(fold(one).startswith(_TARGET) for one in headings.values()) else Part.TABLE
    for number, row in enumerate(grid, start=1 - table.heading_rows):
        where = within(place, f"hàng {number}" if number > 0 else _HEADING)
        yield _row(part, where, headings if number > 0 else {}, row)


def target_rows(plan: Plan, place: str) -> Iterator[Entry]:
    """Yield the rows of the table that prints the targets of a plan, its heading first."""
    titles = target_headings(plan)
    headings = dict(enumerate(titles))
    yield _row(Part.TARGET, within(place, _HEADING), {}, {at: (title, title) for at, title in enumerate(titles)})
    for number, target in enumerate(plan.targets, start=1):
        texts = (str(number), plain(target.metric), last_result(target), goal(target), target.lead or "")
        stored = (texts[0], target.metric, *texts[2:])
        cells = dict(enumerate(zip(texts, stored, strict=True)))
        yield _row(Part.TARGET, within(place, f"hàng {number}"), headings, cells)


def column_key(heading: str) -> str:
    """Return what tells a column from others whatever the year in its heading."""
    return _DIGITS.sub("0", fold(heading))


def _grid(table: Table) -> Iterator[dict[int, tuple[str, str]]]:
    """Yield for each row its cells by their column."""
    taken: dict[int, int] = {}
    for row in table.rows:
        cells: dict[int, tuple[str, str]] = {}
        at = 0
        for cell in row:
            while taken.get(at, 0) > 0:
                at += 1
            cells[at] = plain(cell.text or ""), cell.text or ""
            for column in range(at, at + cell.columns):
                taken[column] = cell.rows
            at += cell.columns
        taken = {column: left - 1 for column, left in taken.items()}
        yield cells


def _headings(rows: Sequence[dict[int, tuple[str, str]]]) -> dict[int, str]:
    """Return the heading of each column: what stands lowest above it."""
    return {at: " ".join(text.split()) for row in rows for at, (text, _) in row.items() if text}


def _row(part: Part, place: str, headings: dict[int, str], cells: dict[int, tuple[str, str]]) -> Entry:
    values = []
    for at, (text, stored) in cells.items():
        heading = headings.get(at, "")
        if fold(heading).rstrip(".") in _COUNTING and text.strip().rstrip(".").isdecimal():
            continue
        key = column_key(heading) or f"{at}"
        values.append(Value(heading or f"cột {at + 1}", text, key=key, look=stored))
    name = max((value.text for value in values), key=len, default="")
    return Entry(part, place, tuple(values), name)
