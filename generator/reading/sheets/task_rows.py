"""The rows below the heading of a sheet's task table: groups, tasks, further rows of a task, and what is no task."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.diagnostics import Diagnostic, hint
from generator.reading import cues
from generator.reading.labels import LabelKind, labels_of
from generator.reading.sheets.book import Sheet
from generator.reading.sheets.headings import NAMES, Heading
from generator.reading.sheets.merging import Merging
from generator.reading.sheets.times import joined_times
from generator.reading.task_columns import FACTS, TaskColumn
from generator.reading.task_table import EntryRow, TaskEntry, split_name
from generator.vietnamese.roman import parse_roman
from generator.vietnamese.unicode import fold

Cells = dict[TaskColumn, str]

_OF_TASK = frozenset({TaskColumn.NUMBER, TaskColumn.ID, TaskColumn.NAME, TaskColumn.GOAL, TaskColumn.GROUP})
_COUNTING = (TaskColumn.NUMBER, TaskColumn.ID)
_NUMBER = re.compile(r"\(?(?:NV)?\s?\d{1,4}(?:[.,]\d{1,3})*[.)]?", re.IGNORECASE)
_LETTER = re.compile(r"[A-HĐ][.)]?")
_AMOUNT = re.compile(r"\d[\d.,]*")
_MONEY = re.compile(
    r"\(\s*(?:(?:đơn vị(?: tính)?|đvt)\s*:\s*)?((?:(?:nghìn|ngàn|triệu|tỷ|tỉ)\s+)?đồng)\s*\)", re.IGNORECASE
)
_TOTAL = re.compile(r"(?:tổng(?: cộng| số)?|cộng)\b")
_ORDINALS = re.compile(r"\(?(\d{1,2}|[a-z])\)?", re.IGNORECASE)


class TaskRows:
    """Takes the rows of one table; afterwards its tasks, its notes, and the rows that are no part of it."""

    def __init__(self, sheet: Sheet, merging: Merging, heading: Heading) -> None:
        self.entries: list[TaskEntry] = []
        self.notes: list[Diagnostic] = []
        self.left_over: list[int] = []
        """Rows that hold words but no task: totals, remarks and signatures."""
        self._sheet, self._merging, self._heading = sheet, merging, heading
        self._rows = [row for row in sheet.rows if row > heading.bottom]
        self._group = self._upper = ""
        self._group_label = ""
        self._bare_numbers: list[int] = []
        self._numbered = self._has_numbers()

    def read(self) -> None:
        """Take all rows in order."""
        end = self._end()
        for row in self._rows:
            if self._is_bare_number(row):
                self._bare_numbers.append(row)
            elif row > end:
                self.left_over.append(row)
            else:
                self._add(row)
        if self._bare_numbers:
            message = f"bỏ {len(self._bare_numbers)} hàng chỉ có số thứ tự"
            where = self._sheet.place(self._bare_numbers[0], quote=self._quoted(self._bare_numbers))
            self.notes.append(hint(message, where, code="bare-number"))

    def _quoted(self, rows: Sequence[int]) -> str:
        return " ".join(text for row in rows for text in self._texts(row).values())

    def _texts(self, row: int) -> dict[int, str]:
        """Return the words that begin in the row, by column."""
        return {
            column: words
            for column in self._heading.columns
            if (words := self._sheet.cells.get((row, column), "")) and not self._merging.covered_from_above(row, column)
        }

    def _cells(self, row: int) -> Cells:
        """Return the words of the row by what the columns hold, those that begin in it only."""
        texts = self._texts(row)
        cells = {field: texts[column] for column, field in self._heading.columns.items() if field and column in texts}
        if number := cells.get(TaskColumn.NUMBER):
            cells[TaskColumn.NUMBER] = re.sub(r"(?<=\d),(?=\d)", ".", " ".join(number.split()))
        return cells

    def _has_numbers(self) -> bool:
        column, code = map(self._heading.of, _COUNTING)
        return code is not None or any(
            _NUMBER.fullmatch(self._sheet.cells.get((row, column or 0), "")) for row in self._rows
        )

    def _end(self) -> int:
        """Return the last row of the table: the last that looks like a task, and those that go on without a gap."""
        end, before = 0, self._heading.bottom
        for row in self._rows:
            if self._is_task(row) or (end and row == before + 1 and self._goes_on(row)):
                end = row
            before = row
        return end

    def _is_task(self, row: int) -> bool:
        """Tell whether the row holds a task: a number with words, or a name with others that are no signatures."""
        cells = self._cells(row)
        if _NUMBER.fullmatch(cells.get(TaskColumn.NUMBER, "")):
            return len(cells) > 1
        return TaskColumn.NAME in cells and len(cells) > 1 + self._numbered and not _is_signing(cells)

    def _is_bare_number(self, row: int) -> bool:
        """Tell whether the row holds a number and nothing else, as in a form filled with numbers beforehand."""
        counting = {self._heading.of(field) for field in _COUNTING}
        texts = self._texts(row)
        return bool(texts) and counting.issuperset(texts) and all(map(_NUMBER.fullmatch, texts.values()))

    def _goes_on(self, row: int) -> bool:
        """Tell whether the row goes on with the task above: cells of it, none of them its name."""
        cells = self._cells(row)
        return bool(cells) and not _OF_TASK.intersection(cells) and not _is_signing(cells)

    def _add(self, row: int) -> None:
        texts, cells = self._texts(row), self._cells(row)
        if not texts or self._is_ordinals(row, texts):
            return
        if self._heading.repeated_in(texts):
            where = self._sheet.place(row, quote=" | ".join(texts.values()))
            self.notes.append(hint("bỏ hàng tiêu đề lặp lại", where, code="repeated-heading"))
        elif _TOTAL.match(fold(cells.get(TaskColumn.NAME, ""))) and not cells.get(TaskColumn.LEAD):
            self.left_over.append(row)
        elif title := self._group_title(row, texts, cells):
            self._open_group(*title)
        else:
            self._add_task(row, cells)

    def _is_ordinals(self, row: int, texts: dict[int, str]) -> bool:
        """Tell whether the row numbers the columns, (1) (2) (3), just below the heading; it is named then."""
        signs = [match[1] for text in texts.values() if (match := _ORDINALS.fullmatch(text))]
        figures = [int(sign) for sign in signs if sign.isdecimal()]
        counted = len(figures) > 1 and figures == list(range(figures[0], figures[0] + len(figures)))
        if row != self._rows[0] or len(signs) != len(texts) or not counted:
            return False
        where = self._sheet.place(row, quote=" ".join(texts.values()))
        self.notes.append(hint("bỏ hàng đánh số các cột", where, code="column-numbers"))
        return True

    def _group_title(self, row: int, texts: dict[int, str], cells: Cells) -> tuple[str, str] | None:
        """Return number and name of a group that has the row for itself; None for any other row."""
        number = cells.get(TaskColumn.NUMBER) or cells.get(TaskColumn.ID, "")
        words = [text for column, text in texts.items() if self._heading.columns[column] not in _COUNTING]
        if len(texts) == 1:
            return self._lone_title(row, *texts.items())
        if len(words) == 1 and (parse_roman(number.rstrip(".)")) or _LETTER.fullmatch(number)):
            return number, words[0]
        return None

    def _lone_title(self, row: int, cell: tuple[int, str]) -> tuple[str, str] | None:
        column, words = cell
        label = next((one for one in labels_of(words) if one.kind in (LabelKind.ROMAN, LabelKind.PART)), None)
        wide = self._merging.across(row, column) > 1
        in_name = self._heading.columns[column] in (TaskColumn.NAME, TaskColumn.GROUP, TaskColumn.NUMBER)
        alone = self._numbered and in_name and self._heading.columns[column] is not TaskColumn.NUMBER
        if not (wide or (in_name and (label or cues.is_capitals(words))) or alone):
            return None
        return (label.printed, label.text) if label and label.text else ("", words)

    def _open_group(self, number: str, name: str) -> None:
        """Begin a group; a lettered one (A.) stands above the Roman ones that follow it."""
        label = number.rstrip(".)")
        is_roman = parse_roman(label) is not None
        if label and not is_roman:
            self._upper = name
        over = f"{self._upper} - " if self._upper and is_roman else ""
        self._group, self._group_label = " ".join(f"{over}{name}".split()), label

    def _add_task(self, row: int, cells: Cells) -> None:
        if name := cells.get(TaskColumn.GROUP):
            self._group, self._group_label = " ".join(name.split()), ""
        facts = {field: text for field in FACTS if (text := self._down(row, field))}
        if self.entries and self._continues(cells):
            last = self.entries[-1]
            more = [
                f"{NAMES[field].capitalize()}: {text}" for field, text in facts.items() if text != last.facts.get(field)
            ]
            self.entries[-1] = replace(last, rows=(*last.rows, self._entry_row(row, more)))
            return
        label, words = split_name(cells)
        goal = self._down(row, TaskColumn.GOAL)
        number = self._group_label if parse_roman(self._group_label) else ""
        own = self._entry_row(row)
        self.entries.append(TaskEntry(words, label, self._group, number, goal, (own,), facts))

    def _money(self, text: str) -> str:
        """Return an amount with the unit that its heading names in brackets: 150 under "Kinh phí (triệu đồng)"."""
        column = self._heading.of(TaskColumn.BUDGET)
        unit = _MONEY.search(self._heading.words(column)) if column and _AMOUNT.fullmatch(text) else None
        return f"{text} {unit[1].lower()}" if unit else text

    def _entry_row(self, row: int, more: Sequence[str] = ()) -> EntryRow:
        """Return a row of a task; `more` are further remarks of it."""
        cells = self._row_cells(row)
        if more:
            cells[TaskColumn.NOTE] = "\n".join(filter(None, (cells.get(TaskColumn.NOTE), *more)))
        return EntryRow(cells, (row,))

    def _continues(self, cells: Cells) -> bool:
        """Tell whether the row belongs to the task above: no task of its own, or the same one written out again."""
        name, number = cells.get(TaskColumn.NAME, ""), cells.get(TaskColumn.NUMBER, "")
        last = self.entries[-1]
        code = cells.get(TaskColumn.ID, "")
        same = bool(name) and fold(name) == fold(last.name) and number in ("", last.label)
        return (same and code in ("", last.facts.get(TaskColumn.ID))) or not (name or number)

    def _down(self, row: int, field: TaskColumn) -> str:
        """Return the words of the row in a column, those of a cell merged from above included."""
        column = self._heading.of(field)
        if column is None:
            return ""
        merged = self._merging.range_at(row, column)
        return "" if merged and merged.top <= self._heading.bottom else self._merging.words(row, column)

    def _row_cells(self, row: int) -> Cells:
        """Return the cells of one row of a task, merged ones unfolded; columns not understood become its remark."""
        kept = frozenset(TaskColumn) - _OF_TASK.union(FACTS)
        cells = {field: text for field in TaskColumn if field in kept and (text := self._down(row, field))}
        if money := self._money(cells.get(TaskColumn.BUDGET, "")):
            cells[TaskColumn.BUDGET] = money
        others = {
            column: text
            for column, field in self._heading.columns.items()
            if field is None and (text := self._sheet.cells.get((row, column), ""))
        }
        if time := joined_times(self._heading, others, cells.get(TaskColumn.SCHEDULE, "")):
            cells[TaskColumn.SCHEDULE] = time.words
            others = {column: text for column, text in others.items() if column not in time.columns}
        remarks = [cells.get(TaskColumn.NOTE, ""), *(f"{self._heading.words(c)}: {text}" for c, text in others.items())]
        if any(remarks):
            cells[TaskColumn.NOTE] = "\n".join(filter(None, remarks))
        return cells


def _is_signing(cells: Cells) -> bool:
    """Tell whether the row is one of signatures below the table: all its cells in capitals."""
    return all(map(cues.is_capitals, cells.values()))
