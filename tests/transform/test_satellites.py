"""The skeletons of plans that tasks ask for."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import DataError
from generator.model.plan import Plan
from generator.model.store import dump_document, load_document
from generator.transform.satellites import asking_tasks, satellite
from tests.transform.deriving import DIRECTORY, ON, RULES, department_plan, task

SAMPLE = Path(__file__).parents[2] / "data/plans/ke_hoach_cchc_2027.yaml"
PLAN = load_document(SAMPLE.read_bytes(), SAMPLE.name)
assert isinstance(PLAN, Plan)


def test_an_inspection_has_bases_deadline_and_the_further_rows_of_its_task() -> None:
    found = satellite(PLAN, "NV02", RULES.head, DIRECTORY, ON, "ke_hoach.yaml")
    assert found.schedule == "Chậm nhất ngày 26/02/2027"
    plan = found.plan
    assert plan.subject == "Kiểm tra công tác cải cách hành chính năm 2027 của Sở Giáo dục và Đào tạo"
    assert [one.document for one in plan.legal_bases] == ["ke_hoach.yaml"]
    (kept,) = plan.tasks
    assert [row.schedule for row in kept.rows] == ["Từ ngày 05/4/2027 đến ngày 29/10/2027", "Trước ngày 26/11/2027"]
    assert kept.parent is not None and kept.parent.item == "NV02"
    assert plan.recipients == PLAN.recipients


def test_what_nobody_has_decided_stands_as_a_gap_and_is_listed() -> None:
    found = satellite(PLAN, "NV03", RULES.head, DIRECTORY, ON)
    text = dump_document(found.plan, "tuyen_truyen.yaml")
    assert found.gaps
    for gap in found.gaps:
        assert f"[CẦN BỔ SUNG: {gap}]" in " ".join(text.split())


def test_the_skeleton_reads_back_as_the_same_and_the_same_call_gives_the_same() -> None:
    plan = satellite(PLAN, "NV02", RULES.head, DIRECTORY, ON).plan
    assert load_document(dump_document(plan, "kiem_tra.yaml"), "kiem_tra.yaml") == plan
    assert satellite(PLAN, "NV02", RULES.head, DIRECTORY, ON).plan == plan


def test_a_plan_of_another_sort_is_named_after_its_product() -> None:
    parent = department_plan([task("NV01", "Tập huấn", "Văn phòng Sở", products=("Kế hoạch tập huấn kỹ năng số",))])
    found = satellite(parent, "NV01", RULES.head, DIRECTORY, ON)
    assert found.plan.subject == "Tập huấn kỹ năng số của Sở Giáo dục và Đào tạo"
    assert found.plan.tasks == ()
    assert found.plan.appendices == ()


def test_without_a_directory_the_focal_part_is_left_open() -> None:
    parent = department_plan([task("NV01", "Tập huấn", "Các phòng thuộc Sở", products=("Kế hoạch tập huấn",))])
    assert "bộ phận đầu mối" in dump_document(satellite(parent, "NV01", RULES.head, None, ON).plan, "tap_huan.yaml")


@pytest.mark.parametrize(
    ("id", "hint"), [("NV05", "nhiệm vụ có sản phẩm là kế hoạch: NV01, NV02, NV03"), ("NV2", "NV02")]
)
def test_a_task_that_asks_for_no_plan_is_refused_with_those_that_do(id: str, hint: str) -> None:
    with pytest.raises(DataError) as refused:
        satellite(PLAN, id, RULES.head, DIRECTORY, ON)
    assert hint in str(refused.value)


def test_tasks_that_ask_for_a_plan_are_known_by_their_products() -> None:
    assert ("NV02", "Kế hoạch kiểm tra CCHC năm 2027") in list(asking_tasks(PLAN, RULES.head))


def test_a_plan_named_behind_another_product_is_found() -> None:
    products = ("Quyết định thành lập đoàn kiểm tra, kế hoạch kiểm tra",)
    parent = department_plan([task("NV01", "Kiểm tra công vụ", "Phòng Tổ chức cán bộ", products=products)])
    found = satellite(parent, "NV01", RULES.head, DIRECTORY, ON)
    assert found.product == "Kế hoạch kiểm tra"
    assert found.plan.subject == "Kiểm tra công tác cải cách hành chính năm 2027 của Sở Giáo dục và Đào tạo"


def test_a_product_that_only_begins_the_name_of_the_task_is_told_in_full() -> None:
    products = ("Kế hoạch chuyển đổi, quyết định phân công",)
    parent = department_plan([task("NV01", "Chuyển đổi vị trí công tác", "Văn phòng Sở", products=products)])
    subject = satellite(parent, "NV01", RULES.head, DIRECTORY, ON).plan.subject
    assert subject == "Chuyển đổi vị trí công tác của Sở Giáo dục và Đào tạo"


def test_who_leads_the_task_watches_over_the_plan_and_its_deadline_stands_in_it() -> None:
    given = task("NV01", "Tập huấn", "Phòng Tổ chức cán bộ", products=("Kế hoạch tập huấn",), schedule="Quý I/2027")
    text = dump_document(satellite(department_plan([given]), "NV01", RULES.head, DIRECTORY, ON).plan, "a.yaml")
    text = " ".join(text.split())
    assert "Phòng Tổ chức cán bộ theo dõi, đôn đốc việc thực hiện Kế hoạch" in text
    assert "(Thời hạn ban hành kế hoạch này: quý I/2027, theo nhiệm vụ NV01)" in text
