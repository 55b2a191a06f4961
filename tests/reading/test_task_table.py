"""Task tables: columns, tasks of several rows, groups, and the group whose merged name crosses a page."""

from __future__ import annotations

import pytest

from generator.diagnostics import Diagnostic
from generator.reading.grids import grid_of
from generator.reading.lines import Line
from generator.reading.task_columns import TaskColumn, task_columns
from generator.reading.task_table import TaskTable, task_table_of

SIX = "Nhiệm vụ chung|Nhiệm vụ cụ thể|Sản phẩm|Thời gian thực hiện|Đơn vị chủ trì|Đơn vị phối hợp"


def table(*pages: str) -> tuple[TaskTable, tuple[Diagnostic, ...]]:
    found = maybe_table(*pages)
    assert found is not None
    return found


def maybe_table(*pages: str) -> tuple[TaskTable, tuple[Diagnostic, ...]] | None:
    lines = []
    for page, rows in enumerate(pages, start=1):
        for row in rows.strip().splitlines():
            cells = tuple(cell.strip() for cell in row.strip().split("|"))
            lines.append(Line("\t".join(cells), (len(lines) + 1,), page, cells=cells))
    return task_table_of(grid_of(lines)[0])


def groups(found: TaskTable) -> list[tuple[str, str]]:
    return [(entry.label, entry.group) for entry in found.entries]


@pytest.mark.parametrize(
    ("headings", "columns"),
    [
        (SIX, "group name products schedule lead support"),
        ("STT|Nhiệm vụ|Sản phẩm|Thời gian hoàn thành|Đơn vị chủ trì|Đơn vị phối hợp|Theo dõi, kiểm tra, đôn đốc",
         "number name products schedule lead support monitor"),
        ("Stt|1- Mục tiêu|2- Nhiệm vụ|3- Hoạt động|4- Kết quả/ sản phẩm|5-Chủ trì|6- Phối hợp|7- Thời gian|8- Kinh phí",
         "number goal name activity products lead support schedule budget"),
        ("TT|Nội dung công việc|Cơ quan chủ trì|Thời hạn|Ghi chú", "number name lead schedule note"),
    ],
)  # fmt: skip
def test_columns_by_their_headings(headings: str, columns: str) -> None:
    assert task_columns(headings.split("|")) == tuple(map(TaskColumn, columns.split()))


@pytest.mark.parametrize(
    "rows",
    [
        "Họ tên|Nhiệm vụ|Đơn vị chủ trì\nA|1. x|y",
        "Nội dung|Số lượng\n1. x|y",
        "a|b\nc|d",
        "STT|Nhiệm vụ|Đơn vị chủ trì\n1||x",
    ],
)
def test_other_tables_are_no_task_tables(rows: str) -> None:
    assert maybe_table(rows) is None


@pytest.mark.parametrize("numbers", ["1|2|3|4|5|6", "(1)|(2)|(3)|(4)|(5)|(6)", "A|B|1|2|3|4"])
def test_a_row_that_numbers_the_columns_is_no_task(numbers: str) -> None:
    found, (note,) = table(f"{SIX}\n{numbers}\nThể chế|1. Rà soát|a|b|c|d")
    assert [entry.name for entry in found.entries] == ["Rà soát"]
    assert (note.code, note.place.quote) == ("column-numbers", " ".join(numbers.split("|")))


def test_a_task_of_several_rows() -> None:
    found, notes = table(
        f"{SIX}\nChỉ đạo|1. Tuyên truyền|Kế hoạch|Quý I|VP|TCCB\n||Tin, bài|Trong năm|VP|\n|2. Kiểm tra|a|b|c|d"
    )
    first, second = found.entries
    assert (first.label, first.name, first.group) == ("1.", "Tuyên truyền", "Chỉ đạo")
    assert [row.cells[TaskColumn.PRODUCTS] for row in first.rows] == ["Kế hoạch", "Tin, bài"]
    assert TaskColumn.SUPPORT not in first.rows[1].cells
    assert (second.group, second.line) == ("Chỉ đạo", 4)
    assert notes == ()


