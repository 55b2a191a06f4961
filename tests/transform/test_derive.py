"""A lower office's plan from higher ones."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import DataError
from generator.model.blocks import Item, Numbering
from generator.model.canonical import canonical_json, data_hash
from generator.model.ending import AuthorityCode
from generator.model.organization import Organization
from generator.model.plan import Plan, TaskRow
from generator.model.store import dump_document, load_document
from generator.registers.derivation_head import OwnTask
from generator.transform.decision import Topic
from generator.transform.points import points
from generator.vietnamese.dates import PartialDate
from generator.vietnamese.schedules import parse_schedule
from tests.transform.deriving import RULES, TASKS, department_plan, derived, province_plan, target, task


def _tasks(plan: Plan) -> dict[str, str]:
    return {one.id: one.name for one in plan.tasks}


def test_led_tasks_are_said_in_the_units_words_supported_ones_begin_with_phoi_hop_others_stay_out() -> None:
    found = derived(department_plan())
    assert _tasks(found.plan) == {
        "NV01": "Sửa đổi quy chế làm việc của Trường và đơn vị",
        "NV02": "Phối hợp với Văn phòng Sở Giáo dục và Đào tạo trong việc khảo sát mức độ hài lòng",
    }
    assert [one.point.id for one in found.left_out] == ["NV03"]
    assert "bộ phận của cơ quan cấp trên" in found.left_out[0].reason


def test_each_task_tells_where_it_comes_from_and_what_to_review() -> None:
    parent = department_plan()
    led, supported = derived(parent).plan.tasks
    assert led.parent is not None and supported.parent is not None
    assert (led.parent.document, led.parent.item, led.parent.role) == ("15/KH-SGDĐT", "NV01", "lead")
    assert supported.parent.role == "support"
    assert led.parent.hash == next(one.hash for one in points(parent) if one.id == "NV01")
    assert "thay từ: «Sở» → «Trường»" in led.parent.review
    assert any("sớm hơn 2 ngày làm việc" in note for note in led.parent.review)


def test_what_is_led_comes_two_working_days_earlier_what_is_supported_five() -> None:
    led, supported = derived(department_plan()).plan.tasks
    assert led.rows[0].schedule == "Trước ngày 11/6/2027"  # Tuesday 15/6: Monday and, before the weekend, Friday
    assert supported.rows[0].schedule == "Trước ngày 08/6/2027"


def test_the_plan_stores_the_origin_of_the_whole_and_reads_back_as_the_same() -> None:
    plan = derived(
        department_plan(points=["Các đơn vị trực thuộc công khai dự toán của Sở trước ngày 20/5/2027."])
    ).plan
    assert plan.derivation is not None
    assert (plan.derivation.unit, plan.derivation.on.iso()) == ("thpt-song-van", "2026-12-10")
    assert [one.document for one in plan.derivation.parents] == ["15/KH-SGDĐT"]
    assert load_document(dump_document(plan, "con.yaml"), "con.yaml") == plan


def test_the_head_is_the_units_own() -> None:
    plan = derived(department_plan()).plan
    assert plan.issuer.name == "Trường Trung học phổ thông Sông Vân"
    assert plan.issuer.parent == "Sở Giáo dục và Đào tạo"
    assert plan.subject == "Cải cách hành chính năm 2027 của Trường Trung học phổ thông Sông Vân"
    assert (plan.number, plan.date) == (None, PartialDate(2026, 12)), "ngày để trống cho đến khi ký"
    assert plan.signature.position == "Hiệu trưởng"
    (basis,) = plan.legal_bases
    assert basis.from_superior
    assert basis.printed is not None and basis.printed.startswith("Thực hiện Kế hoạch số 15/KH-SGDĐT ngày 08")


def test_a_committee_signs_for_itself_and_a_deputy_for_the_head() -> None:
    plan = derived(province_plan([task("NV01", "Rà soát", "UBND các xã, phường, đặc khu")]), to="ubnd-xa-dong-lau").plan
    codes = [one.code for one in plan.signature.authority]
    assert codes[0] is AuthorityCode.TM
    assert plan.signature.authority[0].of == "Ủy ban nhân dân"


def test_a_higher_document_that_is_a_file_beside_is_named_and_not_copied() -> None:
    plan = derived(department_plan(), files=["../so.yaml"]).plan
    assert plan.legal_bases[0].document == "../so.yaml"
    assert any("[[../so.yaml]]" in text for text in plan.preamble)


def test_of_two_parents_the_commander_comes_first_among_bases_and_both_receive_the_plan() -> None:
    province = province_plan([task("NV01", "Rà soát quy định", "UBND các xã, phường, đặc khu", "Sở Nội vụ")])
    department = department_plan([task("NV01", "Cập nhật dữ liệu", "Văn phòng Sở", "UBND các xã, phường, đặc khu")])
    plan = derived(department, province, to="ubnd-xa-dong-lau").plan
    printed = [one.printed or "" for one in plan.legal_bases if one.from_superior]
    assert [one.split(" ngày")[0] for one in printed] == [
        "Thực hiện Kế hoạch số 412/KH-UBND",
        "Căn cứ Kế hoạch số 15/KH-SGDĐT",
    ], "sở chỉ đề nghị, không giao việc cho xã"
    names = [one.name for one in plan.recipients]
    assert {"Ủy ban nhân dân tỉnh Sông Vân", "Sở Giáo dục và Đào tạo"} <= set(names)
    assert [one.id for one in plan.tasks] == ["NV01", "VB2.NV01"]


def test_prose_comes_under_its_field_with_its_origin_and_earlier_days() -> None:
    text = "Các đơn vị trực thuộc công khai dự toán, gửi Sở trước ngày 20/5/2027."
    plan = derived(department_plan(points=[text, "Tham mưu UBND tỉnh ban hành quyết định."])).plan
    section = next(one for one in plan.sections if one.title == "Nhiệm vụ trọng tâm")
    field = section.blocks[0]
    assert field.kind == "item" and field.text == "Cải cách thể chế"
    (point,) = field.blocks
    assert point.kind == "item"
    assert point.text.endswith("gửi Sở Giáo dục và Đào tạo trước ngày 18/5/2027.")
    assert point.parent is not None and point.parent.item == "I.1.a"


def test_words_by_which_the_higher_plan_means_itself_name_it() -> None:
    plan = derived(department_plan([task("NV01", "Báo cáo theo Mục V Kế hoạch này", "Các đơn vị trực thuộc")])).plan
    assert plan.tasks[0].name == "Báo cáo theo Mục V Kế hoạch số 15/KH-SGDĐT"


def test_what_a_person_must_decide_stands_in_the_plan_and_is_listed() -> None:
    counts = target("CT01", "Số sáng kiến được công nhận", value=3, unit="sáng kiến")
    found = derived(department_plan(targets=(counts,)))
    assert "[CẦN BỔ SUNG: mức của đơn vị]" in found.plan.targets[0].metric
    (decision,) = [one for one in found.decisions if one.topic is Topic.TARGET]
    assert decision.place == "CT01"
    assert decision.document == "15/KH-SGDĐT"


def test_a_deadline_that_is_past_and_a_task_without_a_lead_are_listed() -> None:
    unled = TASKS[0].model_copy(update={"id": "NV09", "rows": (TASKS[0].rows[0].model_copy(update={"lead": ()}),)})
    found = derived(department_plan([TASKS[0], unled]), on=date(2027, 8, 1))
    places = {one.place: one for one in found.decisions}
    assert "hạn 10/6/2027 đã qua khi lập kế hoạch ngày 01/8/2027" in places["NV01"].found
    assert places["NV09"].topic is Topic.UNCLEAR
    assert _tasks(found.plan).keys() == {"NV01"}


def test_reports_go_up_before_the_day_asked_and_close_the_figures_as_much_earlier() -> None:
    asked = "Các đơn vị trực thuộc gửi báo cáo về Sở chậm nhất ngày 15 của tháng cuối kỳ báo cáo."
    plan = derived(department_plan(points=[asked])).plan
    printed = dump_document(plan, "con.yaml")
    assert "Báo cáo quý I năm 2027: số liệu từ ngày 08/12/2026 đến hết ngày 07/3/2027" in " ".join(printed.split())
    assert "chậm nhất ngày 11/3/2027" in " ".join(printed.split())


def test_reports_go_to_whom_the_higher_document_names() -> None:
    asked = "Các sở, ban, ngành tỉnh gửi báo cáo quý về {} chậm nhất ngày 17 của tháng cuối kỳ báo cáo."
    named, unnamed = (
        derived(department_plan(points=[asked.format(to)], issuer=province_plan(()).issuer), to="so-gddt").plan
        for to in ("Sở Nội vụ", "cơ quan thường trực")
    )
    assert "Sở Giáo dục và Đào tạo gửi Sở Nội vụ chậm nhất ngày 15/3/2027" in dump_document(named, "a.yaml")
    assert "gửi Ủy ban nhân dân tỉnh Sông Vân chậm nhất ngày 15/3/2027" in dump_document(unnamed, "a.yaml")


def test_own_tasks_of_the_rules_are_marked_as_such() -> None:
    own = OwnTask(id="PS01", name="Tập huấn cho {name}", products=("Kế hoạch tập huấn",), schedule="Quý III/{year}")
    rules = RULES.model_copy(update={"head": RULES.head.model_copy(update={"own_tasks": (own,)})})
    added = derived(department_plan(), rules=rules).plan.tasks[-1]
    assert added.name == "Tập huấn cho Trường Trung học phổ thông Sông Vân"
    assert added.rows[0].schedule == "Quý III/2027"
    assert added.parent is not None and added.parent.document == "Phát sinh"


def test_without_a_higher_document_nothing_is_derived() -> None:
    with pytest.raises(DataError, match="chưa có văn bản cấp trên"):
        derived()


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(("NV01", "NV02", "NV03")), unique=True))
def test_a_task_does_not_depend_on_the_others(kept: list[str]) -> None:
    whole = {one.id: one for one in derived(department_plan()).plan.tasks}
    part = derived(department_plan([one for one in TASKS if one.id in kept])).plan
    assert list(part.tasks) == [whole[id] for id in sorted(kept) if id in whole]


@settings(max_examples=30, deadline=None)
@given(st.dates(date(2027, 1, 20), date(2027, 12, 31)), st.sampled_from(["Trước ngày {}", "Chậm nhất ngày {}"]))
def test_no_deadline_is_on_the_wrong_side(day: date, form: str) -> None:
    words = form.format(f"{day.day:02d}/{day.month:02d}/{day.year}")
    parent = department_plan([one.model_copy(update={"rows": (_with(one.rows[0], words),)}) for one in TASKS])
    for own in derived(parent).plan.tasks:
        before, after = parse_schedule(words, 2027), parse_schedule(own.rows[0].schedule or "", 2027)
        assert before.last_day is not None and after.last_day is not None
        assert after.last_day < before.last_day


def _with(row: TaskRow, schedule: str) -> TaskRow:
    return row.model_copy(update={"schedule": schedule})


def test_units_below_support_what_the_task_says_they_have_a_part_in() -> None:
    plan = province_plan(
        [
            task("NV01", "Thu học phí không dùng tiền mặt tại trường học", "Sở Giáo dục và Đào tạo", "Sở Tài chính"),
            task("NV02", "Rà soát quy chế làm việc", "Sở Giáo dục và Đào tạo", "Sở Nội vụ"),
        ]
    )
    first, second = derived(plan, to="so-gddt").plan.tasks
    assert first.rows[0].support == ("Sở Tài chính", "Các đơn vị trực thuộc Sở")
    assert second.rows[0].support == ("Sở Nội vụ",)


def test_before_july_2025_a_division_of_education_leads_the_schools_that_it_guides() -> None:
    parent = department_plan(
        [task("NV01", "Công khai tài chính tại trường học", "Phòng GDĐT các huyện", schedule="Trước ngày 15/6/2023")],
        year=2023,
        subject="Cải cách hành chính năm 2023",
    )
    division = derived(parent, to="phong-gddt-thuong-van", on=date(2023, 1, 5)).plan
    assert division.tasks[0].rows[0].support[-1] == "Các trường thuộc phạm vi quản lý"
    assert "Các trường thuộc phạm vi quản lý" in [one.name for one in division.recipients]
    school = derived(division, to="mn-dong-lau", on=date(2023, 1, 15)).plan
    assert [one.name.split(" trong việc ")[0] for one in school.tasks] == [
        "Phối hợp với Phòng Giáo dục và Đào tạo huyện Thượng Vân"
    ]


def test_what_a_higher_document_lacks_is_told_once_and_stands_as_a_gap() -> None:
    imported = department_plan(issuer=Organization(name="Sở Mới"), subject=None)
    found = derived(imported)
    lacking = [one.found for one in found.decisions if one.place == "căn cứ"]
    assert lacking == ["văn bản cấp trên thiếu trích yếu", "văn bản cấp trên thiếu ký hiệu"]
    assert found.plan.subject is not None and "[CẦN BỔ SUNG: nội dung kế hoạch]" in found.plan.subject


def test_an_issuer_that_the_directory_does_not_know_is_placed_by_its_name() -> None:
    imported = department_plan(
        [task("NV01", "Báo cáo Giám đốc Sở", "Các đơn vị trực thuộc")], issuer=Organization(name="Sở Mới")
    )
    assert derived(imported).plan.tasks[0].name == "Báo cáo Giám đốc Sở Mới"


def test_an_office_gets_no_plan_from_its_own() -> None:
    with pytest.raises(DataError, match="chính là cơ quan ban hành 15/KH-SGDĐT"):
        derived(department_plan(), to="so-gddt")


def test_a_unit_that_is_given_nothing_is_told_so() -> None:
    found = derived(department_plan([task("NV01", "Họp giao ban", "Văn phòng Sở", "Phòng Tổ chức cán bộ")]))
    assert "văn bản cấp trên không giao việc nào cho đơn vị" in [one.found for one in found.decisions]


def test_a_task_that_two_higher_documents_give_alike_and_different_years_are_told() -> None:
    communes = "UBND các xã, phường, đặc khu"
    province = province_plan([task("NV01", "Cập nhật cơ sở dữ liệu về trường, lớp", communes, "Sở Nội vụ")])
    department = department_plan([task("NV05", "Cập nhật cơ sở dữ liệu về trường và lớp", communes)], year=2028)
    found = derived(province, department, to="ubnd-xa-dong-lau")
    told = {one.place: one.found for one in found.decisions}
    assert "gần giống nhiệm vụ NV01" in told["VB2.NV05"]
    assert "2027, 2028; lập cho năm 2027" in told["năm"]


def test_a_department_that_leads_for_all_leaves_who_the_others_are() -> None:
    name = "Kiểm tra công tác CCHC tại ít nhất 10 sở, ban, ngành tỉnh"
    alone = derived(province_plan([task("NV01", name, "Sở Giáo dục và Đào tạo")]), to="so-gddt").plan
    assert _tasks(alone)["NV01"] == name
    all_of_them = derived(
        province_plan([task("NV01", "Tự kiểm tra tại từng cơ quan, đơn vị", "Các sở, ban, ngành tỉnh")]), to="so-gddt"
    ).plan
    assert _tasks(all_of_them)["NV01"] == "Tự kiểm tra tại Sở"


@pytest.mark.parametrize(
    ("name", "is_for_schools"),
    [("Chi trả trợ cấp của trường hợp chưa nhận", False), ("Thu học phí tại các trường", True)],
)
def test_schools_support_a_task_that_speaks_of_schools_and_no_other(name: str, is_for_schools: bool) -> None:
    plan = derived(province_plan([task("NV01", name, "UBND các xã, phường, đặc khu")]), to="ubnd-xa-dong-lau").plan
    support = plan.tasks[0].rows[0].support
    assert any("trường" in one for one in support) is is_for_schools


def test_a_plan_without_table_or_targets_speaks_of_neither() -> None:
    prose = department_plan(tasks=(), points=["Các đơn vị trực thuộc công khai dự toán."])
    text = dump_document(derived(prose).plan, "a.yaml")
    assert "nhiệm vụ được phân công tại mục III" in text
    assert "Phụ lục" not in text
    assert "chỉ tiêu được giao" not in text
    whole = dump_document(
        derived(department_plan(targets=(target("CT01", "Tỷ lệ đúng hạn", unit="%", value=95),))).plan, "a.yaml"
    )
    assert "nhiệm vụ được phân công tại Phụ lục" in whole
    assert "Đạt hoặc vượt các chỉ tiêu được giao" in whole


def test_a_plan_that_is_only_asked_for_is_not_ordered() -> None:
    asked = department_plan([task("NV01", "Cập nhật dữ liệu", "UBND các xã, phường, đặc khu")])
    preamble = " ".join(derived(asked, to="ubnd-xa-dong-lau").plan.preamble)
    assert "Để thực hiện nội dung được đề nghị tại Kế hoạch số 15/KH-SGDĐT" in preamble


def test_what_belongs_to_a_supported_point_is_not_said_to_be_supported_again() -> None:
    parent = department_plan(points=["Kiểm tra các đơn vị trực thuộc, trong đó:"])
    (section,) = parent.sections
    (field,) = section.blocks
    assert isinstance(field, Item)
    (point,) = field.blocks
    assert isinstance(point, Item)
    dash = Item(numbering=Numbering.DASH, text="Kiểm tra đột xuất ít nhất 04 đơn vị.")
    field = field.model_copy(update={"blocks": (point.model_copy(update={"blocks": (dash,)}),)})
    parent = parent.model_copy(update={"sections": (section.model_copy(update={"blocks": (field,)}),)})
    texts = [one.text for one in points(derived(parent).plan) if getattr(one.node, "parent", None)]
    assert "Phối hợp thực hiện: kiểm tra các đơn vị trực thuộc, trong đó:" in texts
    assert "Kiểm tra đột xuất ít nhất 04 đơn vị." in texts


def test_capitals_of_a_letterhead_and_of_headings_are_those_of_a_text() -> None:
    plain = department_plan(points=["Các đơn vị trực thuộc công khai dự toán."])
    shouted = plain.model_copy(
        update={
            "issuer": plain.issuer.model_copy(update={"name": "SỞ GIÁO DỤC VÀ ĐÀO TẠO"}),
            "sections": (plain.sections[0].model_copy(update={"title": "NHIỆM VỤ TRỌNG TÂM"}),),
        }
    )
    plan = derived(shouted).plan
    assert plan.derivation is not None
    assert plan.derivation.parents[0].hash == data_hash(canonical_json(shouted)), "của văn bản như đã đọc"
    text = dump_document(plan, "a.yaml")
    assert "gửi Sở Giáo dục và Đào tạo chậm nhất" in " ".join(text.split())
    assert "SỞ GIÁO DỤC" not in text
    assert "NHIỆM VỤ" not in text
