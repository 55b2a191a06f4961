"""Task tables found in sheets: headings, groups, tasks of several rows, and the words around them."""

from __future__ import annotations

from collections.abc import Sequence

from generator.reading.sheets.task_sheet import TaskSheet, task_sheet_of
from generator.reading.sheets.xlsx import read_xlsx
from generator.reading.task_columns import TaskColumn
from generator.reading.task_table import TaskEntry
from tests.workbooks import rows_of, workbook


def maybe(text: str, *merges: str) -> TaskSheet | None:
    return task_sheet_of(read_xlsx(workbook(rows_of(text), merges=merges, names=["Việc"]), "a.xlsx").sheets[0])


def read(text: str, *merges: str) -> TaskSheet:
    found = maybe(text, *merges)
    assert found is not None
    return found


def fields(found: TaskSheet) -> str:
    return " ".join(str(field) for field in found.heading.fields)


def codes(found: TaskSheet) -> list[str | None]:
    mapped = ("column-mapped", "words-above", "words-below")
    return [note.code for note in found.diagnostics if note.code not in mapped]


def shown(entries: Sequence[TaskEntry]) -> list[str]:
    """Each task as group, number, name and the leads of its rows."""
    leads = ("/".join(row.cells.get(TaskColumn.LEAD, "-") for row in entry.rows) for entry in entries)
    return [f"{one.group}|{one.label}|{one.name}|{lead}" for one, lead in zip(entries, leads, strict=True)]


def test_columns_in_any_order_and_naming() -> None:
    found = read(
        """
        Hạn hoàn thành | Bộ phận thực hiện | TT | Đầu việc | Đầu ra | Ghi chú
        Quý I | VP | 1 | Rà soát | Báo cáo |
        """
    )
    assert fields(found) == "schedule lead number name products note"
    assert shown(found.table.entries) == ["|1|Rà soát|VP"]


def test_each_column_is_shown_a_near_one_as_a_warning() -> None:
    found = read("TT | Nhiệm vu | Sản phảm | Đơn vị chủ trì\n1 | a | b | c")
    notes = [note for note in found.diagnostics if (note.code or "").startswith("column")]
    assert [note.code for note in notes] == ["column-mapped", "column-near", "column-near", "column-mapped"]
    assert "cột «Sản phảm» → products" in notes[2].message
    assert notes[3].place.field == "Việc!D1"


def test_the_heading_is_found_below_titles() -> None:
    found = read(
        """
        SỞ NỘI VỤ
        NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2027

        TT | Nhiệm vụ | Chủ trì
        1 | Rà soát | VP
        """
    )
    assert found.heading.top == 4
    assert found.above == ("SỞ NỘI VỤ", "NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2027")


def test_a_heading_of_two_merged_rows() -> None:
    found = read(
        """
        TT | Nhiệm vụ | Đơn vị thực hiện | | Thời gian
         | | Chủ trì | Phối hợp |
        1 | Rà soát | VP | Phòng A | Quý I
        """,
        "A1:A2", "B1:B2", "C1:D1", "E1:E2",
    )  # fmt: skip
    assert fields(found) == "number name lead support schedule"
    assert found.heading.words(4) == "Đơn vị thực hiện - Phối hợp"


def test_a_heading_of_two_rows_without_merged_cells() -> None:
    found = read("TT | Nhiệm vụ | Đơn vị | | Thời gian\n | | Chủ trì | Phối hợp |\n1 | Rà soát | VP | A | Quý I")
    assert fields(found) == "number name lead support schedule"
    assert shown(found.table.entries) == ["|1|Rà soát|VP"]


def test_the_first_row_of_tasks_is_no_second_heading() -> None:
    found = read("Nhiệm vụ | Chủ trì | Thời hạn\nTheo dõi công việc | VP | Quý I")
    assert shown(found.table.entries) == ["||Theo dõi công việc|VP"]


def test_numbers_of_columns_and_a_repeated_heading_are_left_out_with_their_words() -> None:
    found = read("TT | Nhiệm vụ | Chủ trì\n(1) | (2) | (3)\n1 | a | VP\nTT | Nhiệm vụ | Chủ trì\n2 | b | VP")
    assert shown(found.table.entries) == ["|1|a|VP", "|2|b|VP"]
    assert codes(found) == ["column-numbers", "repeated-heading"]


