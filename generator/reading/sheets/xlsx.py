"""Excel workbooks (.xlsx, .xlsm) read into sheets of text, each sheet in one pass.

One pass sees what no mode of openpyxl gives at once: the stored value beside the formula, merged ranges and hidden
rows; and it stops at the bounds before a large file fills the memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from lxml import etree
from openpyxl.styles.numbers import BUILTIN_FORMATS
from openpyxl.utils import column_index_from_string, range_boundaries
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH

from generator.diagnostics import Diagnostic, hint, warning
from generator.errors import DataError
from generator.reading.sheets.asides import aside_notes
from generator.reading.sheets.book import MOST_COLUMNS, Book, Bounds, Range, Sheet, hidden_notes
from generator.reading.sheets.container import Container, local
from generator.reading.sheets.numbers import number_text
from generator.reading.sheets.words import in_one_unicode

_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LISTED = 20
_MOST_STRINGS = 1_000_000
_MOST_MERGES = 50_000


@dataclass(frozen=True)
class _Shared:
    """What all sheets of a workbook share."""

    container: Container
    bounds: Bounds
    strings: list[str]
    formats: list[str]
    epoch: datetime


@dataclass
class _Grown:
    """A sheet while it is read."""

    name: str
    cells: dict[tuple[int, int], str] = field(default_factory=dict)
    merges: list[Range] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    """First and last of each run."""
    unstored: list[tuple[int, int, str]] = field(default_factory=list)
    """Cells with a formula but no result, each with its formula."""
    faulty: list[tuple[int, int, str]] = field(default_factory=list)
    """Cells whose result is an error such as #REF!."""
    formulas: dict[tuple[int, int], str] = field(default_factory=dict)
    numbers: dict[tuple[int, int], str] = field(default_factory=dict)
    row: int = 0
    full_rows: int = 0


def read_xlsx(data: bytes, filename: str) -> Book:
    """Return the sheets of a workbook, and what was noticed: hidden parts, formulas without results, old letters.

    DataError for what is no workbook, is damaged, holds no sheet, or is larger than a plan can be.
    """
    shared, parts = _opened(data, filename)
    sheets: list[Sheet] = []
    notes: list[Diagnostic] = []
    for name, part, hidden in parts:
        sheet, found = _sheet(shared, name, part, hidden=hidden)
        sheets.append(sheet)
        notes += found
    return Book(filename, tuple(sheets), tuple(notes))


def _opened(data: bytes, filename: str) -> tuple[_Shared, list[tuple[str, str, bool]]]:
    """Return what the sheets share, and name, part and whether it is hidden of each sheet."""
    container = Container(data, filename)
    main = _main_part(container)
    targets = container.targets(main)
    named = {kind: part for kind, part in targets.values()}
    epoch = WINDOWS_EPOCH
    if any(one.get("date1904") in ("1", "true") for one in container.elements(main, "workbookPr")):
        epoch = MAC_EPOCH
    strings, formats = _strings(container, named.get("sharedStrings")), _formats(container, named.get("styles"))
    shared = _Shared(container, Bounds(filename), strings, formats, epoch)
    parts = _sheet_parts(container, main)
    if not parts:
        raise DataError("tệp Excel không có trang tính nào", where=filename)
    return shared, parts


def _main_part(container: Container) -> str:
    """Return the name of the workbook part."""
    kinds = {kind: part for kind, part in container.targets("").values()}
    main = kinds.get("officeDocument", "xl/workbook.xml")
    if not container.has(main) or main.startswith("word/"):
        raise DataError("tệp không phải bảng tính Excel (.xlsx)", where=container.filename)
    return main


def _sheet_parts(container: Container, main: str) -> list[tuple[str, str, bool]]:
    """Return name, part and whether it is hidden of each sheet of cells, in order."""
    targets = container.targets(main)
    found: list[tuple[str, str, bool]] = []
    for one in container.elements(main, "sheet"):
        identity = next((value for key, value in one.attrib.items() if str(key).endswith("}id")), "")
        kind, part = targets.get(str(identity), ("", ""))
        if kind == "worksheet" and container.has(part):
            name = " ".join((one.get("name") or "").split()) or f"Trang {len(found) + 1}"
            found.append((name, part, one.get("state", "visible") != "visible"))
    return found


