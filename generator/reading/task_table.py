"""A grid of tasks understood: which column is what, which rows make one task, which tasks make one group.

A group's name stands in a cell merged downwards, so that the cells below it are empty. Where the merged cell
crosses a page, its name may be printed on the second page only, beside the first row there; the rows before the
break then look as if they belonged to the group above (see `_reached_back`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.diagnostics import Diagnostic, Place, hint, warning
from generator.reading import cues
from generator.reading.cell_text import flat
from generator.reading.grids import Grid, GridRow
from generator.reading.labels import UNORDERED, LabelKind, labels_of
from generator.reading.lines import shortened
from generator.reading.task_columns import FACTS, TaskColumn, task_columns
from generator.vietnamese.roman import parse_roman
from generator.vietnamese.unicode import fold

_ENTRY_COLUMNS = frozenset({TaskColumn.NUMBER, TaskColumn.GOAL, TaskColumn.NAME})
_ROW_COLUMNS = frozenset(TaskColumn) - _ENTRY_COLUMNS - {TaskColumn.GROUP, *FACTS}
_NEEDED = frozenset({TaskColumn.PRODUCTS, TaskColumn.SCHEDULE, TaskColumn.LEAD})

_TOTAL = re.compile(r"(?:(?:tổng )?cộng|tổng)(?: (?:số|chung|kinh phí))?\W*")
_GROUP_LETTER = re.compile(r"[A-HĐ][.)]?")
_GROUP_LABELS = frozenset({LabelKind.ROMAN, LabelKind.PART})
_FEWEST_ACROSS = 3
"""Columns of a table from which on a cell across it tells a group."""


@dataclass(frozen=True)
class EntryRow:
    """One row of a task: the words of each column that belongs to the row."""

    cells: dict[TaskColumn, str]
    lines: tuple[int, ...] = ()


@dataclass(frozen=True)
class TaskEntry:
    """One task as the table prints it."""

    name: str
    label: str = ""
    """Its number as printed: "12."; empty without one."""
    group: str = ""
    group_label: str = ""
    """The Roman number of the group as printed: "II"; empty without one."""
    goal: str = ""
    rows: tuple[EntryRow, ...] = ()
    facts: Mapping[TaskColumn, str] = field(default_factory=dict)
    """What the task has once: its code, its last days, where it comes from."""

    @property
    def lead(self) -> str:
        """The leading unit of its first row, for comparing."""
        return fold(self.rows[0].cells.get(TaskColumn.LEAD, "")).rstrip(" .") if self.rows else ""

    @property
    def line(self) -> int | None:
        """The source line on which it begins."""
        return self.rows[0].lines[0] if self.rows and self.rows[0].lines else None


@dataclass(frozen=True)
class TaskTable:
    """A table of tasks."""

    columns: tuple[TaskColumn | None, ...]
    """What each column holds; None for one that was not understood."""
    entries: tuple[TaskEntry, ...]


def task_table_of(grid: Grid) -> tuple[TaskTable, tuple[Diagnostic, ...]] | None:
    """Return the tasks of a grid and what was decided; None when its headings are not those of a task table.

    Needed are a column of tasks and one of products, time or leading units; a column not understood, or a row with
    a number but no task, makes it no task table, since its words would have no place.
    """
    columns = task_columns(grid.headings)
    if TaskColumn.NAME not in columns or None in columns or not _NEEDED.intersection(columns):
        return None
    reader = _TableReader([column for column in columns if column])
    numbered = [row for row in grid.rows[:1] if _numbers_columns(row.cells)]
    reader.notes += map(_column_numbers_note, numbered)
    rows = grid.rows[len(numbered) :]
    again = [row for row in rows if _repeats_headings(row, grid.headings)]
    reader.notes += map(_heading_note, again)
    rows = tuple(row for row in rows if row not in again)
    totals = [row for row in rows[-1:] if _is_total(row, columns)]
    reader.notes += map(_total_note, totals)
    for row in _with_merged_cells(rows[: len(rows) - len(totals)], columns):
        reader.add(row)
    reader.close_title()
    if not all(entry.name for entry in reader.entries):
        return None
    return TaskTable(columns, tuple(reader.entries)), tuple(reader.notes)


def _with_merged_cells(rows: Sequence[GridRow], columns: Sequence[TaskColumn | None]) -> Iterator[GridRow]:
    """Yield the rows, the words of a cell merged over several tasks with each task; of one task they stay once."""
    held: dict[int, tuple[str, int]] = {}
    name = columns.index(TaskColumn.NAME)
    for row in rows:
        cells = list(row.cells)
        for place, span in enumerate(row.spans):
            text, left = held.get(place, ("", 0))
            if span.columns:
                held[place] = (cells[place], span.rows - 1)
            elif left > 0:
                held[place] = (text, left - 1)
                cells[place] = text if cells[name] and columns[place] in _ROW_COLUMNS else ""
        yield replace(row, cells=tuple(cells))


def _numbers_columns(cells: Sequence[str]) -> bool:
    """Tell whether the row below the headings numbers the columns: 1, 2, 3 or (1), (2), (3), perhaps A, B before."""
    bare = [cell.strip("()") for cell in cells]
    figures = [cell for cell in bare if cell.isdigit()]
    lettered = all(len(cell) == 1 and cell.isupper() for cell in bare if cell not in figures)
    return len(figures) > 2 and lettered and list(map(int, figures)) == list(range(1, len(figures) + 1))


def _column_numbers_note(row: GridRow) -> Diagnostic:
    place = Place(line=row.lines[0] if row.lines else None, part="bảng", quote=flat(" ".join(row.cells)))
    return hint("bỏ hàng đánh số cột của bảng nhiệm vụ", place, code="column-numbers")


def _repeats_headings(row: GridRow, headings: Sequence[str]) -> bool:
    """Tell whether the row says the headings again, or what is below one that stands over several of them."""
    filled = [(fold(cell), fold(heading)) for cell, heading in zip(row.cells, headings, strict=True) if cell]
    said = (heading == cell or heading.endswith(f" {cell}") for cell, heading in filled)
    return len(filled) > 1 and all(said)


def _heading_note(row: GridRow) -> Diagnostic:
    quote = " | ".join(flat(cell) for cell in row.cells if cell)
    place = Place(line=row.lines[0] if row.lines else None, part="bảng", quote=quote)
    return hint("bỏ hàng tiêu đề lặp lại trong bảng nhiệm vụ", place, code="repeated-heading")


def _is_total(row: GridRow, columns: Sequence[TaskColumn | None]) -> bool:
    """Tell whether the row sums up those above it: its first words say so, and it has no number."""
    first = next((place for place, cell in enumerate(row.cells) if cell), 0)
    numbered = columns[first] is TaskColumn.NUMBER and row.cells[first][:1].isdigit()
    return not numbered and _TOTAL.fullmatch(fold(row.cells[first])) is not None


def _total_note(row: GridRow) -> Diagnostic:
    quote = " | ".join(flat(cell) for cell in row.cells if cell)
    place = Place(line=row.lines[0] if row.lines else None, part="bảng", quote=quote)
    message = "hàng cộng ở cuối bảng không phải nhiệm vụ, dữ liệu không giữ"
    return warning(message, place, hint="hãy ghi vào lời văn của phụ lục nếu cần in lại", code="total-row")


@dataclass
class _TableReader:
    """Takes the rows of a task table in order."""

    columns: list[TaskColumn]
    entries: list[TaskEntry] = field(default_factory=list)
    notes: list[Diagnostic] = field(default_factory=list)
    _pages: list[int] = field(default_factory=list)
    """The page on which each entry begins."""
    _group: tuple[str, str] = ("", "")
    """Number and name of the present group."""
    _group_entry: int = 0
    """The entry beside which the present group's name stands."""
    _page: int = 0
    _empty_title: GridRow | None = None
    """The row of the present group as long as no task stands below it."""

    def add(self, row: GridRow) -> None:
        cells = {column: text for column, text in zip(self.columns, row.cells, strict=False) if text}
        turned, self._page = bool(self._page) and row.page != self._page, row.page
        if title := _group_title(cells) or _title_across(row):
            self._open_title(title, row)
            return
        if name := cells.get(TaskColumn.GROUP):
            self._open_group(flat(name), cells, turned=turned)
        own = EntryRow({column: text for column, text in cells.items() if column in _ROW_COLUMNS}, row.lines)
        if cells.keys() & _ENTRY_COLUMNS or not self.entries:
            self._add_entry(cells, own)
        else:
            facts = [text for column, text in cells.items() if column in FACTS]
            if facts:
                own.cells[TaskColumn.NOTE] = "\n".join(filter(None, (own.cells.get(TaskColumn.NOTE), *facts)))
            self.entries[-1] = replace(self.entries[-1], rows=(*self.entries[-1].rows, own))

    def _open_title(self, title: tuple[str, str], row: GridRow) -> None:
        """Open a group with a row of its own."""
        self.close_title()
        self._group, self._group_entry, self._empty_title = title, len(self.entries), row

    def close_title(self) -> None:
        """Name the row of a group below which no task came, for nothing keeps its words."""
        if self._empty_title:
            quote = " ".join(flat(cell) for cell in self._empty_title.cells if cell)
            place = Place(
                line=self._empty_title.lines[0] if self._empty_title.lines else None, part="bảng", quote=quote
            )
            message = "dưới hàng này không có nhiệm vụ nào; dữ liệu không giữ tên nhóm trống"
            self.notes.append(warning(message, place, code="empty-group"))
        self._empty_title = None

    def _add_entry(self, cells: dict[TaskColumn, str], row: EntryRow) -> None:
        self._empty_title = None
        label, name = split_name(cells)
        goal = cells.get(TaskColumn.GOAL) or (self.entries[-1].goal if self.entries else "")
        number, group = self._group
        facts = {column: text for column, text in cells.items() if column in FACTS}
        self.entries.append(TaskEntry(name, label, group, number, goal, (row,), facts))
        self._pages.append(self._page)

    def _open_group(self, name: str, cells: dict[TaskColumn, str], *, turned: bool) -> None:
        start = self._reached_back(cells) if turned else len(self.entries)
        for place in range(start, len(self.entries)):
            self.entries[place] = replace(self.entries[place], group=name, group_label="")
        if turned:
            self.notes.append(self._reach_note(name, start))
        self._group, self._group_entry = ("", name), start

    def _reached_back(self, cells: dict[TaskColumn, str]) -> int:
        """Return the first entry of a group whose name stands in the first row of a page.

        The rows at the end of the page before belong to it when the unit that leads them is the one that leads the
        named row, and not the one that leads the row in which the group above is named.
        """
        lead = fold(cells.get(TaskColumn.LEAD, "")).rstrip(" .")
        start = len(self.entries)
        if not lead or start <= self._group_entry or self.entries[self._group_entry].lead == lead:
            return start
        page = self._pages[-1]
        while start > self._group_entry + 1 and self._pages[start - 1] == page and self.entries[start - 1].lead == lead:
            start -= 1
        return start

    def _reach_note(self, name: str, start: int) -> Diagnostic:
        moved = self.entries[start:]
        place = Place(line=moved[0].line if moved else None, part="bảng", quote=name)
        advice = "hãy so với bản gốc: ô nhóm gộp qua hai trang chỉ in tên ở một trang"
        if not moved:
            message = f"tên nhóm «{name}» in ở hàng đầu trang; coi nhóm bắt đầu từ hàng ấy"
            return hint(message, place, hint=advice, code="group-at-page-top")
        named = ", ".join(f"«{shortened(flat(f'{entry.label} {entry.name}').strip(), 40)}»" for entry in moved)
        message = (
            f"tên nhóm «{name}» in ở hàng đầu trang; các nhiệm vụ {named} ở cuối trang trước được xếp vào nhóm này"
            " vì cùng đơn vị chủ trì với hàng ấy và khác nhóm trên"
        )
        return warning(message, place, hint=advice, code="group-reached-back")


