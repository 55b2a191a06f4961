"""The statistical forms of the periodic report in a document, and the arithmetic that binds their figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from generator.lint.figures_ratios import fits
from generator.lint.figures_tables import Cell, Table
from generator.registers.form_columns import figures_column
from generator.registers.form_rows import CODE, form_rows
from generator.registers.statistics import FormRow, StatisticalForm, StatisticalForms
from generator.vietnamese.numbers import format_number
from generator.vietnamese.quantities import Quantity
from generator.vietnamese.unicode import fold

_FEWEST_ROWS = 3
_HUNDRED = 100


@dataclass(frozen=True)
class FormFault:
    """What is wrong with a figure of a form."""

    cell: Cell
    found: str
    expected: str
    is_sure: bool = True


@dataclass
class FilledForm:
    """A form with the cells of its figures, by the code of the row."""

    form: StatisticalForm
    cells: dict[str, Cell] = field(default_factory=dict)
    lenient: frozenset[str] = frozenset()
    """Codes of the rows that can rightly exceed the row that limits them."""

    def figure(self, code: str) -> Quantity | None:
        """Return the figure of a row; None where the row is missing or has none."""
        cell = self.cells.get(code)
        return cell.figure if cell else None

    def faults(self) -> Iterator[FormFault]:
        """Yield what is wrong with its figures, row by row."""
        for row in self.form.rows:
            cell = self.cells.get(row.code)
            if cell is None or row.kind == "group" or cell.is_blank:
                continue
            if row.kind == "choice":
                yield from _choice_faults(row, cell)
            elif cell.figure is None:
                yield FormFault(cell, f"dòng {row.code}: «{cell.text}»", "một số, hoặc «-» khi không có", is_sure=False)
            else:
                yield from self._figure_faults(row, cell, cell.figure)

    def _figure_faults(self, row: FormRow, cell: Cell, figure: Quantity) -> Iterator[FormFault]:
        if row.kind == "percent" and figure.value > _HUNDRED and not _may_exceed(row):
            yield FormFault(cell, f"dòng {row.code}, đơn vị tính %: {figure.written}", "tỷ lệ không quá 100%")
        elif row.percent_of:
            yield from self._share_faults(row, cell, figure)
        if row.kind == "count" and figure.decimals:
            yield FormFault(cell, f"dòng {row.code}: {figure.written} {row.unit}", "số đếm là số nguyên", is_sure=False)
        yield from self._sum_faults(row, cell, figure)
        yield from self._limit_faults(row, cell, figure)

    def _share_faults(self, row: FormRow, cell: Cell, figure: Quantity) -> Iterator[FormFault]:
        part, whole = (self.figure(code) for code in row.percent_of or ())
        if part and whole and whole.value and not fits(part.value, whole.value, figure):
            right = (Decimal(_HUNDRED) * part.value / whole.value).quantize(Decimal("0.01"))
            codes = " / ".join(f"dòng {code}" for code in row.percent_of or ())
            found = f"dòng {row.code}: {figure.written}%, còn {codes} = {part.written}/{whole.written}"
            yield FormFault(cell, found, f"{format_number(right)}%")

    def _sum_faults(self, row: FormRow, cell: Cell, figure: Quantity) -> Iterator[FormFault]:
        known = [(code, self.figure(code)) for code in row.total_of if code in self.cells]
        values = [one.value for _, one in known if one]
        if len(values) < 2:
            return
        added, complete = sum(values, Decimal(0)), len(values) == len(row.total_of)
        if added > figure.value or (complete and added != figure.value):
            codes = " + ".join(f"dòng {code}" for code, one in known if one)
            found = f"dòng {row.code}: {figure.written}, còn {codes} = {format_number(added)}"
            yield FormFault(cell, found, "tổng bằng các dòng thành phần cộng lại")

    def _limit_faults(self, row: FormRow, cell: Cell, figure: Quantity) -> Iterator[FormFault]:
        limit = self.figure(row.at_most) if row.at_most else None
        if limit and figure.value > limit.value:
            found = f"dòng {row.code}: {figure.written}, lớn hơn dòng {row.at_most}: {limit.written}"
            yield FormFault(cell, found, f"không quá {limit.written}", is_sure=row.code not in self.lenient)
        group = [one.code for one in self.form.rows if one.at_most == row.code and _is_below(one.code, row.code)]
        values = [(code, value) for code in group if (value := self.figure(code))]
        added = sum((value.value for _, value in values), Decimal(0))
        if len(values) > 1 and added > figure.value >= max(value.value for _, value in values):
            codes = " + ".join(f"dòng {code}" for code, _ in values)
            found = f"{codes} = {format_number(added)}, lớn hơn dòng {row.code}: {figure.written}"
            yield FormFault(cell, found, f"không quá {figure.written}")


def _may_exceed(row: FormRow) -> bool:
    """Tell whether it compares with another year or a plan, which a figure can pass."""
    return bool(re.search(r"\b(?:so với|kế hoạch giải ngân|thực hiện kế hoạch)\b", fold(row.label)))


def _is_below(code: str, parent: str) -> bool:
    return code.startswith(f"{parent}.")


def _choice_faults(row: FormRow, cell: Cell) -> Iterator[FormFault]:
    allowed = {fold(answer) for answer in row.choices} | {str(code) for code in row.choices.values()}
    answer = fold(cell.text).strip(" .")
    if not any(answer == one or answer.startswith((f"{one} ", f"{one},", f"{one}=", f"{one}(")) for one in allowed):
        named = ", ".join(f"{answer} = {code}" for answer, code in row.choices.items())
        yield FormFault(cell, f"dòng {row.code}: «{cell.text}»", named, is_sure=False)


def numbered_tables(tables: Sequence[Table]) -> list[Table]:
    """Return the tables of which several rows have a dotted number, as the rows of a form have."""
    return [table for table in tables if table.width >= _FEWEST_ROWS and _dotted(table) >= _FEWEST_ROWS - 1]


def _dotted(table: Table) -> int:
    return sum(bool(CODE.fullmatch(row[0].text.strip(" ."))) and "." in row[0].text.strip(" .") for row in table.rows)


def filled_forms(tables: Sequence[Table], forms: StatisticalForms) -> Iterator[FilledForm]:
    """Yield the forms that the tables hold, recognised by codes and labels of their rows; none in other tables."""
    for table in tables:
        column = _figures_column(table)
        found = _assigned(table, forms, column) if column is not None else {}
        yield from found.values()


def _assigned(table: Table, forms: StatisticalForms, column: int) -> Mapping[int, FilledForm]:
    """Return the forms of a table by their numbers."""
    found = form_rows([(row[0].text, row[1].text) for row in table.rows], forms)
    return {
        number: FilledForm(
            forms.form(number),
            {code: table.rows[place][column] for code, place in rows.items()},
            frozenset(code for one in forms.limits if one.lenient and one.form == number for code in one.parts),
        )
        for number, rows in found.items()
    }


def _figures_column(table: Table) -> int | None:
    """Return the column of the figures: headed Số liệu or Kết quả, else the first with a number in most rows."""
    tops = [
        [table.heading(place) for place in range(table.width)],
        *([fold(cell.text) for cell in row] for row in table.rows[:2]),
    ]
    headed = figures_column(tops)
    if headed is not None:
        return headed
    counts = {place: sum(cell.figure is not None for cell in table.column(place)) for place in range(2, table.width)}
    best = max(counts, key=lambda place: counts[place], default=None)
    return best if best is not None and counts[best] >= _FEWEST_ROWS else None
