"""What a clerk sees on opening the workbook, read back by openpyxl and by LibreOffice."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pdfplumber
import pytest

from generator.model.forms import FORMS
from generator.model.organization import Organization
from generator.nd30.document_types import DOCUMENT_TYPES
from generator.office import convert
from generator.registers.catalog import bundled_legal_register
from generator.registers.store import load_register
from generator.registers.units import UnitDirectory
from generator.workbook.blank import blank_document
from generator.workbook.forms import TABLES
from generator.workbook.writer import dump_workbook
from tests.workbook.books import ROOT, made, read, yearly_plan

TITLES = {
    "Thông tin chung": "Loại văn bản, Cơ quan chủ quản, Cơ quan ban hành, Số, Ký hiệu, Địa danh, Ngày ban hành, "
    "Trích yếu,"
    " Năm kế hoạch, Mức độ khẩn, Quyền hạn ký, Chức vụ, Chức vụ khác, Họ và tên, Đơn vị soạn thảo,"
    " Người soạn thảo, Số bản, Lưu",
    "Căn cứ": "TT, Cách dẫn, Loại văn bản, Số# ký hiệu, Ngày ban hành, Cơ quan ban hành, Trích yếu, Là văn bản cấp trên"
    " giao, Tình trạng hiệu lực",
    "Chỉ tiêu": "Mã, Lĩnh vực, Nội dung chỉ tiêu, Phép so sánh, Giá trị, Đơn vị tính, Kết quả năm trước, Mức cấp trên"
    " giao, Chủ trì",
    "Nội dung": "Cấp, Tiêu đề, Nội dung",
    "Nhiệm vụ": "Mã nhiệm vụ, Lĩnh vực, Mục tiêu, Nhiệm vụ, Hoạt động, Kết quả/sản phẩm, Cấp ban hành, Thời gian thực"
    " hiện, Hạn trình, Hạn hoàn thành, Chủ trì, Phối hợp, Theo dõi# đôn đốc, Lãnh đạo phụ trách, Kinh phí, Tiêu "
    "chí CCHC,"
    " Nguồn giao, Ghi chú, Cần xem lại",
    "Nơi nhận": "Nơi nhận, Mục đích, Nhóm, Gồm các đơn vị",
}


def _book(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(data))


@pytest.fixture(scope="module")
def plan() -> openpyxl.Workbook:
    return _book(dump_workbook(blank_document("plan", 2027)))


def _titles(sheet: str) -> list[str]:
    return [title.replace("#", ",") for title in TITLES[sheet].split(", ")]


@pytest.mark.parametrize("name", [table.name for table in TABLES])
def test_tables_have_their_columns(plan: openpyxl.Workbook, name: str) -> None:
    assert [cell.value for cell in plan[name][1]] == _titles(name)


def test_the_general_sheet_lists_its_fields_in_order(plan: openpyxl.Workbook) -> None:
    listed = [row[0].value for row in plan["Thông tin chung"].iter_rows(min_row=2)]
    wanted = _titles("Thông tin chung")
    assert [title for title in listed if title in wanted] == wanted


def test_headings_are_frozen_and_printed_on_each_page(plan: openpyxl.Workbook) -> None:
    for sheet in plan.worksheets:
        assert sheet.freeze_panes in ("A2", "B2")
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.page_setup.orientation == "landscape"
        wide = 2 if sheet.title == "Nhiệm vụ" else 1
        assert (sheet.page_setup.paperSize, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (9, wide, 0)
    assert plan["Nhiệm vụ"].print_title_cols == "$A:$A"


def test_what_is_typed_below_is_printed_and_grows(plan: openpyxl.Workbook) -> None:
    for table in TABLES:
        sheet = plan[table.name]
        assert not sheet.print_area
        empty = sheet.cell(sheet.max_row, 1)
        assert not empty.value and not (empty.border.left and empty.border.left.style)
        framed = [rule for some in sheet.conditional_formatting for rule in some.rules if "COUNTA" in rule.formula[0]]
        assert framed


def test_no_row_keeps_the_height_that_it_was_given() -> None:
    with ZipFile(BytesIO(dump_workbook(yearly_plan()))) as parts:
        for name in parts.namelist():
            assert b"customHeight" not in parts.read(name)


@pytest.mark.office
def test_rows_typed_into_an_empty_form_are_all_on_its_pages(tmp_path: Path) -> None:
    book = _book(dump_workbook(blank_document("plan", 2027)))
    for row in range(3, 33):
        for column, words in zip("ADFK", (f"NV{row}", f"Việc thứ {row}", "Báo cáo", "Văn phòng Sở"), strict=True):
            book["Nhiệm vụ"][f"{column}{row}"] = words
    last = max(row[0].row or 0 for row in book["Nội dung"].iter_rows() if row[0].value) + 1
    book["Nội dung"][f"A{last}"], book["Nội dung"][f"C{last}"] = "đoạn", "hàng thêm sau cùng"
    source = tmp_path / "day.xlsx"
    book.save(source)
    (made_file,) = convert([source], tmp_path / "ra")
    with pdfplumber.open(made_file) as pdf:
        pages = [page.extract_text() for page in pdf.pages]
        sizes = [char["size"] for page in pdf.pages for char in page.chars if "NV" in page.extract_text()]
    words = " ".join(" ".join(pages).split())
    assert "NV32" in words and "hàng thêm sau cùng" in words
    assert min(sizes) > 7


def test_columns_have_notes_and_a_marked_example(plan: openpyxl.Workbook) -> None:
    for table in TABLES:
        sheet = plan[table.name]
        assert all(cell.comment for cell in sheet[1])
        assert str(sheet["A2"].value).startswith("Ví dụ")
        assert sheet["B2"].fill.fgColor.rgb == "00EDEDED"


def test_cells_hold_text_so_that_no_program_types_them_anew() -> None:
    book = _book(dump_workbook(made(subject="=1+1", preamble=["-5 độ"])))
    cell = next(row[1] for row in book["Thông tin chung"].iter_rows() if row[0].value == "Trích yếu")
    assert (cell.value, cell.data_type, cell.number_format) == ("=1+1", "s", "@")
    assert {cell.number_format for row in book["Nhiệm vụ"].iter_rows(min_row=2) for cell in row} == {"@"}


def test_lists_offer_what_may_be_chosen(plan: openpyxl.Workbook) -> None:
    lists = {str(one.sqref): str(one.formula1) for one in plan["Chỉ tiêu"].data_validations.dataValidation}
    assert any(cells.startswith("D3:") and "'Danh mục'!$D$2:$D$6" in formula for cells, formula in lists.items())
    assert [plan["Danh mục"].cell(row, 4).value for row in range(2, 7)] == [
        "từ … trở lên", "trên", "bằng", "không quá", "dưới",
    ]  # fmt: skip


def test_units_are_offered_where_a_directory_is_given() -> None:
    path = ROOT / "data" / "registers" / "units.yaml"
    units = load_register(path.read_bytes(), path.name, UnitDirectory)
    book = _book(dump_workbook(blank_document("plan"), units=units, on=date(2027, 1, 1)))
    sheet = book["Danh mục"]
    column = next(cell.column for cell in sheet[1] if cell.value == "Đơn vị")
    names = {row[column - 1].value for row in sheet.iter_rows(min_row=2)}
    assert {unit.name for unit in units.on(date(2027, 1, 1))} <= names
    offered = [str(one.sqref) for one in book["Nhiệm vụ"].data_validations.dataValidation]
    assert any(cells.startswith("K3:") for cells in offered)


@pytest.mark.parametrize(
    ("issuer", "offered"),
    [("Sở Nội vụ", {"Tổ Pháp chế"}), ("SỞ NV", {"Tổ Pháp chế"}), (None, {"Tổ Pháp chế", "Tổ Dược"})],
)
def test_inner_parts_of_the_office_are_offered_as_units(issuer: str | None, offered: set[str]) -> None:
    snv = {"id": "snv", "name": "Sở Nội vụ", "aliases": ["Sở NV"], "parts": [{"name": "Tổ Pháp chế"}]}
    syt = {"id": "syt", "name": "Sở Y tế", "parts": [{"name": "Tổ Dược"}]}
    units = [{**one, "level": "department"} for one in (snv, syt)]
    directory = UnitDirectory.model_validate({"format": 1, "units": units})
    document = blank_document("plan").model_copy(update={"issuer": Organization(name=issuer)})
    sheet = _book(dump_workbook(document, units=directory, on=date(2027, 1, 1)))["Danh mục"]
    column = next(cell.column for cell in sheet[1] if cell.value == "Đơn vị")
    names = {row[column - 1].value for row in sheet.iter_rows(min_row=2)}
    assert names & {"Tổ Pháp chế", "Tổ Dược"} == offered


def test_the_register_tells_which_bases_are_in_force() -> None:
    document = yearly_plan()
    sheet = _book(dump_workbook(document, bundled_legal_register()))["Căn cứ"]
    assert "hiệu lực" in str(sheet["I4"].value)


def test_what_has_no_column_stands_in_a_protected_sheet() -> None:
    book = _book(dump_workbook(made(issuer={"name": "Sở Nội vụ", "level": "department"})))
    sheet = book["Dữ liệu khác"]
    assert sheet.protection.sheet
    assert ('["issuer","level"]', '"department"') in {(row[0].value, row[2].value) for row in sheet.iter_rows()}


@pytest.mark.parametrize("kind", DOCUMENT_TYPES)
def test_each_kind_has_a_form(kind: str) -> None:
    document = blank_document(kind)
    data = dump_workbook(document)
    assert read(data) == document
    book = _book(data)
    assert ("Nhiệm vụ" in book.sheetnames) == (kind == "plan")
    listed = {row[0].value for row in book["Thông tin chung"].iter_rows()}
    for name in FORMS[kind].own_fields() if kind in FORMS else ():
        title = FORMS[kind].model_fields[name].title
        assert {title, f"{title} của người được nêu"} & listed


def test_the_same_document_gives_the_same_bytes() -> None:
    assert dump_workbook(made()) == dump_workbook(made())


@pytest.mark.office
def test_libreoffice_opens_it_and_keeps_lists_and_notes(tmp_path: Path) -> None:
    document = yearly_plan()
    source = tmp_path / "ke_hoach.xlsx"
    source.write_bytes(dump_workbook(document))
    (made_file,) = convert([source], tmp_path / "ra", to="xlsx")
    data = made_file.read_bytes()
    book = _book(data)
    for table in TABLES:
        assert all(cell.comment for cell in book[table.name][1])
        wanted = [one for one in table.columns if one.list_name and one.list_name != "Đơn vị"]
        assert len(book[table.name].data_validations.dataValidation) >= len(wanted)
    assert read(data) == document