def _strings(container: Container, part: str | None) -> list[str]:
    """Return the shared texts; DataError when there are more than any plan needs."""
    if part is None or not container.has(part):
        return []
    found: list[str] = []
    for element in container.elements(part, "si"):
        found.append(_text_of(element))
        if len(found) > _MOST_STRINGS:
            raise DataError("tệp Excel có quá nhiều chữ", where=container.filename)
    return found


def _text_of(element: etree._Element) -> str:
    """Return the words of a text, its formatted pieces joined, without reading aids."""
    pieces = [one.text or "" for one in element.iter("{*}t") if local(_parent(one)) != "rPh"]
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), "".join(pieces))


def _parent(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    return element if parent is None else parent


def _formats(container: Container, part: str | None) -> list[str]:
    """Return the number format of each cell style."""
    if part is None or not container.has(part):
        return []
    own: dict[str, str] = {}
    used: list[str] = []
    for element in container.elements(part, "numFmt", "cellXfs"):
        if local(element) == "numFmt":
            own.setdefault(element.get("numFmtId", ""), element.get("formatCode", ""))
        else:
            used = [one.get("numFmtId", "0") for one in element.iterchildren("{*}xf")]
    return [own.get(one) or BUILTIN_FORMATS.get(int(one) if one.isdecimal() else 0, "General") for one in used]


def _grown(shared: _Shared, name: str, part: str) -> _Grown:
    """Return a sheet as it stands."""
    grown = _Grown(name)
    for element in shared.container.elements(part, "row", "mergeCell", "col"):
        kind = local(element)
        if kind == "row":
            _add_row(grown, element, shared)
        elif kind == "mergeCell" and len(grown.merges) < _MOST_MERGES:
            _add_merge(grown, element.get("ref", ""))
        elif kind == "col" and element.get("hidden") in ("1", "true") and len(grown.hidden_columns) < MOST_COLUMNS:
            grown.hidden_columns.append((_number(element.get("min"), 0), _number(element.get("max"), 0)))
    shared.bounds.columns(len({column for _, column in grown.cells}), name)
    return grown


def _sheet(shared: _Shared, name: str, part: str, *, hidden: bool) -> tuple[Sheet, list[Diagnostic]]:
    grown = _grown(shared, name, part)
    used = {column for _, column in grown.cells}
    cells, converted = in_one_unicode(name, grown.cells)
    rows = tuple(grown.hidden_rows)
    columns = tuple(sorted(one for one in used if any(first <= one <= last for first, last in grown.hidden_columns)))
    unstored = {(row, column): formula for row, column, formula in grown.unstored}
    sheet = Sheet(name, cells, tuple(grown.merges), hidden, rows, columns, unstored)
    asides = aside_notes(shared.container, part, name)
    return sheet, [*hidden_notes(sheet), *converted, *_formula_notes(sheet, grown), *asides]


def _add_row(grown: _Grown, row: etree._Element, shared: _Shared) -> None:
    grown.row = _number(row.get("r"), grown.row + 1)
    if row.get("hidden") in ("1", "true"):
        grown.hidden_rows.append(grown.row)
    column, full = 0, False
    for cell in row.iterchildren("{*}c"):
        match = _REFERENCE.fullmatch(cell.get("r", ""))
        column = column_index_from_string(match[1]) if match else column + 1
        if words := _words(grown, cell, column, shared).strip():
            grown.cells[grown.row, column] = words
            shared.bounds.cell(len(words))
            full = True
    grown.full_rows += full
    shared.bounds.row(grown.full_rows, grown.name)


def _words(grown: _Grown, cell: etree._Element, column: int, shared: _Shared) -> str:
    """Return the words that a cell shows; of a formula its stored result."""
    children = {local(child): child for child in cell}
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return _text_of(children["is"]) if "is" in children else ""
    formula = children.get("f")
    stored = children["v"].text or "" if "v" in children else None
    if formula is not None:
        grown.formulas[grown.row, column] = formula.text or ""
    if stored is None or (formula is not None and not stored and kind != "str"):
        if formula is not None:
            grown.unstored.append((grown.row, column, formula.text or ""))
        return ""
    if kind == "e":
        grown.faulty.append((grown.row, column, stored))
    if kind in ("n", "d"):
        grown.numbers[grown.row, column] = stored
    return _shown(kind, stored, _number(cell.get("s"), 0), shared)


def _shown(kind: str, stored: str, style: int, shared: _Shared) -> str:
    """Return what a cell of a kind shows of its stored value."""
    if kind == "s":
        place = _number(stored, -1)
        return shared.strings[place] if 0 <= place < len(shared.strings) else ""
    if kind == "b":
        return "TRUE" if stored == "1" else "FALSE"
    if kind in ("n", "d"):
        return number_text(stored, shared.formats[style] if style < len(shared.formats) else "General", shared.epoch)
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), stored)


