"""Tasks from the cells of a task table."""

from __future__ import annotations

import pytest

from generator.diagnostics import Diagnostic
from generator.importers.layouts import layout_for
from generator.importers.registry import import_document
from generator.importers.tasks import products_of, units_of
from generator.model.blocks import Table, TasksHere
from generator.model.plan import Plan, TaskRow
from generator.reading.task_columns import TaskColumn

SIX = "Nhiệm vụ chung|Nhiệm vụ cụ thể|Sản phẩm|Thời gian thực hiện|Đơn vị chủ trì|Đơn vị phối hợp"
SEVEN = "STT|Nhiệm vụ|Sản phẩm|Thời gian hoàn thành|Đơn vị chủ trì|Đơn vị phối hợp|Theo dõi, kiểm tra, đôn đốc"
EIGHT = "STT|Mục tiêu|Nhiệm vụ|Hoạt động|Kết quả/sản phẩm|Chủ trì|Phối hợp|Thời gian|Kinh phí"


def read(*rows: str, kind: str = "KẾ HOẠCH") -> tuple[Plan, list[Diagnostic]]:
    lines = (kind, "Một việc năm 2026", "1. Một./.", "Phụ lục", "BẢNG", "(Kèm theo Kế hoạch)", *rows)
    imported = import_document("\n".join(lines).replace("|", "\t").encode(), "a.txt")
    assert isinstance(imported.document, Plan)
    return imported.document, list(imported.diagnostics)


@pytest.mark.parametrize(
    ("cell", "products"),
    [
        ("Báo cáo", ["Báo cáo"]),
        ("Kế hoạch và báo cáo kết quả kiểm tra.", ["Kế hoạch và báo cáo kết quả kiểm tra"]),
        ("- Thông báo phân công; - Các văn bản chỉ đạo.", ["Thông báo phân công", "Các văn bản chỉ đạo"]),
        ("- Quy chế chi tiêu - Công văn của Sở Tài chính.", ["Quy chế chi tiêu", "Công văn của Sở Tài chính"]),
        ("- Báo cáo của Phòng Kế hoạch - Tài chính", ["Báo cáo của Phòng Kế hoạch - Tài chính"]),
        ("Phương án; Kế hoạch phát phiếu; kết quả", ["Phương án", "Kế hoạch phát phiếu; kết quả"]),
        ("Danh sách (họ tên; Đơn vị)", ["Danh sách (họ tên; Đơn vị)"]),
        ("Kế hoạch\nBáo cáo", ["Kế hoạch", "Báo cáo"]),
        ("Báo cáo;\nkế hoạch.", ["Báo cáo", "kế hoạch"]),
        ("- Kế hoạch;\n- Báo cáo:\n+ quý;\n+ năm\nDanh sách", ["Kế hoạch", "Báo cáo:\n+ quý;\n+ năm", "Danh sách"]),
        ("Các văn bản:\n- Kế hoạch\n- Báo cáo", ["Các văn bản:\n- Kế hoạch\n- Báo cáo"]),
        ("Quyết định của\nUBND tỉnh", ["Quyết định của UBND tỉnh"]),
        ("Danh sách (họ tên\nĐơn vị)\nBáo cáo", ["Danh sách (họ tên\nĐơn vị)", "Báo cáo"]),
        ("", []),
    ],
)
def test_products(cell: str, products: list[str]) -> None:
    assert list(products_of(cell)) == products


