"""JSON texts: values by the json module, lines by the YAML reading, which knows nearly every JSON text."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from typing import Any, Final

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from generator.diagnostics import Diagnostic, Place, error
from generator.yamltext.scalar import LONGEST_INTEGER, unprintable
from generator.yamltext.tree import DEEPEST, DEEPEST_SHOWN, Located, TreeBuilder, UnreadableError, dotted

_TOO_DEEP: Final = f"dữ liệu lồng nhau quá {DEEPEST} mức"


class _Repeats(dict[str, Any]):
    """An object of JSON and the names that stood in it more than once."""

    repeated: tuple[str, ...] = ()


def parse_json(text: str, filename: str) -> tuple[Any, TreeBuilder]:
    """Return the value of a JSON text, and a builder that holds its lines (best effort) and the faults found."""
    lines = _lines(text, filename)
    builder = TreeBuilder(filename, spots=lines.spots)
    try:
        data = json.loads(text, object_pairs_hook=_object, parse_int=_integer)
    except json.JSONDecodeError as fault:
        place = Place(file=filename, line=fault.lineno)
        builder.faults.append(error("sai cú pháp JSON", place, hint=f"xem từ cột {fault.colno}"))
        return None, builder
    except RecursionError:
        builder.faults.append(error(_TOO_DEEP, Place(file=filename)))
        return None, builder
    builder.faults.extend(_value_faults(data, filename, lines))
    return data, builder


def _lines(text: str, filename: str) -> Located:
    """Where the values stand; no lines when the YAML reading stumbles, as the values come from elsewhere."""
    builder = TreeBuilder(filename)
    try:
        for event in YAML(typ="safe", pure=True).parse(text):
            builder.take(event)
    except (YAMLError, UnreadableError, UnicodeError):
        return Located({}, None)
    return Located({}, builder.spots)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = _Repeats(pairs)
    names = [name for name, _ in pairs]
    made.repeated = tuple(name for name in made if names.count(name) > 1) if len(made) < len(names) else ()
    return made


def _integer(digits: str) -> int | str:
    """A number too long to be a quantity stays text, as in YAML."""
    return int(digits) if len(digits) <= LONGEST_INTEGER else digits


def _value_faults(data: Any, filename: str, lines: Located) -> Iterator[Diagnostic]:
    """Faults of the values themselves, walked without recursion."""
    waiting: list[tuple[Any, tuple[Any, ...]]] = [(data, ())]
    while waiting:
        value, path = waiting.pop()
        place = _place(filename, lines, path)
        for name in value.repeated if isinstance(value, _Repeats) else ():
            where = _place(filename, lines, (*path, name))
            yield error(f"trường «{name}» xuất hiện hai lần", where, hint="giữ lại một lần")
        yield from _faults_of(value, place)
        if len(path) >= DEEPEST and isinstance(value, (dict, list)):
            yield error(_TOO_DEEP, place)
            return
        waiting.extend((inner, (*path, step)) for step, inner in reversed(_pairs(value)))


def _place(filename: str, lines: Located, path: tuple[Any, ...]) -> Place:
    return Place(file=filename, line=lines.line(path), field=dotted(path[:DEEPEST_SHOWN]) or None)


def _pairs(value: Any) -> list[tuple[Any, Any]]:
    """The steps into a value and what is there; empty for a scalar."""
    if isinstance(value, dict):
        return list(value.items())
    return list(enumerate(value)) if isinstance(value, list) else []


def _faults_of(value: Any, place: Place) -> Iterator[Diagnostic]:
    if isinstance(value, float) and not math.isfinite(value):
        yield error("không nhận số này", place, found=str(value), expected="một số hữu hạn")
    if isinstance(value, str) and (char := unprintable(value)):
        yield error(f"văn bản chứa ký tự điều khiển {char} không in được", place, hint="xóa ký tự này")
