"""Tables of figures: their cells as numbers, each with its place, and the rows that add up to others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from generator.lint.figures_index import AddedColumns, added_columns, is_index_row
from generator.lint.finding import Spot
from generator.lint.statements import Role, Statement
from generator.reading.grids import Grid, with_one_heading
from generator.reading.reading import Reading
from generator.vietnamese.quantities import Form, Quantity, find_quantities
from generator.vietnamese.unicode import fold

_TOTAL = re.compile(
    r"(?:[ivx]+[.)]?\s*)?(?:tổng|tổng số|tổng cộng|cộng|tổng cộng chung|tổng toàn tỉnh|toàn tỉnh|tổng chung)\s*:?"
)
_CELL = re.compile(r"[≥≤<>=+-]*\s*\d[\d.,]*\s*%?")
_NOTHING = re.compile(r"[-–—.…/\s]*|không(?: phát sinh| có)?|chưa(?: có)?(?: số liệu)?")
_RATE = re.compile(
    r"%|tỷ lệ|tỉ lệ|bình quân|trung bình|điểm|xếp|hạng|chỉ số|năm thành lập|thời gian|ngày|tháng|năm sinh|ghi chú"
    r"|stt|\btt\b|số thứ tự|mã|điện thoại|số hiệu|số, ký hiệu|so với|tăng|giảm|mức độ|đơn giá|hệ số|lũy kế"
)
_LEVELS = (
    re.compile(r"[A-HK-U]\.?"),
    re.compile(r"[IVX]+\.?"),
    re.compile(r"\d+\.?"),
    re.compile(r"\d+(?:\.\d+)+\.?|[a-zđ][.)]?"),
)
_THEREOF = re.compile(r"\b(?:trong đó|trong số|riêng|nữ|dân tộc|đảng viên)\b")
_FEWEST_ROWS = 2
_TOP = 2
"""Rows below the heading among which the one that numbers the columns stands."""


@dataclass(frozen=True)
class Cell:
    """A cell of a table."""

    text: str
    row: int
    column: int
    spot: Spot

    @cached_property
    def figure(self) -> Quantity | None:
        """Its number, where the cell holds nothing but a number, perhaps with a unit."""
        found = find_quantities(f" {self.text}")
        if len(found) == 1 and found[0].form is not Form.BROKEN and found[0].whole is None:
            rest = f" {self.text}"[: found[0].start].strip(" ≥≤<>=") + f" {self.text}"[found[0].end :].strip()
            return found[0] if not rest else None
        return None

    @property
    def is_blank(self) -> bool:
        """Whether it says that there is no figure."""
        return bool(_NOTHING.fullmatch(fold(self.text)))


@dataclass(frozen=True)
class Table:
    """A table with its headings in small letters, and its rows of cells."""

    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    added: tuple[AddedColumns, ...] = ()
    """The columns that the row of column numbers gives as sums and differences of others."""

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self.rows[0]) if self.rows else 0

    def column(self, place: int) -> list[Cell]:
        """Return the cells of a column below the headings."""
        return [row[place] for row in self.rows]

    def heading(self, place: int) -> str:
        """Return the heading of a column in small letters; empty where there is none."""
        return self.headings[place] if place < len(self.headings) else ""

    def adds_up(self, place: int) -> bool:
        """Whether a column can hold numbers that are added: numbers or blanks alone, no shares, points or dates."""
        cells = self.column(place)
        figures = [cell.figure for cell in cells]
        if _RATE.search(self.heading(place)) or any(one and one.is_share for one in figures):
            return False
        named = all(one or cell.is_blank for one, cell in zip(figures, cells, strict=True))
        return named and sum(map(bool, figures)) > _FEWEST_ROWS


def tables_of(reading: Reading, statements: Sequence[Statement]) -> Iterator[Table]:
    """Yield the tables of a document and of its appendices in which a digit stands."""
    spots = _spots(statements)
    tops = (*reading.outline, *(node for part in reading.appendices for node in part.content))
    for top in tops:
        for node in top.walk():
            if node.grid and node.grid.rows:
                yield _table(with_one_heading(node.grid), spots)


def _spots(statements: Sequence[Statement]) -> Mapping[tuple[int, str], Spot]:
    found: dict[tuple[int, str], Spot] = {}
    for one in statements:
        if one.role is Role.CELL and one.lines:
            for number in one.lines:
                found.setdefault((number, one.text), one.spot)
                found.setdefault((number, ""), one.spot)
    return found


def _table(grid: Grid, spots: Mapping[tuple[int, str], Spot]) -> Table:
    rows = []
    held = list(grid.rows)
    index = next((row for row in held[:_TOP] if is_index_row(row.cells)), None)
    for place, row in enumerate(one for one in held if one is not index):
        cells = []
        for column, text in enumerate(row.cells):
            known = (spots.get((number, words)) for words in (text, "") for number in row.lines)
            cells.append(Cell(text, place, column, next(filter(None, known), Spot())))
        rows.append(tuple(cells))
    return Table(tuple(map(fold, grid.headings)), tuple(rows), added_columns(index.cells) if index else ())


@dataclass(frozen=True)
class WrongTotal:
    """A cell of a total with what its parts give."""

    cell: Cell
    sum: Decimal
    of: str
    """What was added up, in Vietnamese."""
    is_sure: bool

    @property
    def lacking(self) -> Decimal:
        """What the parts have more than the total."""
        return self.sum - _value(self.cell)


def wrong_totals(table: Table) -> Iterator[WrongTotal]:
    """Yield the totals, of rows and of columns, that their parts do not give."""
    rows = list(_wrong_total_rows(table))
    said = {one.place for one in table.added}
    columns = [wrong for wrong in _wrong_total_columns(table) if wrong.cell.column not in said]
    columns += _wrong_sums(table)
    named = {wrong.cell.row for wrong in rows}
    pinned = {(wrong.cell.column, wrong.lacking) for wrong in columns if wrong.cell.row not in named}
    yield from (wrong for wrong in rows if (wrong.cell.column, -wrong.lacking) not in pinned)
    yield from (wrong for wrong in columns if wrong.cell.row not in named)


def _wrong_sums(table: Table) -> Iterator[WrongTotal]:
    """Yield the cells that differ from what the row of column numbers says, where most rows follow it."""
    for said in table.added:
        judged = []
        for row in table.rows:
            parts = [row[place] for place in (*said.added, *said.taken)]
            if row[said.place].figure and all(one.figure or one.is_blank for one in parts) and any(map(_value, parts)):
                judged.append((row[said.place], _sum(row, said.added) - _sum(row, said.taken)))
        wrong = [(cell, added) for cell, added in judged if _value(cell) != added]
        if len(wrong) * 2 < len(judged) and not any(cell.figure and cell.figure.decimals for cell, _ in wrong):
            yield from (WrongTotal(cell, added, "các cột", is_sure=True) for cell, added in wrong)


def _sum(row: Sequence[Cell], places: Sequence[int]) -> Decimal:
    return sum((_value(row[place]) for place in places), Decimal(0))


def _wrong_total_rows(table: Table) -> Iterator[WrongTotal]:
    """Yield the cells of the one row of totals; of a row at the top only where another column of it is right."""
    totals = [place for place, row in enumerate(table.rows) if _is_total(row)]
    last = len(table.rows) - 1
    if len(totals) != 1 or last < _FEWEST_ROWS or totals[0] not in (0, last) or _names_some(table):
        return
    total = totals[0]
    levels = [_level(row) for row in table.rows]
    checked = [column for column in range(table.width) if table.adds_up(column) and table.rows[total][column].figure]
    judged = [(column, _sums(table, column, total, levels)) for column in checked]
    right = [column for column, sums in judged if _value(table.rows[total][column]) in sums]
    for column, sums in judged:
        if column not in right and sums and (right or total == last):
            yield WrongTotal(table.rows[total][column], sums[0], "các hàng", bool(right))


def _names_some(table: Table) -> bool:
    """Tell whether a row takes some out of another: "trong đó: nữ"."""
    return any(_THEREOF.search(fold(cell.text)) for row in table.rows for cell in row[:2])


def _is_total(row: Sequence[Cell]) -> bool:
    words = [fold(cell.text) for cell in row if cell.text and not cell.figure]
    return bool(words) and any(_TOTAL.fullmatch(one) for one in words[:2])


def _level(row: Sequence[Cell]) -> int:
    """Return how deep a row stands by its label: 0 capital letter, 1 Roman, 2 number, 3 dotted or letter, 4 none."""
    label = row[0].text.strip()
    return next((depth for depth, form in enumerate(_LEVELS) if form.fullmatch(label)), len(_LEVELS))


def _sums(table: Table, column: int, total: int, levels: Sequence[int]) -> list[Decimal]:
    """Return what the total may be: the sum of all other rows, of those of the highest level, of each level."""
    others = [place for place in range(len(table.rows)) if place != total]
    numbered = sorted({levels[place] for place in others})
    groups = [others, *([place for place in others if levels[place] == level] for level in numbered)]
    groups += [[place for place in others if levels[place] <= level] for level in numbered]
    leaves = [one for one, after in zip(others, [*others[1:], None], strict=True) if not _is_parent(levels, one, after)]
    kept = [group for group in (*groups, leaves) if len(group) > 1]
    ordered = sorted(kept, key=lambda group: group is not leaves)
    return [sum((_value(table.rows[place][column]) for place in group), Decimal(0)) for group in ordered]


def _is_parent(levels: Sequence[int], place: int, after: int | None) -> bool:
    return after is not None and levels[after] > levels[place]


def _value(cell: Cell) -> Decimal:
    return cell.figure.value if cell.figure else Decimal(0)


def _wrong_total_columns(table: Table) -> Iterator[WrongTotal]:
    """Yield the cells of a column "Tổng số" that differ from the columns of its parts, where most rows agree."""
    for place in range(table.width):
        if not re.search(r"\b(?:tổng số|tổng cộng|tổng|cộng)\b", table.heading(place)) or not table.adds_up(place):
            continue
        last = _last_part(table, place)
        if last is None:
            continue
        for row in table.rows:
            added = sum((_value(cell) for cell in row[place + 1 : last + 1]), Decimal(0))
            if row[place].figure and added and _value(row[place]) != added:
                yield WrongTotal(row[place], added, "các cột", is_sure=True)


def _last_part(table: Table, place: int) -> int | None:
    """Return the column up to which most rows, and at least three, add up to the total; None without one."""
    last, best = None, _FEWEST_ROWS
    for end in range(place + 2, table.width):
        if not all(table.adds_up(column) for column in range(place + 1, end + 1)):
            break
        rows = [row for row in table.rows if row[place].figure and _value(row[place])]
        right = sum(_value(row[place]) == sum(map(_value, row[place + 1 : end + 1]), Decimal(0)) for row in rows)
        if right > best and right * 3 >= len(rows) * 2:
            last, best = end, right
    return last


@dataclass(frozen=True)
class WrongShare:
    """A cell of a column of shares that the two columns of the other rows' shares do not give."""

    cell: Cell
    part: Cell
    whole: Cell

    @property
    def right(self) -> Decimal:
        """The share that the two cells give, with two decimals."""
        return (Decimal(100) * _value(self.part) / _value(self.whole)).quantize(Decimal("0.01"))


