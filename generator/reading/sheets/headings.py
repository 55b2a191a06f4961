"""The heading of a task table in a sheet, found by what its cells say: one row or several, wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from generator.diagnostics import Diagnostic, Place, hint, warning
from generator.reading.sheets.book import Sheet
from generator.reading.sheets.merging import Merging
from generator.reading.task_columns import Guess, TaskColumn, guess, is_due, is_of_no_task
from generator.vietnamese.unicode import fold

_SEARCHED = 200
"""Rows with words among which the heading is looked for."""
_LONGEST = 80
_MOST_ROWS = 3
_NEEDED = frozenset({TaskColumn.PRODUCTS, TaskColumn.SCHEDULE, TaskColumn.LEAD, TaskColumn.SUPPORT})
_BETWEEN = " - "
_BEGIN = re.compile(r"bắt đầu|khởi đầu|^từ")
_MONTH = re.compile(r"0?[1-9]|1[0-2]")
_PLAIN_NUMBER = re.compile(r"\d+(?:[.,]\d+)*\.?|[IVXLC]+\.?|[A-HĐ]\.?")
NAMES: Mapping[TaskColumn, str] = {
    TaskColumn.NUMBER: "số thứ tự",
    TaskColumn.GROUP: "lĩnh vực",
    TaskColumn.GOAL: "mục tiêu",
    TaskColumn.ACTIVITY: "hoạt động",
    TaskColumn.NAME: "nhiệm vụ",
    TaskColumn.PRODUCTS: "kết quả, sản phẩm",
    TaskColumn.SCHEDULE: "thời gian",
    TaskColumn.LEAD: "chủ trì",
    TaskColumn.SUPPORT: "phối hợp",
    TaskColumn.MONITOR: "theo dõi, đôn đốc",
    TaskColumn.BUDGET: "kinh phí",
    TaskColumn.NOTE: "ghi chú",
    TaskColumn.ID: "mã nhiệm vụ",
    TaskColumn.SUBMIT_DUE: "hạn trình",
    TaskColumn.ISSUE_DUE: "hạn hoàn thành",
    TaskColumn.PARENT: "nguồn giao",
    TaskColumn.CRITERION: "tiêu chí cải cách hành chính",
}
"""The columns as a message names them."""


@dataclass(frozen=True)
class Heading:
    """The heading rows of a task table, and what each column under them holds."""

    top: int
    bottom: int
    parts: Mapping[int, tuple[str, ...]]
    """The words above each column, from the top: ("Đơn vị thực hiện", "Chủ trì")."""
    columns: Mapping[int, TaskColumn | None]
    """What each column of the sheet with words holds; None for one that is not understood."""
    near: Mapping[int, float]
    """How near a heading was to a known name, of the columns that only closeness told."""

    @property
    def fields(self) -> tuple[TaskColumn | None, ...]:
        """What the columns hold, from the left."""
        return tuple(self.columns.values())

    def words(self, column: int) -> str:
        """Return the heading of a column in one line; its letter where it has none."""
        return _BETWEEN.join(" ".join(part.split()) for part in self.parts[column]) or get_column_letter(column)

    def of(self, field: TaskColumn) -> int | None:
        """Return the column that holds something; None without one."""
        return next((column for column, own in self.columns.items() if own is field), None)

    def is_time(self, column: int) -> bool:
        """Tell whether a further column is one of time, by the words above it."""
        texts = self.parts[column]
        tried = (" ".join(texts), texts[0]) if texts else ()
        return any((found := guess(words)) and found.column is TaskColumn.SCHEDULE for words in tried)

    def repeated_in(self, texts: Mapping[int, str]) -> bool:
        """Tell whether a row repeats the heading, as on the top of a printed page."""
        return len(texts) > 1 and all(fold(text) in map(fold, self.parts[column]) for column, text in texts.items())

    def notes(self, sheet: Sheet) -> Iterator[Diagnostic]:
        """Yield what each column was taken for: a hint, a warning where only closeness tells."""
        for column, field in self.columns.items():
            where = Place(field=f"{sheet.name}!{get_column_letter(column)}{self.bottom}")
            words = f"cột «{self.words(column)}»"
            if field is None and self.is_time(column):
                message = (
                    f"{words} cũng là thời gian; ghép vào thời gian thực hiện, không ghép được thì giữ trong ghi chú"
                )
                yield hint(message, where, code="column-joined")
            elif field is None:
                message = f"{words} không khớp trường nào của nhiệm vụ; giữ trong ghi chú của từng hàng"
                yield warning(message, where, code="column-unknown")
            elif column in self.near:
                message = f"{words} → {field.value} ({NAMES[field]}), giống {self.near[column]:.0f}%"
                yield warning(message, where, hint="hãy kiểm tra, sửa tiêu đề cột nếu sai", code="column-near")
            else:
                yield hint(f"{words} → {field.value} ({NAMES[field]})", where, code="column-mapped")


def find_heading(sheet: Sheet, merging: Merging) -> Heading | None:
    """Return the heading with most columns of a task table, the first among equals; None in a sheet of other things.

    Needed are a column of tasks and one of products, time or units.
    """
    best: Heading | None = None
    for place, row in enumerate(sheet.rows[:_SEARCHED]):
        found = _heading(sheet, merging, place) if _may_head(sheet, row) else None
        if found and (best is None or _known(found) > _known(best)):
            best = found
    return best


def _known(heading: Heading) -> int:
    return sum(field is not None for field in heading.fields)


def _may_head(sheet: Sheet, row: int) -> bool:
    """Tell whether the row looks like a heading: two short cells at least, some of them with letters."""
    texts = _row(sheet, row)
    short = all(len(text) <= _LONGEST for text in texts.values())
    return len(texts) > 1 and short and sum(guess(text) is not None for text in texts.values()) > 1


def _row(sheet: Sheet, row: int) -> dict[int, str]:
    return {column: sheet.cells[row, column] for column in sheet.columns if (row, column) in sheet.cells}


def _heading(sheet: Sheet, merging: Merging, place: int) -> Heading | None:
    top = sheet.rows[place]
    bottom = _bottom(sheet, merging, place)
    rows = [row for row in sheet.rows[place : place + _MOST_ROWS] if row <= bottom]
    parts = {column: _parts(merging, rows, column) for column in sheet.columns}
    columns, near = _assigned(parts)
    fields = set(columns.values())
    if TaskColumn.NAME not in fields or not _NEEDED.intersection(fields):
        return None
    _number_by_plain_ids(sheet, bottom, columns)
    filled = {column for row, column in sheet.cells if row > bottom}
    kept = [column for column in sheet.columns if parts[column] or column in filled]
    return Heading(top, bottom, parts, {column: columns[column] for column in kept}, near)


def _bottom(sheet: Sheet, merging: Merging, place: int) -> int:
    """Return the last heading row: as far as a cell of the first reaches down, or one more of headings below headings.

    Without merged cells the second row is one when it stands only where the first is empty or has a cell before it.
    """
    top = sheet.rows[place]
    merged = [found for column in sheet.columns if (found := merging.range_at(top, column)) and found.top == top]
    reach = max((found.bottom for found in merged), default=top)
    if top < reach < top + _MOST_ROWS:
        return reach
    below = sheet.rows[place + 1 : place + 2]
    if below and below[0] == top + 1 and _is_second(sheet, merging, top):
        return top + 1
    return top


def _is_second(sheet: Sheet, merging: Merging, top: int) -> bool:
    first, second = _row(sheet, top), _row(sheet, top + 1)
    if _numbers_months(merging, top, first, second):
        return True
    if not second or any(len(text) > _LONGEST or text[0].isdigit() for text in second.values()):
        return False
    following = dict(zip(sheet.columns, sheet.columns[1:], strict=False))
    stands_below = all(
        column not in first
        or merging.across(top, column) > 1
        or (following.get(column) in second and following.get(column) not in first)
        for column in second
    )
    known = sum(guess(text) is not None for text in second.values())
    return stands_below and (known * 2 >= len(second) or any(merging.across(top, column) > 1 for column in first))


def _numbers_months(merging: Merging, top: int, first: Mapping[int, str], second: Mapping[int, str]) -> bool:
    """Tell whether the second row holds nothing but the months, as figures, below a heading merged over them."""
    above = {merging.words(top, column, right=True) for column in second}
    below_one = len(second) > 1 and len(above) == 1 and any(merging.across(top, column) > 1 for column in first)
    return below_one and "tháng" in fold(next(iter(above))) and all(_MONTH.fullmatch(text) for text in second.values())


def _parts(merging: Merging, rows: Sequence[int], column: int) -> tuple[str, ...]:
    texts = (merging.words(row, column, right=True) for row in rows)
    return tuple(dict.fromkeys(text for text in texts if text))


def _assigned(parts: Mapping[int, tuple[str, ...]]) -> tuple[dict[int, TaskColumn | None], dict[int, float]]:
    """Return what each column holds, each thing once: certain ones first, then near ones, from the left.

    A second column of tasks holds the activities of the first; activities without tasks are the tasks. The last day
    of a task beside its time is a field of its own, but as the end of a span of time.
    """
    guesses = {column: found for column, texts in parts.items() if (found := _guess(texts))}
    fields: dict[int, TaskColumn | None] = dict.fromkeys(parts)
    taken: dict[TaskColumn, int] = {}

    def fitness(column: int) -> tuple[float, bool, int]:
        return -guesses[column].likeness, guesses[column].stands_back, column

    for column in sorted(guesses, key=fitness):
        field = guesses[column].column
        if field is TaskColumn.NAME and field in taken:
            field = TaskColumn.ACTIVITY
        if field is TaskColumn.SCHEDULE and field in taken and _is_apart(parts, taken[field], column):
            field = TaskColumn.ISSUE_DUE
        if field not in taken:
            fields[column] = field
            taken[field] = column
    if TaskColumn.NAME not in taken and TaskColumn.ACTIVITY in taken:
        fields[taken[TaskColumn.ACTIVITY]] = TaskColumn.NAME
    near = {column: found.likeness for column, found in guesses.items() if fields[column] and found.likeness < 100}
    return fields, near


def _is_apart(parts: Mapping[int, tuple[str, ...]], time: int, due: int) -> bool:
    """Tell whether a column is the last day of a task beside the column of its time, and no end of a span there."""
    return is_due(parts[due][-1]) and not is_due(parts[time][-1]) and not begins_span(parts[time][-1])


def begins_span(heading: str) -> bool:
    """Tell whether the words name the first day of a span: "Ngày bắt đầu", "Từ ngày"."""
    return _BEGIN.search(fold(heading)) is not None


def _number_by_plain_ids(sheet: Sheet, bottom: int, columns: dict[int, TaskColumn | None]) -> None:
    """Take a column of codes for one of numbers where it holds nothing but these, and no other column does."""
    column = next((one for one, field in columns.items() if field is TaskColumn.ID), None)
    if column is None or TaskColumn.NUMBER in columns.values():
        return
    texts = [sheet.cells[row, column] for row in sheet.rows if row > bottom and (row, column) in sheet.cells]
    if texts and all(_PLAIN_NUMBER.fullmatch(text) for text in texts):
        columns[column] = TaskColumn.NUMBER


def _guess(texts: Sequence[str]) -> Guess | None:
    """Return what stands over a column: the lowest words first, then all together, then the highest."""
    tried = (texts[-1], " ".join(texts), texts[0]) if texts and not is_of_no_task(texts[-1]) else ()
    return next((found for words in tried if (found := guess(words))), None)
