"""Blocks of a plan that stand for one of its lists, when an edit changed what they print."""

from __future__ import annotations

from typing import Any, Final

from generator.importers.succession import moved, successors
from generator.importers.target_edits import from_line, from_row, without_end

_TARGET: Final = "CT{:02d}"
_LISTS: Final = frozenset({"objectives", "targets"})
Values = dict[str, Any]


class PlanPlaces:
    """Takes changed lines of a list back into the list."""

    def __init__(self, values: Values) -> None:
        self.changed: Values = {}
        """The lists of the plan as they are after the edit, by field."""
        self.fit = True
        """Whether every change found its place."""
        self._values = values
        self._ids = {target["id"] for target in values.get("targets", [])}

    def run(self, own: list[Any], before: list[Any], after: list[Any]) -> list[Any] | None:
        """Return what becomes of a run of one's own blocks; None where no block of it stands for a list."""
        kinds = [one.get("kind") if isinstance(one, dict) else None for one in own]
        if not {"tasks", *_LISTS}.intersection(kinds):
            return None
        made = self._list(str(kinds[0]), before, after) if len(own) == 1 else None
        if made is None:
            self.fit = False
            return after
        return own if made else []

    def _list(self, field: str, before: list[Values], after: list[Values]) -> list[Any] | None:
        """Return the list after the edit and keep it; None where the blocks are no lines or rows of it."""
        kinds = {one["kind"] for one in (*before, *after)}
        if field == "tasks":
            return after if kinds == {"tasks"} else None
        if kinds == {"table"} and len(before) == len(after) == 1:
            made = self._merged(field, before[0]["rows"], after[0]["rows"], headed=True)
        else:
            lines = [_with_paragraphs(run) if field == "objectives" else run for run in (before, after)]
            made = self._merged(field, *lines) if all(one["kind"] == "item" for run in lines for one in run) else None
        if made is not None:
            self.changed[field] = made
        return made

    def _merged(self, field: str, before: list[Any], after: list[Any], *, headed: bool = False) -> list[Any] | None:
        """Return the entries of the list whose lines or, below a heading, rows these are."""
        entries = self._values.get(field, [])
        if len(entries) != len(before) - headed or before[:headed] != after[:headed]:
            return None
        following = successors(before, after)
        origin = {new: old for old, new in enumerate(following) if new is not None}
        origin |= {new: old for old, new in moved(before, after, following).items()}
        made: list[Any] = []
        for place, line in enumerate(after[headed:], start=int(headed)):
            old = origin.get(place)
            entry = None if old is None else entries[old - headed]
            shown = None if old is None else before[old]
            made.append(entry if shown == line else self._entry(field, entry, shown, line))
        return None if None in made else made

    def _entry(self, field: str, entry: Any, before: Any, after: Any) -> Any:
        if field == "objectives":
            return without_end(after["text"])
        own = entry or {"id": self._free_id(), "metric": ""}
        return from_row(own, before, after) if isinstance(after, list) else from_line(own, before, after)

    def _free_id(self) -> str:
        name = next(name for name in map(_TARGET.format, range(1, 2 + len(self._ids))) if name not in self._ids)
        self._ids.add(name)
        return name


def _with_paragraphs(lines: list[Values]) -> list[Values]:
    """Return the lines, paragraphs between them as further paragraphs of the line above."""
    made: list[Values] = []
    for line in lines:
        if line["kind"] == "paragraph" and made and made[-1]["kind"] == "item":
            made[-1] = {**made[-1], "text": f"{without_end(made[-1]['text'])}\n{line['text']}"}
        else:
            made.append(line)
    return made
