"""Tables saved as text (.csv): characters and delimiter found by content."""

from __future__ import annotations

import csv
import re
from collections import Counter
from io import StringIO

from generator.diagnostics import Diagnostic, Place, hint
from generator.errors import DataError
from generator.reading.decoding import decoded
from generator.reading.sheets.book import Book, Bounds, Sheet
from generator.reading.sheets.words import in_one_unicode
from generator.reading.task_columns import guess

_DELIMITERS = {";": "dấu chấm phẩy", ",": "dấu phẩy", "\t": "dấu tab", "|": "dấu gạch đứng"}
_DECLARED = re.compile(r"sep=(.)\r?\n")
_LOOKED_AT = 50
_LONGEST_CELL = 1_000_000


def read_csv(data: bytes, filename: str) -> Book:
    """Return the one sheet of a .csv file; its rows are the rows of the table, wherever a cell has several lines.

    DataError for bytes that are no text, a quotation that never ends, or a file larger than a plan can be.
    """
    text, notes = decoded(data, filename)
    declared = _DECLARED.match(text)
    delimiter = declared[1] if declared else _delimiter(text)
    cells = _cells(text[declared.end() :] if declared else text, delimiter, filename)
    clean, changed = in_one_unicode("CSV", cells)
    return Book(filename, (Sheet("CSV", clean),), (*notes, _delimiter_note(delimiter), *changed))


def _cells(text: str, delimiter: str, filename: str) -> dict[tuple[int, int], str]:
    bounds = Bounds(filename)
    cells: dict[tuple[int, int], str] = {}
    full = 0
    for number, row in enumerate(_rows(text, delimiter, filename), start=1):
        filled = {(number, column): cell.strip() for column, cell in enumerate(row, start=1) if cell.strip()}
        cells |= filled
        full += bool(filled)
        bounds.row(full, "CSV")
        bounds.columns(len(row) if filled else 0, "CSV")
        for words in filled.values():
            bounds.cell(len(words))
    return cells


def _rows(text: str, delimiter: str, filename: str) -> list[list[str]]:
    """Return the rows; the limit of a cell is the module's own, and wide enough for any table."""
    csv.field_size_limit(_LONGEST_CELL)
    try:
        return list(csv.reader(StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as failure:
        advice = "hãy mở tệp bằng Excel rồi lưu lại dạng .xlsx hoặc .csv (UTF-8)"
        raise DataError("bảng .csv bị hỏng: dấu ngoặc kép không khớp", where=filename, hint=advice) from failure


def _delimiter(text: str) -> str:
    """Return what parts the cells: the sign by which a row has most headings of a task table, else the steadiest."""
    lines = text[:200_000].splitlines(keepends=True)[:_LOOKED_AT]

    def fitness(delimiter: str) -> tuple[int, int, int]:
        rows = [row for row in csv.reader(lines, delimiter=delimiter) if any(row)]
        named = max((len({found.column for cell in row if (found := guess(cell))}) for row in rows), default=0)
        width, steady = Counter(map(len, rows)).most_common(1)[0] if rows else (1, 0)
        return (named, steady if width > 1 else 0, width)

    try:
        return max(_DELIMITERS, key=fitness)
    except csv.Error:
        return ","


def _delimiter_note(delimiter: str) -> Diagnostic:
    named = _DELIMITERS.get(delimiter, f"«{delimiter}»")
    return hint(f"các ô của bảng .csv cách nhau bằng {named}", Place(field="CSV"), code="delimiter")
