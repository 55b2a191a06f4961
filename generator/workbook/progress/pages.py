"""The sheets of a progress workbook as rows by column title, and the plain record that grows from them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from generator.reading.sheets.xlsx import TypedSheet
from generator.spelling import unmarked
from generator.workbook.headings import columns_of, heading_row, tell_stray
from generator.workbook.places import At, Findings
from generator.workbook.rows import Row, shown
from generator.workbook.sheets import INVISIBLE

Path = tuple[str | int, ...]
_RECALCULATE: Final = "mở tệp bằng Excel để tính lại rồi lưu, hoặc gõ giá trị vào ô"
_EMPTY: Final = TypedSheet("", {}, (), (), ())


@dataclass
class Told:
    """The plain data of what is told, with the cell of each value."""

    data: dict[str, Any]
    cells: dict[Path, At] = field(default_factory=dict)

    def add(self, field_name: str, values: dict[str, Any], cells: dict[str, At], at: At) -> None:
        """Add an entry to one of the lists."""
        place = len(self.data[field_name])
        self.data[field_name].append(values)
        self.cells[field_name, place] = at
        self.cells |= {(field_name, place, name): one for name, one in cells.items()}


class Pages:
    """The sheets by their names, whatever the case and marks of these."""

    def __init__(self, sheets: Sequence[TypedSheet], findings: Findings) -> None:
        self.names = [sheet.name for sheet in sheets]
        self._sheets = {unmarked(sheet.name): sheet for sheet in sheets}
        self._findings = findings

    def sheet(self, name: str) -> TypedSheet | None:
        """Return a sheet; None, with a fault, for one that is missing."""
        found = self._sheets.get(unmarked(name))
        if found is None:
            self._findings.error(At(name), "thiếu trang này", hint="lấy trang này từ biểu mà «vanban new» đã tạo")
        return found

    def rows(
        self, name: str, titles: Sequence[str], optional: Collection[str] = (), computed: Collection[str] = ()
    ) -> list[Row]:
        """Return the rows below the headings of a sheet; empty, with a fault, for one without headings.

        ``optional`` are titles that need not be there; ``computed`` columns hold formulas, whose results do not count.
        """
        sheet = self.sheet(name)
        if sheet is None:
            return []
        rows: dict[int, dict[int, str]] = {}
        for (number, place), text in sorted(sheet.cells.items()):
            rows.setdefault(number, {})[place] = text
        heading = heading_row(rows, titles)
        if heading is None:
            listed = ", ".join(f"«{title}»" for title in titles)
            self._findings.error(At(sheet.name), "không thấy hàng tiêu đề cột", expected=f"một hàng có: {listed}")
            return []
        own = {number: cells for number, cells in rows.items() if number >= heading}
        columns = columns_of(sheet.name, heading, own, titles, frozenset(optional), self._findings)
        tell_stray(sheet.name, own, heading, set(columns.values()), self._findings)
        self._tell_formulas(sheet, {columns[title] for title in computed if title in columns}, heading)
        found = []
        for number, cells in own.items():
            texts = {title: cells[place] for title, place in columns.items() if place in cells}
            if number > heading and texts:
                found.append(Row(texts, sheet.name, number, columns))
        return found

    def formulas(self, name: str) -> dict[tuple[int, int], str]:
        """Return the formulas of a sheet by row and column."""
        return self._sheets.get(unmarked(name), _EMPTY).formulas

    def number(self, at: At) -> str | None:
        """Return the number that a cell holds, as it is stored; None where it holds words."""
        return self._sheets.get(unmarked(at.sheet), _EMPTY).numbers.get((at.row, at.column))

    def tell_formula(self, at: At) -> None:
        """Tell of a formula of the unit's own whose result is not known: nothing more is told of its cell."""
        sheet = self._sheets.get(unmarked(at.sheet), _EMPTY)
        unstored = [f"={formula}" for row, column, formula in sheet.unstored if (row, column) == (at.row, at.column)]
        faulty = [words for row, column, words in sheet.faulty if (row, column) == (at.row, at.column)]
        for message, told in (("công thức không có kết quả lưu trong tệp", unstored), ("công thức bị lỗi", faulty)):
            for words in told:
                self._findings.error(at, message, found=f"«{shown(words)}»", hint=_RECALCULATE)
                self._findings.spoil(at)

    def _tell_formulas(self, sheet: TypedSheet, computed: set[int], heading: int) -> None:
        cells = {(row, column) for row, column, _ in (*sheet.unstored, *sheet.faulty)}
        for row, column in sorted(cells):
            if row > heading and column not in computed:
                self.tell_formula(At(sheet.name, row, column))


def visible(text: str) -> str:
    """Return words on one line without signs that nobody sees, which come along when they are copied."""
    return " ".join(INVISIBLE.sub("", text).split())
