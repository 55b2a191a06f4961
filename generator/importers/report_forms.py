"""The statistical forms in the tables of a report: the figure of each row, and where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final

from generator.diagnostics import Diagnostic, Place, error
from generator.importers.report_tables import PlacedRow
from generator.model.progress import FormFigure
from generator.registers.form_rows import form_rows, headed_column
from generator.registers.statistics import FormRow, StatisticalForms
from generator.vietnamese.numbers import parse_number
from generator.vietnamese.unicode import fold

_ABSENT: Final = frozenset({"-", "–", "—", "…", "..."})
_NONE: Final = "không phát sinh"
_TOPS: Final = 3
"""Rows at the top of a table that may be headings."""


@dataclass
class FormReader:
    """Reads the forms of tables; the first figure of a row counts."""

    forms: StatisticalForms
    figures: dict[tuple[int, str], FormFigure] = field(default_factory=dict)
    places: dict[tuple[int, str], Place] = field(default_factory=dict)
    """Where each row of the forms stands: «biểu mẫu 3, dòng 3.1.1», with paragraph or page where these are known."""
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def read(self, table: Sequence[PlacedRow]) -> None:
        """Read the forms of one table, if it holds any."""
        if not table or len(table[0].cells) < _TOPS:
            return
        found = form_rows([(row.cells[0], row.cells[1]) for row in table], self.forms)
        tops = [[fold(text) for text in row.cells] for row in table[:_TOPS]]
        column = headed_column(tops) if found else None
        for number, places in found.items():
            for code, place in places.items():
                row = self.forms.form(number).row(code)
                if column is not None and row.kind != "group" and (number, code) not in self.places:
                    named = f"biểu mẫu {number}, dòng {code}"
                    self.places[number, code] = replace(table[place].place, field=named, quote=None)
                    self._read_row(number, row, table[place].cells[column].strip())

    def _read_row(self, form: int, row: FormRow, text: str) -> None:
        if not text:
            return
        key = (form, row.code)
        if fold(text) == _NONE or text in _ABSENT:
            absent = "none" if fold(text) == _NONE else "unknown"
            self.figures[key] = FormFigure(form=form, code=row.code, absent=absent)
            return
        value = _value(row, text)
        if value is None:
            expected = "một số, «-» hoặc «không phát sinh»"
            found = f"«{text}»"
            self.diagnostics.append(error("không đọc được số liệu", self.places[key], found=found, expected=expected))
            return
        self.figures[key] = FormFigure(form=form, code=row.code, value=value)


def _value(row: FormRow, text: str) -> Decimal | None:
    answers = {fold(answer): Decimal(code) for answer, code in row.choices.items()}
    if fold(text) in answers:
        return answers[fold(text)]
    return parse_number(text.rstrip("% "))
