"""The tasks of a document as entries, each with its rows; targets as records."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from generator.model.layout import ColumnField, TableLayout
from generator.model.plan import Plan, Task, TaskRow
from generator.model.target_wording import goal, last_result, target_headings
from generator.transform.diff.change import Part
from generator.transform.diff.entry import Entry, Value, hidden, titled, told
from generator.transform.diff.lines import TaskPlace
from generator.transform.diff.places import within
from generator.transform.diff.sameness import same_key
from generator.transform.diff.tables import column_key
from generator.vietnamese.marks import plain

Layouts = Mapping[str, TableLayout]

_BETWEEN: Final = re.compile(r"[;,.\-–•+\n]+")
_ALWAYS: Final = frozenset({ColumnField.NAME, ColumnField.NUMBER})
_OF_ROW: Final = (
    ColumnField.ACTIVITY,
    ColumnField.PRODUCTS,
    ColumnField.SCHEDULE,
    ColumnField.LEAD,
    ColumnField.SUPPORT,
    ColumnField.MONITOR,
    ColumnField.BUDGET,
    ColumnField.NOTE,
)
_LISTS: Final = frozenset({ColumnField.PRODUCTS, ColumnField.LEAD, ColumnField.SUPPORT, ColumnField.MONITOR})
_OF_TASK: Final = (ColumnField.GOAL, ColumnField.SUBMIT_DUE, ColumnField.ISSUE_DUE)
_HIDDEN: Final = ("parent", "criterion", "carried_from")
_HIDDEN_OF_ROW: Final = ("issuing_level", "leader")
_HIDDEN_OF_TARGET: Final = ("group", "assigned", "parent")


def printed_fields(places: Sequence[TaskPlace], layouts: Layouts) -> frozenset[ColumnField]:
    """Return what the task tables of a document print of a task; of an unknown layout everything."""
    found: set[ColumnField] = set(_ALWAYS)
    for one in places:
        layout = one.layout(layouts)
        if layout is None:
            return frozenset(ColumnField)
        found |= {column.field for column in layout.columns}
        found |= {ColumnField.GROUP} if layout.group != "none" else set()
    return frozenset(found)


def task_tables(places: Sequence[TaskPlace], layouts: Layouts) -> Iterator[Entry]:
    """Yield an entry for each task table, with the headings of its columns."""
    for one in places:
        layout = one.layout(layouts)
        headings = "; ".join(column.heading for column in layout.columns) if layout else one.block.layout
        value = Value("Các cột của bảng nhiệm vụ", headings, sign=same_key(headings, capitals=True))
        yield Entry(Part.TABLE, one.place or "bảng nhiệm vụ", (value,))


class TaskReader:
    """Reads tasks; ``fields`` are those that both documents print, ``stored`` tells that the others count too."""

    def __init__(self, fields: frozenset[ColumnField], *, stored: bool) -> None:
        self._fields = fields
        self._stored = stored

    def printed(self, places: Sequence[TaskPlace]) -> Iterator[Entry]:
        """Yield the tasks of the tables of a document, in printed order."""
        for one in places:
            for number, task in enumerate(one.plan.of_table(one.block.table).tasks, start=1):
                yield self._task(task, within(one.place, f"nhiệm vụ {number}"))

    def unprinted(self, plan: Plan, places: Sequence[TaskPlace]) -> Iterator[Entry]:
        """Yield the tasks of a plan that no table prints."""
        tables = {one.block.table for one in places if one.plan is plan}
        for task in plan.tasks:
            if task.table not in tables and self._stored:
                yield self._task(task, "không in", printed=False)

    def _task(self, task: Task, place: str, *, printed: bool = True) -> Entry:
        name = plain(task.name)
        values = [Value(titled(Task, "name"), name, look=task.name)]
        for field in _OF_TASK:
            values += self._value(task, field)
        if self._stored:
            values += hidden(task, _HIDDEN)
        keys = f"{same_key(name)}\n{same_key(task.group or '')}", same_key(name)
        return Entry(
            Part.TASK,
            f"{task.id} ({place})" if self._stored else place,
            tuple(values),
            name,
            keys=(*keys, task.id) if self._stored else keys,
            rows=tuple(self._row(row, number) for number, row in enumerate(task.rows, start=1)),
            printed=printed,
            group=task.group or "" if ColumnField.GROUP in self._fields or self._stored else "",
            id=task.id,
        )  # fmt: skip

    def _row(self, row: TaskRow, number: int) -> Entry:
        values = [value for field in _OF_ROW for value in self._value(row, field)]
        if self._stored:
            values += hidden(row, _HIDDEN_OF_ROW)
        name = next((value.text for value in values if value.text), "")
        return Entry(Part.TASK, f"hàng {number}", tuple(values), name)

    def _value(self, record: Task | TaskRow, field: ColumnField) -> tuple[Value, ...]:
        """Return a field as value; none where it is not printed and does not count."""
        printed = field in self._fields
        stored = getattr(record, field.value)
        if not stored or not (printed or self._stored):
            return ()
        text = "; ".join(map(plain, stored)) if field in _LISTS else plain(told(stored))
        look = "\n".join(stored) if field in _LISTS else told(stored)
        sign = same_key(_BETWEEN.sub(" ", text)) if field in _LISTS else ""
        return (Value(titled(type(record), field.value), text, printed=printed, sign=sign, look=look),)


def target_entries(plan: Plan, *, stored: bool, printed: bool) -> Iterator[Entry]:
    """Yield the targets of a plan as records; ``printed`` tells whether the plan prints them at all."""
    _, *headings = target_headings(plan)
    for number, target in enumerate(plan.targets, start=1):
        metric = plain(target.metric)
        texts = metric, last_result(target), goal(target), target.lead or ""
        values = [Value(title, text, key=column_key(title)) for title, text in zip(headings, texts, strict=True)]
        values[0] = replace(values[0], look=target.metric)
        values += hidden(target, _HIDDEN_OF_TARGET) if stored else ()
        keys = (same_key(metric), target.id) if stored else (same_key(metric),)
        place = f"{target.id} (chỉ tiêu {number})" if stored else f"chỉ tiêu {number}"
        yield Entry(Part.TARGET, place, tuple(values), metric, keys=keys, printed=printed, id=target.id)
