"""What a plan adds to a document: objectives, targets and the task appendix."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import Field

from generator.model.base import Figure, Line, Record, RichText, Text
from generator.model.document import Document
from generator.model.layout import TableLayout
from generator.model.origin import Derivation, ParentReference
from generator.vietnamese.dates import PartialDate


class Comparator(StrEnum):
    """How a figure is meant."""

    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    EQUAL = "equal"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"


class Target(Record):
    """A figure to be reached in the year."""

    id: Line = Field(title="Mã", description="Identity of the target within the plan: CT01")
    group: Line | None = Field(None, title="Lĩnh vực", description="Field of reform that it belongs to")
    metric: RichText = Field(title="Nội dung chỉ tiêu", description="What is measured: Tỷ lệ hồ sơ …")
    comparator: Comparator | None = Field(None, title="Phép so sánh", description="How the value is meant")
    value: Figure | None = Field(None, title="Giá trị", description="The figure; missing for a target that has none")
    unit: Line | None = Field(None, title="Đơn vị tính", description="%, thủ tục, ngày …")
    last_year: Figure | None = Field(None, title="Kết quả năm trước", description="Last year's result in the same unit")
    assigned: Figure | None = Field(None, title="Mức cấp trên giao", description="Level set by the higher plan")
    lead: Line | None = Field(None, title="Chủ trì", description="Unit responsible")
    parent: ParentReference | None = Field(None, title="Nguồn giao", description="Target of the higher plan")


class TaskRow(Record):
    """One row of the task table; a task may have several."""

    label: Line | None = Field(None, title="Nhãn hoạt động", description="Label of the activity as printed: 3.1:")
    activity: RichText | None = Field(None, title="Hoạt động", description="Activity of the row")
    products: tuple[RichText, ...] = Field((), title="Kết quả/sản phẩm", description="Products, one entry each")
    issuing_level: Line | None = Field(
        None, title="Cấp ban hành", description="Level or body that issues the product; not printed"
    )
    schedule: Text | None = Field(
        None, title="Thời gian thực hiện", description="Words as printed; the program understands them: Quý I/2027"
    )
    lead: tuple[Text, ...] = Field((), title="Chủ trì", description="Leading units, one entry each")
    support: tuple[Text, ...] = Field((), title="Phối hợp", description="Supporting units, one entry each")
    monitor: tuple[Text, ...] = Field((), title="Theo dõi, đôn đốc", description="Who watches over the row")
    leader: Line | None = Field(
        None, title="Lãnh đạo phụ trách", description="Leader who answers for the row; not printed"
    )
    budget: Text | None = Field(None, title="Kinh phí", description="Source of money")
    note: RichText | None = Field(None, title="Ghi chú", description="Remark printed in the table")


class Task(Record):
    """One task of the plan."""

    id: Line = Field(title="Mã nhiệm vụ", description="Identity of the task within the plan: NV01")
    group: Line | None = Field(None, title="Lĩnh vực", description="Group under which it is printed")
    goal: RichText | None = Field(None, title="Mục tiêu", description="Goal that it serves")
    goal_label: Line | None = Field(None, title="Nhãn mục tiêu", description="Label of the goal as printed: 1.2:")
    table: Line | None = Field(
        None, title="Bảng", description="The table that prints the task, in a plan with several: 2"
    )
    label: Line | None = Field(
        None, title="Nhãn nguyên văn", description="Label of the task as printed, only where it is kept: 2.2:"
    )
    name: RichText = Field(title="Nhiệm vụ", description="What is to be done")
    rows: tuple[TaskRow, ...] = Field(
        (), title="Các hàng", description="Rows of activity, product, time and units; one at least to be ready"
    )
    submit_due: PartialDate | None = Field(None, title="Hạn trình", description="Day to submit the product by")
    issue_due: PartialDate | None = Field(None, title="Hạn hoàn thành", description="Day to issue the product by")
    parent: ParentReference | None = Field(None, title="Nguồn giao", description="Task of the higher plan")
    criterion: Line | None = Field(None, title="Tiêu chí CCHC", description="Criterion of the reform index served")
    carried_from: int | None = Field(
        None, ge=1945, le=2200, title="Chuyển tiếp từ năm", description="Year of the plan that left it unfinished"
    )


class Plan(Document):
    """A kế hoạch."""

    kind: Literal["plan"] = "plan"
    year: int | None = Field(None, ge=1945, le=2200, title="Năm kế hoạch", description="The year planned for")
    objectives: tuple[RichText, ...] = Field((), title="Mục tiêu", description="What the plan is for, one line each")
    targets: tuple[Target, ...] = Field((), title="Chỉ tiêu", description="Figures to be reached")
    tasks: tuple[Task, ...] = Field((), title="Nhiệm vụ", description="Tasks of the appendix, in printed order")
    layouts: tuple[TableLayout, ...] = Field(
        (), title="Mẫu bảng riêng", description="Table layouts of this plan alone, beside those of the program"
    )
    derivation: Derivation | None = Field(
        None, title="Dẫn xuất", description="How the plan was derived from those of higher offices; not printed"
    )

    def of_table(self, table: str | None) -> Plan:
        """Return the plan with the tasks of one table alone; None stands for tasks that name no table."""
        tasks = tuple(task for task in self.tasks if task.table == table)
        return self if len(tasks) == len(self.tasks) else self.model_copy(update={"tasks": tasks})

    @property
    def task_groups(self) -> tuple[str, ...]:
        """The names of the groups in the order of their first task; a task without one belongs to none."""
        return tuple(dict.fromkeys(task.group for task in self.tasks if task.group))

    @property
    def task_rows(self) -> int:
        """How many rows the task table has, its heading and group rows not counted."""
        return sum(max(1, len(task.rows)) for task in self.tasks)
