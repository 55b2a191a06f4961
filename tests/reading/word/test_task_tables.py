"""Task tables of Word whose merged cells tell what belongs together."""

from __future__ import annotations

from generator.importers.document import document_of
from generator.model.blocks import Table
from generator.model.plan import Plan
from generator.reading.grids import Grid, with_one_heading
from generator.reading.word import read_word_components
from tests.ooxml.formatting.word_file import p, r
from tests.reading.word.word_documents import merged, paragraphs, table, whole, word

BELOW = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"


def top(text: str) -> str:
    return merged(text, vMerge="restart")


def plan(xml: str) -> Plan:
    document = document_of(read_word_components(word(whole(xml)), "a.docx")).document
    assert isinstance(document, Plan)
    return document


def test_headings_of_two_rows_are_put_together() -> None:
    heading = (top("STT"), top("Nhiệm vụ"), merged("Đơn vị thực hiện", gridSpan="2"), top("Thời gian"))
    rows = heading, (BELOW, BELOW, "Chủ trì", "Phối hợp", BELOW), ("1", "Rà soát", "Phòng A", "Phòng B", "Quý I")
    (task,) = plan(table(*rows, lines=True)).tasks
    assert (task.rows[0].lead, task.rows[0].support, task.rows[0].schedule) == (("Phòng A",), ("Phòng B",), "Quý I")


def test_a_cell_merged_over_several_tasks_holds_for_each() -> None:
    rows = (
        ("STT", "Nhiệm vụ", "Sản phẩm", "Chủ trì"),
        ("1", "Một", "Báo cáo", top("Phòng A")),
        ("2", "Hai", "Kế hoạch", BELOW),
        ("3", "Ba", "Tờ trình", "Phòng B"),
    )
    assert [task.rows[0].lead for task in plan(table(*rows, lines=True)).tasks] == [
        ("Phòng A",), ("Phòng A",), ("Phòng B",)
    ]  # fmt: skip


def test_a_cell_merged_over_the_rows_of_one_task_stands_once() -> None:
    rows = (
        ("STT", "Nhiệm vụ", "Sản phẩm", "Chủ trì"),
        (top("1"), top("Một"), "Báo cáo", top("Phòng A")),
        (BELOW, BELOW, "Kế hoạch", BELOW),
    )
    (task,) = plan(table(*rows, lines=True)).tasks
    assert [(row.products, row.lead) for row in task.rows] == [(("Báo cáo",), ("Phòng A",)), (("Kế hoạch",), ())]


def test_lines_of_a_cell_are_products_units_and_paragraphs() -> None:
    def cell(*texts: str) -> str:
        return f"<w:tc>{paragraphs(*texts)}</w:tc>"

    name = cell("1. Rà soát quy định", "Ưu tiên lĩnh vực", "đất đai")
    row = (name, cell("Kế hoạch", "Báo cáo"), cell("Quý I/2026", "Quý III/2026"), cell("Sở Nội vụ", "Sở Tài chính"))
    (task,) = plan(table(("Nhiệm vụ", "Sản phẩm", "Thời gian", "Chủ trì"), row, lines=True)).tasks
    assert (task.name, task.rows[0].products) == ("Rà soát quy định\nƯu tiên lĩnh vực đất đai", ("Kế hoạch", "Báo cáo"))
    assert (task.rows[0].schedule, task.rows[0].lead) == ("Quý I/2026\nQuý III/2026", ("Sở Nội vụ", "Sở Tài chính"))


def test_other_tables_keep_their_merged_cells() -> None:
    heading = (top("STT"), merged("Số lượng", gridSpan="2"))
    rows = heading, (BELOW, "Năm 2025", "Năm 2026"), ("1", merged("5", gridSpan="2"))
    (found,) = [block for block in plan(table(*rows, lines=True)).blocks() if isinstance(block, Table)]
    assert found.heading_rows == 2
    assert [[(cell.text, cell.columns, cell.rows) for cell in row] for row in found.rows] == [
        [("STT", 1, 2), ("Số lượng", 2, 1)], [("Năm 2025", 1, 1), ("Năm 2026", 1, 1)], [("1", 1, 1), ("5", 2, 1)]
    ]  # fmt: skip


def test_rows_of_a_table_in_a_cell_are_lines_of_it() -> None:
    inner = table(("Nam", "Nữ"), ("20", "25"), lines=True)
    outer = table(("STT", "Nội dung", "Ghi chú"), ("1", inner + paragraphs("Tổng 45"), "Đủ"), lines=True)
    imported = document_of(read_word_components(word(whole(outer)), "a.docx"))
    (found,) = [block for block in imported.document.blocks() if isinstance(block, Table)]
    assert found.rows[1][1].text == "Nam; Nữ\n20; 25\nTổng 45"
    (note,) = (one for one in imported.diagnostics if one.code == "nested-table")
    assert note.place.quote == "Nam Nữ 20 25"


def test_bold_cells_below_the_headings_stay_bold() -> None:
    bold = f"<w:tc>{p(r('Cộng', '<w:b/>'))}</w:tc>"
    rows = (("STT", "Nội dung", "Số lượng"), ("1", "Hồ sơ", "5"), ("", bold, "5"))
    (found,) = [block for block in plan(table(*rows, lines=True)).blocks() if isinstance(block, Table)]
    assert [[cell.bold for cell in row] for row in found.rows] == [[False] * 3, [False] * 3, [False, True, False]]


def test_a_grid_without_merged_headings_stays() -> None:
    grid = Grid(("STT", "Nhiệm vụ"))
    assert with_one_heading(grid) is grid