@pytest.mark.parametrize(
    ("cell", "units"),
    [
        ("Phòng TCCB, VP", ["Phòng TCCB", "VP"]),
        ("Văn phòng, phòng TCCB", ["Văn phòng", "phòng TCCB"]),
        ("Phòng TCCB (quý I, II), VP (quý III)", ["Phòng TCCB (quý I, II)", "VP (quý III)"]),
        ("Các phòng CM, NV", ["Các phòng CM, NV"]),
        ("Các bộ phận; cá nhân được phân công", ["Các bộ phận; cá nhân được phân công"]),
        ("Sở Nội vụ; Sở Tài chính.", ["Sở Nội vụ", "Sở Tài chính"]),
        ("Đơn vị, trường học trực thuộc", ["Đơn vị, trường học trực thuộc"]),
        ("Sở Nội vụ\nSở Tài chính", ["Sở Nội vụ", "Sở Tài chính"]),
        ("Văn phòng\nUBND tỉnh\nThanh tra\nphòng TCCB", ["Văn phòng UBND tỉnh", "Thanh tra", "phòng TCCB"]),
        ("Sở Nông nghiệp\nvà Môi trường;\nVNPT", ["Sở Nông nghiệp và Môi trường", "VNPT"]),
        ("Phòng\nTCCB, VP", ["Phòng TCCB", "VP"]),
        ("Các phòng\nchuyên môn", ["Các phòng chuyên môn"]),
        ("Sở Văn hóa\nThể thao", ["Sở Văn hóa Thể thao"]),
        ("Nguyễn Văn A\nTrần Thị B", ["Nguyễn Văn A", "Trần Thị B"]),
        ("Các sở (Sở Nội vụ\nSở Tài chính)", ["Các sở (Sở Nội vụ Sở Tài chính)"]),
        ("", []),
    ],
)
def test_units(cell: str, units: list[str]) -> None:
    assert list(units_of(cell)) == units


def test_six_columns() -> None:
    plan, notes = read(
        SIX, "Thể chế|1. Rà soát|- A; - B|Quý I/2026|Phòng A, VP|Sở B.", "||C|Quý II|VP|", "|2. Lập|D|E|F|G"
    )
    first, second = plan.tasks
    assert (first.id, first.group, first.name, first.label) == ("NV01", "Thể chế", "Rà soát", None)
    assert first.rows == (
        TaskRow(products=("A", "B"), schedule="Quý I/2026", lead=("Phòng A", "VP"), support=("Sở B",)),
        TaskRow(products=("C",), schedule="Quý II", lead=("VP",)),
    )
    assert (second.id, second.group) == ("NV02", "Thể chế")
    assert plan.appendices[0].blocks == (TasksHere(layout="six_columns"),)
    assert [(note.code, note.found) for note in notes] == [("task-table", SIX.replace("|", " | "))]


def test_seven_columns_number_each_group() -> None:
    plan, notes = read(SEVEN, "I|THỂ CHẾ|||||", "1|Rà soát|a|b|c|d|e", "II|THỦ TỤC|||||", "1|Công bố|a|b|c|d|e")
    assert [(task.group, task.label, task.rows[0].monitor) for task in plan.tasks] == [
        ("THỂ CHẾ", None, ("e",)),
        ("THỦ TỤC", None, ("e",)),
    ]
    assert plan.appendices[0].blocks == (TasksHere(layout="seven_columns"),)
    assert [note.code for note in notes] == ["task-table"]


def test_a_group_number_that_print_would_change_is_named() -> None:
    _, notes = read(SEVEN, "II|THỂ CHẾ|||||", "1|Rà soát|a|b|c|d|e")
    (note,) = (note for note in notes if note.code == "task-number")
    assert (note.found, note.expected, note.place.quote) == ("«II»", "«I»", "II THỂ CHẾ")


def test_eight_columns_keep_their_labels() -> None:
    plan, _ = read(
        EIGHT, "I|THỂ CHẾ|||||||", "|1.1: Nâng cao|2.1: Tham mưu|3.1: Rà soát|a|b|c|d|Tự chủ", "|||3.2: Lập|a|b|c|d|"
    )
    (task,) = plan.tasks
    assert (task.goal_label, task.goal, task.label, task.name) == ("1.1:", "Nâng cao", "2.1:", "Tham mưu")
    assert [(row.label, row.activity, row.budget) for row in task.rows] == [
        ("3.1:", "Rà soát", "Tự chủ"),
        ("3.2:", "Lập", None),
    ]
    assert plan.appendices[0].blocks == (TasksHere(layout="eight_columns"),)


def test_numbers_that_do_not_count_are_kept_and_named() -> None:
    plan, notes = read(SIX, "Thể chế|1. Rà soát|a|b|c|d", "|3. Lập|a|b|c|d", "Thủ tục|1. Công bố|a|b|c|d")
    assert [task.label for task in plan.tasks] == ["1.", "3.", "1."]
    assert plan.layouts[0].numbering == "kept"
    (note,) = (note for note in notes if note.code == "task-number-slip")
    assert (note.found, note.expected) == ("«3.»", "«2»")


