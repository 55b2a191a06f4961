"""The workbook from the command line: made, filled in, rendered, converted, its faults told."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from tests.cli.conftest import Run
from tests.workbook.books import ROOT, cell, edited, made
from tests.workbooks import workbook

PLAN = ROOT / "data" / "plans" / "ke_hoach_cchc_2027.yaml"


@pytest.mark.parametrize("kind", ["plan", "kế hoạch", "Quyết định", "dispatch"])
def test_a_form_is_made_by_id_or_name(run: Run, tmp_path: Path, kind: str) -> None:
    code, out, _ = run("new", kind, "-o", "moi.xlsx", "--year", "2027")
    assert (code, out) == (0, "Đã ghi: moi.xlsx\n")
    assert "Thông tin chung" in openpyxl.load_workbook(BytesIO((tmp_path / "moi.xlsx").read_bytes())).sheetnames


def test_a_form_is_rendered_as_it_is(run: Run, tmp_path: Path) -> None:
    run("new", "plan", "-o", "moi.xlsx", "--year", "2027", "--units", ROOT / "data" / "registers" / "units.yaml")
    code, out, err = run("render", "moi.xlsx", "-o", "ra")
    assert (code, out.replace("\\", "/")) == (1, "Đã ghi: ra/moi.docx\n")
    assert "tên cơ quan ban hành" in err


def test_a_file_is_never_replaced(run: Run, tmp_path: Path) -> None:
    (tmp_path / "moi.xlsx").write_text("cũ")
    code, _, err = run("new", "plan", "-o", "moi.xlsx")
    assert (code, (tmp_path / "moi.xlsx").read_text()) == (2, "cũ")
    assert "tệp đã có, không ghi đè" in err


def test_another_suffix_and_an_unknown_kind_are_refused(run: Run) -> None:
    assert run("new", "plan", "-o", "moi.docx")[0] == 2
    code, _, err = run("new", "plann", "-o", "moi.xlsx")
    assert code == 3
    assert "ý bạn là plan (kế hoạch)" in err


@pytest.mark.parametrize("word", ["official_letter", "letter"])
def test_a_kind_by_another_english_name_is_met_with_near_ones(run: Run, word: str) -> None:
    code, _, err = run("new", word, "-o", "moi.xlsx")
    assert code == 3
    assert "ý bạn là dispatch (công văn)" in err
    assert "«vanban template list» kể cả 29 loại" in err


def test_gaps_are_named_by_their_cells(run: Run) -> None:
    run("new", "plan", "-o", "moi.xlsx", "--year", "2027")
    _, _, err = run("render", "moi.xlsx", "-o", "ra")
    assert "còn thiếu: tên cơ quan chủ quản (Thông tin chung!B3)" in err
    assert "còn thiếu: họ và tên người ký (Thông tin chung!B17)" in err
    assert "còn thiếu: nhiệm vụ, hoặc bỏ chỗ in nhiệm vụ (Nhiệm vụ)" in err
    assert "còn thiếu: chỉ tiêu, hoặc bỏ chỗ in chỉ tiêu (Chỉ tiêu)" in err
    assert "còn thiếu: mục đích (Nội dung!C6)" in err
    assert "tên cơ quan ban hành (Thông tin chung!B4)" in run("show", "moi.xlsx")[1]
    run("new", "plan", "-o", "khong_nam.xlsx")
    assert "còn thiếu: năm kế hoạch (Thông tin chung!B11)" in run("render", "khong_nam.xlsx", "-o", "ra")[2]


def test_headings_without_anything_below_are_hinted_at_with_their_cells(run: Run, tmp_path: Path) -> None:
    sections = [
        {"title": "Mục tiêu", "blocks": [{"kind": "objectives"}]},
        {"title": "Nhiệm vụ", "blocks": [{"kind": "item", "numbering": "arabic", "heading": True, "text": "Chung"}]},
    ]
    (tmp_path / "a.xlsx").write_bytes(edited(made(sections=sections), lambda book: None))
    _, _, err = run("render", "a.xlsx", "-o", "ra")
    assert "Nội dung!A4: gợi ý: chỗ in mục tiêu không có gì để in" in err
    assert "Nội dung!A6: gợi ý: đầu đề không có nội dung ở dưới; gặp: «Chung»" in err


def test_a_layout_is_shown_and_chosen_by_its_name(run: Run, tmp_path: Path) -> None:
    run("convert", PLAN, "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    (cell,) = [row[2] for row in book["Nội dung"].iter_rows() if row[0].value == "in nhiệm vụ"]
    cell.value = "tám cột"
    book.save(tmp_path / "b.xlsx")
    assert run("convert", "b.xlsx", "b.yaml")[0] == 0
    assert "layout: eight_columns" in (tmp_path / "b.yaml").read_text("utf-8")


def test_data_become_a_workbook_and_come_back(run: Run, tmp_path: Path) -> None:
    assert run("convert", PLAN, "a.xlsx")[0] == 0
    assert run("convert", "a.xlsx", "b.yaml")[0] == 0
    assert run("convert", "b.yaml", "c.xlsx")[0] == 0
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "c.xlsx").read_bytes()
    run("render", PLAN, "-o", "yaml")
    run("render", "a.xlsx", "-o", "xlsx")
    (first,), (second,) = (tmp_path / "yaml").iterdir(), (tmp_path / "xlsx").iterdir()
    assert first.read_bytes() == second.read_bytes()


def test_show_and_import_know_the_form_too(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(edited(made(), lambda book: None))
    assert "2 nhiệm vụ, 3 hàng" in run("show", "a.xlsx")[1]
    assert run("import", "a.xlsx", "-o", "a.yaml")[0] == 0
    assert "symbol: SNV" in (tmp_path / "a.yaml").read_text("utf-8")


def test_faults_are_told_by_cell_and_nothing_is_written(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(edited(made(), cell("Nhiệm vụ", "I3", "31/11/2026")))
    code, _, err = run("render", "a.xlsx", "-o", "ra")
    assert code == 3
    assert "lỗi: a.xlsx: biểu có 1 lỗi" in err
    assert "• Nhiệm vụ!I3: lỗi: ngày 31/11/2026 không có trong lịch: tháng 11 có 30 ngày" in err
    assert not (tmp_path / "ra").exists()


def test_a_copy_with_notes_is_written_on_demand(run: Run, tmp_path: Path) -> None:
    source = edited(made(), cell("Nhiệm vụ", "I3", "31/11/2026"))
    (tmp_path / "a.xlsx").write_bytes(source)
    code, _, err = run("convert", "a.xlsx", "a.yaml", "--annotate", "loi")
    assert code == 3
    assert "bản có ghi chú ở từng ô sai" in err
    book = openpyxl.load_workbook(BytesIO((tmp_path / "loi" / "a.xlsx").read_bytes()))
    assert book["Nhiệm vụ"]["I3"].comment is not None
    assert (tmp_path / "a.xlsx").read_bytes() == source
    assert not (tmp_path / "a.yaml").exists()


def test_rendering_writes_the_copy_too(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(edited(made(), cell("Nhiệm vụ", "I3", "31/11/2026")))
    assert run("render", "a.xlsx", "-o", "ra", "--annotate", "loi")[0] == 3
    assert (tmp_path / "loi" / "a.xlsx").exists()
    assert not (tmp_path / "ra").exists()


def test_the_source_is_never_annotated_over(run: Run, tmp_path: Path) -> None:
    source = edited(made(), cell("Nhiệm vụ", "I3", "31/11/2026"))
    (tmp_path / "a.xlsx").write_bytes(source)
    assert run("convert", "a.xlsx", "a.yaml", "--annotate", ".")[0] == 2
    assert (tmp_path / "a.xlsx").read_bytes() == source


def test_a_table_of_tasks_is_no_form(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(workbook([["TT", "Nhiệm vụ", "Sản phẩm"], ["1", "Rà soát", "Báo cáo"]]))
    code, _, err = run("convert", "a.xlsx", "a.yaml")
    assert code == 2
    assert "vanban import" in err
