"""The texts of a value of the model, for tests of what a transformation keeps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel


def strings_of(value: Any) -> Iterator[str]:
    """Yield every text in a value, with those of the records and lists in it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for entry in value:
            yield from strings_of(entry)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from strings_of(getattr(value, name))
