"""Tables of units as offices keep them: names of columns, cells that cannot be printed, stars that are stars."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from generator.cli.batch.cells import column_key
from generator.cli.batch.literal import guarded, is_literal, unguarded
from generator.cli.batch.tables import table_rows
from generator.model.document import Document
from generator.ooxml.archive import unpacked
from generator.vietnamese.marks import Run as Marked
from generator.vietnamese.marks import parse_marks
from tests.cli.conftest import Run

LETTER = """\
format: 1
kind: dispatch
issuer: {parent: UBND tỉnh Sông Vân, name: Sở Nội vụ, symbol: SNV, place: Sông Vân}
date: 2027-01-05
subject: Rà soát thủ tục hành chính
addressees: ["[[Tên]]"]
sections:
  - blocks:
      - kind: paragraph
        text: "Sở Nội vụ đề nghị [[Tên]] rà soát [[Số]] thủ tục hành chính./."
recipients: [{name: Như trên}]
archive: {holders: [VT, CCHC]}
signature: {position: Giám đốc, name: Nguyễn Văn A}
"""


def letter_order(folder: Path, table: str, *more: str, letter: str = LETTER) -> Path:
    """Write an order of a letter to each unit of a table."""
    (folder / "cv.yaml").write_text(letter, "utf-8")
    (folder / "dv.csv").write_text(table, "utf-8")
    path = folder / "viec.yaml"
    lines = ["format: 1", "do: render", "check: false", "document: cv.yaml", "units: dv.csv", *more]
    path.write_text("\n".join(lines), "utf-8")
    return path


@pytest.mark.parametrize("name", ["Số", "  số ", "SỐ", "So\u0302\u0301"])
def test_a_column_is_known_by_its_words_whatever_the_case_blanks_and_composition(name: str) -> None:
    assert column_key(name) == column_key("Số")


@pytest.mark.parametrize("other", ["Sở", "So", "Sô", "Số."])
def test_marks_tell_columns_apart(other: str) -> None:
    assert column_key(other) != column_key("Số")


def test_a_place_takes_no_column_of_a_like_name(run: Run, tmp_path: Path) -> None:
    code, _, err = run("batch", letter_order(tmp_path, "Mã,Sở,Tên\nx,Sở Tài chính,Xã A\n"), "-o", "ra")
    assert code == 3
    assert "bảng «dv.csv» không có cột này; gặp: «[[Số]]» (ý bạn là «Sở»?)" in err
    assert not (tmp_path / "ra").exists()


def test_columns_that_differ_in_a_mark_are_two(run: Run, tmp_path: Path) -> None:
    code, _, err = run("batch", letter_order(tmp_path, "Mã,Sở,Số,Tên\nx,Sở Tài chính,12,Xã A\n"), "-o", "ra")
    assert code == 0, err
    assert "rà soát 12 thủ tục" in unpacked((tmp_path / "ra" / "cv_x.docx").read_bytes())["word/document.xml"].decode()


def test_the_name_of_files_takes_only_columns_that_are_there(run: Run, tmp_path: Path) -> None:
    code, _, err = run("batch", letter_order(tmp_path, "Mã,Số,Tên\nx,12,Xã A\n", 'name: "cv_[[Ma]]"'), "-o", "ra")
    assert code == 3
    assert "dòng 6, name: lỗi: bảng «dv.csv» không có cột này; gặp: «[[Ma]]» (ý bạn là «Mã»?)" in err


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("#REF!", "ô có giá trị lỗi của Excel; gặp: «#REF!»"),
        ("#N/A", "ô có giá trị lỗi của Excel"),
        ("#####", "ô chỉ còn dấu #"),
        ("TRUE", "ô chứa giá trị đúng/sai của Excel"),
        ("=SUM(A1:A3)", "ô chứa công thức, không phải giá trị; gặp: «=SUM(A1:A3)»"),
        ("[[Mã]]", "ô lại chứa một chỗ điền"),
    ],
)
def test_a_cell_that_cannot_be_printed_costs_its_row(run: Run, tmp_path: Path, cell: str, told: str) -> None:
    code, out, err = run("batch", letter_order(tmp_path, f"Mã,Số,Tên\nx,{cell},Xã A\ny,7,Xã B\n"), "-o", "ra")
    assert (code, out) == (1, "Tổng cộng 2: 1 xong, 1 lỗi\n")
    assert f"lỗi: dv.csv, hàng 2, ô B2 (cột «Số»): lỗi: {told}" in err
    assert [path.name for path in (tmp_path / "ra").glob("*.docx")] == ["cv_y.docx"]


def test_what_is_not_printed_may_hold_anything(run: Run, tmp_path: Path) -> None:
    code, _, err = run("batch", letter_order(tmp_path, "Mã,Số,Tên,Ghi chú\nx,1,Xã A,#REF!\n"), "-o", "ra")
    assert code == 0, err


@pytest.mark.parametrize("cell", ["-5", "+84 24 123", "@snv", "#1", "-", "ĐÚNG", "a = b", "[[ke_hoach.yaml]]"])
def test_words_that_only_look_odd_are_words(tmp_path: Path, cell: str) -> None:
    (tmp_path / "dv.csv").write_text(f"Mã;Tên\nx;{cell}\n", "utf-8")
    (row,) = table_rows(tmp_path / "dv.csv")
    assert row.faults == ()


def test_a_value_beyond_the_last_column_is_told(run: Run, tmp_path: Path) -> None:
    code, _, err = run("batch", letter_order(tmp_path, "Mã,Số,Tên\nx,1,Xã A,thừa\ny,2,Xã B,\n"), "-o", "ra")
    assert code == 1
    assert "dv.csv, hàng 2, ô D2: lỗi: giá trị thừa, không thuộc cột nào có tên; gặp: «thừa»" in err
    assert [path.name for path in (tmp_path / "ra").glob("*.docx")] == ["cv_y.docx"]


def test_a_fault_that_comes_later_makes_a_row_anew(run: Run, tmp_path: Path) -> None:
    run("batch", letter_order(tmp_path, "Mã,Số,Tên\nx,1,Xã A\n"), "-o", "ra")
    code, _, err = run("batch", letter_order(tmp_path, "Mã,Số,Tên\nx,1,Xã A,thừa\n"), "-o", "ra", "--resume")
    assert code == 1
    assert "giá trị thừa" in err


def test_a_formula_without_a_stored_result_is_no_empty_cell(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("Mã", "Số"), ("x", "=10+5"), ("y", 7), (None, "=A1")):
        sheet.append(row)
    book.save(tmp_path / "dv.xlsx")
    first, second, third = table_rows(tmp_path / "dv.xlsx")
    told = "dv.xlsx, hàng 2, ô B2 (cột «Số»): lỗi: công thức chưa có kết quả lưu trong tệp; gặp: «=10+5»"
    assert [str(one).startswith(told) for one in first.faults_in({"số"})] == [True]
    assert second.faults == ()
    assert [str(fault)[:15] for _, fault in third.faults] == ["dv.xlsx, hàng 4"]


# ---- Stars -----------------------------------------------------------------------------------------------------------


def test_stars_of_a_cell_are_stars_wherever_they_are_printed(run: Run, tmp_path: Path) -> None:
    code, _, err = run("batch", letter_order(tmp_path, "Mã,Số,Tên\nx,1,*Sao* **đậm**\n"), "-o", "ra")
    assert code == 0, err
    words = unpacked((tmp_path / "ra" / "cv_x.docx").read_bytes())["word/document.xml"].decode()
    assert words.count("*Sao* **đậm**") == 2


@given(st.text("a *\\1", min_size=1).map(str.strip).filter(bool))
def test_any_words_of_a_cell_mean_themselves(cell: str) -> None:
    put = cell if is_literal({"": cell}) else guarded({"": cell})[""]
    made = unguarded(
        Document.model_validate({"kind": "report", "subject": f"**đậm** {put}.", "issuer": {"name": f"Sở {put}"}})
    )
    assert made.subject is not None
    assert parse_marks(made.subject) == (Marked("đậm", bold=True), Marked(f" {cell}."))
    assert made.issuer.name == f"Sở {cell}"


# ---- The order -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ("members: Các sở", "members: lỗi: chỉ có tác dụng với danh mục đơn vị (.yaml); gặp: «Các sở»"),
        ("on: 2027-01-05", "on: lỗi: chỉ có tác dụng với danh mục đơn vị (.yaml)"),
        ("sheet: Trang 2", "sheet: lỗi: chỉ có tác dụng với bảng Excel; gặp: «Trang 2»"),
    ],
)
def test_a_field_that_would_do_nothing_is_refused(run: Run, tmp_path: Path, field: str, told: str) -> None:
    code, _, err = run("batch", letter_order(tmp_path, "Mã,Số,Tên\nx,1,Xã A\n", field), "-o", "ra")
    assert code == 3
    assert f"viec.yaml, dòng 6, {told}" in err
    assert not (tmp_path / "ra").exists()


def test_a_name_beside_data_files_is_refused(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "viec.yaml"
    path.write_text("format: 1\ndo: render\ndata: viec.yaml\nname: x", "utf-8")
    code, _, err = run("batch", path, "-o", "ra")
    assert code == 3
    assert "dòng 4, name: lỗi: chỉ có tác dụng khi đi cùng document và units; gặp: «x» (bỏ dòng này)" in err


def test_two_choices_of_templates_are_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mau.docx").write_bytes(b"")
    order = letter_order(tmp_path, "Mã,Số,Tên\nx,1,Xã A\n", "template: mau.docx", "templates: mau")
    code, _, err = run("batch", order, "-o", "ra")
    assert code == 3
    assert "dòng 7, templates: lỗi: đã có một mẫu riêng (template)" in err


@pytest.mark.parametrize("path", [r'"C:\Users\Lan\dl"', r'"dl\a.yaml"', r'["x.yaml", "dl\năm.yaml"]'])
def test_backslashes_in_double_quotes_are_told(run: Run, tmp_path: Path, path: str) -> None:
    order = tmp_path / "viec.yaml"
    order.write_text(f'format: 1\n# data: "C:\\cũ"\ndo: render\ndata: {path}', "utf-8")
    code, _, err = run("batch", order, "-o", "ra")
    assert code == 3
    assert "viec.yaml, dòng 4: lỗi: dấu \\ trong ngoặc kép không phải dấu ngăn thư mục" in err
    assert "viết dấu / thay cho \\" in err


@pytest.mark.parametrize("path", [r"dl\a.yaml", r"'dl\a.yaml'", r'"dl\\a.yaml"', "dl/a.yaml"])
def test_backslashes_part_folders_on_every_system(run: Run, tmp_path: Path, path: str) -> None:
    (tmp_path / "dl").mkdir()
    letter = LETTER.replace("[[Tên]]", "Xã A").replace("[[Số]]", "12")
    (tmp_path / "dl" / "a.yaml").write_text(letter, "utf-8")
    order = tmp_path / "viec.yaml"
    order.write_text(f"format: 1\ndo: render\ncheck: false\ndata: {path}", "utf-8")
    code, _, err = run("batch", order, "-o", "ra")
    assert code == 0, err
    assert (tmp_path / "ra" / "a.docx").is_file()
