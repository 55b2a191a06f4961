"""Single values of the general sheet of a workbook put in place of others; all else stays as the clerk left it."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.spelling import unmarked
from generator.workbook.fixed import same_bytes
from generator.workbook.forms import FIELD, GENERAL, VALUE

_TEXT = "@"


def with_general(data: bytes, values: Mapping[str, str]) -> bytes | None:
    """Return the workbook with other words behind some fields of its general sheet, the fields named by their titles.

    None when the sheet or one of the fields is not there.
    """
    book = load_workbook(BytesIO(data))
    sheet = next((one for one in book.worksheets if unmarked(one.title) == unmarked(GENERAL)), None)
    if sheet is None or not all([_put(sheet, title, text) for title, text in values.items()]):
        return None
    stream = BytesIO()
    book.save(stream)
    return same_bytes(stream.getvalue())


def _put(sheet: Worksheet, title: str, text: str) -> bool:
    """Write the words of a field; tell whether it is there."""
    value_column = 0
    for row in sheet.iter_rows():
        words = [unmarked(str(cell.value or "")) for cell in row]
        if not value_column:
            if unmarked(FIELD) in words and unmarked(VALUE) in words:
                value_column = words.index(unmarked(VALUE)) + 1
        elif unmarked(title) in words[: value_column - 1]:
            cell = sheet.cell(row[0].row or 1, value_column)
            cell.value, cell.number_format = text, _TEXT
            return True
    return False
