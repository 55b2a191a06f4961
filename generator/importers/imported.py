"""What an import gives: the document and everything that a person should look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.diagnostics import Diagnostic, Place, hint, warning
from generator.model.document import Document
from generator.reading.lines import Passage, shortened

_TAIL = 40
"""How many characters before an end mark are quoted."""


@dataclass(frozen=True)
class Imported:
    """A document read from a file, and the findings of reading and importing it."""

    document: Document
    diagnostics: tuple[Diagnostic, ...] = ()
    rows: tuple[tuple[Place, ...], ...] = ()
    """Where the rows of each table of the document stand in the file, in printed order; empty where nothing was read
    but the data that a file carries."""
    enclosed: tuple[Imported, ...] = ()
    """The further documents that the file holds behind this one, each with its own frame: a draft that is submitted."""


def place(
    lines: Sequence[int] = (), *, field: str | None = None, part: str | None = None, quote: str | None = None
) -> Place:
    """Return a place by its source lines; the quote is shortened."""
    return Place(line=lines[0] if lines else None, field=field, part=part, quote=shortened(quote) if quote else None)


def rewritten(passage: Passage, printed: str) -> Diagnostic:
    """Return the hint that a line of the source is printed in the form of the decree instead."""
    place = Place(line=passage.lines[0] if passage.lines else None, quote=passage.text)
    return hint("dòng này được in lại theo quy định", place, expected=f"«{printed}»", code="rewritten")


def unkept(message: str, text: str, lines: Sequence[int], code: str) -> Diagnostic:
    """Return a warning that quotes all of a text which the document does not keep as it stands."""
    return warning(message, Place(line=lines[0] if lines else None, quote=text), code=code)


def computed_mark(what: str, text: str, found: str, expected: str, lines: Sequence[int]) -> Diagnostic:
    """Return the hint that an end mark of the source is not the decree's; print sets the marks anew."""
    where = place(lines, quote=text if len(text) <= _TAIL else "…" + text[-_TAIL:])
    message = f"dấu cuối {what} khác quy định; dấu được đặt lại khi xuất văn bản"
    return hint(
        message, where, found=f"«{found}»" if found else "không có dấu", expected=f"«{expected}»", code="end-mark"
    )
