"""The fields of templates as a tree: what stands under a name, what a loop hands out, how a value is printed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, Final

from generator.nd30.document_types import DOCUMENT_TYPES
from generator.templates.fields import TemplateField, fields_of

_ENTRY = "[]"
_LINES: Final = {"appendices[].lines": "body"}
"""Lists whose entries are those of another list."""
_NUMBERS: Final = {"year"}
"""Fields that hold a number and no text."""
_PARTIAL: Final = {"body[].table"}
"""Fields that only some entries have; rendering fails where they are asked for in vain."""


@dataclass(frozen=True)
class Shape:
    """What an expression stands for."""

    form: str
    """``plain``, ``rich``, ``paragraph``, ``number``, ``truth``, ``list``, ``record``; ``any`` if nothing is known."""
    path: str = ""
    """Full dotted path of the field, through its lists: ``body[].text``; empty for what is no field."""
    members: Mapping[str, Shape] = field(default_factory=lambda: MappingProxyType({}))
    entry: Shape | None = None
    """What a list consists of."""
    label: str = ""
    partial: bool = False
    """Whether only some entries of its list have it."""


ANY: Final = Shape("any")
PLAIN: Final = Shape("plain")
NUMBER: Final = Shape("number")
TRUTH: Final = Shape("truth")
LOOP: Final = Shape(
    "record",
    members={
        **dict.fromkeys(("index", "index0", "revindex", "length"), NUMBER),
        **dict.fromkeys(("first", "last"), TRUTH),
    },
)
"""What ``loop`` offers inside a loop."""


def fields_for(kind: str | None) -> tuple[TemplateField, ...]:
    """Return the fields of a kind of document, or those of all kinds together for None.

    Raises DataError for an unknown kind.
    """
    if kind is not None:
        return fields_of(kind)
    return tuple({each.name: each for name in DOCUMENT_TYPES for each in fields_of(name)}.values())


def shapes_of(fields: Iterable[TemplateField]) -> dict[str, Shape]:
    """Return the fields of the first level by name, the others inside them."""
    tree: dict[str, Any] = {}
    named = {each.name: each for each in fields}
    for name in named:
        branch = tree
        for step in name.replace(_ENTRY, f".{_ENTRY}").split("."):
            branch = branch.setdefault(step, {})
    shapes = {name: _shape(name, branch, named) for name, branch in tree.items()}
    return _with_lines(shapes)


def _shape(path: str, branch: Mapping[str, Any], named: Mapping[str, TemplateField]) -> Shape:
    if _ENTRY in branch:
        inner = f"{path}{_ENTRY}"
        label = named[inner].label if inner in named else ""
        return Shape("list", path, entry=_shape(inner, branch[_ENTRY], named), label=label)
    if branch:
        return Shape("record", path, {name: _shape(f"{path}.{name}", each, named) for name, each in branch.items()})
    if path.endswith(_ENTRY):
        return Shape("plain", path)
    form = "number" if path in _NUMBERS else named[path].form
    return Shape(form, path, label=named[path].label, partial=path in _PARTIAL)


def _with_lines(shapes: dict[str, Shape]) -> dict[str, Shape]:
    """Put the entries of the body into the lists that are like it; the table of fields does not repeat them."""
    return {name: _grafted(shape, shapes) for name, shape in shapes.items()}


def _grafted(shape: Shape, shapes: Mapping[str, Shape]) -> Shape:
    if shape.path in _LINES and _LINES[shape.path] in shapes:
        entry = shapes[_LINES[shape.path]].entry
        return replace(shape, entry=_moved(entry, f"{shape.path}{_ENTRY}") if entry else None)
    members = {name: _grafted(member, shapes) for name, member in shape.members.items()}
    return replace(shape, members=members, entry=_grafted(shape.entry, shapes) if shape.entry else None)


def _moved(shape: Shape, path: str) -> Shape:
    return replace(
        shape, path=path, members={name: _moved(each, f"{path}.{name}") for name, each in shape.members.items()}
    )