def test_group_rows_in_their_ways() -> None:
    found = read(
        """
        TT | Nhiệm vụ | Chủ trì
        I | Cải cách thể chế |
        1 | a | VP
        II. Thủ tục hành chính | |
        2 | b | VP
         | TÀI CHÍNH CÔNG |
        3 | c | VP
         | Chính quyền số |
        4 | d | VP
        """,
        "A4:C4",
    )
    assert shown(found.table.entries) == [
        "Cải cách thể chế|1|a|VP",
        "Thủ tục hành chính|2|b|VP",
        "TÀI CHÍNH CÔNG|3|c|VP",
        "Chính quyền số|4|d|VP",
    ]


def test_roman_groups_below_a_lettered_one() -> None:
    found = read("TT|Nhiệm vụ|Chủ trì\nA|Chung|\nI|Một|\n1|a|VP\nII|Hai|\n1|b|VP\nB|Riêng|\n1|c|VP")
    assert [entry.group for entry in found.table.entries] == ["Chung - Một", "Chung - Hai", "Riêng"]


def test_a_merged_column_of_groups() -> None:
    found = read("Lĩnh vực|Nhiệm vụ|Chủ trì\nThể chế|1. a|VP\n|2. b|VP\nThủ tục|3. c|VP", "A2:A3")
    assert shown(found.table.entries) == ["Thể chế|1.|a|VP", "Thể chế|2.|b|VP", "Thủ tục|3.|c|VP"]


def test_further_rows_of_a_task() -> None:
    merged = read("TT|Nhiệm vụ|Sản phẩm|Chủ trì\n1|a|x|VP\n||y|\n2|b|z|P", "A2:A3", "B2:B3", "D2:D3")
    assert shown(merged.table.entries) == ["|1|a|VP/VP", "|2|b|P"]
    blank = read("TT|Nhiệm vụ|Sản phẩm|Chủ trì\n1|a|x|VP\n||y|P\n2|b|z|P")
    assert shown(blank.table.entries) == ["|1|a|VP/P", "|2|b|P"]
    repeated = read("TT|Nhiệm vụ|Sản phẩm|Chủ trì\n1|a|x|VP\n1|a|y|P\n2|b|z|P")
    assert shown(repeated.table.entries) == ["|1|a|VP/P", "|2|b|P"]


def test_a_unit_merged_over_several_tasks_is_that_of_each() -> None:
    found = read("TT|Nhiệm vụ|Chủ trì\n1|a|VP\n2|b|\n3|c|", "C2:C4")
    assert shown(found.table.entries) == ["|1|a|VP", "|2|b|VP", "|3|c|VP"]


def test_tasks_of_tasks_keep_their_numbers() -> None:
    found = read("TT|Nhiệm vụ|Chủ trì\n1|a|VP\n1.1|b|VP\n1,2|c|VP\n2|d|VP")
    assert [entry.label for entry in found.table.entries] == ["1", "1.1", "1.2", "2"]


def test_columns_that_are_not_understood_go_into_the_remark() -> None:
    found = read("TT|Nhiệm vụ|Chủ trì|Tiêu chí|Ghi chú\n1|a|VP|1.2|gấp\n2|b|VP||")
    rows = [entry.rows[0].cells.get(TaskColumn.NOTE) for entry in found.table.entries]
    assert rows == ["gấp\nTiêu chí: 1.2", None]
    assert codes(found) == ["column-unknown"]


def test_a_column_without_a_heading_keeps_its_letter() -> None:
    found = read("TT|Nhiệm vụ|Chủ trì|\n1|a|VP|xem thêm")
    assert found.table.entries[0].rows[0].cells[TaskColumn.NOTE] == "D: xem thêm"


def test_times_in_two_columns_and_in_quarters() -> None:
    span = read("TT|Nhiệm vụ|Thời gian||VP\n||Bắt đầu|Kết thúc|\n1|a|15/01/2027|30/6/2027|", "C1:D1")
    cells = span.table.entries[0].rows[0].cells
    assert cells[TaskColumn.SCHEDULE] == "từ ngày 15/01/2027 đến ngày 30/6/2027"
    quarters = read("TT|Nhiệm vụ|Thời gian thực hiện|||\n||Quý I|Quý II|Quý III|Quý IV\n1|a||x||x", "C1:F1")
    assert quarters.table.entries[0].rows[0].cells == {TaskColumn.SCHEDULE: "Quý II, Quý IV"}


