"""Tables of figures as offices fill them in: totals, shares, statistical forms, targets; read from a text."""

from __future__ import annotations

import pytest

from generator.lint.finding import Finding
from generator.lint.gate import judge
from generator.lint.rule import chosen_rules
from generator.lint.text import subject_of_text

_HEAD = "KẾ HOẠCH\nCải cách hành chính năm 2027\n\nI. NỘI DUNG\n\nSố liệu như sau:\n\n"


def _found(table: str, more: str = "", codes: str = "SL") -> tuple[Finding, ...]:
    text = _HEAD + table.strip().replace("|", "\t") + "\n\n" + more
    return judge(subject_of_text(text.encode(), "ke_hoach.txt"), chosen_rules([codes])).findings


_BUDGET = """
STT|Nội dung|Kinh phí (triệu đồng)|Số lớp
I|Chi thường xuyên|500|5
1|Bồi dưỡng|300|3
2|Tuyên truyền|200|2
II|Chi đầu tư|1.000|1
1|Phần mềm|1.000|1
|Tổng cộng|1.500|6
"""


def test_a_total_of_groups_is_right() -> None:
    assert _found(_BUDGET) == ()


def test_a_wrong_total_beside_a_right_one_is_an_error() -> None:
    (finding,) = _found(_BUDGET.replace("Tổng cộng|1.500", "Tổng cộng|1.600"))
    assert (finding.code, finding.severity) == ("SL-03", "error")
    assert finding.found == "1.600, còn các hàng cộng lại là 1.500"


def test_a_wrong_total_of_the_only_column_is_a_warning() -> None:
    table = "STT|Đơn vị|Số hồ sơ\n1|Văn phòng|20\n2|Thanh tra|30\n3|Phòng Tổ chức|15\n|Tổng cộng|75"
    (finding,) = _found(table)
    assert (finding.code, finding.severity) == ("SL-03", "warning")


@pytest.mark.parametrize(
    "table",
    [
        "STT|Nội dung|Số người\n|Tổng số|45\n1|Trong đó: nữ|20\n2|Dân tộc thiểu số|12",
        "STT|Nội dung|Số người\n|Tổng số|45\n1|Trình độ thạc sĩ|20\n2|Lý luận chính trị cao cấp|12",
        "STT|Đơn vị|Điểm\n1|Văn phòng|92\n2|Thanh tra|95\n3|Phòng Tổ chức|90\n|Tổng cộng|92,3",
        "STT|Đơn vị|Tỷ lệ (%)\n1|Văn phòng|92\n2|Thanh tra|95\n3|Phòng Tổ chức|90\n|Tổng cộng|92,3",
        "STT|Đơn vị|Số hồ sơ\n1|Văn phòng|20\n2|Thanh tra|-\n3|Phòng Tổ chức|15\n|Tổng cộng|35",
        "STT|Đơn vị|Số hồ sơ\n1|Văn phòng|20\n|Cộng|20\n2|Thanh tra|5\n3|Phòng Tổ chức|15\n|Cộng|20",
        "STT|Đơn vị|Tổng số|Nữ|Đảng viên\n1|Văn phòng|20|12|15\n2|Thanh tra|9|4|8\n3|Phòng Tổ chức|15|9|14",
        "STT|Nhiệm vụ|Thời gian\n1|Báo cáo|15/6\n2|Kiểm tra|20/9\n|Tổng cộng|02 nhiệm vụ",
    ],
)
def test_nothing_is_said_of_a_table_that_need_not_add_up(table: str) -> None:
    assert _found(table) == ()


def test_a_column_of_totals_is_known_by_its_other_rows() -> None:
    table = (
        "STT|Đơn vị|Tổng số|Trực tuyến|Trực tiếp|Ghi chú\n1|Văn phòng|20|12|8|\n2|Thanh tra|9|4|5|\n"
        "3|Phòng Tổ chức|15|9|6|\n4|Phòng Cải cách hành chính|31|20|10|"
    )
    (finding,) = _found(table)
    assert finding.found == "31, còn các cột cộng lại là 30"


def test_a_column_of_shares_is_known_by_its_other_rows() -> None:
    table = (
        "STT|Đơn vị|Tiếp nhận|Đúng hạn|Tỷ lệ (%)\n1|Văn phòng|200|198|99\n2|Thanh tra|120|117|97,5\n"
        "3|Phòng Tổ chức|80|80|100\n4|Phòng Cải cách hành chính|40|39|79,5"
    )
    (finding,) = _found(table)
    assert (finding.code, finding.found, finding.expected) == ("SL-02", "79,5 với 39/40", "97,5%")


_FORM = """
STT|Chỉ tiêu thống kê|Đơn vị tính|Số liệu|Ghi chú
1|Số VBQPPL do địa phương ban hành|Văn bản|{0}|
1|Tổng số VBQPPL do địa phương ban hành|Văn bản|{0}|
1.1|Số VBQPPL do cấp tỉnh ban hành|Văn bản|{1}|
1.2|Số VBQPPL do cấp xã ban hành|Văn bản|{2}|
2|Kiểm tra, xử lý VBQPPL|||
2.2|Tỷ lệ xử lý VBQPPL sau kiểm tra|%|{3}|
2.2.1|Tổng số VBQPPL cần phải xử lý sau kiểm tra|Văn bản|{4}|
2.2.2|Số VBQPPL có kiến nghị xử lý đã được xử lý xong|Văn bản|{5}|
"""


