"""Figures by name: the rows of the forms and the counts of tasks, and the words of a sentence with them filled in.

A sentence and a form take the same value from here, so they cannot differ.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, TypeAlias

from generator.model.readiness import placeholder
from generator.registers.outline import TASK_COUNTS, Sentence
from generator.registers.statistics import StatisticalForms
from generator.registers.unit import Level
from generator.reports.figures import NONE, UNKNOWN, RowKey, Value, Values, computed, share
from generator.reports.task_states import DONE, State, TaskState
from generator.spelling import suggestion
from generator.vietnamese.numbers import format_number

Named: TypeAlias = Mapping[str, Value]
"""Values by the names that sentences use: ``3/3.1.1``, ``tasks.done``."""

_PLACE: Final = re.compile(r"\{([^{}]*)\}%?|\{\s*((?:\d+/|tasks\.)[\w./]*)")
"""Words in braces, and the name of a figure behind a brace that is not closed."""
_LIKE: Final = re.compile(r"\d[\d.]*\s*[/\\].*|\d+(?:\.\d+)+|tasks?\b.*", re.IGNORECASE)
"""What can only be meant as the name of a figure."""
_HOW: Final = "viết {biểu mẫu/dòng}, ví dụ {3/3.1.1}"
_STATES = {
    "tasks.on_time": State.ON_TIME,
    "tasks.late": State.LATE,
    "tasks.under_way": State.UNDER_WAY,
    "tasks.overdue": State.OVERDUE,
    "tasks.not_due": State.NOT_DUE,
    "tasks.dropped": State.DROPPED,
    "tasks.unknown": State.UNKNOWN,
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

    Where nothing arose in a figure that it names, its other words are said, if it has any. One that is only for
    figures above 0 is None where one is 0.
    """
    values = [named.get(name, UNKNOWN) for name in sentence.names]
    if sentence.levels and level not in sentence.levels:
        return None
    if any(one.number is None and one.absent != "none" for one in values):
        return None
    if any(one.absent == "none" for one in values):
        return sentence.none
    if sentence.unless_zero and any(one.number == 0 for one in values):
        return None
    return filled_in_words(sentence.text, named)


@dataclass(frozen=True)
class UnknownFigure:
    """What stands in braces like the name of a figure and is none."""

    name: str
    hint: str
    """The nearest name, or how names are written."""

    @property
    def message(self) -> str:
        """What is wrong."""
        return f"không có số liệu tên «{self.name}»"


def filled_in_words(text: str, named: Named, unit: str | None = None) -> str:
    """Return a text with the named figures filled in; braces around what looks like no name of a figure stay.

    One of which nothing arose is "không phát sinh", without the sign "%" behind it; in the place of a figure that is
    not known, or of a name that is unknown, misspelt or not closed, stands a gap, "[CẦN BỔ SUNG: số liệu 3/9.9]",
    with the name of the unit where one is given: "[CẦN BỔ SUNG: số liệu 3/9.9 của Sở A]".
    """
    of = f" của {unit}" if unit else ""
    return _PLACE.sub(lambda match: _written(_name(match), match[0], named, of), text)


def unknown_figures(text: str, names: Collection[str]) -> tuple[UnknownFigure, ...]:
    """Return what the text names like figures and is none of the names, in its order; empty where all is well."""
    found = [_name(match) for match in _PLACE.finditer(text) if match[2] or _is_unknown(_name(match), names)]
    return tuple(UnknownFigure(name, suggestion(name, names) or _HOW) for name in found)


def unknown_values(text: str, named: Named) -> tuple[str, ...]:
    """Return the names in a text whose figures are not known, in its order, so that a gap stands in their place."""
    names = (_name(match) for match in _PLACE.finditer(text) if match[2] is None)
    return tuple(name for name in names if named.get(name) == UNKNOWN)


def figure_names(forms: StatisticalForms) -> frozenset[str]:
    """Return every name of a figure: the rows of the forms but headings, and the counts of tasks."""
    rows = (f"{form.form}/{row.code}" for form in forms.forms for row in form.rows if row.kind != "group")
    return frozenset((*rows, *TASK_COUNTS))


def _name(match: re.Match[str]) -> str:
    return (match[1] if match[1] is not None else match[2]).strip()


def _is_unknown(name: str, names: Collection[str]) -> bool:
    return name not in names and bool(_LIKE.fullmatch(name))


def _written(name: str, whole: str, named: Named, of: str) -> str:
    value = named.get(name)
    sign = "%" if whole.endswith("%") else ""
    if value is not None and whole.removesuffix("%").endswith("}") and value.number is not None:
        return format_number(value.number) + sign
    if value is not None and whole.removesuffix("%").endswith("}") and value.absent == "none":
        return "không phát sinh"
    if value is not None or _is_unknown(name, named):
        return placeholder(f"số liệu {name}{of}") + sign
    return whole
