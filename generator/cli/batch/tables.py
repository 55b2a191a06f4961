"""The units that a document is made for: the rows of a table, or the units of a directory on a day."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.errors import DataError
from generator.files import read_bytes
from generator.model.store import is_stored
from generator.reading.sheets.book import Sheet
from generator.reading.sheets.csv_text import read_csv
from generator.reading.sheets.xlsx import read_xlsx
from generator.registers.store import load_register
from generator.registers.units import Unit, UnitDirectory
from generator.spelling import suggestion, unmarked
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


def table_rows(path: Path, sheet: str | None = None) -> list[UnitRow]:
    """Return the rows of a table (.csv, .xlsx) below its headings, which are its first row with words.

    DataError when the file is no table, has no such sheet, no rows, or two columns of one name.
    """
    read = read_csv if path.suffix.lower() == ".csv" else read_xlsx
    book = read(read_bytes(path), str(path))
    found = _sheet(book.sheets, sheet, path)
    if len(found.rows) < 2:
        raise DataError("bảng đơn vị không có hàng nào dưới hàng tên cột", where=str(path))
    head, *below = found.rows
    columns = {column: nfc(" ".join(found.cells.get((head, column), "").split())) for column in found.columns}
    named = {column: name for column, name in columns.items() if name}
    _refuse_repeated(list(named.values()), path)
    return [
        UnitRow(f"{path.name}, hàng {row}", tuple((name, found.cells.get((row, at), "")) for at, name in named.items()))
        for row in below
    ]


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
        full = [one for one in sheets if unmarked(one.name) == unmarked(name)]
        if not full:
            hint = suggestion(name, [one.name for one in sheets])
            raise DataError(f"bảng tính không có trang «{name}»", where=str(path), hint=hint)
    if not full:
        raise DataError("bảng đơn vị trống", where=str(path))
    return full[0]


def _refuse_repeated(names: list[str], path: Path) -> None:
    known = [unmarked(name) for name in names]
    for name in names:
        if known.count(unmarked(name)) > 1:
            raise DataError(f"bảng đơn vị có hai cột cùng tên «{name}»", where=str(path), hint="hãy đổi tên một cột")
