"""What ``derive`` lists for a person to decide."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest

from generator.cli.derive.lists import lists_of, show_untaken
from generator.transform.coverage import coverage_of
from generator.transform.untaken import untaken
from tests.transform.deriving import DIRECTORY, ON, derived, province_plan, task

PARENT = province_plan([task("NV02", "Công khai kết quả", "Trung tâm Phục vụ hành chính công tỉnh")])
MADE = [derived(PARENT, to="van-phong-ubnd-tinh")]
LEFT = [*untaken(coverage_of(MADE), DIRECTORY, ON)]


def test_what_no_unit_leads_comes_first_with_who_has_to_pass_it_on() -> None:
    book = openpyxl.load_workbook(BytesIO(lists_of(MADE, LEFT)))
    row = [cell.value for cell in book["Cần quyết định"][2]]
    assert row[:3] == ["Văn phòng Ủy ban nhân dân tỉnh Sông Vân", "Chưa rõ ai làm", "NV02"]
    assert "chưa đơn vị nào chủ trì" in str(row[3])


def test_what_no_unit_leads_is_told_on_the_screen(capsys: pytest.CaptureFixture[str]) -> None:
    show_untaken(LEFT)
    told = capsys.readouterr().err
    assert "Chưa đơn vị nào chủ trì: 1 nhiệm vụ, chỉ tiêu" in told
    assert "NV02 «Công khai kết quả»" in told
    show_untaken([])
    assert capsys.readouterr().err == ""
