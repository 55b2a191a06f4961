"""The one JSON text of a document: what its hash is taken over and what a rendered file carries with it.

UTF-8 without spaces, names sorted, nothing that stands at its default (but always ``format`` and ``kind``), so that
the same document gives the same bytes whichever file it came from. It loads like any stored JSON text. The writer asks
for the plain form of each record only, several times faster than pydantic's own dump; a test holds the two together.
"""

from __future__ import annotations

import json
from decimal import Decimal
from hashlib import sha256
from typing import Any, Final

import orjson
from pydantic import BaseModel
from pydantic_core import PydanticUndefined

from generator.model.base import plain_number
from generator.model.document import Document
from generator.vietnamese.dates import PartialDate

_ALWAYS: Final = ("format", "kind")


def canonical_json(document: Document) -> bytes:
    """Return the canonical JSON of a document, UTF-8; TypeError for a value that no stored field has."""
    try:
        return orjson.dumps(document, _plain, orjson.OPT_PASSTHROUGH_DATACLASS)
    except orjson.JSONEncodeError:  # a whole number of more than 64 bits
        return json.dumps(document, default=_plain, ensure_ascii=False, separators=(",", ":")).encode()


def data_hash(canonical: bytes) -> str:
    """Return the SHA-256 of a canonical JSON text, in hexadecimal."""
    return sha256(canonical).hexdigest()


def _plain(value: Any) -> Any:
    """Return what JSON can hold of a value that it does not know."""
    fields = _FIELDS[value.__class__]
    if fields is None:
        return _plain_value(value)
    stored = value.__dict__
    return {name: found for name, default in fields if (found := stored[name]) is not default and found != default}


def _plain_value(value: Any) -> str | float:
    if isinstance(value, PartialDate):
        return value.iso()
    if isinstance(value, Decimal):
        return plain_number(value)
    raise TypeError(f"no canonical form of {type(value).__name__}")


_Defaults = tuple[tuple[str, Any], ...]


class _Fields(dict[type, _Defaults | None]):
    """The sorted field names of a record with their defaults, None for a type of other values.

    A required field and one that is always stored have a default that no value is.
    """

    def __missing__(self, kind: type) -> _Defaults | None:
        self[kind] = found = _defaults(kind) if issubclass(kind, BaseModel) else None
        return found


def _defaults(model: type[BaseModel]) -> _Defaults:
    defaults = {name: field.default for name, field in model.model_fields.items()}
    return tuple((name, PydanticUndefined if name in _ALWAYS else defaults[name]) for name in sorted(defaults))


_FIELDS: Final = _Fields()
