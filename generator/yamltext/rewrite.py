"""A YAML text brought to other data: only the entries that differ are written anew, the lines of all others stay."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, Final, NamedTuple

from ruamel.yaml import YAML
from ruamel.yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from generator.yamltext.writer import dump_yaml

_BLOCKS: Final = ("|", ">")


class _Lines(NamedTuple):
    """Lines put in place of others, from ``start`` up to but without ``end``."""

    start: int
    end: int
    lines: tuple[str, ...]


class _NotByLinesError(Exception):
    """An entry that shares its lines with others."""


def rewritten_yaml(text: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> str | None:
    """Return the text, which says ``before``, as one that says ``after``; comments beside what stays are kept.

    Entries of lists are known again by their ``id``, else by all that they say. None where the text is not laid out
    in lines. The text must be one that `parse_yaml` reads; the caller reads the result to see that it says the same.
    """
    root = YAML(typ="rt", pure=True).compose(text)
    try:
        changes = list(_Writer(text.splitlines()).mapping(root, before, after))
    except _NotByLinesError:
        return None
    lines = text.splitlines()
    for change in sorted(reversed(changes), key=lambda one: (one.start, one.end), reverse=True):
        lines[change.start : change.end] = change.lines
    return "\n".join(lines) + "\n"


class _Writer:
    """Finds the lines to be changed."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines

    def mapping(self, node: Node, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[_Lines]:
        """Yield the changes of a mapping; raises where it is not laid out one entry a line."""
        entries = {str(key.value): (key, value) for key, value in node.value} if _is_block(node, MappingNode) else {}
        if not entries or any(name not in entries for name in before):
            raise _NotByLinesError
        first = next(iter(entries))
        place = None
        for name, value in after.items():
            if name in entries:
                yield from self._field(*entries[name], before.get(name), value)
                place = _end(entries[name][1], entries[name][0])
            elif place is None:
                raise _NotByLinesError
            else:
                column = entries[first][0].start_mark.column
                yield _Lines(place, place, tuple(_indented(dump_yaml({name: value}), column)))
        for name in before:
            if name not in after and name == first:
                raise _NotByLinesError
            if name not in after:
                key, value = entries[name]
                yield _Lines(key.start_mark.line, _end(value, key), ())

    def _field(self, key: Node, node: Node, before: Any, after: Any) -> Iterator[_Lines]:
        if before == after:
            return
        try:
            yield from [*self._inside(node, before, after)]
        except _NotByLinesError:
            line, column = key.start_mark.line, key.start_mark.column
            made = [*_indented(dump_yaml({str(key.value): after}), column)]
            made[0] = self._lines[line][:column] + made[0][column:] + self._comment(node, made)
            yield _Lines(line, _end(node, key), tuple(made))

    def _inside(self, node: Node, before: Any, after: Any) -> Iterator[_Lines]:
        if isinstance(before, Mapping) and isinstance(after, Mapping):
            yield from self.mapping(node, before, after)
        elif isinstance(before, list) and isinstance(after, list) and after and _is_block(node, SequenceNode):
            yield from self._sequence(node, before, after)
        else:
            raise _NotByLinesError

    def _sequence(self, node: Node, before: list[Any], after: list[Any]) -> Iterator[_Lines]:
        column, items = node.start_mark.column, node.value
        starts = [self._lines[one.start_mark.line][: column + 1] for one in items]
        if len(items) != len(before) or any(start.strip() != "-" or start[-1] != "-" for start in starts):
            raise _NotByLinesError
        matcher = SequenceMatcher(None, [*map(_token, before)], [*map(_token, after)], autojunk=False)
        for _, a, b, c, d in matcher.get_opcodes():
            if b - a == d - c:
                for item, old, new in zip(items[a:b], before[a:b], after[c:d], strict=True):
                    yield from self._item(item, column, old, new)
                continue
            for item in items[a:b]:
                yield _Lines(item.start_mark.line, _end(item), ())
            place = _end(items[b - 1]) if b else items[0].start_mark.line
            new_lines = [line for one in after[c:d] for line in _indented(dump_yaml({"x": [one]}).split("\n", 1)[1], 0)]
            yield _Lines(place, place, tuple(" " * column + line[2:] for line in new_lines))

    def _item(self, node: Node, column: int, before: Any, after: Any) -> Iterator[_Lines]:
        if before == after:
            return
        try:
            yield from [*self._inside(node, before, after)]
        except _NotByLinesError:
            made = _indented(dump_yaml({"x": [after]}).split("\n", 1)[1], 0)
            yield _Lines(node.start_mark.line, _end(node), tuple(" " * column + line[2:] for line in made))

    def _comment(self, node: Node, made: Sequence[str]) -> str:
        """Return what stands behind a scalar of one line, where the new value is one line too."""
        if not isinstance(node, ScalarNode) or node.style in _BLOCKS or len(made) > 1:
            return ""
        rest = self._lines[node.end_mark.line][node.end_mark.column :]
        return rest if rest.lstrip().startswith("#") else ""


def _is_block(node: Node, kind: type[CollectionNode]) -> bool:
    return isinstance(node, kind) and not node.flow_style


def _end(node: Node, key: Node | None = None) -> int:
    """Return the line behind an entry; comments that follow on lines of their own belong to the next one."""
    inner: Iterable[Node] = ()
    if isinstance(node, MappingNode) and not node.flow_style:
        inner = [one for pair in node.value for one in pair]
    elif isinstance(node, SequenceNode) and not node.flow_style:
        inner = node.value
    ends = [_end(one) for one in inner]
    if ends:
        return max(ends)
    if isinstance(node, ScalarNode) and node.style in _BLOCKS:
        return int(node.end_mark.line)
    empty = key is not None and node.start_mark.index == node.end_mark.index
    return int((key if empty and key is not None else node).end_mark.line) + 1


def _indented(text: str, column: int) -> Iterator[str]:
    return (" " * column + line if line else line for line in text.removesuffix("\n").split("\n"))


def _token(value: Any) -> str:
    known = value.get("id") if isinstance(value, Mapping) else None
    return f"id {known}" if known else json.dumps(value, ensure_ascii=False, sort_keys=True)
