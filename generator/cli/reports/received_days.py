"""On which days files were received: from a list in CSV or Excel, else from the files themselves.

The list has a heading row with «Ngày nhận» and «Tệp» or «Đơn vị» (name or identity of the unit).
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from generator.cli.check.means import day_of
from generator.diagnostics import Diagnostic, error
from generator.errors import DataError
from generator.files import read_bytes
from generator.reading.sheets.book import Sheet
from generator.reading.sheets.csv_text import read_csv
from generator.reading.sheets.xlsx import read_xlsx
from generator.vietnamese.unicode import fold

_DAY: Final = ("ngày nhận", "ngày gửi", "ngày")
_WHO: Final = ("tệp", "tên tệp", "đơn vị", "tên đơn vị", "mã đơn vị", "mã")


def days_of_list(path: Path) -> dict[str, datetime.date]:
    """Return the days by file, unit or identity, in small letters; rows without a day say nothing.

    DataError for a file without such a list, and with a diagnostic for each day that is not understood.
    """
    read = read_csv if path.suffix.lower() == ".csv" else read_xlsx
    for sheet in read(read_bytes(path), str(path)).sheets:
        for row in sheet.rows:
            heads = {column: fold(sheet.cells.get((row, column), "")) for column in sheet.columns}
            days = [column for column, head in heads.items() if head in _DAY]
            who = [column for column, head in heads.items() if head in _WHO]
            if days and who:
                return _days(sheet, row, who, days[0], path)
    raise DataError("không thấy danh sách ngày nhận", where=str(path), hint="hàng tiêu đề cần: Đơn vị | Ngày nhận")


def _days(sheet: Sheet, heading: int, who: list[int], column: int, path: Path) -> dict[str, datetime.date]:
    faults: list[Diagnostic] = []
    found: dict[str, datetime.date] = {}
    for row in (row for row in sheet.rows if row > heading):
        said = sheet.cells.get((row, column), "").strip()
        day = day_of(said)
        if day:
            found |= {fold(name): day for one in who if (name := sheet.cells.get((row, one), "").strip())}
        elif said.strip("-–. "):
            expected = "ngày như 15/3/2027"
            faults.append(error("không hiểu ngày nhận", sheet.place(row, column), found=f"«{said}»", expected=expected))
    if faults:
        raise DataError(f"danh sách ngày nhận có {len(faults)} lỗi", where=str(path), diagnostics=faults)
    return found


def received_day(path: Path, names: tuple[str, ...], days: Mapping[str, datetime.date] | None) -> datetime.date | None:
    """Return the day of a file, which the list knows by its name or by a name of the unit; without a list, its own.

    None where the list does not tell.
    """
    if days is None:
        return datetime.date.fromtimestamp(path.stat().st_mtime)
    return next((day for name in (path.name, path.stem, *names) if (day := days.get(fold(name)))), None)
