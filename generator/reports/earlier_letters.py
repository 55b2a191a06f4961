"""Letters that reminded before: which units they name, which time it was, how they are cited."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from generator.model.blocks import Table
from generator.model.document import Document
from generator.model.readiness import placeholder
from generator.model.wording import cited_as
from generator.registers.units import Unit, UnitDirectory
from generator.reports.late import Late, Matter
from generator.vietnamese.citations import compose
from generator.vietnamese.marks import plain

_TIME: Final = re.compile(r"\blần (\d+)\b", re.IGNORECASE)
_BRACKET: Final = re.compile(r"\s*\(([^()]*)\)\s*$")
_OF_REPORT: Final = re.compile(
    r"(?:(?:đôn đốc |chưa |chậm |đề nghị |chỉnh sửa, )*(?:gửi|nộp)(?: lại)? báo cáo|báo cáo\b.*\bgửi lại)",
    re.IGNORECASE,
)
_OF_TASKS: Final = re.compile(
    r"(?:chưa|chậm|quá hạn|đề nghị) (?:hoàn thành|báo cáo kết quả|thực hiện|bổ sung)|.*\bnhiệm vụ\b", re.IGNORECASE
)
"""Beginnings of the trích yếu and of the lines of a list."""
BOTH: Final = frozenset(Matter)
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
    matters: dict[str, frozenset[Matter]] = field(default_factory=dict)
    """By the identity of each unit of what it was reminded; of both where that is not known."""

    def names(self, unit: Unit) -> bool:
        """Tell whether it reminded a unit."""
        return self.times is None or unit.id in self.times

    def asks(self, unit: Unit, matter: Matter) -> bool:
        """Tell whether it reminded a unit of a matter."""
        return self.names(unit) and matter in self.matters.get(unit.id, BOTH)


def earlier_letter(document: Document, directory: UnitDirectory, day: date) -> EarlierLetter:
    """Return a letter as data: units are those among the addressees and those that a cell of a table names alone."""
    known = document.number is not None and document.date is not None and document.date.complete
    whole = _time(document.subject or "")
    lines = {**_addressed(document, directory, day), **_listed(document, directory, day)}
    named = {id: max(whole, *(_time(text) for text in texts)) for id, texts in lines.items()}
    found = directory.find(document.issuer.name or "", day)
    issuer = found[0].name if len(found) == 1 else document.issuer.name
    sent = document.date.to_date() if document.date else None
    matters = {id: _matters(texts, document.subject or "") for id, texts in lines.items()}
    cited = cited_as(document).model_copy(update={"issuer": issuer})
    return EarlierLetter(compose(cited) if known else NOT_KNOWN, named, issuer, sent, matters)


def _addressed(document: Document, directory: UnitDirectory, day: date) -> dict[str, list[str]]:
    """Return by identity the units among the addressees, each with its name alone."""
    return {unit.id: [text] for text in document.addressees for unit in directory.find(_bare(text), day)}


def _listed(document: Document, directory: UnitDirectory, day: date) -> dict[str, list[str]]:
    """Return by identity the units that a cell of a table names alone, with all words of the rows that are theirs."""
    found: dict[str, list[str]] = {}
    for table in (block for block in document.blocks() if isinstance(block, Table)):
        current: list[str] = []
        for row in table.rows:
            texts = [plain(cell.text).strip() for cell in row if cell.text]
            named = [unit.id for text in texts for unit in directory.find(_bare(text), day)]
            current = named or current
            for id in current:
                found.setdefault(id, []).extend(texts)
    return found


def _matters(texts: Iterable[str], subject: str) -> frozenset[Matter]:
    """Return of what a unit is reminded by the lines of a list, else by the subject; of both where neither tells."""
    return frozenset(_of_lines(texts)) or frozenset(_of_subject(subject)) or BOTH


def _of_lines(texts: Iterable[str]) -> Iterator[Matter]:
    for text in texts:
        if _OF_REPORT.match(text):
            yield Matter.REPORT
        elif _OF_TASKS.match(text):
            yield Matter.TASKS


def _of_subject(subject: str) -> Iterator[Matter]:
    if _OF_REPORT.match(subject):
        yield Matter.REPORT
    if _OF_TASKS.match(subject):
        yield Matter.TASKS


def _bare(text: str) -> str:
    """Return a name without what stands in brackets behind it: which time the unit was reminded."""
    bracket = _BRACKET.search(text)
    return text[: bracket.start()] if bracket and _TIME.search(bracket[1]) else text


def _time(text: str) -> int:
    return max((int(found) for found in _TIME.findall(text)), default=1)


def times_of(late: Late, letters: Sequence[EarlierLetter], times: int | None) -> int:
    """Return which time a unit is reminded of its main matter: one more than the earlier letters that asked it tell.

    ``times`` is what the user says of the units that were reminded before; of none of them the first time.
    """
    unit = late.unit
    asked = [one for one in letters if one.asks(unit, late.matter)]
    if letters and not asked:
        return 1
    printed = [one.times[unit.id] for one in asked if one.times and late.matter is _main(one, unit)]
    return times or (max([len(asked), *printed]) + 1 if asked else 1)


def _main(letter: EarlierLetter, unit: Unit) -> Matter:
    return Matter.REPORT if letter.asks(unit, Matter.REPORT) else Matter.TASKS
