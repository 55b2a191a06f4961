"""The line "(Kèm theo …)" below the title of an appendix, which follows number and date of the document (III.1c).

Who fills in the number in the letterhead of a printed file rarely does so in this line as well: there it is blank or
old then, and is printed anew.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from generator.model.document import Appendix, Document
from generator.model.wording import appendix_note
from generator.vietnamese.dates import days_agree, find_dates
from generator.vietnamese.marks import plain
from generator.vietnamese.unicode import words

_NUMBER: Final = re.compile(r"\bsố\s+(\d+)\s*/")
"""The number by which a line cites a document."""


class ComposedNote:
    """The composed line before and after an edit of what it follows."""

    def __init__(self, own: Document, edited: Document) -> None:
        self.printed = composed_note(edited)
        """The line as it is printed after the edit."""
        before, after = _words(composed_note(own)), _words(self.printed)
        self._known = before | after
        self._kept = before & after

    def is_meant_by(self, line: str) -> bool:
        """Tell whether a line says the composed one, each part that follows the edit as it was, blank or as it is."""
        said = _words(line)
        return said <= self._known and self._kept <= said

    def is_said_by(self, line: str) -> bool:
        """Tell whether a line says the composed one as it is after the edit."""
        return _words(line) == _words(self.printed)


def composed_note(document: Document) -> str:
    """Return the line that a document composes, as plain text."""
    return plain(appendix_note(document, Appendix()))


def with_composed_notes(own: Document, edited: Document) -> Document:
    """Return the edited document, its appendices without lines that it composes itself.

    A line that one's own data hold as text stays. Number and date that stand in such a line alone are taken from it.
    """
    kept = {one.note for one in own.appendices}
    edited = _with_cited(edited, (plain(one.note) for one in edited.appendices if one.note and one.note not in kept))
    note = ComposedNote(own, edited)
    appendices = tuple(
        one.model_copy(update={"note": None})
        if one.note and one.note not in kept and note.is_meant_by(plain(one.note))
        else one
        for one in edited.appendices
    )
    return edited.model_copy(update={"appendices": appendices}) if None in kept else edited


def _with_cited(document: Document, notes: Iterable[str]) -> Document:
    """Return the document with the number and date by which the first of the lines cites it, as far as it lacks them.

    The line must be the composed one of the document with both.
    """
    for note in notes:
        number, dates = _NUMBER.search(note), find_dates(note)
        if document.number is None and number and len(dates) < 2:
            date = dates[0][2] if dates else document.date
            cited = document.model_copy(update={"number": number[1], "date": date})
            if _words(composed_note(cited)) == _words(note) and days_agree(document.date, date):
                return cited
    return document


def _words(line: str) -> Counter[str]:
    return Counter(words(line.upper()))
