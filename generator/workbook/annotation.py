"""A copy of a workbook in which the faults stand where they were found: as notes of cells, on a coloured ground."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from generator.diagnostics import Diagnostic, Severity
from generator.workbook.drawing import AUTHOR
from generator.workbook.fixed import same_bytes

_COLOURS = {Severity.ERROR: "FFC7CE", Severity.WARNING: "FFEB9C", Severity.HINT: "DDEBF7"}


def annotated(data: bytes, diagnostics: Iterable[Diagnostic]) -> bytes:
    """Return the workbook with each finding as a note at its cell; one of no cell is at the first of its sheet.

    The same workbook and findings give the same bytes.
    """
    book = load_workbook(BytesIO(data))
    for one in diagnostics:
        _annotate(_cell(book, one.place.field or ""), one)
    stream = BytesIO()
    book.save(stream)
    return same_bytes(stream.getvalue())


def _cell(book: Workbook, named: str) -> Cell:
    name, _, reference = named.rpartition("!")
    sheets: dict[str, Worksheet] = {" ".join(sheet.title.split()): sheet for sheet in book.worksheets}
    sheet = sheets.get(name or reference, book.worksheets[0])
    found = sheet[reference] if name and not reference.isdecimal() else sheet["A1"]
    return found if isinstance(found, Cell) else sheet["A1"]


def _annotate(cell: Cell, one: Diagnostic) -> None:
    words = [f"{one.severity.label.upper()}: {one.message}"]
    words += [f"Gặp: {one.found}"] if one.found else []
    words += [f"Cần: {one.expected}"] if one.expected else []
    words += [f"Gợi ý: {one.hint}"] if one.hint else []
    before = f"{cell.comment.text}\n" if cell.comment else ""
    note = Comment(before + "\n".join(words), AUTHOR)
    note.width, note.height = 340, 60 + 18 * (len(note.text) // 42 + len(words))
    cell.comment = note
    cell.fill = PatternFill("solid", fgColor=_COLOURS[one.severity])
