"""The line "(Kèm theo …)" below the title of an appendix, which follows number and date of the document (III.1c).

Who fills in the number in the letterhead of a printed file rarely does so in this line as well: there it is blank or
old then, and is printed anew.
"""

from __future__ import annotations

from collections import Counter

from generator.model.document import Appendix, Document
from generator.model.wording import appendix_note
from generator.vietnamese.marks import plain
from generator.vietnamese.unicode import words


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

    A line that one's own data hold as text stays.
    """
    note = ComposedNote(own, edited)
    kept = {one.note for one in own.appendices}
    appendices = tuple(
        one.model_copy(update={"note": None})
        if one.note and one.note not in kept and note.is_meant_by(plain(one.note))
        else one
        for one in edited.appendices
    )
    return edited.model_copy(update={"appendices": appendices}) if None in kept else edited


def _words(line: str) -> Counter[str]:
    return Counter(words(line.upper()))
