"""Columns of task tables by their headings."""

from __future__ import annotations

import pytest

from generator.reading.task_columns import PATTERNS, SYNONYMS, TaskColumn, guess, task_columns

OF_TASKS = """
number: TT; STT; Số TT; Số thứ tự
id: Mã nhiệm vụ; Mã số; Mã NV; Mã công việc
group: Lĩnh vực; Nhóm nhiệm vụ; Trụ cột; Nội dung cải cách hành chính
goal: Mục tiêu; Mục tiêu cụ thể
activity: Hoạt động; Giải pháp; Giải pháp thực hiện; Biện pháp
name: Tên nhiệm vụ; 3. Tên nhiệm vụ; Đầu việc; Việc; Nội dung công việc; Nhiệm vụ trọng tâm; Nhiệm vụ/hoạt động
name: Tên nhiệm vụ, giải pháp; Nội dung, nhiệm vụ; Công việc được giao
products: Sản phẩm đầu ra; SẢN PHẢM; Sản phẩm/Kết quả; Kết quả; Kết quả dự kiến; Hình thức văn bản
products: Kết quả thực hiện/sản phẩm
schedule: Thời  gian hoàn thành; Hạn hoàn thành; Hoàn thành; Deadline; Tiến độ; Tiến độ thực hiện; Hạn xử lý
schedule: Hạn ban hành; Ngày hoàn thành; Thời hạn; Lộ trình thực hiện; Quý thực hiện; Ngày bắt đầu; Thời gian bắt đầu
submit_due: Hạn trình; Thời hạn trình; Thời gian trình UBND tỉnh; Hạn nộp
lead: Cơ quan, đơn vị chủ trì; Đơn vị thực hiện; Don vi thuc hien; Đơn vi chủ tri; Người thực hiện; Người phụ trách
lead: Chuyên viên phụ trách; Cơ quan chủ trì, tham mưu; Đơn vị; Cán bộ đầu mối; Người chủ trì
support: Phối hợp; Cơ quan, đơn vị phối hợp; Đơn vị hỗ trợ; Đơn vị tham gia
monitor: Lãnh đạo phụ trách; Cán bộ theo dõi; Theo dõi, đôn đốc; Lãnh đạo Sở phụ trách; Phó Chủ tịch phụ trách
budget: Kinh phí (triệu đồng); Dự toán (đồng); Dự toán kinh phí (ĐVT: triệu đồng); Nguồn kinh phí
parent: Căn cứ giao; Nguồn giao; Văn bản giao nhiệm vụ
criterion: Tiêu chí CCHC; Tiêu chí PAR Index; Chỉ số cải cách hành chính
note: Ghi chú; Lưu ý
"""
OF_NO_TASK = """
Tiến độ (%); % hoàn thành; Tỷ lệ hoàn thành; Kết quả thực hiện; Kết quả đạt được; Kết quả năm 2025; Tình trạng
Trạng thái; Tình hình thực hiện; Khó khăn, vướng mắc; Nguyên nhân; Đề xuất, kiến nghị; Ngày giao; Thời gian báo cáo
Đơn vị tính; Số lượng; Số văn bản; Số, ký hiệu; Ngày ban hành; Mã lĩnh vực; Chỉ tiêu; Điểm; Điểm tối đa; Họ và tên
Mức độ ưu tiên; Số điện thoại; Cấp ban hành; Địa điểm; Thời gian thực tế; Người giao; Năm
"""
KNOWN = [
    (heading.strip(), field)
    for line in OF_TASKS.strip().splitlines()
    for field, _, headings in [line.partition(": ")]
    for heading in headings.split(";")
]
UNKNOWN = [(heading.strip(), None) for heading in OF_NO_TASK.replace("\n", ";").strip(";").split(";")]


@pytest.mark.parametrize(("heading", "column"), [*KNOWN, *UNKNOWN, ("", None)])
def test_what_a_heading_names(heading: str, column: str | None) -> None:
    found = guess(heading)
    assert (found.column.value if found else None) == column


@pytest.mark.parametrize(
    ("headings", "columns"),
    [
        ("Nhiệm vụ|Tiến độ (%)|Chủ trì", "name None lead"),
        ("Mã nhiệm vụ|Nhiệm vụ|Thời gian|Hạn trình|Hạn hoàn thành", "id name schedule submit_due issue_due"),
    ],
)
def test_columns_of_a_table_in_a_document(headings: str, columns: str) -> None:
    assert " ".join(map(str, task_columns(headings.split("|")))) == columns


def test_every_column_has_a_pattern_and_names_that_no_other_has() -> None:
    assert set(SYNONYMS) == {column for column, _ in PATTERNS} == set(TaskColumn)
    names = [name for names in SYNONYMS.values() for name in names]
    assert len(names) == len(set(names))
    assert all(guess(name) is not None for name in names)


def test_a_near_heading_says_how_near_it_is() -> None:
    exact, near = guess("Ngày hoàn thành"), guess("Ngày hoàn thàn")
    assert exact is not None
    assert exact.likeness == 100
    assert near is not None
    assert 86 <= near.likeness < 100


def test_a_telling_name_is_taken_where_no_pattern_fits() -> None:
    headings = ("Nhiệm vụ", "Đơn vị thực hiện", "Thời gian", "Đơn vị", "Đơn vị tham gia")
    assert task_columns(headings) == (
        TaskColumn.NAME, TaskColumn.LEAD, TaskColumn.SCHEDULE, None, TaskColumn.SUPPORT
    )  # fmt: skip
