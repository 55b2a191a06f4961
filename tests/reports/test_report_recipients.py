"""Who receives a report: Như trên, the leaders, who the office writes to as a rule, nobody twice."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.wording import recipient_lines
from generator.registers.unit import DefaultRecipient
from generator.registers.units import UnitDirectory
from generator.reports.report import unit_report
from generator.reports.report_recipients import recipients
from generator.transform.office import office_of
from tests.reports.grounds import ON, ground, sample_plan, told

DIRECTORY: UnitDirectory = ground().directory
ABOVE = DIRECTORY.get("ubnd-tinh")
LEADERS = "Giám đốc, các Phó Giám đốc Sở"


def _names(*usual: dict[str, Any]) -> list[str]:
    unit = DIRECTORY.get("so-gddt")
    assert unit is not None
    defaults = tuple(DefaultRecipient.model_validate(one) for one in usual)
    changed = unit.model_copy(update={"default_recipients": defaults})
    office = office_of(changed, DIRECTORY, ground().head, ON)
    return [one.name for one in recipients(office, ABOVE, DIRECTORY, ON)]


def test_the_usual_recipients_of_the_office_stand_in_its_report() -> None:
    document = unit_report(sample_plan(), told(), ground(), ON).document
    assert recipient_lines(document)[:-1] == (
        "Như trên", "Sở Nội vụ (để tổng hợp)", "Đảng ủy Sở GDĐT", LEADERS,
        "UBND các xã, phường, đặc khu (để phối hợp)", "Cổng thông tin điện tử Sở GDĐT (để đăng tải)",
    )  # fmt: skip


@pytest.mark.parametrize("name", ["UBND tỉnh", "Ủy ban nhân dân tỉnh Sông Vân", "ubnd tỉnh"])
def test_the_addressee_stands_in_nhu_tren_alone(name: str) -> None:
    assert _names({"name": name, "group": "superior"}) == ["Như trên", LEADERS]


def test_a_body_of_the_addressee_is_another_recipient() -> None:
    assert _names({"name": "Văn phòng UBND tỉnh", "group": "superior"}) == ["Như trên", LEADERS, "Văn phòng UBND tỉnh"]


def test_nobody_stands_twice_by_whatever_name() -> None:
    twice = ({"name": "Sở Nội vụ", "group": "superior"}, {"name": "Sở Nội vụ tỉnh Sông Vân", "group": "coordinate"})
    same = ({"name": "Tỉnh đoàn"}, {"name": "TỈNH ĐOÀN"})
    assert _names(*twice, *same) == ["Như trên", LEADERS, "Sở Nội vụ", "Tỉnh đoàn"]


def test_nobody_carries_out_a_report() -> None:
    acting = ({"name": "Các phòng thuộc Sở", "group": "execute"}, {"name": "Các trường trực thuộc"})
    assert _names(*acting, {"name": "Cổng thông tin", "group": "portal"}) == ["Như trên", LEADERS, "Cổng thông tin"]


def test_leaders_stand_as_the_directory_names_them() -> None:
    assert _names({"name": "Ban Giám đốc Sở", "group": "leaders"}) == ["Như trên", "Ban Giám đốc Sở"]


def test_an_office_without_usual_recipients_writes_to_its_leaders() -> None:
    assert _names() == ["Như trên", LEADERS]
