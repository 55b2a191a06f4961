"""On which days files were received: from a list in CSV or Excel, else from the files themselves.

The list has a heading row with «Ngày nhận» and «Tệp» or «Đơn vị» (name or identity of the unit); a column «Gia hạn đến»
has the day until which a unit was allowed to send.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Final

from generator.cli.check.means import day_of
from generator.diagnostics import Diagnostic, Place, error
from generator.errors import DataError
from generator.files import read_bytes
from generator.reading.sheets.book import Sheet
from generator.reading.sheets.csv_text import read_csv
from generator.reading.sheets.xlsx import read_xlsx
from generator.vietnamese.unicode import fold

_DAY: Final = ("ngày nhận", "ngày gửi", "ngày")
_EXTENDED: Final = ("gia hạn đến", "gia hạn đến ngày", "được gia hạn đến", "gia hạn")
_WHO: Final = ("tệp", "tên tệp", "đơn vị", "tên đơn vị", "mã đơn vị", "mã")


@dataclass(frozen=True)
class ListedRow:
    """What one row of a list says."""

    place: Place
    """The cell of the first name."""
    names: tuple[str, ...]
    """File, unit, identity, as they are written; empty where none is."""
    day: datetime.date | None
    """When it was received."""
    extended: datetime.date | None
    """Until when the unit was allowed to send."""


@dataclass(frozen=True)
class ReceivedList:
    """What a list says."""

    file: str
    """Its name."""
    rows: tuple[ListedRow, ...]

    @cached_property
    def days(self) -> Mapping[str, datetime.date]:
        """When it was received, by file, unit or identity in small letters; rows without a day say nothing."""
        return {fold(name): row.day for row in self.rows if row.day for name in row.names}

    @cached_property
    def extended(self) -> Mapping[str, datetime.date]:
        """Until when the unit was allowed to send, by the same names."""
        return {fold(name): row.extended for row in self.rows if row.extended for name in row.names}


def received_list(path: Path) -> ReceivedList:
    """Return the days of a list; DataError for a file without one, with a diagnostic for each day not understood."""
    read = read_csv if path.suffix.lower() == ".csv" else read_xlsx
    for sheet in read(read_bytes(path), str(path)).sheets:
        for row in sheet.rows:
            heads = {column: fold(sheet.cells.get((row, column), "")) for column in sheet.columns}
            who = [column for column, head in heads.items() if head in _WHO]
            days, extended = _columns(heads, _DAY), _columns(heads, _EXTENDED)
            if days and who:
                return _read(sheet, row, who, days[:1], extended[:1], path)
    raise DataError("không thấy danh sách ngày nhận", where=str(path), hint="hàng tiêu đề cần: Đơn vị | Ngày nhận")


def _columns(heads: Mapping[int, str], names: tuple[str, ...]) -> list[int]:
    return [column for column, head in heads.items() if head in names]


def _read(sheet: Sheet, heading: int, who: list[int], days: list[int], extended: list[int], path: Path) -> ReceivedList:
    faults: list[Diagnostic] = []
    found = []
    for row in (row for row in sheet.rows if row > heading):
        named = [(column, name) for column in who if (name := sheet.cells.get((row, column), "").strip())]
        day, until = (
            next((said for column in columns if (said := _day(sheet, row, column, words, faults))), None)
            for columns, words in ((days, "ngày nhận"), (extended, "ngày gia hạn"))
        )
        place = replace(sheet.place(row, named[0][0] if named else who[0]), file=str(path))
        found.append(ListedRow(place, tuple(name for _, name in named), day, until))
    if faults:
        raise DataError(f"danh sách ngày nhận có {len(faults)} lỗi", where=str(path), diagnostics=faults)
    return ReceivedList(path.name, tuple(found))


def _day(sheet: Sheet, row: int, column: int, named: str, faults: list[Diagnostic]) -> datetime.date | None:
    said = sheet.cells.get((row, column), "").strip()
    day = day_of(said)
    if day is None and said.strip("-–. "):
        expected = "ngày như 15/3/2027"
        faults.append(error(f"không hiểu {named}", sheet.place(row, column), found=f"«{said}»", expected=expected))
    return day


def received_day(path: Path, names: tuple[str, ...], days: Mapping[str, datetime.date] | None) -> datetime.date | None:
    """Return the day of a file, which the list knows by its name or by a name of the unit; without a list, its own.

    None where the list does not tell.
    """
    if days is None:
        return datetime.date.fromtimestamp(path.stat().st_mtime)
    return next((day for name in (path.name, path.stem, *names) if (day := days.get(fold(name)))), None)
