"""Words put into a document so that they mean themselves: a star in a cell of a table is a star and marks nothing."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, TypeVar, get_args

from generator.model.base import MARKED, Record
from generator.vietnamese.marks import escape

_GUARD = "\U0010fffd"
"""Stands, while it is not yet known where the words go, for a backslash that only running text with marks wants."""

R = TypeVar("R", bound=Record)


def is_literal(values: Mapping[str, str]) -> bool:
    """Tell whether the words mean themselves wherever they are put."""
    return all(escape(words) == words for words in values.values())


def guarded(values: Mapping[str, str]) -> dict[str, str]:
    """Return the words to be put into a document that `unguarded` then makes right."""
    return {column: _guarded(words) for column, words in values.items()}


def _guarded(words: str) -> str:
    pieces = words.split("*")
    slashes = [len(piece) - len(piece.rstrip("\\")) for piece in pieces[:-1]]
    return (
        "".join(f"{piece}{_GUARD * (count + 1)}*" for piece, count in zip(pieces[:-1], slashes, strict=True))
        + pieces[-1]
    )


def unguarded(record: R) -> R:
    """Return the record with the escapes that its running text wants, and none in plain words."""
    fields = record.model_fields_set
    return record.model_copy(
        update={name: _value(getattr(record, name), marked=is_marked(type(record), name)) for name in fields}
    )


def _value(value: Any, *, marked: bool) -> Any:
    if isinstance(value, str):
        return value.replace(_GUARD, "\\" if marked else "")
    if isinstance(value, Record):
        return unguarded(value)
    if isinstance(value, tuple):
        return tuple(_value(one, marked=marked) for one in value)
    if isinstance(value, dict):
        return {key: _value(one, marked=marked) for key, one in value.items()}
    return value


@lru_cache(None)
def is_marked(model: type[Record], field: str) -> bool:
    """Tell whether a field of a record holds running text with marks."""
    found = model.model_fields[field]
    return MARKED in found.metadata or _holds_mark(found.annotation)


def _holds_mark(annotation: Any) -> bool:
    return MARKED in getattr(annotation, "__metadata__", ()) or any(map(_holds_mark, get_args(annotation)))
