"""The one JSON text of a document: what its hash is taken over and what a rendered file carries with it.

UTF-8 without spaces, names sorted, nothing that stands at its default (but always ``format`` and ``kind``), so that
the same document gives the same bytes whichever file it came from. It loads like any stored JSON text. The walk gives
what pydantic's own dump gives, several times faster; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from functools import cache
from hashlib import sha256
from typing import Any, Final

from pydantic import BaseModel
from pydantic_core import PydanticUndefined, to_json

from generator.model.base import plain_number
from generator.model.document import Document
from generator.vietnamese.dates import PartialDate

_ALWAYS: Final = ("format", "kind")


def canonical_json(document: Document) -> bytes:
    """Return the canonical JSON of a document, UTF-8; TypeError for a value that no stored field has."""
    return to_json(_values(document))


def data_hash(canonical: bytes) -> str:
    """Return the SHA-256 of a canonical JSON text, in hexadecimal."""
    return sha256(canonical).hexdigest()


def _values(record: BaseModel) -> dict[str, Any]:
    stored = record.__dict__
    kept = {}
    for name, default in _fields(type(record)):
        value = stored[name]
        if value is not default and (default is None or value != default):
            kept[name] = value if type(value) is str else _writer(value.__class__)(value)
    return kept


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, Any], ...]:
    """The sorted field names with their defaults; a required field and one always stored have one that no value is."""
    defaults = {name: field.default for name, field in model.model_fields.items()}
    return tuple((name, PydanticUndefined if name in _ALWAYS else defaults[name]) for name in sorted(defaults))


@cache
def _writer(kind: type) -> Callable[[Any], Any]:
    for known, write in _WRITERS.items():
        if issubclass(kind, known):
            return write
    raise TypeError(f"no canonical form of {kind.__name__}")


def _list(values: tuple[Any, ...]) -> list[Any]:
    return [value if type(value) is str else _writer(value.__class__)(value) for value in values]


def _same(value: Any) -> Any:
    return value


_WRITERS: Final[dict[type, Callable[[Any], Any]]] = {
    BaseModel: _values,
    tuple: _list,
    Enum: lambda value: value.value,
    PartialDate: PartialDate.iso,
    Decimal: plain_number,
    str: _same,
    int: _same,
    float: _same,
}
