"""The rows of a table of targets as targets: what a plan that was read from Word or PDF says in a plain table.

The table is known by its headings: one column for what is measured and one for the figure of the year, beside them at
most a number, a unit of measure, last year's result and who leads. Its other columns say nothing of the figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from generator.model.blocks import Table
from generator.model.plan import Comparator, Target
from generator.vietnamese.marks import escape, plain
from generator.vietnamese.numbers import parse_number
from generator.vietnamese.unicode import fold

_YEAR: Final = r"(?:20\d\d)"
_COLUMNS: Final[Mapping[str, re.Pattern[str]]] = {
    "number": re.compile(r"stt|tt|số tt|số thứ tự"),
    "metric": re.compile(r"(?:tên |nội dung )?(?:các )?chỉ tiêu(?: cụ thể| chủ yếu| cải cách hành chính)?|nội dung"),
    "unit": re.compile(r"đơn vị tính|đvt|đv tính"),
    "last_year": re.compile(
        rf"(?:kết quả|thực hiện|ước thực hiện)(?: thực hiện| đạt được)?(?: năm)?(?: {_YEAR}| trước)?"
    ),
    "value": re.compile(
        rf"(?:chỉ tiêu|mục tiêu|kế hoạch|mức|mức phấn đấu|phấn đấu|mức giao)(?: phấn đấu| giao| đạt)?"
        rf"(?: (?:đến )?năm)?(?: {_YEAR})?"
    ),
    "lead": re.compile(r"(?:đơn vị|cơ quan)?\s*(?:chủ trì|thực hiện|chịu trách nhiệm)(?: thực hiện)?|chủ trì"),
}
_IN_HEADING: Final = re.compile(_YEAR)
_AMOUNT: Final = r"(?P<number>\d[\d.]*(?:,\d+)?)\s*(?P<unit>%|[^\d\s≥≤<>%][^\d≥≤<>%]*?)?"
_FIGURES: Final[tuple[tuple[Comparator, re.Pattern[str]], ...]] = tuple(
    (comparator, re.compile(words.format(_AMOUNT), re.IGNORECASE))
    for comparator, words in (
        (Comparator.AT_LEAST, r"(?:đạt\s+)?(?:từ\s+)?{}\s+trở lên"),
        (Comparator.AT_LEAST, r"(?:≥|tối thiểu|ít nhất|(?:đạt\s+)?từ)\s*{}"),
        (Comparator.MORE_THAN, r"(?:>|(?:đạt\s+)?trên)\s*{}"),
        (Comparator.AT_MOST, r"(?:≤|không quá|tối đa)\s*{}"),
        (Comparator.LESS_THAN, r"(?:<|dưới)\s*{}"),
        (Comparator.EQUAL, r"(?:đạt\s+)?{}"),
    )
)


@dataclass(frozen=True)
class _Row:
    """The words of a row by what their columns say."""

    cells: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        return self.cells.get(name, "")


def targets_of(table: Table, year: int | None, ids: Iterator[str]) -> tuple[Target, ...]:
    """Return the targets that the rows of a table say, each with the next identity; none for another table.

    A figure that is no number stays with the words of its metric. Of several years the column of the plan's ``year``
    counts. A table whose cells are merged over several rows is none that can be told.
    """
    if table.heading_rows != 1 or any(cell.rows > 1 for row in table.rows for cell in row):
        return ()
    grid = [[plain(cell.text or "") if not place else "" for cell in row for place in range(cell.columns)]
            for row in table.rows]  # fmt: skip
    columns = _columns(grid[0], year) if grid else {}
    if not {"metric", "value"} <= columns.keys() or any(len(row) != len(grid[0]) for row in grid):
        return ()
    return tuple(_targets([_Row({name: row[place] for name, place in columns.items()}) for row in grid[1:]], ids))


def _columns(headings: Sequence[str], year: int | None) -> dict[str, int]:
    """Return the place of each column that is known, the first of its kind."""
    found: dict[str, int] = {}
    for place, heading in enumerate(map(fold, headings)):
        name = next((name for name, words in _COLUMNS.items() if name not in found and words.fullmatch(heading)), None)
        named = _IN_HEADING.search(heading)
        is_other = name == "value" and year is not None and named is not None and named[0] != str(year)
        if name and not is_other:
            found[name] = place
    return found


def _targets(rows: Iterable[_Row], ids: Iterator[str]) -> Iterator[Target]:
    group: str | None = None
    for row in rows:
        if row["metric"] and not row["value"] and not row["last_year"] and not row["unit"]:
            group = row["metric"]
        elif not row["metric"] and row["number"] and not row["value"]:
            group = row["number"]
        elif row["metric"]:
            yield _target(row, next(ids), group)


def _target(row: _Row, id: str, group: str | None) -> Target:
    comparator, value, unit = _figure(row["value"])
    _, last_year, last_unit = _figure(row["last_year"])
    unit = unit or row["unit"] or None
    metric = row["metric"].rstrip(" :;.")
    if value is None:
        metric = f"{metric}: {row['value']}"
        comparator = unit = None
    is_same = last_year is not None and unit is not None and last_unit in (None, unit)
    known = last_year if is_same or unit == last_unit else None
    return Target(
        id=id, group=_line(group), metric=escape(metric), comparator=comparator, value=value, unit=_line(unit),
        last_year=known if value is not None else None, lead=_line(row["lead"]),
    )  # fmt: skip


def _figure(text: str) -> tuple[Comparator | None, Decimal | None, str | None]:
    for comparator, words in _FIGURES:
        match = words.fullmatch(text.strip(" .;"))
        value = parse_number(match["number"]) if match else None
        if match and value is not None:
            return comparator, value, match["unit"]
    return None, None, None


def _line(text: str | None) -> str | None:
    return " ".join(text.split()) or None if text else None
