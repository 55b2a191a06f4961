"""The tasks of a plan as its tables print them: what, by when, by whom, with which product, and where each stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.lint.announced import announcements
from generator.lint.body import all_nodes
from generator.reading.grids import Grid
from generator.reading.lines import shortened
from generator.reading.reading import Reading
from generator.reading.task_columns import TaskColumn
from generator.reading.task_table import EntryRow, TaskEntry, TaskTable, task_table_of
from generator.vietnamese.schedules import Schedule, parse_schedule
from generator.vietnamese.unicode import fold

_DUTIES = (TaskColumn.PRODUCTS, TaskColumn.SCHEDULE, TaskColumn.LEAD)
_FEWEST_DUTIES = 2
"""Columns of product, time and lead that a table of tasks has; one with fewer may list anything."""
_QUOTED = 40
_MARKS = re.compile(r"[^\w\s]+")


@dataclass(frozen=True)
class Deed:
    """One row of a task: a product with its time and those who see to it."""

    entry: TaskEntry
    row: EntryRow
    year: int | None
    """The year of the plan."""

    def cell(self, column: TaskColumn) -> str:
        """Return the words of a column; empty without any."""
        return self.row.cells.get(column, "").strip()

    @cached_property
    def schedule(self) -> Schedule:
        """What its time means; of kind undated where it has none."""
        return parse_schedule(self.cell(TaskColumn.SCHEDULE), self.year)

    @property
    def lines(self) -> tuple[int, ...]:
        """Numbers of the lines of the row."""
        return self.row.lines

    @property
    def number(self) -> str:
        """The number of the task as a reader finds it: "II.3"; empty without one."""
        label = self.entry.label.strip(" .)")
        return ".".join(filter(None, (self.entry.group_label.strip(" .)"), label))) if label else ""

    @property
    def named(self) -> str:
        """The task for a finding: its number, where it has one, and the beginning of its words."""
        return f"nhiệm vụ {self.number} «{shortened(self.entry.name, _QUOTED)}»".replace("  ", " ")


@dataclass(frozen=True)
class Tasks:
    """A table of tasks."""

    table: TaskTable
    grid: Grid
    year: int | None

    @property
    def columns(self) -> frozenset[TaskColumn]:
        """The columns that it has."""
        return frozenset(column for column in self.table.columns if column)

    @cached_property
    def deeds(self) -> tuple[Deed, ...]:
        """Its rows in order."""
        return tuple(Deed(entry, row, self.year) for entry in self.table.entries for row in entry.rows)

    @property
    def tells_merged_cells(self) -> bool:
        """Whether an empty cell is known to be empty, and not merged with the one above it."""
        return all(row.spans for row in self.grid.rows)


def tables_of(reading: Reading) -> Iterator[Tasks]:
    """Yield the tables of tasks, of the document itself and of its appendices, in order."""
    year = plan_year(reading)
    forests = (reading.outline, *(part.content for part in reading.appendices))
    for grid in (node.grid for forest in forests for node in all_nodes(forest) if node.grid):
        read = task_table_of(grid)
        table = Tasks(read[0], grid, year) if read else None
        if table and len(table.columns.intersection(_DUTIES)) >= _FEWEST_DUTIES:
            yield table


def plan_year(reading: Reading) -> int | None:
    """Return the one year that the document plans for, by its title or the words that open it; None for several."""
    for one in announcements(reading):
        if one.spans:
            return None
        if len(one.years) == 1:
            return next(iter(one.years))
    return None


def listed(deeds: Sequence[Deed]) -> str:
    """Return the tasks for a finding, each once: the first with its words, the others by number, or counted."""
    first, *others = dict.fromkeys((deed.number, deed.named) for deed in deeds)
    numbers = [number for number, _ in others if number]
    if not others:
        return first[1]
    more = f"nhiệm vụ {', '.join(numbers)}" if len(numbers) == len(others) else f"{len(others)} nhiệm vụ khác"
    return f"{first[1]} và {more}"


def plain(text: str) -> str:
    """Return the words for comparing: folded, without marks."""
    return " ".join(_MARKS.sub(" ", fold(text)).split())


def lacking(table: Tasks, column: TaskColumn) -> Iterator[Deed]:
    """Yield the first row of each task that has no words in a column of the table, in none of its rows.

    Nothing is yielded where merged cells cannot be told. A task that says nothing of product, time and lead is the
    heading of those below it.
    """
    if column not in table.columns or not table.tells_merged_cells:
        return
    for entry in table.table.entries:
        cells = [row.cells for row in entry.rows]
        told = any(row.get(duty, "").strip() for row in cells for duty in _DUTIES)
        if told and not any(row.get(column, "").strip() for row in cells):
            yield Deed(entry, entry.rows[0], table.year)
