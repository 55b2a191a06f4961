"""What a way of making reports costs, and the reports that all ways make."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from reports import report

from generator.model.document import Document

ROWS, PROCESSES = 40, 2
DIFFERENT = 200
"""Different documents; the others of a run are made of them again."""


class Cost(NamedTuple):
    """Milliseconds for one document: of all processes, and of the clock."""

    cpu: float
    wall: float


@cache
def documents() -> tuple[Document, ...]:
    """Return the validated documents, made once in each process."""
    return tuple(report(number, ROWS) for number in range(DIFFERENT))
