"""Spreadsheets as drafts of plans."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import DataError
from generator.importers.imported import Imported
from generator.importers.layouts import LAYOUTS
from generator.importers.registry import import_document
from generator.model.blocks import Paragraph, Table, TasksHere
from generator.model.plan import Plan
from generator.model.store import dump_document, load_document, load_layout
from generator.reading.task_columns import SYNONYMS, TaskColumn
from generator.vietnamese.unicode import words
from tests.workbooks import rows_of, workbook

LAYOUT_FILES = sorted((Path(__file__).parents[2] / "data" / "layouts").glob("*.yaml"))


def imported(data: bytes) -> tuple[Plan, Imported]:
    found = import_document(data, "a.xlsx")
    assert isinstance(found.document, Plan)
    return found.document, found


def plan_of_rows(text: str, *merges: str) -> tuple[Plan, Imported]:
    return imported(workbook(rows_of(text), merges=merges))


def test_a_letterhead_above_the_table_is_no_part_of_the_title() -> None:
    rows = """
        SỞ NỘI VỤ | | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        BẢNG THEO DÕI NHIỆM VỤ NĂM 2026
        TT | Nhiệm vụ | Sản phẩm | Chủ trì
        1 | Rà soát | Báo cáo | Phòng A
        """
    (appendix,) = plan_of_rows(rows)[0].appendices
    assert appendix.title == "BẢNG THEO DÕI NHIỆM VỤ NĂM 2026"
    assert [type(block) for block in appendix.blocks] == [Paragraph, TasksHere]


def test_a_plan_with_its_tasks() -> None:
    plan, found = plan_of_rows(
        """
        PHỤ LỤC
        NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2027
        (Kèm theo Kế hoạch số 12/KH-SNV)
        Áp dụng cho các phòng
        TT | Nhiệm vụ | Sản phẩm | Chủ trì | Phối hợp | Thời gian
        I | THỂ CHẾ | | | |
        1 | Rà soát | Báo cáo; Danh mục | Phòng A, Văn phòng | Các phòng, đơn vị | Quý I/2027
        Ghi chú: x | | | | |
        """
    )
    (task,) = plan.tasks
    assert (plan.year, task.id, task.group, task.label) == (2027, "NV01", "THỂ CHẾ", None)
    row = task.rows[0]
    assert (row.products, row.lead, row.support) == (
        ("Báo cáo", "Danh mục"),
        ("Phòng A", "Văn phòng"),
        ("Các phòng, đơn vị",),
    )
    (appendix,) = plan.appendices
    assert appendix.title is None
    assert [type(block) for block in appendix.blocks] == [Paragraph] * 4 + [TasksHere, Paragraph]
    assert {note.place.file for note in found.diagnostics} == {"a.xlsx"}


def test_title_label_and_remark_of_the_appendix() -> None:
    plan, _ = plan_of_rows(
        """
        SỞ NỘI VỤ TỈNH SÔNG VÂN
        PHỤ LỤC II
        NHIỆM VỤ TRỌNG TÂM
        (Kèm theo Kế hoạch số 12/KH-SNV)

        TT | Nhiệm vụ | Chủ trì
        1 | Rà soát | VP
        """
    )
    (appendix,) = plan.appendices
    assert (appendix.label, appendix.title) == ("PHỤ LỤC II", "NHIỆM VỤ TRỌNG TÂM")
    assert appendix.note == "(Kèm theo Kế hoạch số 12/KH-SNV)"


def test_lines_of_a_cell_are_entries() -> None:
    data = workbook(
        [["TT", "Nhiệm vụ", "Sản phẩm", "Chủ trì"], [1, "a", "- Báo cáo\n- Tờ trình", "Sở Nội vụ\nSở Y tế"]]
    )
    row = imported(data)[0].tasks[0].rows[0]
    assert (row.products, row.lead) == (("Báo cáo", "Tờ trình"), ("Sở Nội vụ", "Sở Y tế"))


def test_several_sheets() -> None:
    tasks = rows_of("TT|Nhiệm vụ|Chủ trì\n1|a|VP\n2|b|VP")
    others = rows_of("Danh bạ|\nHọ tên|Số\nNguyễn Văn A|0123")
    plan, found = imported(workbook(tasks, others, tasks, names=["Thể chế", "Danh bạ", "Thủ tục"]))
    assert [(task.id, task.group) for task in plan.tasks] == [
        ("NV01", "Thể chế"),
        ("NV02", "Thể chế"),
        ("NV03", "Thủ tục"),
        ("NV04", "Thủ tục"),
    ]
    assert [appendix.title for appendix in plan.appendices] == [None, "Danh bạ"]
    assert [note.place.field for note in found.diagnostics if note.code == "other-sheet"] == ["Danh bạ"]


def test_merged_cells_of_another_table() -> None:
    plan, _ = plan_of_rows("Họ tên|Số máy|\n|Bàn|Di động\nNguyễn Văn A|1|2", "A1:A2", "B1:C1")
    (table,) = plan.appendices[0].blocks
    assert isinstance(table, Table)
    assert [[(cell.text, cell.columns, cell.rows) for cell in row] for row in table.rows] == [
        [("Họ tên", 1, 2), ("Số máy", 2, 1)],
        [("Bàn", 1, 1), ("Di động", 1, 1)],
        [("Nguyễn Văn A", 1, 1), ("1", 1, 1), ("2", 1, 1)],
    ]


def test_code_days_and_source_of_a_task() -> None:
    plan, found = plan_of_rows(
        """
        Mã nhiệm vụ | Nhiệm vụ | Thời gian | Hạn trình | Hạn hoàn thành | Nguồn giao | Tiêu chí CCHC | Tiến độ (%)
        A-1 | a | Quý I | 15/3/2027 | 3/2027 | 12/KH-UBND | 1.2 | 40
        B-1 | b | | Theo kế hoạch | Trước ngày 10/6/2027 | | |
        B-1 | c | Quý II | | Năm 2027 | | |
        """
    )
    first, second, third = plan.tasks
    assert [task.id for task in plan.tasks] == ["A-1", "NV02", "NV03"]
    assert (str(first.submit_due and first.submit_due.iso()), first.issue_due and first.issue_due.iso()) == (
        "2027-03-15",
        "2027-03",
    )
    assert first.parent is not None
    assert (first.parent.document, first.criterion, first.rows[0].note) == ("12/KH-UBND", "1.2", "Tiến độ (%): 40")
    assert (second.rows[0].schedule, second.rows[0].note) == (
        "Trước ngày 10/6/2027",
        "Hạn trình: Theo kế hoạch\nMã nhiệm vụ: B-1",
    )
    assert third.rows[0].note == "Hạn hoàn thành: Năm 2027\nMã nhiệm vụ: B-1"
    assert [note.code for note in found.diagnostics if note.code == "column-unknown"] == ["column-unknown"]


def test_tasks_of_tasks_are_one_warning() -> None:
    _, found = plan_of_rows("TT|Nhiệm vụ|Chủ trì\n1|a|VP\n1.1|b|VP\n2|c|VP")
    (note,) = (note for note in found.diagnostics if note.code == "task-number")
    assert note.place.quote == "1 1.1 2"


def test_a_csv_file_is_a_plan_too() -> None:
    found = import_document("TT;Nhiệm vụ;Chủ trì\n1;Rà soát;VP\n".encode(), "a.csv")
    assert isinstance(found.document, Plan)
    assert found.document.tasks[0].rows[0].lead == ("VP",)


@pytest.mark.parametrize("data", [workbook([]), workbook([[None, " "]])])
def test_a_book_without_words_is_refused(data: bytes) -> None:
    with pytest.raises(DataError, match="không có chữ"):
        import_document(data, "a.xlsx")


@pytest.mark.parametrize("path", LAYOUT_FILES, ids=lambda path: path.stem)
def test_the_known_layouts_are_those_that_come_with_the_program(path: Path) -> None:
    stored = load_layout(path.read_text("utf-8"), path.name)
    (known,) = (layout for layout in LAYOUTS if layout.id == stored.id)
    printed = {TaskColumn(column.field.value) for column in stored.columns}
    assert known.columns - {TaskColumn.NUMBER} == printed - {TaskColumn.NUMBER}
    assert (known.numbering, known.group) == (stored.numbering, stored.group)
    assert known.headings == tuple(column.heading for column in stored.columns)


_FREE = [
    TaskColumn.PRODUCTS,
    TaskColumn.SCHEDULE,
    TaskColumn.LEAD,
    TaskColumn.SUPPORT,
    TaskColumn.BUDGET,
    TaskColumn.NOTE,
    TaskColumn.ID,
    TaskColumn.SUBMIT_DUE,
    TaskColumn.PARENT,
    TaskColumn.CRITERION,
]
_WORDS = (
    "Rà soát|Báo cáo; Kế hoạch|Phòng A, Văn phòng|Quý I/2027|- Một\n- Hai|Thường xuyên|*sao*|15/01/2027|Sở Y tế\nhuyện"
)
cells = st.sampled_from(_WORDS.split("|")) | st.text("abc ăđ,;.-*()\n", min_size=1, max_size=12)


@st.composite
def task_sheets(draw: st.DrawFn) -> tuple[list[list[Any]], list[str], int]:
    """Rows of a task table in random order of columns, its merges, and how many tasks it has."""
    fields = draw(
        st.lists(st.sampled_from(_FREE), min_size=1, max_size=5, unique=True).filter(
            lambda found: set(found) & set(_FREE[:3])
        )
    )
    order = [TaskColumn.NUMBER, TaskColumn.NAME, *draw(st.permutations(fields))]
    headings = [draw(st.sampled_from(SYNONYMS[field])).capitalize() for field in order]
    rows: list[list[Any]] = [
        [text] for text in draw(st.lists(st.sampled_from(["BẢNG VIỆC", "năm 2027", "(Kèm theo x)"]), max_size=2))
    ]
    rows.append(headings)
    merges: list[str] = []
    count = draw(st.integers(1, 6))
    for number in range(1, count + 1):
        if draw(st.booleans()):
            rows.append([f"{'I' * number}. NHÓM {number}" if number < 4 else f"NHÓM {number}"])
            merges.append(f"A{len(rows)}:C{len(rows)}")
        first = len(rows) + 1
        rows.append([number, f"Việc {number} {draw(cells)}", *(draw(cells) for _ in fields)])
        for _ in range(draw(st.integers(0, 2))):
            rows.append([None, None, *(draw(cells | st.none()) for _ in fields)])
        if len(rows) > first and draw(st.booleans()):
            merges += [f"A{first}:A{len(rows)}", f"B{first}:B{len(rows)}"]
    return rows, merges, count


@given(task_sheets())
@settings(max_examples=80, deadline=None)
def test_any_task_table_is_read_without_losing_a_word(made: tuple[list[list[Any]], list[str], int]) -> None:
    rows, merges, count = made
    plan, found = imported(workbook(rows, merges=merges))
    assert len(plan.tasks) == count
    stored = dump_document(plan, "a.json")
    assert load_document(stored, "a.json") == plan
    quotes = (f"{note.place.quote or ''} {note.found or ''}" for note in found.diagnostics)
    kept = set(words(f"{stored} {' '.join(quotes)}".replace("\\n", " ").replace("\\", "")))
    numbers = {str(number) for number in range(1, count + 1)} | {"I", "II", "III"}
    assert set(words(" ".join(str(cell) for row in rows for cell in row if cell is not None))) <= kept | numbers