@pytest.mark.parametrize("total", ["|Tổng cộng|||", "Tổng số:||||", "|CỘNG|||50.000"])
def test_the_row_that_sums_up_is_no_task(total: str) -> None:
    rows = "1|Rà soát|Sở A|Quý I|\n2|Cộng tác viên tập huấn|Sở B|Quý II|"
    found, notes = table(f"TT|Nội dung công việc|Cơ quan chủ trì|Thời hạn|Ghi chú\n{rows}\n{total}")
    assert [entry.name for entry in found.entries] == ["Rà soát", "Cộng tác viên tập huấn"]
    assert [(note.code, note.place.quote) for note in notes] == [
        ("total-row", " | ".join(cell for cell in total.split("|") if cell))
    ]


def test_groups_with_a_row_of_their_own() -> None:
    found, _ = table(
        "STT|Nhiệm vụ|Sản phẩm|Đơn vị chủ trì\n"
        "I|CẢI CÁCH THỂ CHẾ||\n1|Rà soát|a|b\nII|Cải cách tài chính công||\n1|Công khai|a|b"
    )
    assert groups(found) == [("1", "CẢI CÁCH THỂ CHẾ"), ("1", "Cải cách tài chính công")]
    assert [entry.group_label for entry in found.entries] == ["I", "II"]


class TestGroupNameAfterAPageBreak:
    top = f"{SIX}\nCông vụ|1. Đào tạo|a|b|Phòng TCCB|\n|2. Đánh giá|a|b|Phòng TCCB.|"

    def test_it_reaches_back_to_the_rows_of_its_leading_unit(self) -> None:
        found, (note,) = table(f"{self.top}\n|3. Công khai|a|b|Phòng KH-TC|\n|4. Quy chế|a|b|Phòng KH-TC.|",
                               "Tài chính công|5. Kết quả|a|b|Phòng KH-TC|\n|6. Thống kê|a|b|Phòng KH-TC|")  # fmt: skip
        assert [group for _, group in groups(found)] == ["Công vụ"] * 2 + ["Tài chính công"] * 4
        assert (note.code, note.severity, note.place.line) == ("group-reached-back", "warning", 4)
        assert "«3. Công khai», «4. Quy chế»" in note.message
        assert note.hint is not None

    def test_it_begins_there_when_the_rows_before_have_another_unit(self) -> None:
        found, (note,) = table(self.top, "Tài chính công|3. Kết quả|a|b|Phòng KH-TC|")
        assert groups(found)[-2:] == [("2.", "Công vụ"), ("3.", "Tài chính công")]
        assert (note.code, note.severity) == ("group-at-page-top", "hint")

    def test_it_never_takes_the_row_with_the_name_above(self) -> None:
        found, _ = table(f"{SIX}\nCông vụ|1. Đào tạo|a|b|Phòng KH-TC|", "Tài chính công|2. Kết quả|a|b|Phòng KH-TC|")
        assert groups(found) == [("1.", "Công vụ"), ("2.", "Tài chính công")]

    def test_one_unit_for_both_groups_tells_nothing(self) -> None:
        found, _ = table(self.top, "Tài chính công|3. Kết quả|a|b|Phòng TCCB|")
        assert groups(found)[1] == ("2.", "Công vụ")

    def test_it_reaches_back_over_one_page_only(self) -> None:
        rows = "|2. Công khai|a|b|Phòng KH-TC|"
        found, _ = table(f"{SIX}\nCông vụ|1. Đào tạo|a|b|TCCB|\n{rows}", "|3. Quy chế|a|b|Phòng KH-TC|",
                         "Tài chính công|4. Kết quả|a|b|Phòng KH-TC|")  # fmt: skip
        assert [group for _, group in groups(found)] == ["Công vụ", "Công vụ", "Tài chính công", "Tài chính công"]

    def test_a_name_inside_a_page_begins_where_it_stands(self) -> None:
        _, notes = table(f"{self.top}\nTài chính công|3. Kết quả|a|b|Phòng TCCB|")
        assert notes == ()
