"""The task appendix in the layouts that come with the program, and in small ones of our own.

A grid is written as rows of texts: paragraphs of a cell joined by ``/``, a span as ``[columns x rows]``.
"""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.layout import TableLayout
from generator.model.plan import Plan
from generator.render.grid import GROUP, HEADING, Grid, GridCell
from generator.render.table_xml import place
from generator.render.task_table import task_grid
from generator.templates.catalog import layouts
from generator.vietnamese.marks import plain

ROW = {
    "activity": "Rà soát", "products": ["Báo cáo"], "schedule": "Quý I", "lead": ["Văn phòng"],
    "support": ["Phòng A", "Phòng B"], "monitor": ["Thanh tra"], "budget": "Ngân sách",
}  # fmt: skip


def _plan(*tasks: dict[str, Any]) -> Plan:
    numbered = [{"id": f"NV{position}", "name": f"Việc {position}", **task} for position, task in enumerate(tasks, 1)]
    return Plan.model_validate({"tasks": numbered})


def _text(cell: GridCell) -> str:
    span = f" [{cell.columns}x{cell.rows}]" if cell.columns > 1 or cell.rows > 1 else ""
    return "/".join(map(plain, cell.paragraphs)) + span


def _rows(grid: Grid) -> list[list[str]]:
    place(grid)  # raises when cells overlap
    return [[_text(cell) for cell in row] for row in grid.rows]


def _laid_out(layout: str, *tasks: dict[str, Any]) -> list[list[str]]:
    """The rows below the heading."""
    return _rows(task_grid(_plan(*tasks), layouts()[layout]))[1:]


# ---- The layouts that come with the program --------------------------------------------------------------------------


def test_six_columns_have_the_group_as_a_merged_column_and_the_number_before_the_name() -> None:
    assert _laid_out(
        "six_columns",
        {"group": "Thể chế", "rows": [ROW, {**ROW, "products": ["Tờ trình", "Quyết định"]}]},
        {"group": "Thể chế", "rows": [ROW]},
        {"group": "Tài chính"},
    ) == [
        ["Thể chế [1x3]", "1. Việc 1 [1x2]", "Báo cáo", "Quý I", "Văn phòng", "Phòng A; Phòng B"],
        ["- Tờ trình;/- Quyết định.", "Quý I", "Văn phòng", "Phòng A; Phòng B"],
        ["2. Việc 2", "Báo cáo", "Quý I", "Văn phòng", "Phòng A; Phòng B"],
        ["Tài chính", "3. Việc 3", "", "", "", ""],
    ]


def test_seven_columns_have_a_row_for_each_group_and_begin_again_at_one() -> None:
    assert _laid_out(
        "seven_columns",
        {"group": "Thể chế", "rows": [ROW, ROW]},
        {"group": "Thể chế", "rows": [ROW]},
        {"group": "Tài chính", "rows": [ROW]},
    ) == [
        ["I", "Thể chế [6x1]"],
        ["1 [1x2]", "Việc 1 [1x2]", "Báo cáo", "Quý I", "Văn phòng", "Phòng A; Phòng B", "Thanh tra"],
        ["Báo cáo", "Quý I", "Văn phòng", "Phòng A; Phòng B", "Thanh tra"],
        ["2", "Việc 2", "Báo cáo", "Quý I", "Văn phòng", "Phòng A; Phòng B", "Thanh tra"],
        ["II", "Tài chính [6x1]"],
        ["1", "Việc 3", "Báo cáo", "Quý I", "Văn phòng", "Phòng A; Phòng B", "Thanh tra"],
    ]


def test_eight_columns_keep_the_labels_and_merge_goal_name_and_budget() -> None:
    goal = {"goal": "Công khai", "goal_label": "1.1:", "group": "Thể chế"}
    rows = [{**ROW, "label": "3.1:"}, {**ROW, "label": "3.2:", "activity": None}]
    assert _laid_out("eight_columns", {**goal, "label": "2.1:", "rows": rows}, {**goal, "rows": [ROW]}) == [
        ["I", "Thể chế [8x1]"],
        [
            " [1x2]", "1.1: Công khai [1x3]", "2.1: Việc 1 [1x2]", "3.1: Rà soát", "Báo cáo", "Văn phòng",
            "Phòng A; Phòng B", "Quý I", "Ngân sách [1x2]",
        ],
        ["3.2:", "Báo cáo", "Văn phòng", "Phòng A; Phòng B", "Quý I"],
        ["", "Việc 2", "Rà soát", "Báo cáo", "Văn phòng", "Phòng A; Phòng B", "Quý I", "Ngân sách"],
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["six_columns", "seven_columns", "eight_columns"])
def test_headings_and_widths_are_those_of_the_layout(name: str) -> None:
    layout = layouts()[name]
    grid = task_grid(_plan({"group": "A"}), layout)
    assert [_text(cell) for cell in grid.rows[0]] == [column.heading for column in layout.columns]
    assert {cell.style for cell in grid.rows[0]} == {HEADING}
    assert grid.widths == tuple(column.width for column in layout.columns)
    assert grid.landscape


# ---- Layouts of our own ----------------------------------------------------------------------------------------------


def _layout(*fields: str, **more: Any) -> TableLayout:
    columns = [{"field": field, "heading": field, "width": 1} for field in fields]
    return TableLayout.model_validate({"id": "x", "name": "x", "columns": columns, **more})


