"""Tables that run over pages: one grid, its heading once, rows and merged cells that a page break cut made whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, takewhile

from generator.reading import cues
from generator.reading.grids import is_numbered
from generator.reading.labels import UNORDERED, labels_of
from generator.reading.lines import Span
from generator.reading.pdf.placed import Placed, TableRow, rows_of_cells, with_one_heading
from generator.reading.pdf.ruled import NEAR, Cell, RuledTable, column_of, merged
from generator.reading.wrapping import glue
from generator.vietnamese.unicode import clean, fold

_MISSED = 8.0
"""Points by which the edges of one table differ from page to page."""
_DEEPEST_HEADING = 4
_PADDING = 5.0
"""Points between a cell's edge and its words."""
_BLANK = 0.22
"""Width of a blank as a share of the size."""


@dataclass
class WholeTable:
    """A table with all its pages."""

    parts: list[RuledTable]
    repeated: list[TableRow] = field(default_factory=list)
    """Rows of its heading as later pages print them again."""
    joined: list[TableRow] = field(default_factory=list)
    """What later pages print of rows that were cut by the page break."""

    def takes(self, part: RuledTable) -> bool:
        """Tell whether a table at the top of the next page goes on with this one, which ends its page."""
        last = self.parts[-1]
        near = abs(part.x0 - last.x0) < _MISSED and (abs(part.x1 - last.x1) < _MISSED or not (part.ruled or last.ruled))
        return near and part.page == last.page + 1 and self._shares_columns(part)

    def _shares_columns(self, part: RuledTable) -> bool:
        """Tell whether the columns of one are among those of the other: a page may not show all of them."""
        if not (self.parts[-1].ruled or part.ruled):
            return len(self.parts[-1].edges) == len(part.edges)
        fewer, more = sorted((self.parts[-1].edges, part.edges), key=len)
        return all(any(abs(edge - place) < _MISSED for place in more) for edge in fewer)

    def rows(self) -> list[TableRow]:
        """Return its rows; the heading of later pages is left out and kept in `repeated`."""
        self.parts[1:] = [_aligned(part, self.parts[0]) for part in self.parts[1:]]
        left = self.parts[0].x0
        edges = merged([edge - part.x0 + left for part in self.parts for edge in part.edges])
        whole = list(_placed(self.parts[0], edges))
        pages = [self.parts[0].page] * len(self.parts[0].rows)
        heading = rows_of_cells(whole, pages, len(edges))[:_DEEPEST_HEADING]
        for before, part in pairwise(self.parts):
            cells = list(_placed(part, edges, left - part.x0))
            own = rows_of_cells(cells, [part.page] * len(part.rows), len(edges))
            again = _repetition(heading, own)
            self.repeated += own[:again]
            fresh = [cell for cell in cells if cell.row >= again]
            shift = len(pages) - again
            if again < len(own) and _goes_on(before, [cell for cell in fresh if cell.row == again]):
                self.joined.append(own[again])
                shift -= 1
            for cell in fresh:
                cell.row += shift
            pages += [part.page] * (shift + len(own) - len(pages))
            _add(whole, fresh, shift + again)
        return with_one_heading(rows_of_cells(whole, pages, len(edges)))


def _aligned(part: RuledTable, first: RuledTable) -> RuledTable:
    """Return a part without rules with the edges of the first: where its columns part depends on its words."""
    own, edges = part.edges, first.edges
    if part.ruled or first.ruled or len(own) != len(edges):
        return part
    ends = [*edges[1:], first.x1]

    def moved(cells: Sequence[Cell]) -> list[Cell]:
        return [replace(cell, x0=edges[column_of(own, cell.x0)], x1=ends[_last(own, cell)]) for cell in cells]

    return replace(part, cells=moved(part.cells), rows=list(map(moved, part.rows)))


