"""Conflicts of an update as a workbook in which each can be decided, and what was decided read back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from generator.diagnostics import Diagnostic, error
from generator.errors import DataError
from generator.files import read_bytes
from generator.reading.sheets.book import Sheet
from generator.reading.sheets.xlsx import read_xlsx
from generator.transform.merge import Change, Conflict, Side
from generator.vietnamese.unicode import fold
from generator.workbook.lists import ListSheet, lists_bytes

_KEY: Final = "Mã"
_CHOICE: Final = "Chọn"
_CONFLICTS: Final = (
    (_KEY, 14), ("Chỗ", 34), ("Bản đã dẫn xuất", 40), ("Bản của đơn vị", 40), ("Bản của cấp trên", 40), (_CHOICE, 12),
)  # fmt: skip
_CHANGES: Final = (("Việc", 10), ("Chỗ", 40), ("Trước", 60), ("Sau", 60))
_SIDES: Final = {fold(word): side for side in Side for word in (side.label, side.value)}


def conflicts_bytes(conflicts: Sequence[Conflict], changes: Sequence[Change]) -> bytes:
    """Return the workbook: each conflict with its three versions and a cell for the choice, and what was taken."""
    rows = [
        (one.key, one.place, one.base or "(không có)", one.ours or "(bỏ)", one.theirs or "(bỏ)", _chosen(one))
        for one in conflicts
    ]
    taken = [(one.kind.label, one.place, one.before, one.after) for one in changes]
    choices = {len(_CONFLICTS): tuple(side.label for side in Side)}
    return lists_bytes([ListSheet("Xung đột", _CONFLICTS, rows, choices), ListSheet("Đã cập nhật", _CHANGES, taken)])


def _chosen(conflict: Conflict) -> str:
    return conflict.taken.label if conflict.decided else ""


def decisions_of(path: Path) -> dict[str, Side]:
    """Return what a workbook decides, by the keys of conflicts; rows left open decide nothing.

    DataError for a workbook without the columns, and with a diagnostic for each choice that is not understood.
    """
    for sheet in read_xlsx(read_bytes(path), str(path)).sheets:
        for row in sheet.rows:
            heads = {sheet.cells.get((row, column)): column for column in sheet.columns}
            if _KEY in heads and _CHOICE in heads:
                return _decisions(sheet, row, heads[_KEY], heads[_CHOICE], str(path))
    raise DataError("không thấy bảng xung đột", where=str(path), hint=f"cần các cột {_KEY} và {_CHOICE}")


def _decisions(sheet: Sheet, heading: int, key: int, choice: int, file: str) -> dict[str, Side]:
    faults: list[Diagnostic] = []
    found: dict[str, Side] = {}
    for row in (row for row in sheet.rows if row > heading):
        said = sheet.cells.get((row, choice), "").strip()
        if fold(said) in _SIDES:
            found[sheet.cells.get((row, key), "").strip()] = _SIDES[fold(said)]
        elif said:
            expected = " hoặc ".join(side.label for side in Side)
            faults.append(error("không hiểu lựa chọn", sheet.place(row, choice), found=f"«{said}»", expected=expected))
    if faults:
        raise DataError(f"bảng xung đột có {len(faults)} lỗi", where=file, diagnostics=faults)
    return found
