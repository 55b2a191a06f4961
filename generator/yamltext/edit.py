"""Single values of a YAML text put in place of others: every other byte, comments and order included, stays."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.yamltext.writer import dump_yaml

_ROOM: Final = re.compile(r" +(?=#)")
"""Blanks between a value and its comment."""

Place = tuple[str | int, ...]
Value = str | int | date


class _Change(NamedTuple):
    start: int
    end: int
    text: str


def edited_yaml(text: str, changes: Mapping[Place, Value], order: Sequence[str]) -> str | None:
    """Return the text with other values at some places; a field at the top that is not there yet is added.

    ``order`` are the fields at the top as they follow each other. None when that cannot be done line by line: the
    fields stand between braces, or a deeper place is not there. The text must be one that `parse_yaml` reads.
    """
    text = text if text.endswith("\n") else f"{text}\n"
    root = YAML(typ="rt", pure=True).compose(text)
    if not isinstance(root, MappingNode) or root.flow_style:
        return None
    made: list[_Change] = []
    for place, value in sorted(changes.items(), key=lambda one: order.index(str(one[0][0]))):
        node = _found(root, place)
        if isinstance(node, ScalarNode):
            made.append(_replaced(text, node, value))
        elif node is None and len(place) == 1:
            made.append(_added(text, root, str(place[0]), value, order))
        else:
            return None
    for change in reversed(sorted(made, key=lambda one: one.start)):
        text = text[: change.start] + change.text + text[change.end :]
    return text


def _found(node: Node, place: Place) -> Node | None:
    for step in place:
        inner = [value for key, value in _entries(node) if key == str(step)]
        if not inner:
            return None
        node = inner[0]
    return node


def _entries(node: Node) -> Iterator[tuple[str, Node]]:
    if isinstance(node, MappingNode):
        yield from ((str(key.value), value) for key, value in node.value)
    if isinstance(node, SequenceNode):
        yield from ((str(position), value) for position, value in enumerate(node.value))


def _written(value: Value) -> str:
    return dump_yaml({"x": value}).removeprefix("x: ").rstrip("\n")


def _replaced(text: str, node: ScalarNode, value: Value) -> _Change:
    """Return the change of a scalar; a block of lines becomes one line, a comment behind it stays in its column."""
    start, end = node.start_mark.index, node.end_mark.index
    written = _written(value)
    if node.style in ("|", ">"):
        return _Change(start, end, f"{written}\n")
    if start == end:  # nothing is there yet: the mark may be as far on as the next field
        start = text.rindex(":", 0, start) + 1
        return _Change(start, start, f" {written}")
    room = _ROOM.match(text, end)
    if room is None:
        return _Change(start, end, written)
    return _Change(start, room.end(), written.ljust(room.end() - start - 1) + " ")


def _added(text: str, root: MappingNode, name: str, value: Value, order: Sequence[str]) -> _Change:
    """Return a new line below the field that it follows, above the comments of the next one."""
    keys = [(key.start_mark.index, str(key.value)) for key, _ in root.value]
    earlier = order[: order.index(name)]
    above = max((start for start, key in keys if key in earlier), default=-1)
    place = min((start for start, _ in keys if start > above), default=len(text))
    lines = text[:place].splitlines(keepends=True)
    while lines and (not lines[-1].strip() or lines[-1].startswith("#")) and place > above:
        place -= len(lines.pop())
    return _Change(place, place, f"{name}: {_written(value)}\n")
