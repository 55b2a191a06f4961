"""Figures by name: the rows of the forms and the counts of tasks, and the words of a sentence with them filled in.

A sentence and a form take the same value from here, so they cannot differ.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TypeAlias

from generator.errors import DataError
from generator.registers.outline import NAME, ROW, TASK_COUNTS, Sentence
from generator.registers.statistics import StatisticalForms
from generator.registers.unit import Level
from generator.reports.figures import NONE, UNKNOWN, RowKey, Value, Values, computed, share
from generator.reports.task_states import DONE, State, TaskState
from generator.spelling import suggestion
from generator.vietnamese.numbers import format_number

Named: TypeAlias = Mapping[str, Value]
"""Values by the names that sentences use: ``3/3.1.1``, ``tasks.done``."""

_STATES = {
    "tasks.on_time": State.ON_TIME,
    "tasks.late": State.LATE,
    "tasks.under_way": State.UNDER_WAY,
    "tasks.overdue": State.OVERDUE,
    "tasks.not_due": State.NOT_DUE,
    "tasks.dropped": State.DROPPED,
}


def task_figures(states: Iterable[TaskState]) -> dict[str, Value]:
    """Return the counts of tasks by name; where no task is known, that nothing arose."""
    states = tuple(states)
    if not states:
        return dict.fromkeys(TASK_COUNTS, NONE)
    counted = Counter(one.state for one in states)
    numbers = {name: counted[state] for name, state in _STATES.items()}
    done = sum(counted[state] for state in DONE)
    found = {"tasks.total": len(states), "tasks.done": done, **numbers}
    found["tasks.due"] = done + counted[State.OVERDUE]
    values = {name: Value(Decimal(number)) for name, number in found.items()}
    return {**values, "tasks.share_done": share(values["tasks.done"], values["tasks.total"])}


def with_task_counts(forms: StatisticalForms, filled: Values, tasks: Named) -> dict[RowKey, Value]:
    """Return what was filled in, with the rows that are counted from the tasks of the plan."""
    counted = {(one.form, one.code): tasks[f"tasks.{one.counts}"] for one in forms.task_counts}
    return {**filled, **{key: value for key, value in counted.items() if value.absent != "none"}}


def named_figures(
    forms: StatisticalForms, filled: Values, states: Iterable[TaskState], level: Level | None = None
) -> dict[str, Value]:
    """Return every figure that a sentence of a unit of a level may name."""
    tasks = task_figures(states)
    rows = computed(forms, with_task_counts(forms, filled, tasks), level)
    return {**{f"{form}/{code}": value for (form, code), value in rows.items()}, **tasks}


def said(sentence: Sentence, named: Named, level: Level) -> str | None:
    """Return the sentence with its figures; None when it is not for the level or a figure is not known.

    Where nothing arose in a figure that it names, its other words are said, if it has any.
    """
    values = [named.get(name, UNKNOWN) for name in sentence.names]
    if sentence.levels and level not in sentence.levels:
        return None
    if any(one.number is None and one.absent != "none" for one in values):
        return None
    if any(one.absent == "none" for one in values):
        return sentence.none
    return filled_in_words(sentence.text, named)


def filled_in_words(text: str, named: Named) -> str:
    """Return a text with the named figures filled in; braces around anything but a name of a figure stay as they are.

    A figure that is not known is "…", one of which nothing arose "không phát sinh". Raises DataError for a row that the
    forms lack and for a misspelt count.
    """
    return NAME.sub(lambda match: _written(match[1], match[0], named), text)


def _written(name: str, whole: str, named: Named) -> str:
    name = name.strip()
    value = named.get(name)
    if value is not None:
        return format_number(value.number) if value.number is not None else _absent(value)
    if ROW.fullmatch(name) or name.startswith("tasks."):
        hint = suggestion(name, named) or "viết {biểu mẫu/dòng}, ví dụ {3/3.1.1}"
        raise DataError(f"không có số liệu tên «{name}»", hint=hint)
    return whole


def _absent(value: Value) -> str:
    return "không phát sinh" if value.absent == "none" else "…"
