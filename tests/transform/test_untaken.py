"""What no unit leads, and who has to pass it on."""

from __future__ import annotations

from generator.transform.coverage import coverage_of
from generator.transform.untaken import untaken
from tests.transform.deriving import DIRECTORY, ON, derived, province_plan, task

PARENT = province_plan(
    [
        task("NV01", "Rà soát quy định", "Sở Nội vụ"),
        task("NV02", "Công khai kết quả", "Trung tâm Phục vụ hành chính công tỉnh"),
        task("NV03", "Khảo sát", "Viện Nghiên cứu"),
    ]
)


def test_a_task_of_a_unit_further_below_is_for_the_one_above_it_to_pass_on() -> None:
    made = [derived(PARENT, to=unit) for unit in ("so-noi-vu", "van-phong-ubnd-tinh")]
    found = {one.line.point.id: one.under for one in untaken(coverage_of(made), DIRECTORY, ON)}
    assert {id: under and under.id for id, under in found.items()} == {"NV02": "van-phong-ubnd-tinh", "NV03": None}


def test_of_some_units_nothing_can_be_said() -> None:
    assert not [*untaken(coverage_of([derived(PARENT, to="so-noi-vu")], is_whole=False), DIRECTORY, ON)]