def _number(text: str | None, other: int) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 9 else other


def _add_merge(grown: _Grown, reference: str) -> None:
    try:
        left, top, right, bottom = range_boundaries(reference)
    except ValueError:
        return
    if left and top and right and bottom:
        grown.merges.append(Range(top, left, bottom, right))


def _formula_notes(sheet: Sheet, grown: _Grown) -> Iterator[Diagnostic]:
    """Yield a warning for each cell without its words: a formula without a result, or one that ends in an error."""
    advice = "hãy mở tệp bằng Excel, để tính lại rồi lưu; hoặc gõ giá trị vào ô"
    for row, column, formula in grown.unstored[:_LISTED]:
        where = sheet.place(row, column, f"={formula}" if formula else None)
        yield warning("công thức không có kết quả lưu trong tệp, ô bị bỏ trống", where, hint=advice, code="no-value")
    for row, column, value in grown.faulty[:_LISTED]:
        yield warning(
            "công thức cho kết quả lỗi", sheet.place(row, column), found=value, hint=advice, code="error-value"
        )
    more = max(0, len(grown.unstored) - _LISTED) + max(0, len(grown.faulty) - _LISTED)
    if more:
        where = sheet.place(sheet.rows[0] if sheet.rows else 1)
        yield hint(f"còn {more} ô có công thức lỗi hoặc không có kết quả ở trang này", where, code="no-value")


@dataclass(frozen=True)
class TypedSheet:
    """A sheet as it was typed: the words of its cells as they stand, none cleaned or converted."""

    name: str
    cells: dict[tuple[int, int], str]
    merges: tuple[Range, ...]
    unstored: tuple[tuple[int, int, str], ...]
    """Row and column of each cell with a formula but no result, and the formula."""
    faulty: tuple[tuple[int, int, str], ...]
    """Row and column of each cell whose result is an error, and the error."""
    formulas: dict[tuple[int, int], str] = field(default_factory=dict)
    """The formula of each cell that has one; empty words for one that shares that of another cell."""
    numbers: dict[tuple[int, int], str] = field(default_factory=dict)
    """The number of each cell that holds one, as it is stored."""


def read_typed(data: bytes, filename: str) -> tuple[TypedSheet, ...]:
    """Return the sheets of a workbook as they were typed, hidden ones too; DataError as `read_xlsx`."""
    shared, parts = _opened(data, filename)
    found = []
    for name, part, _ in parts:
        grown = _grown(shared, name, part)
        parted = tuple(grown.merges), tuple(grown.unstored), tuple(grown.faulty)
        found.append(TypedSheet(name, grown.cells, *parted, grown.formulas, grown.numbers))
    return tuple(found)


def sheet_names(data: bytes, filename: str) -> tuple[str, ...]:
    """Return the names of the sheets alone; DataError as `read_xlsx`."""
    container = Container(data, filename)
    return tuple(name for name, _, _ in _sheet_parts(container, _main_part(container)))
