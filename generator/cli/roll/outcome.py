"""What is known of the old year when a plan goes on to the next: a file of progress, or a list in Excel or CSV.

The list has a heading row with «Mã nhiệm vụ» (or «Mã») and «Trạng thái» (or «Tình trạng»), and may have «Kết quả» with
the figure that a target reached; beside the state of a task it may be words. A row without both says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Final

from generator.cli.files.progress_file import is_progress_book
from generator.cli.reports.means import progress_of
from generator.diagnostics import Diagnostic, error
from generator.errors import DataError
from generator.files import read_bytes
from generator.model.progress import Status
from generator.model.store import is_stored
from generator.reading.sheets.book import Sheet
from generator.reading.sheets.csv_text import read_csv
from generator.reading.sheets.xlsx import read_xlsx
from generator.transform.roll import Outcome
from generator.vietnamese.numbers import parse_number
from generator.vietnamese.unicode import fold

_HEADINGS: Final = {
    "id": ("mã nhiệm vụ", "mã chỉ tiêu", "mã nhiệm vụ, chỉ tiêu", "mã"),
    "state": ("trạng thái", "tình trạng"),
    "result": ("kết quả",),
}
_DONE: Final = frozenset(
    map(fold, (
        "xong", "đã xong", "hoàn thành", "đã hoàn thành", "dừng", "không thực hiện nữa", "done", "dropped", "x", "có",
    ))
)  # fmt: skip
_OPEN: Final = frozenset(
    map(fold, (
        "chưa", "chưa xong", "chưa hoàn thành", "đang thực hiện", "đang làm", "chưa thực hiện", "chậm", "không", "not",
        "not_started", "under_way", "quá hạn", "không đạt", "trễ hạn", "chậm tiến độ", "chưa đạt",
    ))
)  # fmt: skip
_FINISHED: Final = {Status.DONE: True, Status.DROPPED: True, Status.NOT_STARTED: False, Status.UNDER_WAY: False}


def outcome_of(path: Path) -> Outcome:
    """Return what a file tells of the old year; DataError with a diagnostic for each cell that is not understood."""
    if is_stored(path.name) or is_progress_book(path):
        told = progress_of(path).tasks
        return Outcome({one.task: _FINISHED[one.status] for one in told if one.status is not None})
    read = read_csv if path.suffix.lower() == ".csv" else read_xlsx
    for sheet in read(read_bytes(path), str(path)).sheets:
        for row in sheet.rows:
            columns = _columns(sheet, row)
            if "id" in columns and len(columns) > 1:
                return _List(sheet, row, columns, str(path)).outcome()
    hint = "hàng tiêu đề cần: Mã nhiệm vụ | Trạng thái; với chỉ tiêu: Mã | Kết quả"
    raise DataError("không thấy bảng tiến độ", where=str(path), hint=hint)


def _columns(sheet: Sheet, row: int) -> dict[str, int]:
    """Return the columns of a heading row by what they hold; empty for any other row."""
    words = {column: fold(sheet.cells.get((row, column), "")) for column in sheet.columns}
    return {
        name: next(column for column, said in words.items() if said in map(fold, headings))
        for name, headings in _HEADINGS.items()
        if set(map(fold, headings)) & set(words.values())
    }


class _List:
    """The list of one sheet."""

    def __init__(self, sheet: Sheet, heading: int, columns: dict[str, int], file: str) -> None:
        self._sheet, self._heading, self._columns, self._file = sheet, heading, columns, file
        self._faults: list[Diagnostic] = []

    def outcome(self) -> Outcome:
        rows = [row for row in self._sheet.rows if row > self._heading and self._cell(row, "id")]
        done = dict(self._states(rows))
        results = dict(self._results(rows))
        if self._faults:
            raise DataError(f"tiến độ có {len(self._faults)} lỗi", where=self._file, diagnostics=self._faults)
        return Outcome(done, results)

    def _cell(self, row: int, name: str) -> str:
        return self._sheet.cells.get((row, self._columns[name]), "").strip() if name in self._columns else ""

    def _states(self, rows: list[int]) -> Iterator[tuple[str, bool]]:
        for row in rows:
            said = fold(self._cell(row, "state"))
            if said in _DONE or said in _OPEN:
                yield self._cell(row, "id"), said in _DONE
            elif said:
                self._fault(row, "state", "không hiểu trạng thái", "xong hoặc chưa xong")

    def _results(self, rows: list[int]) -> Iterator[tuple[str, Decimal]]:
        for row in rows:
            said = self._cell(row, "result")
            figure = parse_number(said.rstrip("% "))
            if figure is not None:
                yield self._cell(row, "id"), figure
            elif said and not self._cell(row, "state"):
                self._fault(row, "result", "kết quả không phải một con số", "số như 96,5")

    def _fault(self, row: int, name: str, message: str, expected: str) -> None:
        place = self._sheet.place(row, self._columns[name])
        self._faults.append(error(message, place, found=f"«{self._cell(row, name)}»", expected=expected))
