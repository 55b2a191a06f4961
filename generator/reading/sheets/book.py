"""A spreadsheet as text: sheets of cells with their places, merged ranges and what is hidden."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from openpyxl.utils import get_column_letter

from generator.diagnostics import Diagnostic, Place, hint
from generator.errors import DataError

MOST_ROWS = 20_000
"""Rows with words in one sheet; a plan has hundreds, and what is read must fit in memory several times over."""
MOST_COLUMNS = 256
MOST_CELLS = 400_000
MOST_LETTERS = 5_000_000


class Range(NamedTuple):
    """A merged range, its rows and columns from 1, both ends belonging to it."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Sheet:
    """One sheet: the words of its cells by row and column, from 1; empty cells are not there."""

    name: str
    cells: Mapping[tuple[int, int], str]
    merges: tuple[Range, ...] = ()
    """Merged ranges; the words stand in the cell at the top left."""
    hidden: bool = False
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    unstored: Mapping[tuple[int, int], str] = field(default_factory=dict)
    """The formula of each cell that has one without a stored result, so that the cell counts as empty."""
    rows: tuple[int, ...] = field(init=False)
    """The rows that hold words, in order."""
    columns: tuple[int, ...] = field(init=False)
    """The columns that hold words, in order."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "rows", tuple(sorted({row for row, _ in self.cells})))
        object.__setattr__(self, "columns", tuple(sorted({column for _, column in self.cells})))

    def place(self, row: int, column: int | None = None, quote: str | None = None) -> Place:
        """Return the place of a row or a cell: Nhiệm vụ!F17."""
        cell = f"{get_column_letter(column)}{row}" if column else f"hàng {row}"
        return Place(field=f"{self.name}!{cell}", quote=quote)


@dataclass(frozen=True)
class Book:
    """A spreadsheet file."""

    file: str
    sheets: tuple[Sheet, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


class Bounds:
    """Counts what a file holds, and refuses more than a plan can be."""

    def __init__(self, filename: str) -> None:
        self._filename = filename
        self._cells = self._letters = 0

    def row(self, count: int, sheet: str) -> None:
        """Count a row with words; DataError from one too many."""
        if count > MOST_ROWS:
            self._refuse(f"trang «{sheet}» có hơn {MOST_ROWS} hàng có chữ")

    def columns(self, count: int, sheet: str) -> None:
        """Look at how many columns hold words; DataError when too many."""
        if count > MOST_COLUMNS:
            self._refuse(f"trang «{sheet}» có hơn {MOST_COLUMNS} cột có chữ")

    def cell(self, letters: int) -> None:
        """Count a cell with words and its letters; DataError when there are too many of either."""
        self._cells += 1
        self._letters += letters
        if self._cells > MOST_CELLS:
            self._refuse(f"tệp có hơn {MOST_CELLS} ô có chữ")
        if self._letters > MOST_LETTERS:
            self._refuse(f"tệp có hơn {MOST_LETTERS} chữ cái")

    def _refuse(self, message: str) -> None:
        advice = "hãy chỉ để lại các hàng của kế hoạch rồi lưu lại"
        raise DataError(f"{message}, quá lớn cho một kế hoạch", where=self._filename, hint=advice)


def hidden_notes(sheet: Sheet) -> Iterable[Diagnostic]:
    """Yield a hint for a hidden sheet, and for hidden rows and columns that hold words."""
    if sheet.hidden and sheet.cells:
        yield hint(f"trang «{sheet.name}» bị ẩn trong tệp; vẫn được đọc", Place(field=sheet.name), code="hidden-sheet")
    rows = sorted(set(sheet.hidden_rows).intersection(sheet.rows))
    if rows:
        named = _listed([str(row) for row in rows])
        yield hint(f"{len(rows)} hàng bị ẩn vẫn được đọc: {named}", Place(field=sheet.name), code="hidden-rows")
    columns = sorted(set(sheet.hidden_columns).intersection(sheet.columns))
    if columns:
        named = _listed([get_column_letter(column) for column in columns])
        yield hint(f"{len(columns)} cột bị ẩn vẫn được đọc: {named}", Place(field=sheet.name), code="hidden-columns")


_SHOWN = 20


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:_SHOWN]) + (" …" if len(names) > _SHOWN else "")