def _last(edges: Sequence[float], cell: Cell) -> int:
    """Return the number of the last column that a cell takes."""
    return column_of(edges, cell.x1 - 3 * NEAR)


def _placed(part: RuledTable, edges: Sequence[float], shift: float = 0.0) -> Iterator[Placed]:
    """Yield the cells of a part with the rows and columns of the grid that they take; `shift` moves them sideways."""
    tops = [row[0].top for row in part.rows]
    for number, cells in enumerate(part.rows):
        for cell in cells:
            x0, x1 = cell.x0 + shift, cell.x1 + shift
            columns = sum(x0 + NEAR < edge < x1 - NEAR for edge in edges) + 1
            rows = sum(cell.top + NEAR < top < cell.bottom - NEAR for top in tops) + 1
            yield Placed(number, column_of(edges, x0), Span(columns, rows), clean(cell.text), cell)


def _repetition(heading: Sequence[TableRow], rows: Sequence[TableRow]) -> int:
    """Return how many rows at the top of a page print the heading again; one row at least is left."""
    again = len(list(takewhile(lambda pair: _same(*pair), zip(heading, rows, strict=False))))
    return min(again, max(1, len(rows) - 1))


def _same(one: TableRow, other: TableRow) -> bool:
    return any(one.cells) and tuple(map(fold, one.cells)) == tuple(map(fold, other.cells))


def _add(whole: list[Placed], fresh: Sequence[Placed], first: int) -> None:
    """Add the cells of a page; those of its first row go on with the cells above where a break cut them."""
    ending = [one for one in whole if one.row + one.span.rows >= first]
    for cell in fresh:
        cut = next((one for one in ending if one.covers(cell.row, cell.column)), None)
        above = next((one for one in ending if one.ends_above(cell)), None)
        if cut is not None:
            both = cut.text and cell.text
            cut.text = f"{cut.text}{glue(cut.text, cell.text)}{cell.text}" if both else cut.text or cell.text
            cut.grow(cell.row + cell.span.rows)
        elif above is not None and above.text and not cell.text and max(above.span.rows, cell.span.rows) > 1:
            above.grow(cell.row + cell.span.rows)
        else:
            whole.append(cell)


def _goes_on(before: RuledTable, row: Sequence[Placed]) -> bool:
    """Tell whether the first row of a page goes on with the last one of the page before.

    It does where the first word of a cell would not have fitted below it, on the last line of the page before. Where
    nothing stands above any of its words, a small letter in its first cell tells.
    """
    if any(cell.column == 0 and is_numbered(cell.text) for cell in row):
        return False
    pairs = [(_above(before, cell.drawn), cell.drawn) for cell in row if cell.drawn.first]
    filled = [(above, cell) for above, cell in pairs if above is not None and above.last]
    full = [_is_full(above, cell) for above, cell in filled]
    cut = any(whole and cues.starts_small(cell.text) for whole, (_, cell) in zip(full, filled, strict=True))
    if filled:
        return cut or all(full)
    return next((cues.starts_small(cell.text) for _, cell in pairs), False)


def _above(before: RuledTable, cell: Cell) -> Cell | None:
    """Return the cell that ends the page before in the column of a cell."""
    middle = (cell.x0 + cell.x1) / 2
    ending = (one for one in before.cells if abs(one.bottom - before.bottom) < _MISSED)
    return next((one for one in ending if one.x0 <= middle <= one.x1), None)


def _is_full(above: Cell, cell: Cell) -> bool:
    """Tell whether the first word of a cell would not have fitted on the last line of the one above it."""
    if above.last is None or cell.first is None:
        return False
    if _listed(above.text) and _listed(cell.text):
        return True
    word = cell.first.words[0]
    width = above.last.x1 - above.last.x0 + word.x1 - word.x0
    return width + _BLANK * above.last.size > above.x1 - above.x0 - 2 * _PADDING


def _listed(text: str) -> bool:
    return any(label.kind in UNORDERED for label in labels_of(text))
