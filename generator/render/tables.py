"""The tables of a document as XML: widths from layout and content, rows whole unless they are taller than a page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache

from generator.model.layout import ColumnField, TableLayout
from generator.model.plan import Plan, Task, TaskRow
from generator.ooxml.balanced_lines import Face
from generator.ooxml.font_widths import MM_PER_TWIP
from generator.render.census import hold_complete
from generator.render.column_fit import column_widths, fitted_widths, most_asked, need, pieces_of, words_of
from generator.render.compiled import CompiledTemplate
from generator.render.content_widths import content_shares, grid_needs
from generator.render.grid import CELL, HEADING, Grid
from generator.render.printing import Block
from generator.render.row_heights import tall_rows
from generator.render.table_xml import CELL_STYLES, table_xml
from generator.render.task_table import TaskTable, task_grid

LAST_ROWS = 2
"""Rows of a table at the end of the text that stay with the signature."""
_LETTER, _RAGGED, _LINE = 0.2, 6.0, 0.42
"""Millimetres, for each point of its size, of a letter and of a line with its space; and those left free in a line."""
_BETWEEN = " " * 20 + "\n"
"""Between the products of a row: each begins a line, which counts as so many letters."""
_A_DAY = "30/11/2027"


class Tables:
    """Writes the tables of documents in one template."""

    def __init__(self, template: CompiledTemplate) -> None:
        self._template = template
        looks = template.looks
        self._cell, self._heading = looks.face(CELL_STYLES[CELL]), looks.face(CELL_STYLES[HEADING])

    def block(self, table: Grid | TaskTable, *, landscape: bool, keeps_end: bool = False) -> Block:
        """Return a table in the width of the page; ``keeps_end`` holds its last rows together with what follows."""
        width = self._template.paper.text_width(landscape=landscape)
        page = self._template.paper.text_height(landscape=landscape) * MM_PER_TWIP
        if isinstance(table, Grid):
            return self._of_grid(table, self._widths(table, width), page, keeps_end=keeps_end)
        layout, texts = table.layout, column_texts(table.plan, table.layout)
        widths = self._task_widths(layout, texts, width)
        if keeps_end or self._may_be_tall(texts, widths, page):
            block = self._of_grid(task_grid(table.plan, layout), widths, page, keeps_end=keeps_end)
        else:
            block = self._template.task_rows(layout, widths).table(table.plan)
        hold_complete(block.pieces, table.plan, layout)
        return block

    def _of_grid(self, grid: Grid, widths: Sequence[int], page: float, *, keeps_end: bool) -> Block:
        last = range(max(grid.heading_rows, len(grid.rows) - LAST_ROWS), len(grid.rows)) if keeps_end else ()
        split = tall_rows(grid, widths, self._template.looks, page)
        made = replace(grid, widths=tuple(widths), kept=(grid.kept | set(last)) - split, split=split)
        return table_xml(made, sum(widths), self._template.styles)

    def _widths(self, grid: Grid, width: int) -> tuple[int, ...]:
        """Return the widths of the columns; one that stays wide enough for any word is not read."""
        shares = content_shares(grid, self._template.looks) if grid.free_widths else grid.widths
        most, own = most_asked(width, len(shares)), column_widths(shares, width)
        read = {place for place, share in enumerate(own) if share < most}
        made = fitted_widths(shares, width, grid_needs(grid, self._template.looks, read))
        if all(place in read or across >= most for place, across in enumerate(made)):
            return made
        return fitted_widths(shares, width, grid_needs(grid, self._template.looks))

    def _task_widths(self, layout: TableLayout, texts: Sequence[Sequence[str]], width: int) -> tuple[int, ...]:
        """Return the widths of the columns of a task table; one that stays wide enough for any word is not read."""
        most, shares = most_asked(width, len(texts)), _shared(tuple([column.width for column in layout.columns]), width)
        read = [own if share < most else () for own, share in zip(texts, shares, strict=True)]
        made = self._fitted(layout, read, width)
        if all([across >= most or share < most for across, share in zip(made, shares, strict=True)]):
            return made
        return self._fitted(layout, texts, width)

    def _fitted(self, layout: TableLayout, texts: Sequence[Sequence[str]], width: int) -> tuple[int, ...]:
        shares, padding = tuple([column.width for column in layout.columns]), self._template.looks.cell_padding
        most, words = most_asked(width, len(texts)), [words_of({*own}) if own else () for own in texts]
        headings = _heading_needs(tuple([column.heading for column in layout.columns]), self._heading, padding)
        needs = [max(need(own, self._cell, padding), above) for own, above in zip(words, headings, strict=True)]
        needs = [min(most, wanted) for wanted in needs]
        if sum(needs) <= width:
            return _fitted_widths(shares, width, (tuple(needs),))
        pieces = [need(pieces_of(own), self._cell, padding) for own in words]
        return _fitted_widths(shares, width, (tuple(map(max, pieces, headings)),))

    def _may_be_tall(self, texts: Sequence[Sequence[str]], widths: Sequence[int], page: float) -> bool:
        """Tell by the number of letters whether a row could be as tall as a page; a look at the lines comes after."""
        padding = self._template.looks.cell_padding
        return any(
            max(map(len, own), default=0) > _letters_on(page, across - padding, self._cell.size)
            for own, across in zip(texts, widths, strict=True)
        )


_shared = lru_cache(64)(column_widths)
_fitted_widths = lru_cache(1024)(fitted_widths)
"""The widths for like wants: the longest word of a column is often of the same length in the next document."""


@lru_cache(64)
def _heading_needs(headings: tuple[str, ...], face: Face, padding: int) -> list[int]:
    return [need(words_of([heading]), face, padding) for heading in headings]


def _letters_on(page: float, across: int, size: float) -> float:
    """Return how many letters surely fit into a cell as high as two thirds of a page."""
    in_line = max(1.0, (across * MM_PER_TWIP - _RAGGED) / (_LETTER * size))
    return in_line * page / 1.5 / (_LINE * size)


_Texts = Callable[[Sequence[Task], Sequence[TaskRow]], list[str]]
_TEXTS: dict[ColumnField, _Texts] = {
    ColumnField.NUMBER: lambda tasks, rows: [task.label or "" for task in tasks],
    ColumnField.GROUP: lambda tasks, rows: [task.group or "" for task in tasks],
    ColumnField.GOAL: lambda tasks, rows: [task.goal or "" for task in tasks],
    ColumnField.NAME: lambda tasks, rows: [task.name for task in tasks],
    ColumnField.ACTIVITY: lambda tasks, rows: [row.activity or "" for row in rows],
    ColumnField.PRODUCTS: lambda tasks, rows: [_BETWEEN.join(row.products) for row in rows],
    ColumnField.SCHEDULE: lambda tasks, rows: [row.schedule or "" for row in rows],
    ColumnField.SUBMIT_DUE: lambda tasks, rows: [_A_DAY],
    ColumnField.ISSUE_DUE: lambda tasks, rows: [_A_DAY],
    ColumnField.LEAD: lambda tasks, rows: ["; ".join(row.lead) for row in rows],
    ColumnField.SUPPORT: lambda tasks, rows: ["; ".join(row.support) for row in rows],
    ColumnField.MONITOR: lambda tasks, rows: ["; ".join(row.monitor) for row in rows],
    ColumnField.BUDGET: lambda tasks, rows: [row.budget or "" for row in rows],
    ColumnField.NOTE: lambda tasks, rows: [row.note or "" for row in rows],
}


def column_texts(plan: Plan, layout: TableLayout) -> list[list[str]]:
    """Return the texts of each column, roughly as they are printed: what counts is how long they are."""
    rows = [row for task in plan.tasks for row in task.rows]
    return [_TEXTS[column.field](plan.tasks, rows) for column in layout.columns]
