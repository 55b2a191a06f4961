"""The layout in which tasks are printed again: one of the program, or one with the columns of the source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from generator.model.layout import Column, ColumnField, TableLayout
from generator.model.plan import Task
from generator.reading.cell_text import flat
from generator.reading.task_columns import TaskColumn
from generator.reading.task_table import TaskEntry, TaskTable
from generator.vietnamese.unicode import fold

Numbering = Literal["continuous", "per_group", "dotted", "kept"]
_COUNTED: tuple[Numbering, ...] = ("continuous", "per_group", "dotted")
_OWN_ID, _OWN_NAME = "as_source", "Các cột như bảng nguồn"
_MILLIMETRES = 25.4 / 72
_SET_APART = 1.1
_WIDTHS = {ColumnField.NUMBER: 12, ColumnField.GROUP: 28, ColumnField.NAME: 60, ColumnField.PRODUCTS: 45}
_GOALS = frozenset({ColumnField.GOAL, ColumnField.ACTIVITY})
_GOAL_WIDTH, _WIDTH = 45, 28
_FIELDS = {field.value: field for field in ColumnField}


@dataclass(frozen=True)
class UsedLayout:
    """A table layout, as far as importing must know it."""

    id: str
    numbering: Numbering
    group: Literal["row", "column", "none"]
    """Groups as rows with a Roman number, as a merged column, or none."""
    columns: frozenset[TaskColumn]
    headings: tuple[str, ...]
    own: TableLayout | None = None
    """The layout itself, where it does not come with the program."""

    @property
    def numbers_groups(self) -> bool:
        """Whether each group has a row with a Roman number."""
        return self.group == "row"

    def prints(self, column: TaskColumn) -> bool:
        """Tell whether the layout prints what the column holds; groups and numbers are printed by every layout."""
        return column in self.columns or column in (TaskColumn.GROUP, TaskColumn.NUMBER)


_COMMON = frozenset({TaskColumn.NAME, TaskColumn.PRODUCTS, TaskColumn.SCHEDULE, TaskColumn.LEAD, TaskColumn.SUPPORT})
LAYOUTS = (
    UsedLayout(
        "six_columns",
        "continuous",
        "column",
        _COMMON | {TaskColumn.GROUP},
        ("Nhiệm vụ chung", "Nhiệm vụ cụ thể", "Sản phẩm", "Thời gian thực hiện", "Đơn vị chủ trì", "Đơn vị phối hợp"),
    ),
    UsedLayout(
        "seven_columns",
        "per_group",
        "row",
        _COMMON | {TaskColumn.NUMBER, TaskColumn.MONITOR},
        ("STT", "Nhiệm vụ", "Sản phẩm", "Thời gian hoàn thành", "Đơn vị chủ trì", "Đơn vị phối hợp")
        + ("Theo dõi, kiểm tra, đôn đốc",),
    ),
    UsedLayout(
        "eight_columns",
        "kept",
        "row",
        _COMMON | {TaskColumn.GOAL, TaskColumn.ACTIVITY, TaskColumn.BUDGET},
        (
            "STT",
            "Mục tiêu",
            "Nhiệm vụ",
            "Hoạt động",
            "Kết quả/sản phẩm",
            "Chủ trì",
            "Phối hợp",
            "Thời gian",
            "Kinh phí",
        ),
    ),
)
"""The layouts that come with the program."""


def layout_for(columns: Sequence[TaskColumn | None]) -> UsedLayout:
    """Return the layout of the program that prints most of the columns, with the fewest others among equals."""
    own = {column for column in columns if column}
    return max(LAYOUTS, key=lambda layout: (sum(map(layout.prints, own)), -len(layout.columns ^ own)))


def layout_of(
    headings: Sequence[str], table: TaskTable, widths: Sequence[float] = (), *, taken: Sequence[TableLayout] = ()
) -> UsedLayout:
    """Return the layout that prints a table as it stands: one of the program where it says the same, else its own.

    ``widths`` are those of the columns in points, nothing where the format tells none. ``taken`` are the own layouts
    of tables before this one.
    """
    said = tuple(map(fold, headings))
    for known in LAYOUTS:
        if tuple(map(fold, known.headings)) == said and _prints_alike(known, table):
            return known
    return _own(headings, table, widths, taken)


def numbers_of(entries: Sequence[TaskEntry] | Sequence[Task], numbering: Numbering) -> Iterator[str]:
    """Yield the number that a way of numbering gives each task; those of ``kept`` are continuous."""
    if numbering in ("continuous", "kept"):
        yield from (str(number) for number, _ in enumerate(entries, start=1))
        return
    run = 0
    for group, members in groupby(entries, key=lambda entry: entry.group):
        run += bool(group)
        stem = f"{run}." if group and numbering == "dotted" else ""
        yield from (f"{stem}{number}" for number, _ in enumerate(members, start=1))


def bare(label: str) -> str:
    """Return a label without the marks after it."""
    return label.rstrip(" .):/")


def _prints_alike(known: UsedLayout, table: TaskTable) -> bool:
    """Tell whether a layout prints the groups and numbers of a table as they stand in it."""
    group = _group(table)
    return group in (known.group, "none") and (known.numbering == "kept" or _counts(table, known.numbering))


def _counts(table: TaskTable, numbering: Numbering) -> bool:
    return [bare(entry.label) for entry in table.entries] == [*numbers_of(table.entries, numbering)]


def _group(table: TaskTable) -> Literal["row", "column", "none"]:
    if TaskColumn.GROUP in table.columns:
        return "column"
    return "row" if any(entry.group for entry in table.entries) else "none"


def _own(
    headings: Sequence[str], table: TaskTable, widths: Sequence[float], taken: Sequence[TableLayout]
) -> UsedLayout:
    columns = tuple(_columns(headings, table.columns, widths))
    fields = [column.field for column in columns]
    numbered = any(entry.label for entry in table.entries)
    counted: Numbering = next((way for way in _COUNTED if _counts(table, way)), "kept") if numbered else "continuous"
    in_column = "column" if ColumnField.NUMBER in fields else "name"
    made = TableLayout(
        id=_OWN_ID,
        name=_OWN_NAME,
        columns=columns,
        group=_group(table),
        number_in=in_column if numbered else "none",
        numbering=counted,
        merges=tuple(field for field in fields if field in (ColumnField.GROUP, ColumnField.GOAL)),
    )
    same = next((one for one in taken if one.model_copy(update={"id": made.id}) == made), None)
    made = same or made.model_copy(update={"id": f"{_OWN_ID}_{len(taken) + 1}"} if taken else {})
    printed = frozenset(column for column in table.columns if column and column.value in _FIELDS)
    return UsedLayout(made.id, counted, made.group, printed, tuple(headings), made)


def _columns(
    headings: Sequence[str], columns: Sequence[TaskColumn | None], widths: Sequence[float]
) -> Iterator[Column]:
    """Yield the columns that a layout can print, in the order of the source.

    Widths that are all the same are those of a table that nobody set: the usual ones take their place.
    """
    told = len(widths) == len(headings) and max(widths) > min(widths) * _SET_APART
    for place, (heading, column) in enumerate(zip(headings, columns, strict=True)):
        field = _FIELDS.get(column.value) if column else None
        if field is None:
            continue
        usual = _WIDTHS.get(field, _GOAL_WIDTH if field in _GOALS else _WIDTH)
        width = max(1, round(widths[place] * _MILLIMETRES)) if told else usual
        align: Literal["center"] | None = "center" if field is ColumnField.NUMBER else None
        yield Column(field=field, heading=flat(heading), width=width, align=align)
