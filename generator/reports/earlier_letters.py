"""Letters that reminded before: which units they name, which time it was, how they are cited."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from generator.model.blocks import Table
from generator.model.document import Document
from generator.model.readiness import placeholder
from generator.model.wording import cited_as
from generator.registers.units import Unit, UnitDirectory
from generator.vietnamese.citations import compose
from generator.vietnamese.marks import plain

_TIME: Final = re.compile(r"\blần (\d+)\b", re.IGNORECASE)
_BRACKET: Final = re.compile(r"\s*\(([^()]*)\)\s*$")
NOT_KNOWN: Final = placeholder("số, ngày của công văn đã đôn đốc")
"""What stands for an earlier letter without number or day."""


@dataclass(frozen=True)
class EarlierLetter:
    """A letter that reminded before."""

    citation: str
    """Type, number, day, issuer and trích yếu; a gap where the letter has no number or day."""
    times: dict[str, int] | None = None
    """By the identity of each unit that it names which time that was; None where only its words are known, which are
    taken to name all."""
    issuer: str | None = None
    """Who sent it, by the name that the directory has; None where that is not known."""
    day: date | None = None
    """Its day; None where that is not known."""

    def names(self, unit: Unit) -> bool:
        """Tell whether it reminded a unit."""
        return self.times is None or unit.id in self.times


def earlier_letter(document: Document, directory: UnitDirectory, day: date) -> EarlierLetter:
    """Return a letter as data: units are those among the addressees and those that a cell of a table names alone."""
    known = document.number is not None and document.date is not None and document.date.complete
    whole = _time(document.subject or "")
    named = {unit.id: max(whole, _time(text)) for text in _names(document) for unit in directory.find(_bare(text), day)}
    found = directory.find(document.issuer.name or "", day)
    issuer = found[0].name if len(found) == 1 else document.issuer.name
    sent = document.date.to_date() if document.date else None
    cited = cited_as(document).model_copy(update={"issuer": issuer})
    return EarlierLetter(compose(cited) if known else NOT_KNOWN, named, issuer, sent)


def _names(document: Document) -> Iterator[str]:
    yield from document.addressees
    for table in (block for block in document.blocks() if isinstance(block, Table)):
        yield from (plain(cell.text).strip() for row in table.rows for cell in row if cell.text)


def _bare(text: str) -> str:
    """Return a name without what stands in brackets behind it: which time the unit was reminded."""
    bracket = _BRACKET.search(text)
    return text[: bracket.start()] if bracket and _TIME.search(bracket[1]) else text


def _time(text: str) -> int:
    return max((int(found) for found in _TIME.findall(text)), default=1)


def times_of(unit: Unit, letters: Sequence[EarlierLetter], times: int | None) -> int:
    """Return which time a unit is reminded: one more than the earlier letters that name it tell.

    ``times`` is what the user says of the units that were reminded before; of none of them the first time.
    """
    before = [one for one in letters if one.names(unit)]
    if letters and not before:
        return 1
    counted = max([len(before), *(one.times[unit.id] for one in before if one.times)]) + 1
    return times or (counted if before else 1)
