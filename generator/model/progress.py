"""What a unit tells of its plan for one period: the state of each task, the figures of the forms, the narrative.

It is no document of its own: reports are computed from it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import Field

from generator.model.base import Figure, Line, Record, RichText, Text
from generator.model.origin import DerivedFrom
from generator.vietnamese.dates import PartialDate


class Status(StrEnum):
    """How far a task is, as the unit says; whether that is in time is computed from the days."""

    NOT_STARTED = "not_started"
    UNDER_WAY = "under_way"
    DONE = "done"
    DROPPED = "dropped"


class TaskProgress(Record):
    """How far one task of the plan is on the cut-off day."""

    task: Line = Field(title="Mã nhiệm vụ", description="Identity of the task in the unit's plan: NV07")
    status: Status | None = Field(None, title="Tình trạng", description="As the unit says; missing: nothing was said")
    done: PartialDate | None = Field(None, title="Ngày hoàn thành", description="Day on which the product was there")
    product: Line | None = Field(None, title="Số, ký hiệu sản phẩm", description="Of the product issued: 15/BC-SGDĐT")
    product_date: PartialDate | None = Field(None, title="Ngày của sản phẩm", description="Date of the product")
    evidence: Line | None = Field(None, title="Tài liệu kiểm chứng", description="File or address that shows it")
    reason: Text | None = Field(None, title="Nguyên nhân", description="Why it is late or dropped")
    proposal: Text | None = Field(None, title="Đề xuất", description="What the unit asks for")


class FormFigure(Record):
    """The figure of one row of a statistical form, as it was filled in; computed rows are not stored."""

    form: int = Field(ge=1, title="Biểu mẫu số", description="Number of the form")
    code: Line = Field(title="STT", description="Number of the row within the form: 2.1")
    value: Figure | None = Field(None, title="Số liệu", description="The figure, or the code of the answer")
    absent: Literal["unknown", "none"] | None = Field(
        None, title="Không có số liệu", description='unknown: "-", not known yet; none: "không phát sinh"'
    )
    note: Text | None = Field(None, title="Ghi chú", description="Remark of the row")


class Narrative(Record):
    """What a unit says in words under one point of the outline."""

    section: Line = Field(title="Mục", description="Point of the outline of the report: I.1, II.2.a")
    texts: tuple[RichText, ...] = Field(title="Nội dung", description="Paragraphs in order")


class Progress(Record):
    """All that one unit tells of one period."""

    format: Literal[1] = Field(1, title="Phiên bản định dạng", description="Version of the stored format")
    kind: Literal["progress"] = Field("progress", title="Loại dữ liệu", description="progress")
    unit: Line = Field(title="Mã đơn vị", description="Identity of the unit in the directory: thpt-song-van")
    unit_name: Line = Field(title="Đơn vị", description="Its full name")
    plan: DerivedFrom | None = Field(None, title="Kế hoạch", description="The plan whose tasks are told of")
    regime: Line = Field(title="Chế độ báo cáo", description="Identity of the regime: so-gddt-song-van")
    period: Line = Field(title="Kỳ báo cáo", description="Period of the regime: 2027-Q1")
    prepared_by: Line | None = Field(None, title="Người lập", description="Who filled it in")
    phone: Line | None = Field(None, title="Điện thoại", description="Where that person is reached")
    tasks: tuple[TaskProgress, ...] = Field((), title="Tiến độ nhiệm vụ", description="One entry for each task")
    figures: tuple[FormFigure, ...] = Field((), title="Số liệu biểu mẫu", description="Figures that were filled in")
    narrative: tuple[Narrative, ...] = Field((), title="Thuyết minh", description="Words by point of the outline")

    def task(self, id: str) -> TaskProgress | None:
        """Return what is told of a task; None where nothing is."""
        return next((one for one in self.tasks if one.task == id), None)

    def figure(self, form: int, code: str) -> FormFigure | None:
        """Return what was filled in for a row of a form; None where nothing was."""
        return next((one for one in self.figures if (one.form, one.code) == (form, code)), None)
