"""Citations up to their trích yếu, as they stand in running text: kind, number, issuer, date, and a law's name.

The end of an issuer and of a law's name is judged by the word that follows (``citation_patterns``). Where a sentence
runs on without such a word, too much is taken into the name; kind, number and date are exact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from generator.vietnamese import citation_patterns as patterns
from generator.vietnamese.dates import PartialDate, find_dates, impossible_dates
from generator.vietnamese.document_names import document_name

_LONGEST_NAME = 250
"""Characters after which a name that shows no end is cut: more than the longest name of a law or an office."""
_BLANK_START = re.compile(r"^[\s.…_]+")


@dataclass(frozen=True)
class Core:
    """A citation without its trích yếu; ``end`` is where the last known piece of it ends."""

    start: int
    end: int
    type: str
    number: str | None = None
    issuer: str | None = None
    date: PartialDate | None = None
    title: str | None = None
    """The name of a law, or the name that a document bears before its number."""


@dataclass(frozen=True)
class CitedText:
    """A paragraph in which citations are looked for."""

    text: str

    @cached_property
    def dates(self) -> dict[int, tuple[int, PartialDate | None]]:
        """The end and the value of each date, by its start; no value for a day that the calendar does not have."""
        impossible = {start: (end, None) for start, end, _ in impossible_dates(self.text)}
        return {**impossible, **{start: (end, value) for start, end, value in find_dates(self.text)}}

    @cached_property
    def safe_commas(self) -> frozenset[int]:
        """The places of the commas that belong to a name."""
        return frozenset(match.end() - 1 for match in patterns.SAFE_COMMA.finditer(self.text))

    def cores(self) -> list[Core]:
        """Return every citation, those inside a trích yếu included, in the order of the text."""
        laws = list(self._laws())
        matches = list(patterns.NUMBERED.finditer(self.text))
        starts = sorted([law.start for law in laws] + [match.start() for match in matches])
        numbered: list[Core] = []
        for match in matches:
            limit = next((start for start in starts if start >= match.end()), len(self.text))
            previous = numbered[-1] if numbered else None
            core = self._one_more(match, previous) if match["more"] else _numbered(match)
            if core:
                numbered.append(self._completed(core, limit))
        return sorted(laws + numbered, key=lambda core: core.start)

    def _one_more(self, match: re.Match[str], previous: Core | None) -> Core | None:
        """Return a document of the previous one's kind, "Nghị quyết số 18-NQ/TW, số 19-NQ/TW", when it follows it."""
        if previous is None or self.text[previous.end : match.start()].strip():
            return None
        return Core(match.start("more"), match.end(), previous.type, number=_number(match["n4"]))

    def _laws(self) -> Iterator[Core]:
        """Yield the laws; of those named by an amending law none takes the date that is the amending law's."""
        amended_until = 0
        for match in patterns.LAW.finditer(self.text):
            within = match.start() < amended_until
            limit = amended_until if within else len(self.text)
            name_end = self._amending_end(match.end(), limit) or self._name_end(match.end(), limit)
            if not within:
                amended_until = name_end
            core = self._law(match, name_end, limit)
            if core:
                yield core

    def _law(self, match: re.Match[str], name_end: int, limit: int) -> Core | None:
        name = _collapsed(self.text[match.end() : name_end])
        if patterns.NO_LAW_NAME.match(name):
            return None
        core = Core(match.start(), name_end if name else match.end(), _kind(match["type"]), title=name or None)
        number = patterns.LAW_NUMBER.match(self.text, core.end, limit)
        if number:
            core = replace(core, number=_number(number["number"]), end=number.end())
        core = self._completed(core, limit)
        constitution = core.type == "Hiến pháp"
        known = core.date or name.startswith("nước") if constitution else core.title or core.number
        return core if known else None

    def _amending_end(self, start: int, limit: int) -> int | None:
        """Return where the name of a law that amends other laws ends: after the last of them."""
        match = patterns.AMENDING_LAW.match(self.text, start, limit)
        if not match:
            return None
        end = self._name_end(match.end(), limit)
        while more := patterns.ONE_MORE_LAW.match(self.text, end, limit):
            end = self._name_end(more.end(), limit)
        return end

    def _name_end(self, start: int, limit: int) -> int:
        return self._first_end(patterns.LAW_NAME_END, start, limit)

    def _first_end(self, ends: re.Pattern[str], start: int, limit: int) -> int:
        """Return the first place where the name that starts here can end; commas inside names do not end it."""
        furthest = min(limit, start + _LONGEST_NAME)
        for match in ends.finditer(self.text, start, furthest):
            if match["end"] and match.start() not in self.safe_commas:
                return match.start()
        return limit if furthest == limit else max(start, self.text.rfind(" ", start, furthest))

    def _completed(self, core: Core, limit: int) -> Core:
        """Return the citation with the date and the issuer that follow it, in either order."""
        for step in (self._with_date, self._with_issuer, self._with_date):
            core = step(core, limit)
        return core

    def _with_date(self, core: Core, limit: int) -> Core:
        lead = patterns.DATE_LEAD.match(self.text, core.end, limit)
        if core.date is not None or lead is None:
            return core
        for start in (lead.end(), lead.start("day")):
            end, value = self.dates.get(start, (limit + 1, None))
            if end <= limit:
                return replace(core, date=value, end=end)
        year = patterns.YEAR.match(self.text, core.end, limit)
        return replace(core, date=PartialDate(int(year["year"])), end=year.end()) if year else core

    def _with_issuer(self, core: Core, limit: int) -> Core:
        of = patterns.OF.match(self.text, core.end, limit)
        if not of:
            return core
        end = self._first_end(patterns.ISSUER_END, of.end(), limit)
        written = without_lead(self.text[of.end() : end])
        issuer = _collapsed(patterns.IN_BRACKETS.sub("", written))
        return replace(core, issuer=issuer, end=of.end() + len(written)) if issuer else core


def without_lead(text: str) -> str:
    """Return the text without the separators and the words at its end that lead to the next citation."""
    shorter = text.rstrip(" \t\r\n,;.:")
    while lead := patterns.LEADS_ON.search(shorter):
        shorter = shorter[: lead.start()].rstrip(" \t\r\n,;.:")
    return shorter


def _numbered(match: re.Match[str]) -> Core:
    """Return the kind and the symbol, with the name or the issuer that stands between them."""
    number = _number(match["n0"] or match["n1"] or match["n2"] or match["n3"])
    core = Core(match.start(), match.end(), _kind(match["type"] or match["named"]), number=number)
    between = patterns.BETWEEN.fullmatch((match["between"] or "").strip())
    if not between:
        return core
    title, issuer = between["title"] or between["name"], between["issuer"]
    return replace(core, title=_collapsed(title) if title else None, issuer=_collapsed(issuer) if issuer else None)


def _kind(written: str) -> str:
    known = document_name(written)
    return known.name if known else _collapsed(written)


def _number(written: str) -> str:
    """Return the symbol without the spaces of a line end, and without the blanks of a number not given yet."""
    return re.sub(r"\s+", "", _BLANK_START.sub("", written))


def _collapsed(text: str) -> str:
    return " ".join(text.split())
