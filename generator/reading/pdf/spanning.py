"""Tables that run over pages: the same columns on every page, their heading once, rows with a cell for each column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from generator.reading.grids import is_heading
from generator.reading.pdf.ruled import Cell, RuledTable, column_of, merged
from generator.reading.task_columns import TaskColumn, task_columns
from generator.vietnamese.unicode import clean, fold

_MISSED = 8.0
"""Points by which the edges of one table differ from page to page."""
_DEEPEST_HEADING = 4


@dataclass(frozen=True)
class TableRow:
    """One row of a table with a cell for each column."""

    cells: tuple[str, ...]
    page: int


@dataclass
class WholeTable:
    """A table with all its pages."""

    parts: list[RuledTable]
    repeated: list[TableRow] = field(default_factory=list)
    """Rows of its heading as later pages print them again."""

    def takes(self, part: RuledTable) -> bool:
        """Tell whether a table at the top of the next page goes on with this one, which ends its page."""
        last = self.parts[-1]
        near = abs(part.x0 - last.x0) < _MISSED and abs(part.x1 - last.x1) < _MISSED
        return near and part.page == last.page + 1 and self._shares_columns(part)

    def _shares_columns(self, part: RuledTable) -> bool:
        """Tell whether the columns of one are among those of the other: a page may not show all of them."""
        own, other = self.parts[-1].edges, part.edges
        fewer, more = sorted((own, other), key=len)
        return all(any(abs(edge - place) < _MISSED for place in more) for edge in fewer)

    def rows(self) -> list[TableRow]:
        """Return its rows; the heading of later pages is left out and kept in `repeated`."""
        edges = merged([edge for part in self.parts for edge in part.edges])
        first = list(_rows(self.parts[0], edges))
        found = _with_one_heading(self.parts[0], first)
        for part in self.parts[1:]:
            rows = list(_rows(part, edges))
            again = len(list(takewhile(lambda pair: _same(*pair), zip(first, rows, strict=False))))
            again = min(again, _DEEPEST_HEADING, len(rows) - 1 or again)
            self.repeated += rows[:again]
            found += rows[again:]
        return found


def _rows(part: RuledTable, edges: Sequence[float]) -> Iterator[TableRow]:
    for cells in part.rows:
        texts = [""] * len(edges)
        for cell in cells:
            column = column_of(edges, cell.x0)
            texts[column] = f"{texts[column]} {clean(cell.text)}".strip()
        yield TableRow(tuple(texts), part.page)


def _same(one: TableRow, other: TableRow) -> bool:
    return tuple(map(fold, one.cells)) == tuple(map(fold, other.cells))


def _with_one_heading(part: RuledTable, rows: list[TableRow]) -> list[TableRow]:
    """Return the rows, the two of a heading made one where that makes the columns of a task table known.

    A heading over several columns stands before each of those below it.
    """
    if len(rows) < 3 or not _is_double(part.rows[0]) or not is_heading([cell for cell in rows[0].cells if cell]):
        return rows
    above, names = "", []
    for over, under in zip(rows[0].cells, rows[1].cells, strict=True):
        above = over or above
        names.append(f"{above} - {under}" if under and above else under or over)
    columns = task_columns(names)
    understood = TaskColumn.NAME in columns and None not in columns
    return [TableRow(tuple(names), rows[0].page), *rows[2:]] if understood else rows


def _is_double(cells: Sequence[Cell]) -> bool:
    """Tell whether some cells of the first row reach down into the next one and others do not."""
    depths = merged([cell.bottom for cell in cells])
    return len(depths) == 2
