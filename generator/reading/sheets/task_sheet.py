"""The task table of a sheet: its heading, its tasks, and the words above and below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.diagnostics import Diagnostic, hint
from generator.reading.sheets.book import Sheet
from generator.reading.sheets.headings import Heading, find_heading
from generator.reading.sheets.merging import Merging
from generator.reading.sheets.task_rows import TaskRows
from generator.reading.task_columns import TaskColumn
from generator.reading.task_table import TaskTable


@dataclass(frozen=True)
class TaskSheet:
    """A sheet with a task table."""

    sheet: Sheet
    heading: Heading
    table: TaskTable
    above: tuple[str, ...]
    """The words of each row above the heading."""
    below: tuple[str, ...]
    """The words of each row behind the last task."""
    diagnostics: tuple[Diagnostic, ...]


def task_sheet_of(sheet: Sheet) -> TaskSheet | None:
    """Return the tasks of a sheet; None when no row of it is the heading of a task table, or no task stands below."""
    merging = Merging(sheet)
    heading = find_heading(sheet, merging)
    if heading is None:
        return None
    rows = TaskRows(sheet, merging, heading)
    rows.read()
    if not rows.entries:
        return None
    fields = list(heading.fields)
    if None in fields and TaskColumn.NOTE not in fields:
        fields.append(TaskColumn.NOTE)
    above = tuple(row_words(sheet, row) for row in sheet.rows if row < heading.top)
    return TaskSheet(
        sheet=sheet,
        heading=heading,
        table=TaskTable(tuple(fields), tuple(rows.entries)),
        above=above,
        below=tuple(row_words(sheet, row) for row in rows.left_over),
        diagnostics=(*heading.notes(sheet), *rows.notes, *_around_notes(sheet, above, rows.left_over)),
    )


def row_words(sheet: Sheet, row: int) -> str:
    """Return the words of a row in one line."""
    texts = (sheet.cells.get((row, column), "") for column in sheet.columns)
    return " ".join(" ".join(text.split()) for text in texts if text)


def _around_notes(sheet: Sheet, above: Sequence[str], below: Sequence[int]) -> Iterator[Diagnostic]:
    """Yield a hint where words stand around the table: they are kept as paragraphs before and behind the tasks."""
    if above:
        message = f"{len(above)} dòng phía trên bảng được giữ làm tên và lời dẫn của phụ lục"
        yield hint(message, sheet.place(sheet.rows[0]), code="words-above")
    if below:
        message = f"{len(below)} dòng không phải nhiệm vụ được giữ thành đoạn văn sau bảng"
        yield hint(message, sheet.place(below[0]), code="words-below")
