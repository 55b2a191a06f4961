"""The task table written straight from a plan: the XML of its grid, whatever the plan and the layout."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.model.layout import Column, ColumnField, TableLayout
from generator.model.plan import Plan, Task
from generator.render.census import hold_complete
from generator.render.column_fit import column_widths
from generator.render.table_xml import CELL_STYLES, table_xml
from generator.render.task_rows import TaskRows
from generator.render.task_table import TaskTable
from generator.templates.catalog import layouts
from generator.templates.styles import TABLE_STYLE
from tests.strategies import lines, rows, texts

STYLES = {name: f"id{number}" for number, name in enumerate((*CELL_STYLES.values(), TABLE_STYLE))}
_MODEST = settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
_FIELDS = st.permutations(list(ColumnField)).flatmap(lambda all_of: st.integers(1, 8).map(lambda most: all_of[:most]))

tasks = st.builds(
    Task,
    id=st.just("x"),
    group=st.none() | st.sampled_from(["A", "B*"]) | lines,
    goal=st.none() | st.sampled_from(["G", "**H**"]),
    goal_label=st.none() | st.just("1."),
    label=st.none() | lines,
    name=texts,
    rows=st.lists(rows, max_size=3).map(tuple),
)


def _plan(found: list[Task]) -> Plan:
    numbered = tuple(task.model_copy(update={"id": f"NV{number}"}) for number, task in enumerate(found))
    return Plan(tasks=numbered)


@st.composite
def own_layouts(draw: st.DrawFn) -> TableLayout:
    """Any layout: any columns, merged ones among them, numbered and grouped in any way."""
    fields = draw(_FIELDS)
    group = draw(st.sampled_from(["row", "column", "none"] if ColumnField.GROUP in fields else ["row", "none"]))
    number = draw(st.sampled_from(["column", "name", "none"] if ColumnField.NUMBER in fields else ["name", "none"]))
    return TableLayout(
        id="own",
        name="own",
        columns=tuple(
            Column(field=field, heading=field.value, width=draw(st.integers(5, 90)), align=draw(_ALIGNS))
            for field in fields
        ),
        group=group,
        number_in=number,
        numbering=draw(st.sampled_from(["continuous", "per_group", "dotted", "kept"])),
        merges=tuple(field for field in fields if draw(st.booleans())),
    )


_ALIGNS = st.sampled_from(["left", "center", "right", "justify"])


def _widths(layout: TableLayout) -> tuple[int, ...]:
    return column_widths([column.width for column in layout.columns], 9071)


def _both(plan: Plan, layout: TableLayout) -> tuple[str, str]:
    table = TaskRows(layout, _widths(layout), STYLES).table(plan)
    hold_complete(table.pieces, plan, layout)
    return table.xml, table_xml(TaskTable(plan, layout).grid, 9071, STYLES).xml


@pytest.mark.parametrize("layout", layouts().values(), ids=layouts().keys())
@_MODEST
@given(found=st.lists(tasks, max_size=5))
def test_the_given_layouts_are_written_as_their_grids(layout: TableLayout, found: list[Task]) -> None:
    written, grid = _both(_plan(found), layout)
    assert written == grid


@_MODEST
@given(st.lists(tasks, max_size=5), own_layouts())
def test_any_layout_is_written_as_its_grid(found: list[Task], layout: TableLayout) -> None:
    written, grid = _both(_plan(found), layout)
    assert written == grid


def test_a_writer_keeps_nothing_of_one_plan_for_the_next() -> None:
    writer = TaskRows(layouts()["seven_columns"], _widths(layouts()["seven_columns"]), STYLES)
    first = writer.table(_plan([Task(id="x", group="A", name="một")])).xml
    writer.table(_plan([Task(id="x", name="hai")]))
    assert writer.table(_plan([Task(id="x", group="A", name="một")])).xml == first
