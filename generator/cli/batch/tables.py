"""The units that a document is made for: the rows of a table, or the units of a directory on a day."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from openpyxl.utils import get_column_letter

from generator.cli.batch.cells import cell_fault, column_key, extra_fault, unstored_fault
from generator.diagnostics import Diagnostic, Place
from generator.errors import DataError
from generator.files import read_bytes
from generator.model.store import is_stored
from generator.reading.sheets.book import Sheet
from generator.reading.sheets.csv_text import read_csv
from generator.reading.sheets.xlsx import read_xlsx
from generator.registers.store import load_register
from generator.registers.units import Unit, UnitDirectory
from generator.spelling import suggestion
from generator.vietnamese.unicode import nfc

SUFFIXES = (".csv", ".xlsx", ".yaml", ".yml", ".json")
_ABOVE, _SIGNER, _POSITION = "Trực thuộc", "Người ký", "Chức vụ"
_OF_UNIT = ("id", "name", "symbol", "head_title", "place")


@dataclass(frozen=True)
class UnitRow:
    """What a document is filled with."""

    label: str
    """As messages call it: don_vi.csv, hàng 5."""
    values: tuple[tuple[str, str], ...]
    """Column and words, every column of the table; empty words where a cell is empty."""
    faults: tuple[tuple[str, Diagnostic], ...] = ()
    """What cannot be printed, each with the key of its column; none where it is in no column that has a name."""

    def faults_in(self, columns: Collection[str]) -> tuple[Diagnostic, ...]:
        """Return what is wrong with the row where only the columns of these keys are used."""
        return tuple(fault for column, fault in self.faults if not column or column in columns)


def table_rows(path: Path, sheet: str | None = None) -> list[UnitRow]:
    """Return the rows of a table (.csv, .xlsx) below its headings, which are its first row with words.

    DataError when the file is no table, has no such sheet, no rows, or two columns of one name.
    """
    read = read_csv if path.suffix.lower() == ".csv" else read_xlsx
    book = read(read_bytes(path), str(path))
    found = _sheet(book.sheets, sheet, path)
    head = found.rows[0] if found.rows else 0
    below = sorted(row for row in {*found.rows, *(row for row, _ in found.unstored)} if row > head)
    if not head or not below:
        raise DataError("bảng đơn vị không có hàng nào dưới hàng tên cột", where=str(path))
    columns = {column: nfc(" ".join(found.cells.get((head, column), "").split())) for column in found.columns}
    named = {column: name for column, name in columns.items() if name}
    _refuse_repeated(list(named.values()), path)
    return [_row(found, row, named, path) for row in below]


def _row(sheet: Sheet, row: int, named: Mapping[int, str], path: Path) -> UnitRow:
    label = f"{path.name}, hàng {row}"
    values = tuple((name, sheet.cells.get((row, column), "")) for column, name in named.items())
    return UnitRow(label, values, tuple(_faults(sheet, row, named, label, parted=path.suffix.lower() == ".csv")))


def _faults(
    sheet: Sheet, row: int, named: Mapping[int, str], label: str, *, parted: bool
) -> Iterator[tuple[str, Diagnostic]]:
    """Yield what of a row cannot be printed, each with the key of its column."""
    for column in sorted({*sheet.columns, *(one for _, one in sheet.unstored)}):
        words, name = sheet.cells.get((row, column)), named.get(column, "")
        cell = f"ô {get_column_letter(column)}{row}"
        place = Place(file=label, field=f"{cell} (cột «{name}»)" if name else cell)
        if (row, column) in sheet.unstored:
            fault: Diagnostic | None = unstored_fault(sheet.unstored[row, column], place)
        elif words is None:
            fault = None
        else:
            fault = cell_fault(words, place) if name else extra_fault(words, place, parted=parted)
        if fault and (name or words):
            yield column_key(name), fault


def directory_rows(path: Path, day: datetime.date, members: str | None = None) -> list[UnitRow]:
    """Return the units of a directory that exist on a day, all or those of a class.

    DataError when the directory is faulty or the class has nobody in it.
    """
    directory = load_register(read_bytes(path), str(path), UnitDirectory)
    units = directory.on(day) if members is None else directory.members(members, day)
    if not units:
        hint = members and suggestion(members, [one.name for one in directory.classes])
        raise DataError(f"không có đơn vị nào thuộc nhóm «{members}» vào ngày này", where=str(path), hint=hint)
    return [UnitRow(f"{path.name}, {unit.id}", tuple(_of_unit(unit, directory, day))) for unit in units]


def _of_unit(unit: Unit, directory: UnitDirectory, day: datetime.date) -> Iterator[tuple[str, str]]:
    for name in _OF_UNIT:
        yield Unit.model_fields[name].title or name, getattr(unit, name) or ""
    above = directory.parent(unit.id, day)
    yield _ABOVE, above.name if above else ""
    signer = next(iter(unit.signers_on(day)), None)
    yield _SIGNER, signer.name if signer else ""
    yield _POSITION, signer.position if signer else ""


def is_directory(path: Path) -> bool:
    """Tell whether the name is that of a directory of units and not of a table."""
    return is_stored(path.name)


def _sheet(sheets: tuple[Sheet, ...], name: str | None, path: Path) -> Sheet:
    full = [one for one in sheets if one.cells and not one.hidden]
    if name is not None:
        full = [one for one in sheets if column_key(one.name) == column_key(name)]
        if not full:
            hint = suggestion(name, [one.name for one in sheets])
            raise DataError(f"bảng tính không có trang «{name}»", where=str(path), hint=hint)
    if not full:
        raise DataError("bảng đơn vị trống", where=str(path))
    return full[0]


def _refuse_repeated(names: list[str], path: Path) -> None:
    known = [column_key(name) for name in names]
    for name in names:
        if known.count(column_key(name)) > 1:
            raise DataError(f"bảng đơn vị có hai cột cùng tên «{name}»", where=str(path), hint="hãy đổi tên một cột")
