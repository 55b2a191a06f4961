"""Table layouts: how the tasks of a plan are laid out in columns, as data.

Three are given with the program: six, seven and eight columns, as offices use them.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Literal, Self

from pydantic import Field, model_validator

from generator.model.base import Line, Record, Size


class ColumnField(StrEnum):
    """What a column prints."""

    __hash__ = str.__hash__  # asked for at each column; that of enumerations is written in Python

    NUMBER = "number"
    GROUP = "group"
    GOAL = "goal"
    NAME = "name"
    ACTIVITY = "activity"
    PRODUCTS = "products"
    SCHEDULE = "schedule"
    SUBMIT_DUE = "submit_due"
    ISSUE_DUE = "issue_due"
    LEAD = "lead"
    SUPPORT = "support"
    MONITOR = "monitor"
    BUDGET = "budget"
    NOTE = "note"


class Column(Record):
    """A column of a task table."""

    field: ColumnField = Field(title="Trường", description="Field of the task that the column prints")
    heading: Line = Field(title="Tiêu đề cột", description="Heading as printed")
    width: Size = Field(title="Độ rộng", description="Relative width; only the proportions count")
    align: Literal["left", "center", "right", "justify"] | None = Field(
        None, title="Căn lề", description="Alignment of the cells; that of the template's cell style when missing"
    )


class TableLayout(Record):
    """A layout of the task table."""

    format: Literal[1] = Field(1, title="Phiên bản định dạng", description="Version of the stored format")
    id: Line = Field(title="Mã mẫu bảng", description="Name by which a plan refers to it: six_columns")
    name: Line = Field(title="Tên mẫu bảng", description="What it is, for people")
    columns: tuple[Column, ...] = Field(min_length=1, title="Các cột", description="Columns from the left")
    group: Literal["row", "column", "none"] = Field(
        "none", title="Lĩnh vực", description="Groups as a row of their own, as a merged column, or not printed"
    )
    number_in: Literal["column", "name", "none"] = Field(
        "none", title="Chỗ ghi số", description="Where the number of a task stands"
    )
    numbering: Literal["continuous", "per_group", "dotted", "kept"] = Field(
        "continuous",
        title="Cách đánh số",
        description="1, 2, 3 throughout; from 1 in each group; 1.1 (group, task); or the labels kept in the data",
    )
    merges: tuple[ColumnField, ...] = Field(
        (), title="Cột gộp ô", description="Columns whose equal neighbouring cells are merged downwards"
    )
    orientation: Literal["auto", "portrait", "landscape"] = Field(
        "auto", title="Hướng giấy", description="auto: landscape from six columns on"
    )

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        fields = [column.field for column in self.columns]
        needed = {
            "lĩnh vực": (self.group == "column", ColumnField.GROUP),
            "số": (self.number_in == "column", ColumnField.NUMBER),
        }
        for what, (wanted, field) in needed.items():
            if wanted and field not in fields:
                raise ValueError(f"mẫu bảng đòi cột {what} nhưng danh sách cột (columns) không có cột «{field.value}»")
        if stray := [field.value for field in self.merges if field not in fields]:
            raise ValueError(
                f"danh sách gộp ô (merges) nêu cột không có trong danh sách cột (columns): {', '.join(stray)}"
            )
        return self

    @property
    def landscape(self) -> bool:
        """Whether the table wants a landscape page (NĐ 30, PL I/I/I.2 allows it for tables)."""
        if self.orientation == "auto":
            return len(self.columns) >= 6
        return self.orientation == "landscape"
