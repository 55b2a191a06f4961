"""The directory of units from its workbook, or all its faults at once, each with its cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from pydantic import ValidationError

from generator.diagnostics import Diagnostic, Place, error
from generator.errors import DataError
from generator.reading.sheets.xlsx import TypedSheet, read_typed, sheet_names
from generator.registers.base import FORMAT, Fault
from generator.registers.units import UnitDirectory
from generator.spelling import suggestion
from generator.vietnamese.dates import PartialDate
from generator.vietnamese.unicode import fold
from generator.workbook.directory.sheets import CLASSES, SHEETS, UNITS, Column, Holds, Sheet
from generator.workbook.directory.writer import NO, YES
from generator.workbook.places import At, Findings
from generator.yamltext import dotted, validation_diagnostics

SUFFIXES: Final = (".xlsx", ".xlsm")


def is_units_workbook(data: bytes, filename: str) -> bool:
    """Tell whether the bytes are a directory of units, by the names of the sheets; False for any other file."""
    if not filename.lower().endswith(SUFFIXES):
        return False
    try:
        return {UNITS, CLASSES} <= set(sheet_names(data, filename))
    except DataError:
        return False


def load_units(data: bytes, filename: str) -> UnitDirectory:
    """Return the directory that a workbook holds.

    Columns may stand in any order, and those of optional fields be missing, like sheets of lists. DataError with a
    diagnostic for each fault, its place the cell: ``Người ký!B7``.
    """
    read = _Read()
    pages = {page.name: page for page in read_typed(data, filename)}
    for sheet in SHEETS:
        if sheet.name in pages:
            read.add(sheet, pages[sheet.name])
    found = [one for _, one in read.findings.found]
    try:
        directory = UnitDirectory.model_validate(read.data)
    except ValidationError as problem:
        raise _refusal([*found, *_by_cell(problem, read, filename)], filename) from problem
    if found := found or [_fault(one, read) for one in directory.faults()]:
        raise _refusal(found, filename)
    return directory


class _Read:
    """The plain data of a directory as its sheets are read, with the cell of each value."""

    def __init__(self) -> None:
        self.data: dict[str, Any] = {"format": FORMAT, "classes": [], "units": []}
        self.cells: dict[tuple[str | int, ...], At] = {}
        self.findings = Findings()

    def add(self, sheet: Sheet, page: TypedSheet) -> None:
        """Take in the rows of a sheet; those of a list go to the unit or class that their first column names."""
        for row, column, formula in page.unstored:
            self.findings.error(At(page.name, row, column), "ô có công thức chưa có kết quả", found=f"«{formula}»")
        for row, column, words in page.faulty:
            self.findings.error(At(page.name, row, column), "công thức trong ô bị lỗi", found=f"«{words}»")
        columns = self._columns(sheet, page)
        for number in sorted({row for row, _ in page.cells if row > 1}):
            texts = {place: page.cells.get((number, place), "").strip() for place in columns}
            if any(texts.values()):
                self._add_row(sheet, page.name, number, {place: (columns[place], texts[place]) for place in columns})

    def _columns(self, sheet: Sheet, page: TypedSheet) -> dict[int, Column]:
        """Return the columns of a sheet by their number; a title that is none of them is a fault."""
        known = {fold(column.title): column for column in sheet.columns}
        found: dict[int, Column] = {}
        for (row, place), text in sorted(page.cells.items()):
            if row != 1 or not text.strip():
                continue
            column = known.get(fold(text))
            if column is None:
                hint = suggestion(text, [one.title for one in sheet.columns])
                self.findings.error(At(page.name, 1, place), "trang này không có cột ấy", found=f"«{text}»", hint=hint)
            elif column in found.values():
                self.findings.error(At(page.name, 1, place), "cột này có hai lần", found=f"«{text}»")
            else:
                found[place] = column
        return found

    def _add_row(self, sheet: Sheet, page: str, number: int, row: Mapping[int, tuple[Column, str]]) -> None:
        path = self._path(sheet, page, number, row)
        if path is None:
            return
        record: dict[str, Any] = {}
        for place, (column, text) in row.items():
            if column.field and text:
                at = At(page, number, place)
                record[column.field] = self._value(column, text, at)
                self.cells[(*path, column.field)] = at
        self.cells[path] = At(page, number)
        target: Any = self.data
        for step in path[:-1]:
            target = target.setdefault(step, []) if isinstance(step, str) else target[step]
        target.append(record)

    def _path(
        self, sheet: Sheet, page: str, number: int, row: Mapping[int, tuple[Column, str]]
    ) -> tuple[str | int, ...] | None:
        owners: list[dict[str, Any]] = self.data[sheet.owner]
        if sheet.entry is None:
            return sheet.owner, len(owners)
        place, wanted = next(((place, text) for place, (column, text) in row.items() if not column.field), (1, ""))
        owner = next((index for index, one in enumerate(owners) if one.get("id") == wanted), None)
        if owner is None:
            hint = suggestion(wanted, [str(one.get("id")) for one in owners]) if wanted else "ghi mã ở cột đầu"
            whose = UNITS if sheet.owner == "units" else CLASSES
            message = f"trang «{whose}» không có mã này" if wanted else "thiếu mã"
            self.findings.error(At(page, number, place), message, found=f"«{wanted}»" if wanted else None, hint=hint)
            return None
        return sheet.owner, owner, sheet.entry, len(owners[owner].get(sheet.entry, ()))

    def _value(self, column: Column, text: str, at: At) -> object:
        match column.holds:
            case Holds.LINES:
                return [line.strip() for line in text.replace("\r", "").split("\n") if line.strip()]
            case Holds.DAY:
                return self._day(text, at)
            case Holds.CHOICE:
                values = {fold(word): value for value, word in column.words.items()}
                return values.get(fold(text), text)
            case Holds.FLAG:
                return self._flag(text, at)
            case Holds.TEXT:
                return text

    def _flag(self, text: str, at: At) -> bool:
        word = fold(text)
        if word not in (YES, "x", NO):
            self.findings.error(at, f"ô này chỉ ghi «{YES}» hoặc để trống", found=f"«{text}»")
        return word in (YES, "x")

    def _day(self, text: str, at: At) -> object:
        try:
            day = PartialDate.parse(text).to_date()
        except ValueError as problem:
            self.findings.error(at, str(problem), found=f"«{text}»")
            return None
        if day is None:
            self.findings.error(at, "phải ghi đủ ngày, tháng, năm", found=f"«{text}»", hint="viết như 01/7/2025")
        return day


def _by_cell(problem: ValidationError, read: _Read, filename: str) -> Iterator[Diagnostic]:
    places = {dotted(path): at for path, at in read.cells.items()}
    for found in validation_diagnostics(problem, None, filename, UnitDirectory):
        yield _at_cell(found, places)


def _at_cell(found: Diagnostic, places: Mapping[str, At]) -> Diagnostic:
    """Return the diagnostic with the cell in place of the field, or with the row of a field that has no cell."""
    field = found.place.field or ""
    for name in _outwards(field):
        if name in places:
            return replace(found, place=replace(found.place, field=str(places[name])))
    return found


def _outwards(field: str) -> Iterator[str]:
    """Yield the path of a field and of what it stands in, the nearest first."""
    while field:
        yield field
        field = field[: max(field.rfind("."), field.rfind("["), 0)]


def _fault(fault: Fault, read: _Read) -> Diagnostic:
    paths = (fault.loc[:length] for length in range(len(fault.loc), 0, -1))
    at = next((str(read.cells[path]) for path in paths if path in read.cells), None)
    return error(fault.message, Place(field=at), found=fault.found, hint=fault.hint)


def _refusal(found: list[Diagnostic], filename: str) -> DataError:
    placed = [replace(one, place=replace(one.place, file=filename)) for one in found]
    return DataError(f"dữ liệu có {len(found)} lỗi", where=filename, diagnostics=placed)
