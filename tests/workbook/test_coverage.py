"""The coverage of a higher plan as a workbook."""

from __future__ import annotations

from io import BytesIO

from openpyxl import load_workbook
from openpyxl.workbook.workbook import Workbook

from generator.transform.coverage import Coverage, coverage
from generator.transform.decision import Decision, Topic
from generator.workbook.coverage import coverage_bytes
from tests.transform.test_coverage import NAME, child, member


def sample() -> Coverage:
    taking = child(("NV01", "NV01"), target={"value": 99, "comparator": "at_least", "unit": "%"})
    decided = Decision(Topic.CONTENT, "NV01", "[CẦN BỔ SUNG: sản phẩm]", "ghi sản phẩm", NAME)
    first = member("noi-vu", child(("NV01", "NV01")))
    second = member("xa-van", taking)
    return coverage([NAME], [first, type(second)(second.unit, second.assignments, taking, (decided,))])


def book() -> Workbook:
    return load_workbook(BytesIO(coverage_bytes(sample())))


def rows(sheet: str) -> list[tuple[object, ...]]:
    return [tuple(cell.value for cell in row) for row in book()[sheet].iter_rows()]


def test_the_sheets_and_what_stays_in_view() -> None:
    found = book()
    assert found.sheetnames == [
        "Tổng hợp", "Bao phủ", "Chỉ tiêu", "Nội dung", "Chưa có", "Lược bỏ", "Cần quyết định",
    ]  # fmt: skip
    assert found["Bao phủ"].freeze_panes == "E2"
    assert found["Bao phủ"].auto_filter.ref == "A1:F5"


def test_tasks_against_units_in_words_and_colours() -> None:
    table = rows("Bao phủ")
    assert table[0][4:] == ("Sở Nội vụ", "Ủy ban nhân dân xã Vân Thượng")
    assert [(row[1], *row[4:]) for row in table[1:]] == [
        ("NV01", "chủ trì", "phối hợp"),
        ("NV02", "không liên quan", "không liên quan"),
        ("NV03", "chưa có", "không liên quan"),
        ("NV04", "việc của cấp trên", "việc của cấp trên"),
    ]
    colours = [book()["Bao phủ"].cell(row, 5).fill.fgColor.rgb for row in (2, 4)]
    assert colours == ["00C6E0B4", "00F8CBAD"]


def test_targets_with_the_figures_of_both_plans() -> None:
    assert rows("Chỉ tiêu")[1] == (
        NAME, "CT01", "Tỷ lệ đúng hạn", "98%", "không liên quan", "chủ trì: ≥ 99%",
    )  # fmt: skip


def test_what_nobody_leads_and_what_a_plan_lacks() -> None:
    found = [(row[1], row[4], row[5]) for row in rows("Chưa có")[1:]]
    assert found == [
        ("NV02", None, "chưa đơn vị nào chủ trì"),
        ("NV03", None, "chưa đơn vị nào chủ trì"),
        ("NV03", "Sở Nội vụ", "chưa có"),
    ]


def test_what_is_left_out_with_the_reason_and_what_is_to_be_decided() -> None:
    groups = {(row[1], row[4]): row[6] for row in rows("Lược bỏ")[1:]}
    assert groups["NV04", "việc của cấp trên"] == "Sở Nội vụ; Ủy ban nhân dân xã Vân Thượng"
    assert rows("Cần quyết định")[1] == (
        "Ủy ban nhân dân xã Vân Thượng", NAME, "Nội dung", "NV01", "[CẦN BỔ SUNG: sản phẩm]", "ghi sản phẩm",
    )  # fmt: skip


def test_a_summary_counts_tasks_and_targets_of_each_unit() -> None:
    table = rows("Tổng hợp")
    assert table[0][:4] == ("Đơn vị", "Chủ trì", "Phối hợp", "Chưa có")
    assert table[1] == ("Sở Nội vụ", 1, 0, 1, 0, 0, 1, 2, 0)
    assert table[-1][0] == "Cộng"


def test_the_same_coverage_gives_the_same_bytes() -> None:
    assert coverage_bytes(sample()) == coverage_bytes(sample())


def test_words_that_look_like_formulas_stay_words() -> None:
    found = coverage([NAME], [member("noi-vu")])
    line = found.lines[0]
    object.__setattr__(line.point, "text", "=1+1")
    cell = load_workbook(BytesIO(coverage_bytes(found)))["Nội dung"]["D2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")
