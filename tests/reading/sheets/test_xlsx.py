"""Workbooks read into sheets of text."""

from __future__ import annotations

import time
import zipfile
from datetime import date
from io import BytesIO

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment

from generator.errors import DataError
from generator.reading.sheets.book import Range, Sheet
from generator.reading.sheets.xlsx import read_xlsx
from tests.old_encodings import in_tcvn3
from tests.workbooks import changed, rows_of, saved, with_shared_strings, workbook


def sheet_of(data: bytes) -> Sheet:
    return read_xlsx(data, "a.xlsx").sheets[0]


def test_words_numbers_and_days() -> None:
    data = workbook([["Một", 1601, date(2026, 1, 15), True, None, "  hai \r\n\n ba "]], formats={"B1": "#,##0"})
    assert list(sheet_of(data).cells.values()) == ["Một", "1.601", "15/01/2026", "TRUE", "hai\nba"]


def test_merged_ranges_and_rows_with_words() -> None:
    sheet = sheet_of(workbook(rows_of("a|b\n\nc|"), merges=["A1:A2", "A3:B3"]))
    assert set(sheet.merges) == {Range(1, 1, 2, 1), Range(3, 1, 3, 2)}
    assert (sheet.rows, sheet.columns) == ((1, 3), (1, 2))


def test_rich_and_inline_text_is_joined() -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = CellRichText("Rà ", TextBlock(InlineFont(b=True), "soát"))
    assert sheet_of(saved(book)).cells == {(1, 1): "Rà soát"}


def test_shared_texts_and_cells_without_a_reference() -> None:
    assert sheet_of(with_shared_strings()).cells == {(1, 1): "Rà soát", (1, 2): "một", (1, 4): "5"}


def test_a_formula_gives_its_stored_value_and_one_without_is_named() -> None:
    data = workbook([["=1+1", "=2+2", "=3+3", "=4+4"]])
    part = "xl/worksheets/sheet1.xml"
    stored = (("A1", "1+1", "n", "2"), ("C1", "3+3", "e", "#REF!"), ("D1", "4+4", "str", "tám"))
    for cell, formula, kind, value in stored:
        new = f'<c r="{cell}" t="{kind}"><f>{formula}</f><v>{value}</v>'
        for empty in ("<v></v>", "<v/>", "<v />"):
            data = changed(data, part, f'<c r="{cell}"><f>{formula}</f>{empty}', new)
    book = read_xlsx(data, "a.xlsx")
    assert book.sheets[0].cells == {(1, 1): "2", (1, 3): "#REF!", (1, 4): "tám"}
    assert [(note.code, note.place.field, note.place.quote) for note in book.diagnostics] == [
        ("no-value", "Trang 1!B1", "=2+2"),
        ("error-value", "Trang 1!C1", None),
    ]


def test_hidden_sheets_rows_and_columns_are_read_and_named() -> None:
    book = openpyxl.Workbook()
    book.active.append(["a", "b"])
    book.active.append(["c", "d"])
    book.active.row_dimensions[2].hidden = True
    book.active.column_dimensions["B"].hidden = True
    second = book.create_sheet("Ẩn")
    second["A1"] = "e"
    second.sheet_state = "hidden"
    read = read_xlsx(saved(book), "a.xlsx")
    assert [len(sheet.cells) for sheet in read.sheets] == [4, 1]
    assert [note.code for note in read.diagnostics] == ["hidden-rows", "hidden-columns", "hidden-sheet"]


def test_words_beside_the_cells_are_quoted() -> None:
    book = openpyxl.Workbook()
    book.active.append(["a"])
    book.active["A1"].comment = Comment("xem lại số này", "x")
    book.active.oddFooter.center.text = "Trang &P của kế hoạch"
    notes = read_xlsx(saved(book), "a.xlsx").diagnostics
    assert [(note.code, note.place.field, note.place.quote) for note in notes] == [
        ("comment", "Sheet!A1", "xem lại số này"),
        ("page-margin", "Sheet", "Trang của kế hoạch"),
    ]


def test_old_letters_are_converted() -> None:
    rows = [[in_tcvn3(cell)] for cell in ("Kế hoạch cải cách hành chính", "Phòng Nội vụ huyện", "Quyết định")]
    book = read_xlsx(workbook(rows), "a.xlsx")
    assert next(iter(book.sheets[0].cells.values())) == "Kế hoạch cải cách hành chính"
    assert [(note.code, note.place.field) for note in book.diagnostics] == [("legacy-encoding", "Trang 1")]


def test_empty_formatted_rows_are_no_rows() -> None:
    data = workbook([["a"]])
    row = "".join(f'<row r="{n}"><c r="A{n}" s="0"/><c r="B{n}" s="0"/></row>' for n in range(2, 20_002))
    data = changed(data, "xl/worksheets/sheet1.xml", "</sheetData>", f"{row}</sheetData>")
    assert sheet_of(data).rows == (1,)


def test_strict_names_and_escaped_signs_are_read() -> None:
    data = changed(with_shared_strings(), "xl/sharedStrings.xml", "<t>một</t>", "<t>một_x000A_hai</t>")
    schemas, purl = "http://schemas.openxmlformats.org/spreadsheetml/2006", "http://purl.oclc.org/ooxml/spreadsheetml"
    for part in ("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"):
        data = changed(data, part, schemas, purl)
    assert sheet_of(data).cells[1, 2] == "một\nhai"


def test_too_many_rows_columns_or_letters_are_refused_quickly() -> None:
    many = openpyxl.Workbook(write_only=True)
    sheet = many.create_sheet("Dài")
    for number in range(100_000):
        sheet.append([number])
    started = time.process_time()
    with pytest.raises(DataError, match="trang «Dài» có hơn 20000 hàng"):
        read_xlsx(saved(many), "a.xlsx")
    assert time.process_time() - started < 15
    with pytest.raises(DataError, match="hơn 256 cột"):
        read_xlsx(workbook([list(range(300))]), "a.xlsx")
    with pytest.raises(DataError, match="hơn 400000 ô"):
        read_xlsx(workbook([list(range(200))] * 2001), "a.xlsx")
    with pytest.raises(DataError, match="hơn 5000000 chữ"):
        read_xlsx(workbook([["x" * 30_000] * 200]), "a.xlsx")


BOMB = '<!DOCTYPE a [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("xl/worksheets/sheet1.xml", "<worksheet", f"{BOMB}<worksheet"),
        ("xl/sharedStrings.xml", "<sst", f"{BOMB}<sst"),
        ("xl/worksheets/sheet1.xml", "</sheetData>", "<row>" * 2000 + "</sheetData>"),
        ("xl/worksheets/sheet1.xml", "<sheetData>", "<sheetData><row><c"),
        ("xl/workbook.xml", "<sheets>", "<nothing>"),
        ("xl/workbook.xml", "<", "<"),
    ],
)
def test_broken_parts_are_a_clear_refusal(part: str, old: str, new: str) -> None:
    data = changed(with_shared_strings(), part, old, new)
    if old == new:
        data = data[: len(data) // 2]
    with pytest.raises(DataError) as refused:
        read_xlsx(data, "a.xlsx")
    assert refused.value.where == "a.xlsx"


def test_a_zip_bomb_is_refused() -> None:
    stream = BytesIO()
    with (
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/x", "w", force_zip64=True) as part,
    ):
        for _ in range(200):
            part.write(bytes(1024 * 1024))
    with pytest.raises(DataError, match="lớn hơn 150 MB"):
        read_xlsx(stream.getvalue(), "a.xlsx")
