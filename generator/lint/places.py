"""Where a line stands, and from which day on a document binds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from generator.lint.finding import Spot
from generator.lint.spots import spot_of
from generator.lint.subject import Subject
from generator.reading.lines import Passage


def issue_day(subject: Subject) -> date | None:
    """Return the first day on which the document may have been signed: its own, or as much of it as is printed."""
    own = subject.date
    if own is None:
        return None
    if own.year is None:
        return subject.on
    return date(own.year, own.month or 1, own.day or 1)


def row_spot(subject: Subject, lines: Sequence[int]) -> Spot:
    """Return the place of a row of a table, or of any lines."""
    paragraph = next((one for one in subject.paragraphs(Passage("", tuple(lines))) if one.shown.strip()), None)
    return spot_of(paragraph) if paragraph else Spot()
