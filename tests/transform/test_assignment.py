"""Who must do what of a higher plan: by cells, by headings, by words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.document import Document
from generator.registers.catalog import bundled_derivation_rules
from generator.transform.assignment import Assigner, Assignment, Role, assign
from tests.transform.province import DIRECTORY, NOW, THEN, heading, item, plan, provincial, task

RULES = bundled_derivation_rules()
LEAD, SUPPORT, NONE, OWN, UNCLEAR = Role.LEAD, Role.SUPPORT, Role.NONE, Role.OWN, Role.UNCLEAR


def assigned(parent: Document, unit: str, on: date = NOW) -> dict[str, Assignment]:
    found = DIRECTORY.get(unit)
    assert found is not None
    return {one.point.id: one for one in assign(parent, found, DIRECTORY, RULES, on)}


def role_of(text: str, unit: str, on: date = NOW) -> Role:
    """What one point of a plan of the Sở is for a unit."""
    return assigned(plan(item(text)), unit, on)["I.a"].role


@pytest.mark.parametrize(
    ("lead", "support", "unit", "role"),
    [
        (["Sở Nội vụ"], [], "noi-vu", LEAD),
        (["Sở Nội vụ"], [], "y-te", NONE),
        (["Sở Nội vụ"], ["Các sở, ban, ngành tỉnh"], "y-te", SUPPORT),
        (["Các sở, ban, ngành; UBND các xã, phường"], [], "xa-van", LEAD),
        (["Các sở, ban, ngành (trừ Sở Y tế)"], [], "y-te", NONE),
        (["Các sở, ban, ngành (trừ Sở Y tế)"], [], "noi-vu", LEAD),
        (["Giám đốc Sở Nội vụ"], [], "noi-vu", LEAD),
        (["Các cơ quan, đơn vị, địa phương"], [], "xa-van", LEAD),
        (["UBND tỉnh"], [], "noi-vu", OWN),
        (["Sở Xây dựng"], [], "noi-vu", NONE),
        (["Các sở quản lý ngành"], [], "noi-vu", UNCLEAR),
        (["Các sở quản lý ngành"], [], "xa-van", NONE),
        ([], ["Sở Nội vụ"], "noi-vu", SUPPORT),
        ([], [], "noi-vu", UNCLEAR),
    ],
)
def test_cells_of_a_task(lead: list[str], support: list[str], unit: str, role: Role) -> None:
    parent = provincial(tasks=[task("NV01", (lead, support))])
    assert assigned(parent, unit)["NV01"].role is role


def test_the_rows_that_concern_a_unit_are_told_and_which_it_only_supports() -> None:
    rows = [(["Sở Nội vụ"], ["Sở Y tế"]), (["Sở Y tế"], []), (["UBND tỉnh"], [])]
    parent = provincial(tasks=[task("NV01", *rows)])
    one = assigned(parent, "y-te")["NV01"]
    assert (one.role, one.rows, one.support_rows) == (LEAD, (0, 1), (0,))


def test_a_row_without_a_lead_is_led_like_the_one_above() -> None:
    parent = provincial(tasks=[task("NV01", (["Sở Nội vụ"], []), ([], []))])
    assert assigned(parent, "noi-vu")["NV01"].rows == (0, 1)


def test_inner_divisions_are_the_issuers_own_but_not_for_themselves() -> None:
    parent = plan(tasks=[task("NV01", (["Văn phòng Sở"], ["Các phòng thuộc Sở"]))])
    roles = {unit: assigned(parent, unit)["NV01"].role for unit in ("thpt", "van-phong", "tccb")}
    assert roles == {"thpt": OWN, "van-phong": LEAD, "tccb": SUPPORT}


def test_a_division_that_the_directory_does_not_know_is_the_so_s_own() -> None:
    parent = plan(tasks=[task("NV01", (["Phòng Quản lý chất lượng"], []))])
    assert assigned(parent, "thpt")["NV01"].role is OWN


def test_a_division_of_a_district_is_none_of_the_divisions_of_the_so() -> None:
    parent = plan(item("Các phòng rà soát thủ tục."), tasks=[task("NV01", (["Các phòng thuộc Sở"], []))])
    assert {one.role for one in assigned(parent, "phong", THEN).values()} == {OWN}


@pytest.mark.parametrize(
    ("title", "unit", "on", "role"),
    [
        ("Văn phòng Sở", "thpt", NOW, OWN),
        ("Thanh tra Sở GDĐT", "thpt", NOW, OWN),
        ("Các đơn vị trực thuộc", "thpt", NOW, LEAD),
        ("Các đơn vị trực thuộc", "phong", THEN, NONE),
        ("Phòng GDĐT các huyện", "phong", THEN, LEAD),
        ("Phòng GDĐT các huyện", "thpt", THEN, NONE),
        ("UBND các xã, phường", "xa-van", NOW, LEAD),
        ("Cải cách thể chế", "thpt", NOW, LEAD),
        ("Mục đích, yêu cầu", "thpt", NOW, NONE),
    ],
)
def test_a_heading_tells_whose_the_points_below_are(title: str, unit: str, on: date, role: Role) -> None:
    parent = plan(heading(title, item("Công khai thủ tục hành chính.", "dash")))
    assert assigned(parent, unit, on)["I.1.-1"].role is role


def test_a_text_that_names_somebody_else_overrides_its_heading() -> None:
    dash = item("Phòng Tổ chức cán bộ: theo dõi tinh giản biên chế.", "dash")
    parent = plan(heading("Các đơn vị trực thuộc", dash))
    assert assigned(parent, "thpt")["I.1.-1"].role is OWN


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Công khai thủ tục hành chính.", LEAD),
        ("Đẩy mạnh truyền thông trong toàn ngành.", LEAD),
        ("Các đơn vị, trường học xây dựng kế hoạch.", LEAD),
        ("Yêu cầu thủ trưởng các đơn vị trực thuộc báo cáo về Sở.", LEAD),
        ("Văn phòng Sở chủ trì, phối hợp với các đơn vị trực thuộc tổng hợp báo cáo.", SUPPORT),
        ("Văn phòng Sở tổng hợp báo cáo.", OWN),
        ("Giao Phòng Tổ chức cán bộ theo dõi việc này.", OWN),
        ("Tăng cường kiểm tra cải cách hành chính tại các đơn vị, trường học.", SUPPORT),
        ("Tự kiểm tra tại các đơn vị, trường học.", LEAD),
        ("Bồi dưỡng nghiệp vụ đối với các trường học.", SUPPORT),
        ("Tham mưu UBND tỉnh ban hành quy định.", OWN),
        ("Trình Chủ tịch UBND tỉnh phê duyệt đề án.", OWN),
        ("Giảm biên chế công chức thuộc Sở.", OWN),
        ("Thực hiện kế hoạch của Sở.", LEAD),
        ("Nâng cao chất lượng tham mưu xây dựng văn bản.", OWN),
        ("Tham gia xây dựng thể chế của tỉnh.", SUPPORT),
        ("Sắp xếp bộ máy của ngành; bố trí cấp phó của Sở.", LEAD),
        ("UBND các xã, phường chỉ đạo trường học.", NONE),
        ("Các trường mầm non, tiểu học công khai thu, chi.", NONE),
        ("Các trường mầm non, tiểu học và THPT công khai thu, chi.", LEAD),
        ("Các trường Cao đẳng nghề công khai thu, chi.", NONE),
        ("Các trường Chuyên biệt công khai thu, chi.", UNCLEAR),
        ("Các trường vùng cao mở lớp bán trú.", LEAD),
        ("Các trường hợp quá hạn phải xin lỗi người dân.", LEAD),
        ("Cơ quan báo chí của tỉnh đưa tin về kết quả.", NONE),
        ("Thực hiện theo Quyết định số 12/QĐ-UBND ngày 05/01/2027 của Ủy ban nhân dân xã Vân Thượng.", LEAD),
    ],
)
def test_words_of_a_point_for_a_school_under_the_so(text: str, role: Role) -> None:
    assert role_of(text, "thpt") is role


def test_general_content_reaches_a_division_of_the_field_but_not_a_commune_that_is_only_guided() -> None:
    text = "Công khai thủ tục hành chính trong toàn ngành."
    assert (role_of(text, "phong", THEN), role_of(text, "xa-van")) == (LEAD, NONE)


def test_what_schools_must_do_is_seen_to_by_the_office_above_them() -> None:
    assert role_of("Thu học phí qua ngân hàng trong nhà trường.", "phong", THEN) is LEAD


def test_a_name_for_some_units_that_the_directory_does_not_know_is_to_be_decided() -> None:
    parent = provincial(item("UBND các xã vùng cao tổ chức hỗ trợ lưu động."))
    assert [assigned(parent, unit)["I.a"].role for unit in ("xa-van", "noi-vu")] == [UNCLEAR, NONE]


def test_with_whom_or_on_whom_work_is_done_does_not_keep_others_from_it() -> None:
    parent = provincial(item("Lấy ý kiến UBND các xã, phường về dự thảo."), item("Hướng dẫn UBND các xã, phường."))
    found = {unit: [one.role for one in assigned(parent, unit).values()] for unit in ("y-te", "xa-van")}
    assert found == {"y-te": [LEAD, LEAD], "xa-van": [SUPPORT, SUPPORT]}


def test_what_units_under_its_command_must_do_is_seen_to_by_an_office() -> None:
    parent = provincial(item("Các đơn vị sự nghiệp công lập được giao tự chủ."), item("UBND các xã, phường báo cáo."))
    found = {unit: [one.role for one in assigned(parent, unit).values()] for unit in ("gddt", "noi-vu", "xa-van")}
    assert found == {"gddt": [LEAD, NONE], "noi-vu": [NONE, NONE], "xa-van": [LEAD, LEAD]}


def test_work_of_the_so_is_unclear_for_its_own_divisions() -> None:
    assert role_of("Giảm biên chế công chức thuộc Sở.", "tccb") is UNCLEAR


def test_an_office_that_is_not_below_the_issuer_does_what_names_it_alone() -> None:
    parent = plan(item("Công khai."), item("Đề nghị Sở Nội vụ thẩm định."), item("Phối hợp với Sở Nội vụ rà soát."))
    assert [one.role for one in assigned(parent, "noi-vu").values()] == [NONE, LEAD, SUPPORT]


def test_the_edge_tells_whom_the_issuer_may_only_ask() -> None:
    parent = plan(tasks=[task("NV01", (["UBND các xã, phường"], ["Các đơn vị trực thuộc"]))])
    assert assigned(parent, "xa-van")["NV01"].edge == "professional"
    assert assigned(parent, "thpt")["NV01"].edge == "administrative"
    assert assigned(parent, "tccb")["NV01"].edge is None


def test_a_plan_of_an_office_for_itself_leaves_general_content_to_be_decided() -> None:
    body = plan(item("Công khai."), subject="Cải cách hành chính năm 2027").model_dump(exclude_defaults=True)
    alone = plan(**body)
    sent = plan(**body, recipients=[{"name": "Các đơn vị trực thuộc", "purpose": "để thực hiện"}])
    informed = plan(**body, recipients=[{"name": "Các đơn vị trực thuộc", "purpose": "để biết"}])
    roles = [assigned(parent, "thpt")["I.a"].role for parent in (alone, sent, informed)]
    assert roles == [UNCLEAR, LEAD, UNCLEAR]


def test_a_point_that_announces_others_is_what_the_most_of_them_is() -> None:
    dashes = [item("Giảm biên chế của Sở.", "dash"), item("Tham gia xây dựng đề án.", "dash")]
    parent = plan(item("Tập trung:", blocks=dashes))
    assert [one.role for one in assigned(parent, "thpt").values()] == [SUPPORT, OWN, SUPPORT]


def test_points_without_a_word_of_their_own_follow_the_one_above() -> None:
    parent = plan(item("Kiểm tra tại các trường học:", blocks=[item("Đột xuất;", "dash"), item("Định kỳ.", "dash")]))
    assert {one.role for one in assigned(parent, "thpt").values()} == {SUPPORT}


def test_targets_are_assigned_by_their_lead_else_by_whom_they_count() -> None:
    targets = [
        {"id": "CT01", "metric": "Tỷ lệ đúng hạn", "lead": "Các đơn vị trực thuộc"},
        {"id": "CT02", "metric": "Tỷ lệ đúng hạn của Sở", "lead": "Văn phòng Sở"},
        {"id": "CT03", "metric": "Tỷ lệ trường học công khai", "lead": "Văn phòng Sở", "unit": "%"},
        {"id": "CT04", "metric": "Tỷ lệ hồ sơ trực tuyến"},
        {"id": "CT05", "metric": "Số trường học được kiểm tra", "lead": "Văn phòng Sở", "unit": "đơn vị"},
    ]
    roles = [one.role for one in assigned(plan(targets=targets), "thpt").values()]
    assert roles == [LEAD, OWN, SUPPORT, LEAD, OWN]


def test_tables_and_foreign_appendices_are_to_be_decided() -> None:
    table = {"kind": "table", "rows": [[{"text": "Số liệu"}]]}
    parent = plan(table, appendices=[{"title": "Đề cương", "blocks": [item("Kết quả.")]}])
    assert [one.role for one in assigned(parent, "thpt").values()] == [UNCLEAR, UNCLEAR]


def test_each_decision_has_its_reason_and_the_words_behind_it() -> None:
    parent = plan(tasks=[task("NV01", (["Các đơn vị trực thuộc"], []))])
    one = assigned(parent, "thpt")["NV01"]
    assert (one.reason, one.words) == (
        "cột chủ trì ghi «Các đơn vị trực thuộc», trong đó có đơn vị",
        "Các đơn vị trực thuộc",
    )


NAMES = st.sampled_from(
    [
        "Sở Nội vụ", "Sở Y tế", "Sở GDĐT", "Các sở, ban, ngành tỉnh", "UBND các xã, phường", "Sở Xây dựng",
        "Các cơ quan, đơn vị, địa phương", "Văn phòng Sở", "Hội Nông dân", "UBND xã Vân Thượng",
    ]
)  # fmt: skip
CELLS = st.lists(NAMES, max_size=3)
ROWS = st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=3)
Rows = list[tuple[list[str], list[str]]]


@given(st.lists(st.lists(st.tuples(CELLS, CELLS), max_size=3), max_size=4), st.lists(st.text(max_size=40), max_size=3))
def test_every_point_gets_one_assignment_for_each_unit(
    rows: list[list[tuple[list[str], list[str]]]], texts: list[str]
) -> None:
    tasks = [task(f"NV{number:02}", *some) for number, some in enumerate(rows)]
    words = [item(text) for text in texts if text.strip() and text.isprintable()]
    assigner = Assigner(provincial(*words, tasks=tasks), DIRECTORY, RULES, NOW)
    for unit in DIRECTORY.on(NOW):
        found = assigner.assign(unit)
        assert tuple(one.point for one in found) == assigner.points
        assert all(one.reason for one in found)


@given(st.lists(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=2), max_size=5))
def test_the_tasks_led_by_anybody_are_those_whose_lead_names_a_unit(
    rows: list[list[tuple[list[str], list[str]]]],
) -> None:
    known = {name for unit in ("noi-vu", "y-te", "gddt", "xa-van") for name in NAMED[unit]}
    tasks = [task(f"NV{number:02}", *some) for number, some in enumerate(rows)]
    assigner = Assigner(provincial(tasks=tasks), DIRECTORY, RULES, NOW)
    below = [unit for unit in DIRECTORY.on(NOW) if unit.id != "tinh"]
    led = {one.point.id for unit in below for one in assigner.assign(unit) if one.role is LEAD}
    expected = {one["id"] for one in tasks if any(known.intersection(row["lead"]) for row in one["rows"])}
    assert led == expected


NAMED = {
    "noi-vu": ["Sở Nội vụ", "Các sở, ban, ngành tỉnh", "Các cơ quan, đơn vị, địa phương"],
    "y-te": ["Sở Y tế"],
    "gddt": ["Sở GDĐT"],
    "xa-van": ["UBND các xã, phường", "UBND xã Vân Thượng"],
}


def _of_the_district(lead: str) -> Document:
    return plan(issuer={"name": "Ủy ban nhân dân huyện Thượng Vân"}, tasks=[task("NV01", ([lead], []))])


@pytest.mark.parametrize(
    "lead",
    [
        "Phòng Giáo dục và Đào tạo",
        "Phòng GDĐT huyện",
        "Trưởng phòng Giáo dục và Đào tạo",
        "Phòng Giáo dục và Đào tạo huyện Thượng Vân",
    ],
)
def test_a_district_names_its_division_without_the_place(lead: str) -> None:
    assert assigned(_of_the_district(lead), "phong", THEN)["NV01"].role is LEAD


@pytest.mark.parametrize(
    ("lead", "role"),
    [
        ("Phòng Giáo dục", UNCLEAR),
        ("Phòng Giáo dục và Đào tạo huyện Hạ Vân", NONE),
        ("Phòng Tài chính - Kế hoạch", NONE),
    ],
)
def test_a_name_that_fits_as_far_as_it_goes_is_listed_and_that_of_another_is_not(lead: str, role: Role) -> None:
    assert assigned(_of_the_district(lead), "phong", THEN)["NV01"].role is role


def test_a_name_that_fits_as_far_as_it_goes_is_listed_in_running_text_too() -> None:
    parent = plan(item("Phòng Giáo dục tổng hợp số liệu."), issuer={"name": "Ủy ban nhân dân huyện Thượng Vân"})
    assert assigned(parent, "phong", THEN)["I.a"].role is UNCLEAR


@pytest.mark.parametrize(
    "text",
    [
        "Rà soát toàn bộ văn bản quy phạm pháp luật của ngành.",
        "Hướng dẫn UBND cấp xã quản lý trường học.",
        "Giao quyền tự chủ cho đơn vị trực thuộc.",
    ],
)
def test_work_that_no_school_has_is_left_out_with_its_words(text: str) -> None:
    found = assigned(plan(item(text)), "thpt")["I.a"]
    assert found.role is OWN
    assert found.reason.startswith("không phải việc của đơn vị cấp này: «")


def test_who_is_named_for_itself_does_what_its_level_does_not() -> None:
    text = "Trường THPT Sông Vân hướng dẫn UBND cấp xã lập danh sách."
    found = assigned(plan(item(text)), "thpt")["I.a"]
    assert (found.role, found.is_alone) == (LEAD, True)


@pytest.mark.parametrize(("support", "role"), [(["Các đơn vị trực thuộc"], SUPPORT), ([], OWN)])
def test_a_text_that_names_nobody_is_what_its_task_in_the_table_is(support: list[str], role: Role) -> None:
    one = {**task("NV01", (["Văn phòng Sở"], support)), "name": "Khảo sát mức độ hài lòng đối với dịch vụ giáo dục"}
    text = "Khảo sát mức độ hài lòng đối với dịch vụ giáo dục công; công khai kết quả."
    found = assigned(plan(item(text), tasks=[one]), "thpt")["I.a"]
    assert found.role is role
    assert found.reason.startswith("cùng việc với NV01 của Phụ lục")


def test_a_text_that_tells_the_unit_to_act_needs_no_table() -> None:
    one = {**task("NV01", (["Văn phòng Sở"], [])), "name": "Công khai dự toán, quyết toán"}
    parent = plan(item("Các đơn vị trực thuộc công khai dự toán, quyết toán."), tasks=[one])
    assert assigned(parent, "thpt")["I.a"].role is LEAD


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Ban hành kế hoạch trước ngày 26/01/2027.", OWN),
        ("Chỉ đạo các trường học thu học phí.", UNCLEAR),
        ("Các đơn vị trực thuộc công khai thủ tục.", LEAD),
    ],
)
def test_what_a_derived_plan_says_its_issuer_was_told_is_the_issuers_own(text: str, role: Role) -> None:
    parent = plan(heading("Nhiệm vụ được giao về tổ chức thực hiện", item(text)))
    assert assigned(parent, "thpt")["I.1.a"].role is role
