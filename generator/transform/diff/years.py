"""Two plans of different years: places where nothing changed but the year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from generator.model.document import Document
from generator.model.plan import Plan
from generator.vietnamese.marks import plain

_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def year_of(document: Document) -> int | None:
    """Return the year that a document is for: that of a plan, else the only one in its subject."""
    if isinstance(document, Plan) and document.year is not None:
        return document.year
    found = _YEAR.findall(plain(document.subject or ""))
    return int(found[0]) if len(found) == 1 else None


@dataclass(frozen=True)
class YearShift:
    """How many years lie between two documents; 0 where they are of one year, or it is not to be looked at."""

    years: int = 0

    @classmethod
    def between(cls, old: Document, new: Document) -> YearShift:
        """Return the shift from the year of one document to that of another."""
        years = year_of(old), year_of(new)
        return cls(years[1] - years[0]) if years[0] is not None and years[1] is not None else cls()

    def open(self, text: str) -> str:
        """Return a text in which no year tells it from the same text of another year."""
        return _YEAR.sub("0000", text) if self.years else text

    def explains(self, old: str, new: str) -> bool:
        """Tell whether two texts differ in years alone, each shifted or, as in the name of a law, the same."""
        if not self.years or old == new or self.open(old) != self.open(new):
            return False
        steps = {int(after) - int(before) for before, after in zip(_YEAR.findall(old), _YEAR.findall(new), strict=True)}
        return steps <= {0, self.years}
