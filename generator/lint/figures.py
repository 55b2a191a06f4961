"""The sentences of a document that hold figures, for every rule that holds figures against each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.lint.finding import Spot
from generator.lint.statements import Role, Statement
from generator.vietnamese.quantities import Quantity, find_quantities

_END = re.compile(r"(?<=[.!?])\s+(?=[^\Wa-zđ\d_])|\n")
_DIGIT = re.compile(r"\d")
_JUDGED = frozenset({Role.BODY, Role.CELL, Role.APPENDIX, Role.OTHER})
"""Parts with figures of their own: heads, bases, recipients and signatures have numbers of documents."""
_ROMAN = re.compile(r"^[IVX]+\s*[.)/-]\s+\S")


@dataclass(frozen=True)
class Sentence:
    """A sentence with at least one figure."""

    text: str
    figures: tuple[Quantity, ...]
    statement: Statement
    section: int = 0
    """How many headings with a Roman number stand above it."""
    heading: str = ""
    """The last of them."""

    @property
    def spot(self) -> Spot:
        """Where it stands."""
        return self.statement.spot

    def between(self, one: Quantity, other: Quantity) -> str:
        """Return the words after one figure and before another."""
        return self.text[one.end : other.start]

    def around(self, figure: Quantity, before: int, after: int) -> str:
        """Return a figure with so many characters on both sides of it, whole words not minded."""
        return self.text[max(0, figure.start - before) : figure.end + after]


def sentences_with_figures(statements: Iterable[Statement]) -> Iterator[Sentence]:
    """Yield the sentences of the content, tables and appendices that hold a figure, in printed order."""
    section, heading = 0, ""
    for statement in statements:
        if statement.role not in _JUDGED:
            continue
        if statement.role is not Role.CELL and _ROMAN.match(statement.text):
            section, heading = section + 1, statement.text
        if not _DIGIT.search(statement.text):
            continue
        for text in _END.split(statement.text):
            figures = find_quantities(text)
            if figures:
                yield Sentence(text, figures, statement, section, heading)


def quoted(sentence: Sentence, start: int, end: int) -> str:
    """Return the words of a sentence from one place to another, in quotation marks."""
    return f"«{' '.join(sentence.text[start:end].split())}»"
