"""A document that gets its number and its day: what changes in its data, what stands against it (NĐ 30, Điều 15)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.model.document import Appendix, Document
from generator.model.wording import notation
from generator.nd30.notation import printed_number
from generator.vietnamese.citations import Citation
from generator.vietnamese.dates import PartialDate, days_agree, find_dates

_OPEN_NUMBER = re.compile(r"(?P<word>\bsố:?)[\s.…_]*/(?=\S)", re.IGNORECASE)


def issued(document: Document, number: str, day: date) -> Document:
    """Return the document with number and day, also in lines of a source "(Kèm theo …)" that leave its own open.

    The lines that the program composes follow by themselves.
    """
    made = document.model_copy(update={"number": number, "date": PartialDate.parse(day)})
    appendices = tuple(_with_note(made, appendix) for appendix in document.appendices)
    return made.model_copy(update={"appendices": appendices}) if appendices != document.appendices else made


def is_issued(document: Document) -> bool:
    """Tell whether a document has its number, or its whole day, already."""
    return document.number is not None or (document.date is not None and document.date.complete)


def newest_basis(document: Document) -> tuple[Citation, date] | None:
    """Return the legal basis of the latest day, with that day; None where no basis has a whole one.

    A document whose bases name other files must be resolved before.
    """
    return max(_dated_bases(document), key=lambda one: one[1], default=None)


def _dated_bases(document: Document) -> Iterator[tuple[Citation, date]]:
    for basis in document.legal_bases:
        for citation in basis.citations:
            day = citation.date.to_date() if citation.date else None
            if day is not None:
                yield citation, day


def _with_note(document: Document, appendix: Appendix) -> Appendix:
    """Return the appendix, number and day of its own document filled in where its line leaves them open."""
    note = appendix.note
    if not note or f"/{notation(document)}" not in note:
        return appendix
    note = _OPEN_NUMBER.sub(rf"\g<word> {printed_number(document.number)}/", note)
    for start, end, day in reversed(find_dates(note)):
        if document.date and not day.complete and days_agree(document.date, day):
            note = note[:start] + document.date.long() + note[end:]
    return appendix.model_copy(update={"note": note}) if note != appendix.note else appendix