def wrong_shares(table: Table) -> Iterator[WrongShare]:
    """Yield the shares that differ from the quotient of two columns which gives the shares of most rows."""
    for place in range(table.width):
        if not re.search(r"%|tỷ lệ|tỉ lệ", table.heading(place)):
            continue
        pair = _pair(table, place)
        if pair is None:
            continue
        part, whole = pair
        for row in table.rows:
            if _is_wrong(row[place], row[part], row[whole]):
                yield WrongShare(row[place], row[part], row[whole])


def _pair(table: Table, place: int) -> tuple[int, int] | None:
    """Return the columns of part and whole that give the shares of most rows, at least three; None without them."""
    columns = [one for one in range(1, place) if table.adds_up(one)]
    rows = [row for row in table.rows if row[place].figure and _percent(row[place])]
    best: tuple[int, int] | None = None
    most = _FEWEST_ROWS
    for part in columns:
        for whole in columns:
            if part == whole:
                continue
            judged = [row for row in rows if _value(row[whole])]
            right = sum(not _is_wrong(row[place], row[part], row[whole]) for row in judged)
            if right > most and right * 3 >= len(judged) * 2:
                best, most = (part, whole), right
    return best


def _percent(cell: Cell) -> bool:
    return bool(cell.figure and cell.figure.value)


def _is_wrong(share: Cell, part: Cell, whole: Cell) -> bool:
    figure = share.figure
    if figure is None or not _value(whole) or part.figure is None:
        return False
    exact, step = Decimal(100) * _value(part) / _value(whole), Decimal(1).scaleb(-figure.decimals)
    return abs(exact - figure.value) >= step
