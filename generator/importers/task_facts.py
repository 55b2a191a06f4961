"""What a task has once: its code, its last days, where it comes from, the criterion that it serves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from generator.model.origin import ParentReference
from generator.reading.task_columns import TaskColumn
from generator.reading.task_table import EntryRow, TaskEntry
from generator.vietnamese.dates import PartialDate

_REMARKED: Final[Mapping[TaskColumn, str]] = {
    TaskColumn.SUBMIT_DUE: "Hạn trình",
    TaskColumn.ISSUE_DUE: "Hạn hoàn thành",
    TaskColumn.ID: "Mã nhiệm vụ",
}
"""What is named in the remark when its words fit no field."""


def ids_of(entries: Sequence[TaskEntry]) -> tuple[str, ...]:
    """Return the code of each task: the one in the table, where no other task has it, else a running one.

    Running ones are NV01, NV02 … by the place of the task; one that the table uses elsewhere gets a letter behind it.
    """
    codes = [_line(entry.facts.get(TaskColumn.ID, "")) for entry in entries]
    counts = Counter(codes)
    found: list[str] = []
    for position, code in enumerate(codes, start=1):
        own = code if counts[code] == 1 else ""
        found.append(own or _free(f"NV{position:02d}", counts))
    return tuple(found)


def _free(code: str, taken: Counter[str]) -> str:
    return next(one for one in (code, *(f"{code}{letter}" for letter in "abcdefghij")) if one not in taken)


def known_facts(entry: TaskEntry, id: str) -> tuple[dict[str, Any], tuple[EntryRow, ...]]:
    """Return the fields of the task that its facts fill, and its rows; what fits no field is a remark of the first.

    A last day that is no date is the time of the row where it has none.
    """
    fields: dict[str, Any] = {}
    more: list[str] = []
    cells = dict(entry.rows[0].cells) if entry.rows else {}
    for column, text in entry.facts.items():
        if value := _value(column, text):
            fields[column.value] = value
        elif column is TaskColumn.ISSUE_DUE and TaskColumn.SCHEDULE not in cells:
            cells[TaskColumn.SCHEDULE] = text
        elif _line(text) != id:
            more.append(f"{_REMARKED[column]}: {text}")
    if more:
        cells[TaskColumn.NOTE] = "\n".join(filter(None, (cells.get(TaskColumn.NOTE), *more)))
    return fields, (replace(entry.rows[0], cells=cells), *entry.rows[1:]) if entry.rows else ()


def _value(column: TaskColumn, text: str) -> PartialDate | ParentReference | str | None:
    """Return what the field of the column holds by the words; None where they do not fit it, and for the code."""
    if column in (TaskColumn.SUBMIT_DUE, TaskColumn.ISSUE_DUE):
        return _day(text)
    if column is TaskColumn.PARENT:
        return ParentReference(document=_line(text))
    return _line(text) if column is TaskColumn.CRITERION else None


def _day(text: str) -> PartialDate | None:
    """Return the date that a cell holds; None for anything else, a year alone included."""
    try:
        day = PartialDate.parse(text)
    except ValueError:
        return None
    return day if day.month else None


def _line(text: str) -> str:
    return " ".join(text.split())
