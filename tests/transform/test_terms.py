"""Rewriting of a higher plan's words in those of a lower office."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.registers.catalog import bundled_derivation_rules
from generator.transform.terms import Rewriter

RULES = bundled_derivation_rules().terms
SCHOOL = {
    "name": "Trường Trung học phổ thông Sông Vân",
    "own": "Trường",
    "area": "tỉnh",
    "place": "Sông Vân",
    "head": "Hiệu trưởng",
    "parent": "Sở Giáo dục và Đào tạo",
    "focal": "Tổ Văn phòng",
    "inner": "các tổ chuyên môn, tổ văn phòng",
    "below": "các tổ",
}
TO_SCHOOL = Rewriter(RULES, "department", "school", SCHOOL)


@pytest.mark.parametrize(
    ("above", "own"),
    [
        ("Sửa đổi Quy chế làm việc của Sở", "Sửa đổi Quy chế làm việc của Trường"),
        ("Đối thoại của lãnh đạo Sở với cha mẹ học sinh", "Đối thoại của lãnh đạo Trường với cha mẹ học sinh"),
        ("Giám đốc Sở kiểm điểm tiến độ", "Hiệu trưởng kiểm điểm tiến độ"),
        ("Các phòng thuộc Sở tự rà soát", "Các tổ chuyên môn, tổ văn phòng tự rà soát"),
        ("Kiểm tra tại **từng phòng, đơn vị**", "Kiểm tra tại **từng bộ phận**"),
    ],
)
def test_terms_become_those_of_the_school(above: str, own: str) -> None:
    assert TO_SCHOOL.rewrite(above).text == own


@pytest.mark.parametrize(
    ("above", "own"),
    [
        ("Gửi về Văn phòng Sở trước ngày 22/01/2027", "Gửi về Văn phòng Sở Giáo dục và Đào tạo trước ngày 22/01/2027"),
        ("trình Giám đốc Sở phê duyệt", "trình Giám đốc Sở Giáo dục và Đào tạo phê duyệt"),
        ("theo hướng dẫn của Sở", "theo hướng dẫn của Sở Giáo dục và Đào tạo"),
    ],
)
def test_after_a_word_that_leads_upwards_the_office_above_is_named_in_full(above: str, own: str) -> None:
    assert TO_SCHOOL.rewrite(above).text == own


@pytest.mark.parametrize(
    ("above", "own"),
    [
        (
            "Các đơn vị trực thuộc gửi kế hoạch của đơn vị về Sở trước ngày 15/01/2027",
            "Trường gửi kế hoạch của đơn vị về Sở Giáo dục và Đào tạo trước ngày 15/01/2027",
        ),
        ("Công khai thu chi. Yêu cầu các đơn vị trực thuộc niêm yết", "Công khai thu chi. Trường niêm yết"),
        ("Thủ trưởng các đơn vị trực thuộc chịu trách nhiệm", "Hiệu trưởng chịu trách nhiệm"),
        ("Các trường THPT xây dựng phòng học thông minh", "Trường xây dựng phòng học thông minh"),
        ("Các trường THPT, trung tâm ngoại ngữ ký cam kết", "Các trường THPT, trung tâm ngoại ngữ ký cam kết"),
        ("Phổ biến đến các đơn vị trực thuộc", "Phổ biến đến các tổ chuyên môn, tổ văn phòng"),
    ],
)
def test_who_is_told_to_act_stays_the_one_who_acts(above: str, own: str) -> None:
    assert TO_SCHOOL.rewrite(above).text == own


@pytest.mark.parametrize(
    ("above", "own"),
    [
        (
            "Người đứng đầu các phòng thuộc Sở, các đơn vị trực thuộc Sở trực tiếp chỉ đạo",
            "Hiệu trưởng trực tiếp chỉ đạo",
        ),
        ("Tập huấn cho các phòng Sở và các phòng thuộc Sở", "Tập huấn cho các tổ chuyên môn, tổ văn phòng"),
        ("Công khai trong từng đơn vị, trường học", "Công khai trong Trường"),
        ("Giao việc cho các đơn vị trực thuộc thuộc tỉnh Sông Vân", "Giao việc cho các tổ chuyên môn, tổ văn phòng"),
    ],
)
def test_no_words_are_said_twice_and_nobody_belongs_to_two(above: str, own: str) -> None:
    assert TO_SCHOOL.rewrite(above).text == own


def test_who_is_told_by_name_acts_upon_all_the_others() -> None:
    words = {**SCHOOL, "own": "Sở", "inner": "các phòng thuộc Sở", "below": "các đơn vị trực thuộc Sở"}
    to_department = Rewriter(RULES, "province", "department", words)
    text = "Bảng xếp hạng các cơ quan, địa phương"
    assert to_department.rewrite(text, alone=True).text == text
    assert to_department.rewrite(text).text == "Bảng xếp hạng các phòng thuộc Sở, các đơn vị trực thuộc Sở"
    counted = "Kiểm tra tại 10 sở, ban, ngành tỉnh"
    assert to_department.rewrite(counted).text == counted
    yearly = "Kế hoạch năm 2027 của cơ quan, địa phương"
    assert to_department.rewrite(yearly).text == "Kế hoạch năm 2027 của Sở"


def test_a_department_passes_on_what_it_is_told_unless_something_goes_up() -> None:
    words = {**SCHOOL, "own": "Sở", "inner": "các phòng thuộc Sở", "below": "các đơn vị trực thuộc Sở"}
    to_department = Rewriter(RULES, "province", "department", words)
    assert to_department.rewrite("Các cơ quan, địa phương ký số văn bản").text == (
        "Các phòng thuộc Sở, các đơn vị trực thuộc Sở ký số văn bản"
    )
    sent = to_department.rewrite("Các cơ quan, địa phương gửi báo cáo về Sở Nội vụ")
    assert sent.text == "Sở gửi báo cáo về Sở Nội vụ"


def test_the_name_of_an_index_ends_with_its_year() -> None:
    text = "Chấm điểm Chỉ số CCHC năm 2026 của các đơn vị trực thuộc"
    assert TO_SCHOOL.rewrite(text).text == "Chấm điểm Chỉ số CCHC năm 2026 của các tổ chuyên môn, tổ văn phòng"


@pytest.mark.parametrize(
    "text",
    [
        "Phối hợp Sở Nội vụ, Sở Tài chính",
        "Các Sở: Tài chính, Tư pháp",
        "Thực hiện Kế hoạch số 12/KH-SGDĐT ngày 05 tháng 01 năm 2027 của Sở Y tế về chuyển đổi số của Sở",
        "Phong trào «Mỗi ngày của Sở một việc tốt»",
        "Đăng tin trên Cổng thông tin điện tử của Sở",
        "Khai thác Hệ thống quản lý văn bản và điều hành",
        "Thực hiện [[ke_hoach Sở.yaml]]",
    ],
)
def test_names_citations_quotations_and_systems_stay(text: str) -> None:
    found = TO_SCHOOL.rewrite(text)
    assert found.text == text
    assert found.changes == ()


def test_the_name_of_a_system_ends_where_the_sentence_goes_on() -> None:
    text = "Cập nhật lên Hệ thống báo cáo của tỉnh để Văn phòng Sở theo dõi"
    assert TO_SCHOOL.rewrite(text).text == "Cập nhật lên Hệ thống báo cáo của tỉnh để Tổ Văn phòng theo dõi"


def test_each_change_is_told_once() -> None:
    found = TO_SCHOOL.rewrite("Giám đốc Sở phân công; Giám đốc Sở kiểm tra; gửi Văn phòng Sở")
    assert found.changes == (
        "«Giám đốc Sở» → «Hiệu trưởng»",
        "«Văn phòng Sở» → «Văn phòng Sở Giáo dục và Đào tạo»",
    )


def test_levels_without_a_table_leave_every_word() -> None:
    assert Rewriter(RULES, None, "school", SCHOOL).rewrite("Giám đốc Sở").text == "Giám đốc Sở"


@given(st.text(st.sampled_from("Sở GiámđốcVănphòng ,;.«»*") | st.characters(codec="utf-8"), max_size=80))
def test_any_text_is_rewritten_and_an_unchanged_one_tells_of_no_change(text: str) -> None:
    found = TO_SCHOOL.rewrite(text)
    assert (found.text != text) == bool(found.changes)
