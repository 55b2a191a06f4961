"""Tables of targets in plans that were read from Word or PDF: each row is a target, whatever the columns are called."""

from __future__ import annotations

from decimal import Decimal
from itertools import count
from typing import Any

import pytest

from generator.importers.registry import import_document
from generator.model.blocks import Table
from generator.model.plan import Comparator, Plan, Target
from generator.render.render import render
from generator.templates.catalog import layouts
from generator.transform.points import PointKind, points
from generator.transform.target_tables import targets_of
from tests.rendered import built_template
from tests.workbook.books import yearly_plan

HEADINGS = "STT | Chỉ tiêu | Kết quả năm 2026 | Chỉ tiêu năm 2027 | Chủ trì"


def _table(*rows: str, **more: Any) -> Table:
    cells = [[{"text": cell.strip() or None} for cell in row.split("|")] for row in rows]
    return Table.model_validate({"kind": "table", "rows": cells, **more})


def _targets(*rows: str, year: int | None = 2027, **more: Any) -> tuple[Target, ...]:
    return targets_of(_table(*rows, **more), year, (f"CT{number:02d}" for number in count(1)))


def test_a_row_is_a_target_with_its_figures() -> None:
    (found,) = _targets(HEADINGS, "1 | Hồ sơ đúng hạn | 98,7% | ≥ 99% | Văn phòng")
    assert found == Target(
        id="CT01",
        metric="Hồ sơ đúng hạn",
        comparator=Comparator.AT_LEAST,
        value=Decimal(99),
        unit="%",
        last_year=Decimal("98.7"),
        lead="Văn phòng",
    )


@pytest.mark.parametrize(
    ("figure", "comparator", "value", "unit"),
    [
        ("98,5%", Comparator.EQUAL, "98.5", "%"),
        ("Đạt 100%", Comparator.EQUAL, "100", "%"),
        ("Từ 98% trở lên", Comparator.AT_LEAST, "98", "%"),
        ("98% trở lên", Comparator.AT_LEAST, "98", "%"),
        ("Tối thiểu 1.200 hồ sơ", Comparator.AT_LEAST, "1200", "hồ sơ"),
        ("Trên 95 %", Comparator.MORE_THAN, "95", "%"),
        ("> 95%", Comparator.MORE_THAN, "95", "%"),
        ("Không quá 3 ngày", Comparator.AT_MOST, "3", "ngày"),
        ("≤3%", Comparator.AT_MOST, "3", "%"),
        ("dưới 2%", Comparator.LESS_THAN, "2", "%"),
        ("16 đơn vị", Comparator.EQUAL, "16", "đơn vị"),
    ],
)
def test_figures_are_understood_as_offices_write_them(
    figure: str, comparator: Comparator, value: str, unit: str
) -> None:
    (found,) = _targets(HEADINGS, f"1 | A | | {figure} |")
    assert (found.comparator, found.value, found.unit) == (comparator, Decimal(value), unit)


@pytest.mark.parametrize("figure", ["Nhóm 10 tỉnh dẫn đầu", "95 - 98%", "1.5%", "Hoàn thành"])
def test_a_figure_that_is_no_number_stays_with_the_metric(figure: str) -> None:
    (found,) = _targets(HEADINGS, f"1 | Xếp hạng | 5% | {figure} |")
    assert (found.metric, found.value, found.last_year) == (f"Xếp hạng: {figure}", None, None)


def test_a_column_of_units_and_rows_of_groups_are_read() -> None:
    headings = "TT | Nội dung chỉ tiêu | Đơn vị tính | Thực hiện năm 2026 | Kế hoạch năm 2027 | Ghi chú"
    found = _targets(headings, "I | Cải cách thủ tục | | | |", "1 | Hồ sơ đúng hạn | % | 98 | 99 | theo tháng")
    assert [(one.group, one.value, one.unit, one.last_year) for one in found] == [
        ("Cải cách thủ tục", Decimal(99), "%", Decimal(98))
    ]


def test_of_several_years_the_column_of_the_plan_counts() -> None:
    rows = ("TT | Chỉ tiêu | Năm 2026 | Chỉ tiêu năm 2028 | Chỉ tiêu năm 2027", "1 | A | 1% | 3% | 2%")
    assert [one.value for one in _targets(*rows)] == [2]
    assert _targets(*rows, year=2030) == ()


@pytest.mark.parametrize(
    "rows",
    [
        ("Tên phòng | Số lượng", "A | 1"),
        ("STT | Chỉ tiêu | Chủ trì", "1 | A | Văn phòng"),
        ("STT | Nội dung | Thời gian", "1 | A | Quý I"),
        (HEADINGS, "1 | A | 1%"),
    ],
)
def test_another_table_is_none(rows: tuple[str, ...]) -> None:
    assert _targets(*rows) == ()


def test_a_table_merged_over_rows_is_none() -> None:
    table = _table(HEADINGS, "1 | A | 1% | 2% | B")
    first = table.rows[1][0].model_copy(update={"rows": 2})
    merged = table.model_copy(update={"rows": (table.rows[0], (first, *table.rows[1][1:]))})
    assert targets_of(merged, 2027, (str(number) for number in count())) == ()


def test_a_plan_read_from_word_has_the_targets_of_the_plan_that_printed_it() -> None:
    plan = yearly_plan()
    assert isinstance(plan, Plan)
    data = render(plan, built_template("plan"), layouts(), embed=False)
    read = import_document(data, "a.docx").document
    found = [point.node for point in points(read) if point.kind is PointKind.TARGET]
    bare = {"group": None, "assigned": None, "parent": None}
    assert found == [target.model_copy(update=bare) for target in plan.targets]


def test_rows_of_an_appendix_are_targets_beside_those_of_the_plan() -> None:
    table = _table(HEADINGS, "1 | B | | 2% |").model_dump()
    own = {"id": "CT01", "metric": "A", "value": 1, "unit": "%"}
    appendix = {"title": "Chỉ tiêu", "blocks": [{"kind": "section", "title": "Năm 2027", "blocks": [table]}]}
    plan = Plan.model_validate({"kind": "plan", "year": 2027, "targets": [own], "appendices": [appendix]})
    assert [(point.id, point.text) for point in points(plan)] == [("CT02", "B"), ("CT01", "A")]