def test_a_table_of_other_columns_brings_its_own_layout() -> None:
    plan, notes = read("TT|Nội dung công việc|Thời hạn|Chủ trì|Ghi chú", "1|Rà soát|Quý I|VP|gấp", "2|Lập|Quý II|VP|")
    (layout,) = plan.layouts
    assert plan.appendices[0].blocks == (TasksHere(layout=layout.id),)
    assert [(column.field.value, column.heading) for column in layout.columns] == [
        ("number", "TT"), ("name", "Nội dung công việc"), ("schedule", "Thời hạn"), ("lead", "Chủ trì"),
        ("note", "Ghi chú"),
    ]  # fmt: skip
    assert (layout.group, layout.number_in, layout.numbering) == ("none", "column", "continuous")
    assert [note.code for note in notes] == ["task-table"]


@pytest.mark.parametrize(
    ("rows", "numbering", "labels"),
    [
        (("I|Một|||", "1|a|b|c|d", "2|a|b|c|d", "II|Hai|||", "3|a|b|c|d"), "continuous", [None, None, None]),
        (("I|Một|||", "1|a|b|c|d", "2|a|b|c|d", "II|Hai|||", "1|a|b|c|d"), "per_group", [None, None, None]),
        (("I|Một|||", "1.1|a|b|c|d", "1.2|a|b|c|d", "II|Hai|||", "2.1|a|b|c|d"), "dotted", [None, None, None]),
        (("I|Một|||", "01|a|b|c|d", "02|a|b|c|d", "II|Hai|||", "a|a|b|c|d"), "kept", ["01", "02", "a"]),
        (("I|Một|||", "|a|b|c|d", "|e|b|c|d", "II|Hai|||", "|a|b|c|d"), "continuous", [None, None, None]),
    ],
)
def test_the_numbering_of_the_source(rows: tuple[str, ...], numbering: str, labels: list[str | None]) -> None:
    plan, _ = read("STT|Nhiệm vụ|Sản phẩm|Thời hạn|Chủ trì", *rows)
    (layout,) = plan.layouts
    assert (layout.group, layout.numbering) == ("row", numbering)
    assert [task.label for task in plan.tasks] == labels
    assert (layout.number_in == "none") == (not rows[1][0].strip("|"))


def test_a_further_task_table_names_its_tasks() -> None:
    plan, _ = read(SIX, "A|1. Rà soát|a|b|c|d", "Phụ lục II", "BẢNG KHÁC", SIX, "A|1. Lập|a|b|c|d", "|2. Dừng|a|b|c|d")
    assert [(task.id, task.table) for task in plan.tasks] == [("NV01", None), ("NV02", "2"), ("NV03", "2")]
    assert plan.appendices[1].blocks == (TasksHere(layout="six_columns", table="2"),)
    assert [task.name for task in plan.of_table("2").tasks] == ["Lập", "Dừng"]
    assert plan.of_table(None).task_rows == 1


def test_other_kinds_keep_the_table() -> None:
    lines = ("BÁO CÁO", "Một việc", "1. Một.", *(row.replace("|", "\t") for row in (SIX, "A|1. Rà soát|a|b|c|d")))
    document = import_document("\n".join(lines).encode(), "a.txt").document
    assert any(isinstance(block, Table) for block in document.blocks())


def test_the_layout_with_most_of_the_columns() -> None:
    columns = (TaskColumn.NAME, TaskColumn.LEAD, TaskColumn.SCHEDULE)
    assert layout_for((*columns, TaskColumn.GROUP)).id == "six_columns"
    assert layout_for((*columns, TaskColumn.NUMBER)).id == "seven_columns"
    assert layout_for((*columns, TaskColumn.ACTIVITY)).id == "eight_columns"


def test_stars_in_cells_are_stars() -> None:
    plan, _ = read(SIX, "A|1. Rà *soát*|b * c|q|VP|")
    assert (plan.tasks[0].name, plan.tasks[0].rows[0].products) == (r"Rà \*soát\*", (r"b \* c",))
