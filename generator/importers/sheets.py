"""A spreadsheet as the draft of a plan: the tasks of its task sheets, every other sheet as a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from generator.diagnostics import Diagnostic, Place, hint
from generator.errors import DataError
from generator.importers.imported import Imported
from generator.importers.layouts import UsedLayout, layout_for
from generator.importers.tasks import tasks_of
from generator.model.blocks import Block, Cell, Paragraph, Table, TasksHere
from generator.model.document import Appendix
from generator.model.plan import Plan
from generator.reading import cues
from generator.reading.letterhead import parted
from generator.reading.sheets.book import Book, Sheet
from generator.reading.sheets.headings import NAMES
from generator.reading.sheets.merging import Merging
from generator.reading.sheets.task_sheet import TaskSheet, row_words, task_sheet_of
from generator.reading.task_table import TaskEntry, TaskTable
from generator.vietnamese.marks import escape
from generator.vietnamese.unicode import fold

_YEAR = re.compile(r"\bnăm\s+(20\d\d)\b", re.IGNORECASE)
_COMPUTED_LABEL = fold("Phụ lục")
_MOST_CELLS = 200_000
"""Cells of a table that is kept as it stands."""


def plan_of(book: Book) -> Imported:
    """Return a plan that holds the tasks of the book and nothing else, for a person to go on with, and all findings.

    Each task sheet gives tasks; the words around its table, and the sheets that are no task tables, become
    appendices, so that no word is lost. DataError when the book holds no words at all.
    """
    filled = [sheet for sheet in book.sheets if sheet.cells]
    if not filled:
        raise DataError("tệp không có chữ nào", where=book.file)
    found = {sheet.name: task_sheet_of(sheet) for sheet in filled}
    task_sheets = [one for one in found.values() if one]
    notes: list[Diagnostic] = [*book.diagnostics, *_empty_notes(book)]
    values: dict[str, Any] = {"appendices": ()}
    if task_sheets:
        layout, task_values, task_notes = _tasks(task_sheets)
        values |= task_values
        values["appendices"] = tuple(_task_appendices(task_sheets, layout))
        notes += task_notes
    others = [sheet for sheet in filled if found[sheet.name] is None]
    values["appendices"] += tuple(_table_appendix(sheet, book.file) for sheet in others)
    notes += [_other_note(sheet) for sheet in others]
    placed = tuple(replace(note, place=replace(note.place, file=book.file)) for note in notes)
    return Imported(Plan(**values), placed)


def _tasks(sheets: Sequence[TaskSheet]) -> tuple[UsedLayout, dict[str, Any], list[Diagnostic]]:
    """Return the layout of all tasks, the fields of the plan that they fill, and what was decided."""
    columns = dict.fromkeys(column for one in sheets for column in one.table.columns)
    grouped = {one.sheet.name: _with_group(one, several=len(sheets) > 1) for one in sheets}
    entries = tuple(entry for run in grouped.values() for entry in run)
    layout = layout_for(tuple(columns))
    notes: list[Diagnostic] = []
    for one in sheets:
        notes += [*one.diagnostics, _count_note(one, layout)]
    tasks, numbering = tasks_of(TaskTable(tuple(columns), entries), layout)
    notes += (_in_sheet(note, sheets) for note in numbering)
    notes += _unprinted_notes(sheets, layout)
    values: dict[str, Any] = {"tasks": tasks}
    years = {int(year) for one in sheets for text in one.above for year in _YEAR.findall(text)}
    if len(years) == 1:
        values["year"] = years.pop()
    return layout, values, notes


def _with_group(one: TaskSheet, *, several: bool) -> tuple[TaskEntry, ...]:
    """Return the tasks of a sheet; of several sheets, one without groups is a group with the name of the sheet."""
    if several and not any(entry.group for entry in one.table.entries):
        return tuple(replace(entry, group=one.sheet.name) for entry in one.table.entries)
    return one.table.entries


def _count_note(one: TaskSheet, layout: UsedLayout) -> Diagnostic:
    message = (
        f"trang «{one.sheet.name}»: nhận bảng nhiệm vụ {len(one.heading.columns)} cột,"
        f" {len(one.table.entries)} nhiệm vụ; in lại theo mẫu bảng {layout.id}"
    )
    heading = " | ".join(one.heading.words(column) for column in one.heading.columns)
    return hint(message, one.sheet.place(one.heading.top), found=heading, code="task-table")


def _in_sheet(note: Diagnostic, sheets: Sequence[TaskSheet]) -> Diagnostic:
    """Return a finding of a task with the sheet and row instead of a line, where there is but one sheet."""
    if note.place.line is None or len(sheets) > 1:
        return replace(note, place=replace(note.place, line=None))
    where = sheets[0].sheet.place(note.place.line, quote=note.place.quote)
    return replace(note, place=where)


def _unprinted_notes(sheets: Sequence[TaskSheet], layout: UsedLayout) -> Iterator[Diagnostic]:
    columns = dict.fromkeys(column for one in sheets for column in one.table.columns if column)
    if missing := [NAMES[column] for column in columns if not layout.prints(column)]:
        message = f"mẫu bảng {layout.id} không in: {', '.join(missing)}"
        advice = "dữ liệu vẫn được giữ; hãy chọn hoặc tạo mẫu bảng có các cột này"
        yield hint(message, Place(field=sheets[0].sheet.name), hint=advice, code="columns-not-printed")


def _empty_notes(book: Book) -> Iterator[Diagnostic]:
    for sheet in book.sheets:
        if not sheet.cells:
            yield hint(f"trang «{sheet.name}» không có chữ", Place(field=sheet.name), code="empty-sheet")


def _other_note(sheet: Sheet) -> Diagnostic:
    message = f"trang «{sheet.name}» không phải bảng nhiệm vụ; giữ thành bảng trong một phụ lục"
    return hint(message, Place(field=sheet.name), code="other-sheet")


def _task_appendices(sheets: Sequence[TaskSheet], layout: UsedLayout) -> Iterator[Appendix]:
    """Yield one appendix that prints all tasks; the words around the tables of further sheets follow in their own."""
    for place, one in enumerate(sheets):
        tasks: tuple[Block, ...] = () if place else (TasksHere(layout=layout.id),)
        own, before = _above(one.above)
        after = tuple(Paragraph(text=escape(text)) for text in one.below)
        if own or tasks or before or after:
            yield Appendix(**own, blocks=(*before, *tasks, *after))


def _above(lines: Sequence[str]) -> tuple[dict[str, str], tuple[Block, ...]]:
    """Return label, title and remark of an appendix from the rows above its table, and the other rows as paragraphs.

    The title is the run of capitals just above the table; Quốc hiệu, a number line and the like are none.
    """
    rest = list(lines)
    own: dict[str, str] = {}
    if rest and cues.is_appendix_note(rest[-1]):
        own["note"] = escape(rest.pop())
    title: list[str] = []
    while rest and cues.is_capitals(rest[-1]) and not (cues.stands_alone(rest[-1]) or parted(rest[-1], "")[1]):
        title.insert(0, rest.pop())
    if title:
        own["title"] = escape(" ".join(title))
    if rest and (named := cues.appendix_label(rest[-1])) and not named[1]:
        label = rest.pop()
        own |= {} if fold(label) == _COMPUTED_LABEL else {"label": label}
    return own, tuple(Paragraph(text=escape(text)) for text in rest)


def _table_appendix(sheet: Sheet, file: str) -> Appendix:
    """Return a sheet as a table with its merged cells; the first rows above it that hold one cell are its title."""
    if len(sheet.rows) * len(sheet.columns) > _MOST_CELLS:
        message = f"trang «{sheet.name}» không phải bảng nhiệm vụ và có hơn {_MOST_CELLS} ô"
        raise DataError(message, where=file, hint="hãy xóa trang này rồi lưu lại")
    rows = list(sheet.rows)
    title: list[str] = []
    while len(rows) > 1 and len(_begun(sheet, rows[0])) == 1:
        title.append(row_words(sheet, rows.pop(0)))
    blocks: list[Block] = [Paragraph(text=escape(text)) for text in title]
    return Appendix(title=escape(sheet.name), blocks=(*blocks, _table(sheet, rows)))


def _begun(sheet: Sheet, row: int) -> list[int]:
    return [column for column in sheet.columns if (row, column) in sheet.cells]


def _table(sheet: Sheet, rows: Sequence[int]) -> Table:
    merging = Merging(sheet)
    known = set(rows)
    return Table(rows=tuple(tuple(_table_cells(sheet, merging, row, rows, known)) for row in rows))


def _table_cells(sheet: Sheet, merging: Merging, row: int, rows: Sequence[int], known: set[int]) -> Iterator[Cell]:
    """Yield the cells that begin in a row; rows and columns without words are left out of the spans."""
    for column in sheet.columns:
        merged = merging.range_at(row, column)
        if merged is None:
            yield Cell(text=escape(sheet.cells.get((row, column), "")) or None)
            continue
        first_row = next(one for one in rows if one >= merged.top)
        first_column = next(one for one in sheet.columns if one >= merged.left)
        if (row, column) == (first_row, first_column):
            across = sum(merged.left <= one <= merged.right for one in sheet.columns)
            down = sum(merged.top <= one <= merged.bottom for one in known)
            yield Cell(text=escape(sheet.cells.get((merged.top, merged.left), "")) or None, columns=across, rows=down)
