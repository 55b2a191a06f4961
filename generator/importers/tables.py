"""Grids as tables; the task table of a plan as tasks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.diagnostics import Diagnostic, Place, hint, warning
from generator.importers.imported import place
from generator.importers.layouts import layout_of
from generator.importers.task_facts import ids_of
from generator.importers.tasks import tasks_of
from generator.model.blocks import Block, Cell, Table, TasksHere
from generator.model.layout import TableLayout
from generator.model.plan import Task
from generator.reading.cell_text import flat
from generator.reading.grids import Grid, with_one_heading
from generator.reading.lines import Span
from generator.reading.task_table import TaskEntry, TaskTable, task_table_of
from generator.vietnamese.marks import escape


class TableImporter:
    """Turns grids into blocks; the task tables of a plan fill its tasks, each named from the second on."""

    def __init__(self, *, is_plan: bool) -> None:
        self.tasks: tuple[Task, ...] = ()
        self.layouts: list[TableLayout] = []
        """The layouts with the columns of the source."""
        self.rows: list[tuple[Place, ...]] = []
        """Where the rows of each table stand that is no task table of a plan."""
        self.notes: list[Diagnostic] = []
        self._is_plan = is_plan
        self._entries: list[TaskEntry] = []
        self._tables = 0

    def block(self, grid: Grid) -> Block:
        """Return the place of the tasks, when the grid is the plan's task table, else the grid as a table."""
        flat = with_one_heading(grid)
        found = task_table_of(flat)
        if found is None or not found[0].entries or not self._is_plan:
            if found is not None and found[0].entries:
                self.notes.append(_kept_note(grid))
            self.rows.append(tuple(_row_places(grid)))
            return _table(grid)
        table, notes = found
        self.notes += notes
        return self._tasks_here(flat, table)

    def _tasks_here(self, grid: Grid, table: TaskTable) -> Block:
        layout = layout_of(grid.headings, table, grid.widths, taken=self.layouts)
        if layout.own and layout.own not in self.layouts:
            self.layouts.append(layout.own)
        self._tables += 1
        name = str(self._tables) if self._tables > 1 else None
        self._entries += table.entries
        tasks, notes = tasks_of(table, layout, name, ids_of(self._entries)[-len(table.entries) :])
        self.tasks += tasks
        where = place(grid.lines, part="bảng nhiệm vụ", quote=None)
        again = "với các cột của bảng này" if layout.own else f"theo mẫu bảng {layout.id}"
        message = f"nhận bảng nhiệm vụ {len(table.columns)} cột, {len(tasks)} nhiệm vụ; in lại {again}"
        self.notes.append(hint(message, where, found=" | ".join(map(flat, grid.headings)), code="task-table"))
        self.notes += notes
        if missing := [heading for heading, column in zip(grid.headings, table.columns, strict=True)
                       if column and not layout.prints(column)]:  # fmt: skip
            message = f"mẫu bảng {layout.id} không in cột: {', '.join(map(flat, missing))}"
            advice = "dữ liệu vẫn được giữ; hãy chọn hoặc tạo mẫu bảng có các cột này"
            self.notes.append(warning(message, where, hint=advice, code="columns-not-printed"))
        return TasksHere(layout=layout.id, table=name)


def _kept_note(grid: Grid) -> Diagnostic:
    message = "bảng này có các cột của bảng nhiệm vụ; chỉ kế hoạch có danh mục nhiệm vụ nên giữ như bảng thường"
    where = place(grid.lines, part="bảng", quote=flat(" | ".join(filter(None, grid.headings))))
    return hint(message, where, code="task-table-kept")


def _row_places(grid: Grid) -> Iterator[Place]:
    """Yield the place of each row of the table that is made of a grid, with the page as its part."""
    if grid.headings:
        yield place(grid.lines)
    for row in grid.rows:
        quote = flat(" ".join(cell for cell in row.cells[:2] if cell))
        yield place(row.lines, part=f"trang {row.page}", quote=quote)


def _table(grid: Grid) -> Table:
    rows = [_cells(grid.headings, grid.heading_spans)] if grid.headings else []
    headings = max((span.rows for span in grid.heading_spans), default=1)
    below = [() if place < headings - 1 else row.bold for place, row in enumerate(grid.rows)]
    rows += [_cells(row.cells, row.spans, bold) for row, bold in zip(grid.rows, below, strict=True)]
    return Table(heading_rows=headings if grid.headings else 0, rows=tuple(rows))


def _cells(texts: Sequence[str], spans: Sequence[Span], bold: Sequence[bool] = ()) -> tuple[Cell, ...]:
    """Return the cells that begin in a row; every place is one where no spans are known.

    Those of headings are bold by their style.
    """
    known = zip(texts, spans or [Span()] * len(texts), bold or [False] * len(texts), strict=True)
    return tuple(
        Cell(text=escape(text) or None, columns=span.columns, rows=span.rows, bold=is_bold and bool(text))
        for text, span, is_bold in known
        if span.columns
    )
