"""The statistical forms as they are printed: STT, Chỉ tiêu thống kê, Kết quả thống kê (unit and figure), Ghi chú."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from generator.model.blocks import Cell, Table
from generator.registers.statistics import FormRow, StatisticalForm, StatisticalForms
from generator.registers.unit import Level
from generator.reports.figures import UNKNOWN, RowKey, Value, Values
from generator.vietnamese.marks import escape
from generator.vietnamese.numbers import format_number

_WIDTHS: Final = (1.4, 10.0, 2.8, 3.0)
_FIGURE_WIDTH: Final = 2.6
_NOTE_WIDTH: Final = 3.6


@dataclass(frozen=True)
class Compared:
    """Figures of another period beside those of this one."""

    heading: str
    """What they are of: Kỳ trước, Cùng kỳ năm trước."""
    values: Values
    period: str = ""
    """The period as it is called: quý I năm 2027."""

    @property
    def title(self) -> str:
        """As printed above them: Kỳ trước (quý I năm 2027)."""
        return f"{self.heading} ({self.period})" if self.period else self.heading


def form_tables(
    forms: StatisticalForms,
    values: Values,
    level: Level,
    notes: Mapping[RowKey, str],
    compared: Sequence[Compared] = (),
) -> Iterator[Table]:
    """Yield the forms in order, each a table with its title and all its rows, so that their numbers have no gaps.

    The figure of a row that such units do not fill in stays blank; a form of nothing but such rows is left out.
    """
    for form in forms.forms:
        own = {row.code for row in form.rows if forms.applies_to(form.form, row.code, level)}
        if any(row.kind != "group" and row.code in own for row in form.rows):
            cells = [_row(form, row, values if row.code in own else None, notes, compared) for row in form.rows]
            yield Table(
                title=f"**Biểu mẫu {form.form}: {escape(form.title)}**",
                widths=(*_WIDTHS, *[_FIGURE_WIDTH for _ in compared], _NOTE_WIDTH),
                heading_rows=2,
                rows=(*_heading(compared), *cells),
            )


def written(row: FormRow, value: Value) -> str:
    """Return a figure as the form shows it: "-" is not known yet; an answer by its words."""
    if value.number is None:
        return "Không phát sinh" if value.absent == "none" else "-"
    if row.kind == "choice":
        answers = (answer for answer, code in row.choices.items() if Decimal(code) == value.number)
        return next(answers, format_number(value.number))
    return format_number(value.number)


def _heading(compared: Sequence[Compared]) -> Iterator[tuple[Cell, ...]]:
    def tall(text: str) -> Cell:
        return Cell(text=text, rows=2, bold=True, align="center")

    def wide(text: str, columns: int) -> Cell:
        return Cell(text=text, columns=columns, bold=True, align="center")

    yield (tall("STT"), tall("Chỉ tiêu thống kê"), wide("Kết quả thống kê", 2 + len(compared)), tall("Ghi chú"))
    yield tuple(wide(text, 1) for text in ("Đơn vị tính", "Số liệu", *(one.title for one in compared)))


def _row(
    form: StatisticalForm,
    row: FormRow,
    values: Values | None,
    notes: Mapping[RowKey, str],
    compared: Sequence[Compared],
) -> tuple[Cell, ...]:
    key = (form.form, row.code)
    is_bold = "." not in row.code
    columns = () if values is None or row.kind == "group" else (values, *(one.values for one in compared))
    shown = [written(row, one.get(key, UNKNOWN)) for one in columns] or [""] * (1 + len(compared))
    return (
        Cell(text=row.code, align="center", bold=is_bold),
        Cell(text=escape(row.label), align="left", bold=is_bold),
        Cell(text=row.unit, align="center"),
        *(Cell(text=one or None, align="center", bold=is_bold) for one in shown),
        Cell(text=escape(notes[key]) if key in notes else None, align="left"),
    )
