"""The citations of a document, each with its place: facts that several rules share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from generator.lint.finding import QUOTED, Spot
from generator.lint.statements import Role, Statement
from generator.reading.lines import shortened
from generator.vietnamese.citations import Citation, FoundCitation, find_citations
from generator.vietnamese.document_names import document_name
from generator.vietnamese.unicode import fold

_HINTS = re.compile(r"\d\s*[/-]\s*(?:\d|[A-ZĐ])|[Ll]uật|[Pp]háp\s+lệnh|Hiến\s+pháp")
"""What a text must have to cite anything."""
_YEAR = re.compile(r"\d+[a-zđ]?/(?P<year>\d{4})/")
_CUT = re.compile(r"\s?[–—]\s?[A-ZĐ]|\s+-\s?[A-ZĐ]{2}")
_COUNT = re.compile(r"0*(?P<count>\d+)")
_ITSELF = re.compile(r"\bkèm\s+theo\s+$", re.IGNORECASE)
_NOTES = frozenset({Role.HEAD, Role.APPENDIX_HEAD, Role.OTHER})
"""Parts where "(Kèm theo …)" cites the document itself, or the decision that enacts it."""
_LONGEST = 20_000
"""Characters of one paragraph that are searched."""
_JOINED = re.compile(r"\s*(?:,|\bvà\b)\s*(?:các\s+)?")
"""What stands between two documents of which day, issuer and trích yếu are said once, after the second."""
_PARTY = re.compile(r"^\d+[a-zđ]?-[^/]+/")


@dataclass(frozen=True)
class Cited:
    """A document cited at one place."""

    citation: Citation
    text: str
    """The words of the citation, its trích yếu included."""
    after: str
    """A few words that follow it."""
    statement: Statement
    start: int
    inside: bool
    """Whether it stands in the trích yếu of another one."""
    full: Citation
    """The citation with what the next one of a row says of both."""

    @property
    def is_basis(self) -> bool:
        """Whether the document is issued on its ground."""
        return self.statement.role is Role.BASIS and not self.inside

    @property
    def is_law(self) -> bool:
        """Whether it is cited by its name: Hiến pháp, luật, pháp lệnh."""
        known = document_name(self.citation.type)
        return known is not None and known.is_law

    @cached_property
    def is_direct(self) -> bool:
        """Whether the number follows the kind at once, so that it surely belongs to it."""
        written = fold(self.text)
        lead = rf"{re.escape(fold(self.citation.type))} (?:số ?:? ?)?[\d….]"
        return bool(re.match(lead, written))

    @property
    def is_cut(self) -> bool:
        """Whether the symbol goes on behind a dash or a space that does not belong into it: 48/KH – UBND."""
        return bool(self.citation.number and "-" not in self.citation.number and _CUT.match(self.after))

    @property
    def is_of_party(self) -> bool:
        """Whether the symbol is one of the Party's: 18-NQ/TW."""
        return bool(_PARTY.match(self.citation.number or ""))

    @property
    def count(self) -> str | None:
        """The number in front of the symbol, without leading noughts."""
        found = _COUNT.match(self.citation.number or "")
        return found["count"] if found else None

    @property
    def symbol(self) -> str:
        """What follows the number in front: ``/KH-UBND``; empty without a number."""
        number = self.citation.number or ""
        found = _COUNT.match(number)
        return number[found.end() :] if found else number

    @property
    def symbol_year(self) -> int | None:
        """The year in the symbol of a văn bản quy phạm pháp luật."""
        found = _YEAR.match(self.citation.number or "")
        return int(found["year"]) if found else None

    @property
    def year(self) -> int | None:
        """The year of issue, by the symbol or by the date."""
        return self.symbol_year or (self.citation.date.year if self.citation.date else None)

    @property
    def name(self) -> str:
        """The citation in short: ``Nghị quyết số 76/NQ-CP``; of a law its name."""
        said = self.citation
        if said.number:
            return f"{said.type} số {said.number}"
        return shortened(f"{said.type} {said.title}" if said.title else said.type, QUOTED)

    @property
    def spot(self) -> Spot:
        """Its place, with its own words as the quotation."""
        return replace(self.statement.spot, quote=shortened(" ".join(self.text.split()), QUOTED))


def citations_of(statements: Iterable[Statement]) -> Iterator[Cited]:
    """Yield every citation in the statements, in their order, those inside the trích yếu of others marked.

    What the note of an appendix cites is the document itself, and left out.
    """
    for statement in statements:
        text = statement.text[:_LONGEST]
        if not _HINTS.search(text):
            continue
        cited = find_citations(text)
        for found, full in zip(cited, said_together(text, cited), strict=True):
            if statement.role in _NOTES and _ITSELF.search(text[: found.start]):
                continue
            words, after = text[found.start : found.end], text[found.end : found.end + 40]
            yield Cited(found.citation, words, after, statement, found.start, found.inside, full)


def said_together(text: str, cited: Sequence[FoundCitation]) -> list[Citation]:
    """Return the citations of a text, each with the day, issuer and trích yếu that the next one of its row has.

    In "Quyết định số 217-QĐ/TW và Quyết định số 218-QĐ/TW ngày 12/12/2013 của Bộ Chính trị" day and issuer are those
    of both. A row is of one kind; a document whose symbol has another year than that day is no part of it.
    """
    said: list[Citation] = []
    for place in range(len(cited) - 1, -1, -1):
        one = cited[place]
        following = said[-1] if said and _is_joined(text, one, cited[place + 1]) else None
        said.append(_completed(one.citation, following))
    return said[::-1]


def _is_joined(text: str, one: FoundCitation, other: FoundCitation) -> bool:
    between = text[one.end : other.start]
    return one.citation.type == other.citation.type and _JOINED.fullmatch(between) is not None


def _completed(one: Citation, other: Citation | None) -> Citation:
    if other is None or other.date is None or one.date or one.issuer or one.title:
        return one
    year = _YEAR.match(one.number or "")
    if year and int(year["year"]) != other.date.year:
        return one
    return one.model_copy(update={"date": other.date, "issuer": other.issuer, "title": other.title})
