"""All words of a plan, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel


def strings_in(value: Any) -> Iterator[str]:
    """Yield the texts in a value of the model, in the order of its fields; nothing for numbers and days."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for entry in value:
            yield from strings_in(entry)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from strings_in(getattr(value, name))
