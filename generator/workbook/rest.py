"""What has no column, kept beside: the path of a value, a mark of what the columns say there, the value itself.

The value holds as long as the columns say the same as when it was kept; where a clerk changed them, they win.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from pydantic import BaseModel

from generator.model.blocks import Item, Note, Other, Paragraph, Picture, Section, Table
from generator.model.document import Appendix
from generator.model.store import model_of
from generator.workbook.places import At, Findings
from generator.yamltext.shape import titles_at

_OF_LINES = (Section, Item, Paragraph, Note, Table, Picture, Appendix, Other)
"""What a line of the body may be."""
_KEYED = frozenset({"tasks", "targets"})
"""Lists whose entries are found by their identity."""
_ABSENT = object()
_CHANGED = "phần không có cột đã không còn khớp vì chỗ này được sửa trong bảng; lấy theo bảng"

Step = str | list[Any]
"""A field or an identity; or place, length and mark of an entry of a list without identities."""


@dataclass(frozen=True)
class Kept:
    """One value that has no column."""

    path: tuple[Step, ...]
    mark: str
    """Of what the columns say there; empty where they say nothing."""
    value: Any = None
    removes: bool = False
    """Whether the columns say something where the document has nothing."""
    at: At = At("")

    def cells(self) -> tuple[str, str, str]:
        """The words of its row: path, mark and value; no value for one that removes."""
        return _json(list(self.path)), self.mark, "" if self.removes else _json(self.value)


@dataclass
class Keeper:
    """Collects what is kept."""

    kept: list[Kept] = field(default_factory=list)

    def keep_differences(self, path: tuple[Step, ...], read: Any, own: Any) -> None:
        """Keep whatever the columns, as they are read, do not say of a value."""
        self.kept += _differences(path, read, own)


def _differences(path: tuple[Step, ...], read: Any, own: Any) -> Iterator[Kept]:
    if isinstance(read, dict) and isinstance(own, dict):
        for name in sorted(read.keys() | own.keys()):
            yield from _differences((*path, name), read.get(name, _ABSENT), own.get(name, _ABSENT))
    elif read is _ABSENT or own is _ABSENT or read != own or type(read) is not type(own):
        steps = _entries(path, read, own)
        if steps is None:
            yield Kept(path, _mark(read), None if own is _ABSENT else own, removes=own is _ABSENT)
            return
        for step, mine, theirs in steps:
            yield from _differences((*path, step), mine, theirs)


def _entries(path: Sequence[Step], read: Any, own: Any) -> list[tuple[Step, Any, Any]] | None:
    """Return the pairs of entries of two lists with their steps; None where they cannot be told apart."""
    if not (isinstance(read, list) and isinstance(own, list) and len(read) == len(own)):
        return None
    if not all(isinstance(one, dict) for one in (*read, *own)):
        return None
    if len(path) == 1 and path[0] in _KEYED:
        if [one.get("id") for one in read] != [one["id"] for one in own]:
            return None
        return [(one["id"], mine, one) for mine, one in zip(read, own, strict=True)]
    pairs = enumerate(zip(read, own, strict=True))
    return [([place, len(read), _mark(mine)], mine, theirs) for place, (mine, theirs) in pairs]


def restore(kept: Sequence[Kept], values: dict[str, Any], findings: Findings) -> None:
    """Put what is kept back into the values, in place; a warning for each that no longer fits."""
    before = deepcopy(values)
    models = (model_of(str(values.get("kind"))),)
    for one in kept:
        _restore(one, before, values, findings, models)


def restored(one: Kept, node: dict[str, Any], findings: Findings) -> None:
    """Put what is kept of a line back into its block."""
    inner = Kept(one.path[1:], one.mark, one.value, one.removes, one.at)
    _restore(inner, deepcopy(node), node, findings, _OF_LINES)


def _restore(one: Kept, before: Any, values: Any, findings: Findings, models: Sequence[type[BaseModel]]) -> None:
    *steps, last = one.path
    for position, step in enumerate(steps):
        found = _step(before, step, in_keyed=position == 1 and one.path[0] in _KEYED)
        if found is None:
            if isinstance(before, list):
                _tell(one, findings, models, is_entry=isinstance(step, list))
                return
            before, values = {}, values.setdefault(step, {})
        else:
            before, values = before[found], values[found]
    if not isinstance(values, dict) or not isinstance(last, str) or _mark(before.get(last, _ABSENT)) != one.mark:
        _tell(one, findings, models, is_entry=True)
    elif one.removes:
        values.pop(last, None)
    else:
        values[last] = deepcopy(one.value)


def _step(before: Any, step: Step, *, in_keyed: bool) -> Any:
    """Return the key or place of a step in the values as they were read; None where there is none."""
    if isinstance(before, dict):
        return step if isinstance(step, str) and step in before else None
    if not isinstance(before, list):
        return None
    if in_keyed:
        return next((place for place, entry in enumerate(before) if entry.get("id") == step), None)
    place, length, mark = step if isinstance(step, list) and len(step) == 3 else (0, -1, "")
    if len(before) == length:
        return place
    alike = [position for position, entry in enumerate(before) if _mark(entry) == mark]
    return alike[0] if len(alike) == 1 else None


def _tell(one: Kept, findings: Findings, models: Sequence[type[BaseModel]], *, is_entry: bool) -> None:
    """Say that something kept is let go; of a task that was deleted nothing is to be said."""
    if is_entry:
        findings.warning(one.at, _CHANGED, found=f"«{', '.join(_named(one.path, models))}»")


def _named(path: Sequence[Step], models: Sequence[type[BaseModel]]) -> Iterator[str]:
    """Yield the steps of a path as a clerk knows them: titles of fields, identities of tasks, places in a list."""
    loc = [step if isinstance(step, str) else step[0] for step in path if step]
    for end, step in enumerate(loc):
        titles = (titles_at(model, loc[:end]).get(str(step)) for model in models)
        yield f"mục {step + 1}" if isinstance(step, int) else next(filter(None, titles), str(step))


def _mark(value: Any) -> str:
    return "" if value is _ABSENT else sha256(_json(value).encode()).hexdigest()[:12]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def kept_of(rows: Mapping[At, tuple[str, str, str]], findings: Findings) -> list[Kept]:
    """Return what the rows of the sheet keep; a fault for a row that was altered by hand."""
    found = []
    for at, (path, mark, value) in rows.items():
        try:
            steps = json.loads(path)
            read = json.loads(value) if value else None
            if not (isinstance(steps, list) and steps and all(isinstance(step, str | list) for step in steps)):
                raise ValueError(path)
        except (ValueError, RecursionError):
            findings.error(
                at,
                "hàng này của trang Dữ liệu khác đã bị sửa, không đọc được",
                hint="lấy lại từ tệp cũ hoặc xóa cả hàng",
            )
            continue
        found.append(Kept(tuple(steps), mark, read, removes=not value, at=at))
    return found
