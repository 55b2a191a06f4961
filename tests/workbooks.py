"""Workbooks made for tests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl


def workbook(
    *sheets: Sequence[Sequence[Any]],
    names: Sequence[str] = (),
    merges: Iterable[str] = (),
    formats: Mapping[str, str] | None = None,
) -> bytes:
    """Return an .xlsx of sheets given as rows; merges and number formats are those of the first sheet."""
    book = openpyxl.Workbook()
    for place, rows in enumerate(sheets):
        sheet = book.worksheets[0] if not place else book.create_sheet()
        sheet.title = names[place] if place < len(names) else f"Trang {place + 1}"
        for row in rows:
            sheet.append(list(row))
    for reference in merges:
        book.worksheets[0].merge_cells(reference)
    for cell, code in (formats or {}).items():
        book.worksheets[0][cell].number_format = code
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    """Return the bytes of a workbook."""
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_SHARED = {
    "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><workbookPr date1904="1"/>'
    '<sheets><sheet name="Một" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}"><si><t>một</t></si>'
    "<si><r><t>Rà </t></r><r><rPr><b/></rPr><t>soát</t></r><rPh sb='0' eb='1'><t>x</t></rPh></si></sst>",
    "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}"><sheetData><row>'
    '<c t="s"><v>1</v></c><c t="s"><v>0</v></c><c t="s"><v>9</v></c><c><v>5</v></c>'
    "</row></sheetData></worksheet>",
}


def with_shared_strings() -> bytes:
    """Return a workbook as Excel writes it: its texts shared, one of them in pieces, no styles, no references."""
    return zipped(_SHARED)


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a zip file of the parts."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def changed(data: bytes, part: str, old: str, new: str) -> bytes:
    """Return a zip file with the text of one part changed."""
    with ZipFile(BytesIO(data)) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    return zipped({**parts, part: parts[part].replace(old.encode(), new.encode())})


def rows_of(text: str) -> list[list[str | None]]:
    """Return rows written one a line, their cells between bars; an empty cell is None."""
    return [[cell.strip() or None for cell in line.split("|")] for line in text.strip("\n").splitlines()]
