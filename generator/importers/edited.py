"""A Word file of ours that was edited: its own data with what the edit changed.

Two readings, of the file as it was made and as it is now, tell what the edit changed; that is taken from the reading.
Everything else, what a reading cannot know included (identities, references, dates of delivery), stays as in the data.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any, Final

from generator.diagnostics import Diagnostic, Place, hint
from generator.errors import DataError
from generator.importers.composed_notes import with_composed_notes
from generator.importers.layouts import LAYOUTS, bare, numbers_of
from generator.importers.plan_places import PlanPlaces
from generator.importers.succession import successors, words_of
from generator.importers.three_way import ThreeWay, Values
from generator.model.blocks import TasksHere
from generator.model.canonical import canonical_json
from generator.model.document import Document
from generator.model.plan import Plan
from generator.model.store import load_document

_NAME: Final = "du_lieu.json"
"""Its suffix tells the store how to read it."""
_TASK: Final = "NV{:02d}"


def with_edits(own: Document, before: Document, after: Document) -> Document | None:
    """Return the document with what changed between two readings of its Word file.

    ``before`` is the reading of the file as it was made, ``after`` of the file as it is. None when they cannot be put
    together, as when the kind of the document was changed.
    """
    if not own.kind == before.kind == after.kind:
        return None
    values, read, now = _values(own), _unnamed(_values(before)), _unnamed(_values(after))
    if not read.get("layouts"):
        now = _relaid(now, _layout_of(read))
    if "recipients" in values:
        lists = _alike_grouped(read.get("recipients", []), now.get("recipients", []))
        lists = _in_own_order(values["recipients"], *lists)
        read["recipients"], now["recipients"] = lists
    places = PlanPlaces(values)
    words = partial(words_of, places={"objectives": values.get("objectives", [])})
    unplaced = [*values.get("unplaced", []), *_added(read.get("unplaced", []), now.get("unplaced", []))]
    merged = ThreeWay(words, places.run).value(values, {**read, "unplaced": []}, {**now, "unplaced": []})
    if not places.fit:
        return None
    made = _loaded({**merged, **places.changed, "unplaced": unplaced, "tasks": _named(merged.get("tasks", []))})
    return made and with_composed_notes(own, made)


def renumbered(before: Document, after: Document, file: str) -> Iterator[Diagnostic]:
    """Yield a hint for each number of a task that the edit left as it was, where the layout counts it otherwise."""
    layout = _layout_of(_values(before))
    known = next((one for one in LAYOUTS if one.id == layout), None)
    if not isinstance(after, Plan) or known is None or known.numbering == "kept":
        return
    for task, number in zip(after.tasks, numbers_of(after.tasks, known.numbering), strict=True):
        if task.label and bare(task.label) != number:
            where = Place(file=file, part="bảng nhiệm vụ", quote=task.name)
            message = "số thứ tự của nhiệm vụ sẽ được in lại theo thứ tự trong bảng"
            yield hint(message, where, found=f"«{task.label}»", expected=f"«{number}»", code="task-number")


def _layout_of(values: Any) -> str | None:
    """Return the layout in which the values of a document print tasks; None when they print none."""
    inner = values.values() if isinstance(values, dict) else values if isinstance(values, list) else ()
    if isinstance(values, dict) and values.get("kind") == "tasks":
        return str(values.get("layout", TasksHere().layout))
    return next((found for one in inner if (found := _layout_of(one))), None)


def _relaid(values: Any, layout: str | None) -> Any:
    """Return values with their tasks printed in a layout of the program, which counts them itself."""
    if isinstance(values, list):
        return [_relaid(one, layout) for one in values]
    if not isinstance(values, dict) or layout is None:
        return values
    if values.get("kind") == "tasks":
        return {**values, "layout": layout}
    made = {name: _relaid(value, layout) for name, value in values.items() if name != "layouts"}
    if "layouts" in values and all(one.id != layout or one.numbering != "kept" for one in LAYOUTS):
        made["tasks"] = [{name: task[name] for name in task if name != "label"} for task in made.get("tasks", [])]
    return made


def _values(document: Document) -> Values:
    values: Values = json.loads(canonical_json(document))
    return values


def _unnamed(read: Values) -> Values:
    """Return a reading without the identities of its tasks, which only count them."""
    tasks = [{name: value for name, value in task.items() if name != "id"} for task in read.get("tasks", [])]
    return {**read, "tasks": tasks} if tasks else read


def _alike_grouped(read: list[Values], now: list[Values]) -> tuple[list[Values], list[Values]]:
    """Return two readings of recipients, without groups where the order of one of them made its reading drop them."""
    if all(any("group" in one for one in reading) for reading in (read, now)):
        return read, now
    first, second = ([{name: one[name] for name in one if name != "group"} for one in part] for part in (read, now))
    return first, second


def _in_own_order(own: Sequence[Values], read: list[Values], now: list[Values]) -> tuple[list[Values], list[Values]]:
    """Return two readings of recipients in the order of the data; print sets them by groups.

    One that the edit added stays behind the one above it.
    """
    order = {tuple(words_of(one)): place for place, one in reversed([*enumerate(own)])}
    places = [order.get(tuple(words_of(one)), -1) for one in read]
    came = {new: old for old, new in enumerate(successors(read, now)) if new is not None}
    above, anchors = -1, []
    for place in range(len(now)):
        above = places[came[place]] if place in came else above
        anchors.append(above)
    return _sorted(read, places), _sorted(now, anchors)


def _sorted(entries: list[Values], places: Sequence[int]) -> list[Values]:
    return [entries[place] for place in sorted(range(len(entries)), key=places.__getitem__)]


def _added(read: Sequence[str], now: Sequence[str]) -> list[str]:
    """Return the words without a place that were not there before the edit."""
    return [*(Counter(now) - Counter(read)).elements()]


def _named(tasks: Sequence[Values]) -> list[Values]:
    """Return the tasks, those that the edit added with an identity that no other has."""
    used = {task["id"] for task in tasks if "id" in task}
    free = (name for name in map(_TASK.format, range(1, 2 + 2 * len(tasks))) if name not in used)
    return [task if "id" in task else {"id": next(free), **task} for task in tasks]


def _loaded(values: Values) -> Document | None:
    try:
        return load_document(json.dumps({name: value for name, value in values.items() if value != []}), _NAME)
    except DataError:
        return None
