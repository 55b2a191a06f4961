"""What the source of a document lets be seen of it."""

from __future__ import annotations

from enum import IntEnum


class Evidence(IntEnum):
    """Each kind of source shows what the ones before it show, and more."""

    WORDS = 1
    """Words in their order: a plain text."""
    PAGE = 2
    """Printed pages too: faces, sizes, places, lines, as a PDF has them."""
    FILE = 3
    """The formatting itself: a Word file."""