@pytest.mark.parametrize(
    "figures",
    ["12 5 7 62,5 8 5", "12 5 - 62 8 5", "- - - - - -", "0 0 0 0 0 0", "12 5 7 63% 8 5", "không 0 0 không 0 0"],
)
def test_a_form_whose_figures_agree(figures: str) -> None:
    assert _found(_FORM.format(*figures.split())) == ()


@pytest.mark.parametrize(
    ("figures", "found", "severity"),
    [
        ("13 5 7 62,5 8 5", "dòng 1: 13, còn dòng 1.1 + dòng 1.2 = 12", "error"),
        ("12 5 7 52,5 8 5", "dòng 2.2: 52,5%, còn dòng 2.2.2 / dòng 2.2.1 = 5/8", "error"),
        ("12 5 7 124 8 5", "dòng 2.2, đơn vị tính %: 124", "error"),
        ("12 5 7 - 8 9", "dòng 2.2.2: 9, lớn hơn dòng 2.2.1: 8", "error"),
        ("12 5 7 62,5 8 5x", "dòng 2.2.2: «5x»", "warning"),
    ],
)
def test_a_form_whose_figures_contradict_each_other(figures: str, found: str, severity: str) -> None:
    (finding,) = _found(_FORM.format(*figures.split()), codes="SL-06")
    assert (finding.found, finding.severity) == (f"biểu mẫu 2, {found}", severity)


def test_a_numbered_table_of_something_else_is_no_form() -> None:
    rows = "\n".join(f"{code}|Công việc số {code}|Việc|{code}0|" for code in ("1", "1.1", "1.2", "2", "2.1"))
    assert _found(f"STT|Nội dung|Đơn vị tính|Số liệu|Ghi chú\n{rows}", codes="SL-06") == ()


_TARGETS = """
STT|Chỉ tiêu|Kết quả năm 2026|Chỉ tiêu năm 2027
1|Tỷ lệ hồ sơ được giải quyết đúng hạn|{0}|{1}
2|Số đơn vị được kiểm tra cải cách hành chính|14|16
"""


@pytest.mark.parametrize(
    ("result", "target", "is_reached"),
    [
        ("98,7%", "99%", False),
        ("99,2%", "Từ 99% trở lên", True),
        ("99%", "≥ 99%", True),
        ("100%", "100%", False),
        ("100%", "98%", True),
        ("-", "98%", False),
    ],
)
def test_a_target_that_was_reached_before(result: str, target: str, is_reached: bool) -> None:
    found = _found(_TARGETS.format(result, target))
    assert [one.code for one in found] == ["SL-07"] * is_reached


def test_a_report_of_what_was_reached_is_right() -> None:
    table = "STT|Chỉ tiêu|Kế hoạch năm 2027|Thực hiện năm 2027\n1|Tỷ lệ hồ sơ được giải quyết đúng hạn|98%|99,5%\n"
    assert _found(table + "2|Tỷ lệ hồ sơ nộp trực tuyến toàn trình|80%|85%") == ()


def test_one_quantity_in_text_and_form_has_one_value() -> None:
    said = "Tổng số văn bản quy phạm pháp luật cần phải xử lý sau kiểm tra là 9 văn bản."
    found = _found(_FORM.format(12, 5, 7, "62,5", 8, 5), said, "SL-04")
    assert [(one.code, one.severity) for one in found] == [("SL-04", "warning")]
    assert _found(_FORM.format(12, 5, 7, "62,5", 8, 5), said.replace("9", "8"), "SL-04") == ()
    assert _found(_FORM.format(12, 5, 7, "62,5", 8, 5), f"So với cùng kỳ, {said}", "SL-04") == ()


_NUMBERED = """
STT|Lĩnh vực|Tổng số|Trực tuyến|Trực tiếp|Còn lại
(1)|(2)|(3)=(4)+(5)|(4)|(5)|(6)=(3)-(4)
1|Hộ tịch|1.820|1.600|220|220
2|Chứng thực|1.500|1.320|180|180
3|Đất đai|965|722|243|243
|Tổng|4.285|3.642|643|643
"""


def test_the_row_that_numbers_columns_holds_no_figures() -> None:
    assert _found(_NUMBERED) == ()
    assert _found(_NUMBERED.replace("(1)|(2)|(3)=(4)+(5)|(4)|(5)|(6)=(3)-(4)", "A|B|1=2+3|2|3|4=1-2")) == ()


@pytest.mark.parametrize(
    ("right", "wrong", "found"),
    [
        ("1.820|", "1.802|", "1.802, còn các cột cộng lại là 1.820"),
        ("Tổng|4.285", "Tổng|4.258", "4.258, còn các hàng cộng lại là 4.285"),
        ("1.320|180|180", "1.320|180|810", "810, còn các cột cộng lại là 180"),
    ],
)
def test_a_column_is_held_against_what_its_number_says(right: str, wrong: str, found: str) -> None:
    (finding,) = _found(_NUMBERED.replace(right, wrong))
    assert (finding.code, finding.found.partition(" (")[0]) == ("SL-03", found)
