"""The rows of tables as entries, each cell a value named by the heading of its column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from generator.model.blocks import Table
from generator.model.plan import Plan
from generator.model.target_wording import goal, last_result, target_headings
from generator.transform.diff.change import Part
from generator.transform.diff.entry import Entry, Value
from generator.transform.diff.places import within
from generator.transform.diff.sameness import same_key
from generator.vietnamese.marks import plain
from generator.vietnamese.unicode import fold

_COUNTING: Final = frozenset({"stt", "tt", "số tt", "số thứ tự"})
_LISTED: Final = re.compile(r"^(?:[-–+•]\s*|\d+(?:\.\d+)*\.\s)")
_NO_LOOKS: Final[Mapping[int, str]] = MappingProxyType({})
_DIGITS: Final = re.compile(r"\d+")
_TARGET: Final = "chỉ tiêu"
HEADING: Final = "tiêu đề bảng"
"""The place of the heading in a table."""


def table_rows(table: Table, place: str) -> Iterator[Entry]:
    """Yield the rows of a table from the top, those of the heading as one entry each."""
    grid = list(_grid(table))
    headings = _headings(grid[: table.heading_rows])
    part = Part.TARGET if any(fold(one).startswith(_TARGET) for one in headings.values()) else Part.TABLE
    for number, row in enumerate(grid, start=1 - table.heading_rows):
        where = within(place, f"hàng {number}" if number > 0 else HEADING)
        texts = {at: plain(stored) for at, stored in row.items()}
        yield row_entry(part, where, headings if number > 0 else {}, texts, row)


def target_rows(plan: Plan, place: str) -> Iterator[Entry]:
    """Yield the rows of the table that prints the targets of a plan, its heading first."""
    titles = dict(enumerate(target_headings(plan)))
    yield row_entry(Part.TARGET, within(place, HEADING), {}, titles)
    for number, target in enumerate(plan.targets, start=1):
        texts = (str(number), plain(target.metric), last_result(target), goal(target), target.lead or "")
        looks = {1: target.metric}
        yield row_entry(Part.TARGET, within(place, f"hàng {number}"), titles, dict(enumerate(texts)), looks)


def column_key(heading: str) -> str:
    """Return what tells a column from others whatever the year in its heading."""
    return _DIGITS.sub("0", fold(heading))


def row_entry(
    part: Part, place: str, headings: Mapping[int, str], cells: Mapping[int, str], looks: Mapping[int, str] = _NO_LOOKS
) -> Entry:
    """Return a row as an entry: its plain texts and the headings by column, ``looks`` the texts as stored.

    A number that only counts the rows is left out.
    """
    values: dict[str, Value] = {}
    for at, text in cells.items():
        heading = headings.get(at, "")
        if fold(heading).rstrip(".") in _COUNTING and not text.strip(" .0123456789"):
            continue
        key = column_key(heading)
        key = f"{key} {at}" if not key or key in values else key
        values[key] = Value(heading or f"cột {at + 1}", text, key=key, sign=_sign(text), look=looks.get(at, ""))
    name = max((value.text for value in values.values()), key=len, default="")
    return Entry(part, place, tuple(values.values()), name)


def _sign(text: str) -> str:
    """Return what is equal for cells that say the same: signs and ends of listed lines, a counted number set aside."""
    lines = (_LISTED.sub("", line.strip()) for line in text.split("\n"))
    return same_key(" ".join(line.rstrip(" ;.") for line in lines))


def _grid(table: Table) -> Iterator[dict[int, str]]:
    """Yield for each row its cells, as stored, by their column."""
    taken: dict[int, int] = {}
    for row in table.rows:
        cells: dict[int, str] = {}
        at = 0
        for cell in row:
            while taken.get(at, 0) > 0:
                at += 1
            cells[at] = cell.text or ""
            for column in range(at, at + cell.columns):
                taken[column] = cell.rows
            at += cell.columns
        taken = {column: left - 1 for column, left in taken.items()}
        yield cells


def _headings(rows: Sequence[Mapping[int, str]]) -> dict[int, str]:
    """Return the heading of each column: what stands lowest above it."""
    return {at: " ".join(plain(text).split()) for row in rows for at, text in row.items() if text}
