"""References of a document to its own parts: "điểm b khoản 2 Mục I Kế hoạch này", "Điều 7 Quyết định này"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.lint.statements import Role, Statement
from generator.lint.subject import Subject
from generator.nd30.document_types import DOCUMENT_TYPES, DocumentType, type_by_name
from generator.reading.labels import LabelKind
from generator.reading.outline import Node
from generator.vietnamese.letters import letter_index
from generator.vietnamese.roman import parse_roman

_TYPES = "|".join(sorted((one.name for one in DOCUMENT_TYPES.values()), key=len, reverse=True))
_ATOM = (
    r"(?:điểm\s+[a-zđ]\b|khoản\s+\d{1,2}\b|điều\s+\d{1,3}\b|(?:phần|mục)\s+[IVXLC]{1,7}\b(?:\.\d{1,2})?"
    r"|chương\s+[IVXLC]{1,7}\b)"
)
_REFERENCE = re.compile(
    rf"(?P<atoms>{_ATOM}(?:\s*,?\s*{_ATOM})*)\s+(?:của\s+)?(?P<type>{_TYPES})\s+này\b", re.IGNORECASE
)
_AS_ARTICLE = re.compile(r"như\s+điều\s+(?P<number>\d{1,3})(?!\w)", re.IGNORECASE)
_CARRIED_OUT = re.compile(rf"thi hành\s+(?P<type>{_TYPES})\s+này\b", re.IGNORECASE)
_ONE = re.compile(r"(?P<word>điểm|khoản|điều|phần|mục|chương)\s+(?P<value>[\w.]+)", re.IGNORECASE)
_KINDS = {
    "điểm": LabelKind.LETTER,
    "khoản": LabelKind.ARABIC,
    "điều": LabelKind.ARTICLE,
}
_RANK = ("phần", "chương", "mục", "điều", "khoản", "điểm")


@dataclass(frozen=True)
class Lost:
    """A reference to a part that is not there."""

    words: str
    missing: str
    """The part that was not found: "khoản 7"."""
    statement: Statement


def lost_references(subject: Subject) -> Iterator[Lost]:
    """Yield the references to parts of this very document that it has not.

    Only what says whose part it is counts ("… Kế hoạch này"), and only levels that the document numbers at all.
    """
    for statement in subject.statements:
        if statement.role in {Role.BODY, Role.CELL, Role.APPENDIX} and " này" in statement.text:
            for match in _REFERENCE.finditer(statement.text):
                forest = _forest(subject, type_by_name(match["type"]))
                missing = _missing(forest, match["atoms"]) if forest else None
                if missing:
                    yield Lost(" ".join(match[0].split()), missing, statement)


def lost_article(subject: Subject) -> Lost | None:
    """Return the recipients "Như Điều 5" of a document that has articles, but not that one; None where it is there."""
    articles = {
        node.ordinal for top in subject.reading.outline for node in top.walk() if node.kind is LabelKind.ARTICLE
    }
    for statement in subject.statements:
        match = _AS_ARTICLE.search(statement.text) if statement.role is Role.RECIPIENT and articles else None
        if match and int(match["number"]) not in articles:
            return Lost(" ".join(match[0].split()), f"Điều {match['number']}", statement)
    return None


def lost_document(subject: Subject) -> Lost | None:
    """Return "thi hành Kế hoạch này" in a document that is no kế hoạch and speaks of none; None without one."""
    for statement in subject.statements:
        match = _CARRIED_OUT.search(statement.text) if statement.role is Role.BODY else None
        kind = type_by_name(match["type"]) if match else None
        if match and kind and subject.type and kind is not subject.type:
            named = match["type"].casefold()
            if sum(one.text.casefold().count(named) for one in subject.statements) == 1:
                return Lost(" ".join(match[0].split()), match["type"], statement)
    return None


def _forest(subject: Subject, named: DocumentType | None) -> Sequence[Node]:
    """Return the outline of the document that the words name: this one, or the one issued with it."""
    if named is None:
        return ()
    if subject.type is named:
        return subject.reading.outline
    attached = [part for part in subject.reading.appendices if part.label and type_by_name(part.label.text) is named]
    return attached[0].content if len(attached) == 1 else ()


def _missing(forest: Sequence[Node], atoms: str) -> str | None:
    """Return the first part, from the outside inwards, that cannot be found below the one before it."""
    steps = sorted(_ONE.finditer(atoms), key=lambda match: _RANK.index(match["word"].casefold()))
    if len({match["word"].casefold() for match in steps}) < len(steps):
        return None
    level: Sequence[Node] = forest
    for match in steps:
        for kinds, ordinal in _wanted(match["word"].casefold(), match["value"]):
            numbered = _numbered(level, kinds)
            if not numbered and level is forest:
                return None
            found = [node for node in numbered if node.ordinal == ordinal]
            if not found:
                return " ".join(match[0].split())
            level = [child for node in found for child in node.children]
    return None


def _numbered(level: Sequence[Node], kinds: Sequence[LabelKind]) -> list[Node]:
    """Return the nodes at any depth of the first of the kinds that the document has there."""
    nodes = [node for top in level for node in top.walk()]
    counted = ([node for node in nodes if node.kind is kind] for kind in kinds)
    return next((found for found in counted if found), [])


def _wanted(word: str, value: str) -> Iterator[tuple[Sequence[LabelKind], int]]:
    """Yield the kinds, the likelier first, and the number of each step: "mục III.2" has two."""
    if word in ("mục", "phần"):
        top, _, below = value.partition(".")
        part = (LabelKind.PART, LabelKind.ROMAN)
        yield part if word == "phần" else (LabelKind.ROMAN, LabelKind.SECTION, LabelKind.PART), _roman(top)
        if below:
            yield (LabelKind.ARABIC, LabelKind.DECIMAL), int(below)
    elif word == "chương":
        yield (LabelKind.CHAPTER,), _roman(value)
    else:
        number = (letter_index(value.lower()) or 0) if word == "điểm" else int(value)
        yield (_KINDS[word],), number


def _roman(value: str) -> int:
    return parse_roman(value.upper()) or 0
