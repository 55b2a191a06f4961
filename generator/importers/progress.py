"""What a unit's report tells of a period: the statistical forms in its tables, its words by point of the outline."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from rapidfuzz.fuzz import ratio

from generator.diagnostics import Diagnostic, Place, error
from generator.errors import DataError
from generator.model.blocks import Block, Item, Paragraph, Section, Table
from generator.model.document import Document
from generator.model.progress import FormFigure, Narrative, Progress
from generator.registers.form_rows import form_rows, headed_column
from generator.registers.outline import OutlineSection, ReportOutline
from generator.registers.regimes import Regime
from generator.registers.statistics import FormRow, StatisticalForms
from generator.registers.units import Unit, UnitDirectory
from generator.vietnamese.label_words import in_full
from generator.vietnamese.marks import plain
from generator.vietnamese.numbers import parse_number
from generator.vietnamese.unicode import fold

_YEAR: Final = re.compile(r"\b20\d\d\b")
_ALIKE: Final = 85
_ABSENT: Final = frozenset({"-", "–", "—", "…", "..."})
_NONE: Final = "không phát sinh"
_TOPS: Final = 3
"""Rows at the top of a table that may be headings."""


@dataclass(frozen=True)
class ReportTerms:
    """What a report is read by."""

    directory: UnitDirectory
    forms: StatisticalForms
    outline: ReportOutline
    regime: Regime
    day: datetime.date
    """Day for which the directory is asked."""


def progress_of_report(document: Document, terms: ReportTerms) -> tuple[Progress, tuple[Diagnostic, ...]]:
    """Return what a report tells, and the figures that cannot be read, which are not in it.

    The unit is the issuer, the period what the subject names first. Tasks are not told: reports say them in words.
    DataError where the unit or the period is not known, or no form is found.
    """
    unit = _unit(document, terms)
    reader = _FormReader(terms.forms)
    for table in (block for block in document.blocks() if isinstance(block, Table)):
        reader.read(table)
    if not reader.figures:
        raise DataError("không thấy biểu mẫu số liệu nào trong báo cáo")
    progress = Progress(
        unit=unit.id,
        unit_name=unit.name,
        regime=terms.regime.id,
        period=_period(document.subject or "", terms.regime),
        figures=tuple(reader.figures.values()),
        narrative=tuple(_narrative(document, terms.outline)),
    )
    return progress, tuple(reader.diagnostics)


def _unit(document: Document, terms: ReportTerms) -> Unit:
    name = document.issuer.name or ""
    found = terms.directory.find(name, terms.day) if name else ()
    if len(found) != 1:
        told = "có nhiều đơn vị tên" if found else "danh bạ không có đơn vị ban hành báo cáo:"
        raise DataError(f"{told} «{name}»", hint="ghi đúng tên trong danh bạ")
    return found[0]


def _period(subject: str, regime: Regime) -> str:
    """Return the period that a subject names first, of those that begin at one place the longest."""
    words = fold(subject)
    found = []
    for year in sorted(set(_YEAR.findall(words))):
        for one in regime.periods:
            period = regime.period_dates(f"{year}-{one.id}")
            place = words.find(fold(period.label))
            if place >= 0:
                found.append((place, -len(period.label), period.name))
    if not found:
        raise DataError("trích yếu không nêu kỳ báo cáo nào của chế độ", hint=f"trích yếu: «{subject}»")
    return min(found)[2]


@dataclass
class _FormReader:
    """Reads the forms of tables; the first figure of a row counts."""

    forms: StatisticalForms
    figures: dict[tuple[int, str], FormFigure] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def read(self, table: Table) -> None:
        """Read the forms of one table, if it holds any."""
        rows = _grid(table)
        if not rows or len(rows[0]) < _TOPS:
            return
        found = form_rows([(row[0], row[1]) for row in rows], self.forms)
        column = headed_column([[fold(text) for text in row] for row in rows[:_TOPS]]) if found else None
        for number, places in found.items():
            for code, place in places.items():
                row = self.forms.form(number).row(code)
                if column is not None and row.kind != "group" and (number, code) not in self.figures:
                    self._read_row(number, row, rows[place], column)

    def _read_row(self, form: int, row: FormRow, cells: Sequence[str], column: int) -> None:
        text = cells[column].strip()
        if not text:
            return
        if fold(text) == _NONE or text in _ABSENT:
            absent = "none" if fold(text) == _NONE else "unknown"
            self.figures[form, row.code] = FormFigure(form=form, code=row.code, absent=absent)
            return
        value = _value(row, text)
        if value is None:
            place = Place(field=f"biểu mẫu {form}, dòng {row.code}")
            expected = "một số, «-» hoặc «không phát sinh»"
            self.diagnostics.append(error("không đọc được số liệu", place, found=f"«{text}»", expected=expected))
            return
        self.figures[form, row.code] = FormFigure(form=form, code=row.code, value=value)


def _value(row: FormRow, text: str) -> Decimal | None:
    answers = {fold(answer): Decimal(code) for answer, code in row.choices.items()}
    if fold(text) in answers:
        return answers[fold(text)]
    return parse_number(text.rstrip("% "))


def _grid(table: Table) -> list[list[str]]:
    """Return the words of a table, those of a merged cell in each place that it covers; rows of one length."""
    width = max((sum(cell.columns for cell in row) for row in table.rows), default=0)
    grid: list[list[str | None]] = [[None] * width for _ in table.rows]
    for top, row in enumerate(table.rows):
        for cell in row:
            left = next((place for place, text in enumerate(grid[top]) if text is None), width)
            words = plain(cell.text or "")
            for down in range(top, min(top + cell.rows, len(grid))):
                for place in range(left, min(left + cell.columns, width)):
                    grid[down][place] = words
    return [[text or "" for text in row] for row in grid]


def _narrative(document: Document, outline: ReportOutline) -> Iterator[Narrative]:
    """Yield the words below the headings of the outline, in its order."""
    found: dict[str, list[str]] = {}
    for section in document.sections:
        _gather(section.title or "", section.blocks, None, outline, found)
    for one in outline.sections:
        if texts := found.get(one.id):
            yield Narrative(section=one.id, texts=tuple(texts))


def _gather(
    title: str, blocks: Sequence[Block], above: str | None, outline: ReportOutline, found: dict[str, list[str]]
) -> None:
    point = _point(title, above, outline)
    here = point.id if point else above
    for block in blocks:
        if isinstance(block, Section):
            _gather(block.title or "", block.blocks, here, outline, found)
        elif isinstance(block, Item) and _point(block.text, here, outline):
            _gather(block.text, block.blocks, here, outline, found)
        elif isinstance(block, Item | Paragraph) and here:
            found.setdefault(here, []).append(block.text)
            if isinstance(block, Item):
                _gather("", block.blocks, here, outline, found)


def _point(title: str, above: str | None, outline: ReportOutline) -> OutlineSection | None:
    """Return the point of the outline directly below another that a heading is; None for other words."""
    words = in_full(plain(title))
    below = outline.below(above)
    return next((one for one in below if words and ratio(in_full(one.title), words, score_cutoff=_ALIKE) > 0), None)
