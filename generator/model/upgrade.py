"""Steps from each older stored format to the next; the first format needs none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

STEPS: Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""The step that lifts a document from the format of its key to the next one."""


def upgrade(values: dict[str, Any], version: int) -> dict[str, Any]:
    """Return the values in today's format; the input is untouched."""
    while version in STEPS:
        values = STEPS[version](values)
        version += 1
    return values
