"""What the rules of figures share: the sentences and the tables of a document that hold figures, read once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.lint.figures import Sentence, sentences_with_figures
from generator.lint.figures_tables import Table, tables_of
from generator.lint.statements import Role, Statement
from generator.reading.reading import Reading


@dataclass(frozen=True)
class FigureFacts:
    """The figures of a document."""

    reading: Reading
    statements: Sequence[Statement]

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences with a figure, those of cells too, in printed order."""
        return tuple(sentences_with_figures(self.statements))

    @cached_property
    def prose(self) -> tuple[Sentence, ...]:
        """Those of them that are no cells."""
        return tuple(one for one in self.sentences if one.statement.role is not Role.CELL)

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The tables of the document and of its appendices."""
        return tuple(tables_of(self.reading, self.statements))
