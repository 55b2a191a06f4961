"""The figures of forms that other offices drew: never another period's, nor in another measure without a word."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest

from generator.diagnostics import Place, Severity
from generator.importers.report_forms import ToldForms, told_forms
from generator.importers.report_tables import PlacedRow, placed_tables
from generator.model.blocks import Cell, Numbering, Paragraph, Section, Table
from generator.model.document import Document
from tests.reports.grounds import ground

FORMS = ground().forms
HEADINGS = ("TT", "Nội dung", "ĐVT", "Số liệu")
Key = tuple[int, str]


def _table(form: int, cells: dict[str, Sequence[str]], headings: Sequence[str] = HEADINGS) -> list[PlacedRow]:
    """Return a form with some rows replaced: unit and figure by code, "+" before the code for one row more."""
    rows: list[Sequence[str]] = [headings]
    for row in FORMS.form(form).rows:
        rows.append((row.code, row.label, *cells.get(row.code, (row.unit or "", ""))))
        if more := cells.get(f"+{row.code}"):
            rows.append((row.code, row.label, *more))
    return [PlacedRow(tuple(row), Place(line=number)) for number, row in enumerate(rows, start=1)]


def _told(form: int, cells: dict[str, Sequence[str]]) -> ToldForms:
    return told_forms([_table(form, cells)], FORMS)


@pytest.mark.parametrize(
    ("unit", "text", "value"),
    [
        ("Triệu đồng", "12,5", "12.5"),
        ("", "12.500", "12500"),
        ("Tỷ đồng", "12,5", "12500"),
        ("tỉ đồng", "5", "5000"),
        ("Đồng", "1.500.000", "1.5"),
        ("Nghìn đồng", "2.500", "2.5"),
        ("", "12,5 tỷ đồng", "12500"),
        ("1.000 đồng", "500", "0.5"),
    ],
)
def test_money_of_another_measure_is_converted_and_told(unit: str, text: str, value: str) -> None:
    told = _told(6, {"1.1": (unit, text)})
    assert told.figures[6, "1.1"].value == Decimal(value)
    notes = [one.severity for one in told.diagnostics]
    assert notes == (
        [] if Decimal(value) == Decimal(text.replace(".", "").replace(",", ".").split()[0]) else [Severity.WARNING]
    )


@pytest.mark.parametrize(
    ("form", "code", "unit", "text"),
    [
        (6, "1.1", "Dự án", "5"),
        (6, "1.1", "Triệu đồng", "5 tỷ đồng"),
        (3, "1.2", "Thủ tục", "20%"),
        (3, "1.2", "%", "20"),
        (3, "3.3.1", "Nghìn hồ sơ", "1,2345"),
        (3, "3.3", "PAKN", "50"),
    ],
)
def test_a_measure_that_does_not_fit_is_refused(form: int, code: str, unit: str, text: str) -> None:
    told = _told(form, {code: (unit, text)})
    assert (form, code) not in told.figures
    (fault,) = told.diagnostics
    assert (fault.severity, fault.place.field) == (Severity.ERROR, f"biểu mẫu {form}, dòng {code}")


def test_thousands_of_things_are_converted() -> None:
    told = _told(3, {"3.3.1": ("Nghìn hồ sơ", "4,321")})
    assert told.figures[3, "3.3.1"].value == 4321


def test_a_measure_in_the_heading_counts() -> None:
    told = told_forms([_table(6, {"1.1": ("", "5")}, ("TT", "Nội dung", "ĐVT", "Số liệu (tỷ đồng)"))], FORMS)
    assert told.figures[6, "1.1"].value == 5000


def test_money_with_a_comma_is_refused_where_the_report_writes_numbers_in_the_english_way() -> None:
    money = _table(6, {"1.1": ("Triệu đồng", "5,082")})
    assert told_forms([money], FORMS).figures[6, "1.1"].value == Decimal("5.082")
    told = told_forms([money, _table(3, {"3.3": ("%", "13.89 %")})], FORMS)
    assert (6, "1.1") not in told.figures
    assert "không rõ dấu ngăn cách" in " ".join(one.message for one in told.diagnostics)


@pytest.mark.parametrize(
    ("first", "second", "value"), [("17", "17", 17), ("17", "", 17), ("17", "5.555", None), ("-", "3", None)]
)
def test_a_row_that_stands_twice(first: str, second: str, value: int | None) -> None:
    told = _told(3, {"1.1": ("Thủ tục", first), "+1.1": ("Thủ tục", second)})
    figure = told.figures.get((3, "1.1"))
    assert (figure.value if figure else None) == value
    assert bool(told.diagnostics) == (value is None)


def test_a_form_that_stands_twice_with_other_figures_gives_none() -> None:
    told = told_forms([_table(3, {"1.1": ("", "17")}), _table(3, {"1.1": ("", "5.555")})], FORMS)
    assert (3, "1.1") not in told.figures
    assert [one.found for one in told.diagnostics] == ["«17»; «5.555»"]


def test_a_row_with_the_number_of_another_is_told() -> None:
    table = _table(4, {"2.1": ("Người", "777")})
    (place,) = [number for number, row in enumerate(table) if row.cells[0] == "2.1"]
    changed = PlacedRow(("2.1", "Số hợp đồng lao động của cơ quan", "Người", "777"), table[place].place)
    told = told_forms([[*table[:place], changed, *table[place + 1 :]]], FORMS)
    (fault,) = told.diagnostics
    assert (fault.place.field, fault.place.line, fault.found) == ("biểu mẫu 4, dòng 2.1", place + 1, "«777»")


def test_a_table_without_a_column_of_the_period_says_what_it_has() -> None:
    told = told_forms([_table(3, {"1.1": ("", "17")}, ("TT", "Nội dung", "ĐVT", "Kỳ trước"))], FORMS)
    assert not told.figures
    assert [one.found for one in told.diagnostics] == ["«TT», «Nội dung», «ĐVT», «Kỳ trước»"]


def test_a_table_that_goes_on_without_a_heading_keeps_the_columns() -> None:
    table = _table(3, {"1.1": ("", "17"), "3.3.1": ("", "8")})
    told = told_forms([table[:8], table[8:]], FORMS)
    assert [told.figures[3, code].value for code in ("1.1", "3.3.1")] == [17, 8]


@pytest.mark.parametrize(("text", "value"), [("1 000", 1000), ("Không phát sinh.", None)])
def test_ways_of_writing_that_are_sure(text: str, value: int | None) -> None:
    told = _told(3, {"1.1": ("Thủ tục", text)})
    assert (told.figures[3, "1.1"].value, told.diagnostics) == (value, ())


@pytest.mark.parametrize("above", ["ĐVT: tỷ đồng", "(Đơn vị tính: Tỷ đồng)", "Đơn vị: tỷ đồng; số liệu lũy kế"])
@pytest.mark.parametrize("in_title", [True, False])
def test_money_counts_in_the_measure_above_its_table(above: str, in_title: bool) -> None:
    rows = tuple(tuple(Cell(text=text or None) for text in row.cells) for row in _table(6, {"1.1": ("", "12,5")}))
    table = Table(title=above if in_title else None, rows=rows)
    blocks = (table,) if in_title else (Paragraph(text=above), table)
    document = Document(kind="report", sections=(Section(numbering=Numbering.ROMAN, title="Biểu", blocks=blocks),))
    told = told_forms([*placed_tables(document)], FORMS)
    assert told.figures[6, "1.1"].value == 12500
    assert [one.severity for one in told.diagnostics] == [Severity.WARNING]


def test_money_whose_measure_above_the_table_is_another_than_in_its_row_is_refused() -> None:
    rows = [PlacedRow(row.cells, row.place, "tỷ đồng") for row in _table(6, {"1.1": ("Triệu đồng", "12,5")})]
    told = told_forms([rows], FORMS)
    assert (6, "1.1") not in told.figures
    assert Severity.ERROR in [one.severity for one in told.diagnostics]