def _group_title(cells: dict[TaskColumn, str]) -> tuple[str, str] | None:
    """Return number and name of a group with a row of its own: one cell, in capitals or after a Roman number."""
    words = [flat(text) for column, text in cells.items() if column is not TaskColumn.NUMBER]
    number = cells.get(TaskColumn.NUMBER, "")
    numbered = parse_roman(number.rstrip(".")) is not None or _GROUP_LETTER.fullmatch(number) is not None
    if len(words) != 1 or not (cues.is_capitals(words[0]) or numbered) or (number and not numbered):
        return None
    return (number, words[0]) if number else _numbered_group(words[0])


def _numbered_group(text: str) -> tuple[str, str]:
    """Return number and name of a group in one cell: "I. Cải cách thể chế", "A. CẢI CÁCH THỂ CHẾ"."""
    label = next((label for label in labels_of(text) if label.kind in _GROUP_LABELS and label.text), None)
    return (label.printed, label.text) if label else ("", text)


def _title_across(row: GridRow) -> tuple[str, str] | None:
    """Return the name of a group that stands, in letters of any size, in a cell across the whole row or all but one."""
    filled = [place for place, cell in enumerate(row.cells) if cell]
    if len(filled) != 1 or not row.spans or len(row.cells) < _FEWEST_ACROSS:
        return None
    across = row.spans[filled[0]].columns >= len(row.cells) - 1
    return _numbered_group(flat(row.cells[filled[0]])) if across else None


def split_name(cells: dict[TaskColumn, str]) -> tuple[str, str]:
    """Return the number of a task, from its column or from the start of its name, and the name without it."""
    name = cells.get(TaskColumn.NAME, "")
    if number := flat(cells.get(TaskColumn.NUMBER, "")):
        return number, name
    return parted_label(name)


def parted_label(cell: str) -> tuple[str, str]:
    """Return the number at the start of a cell, on a line of its own or not, and the words after it."""
    label = next((label for label in labels_of(cell) if label.kind not in UNORDERED), None)
    return (label.printed, label.text.lstrip("\n")) if label and label.text.strip() else ("", cell)