TASKS = ({"group": "A", "label": "2.1:"}, {"group": "A"}, {"group": "B", "label": "b)"}, {"group": "A"})
NUMBERS = {
    "continuous": ["1", "2", "3", "4"],
    "per_group": ["1", "2", "1", "1"],
    "dotted": ["1.1", "1.2", "2.1", "3.1"],
    "kept": ["2.1:", "", "b)", ""],
}


@pytest.mark.parametrize(("numbering", "numbers"), NUMBERS.items())
def test_numbers_of_tasks_in_a_column(numbering: str, numbers: list[str]) -> None:
    layout = _layout("number", "name", number_in="column", numbering=numbering)
    assert [row[0] for row in _rows(task_grid(_plan(*TASKS), layout))[1:]] == numbers


@pytest.mark.parametrize(
    ("numbering", "names"),
    [
        ("continuous", ["1. Việc 1", "2. Việc 2", "3. Việc 3", "4. Việc 4"]),
        ("dotted", ["1.1. Việc 1", "1.2. Việc 2", "2.1. Việc 3", "3.1. Việc 4"]),
        ("kept", ["2.1: Việc 1", "Việc 2", "b) Việc 3", "Việc 4"]),
    ],
)
def test_numbers_of_tasks_before_their_names(numbering: str, names: list[str]) -> None:
    layout = _layout("name", number_in="name", numbering=numbering)
    assert [row[0] for row in _rows(task_grid(_plan(*TASKS), layout))[1:]] == names


def test_without_a_place_for_numbers_none_are_printed() -> None:
    assert _rows(task_grid(_plan({}), _layout("number", "name")))[1:] == [["", "Việc 1"]]


@pytest.mark.parametrize(
    ("fields", "row"),
    [(("name", "lead"), ["I. A [2x1]"]), (("number", "name"), ["I", "A"]), (("number",), ["I. A"])],
)
def test_the_row_of_a_group(fields: tuple[str, ...], row: list[str]) -> None:
    grid = task_grid(_plan({"group": "A"}), _layout(*fields, group="row"))
    assert _rows(grid)[1] == row
    assert {cell.style for cell in grid.rows[1]} == {GROUP}


@pytest.mark.parametrize(
    ("numbering", "rows"),
    [
        ("per_group", ["1. Việc 1", "I. A", "1. Việc 2", "2. Việc 3", "1. Việc 4", "II. B", "1. Việc 5"]),
        ("dotted", ["1. Việc 1", "I. A", "1.1. Việc 2", "1.2. Việc 3", "1. Việc 4", "II. B", "2.1. Việc 5"]),
    ],
)
def test_tasks_without_a_group_have_no_row_for_it_and_no_part_in_its_numbers(numbering: str, rows: list[str]) -> None:
    tasks = [{"group": group} for group in (None, "A", "A", None, "B")]
    layout = _layout("name", group="row", number_in="name", numbering=numbering)
    assert [row[0] for row in _rows(task_grid(_plan(*tasks), layout))[1:]] == rows


def test_cells_merge_over_neighbouring_tasks_only_where_the_layout_asks_and_something_stands() -> None:
    tasks = [{"rows": [{"lead": lead, "budget": "x"}]} for lead in (["A"], ["A"], [], [], ["A"])]
    found = _rows(task_grid(_plan(*tasks), _layout("lead", "budget", merges=["lead"])))[1:]
    assert found == [["A [1x2]", "x"], ["x"], ["", "x"], ["", "x"], ["A", "x"]]


def test_tasks_of_one_name_are_not_merged() -> None:
    tasks = [{"name": "Rà soát"}, {"name": "Rà soát"}]
    assert _rows(task_grid(_plan(*tasks), _layout("name", merges=["name"])))[1:] == [["Rà soát"], ["Rà soát"]]


@pytest.mark.parametrize(
    ("field", "values", "printed"),
    [
        ("goal", {"goal": "Công khai"}, "Công khai"),
        ("goal", {"goal_label": "1.1:"}, "1.1:"),
        ("submit_due", {"submit_due": "2027-03-05"}, "05/3/2027"),
        ("issue_due", {"issue_due": "2027-12"}, "12/2027"),
        ("issue_due", {}, ""),
        ("name", {"name": "một\n**hai**"}, "một/hai"),
        ("products", {"rows": [{"products": ["a", "b.", "**c;**"]}]}, "- a;/- b;/- c."),
        ("products", {"rows": [{"products": ["a;"]}]}, "a;"),
        ("note", {"rows": [{"note": "*ghi chú*"}]}, "ghi chú"),
        ("schedule", {"rows": [{"schedule": "Quý *I*\nQuý II"}]}, "Quý *I*/Quý II"),
        ("lead", {"rows": [{"lead": ["Sở *A*", "Sở *B*"]}]}, "Sở *A*; Sở *B*"),
        ("group", {"group": "Thể *chế*"}, "Thể *chế*"),
    ],
)
def test_what_each_column_prints(field: str, values: dict[str, Any], printed: str) -> None:
    assert _rows(task_grid(_plan(values), _layout(field)))[1:] == [[printed]]


def test_a_plan_without_tasks_has_a_heading_only() -> None:
    assert _rows(task_grid(Plan(), layouts()["six_columns"]))[1:] == []


def test_the_rows_of_a_task_stay_on_one_page() -> None:
    grid = task_grid(_plan({"rows": [ROW, ROW, ROW]}, {"rows": [ROW]}, {"rows": [ROW] * 7}), _layout("name"))
    assert sorted(grid.kept) == [1, 2]
