"""The task table written straight from a plan: what a layout decides is put together once for a template.

It gives the XML of the layout's grid, cell for cell, at a tenth of the cost; a property test holds the two together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, islice, repeat

from generator.model.layout import Column, ColumnField, TableLayout
from generator.model.plan import Plan
from generator.render.grid import CELL, Grid
from generator.render.printing import RUN_CLOSE, Block, Pieces, are_bare, is_bare, open_run, run_pieces
from generator.render.rich_text import bare_dashes
from generator.render.table_xml import (
    CELL_STYLES,
    cell_opening,
    paragraph_opening,
    row_opening,
    table_xml,
)
from generator.render.task_table import (
    PRINTERS,
    TaskRun,
    group_row,
    heading_grid,
    listed_paragraphs,
    merge_key,
    numbers_names,
    task_runs,
)
from generator.vietnamese.roman import roman

_PARAGRAPH_END = f"{RUN_CLOSE}</w:p>"
_CELL_END = f"{_PARAGRAPH_END}</w:tc>"
_ROW_END = f"{_CELL_END}</w:tr>"
_TABLE_END = f"{_ROW_END}</w:tbl>"
_ALONE, _FIRST, _BELOW = "", '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
_CellPieces = Sequence[str]


class _ColumnWriter:
    """The cells of one column: each ends with its last text, so that the next one closes it."""

    def __init__(self, column: Column, layout: TableLayout, width: int, style: str, before: str) -> None:
        self._layout = layout
        self._print = PRINTERS[column.field]
        self._texts = _ONE_TEXT.get(column.field)
        self._lists = column.field is ColumnField.PRODUCTS
        self._key = merge_key(column.field, layout)
        self.merges = self._key is not None and column.field not in (ColumnField.NUMBER, ColumnField.NAME)
        """Whether cells of different tasks may become one."""
        paragraphs = {keep: paragraph_opening(style, column.align, keep=keep) for keep in (False, True)}
        self._openings = {
            (merge, keep): f"{before}{cell_opening(width, merge=merge)}{paragraph}"
            for merge in (_ALONE, _FIRST, _BELOW)
            for keep, paragraph in paragraphs.items()
        }
        self._runs = {way: opening + open_run(bare=True) for way, opening in self._openings.items()}
        self._next = {keep: f"{_PARAGRAPH_END}{paragraph}" for keep, paragraph in paragraphs.items()}
        self._next_run = {keep: opening + open_run(bare=True) for keep, opening in self._next.items()}

    def cells(self, run: TaskRun) -> Iterable[_CellPieces]:
        """Return the pieces of the cells of a run of rows, from the top."""
        if run.is_flat and not self.merges:
            return self._flat(run)
        paragraphs = [self._print(entry, self._layout) for entry in run.entries]
        if self._key is None:
            merges = [_ALONE] * len(paragraphs)
        else:
            merges = _merges([self._key(entry) for entry in run.entries])
        return [
            self._cell(() if merge is _BELOW else texts, merge, keep)
            for texts, merge, keep in zip(paragraphs, merges, run.kept, strict=True)
        ]

    def _flat(self, run: TaskRun) -> Iterable[_CellPieces]:
        """Return the pieces of cells that are neither merged nor kept; bare texts are looked through at once."""
        texts = self._texts and self._texts(run, self._layout)
        if texts is not None and are_bare(texts):
            return zip(repeat(self._runs[_ALONE, False]), texts)
        if self._lists:
            return self._listed([row.products for row in run.rows])
        return [self._cell(self._print(entry, self._layout), _ALONE, False) for entry in run.entries]

    def _listed(self, cells: Sequence[Sequence[str]]) -> Iterable[_CellPieces]:
        """Return the pieces of cells that each hold a list."""
        if not are_bare([*chain.from_iterable(cells)]):
            return [self._cell(listed_paragraphs(texts), _ALONE, False) for texts in cells]
        return map(self._list, cells)  # one after the other: a list kept for each cell would be a burden of its own

    def _list(self, texts: Sequence[str]) -> _CellPieces:
        """Return the pieces of a cell of bare texts."""
        pieces = [self._next_run[False]] * (2 * len(texts) or 2)
        pieces[0] = self._runs[_ALONE, False]
        pieces[1::2] = bare_dashes(texts) if len(texts) > 1 else texts or ("",)
        return pieces

    def _cell(self, paragraphs: Sequence[str], merge: str, keep: bool) -> _CellPieces:
        pieces: Pieces = []
        before, run = self._openings[merge, keep], self._runs[merge, keep]
        for text in paragraphs or ("",):
            pieces += (run, text) if is_bare(text) else run_pieces(text, before, "")
            before, run = self._next[keep], self._next_run[keep]
        return pieces


_ONE_TEXT: dict[ColumnField, Callable[[TaskRun, TableLayout], list[str] | None]] = {
    ColumnField.NUMBER: lambda run, layout: [*run.numbers] if layout.number_in == "column" else None,
    ColumnField.NAME: lambda run, layout: None if numbers_names(layout) else [task.name for task in run.tasks],
    ColumnField.SCHEDULE: lambda run, layout: [row.schedule or "" for row in run.rows],
    ColumnField.LEAD: lambda run, layout: ["; ".join(row.lead) for row in run.rows],
    ColumnField.SUPPORT: lambda run, layout: ["; ".join(row.support) for row in run.rows],
    ColumnField.MONITOR: lambda run, layout: ["; ".join(row.monitor) for row in run.rows],
    ColumnField.BUDGET: lambda run, layout: [row.budget or "" for row in run.rows],
    ColumnField.NOTE: lambda run, layout: [row.note or "" for row in run.rows],
}
"""The texts of columns that print one for each row, of a flat run; right where all of them are bare."""


def _merges(keys: Sequence[object]) -> list[str]:
    """Return how each cell is merged with those above and below; a key of None is never merged."""
    padded = [None, *keys, None]
    found = []
    for above, key, below in zip(padded, keys, padded[2:], strict=False):
        if key is None or key not in (above, below):
            found.append(_ALONE)
        else:
            found.append(_BELOW if key == above else _FIRST)
    return found


class TaskRows:
    """Writes the task tables of one layout, its columns in twips and with the styles of one template."""

    def __init__(self, layout: TableLayout, widths: Sequence[int], styles: Mapping[str, str]) -> None:
        self._layout = layout
        self._widths = tuple(widths)
        self._styles = styles
        style = styles[CELL_STYLES[CELL]]
        befores = [_ROW_END + row_opening(heading=False), *(_CELL_END for _ in widths[1:])]
        self._columns = [
            _ColumnWriter(column, layout, across, style, before)
            for column, across, before in zip(layout.columns, widths, befores, strict=True)
        ]
        self._merges = any(column.merges for column in self._columns)
        self._group_xml = self._group_of_grid("x", 1)[0::2]
        heading = replace(heading_grid(layout), widths=self._widths)
        self._heading = table_xml(heading, sum(widths), styles).pieces[:-2]

    def table(self, plan: Plan) -> Block:
        """Return the table of a plan's tasks."""
        pieces = list(self._heading)
        runs = task_runs(plan, self._layout)
        whole = TaskRun(None, 0, plan.tasks, [number for run in runs for number in run.numbers])
        rows = self._rows([whole] if whole.is_flat and not self._merges else runs)
        for run in runs:
            if self._layout.group == "row" and run.group is not None:
                pieces += self._group(run.group, run.number)
            count = len(run.tasks if whole.is_flat else run.entries)
            pieces += chain.from_iterable(chain.from_iterable(islice(rows, count)))
        return Block([*pieces, _TABLE_END, ""])

    def _rows(self, runs: Sequence[TaskRun]) -> Iterator[tuple[_CellPieces, ...]]:
        """Yield the cells of each row; runs in which nothing is merged can be written as one."""
        return chain.from_iterable(zip(*(one.cells(run) for one in self._columns), strict=True) for run in runs)

    def _group_of_grid(self, group: str, number: int) -> Pieces:
        """Return the row of a group: that of a table of its own, without the table's beginning and end."""
        row = group_row(group, number, self._layout)
        grid = Grid(self._widths, (row,), heading_rows=0)
        first, *rest = table_xml(grid, sum(self._widths), self._styles).pieces[:-2]
        return [_ROW_END + first[first.index("<w:tr>") :], *rest]

    def _group(self, group: str, number: int) -> Pieces:
        if not is_bare(group):
            return self._group_of_grid(group, number)
        before = self._group_xml
        if len(before) == 1:
            return [before[0], f"{roman(number)}. {group}"]
        return [before[0], roman(number), before[1], group]
