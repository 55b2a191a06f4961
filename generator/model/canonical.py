"""The one JSON text of a document: what its hash is taken over and what a rendered file carries with it.

UTF-8 without spaces, names sorted, nothing that stands at its default (but always ``format`` and ``kind``), so that
the same document gives the same bytes whichever file it came from. It loads like any stored JSON text. The writer asks
for the plain form of each record only, several times faster than pydantic's own dump; a test holds the two together.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from decimal import Decimal
from hashlib import sha256
from typing import Any, Final

import orjson
from pydantic import BaseModel
from pydantic_core import PydanticUndefined

from generator.model.base import Record, plain_number
from generator.vietnamese.dates import PartialDate

_ALWAYS: Final = ("format", "kind")


def canonical_json(document: Record) -> bytes:
    """Return the canonical JSON of a document or its part, UTF-8; TypeError for a value that no stored field has."""
    try:
        return orjson.dumps(document, _plain, orjson.OPT_PASSTHROUGH_DATACLASS)
    except orjson.JSONEncodeError:  # a whole number of more than 64 bits
        return json.dumps(document, default=_plain, ensure_ascii=False, separators=(",", ":")).encode()


def data_hash(canonical: bytes) -> str:
    """Return the SHA-256 of a canonical JSON text, in hexadecimal."""
    return sha256(canonical).hexdigest()


def _plain(value: Any) -> Any:
    """Return what JSON can hold of a value that it does not know."""
    stored_fields = _STORED[value.__class__]
    return _plain_value(value) if stored_fields is None else stored_fields(value.__dict__)


def _plain_value(value: Any) -> str | float:
    if isinstance(value, PartialDate):
        return value.iso()
    if isinstance(value, Decimal):
        return plain_number(value)
    raise TypeError(f"no canonical form of {type(value).__name__}")


_StoredFields = Callable[[Mapping[str, Any]], dict[str, Any]]


class _Stored(dict[type, _StoredFields | None]):
    """What picks the fields of a record that are stored, from all of them; None for a type of other values."""

    def __missing__(self, kind: type) -> _StoredFields | None:
        self[kind] = found = _stored_fields(kind) if issubclass(kind, BaseModel) else None
        return found


def _stored_fields(model: type[BaseModel]) -> _StoredFields:
    """Return a function that picks the fields of one model, made of a line for each: a loop takes half as long again.

    A required field and one that is always stored have a default that no value is.
    """
    lines = ["def stored(fields):", " found = {}"]
    scope: dict[str, Any] = {}
    for name, field in sorted(model.model_fields.items()):
        condition = "True"
        if name not in _ALWAYS and field.default is not PydanticUndefined:
            scope[f"default_{name}"] = field.default
            condition = f"value is not default_{name} and value != default_{name}"
        lines += [f" value = fields[{name!r}]", f" if {condition}: found[{name!r}] = value"]
    exec("\n".join([*lines, " return found"]), scope)  # noqa: S102 - made of the names of a model's own fields
    stored: _StoredFields = scope["stored"]
    return stored


_STORED: Final = _Stored()