def test_ticks_below_the_figures_of_months() -> None:
    months = read("TT|Nhiệm vụ|Chủ trì|Thời gian thực hiện (tháng)||\n|||1|2|3\n1|a|VP|x||x", "D1:F1")
    assert months.table.entries[0].rows[0].cells[TaskColumn.SCHEDULE] == "Tháng 1, Tháng 3"
    quarters = read("TT|Nhiệm vụ|Chủ trì|Thời gian (quý)|||\n|||I|II|III|IV\n1|a|VP||x||", "D1:G1")
    assert quarters.table.entries[0].rows[0].cells[TaskColumn.SCHEDULE] == "Quý II"


def test_a_first_day_alone_says_so() -> None:
    begin = read("TT|Nhiệm vụ|Ngày bắt đầu|Chủ trì\n1|a|15/01/2027|VP")
    assert begin.table.entries[0].rows[0].cells[TaskColumn.SCHEDULE] == "từ ngày 15/01/2027"


def test_the_unit_goes_before_the_person_and_the_time_before_the_last_day() -> None:
    found = read(
        "TT|Nhiệm vụ|Người thực hiện|Hạn hoàn thành|Đơn vị chủ trì|Thời gian\n1|a|Nguyễn Văn A|30/6/2027|VP|Quý II"
    )
    assert fields(found) == "number name None issue_due lead schedule"
    (entry,) = found.table.entries
    assert entry.rows[0].cells[TaskColumn.NOTE] == "Người thực hiện: Nguyễn Văn A"
    assert entry.facts == {TaskColumn.ISSUE_DUE: "30/6/2027"}


def test_activities_without_tasks_are_the_tasks() -> None:
    assert fields(read("TT|Hoạt động|Chủ trì\n1|a|VP")) == "number name lead"


def test_what_a_further_row_says_of_the_task_is_its_remark() -> None:
    found = read("Mã nhiệm vụ|Nhiệm vụ|Sản phẩm|Hạn trình|Thời gian\nNV07|a|x|15/3/2027|Quý I\n||y|20/4/2027|Quý II")
    (entry,) = found.table.entries
    assert entry.facts == {TaskColumn.ID: "NV07", TaskColumn.SUBMIT_DUE: "15/3/2027"}
    assert entry.rows[1].cells[TaskColumn.NOTE] == "Hạn trình: 20/4/2027"


def test_codes_that_are_plain_numbers_number_the_tasks() -> None:
    assert shown(read("Mã số|Nhiệm vụ|Chủ trì\nI|NHÓM|\n1|a|VP").table.entries) == ["NHÓM|1|a|VP"]


def test_an_amount_takes_the_unit_of_its_heading() -> None:
    found = read("TT|Nhiệm vụ|Kinh phí (triệu đồng)|Chủ trì\n1|a|1.500|VP\n2|b|Ngân sách tỉnh|VP")
    amounts = [entry.rows[0].cells[TaskColumn.BUDGET] for entry in found.table.entries]
    assert amounts == ["1.500 triệu đồng", "Ngân sách tỉnh"]


def test_words_below_the_table_are_no_tasks() -> None:
    found = read(
        """
        TT | Nhiệm vụ | Chủ trì | Thời gian
        1 | a | VP | Quý I
        2 | b | VP | Quý II
        3 | | |
        4 | | |
         | Tổng cộng: 2 nhiệm vụ | |
        Ghi chú: theo dõi hằng quý | | |

         | NGƯỜI LẬP | | GIÁM ĐỐC
        """
    )
    assert [entry.name for entry in found.table.entries] == ["a", "b"]
    assert found.below == ("Tổng cộng: 2 nhiệm vụ", "Ghi chú: theo dõi hằng quý", "NGƯỜI LẬP GIÁM ĐỐC")
    assert codes(found) == ["bare-number"]


def test_a_last_task_without_a_number_is_a_task() -> None:
    found = read("TT|Nhiệm vụ|Chủ trì|Thời gian\n1|a|VP|Quý I\n|b|Phòng A|Quý II")
    assert [entry.name for entry in found.table.entries] == ["a", "b"]


def test_other_sheets_are_no_task_sheets() -> None:
    assert maybe("Họ tên|Điện thoại\nNguyễn Văn A|0123") is None
    assert maybe("TT|Nhiệm vụ|Chủ trì") is None
    assert maybe("Kế hoạch") is None
