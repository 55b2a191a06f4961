"""The statistical forms in the tables of a report: the figure of each row, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import Final

from generator.diagnostics import Diagnostic, Place, error, warning
from generator.importers.report_figures import FigureCell, figure_of, is_foreign
from generator.importers.report_tables import PlacedRow
from generator.model.progress import FormFigure
from generator.registers.form_columns import OfPeriod, figures_column, heading_of
from generator.registers.form_rows import CODE, form_rows
from generator.registers.statistics import StatisticalForms

_TOPS: Final = 3
"""Rows at the top of a table that may be headings."""
_UNIT: Final = re.compile(r"đơn vị(?: tính)?|đvt|đv tính|đv")


@dataclass(frozen=True)
class ToldForms:
    """What the forms of a report tell."""

    figures: dict[tuple[int, str], FormFigure]
    places: dict[tuple[int, str], Place]
    """Where each row of the forms stands: «biểu mẫu 3, dòng 3.1.1», with paragraph or page where these are known."""
    diagnostics: tuple[Diagnostic, ...]
    """Figures that are not taken, rows that are not recognised, figures that were converted."""


@dataclass
class _Columns:
    figure: int
    unit: int | None
    heading: str


def told_forms(
    tables: Sequence[Sequence[PlacedRow]], forms: StatisticalForms, of_period: OfPeriod = lambda _: None
) -> ToldForms:
    """Return the figures of the forms that tables hold; ``of_period`` tells whether a heading names the period.

    Of a row that stands twice with two figures none is taken.
    """
    reader = _Reader(forms, of_period)
    for table in tables:
        reader.gather(table)
    return reader.told()


@dataclass
class _Reader:
    forms: StatisticalForms
    of_period: OfPeriod
    cells: dict[tuple[int, str], list[FigureCell]] = field(default_factory=dict)
    notes: list[Diagnostic] = field(default_factory=list)
    last: dict[int, _Columns] = field(default_factory=dict)
    """The columns of the table above by its width, for one that goes on without a heading."""

    def gather(self, table: Sequence[PlacedRow]) -> None:
        """Take the cells of the figures of one table, if it holds a form."""
        if not table or len(table[0].cells) < _TOPS:
            return
        found = form_rows([(row.cells[0], row.cells[1]) for row in table], self.forms)
        if not found:
            return
        tops = [*takewhile(lambda row: not _is_row(row), table[:_TOPS])]
        columns = self._columns(tops) if tops else self.last.get(len(table[0].cells))
        if columns is None:
            self.notes.append(_no_column(table[0], sorted(found)))
            return
        self.last = {len(table[0].cells): columns}
        for number, places in found.items():
            for code, place in places.items():
                self._take(number, code, table[place], columns)
        self._rest(table, found, columns)

    def _columns(self, tops: Sequence[PlacedRow]) -> _Columns | None:
        texts = [row.cells for row in tops]
        column = figures_column(texts, self.of_period)
        if column is None:
            return None
        paths = {place: heading_of(texts, place) for place in range(len(texts[0]))}
        unit = next((place for place, path in paths.items() if path and _UNIT.fullmatch(path[-1])), None)
        return _Columns(column, unit, " ".join(paths[column]))

    def _take(self, number: int, code: str, row: PlacedRow, columns: _Columns) -> None:
        asked = self.forms.form(number).row(code)
        if asked.kind == "group":
            return
        place = replace(row.place, field=f"biểu mẫu {number}, dòng {code}", quote=None)
        unit = row.cells[columns.unit] if columns.unit is not None else ""
        text = row.cells[columns.figure].strip()
        around = f"{columns.heading}; {row.cells[1]}" + (f" ({row.measure})" if row.measure else "")
        cell = FigureCell(number, asked, text, unit.strip(), around, place)
        self.cells.setdefault((number, code), []).append(cell)

    def _rest(self, table: Sequence[PlacedRow], found: dict[int, dict[str, int]], columns: _Columns) -> None:
        """Take rows that stand twice, and tell of those with a figure that are no rows of the form."""
        taken = {place: number for number, places in found.items() for place in places.values()}
        current = None
        for at, row in enumerate(table):
            current = taken.get(at, current)
            code, text = row.cells[0].strip(" ."), row.cells[columns.figure].strip()
            if at in taken or current is None or not CODE.fullmatch(code) or not any(map(str.isdigit, text)):
                continue
            if form_rows([(row.cells[0], row.cells[1])], self.forms, fewest=1).get(current):
                self._take(current, code, row, columns)
            else:
                self.notes.append(_not_recognised(row, current, code, text))

    def told(self) -> ToldForms:
        """Return what all tables tell."""
        foreign = is_foreign(cell for cells in self.cells.values() for cell in cells)
        figures: dict[tuple[int, str], FormFigure] = {}
        for key, cells in self.cells.items():
            if len({one.text for one in cells if one.text}) > 1:
                self.notes.append(_twice(cells))
                continue
            for cell in [one for one in cells if one.text][:1]:
                figure, notes = figure_of(cell, foreign=foreign)
                self.notes += notes
                if figure:
                    figures[key] = figure
        return ToldForms(figures, {key: cells[0].place for key, cells in self.cells.items()}, tuple(self.notes))


def _is_row(row: PlacedRow) -> bool:
    return bool(CODE.fullmatch(row.cells[0].strip(" ."))) and any(map(str.isalpha, row.cells[1]))


def _no_column(top: PlacedRow, numbers: Sequence[int]) -> Diagnostic:
    place = replace(top.place, field=f"biểu mẫu {', '.join(map(str, numbers))}", quote=None)
    headings = ", ".join(f"«{text}»" for text in dict.fromkeys(top.cells) if text)
    message = "không rõ cột nào là số liệu của kỳ báo cáo, không lấy số liệu của bảng"
    return warning(message, place, found=headings, expected="một cột «Số liệu» hoặc «Kết quả», «Kỳ này», «Số lượng»")


def _not_recognised(row: PlacedRow, form: int, code: str, text: str) -> Diagnostic:
    place = replace(row.place, field=f"biểu mẫu {form}, dòng {code}", quote=None)
    message = f"dòng «{row.cells[1]}» không có trong biểu mẫu ở số thứ tự này, không lấy số liệu"
    return error(message, place, found=f"«{text}»", expected="số thứ tự và chỉ tiêu như biểu mẫu")


def _twice(cells: Sequence[FigureCell]) -> Diagnostic:
    texts = "; ".join(dict.fromkeys(f"«{one.text}»" for one in cells if one.text))
    message = "một dòng của biểu mẫu có nhiều số liệu khác nhau, không lấy số nào"
    return error(message, cells[0].place, found=texts, expected="một số liệu")
