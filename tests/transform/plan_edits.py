"""Random edits of a plan, as a person makes them: words changed, entries added, taken out and moved."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from generator.model.blocks import Item
from generator.model.ending import Recipient
from generator.model.plan import Plan, Target, Task, TaskRow

Edit = Callable[[Plan], Plan]


def _picked(values: tuple[Any, ...], number: int) -> int | None:
    return number % len(values) if values else None


def _without(values: tuple[Any, ...], number: int) -> tuple[Any, ...]:
    place = _picked(values, number)
    return values if place is None else (*values[:place], *values[place + 1 :])


def _with(values: tuple[Any, ...], number: int, entry: Any) -> tuple[Any, ...]:
    place = number % (len(values) + 1)
    return (*values[:place], entry, *values[place:])


def _moved(values: tuple[Any, ...], number: int, to: int) -> tuple[Any, ...]:
    place = _picked(values, number)
    return values if place is None else _with(_without(values, place), to, values[place])


def _changed(values: tuple[Any, ...], number: int, **changes: Any) -> tuple[Any, ...]:
    place = _picked(values, number)
    if place is None:
        return values
    return (*values[:place], values[place].model_copy(update=changes), *values[place + 1 :])


def _in_field(field: str, change: Callable[..., tuple[Any, ...]], *arguments: Any, **changes: Any) -> Edit:
    return lambda plan: plan.model_copy(update={field: change(getattr(plan, field), *arguments, **changes)})


def _fresh(values: tuple[Any, ...], number: int, word: str) -> tuple[Any, ...]:
    """Return the tasks or targets with one more of an identity that no other has."""
    used = {one.id for one in values}
    id = next(name for name in (f"{word}{count}" for count in range(len(values) + 1)) if name not in used)
    entry = (
        Task(id=id, name=f"Việc {word} {number}")
        if word.startswith("NV")
        else Target(id=id, metric=f"Chỉ tiêu {word} {number}")
    )
    return _with(values, number, entry)


def edits(word: str) -> st.SearchStrategy[Edit]:
    """One edit; its words hold ``word``, so that no two people write the same."""
    number = st.integers(0, 30)
    written = number.map(lambda one: f"Lời {word} thứ {one}")
    simple = [
        written.map(lambda text: lambda plan: plan.model_copy(update={"subject": text})),
        st.builds(lambda n, t: _in_field("tasks", _changed, n, name=t), number, written),
        st.builds(
            lambda n, t: _in_field("tasks", _changed, n, rows=(TaskRow(schedule=t, lead=(t,)),)), number, written
        ),
        st.builds(lambda n: _in_field("tasks", _without, n), number),
        st.builds(lambda n, to: _in_field("tasks", _moved, n, to), number, number),
        st.builds(lambda n: _in_field("tasks", _fresh, n, f"NV-{word}"), number),
        st.builds(lambda n, t: _in_field("targets", _changed, n, metric=t), number, written),
        st.builds(lambda n: _in_field("targets", _without, n), number),
        st.builds(lambda n: _in_field("targets", _fresh, n, f"CT-{word}"), number),
        st.builds(lambda n, t: _in_field("objectives", _with, n, t), number, written),
        st.builds(lambda n: _in_field("objectives", _without, n), number),
        st.builds(lambda n, t: _in_field("recipients", _with, n, Recipient(name=t)), number, written),
        st.builds(lambda n: _in_field("recipients", _without, n), number),
        st.builds(lambda n, t: _in_field("sections", _changed, n, title=t), number, written),
        st.builds(lambda n, t: _in_field("sections", _changed, n, blocks=(Item(text=t),)), number, written),
        st.builds(lambda n: _in_field("sections", _without, n), number),
        st.builds(lambda n: _in_field("legal_bases", _without, n), number),
    ]
    return st.one_of(simple)


@st.composite
def edited(draw: st.DrawFn, plan: Plan, word: str, most: int = 5) -> Plan:
    """A version of the plan after some edits by one person."""
    for edit in draw(st.lists(edits(word), max_size=most)):
        plan = edit(plan)
    return plan
