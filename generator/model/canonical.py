"""The one JSON text of a document: what its hash is taken over and what a rendered file carries with it.

UTF-8 without spaces, names sorted, nothing that stands at its default (but always ``format`` and ``kind``), so that
the same document gives the same bytes whichever file it came from. It loads like any stored JSON text. The writer asks
for the plain form of each record only, several times faster than pydantic's own dump; a test holds the two together.
"""

from __future__ import annotations

import json
from collections.abc import Callable
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
    return _FORMS[value.__class__](value)


def _values(record: BaseModel) -> dict[str, Any]:
    stored = record.__dict__
    fields = _FIELDS[record.__class__]
    return {name: value for name, default in fields if (value := stored[name]) is not default and value != default}


class _Fields(dict[type[BaseModel], tuple[tuple[str, Any], ...]]):
    """The sorted field names with their defaults; a required field and one always stored have one that no value is."""

    def __missing__(self, model: type[BaseModel]) -> tuple[tuple[str, Any], ...]:
        defaults = {name: field.default for name, field in model.model_fields.items()}
        found = tuple((name, PydanticUndefined if name in _ALWAYS else defaults[name]) for name in sorted(defaults))
        self[model] = found
        return found


class _Forms(dict[type, Callable[[Any], Any]]):
    """How values of a type become plain."""

    def __missing__(self, kind: type) -> Callable[[Any], Any]:
        for known, form in _KNOWN.items():
            if issubclass(kind, known):
                self[kind] = form
                return form
        raise TypeError(f"no canonical form of {kind.__name__}")


_KNOWN: Final[dict[type, Callable[[Any], Any]]] = {
    BaseModel: _values,
    PartialDate: PartialDate.iso,
    Decimal: plain_number,
}
_FIELDS: Final = _Fields()
_FORMS: Final = _Forms()
