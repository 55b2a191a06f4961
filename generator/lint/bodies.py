"""Bodies that no longer exist on the day of a document, found where the document gives them something to do.

What is cited, what is told of earlier days and what was merged ("trước đây", "nay là", "sáp nhập") is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.lint.places import issue_day
from generator.lint.statements import Role, Statement
from generator.lint.subject import Subject
from generator.lint.tasks import plan_year
from generator.registers.bodies import BodyRegister, FormerBody
from generator.registers.catalog import bundled_bodies
from generator.registers.former import is_told_of_the_past, named_bodies

_JUDGED = frozenset({Role.HEAD, Role.ADDRESSEE, Role.BODY, Role.CELL, Role.RECIPIENT, Role.SIGNATURE, Role.APPENDIX})
_NAMED_ONLY = frozenset({Role.HEAD, Role.ADDRESSEE, Role.RECIPIENT, Role.SIGNATURE})
"""Parts that name who writes and who gets the document, and tell nothing of the past."""
_REPORTS = frozenset({"report", "minutes", "submission"})


@dataclass(frozen=True)
class Mention:
    """A former body at one place."""

    body: FormerBody
    words: str
    statement: Statement
    start: int


def judged_day(subject: Subject) -> date | None:
    """Return the day on which the bodies that the document names must exist; None where nothing tells it.

    A document without a day of its own is of the day of judging, but not later than the year that it plans for; of
    a text that has lost its head nothing is known.
    """
    day = issue_day(subject) or (subject.day if subject.shows_head else None)
    year = plan_year(subject.reading)
    return min(day, date(year, 12, 31)) if day and year and not subject.date else day


def former_bodies(subject: Subject, register: BodyRegister | None = None) -> Iterator[Mention]:
    """Yield the former bodies that a document names as its issuer, reader or doer, in its order.

    Reports and minutes of days on which a body still existed tell of it lawfully.
    """
    day = judged_day(subject)
    if day is None:
        return
    known = register or bundled_bodies()
    cited = _cited_spans(subject)
    for statement in subject.statements if known.ended_by(day) else ():
        if statement.role in _JUDGED and not _is_title(subject, statement):
            for one in named_bodies(statement.text, known, day):
                mention = Mention(one.body, one.words, statement, one.start)
                spans = cited.get(id(statement), ())
                inside = any(start <= mention.start < end for start, end in spans)
                if not inside and not _is_of_past(subject, mention):
                    yield mention


def _is_title(subject: Subject, statement: Statement) -> bool:
    """Tell whether it is the title of the document, which may be about anything."""
    title = subject.reading.head.subject
    return (
        bool(title) and statement.role is Role.HEAD and bool(set(title.lines if title else ()) & set(statement.lines))
    )


def _cited_spans(subject: Subject) -> Mapping[int, list[tuple[int, int]]]:
    spans: dict[int, list[tuple[int, int]]] = {}
    for one in subject.citations:
        spans.setdefault(id(one.statement), []).append((one.start, one.start + len(one.text)))
    return spans


def _is_of_past(subject: Subject, mention: Mention) -> bool:
    """Tell whether the sentence tells of days on which the body existed, or names it as the author of a document."""
    if mention.statement.role in _NAMED_ONLY:
        return False
    if subject.kind in _REPORTS and _reports_on(subject, mention.body.valid_to.year):
        return True
    return is_told_of_the_past(mention.statement.text, mention.start, mention.body.valid_to)


def _reports_on(subject: Subject, year: int) -> bool:
    """Tell whether the document tells of a year, by its title or the words that open it."""
    named = [one for part in subject.announced for one in part.years]
    named += [int(span[:4]) for part in subject.announced for span in part.spans]
    return any(one <= year for one in named)
