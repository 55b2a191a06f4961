"""Who receives a lower office's plan."""

from __future__ import annotations

from datetime import date

from generator.model.ending import RecipientGroup
from generator.model.plan import Plan, TaskRow
from tests.transform.deriving import department_plan, derived, province_plan, task


def _lines(plan: Plan, group: RecipientGroup) -> dict[str, str | None]:
    return {one.name: one.purpose for one in plan.recipients if one.group is group}


def _supported_by(*support: str) -> Plan:
    given = task("NV01", "Rà soát quy định", "Sở Giáo dục và Đào tạo")
    row: TaskRow = given.rows[0].model_copy(update={"support": support})
    return derived(province_plan([given.model_copy(update={"rows": (row,)})]), to="so-gddt").plan


def test_a_unit_of_a_class_that_receives_the_plan_has_no_line_of_its_own() -> None:
    plan = _supported_by("Các sở, ban, ngành tỉnh", "Sở Tài chính", "Trung tâm Phục vụ hành chính công tỉnh")
    assert [*_lines(plan, RecipientGroup.COORDINATE)] == [
        "UBND các xã, phường, đặc khu",
        "Các sở, ban, ngành tỉnh",
        "Trung tâm Phục vụ hành chính công tỉnh",
    ]


def test_those_below_stand_once_however_they_are_called() -> None:
    plan = _supported_by("Các đơn vị trực thuộc Sở")
    assert _lines(plan, RecipientGroup.EXECUTE) == {
        "Các phòng thuộc Sở": "để thực hiện",
        "Các đơn vị trực thuộc": "để thực hiện",
    }


def test_bodies_within_a_unit_that_has_a_line_keep_theirs() -> None:
    plan = _supported_by("Văn phòng Sở")
    assert "Đảng ủy Sở GDĐT" in [one.name for one in plan.recipients]
    assert _lines(plan, RecipientGroup.LEADERS) == {"Giám đốc, các Phó Giám đốc Sở": None}
    assert _lines(plan, RecipientGroup.PORTAL) == {"Cổng thông tin điện tử Sở GDĐT": "để đăng tải"}


def test_units_that_must_act_receive_the_plan_to_carry_it_out() -> None:
    asked = department_plan([task("NV01", "Cập nhật dữ liệu", "UBND các xã, phường, đặc khu")])
    plan = derived(asked, to="ubnd-xa-dong-lau").plan
    assert _lines(plan, RecipientGroup.EXECUTE) == {
        "Các phòng, trung tâm thuộc UBND xã": "để thực hiện",
        "Các trường, đơn vị trực thuộc xã": "để thực hiện",
    }
    assert _lines(plan, RecipientGroup.COORDINATE)["Sở Giáo dục và Đào tạo"] == "để phối hợp"


def test_the_own_superior_receives_the_plan_instead_of_all_of_its_kind() -> None:
    given = task("NV01", "Công khai tài chính", "Phòng GDĐT các huyện", "UBND các huyện", schedule="Quý II/2023")
    parent = department_plan([given], year=2023, subject="Cải cách hành chính năm 2023")
    plan = derived(parent, to="phong-gddt-thuong-van", on=date(2023, 1, 5)).plan
    assert _lines(plan, RecipientGroup.SUPERIOR) == {
        "Sở Giáo dục và Đào tạo": "để báo cáo",
        "Ủy ban nhân dân huyện Thượng Vân": "để báo cáo",
    }
    assert _lines(plan, RecipientGroup.COORDINATE) == {}


def test_parts_of_a_higher_office_share_a_line() -> None:
    given = [
        task("NV01", "Công khai tài chính", "Các đơn vị trực thuộc", "Phòng Tổ chức cán bộ"),
        task("NV02", "Tự chủ tài chính", "Các đơn vị trực thuộc", "Các phòng chuyên môn"),
    ]
    plan = derived(department_plan(given)).plan
    assert [*_lines(plan, RecipientGroup.COORDINATE)] == ["Các phòng thuộc Sở Giáo dục và Đào tạo"]
