"""The outline of the periodic report: its points, and the sentences in which figures are said.

A sentence names figures in braces: ``{3/3.1.1}`` is row 3.1.1 of form 3, ``{tasks.done}`` a count of the plan's tasks.
It is printed when every figure that it names is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal, TypeAlias

from pydantic import Field, field_validator

from generator.registers.base import Fault, Line, Record, Register, repeated
from generator.registers.statistics import StatisticalForms
from generator.registers.unit import Level
from generator.spelling import suggestion

TASK_COUNTS: Final = {
    "tasks.total": "số nhiệm vụ của kế hoạch",
    "tasks.done": "số nhiệm vụ đã hoàn thành",
    "tasks.on_time": "số nhiệm vụ hoàn thành đúng hạn",
    "tasks.late": "số nhiệm vụ hoàn thành trễ hạn",
    "tasks.under_way": "số nhiệm vụ đang thực hiện",
    "tasks.overdue": "số nhiệm vụ quá hạn chưa hoàn thành",
    "tasks.not_due": "số nhiệm vụ chưa đến hạn",
    "tasks.dropped": "số nhiệm vụ không còn thực hiện",
    "tasks.unknown": "số nhiệm vụ chưa rõ tình trạng",
    "tasks.due": "số nhiệm vụ đến hạn trong kỳ báo cáo tính từ đầu năm",
    "tasks.share_done": "tỷ lệ nhiệm vụ đã hoàn thành so với kế hoạch",
}
"""Names of the counts of tasks, with what they mean."""
NAME: Final = re.compile(r"\{([^{}]*)\}")
ROW: Final = re.compile(r"(\d+)/([\d.]+)")
Role: TypeAlias = Literal["narrative", "results", "next_tasks", "proposals"]
"""Words of the unit and sentences; besides, the tasks of a field; the tasks of the next period; what is asked for."""


class Sentence(Record):
    """A sentence that says figures."""

    text: Line = Field(title="Câu", description="Words with named figures: Đã giải quyết {3/3.1.1} hồ sơ")
    none: Line | None = Field(
        None, title="Câu khi không phát sinh", description="Said instead where nothing arose in a figure; names none"
    )
    levels: tuple[Level, ...] = Field((), title="Cấp", description="Levels of units that say it; empty: all")
    unless_zero: bool = Field(
        False, title="Chỉ khi khác 0", description="Whether it is left unsaid where a figure is 0"
    )

    @property
    def names(self) -> tuple[str, ...]:
        """The figures that it names, in order."""
        return tuple(NAME.findall(self.text))

    def rows(self) -> Iterator[tuple[int, str]]:
        """Yield the rows of forms that it names."""
        for name in self.names:
            if match := ROW.fullmatch(name):
                yield int(match[1]), match[2]

    @field_validator("text")
    @classmethod
    def _names_known_counts(cls, text: str) -> str:
        for name in NAME.findall(text):
            if not ROW.fullmatch(name) and name not in TASK_COUNTS:
                hint = suggestion(name, TASK_COUNTS) or f"có: {', '.join(TASK_COUNTS)}, và <biểu mẫu>/<dòng>"
                raise ValueError(f"không có số liệu tên «{name}» ({hint})")
        return text


class OutlineSection(Record):
    """A point of the outline."""

    id: Line = Field(title="Mục", description="Labels from the top: I, I.1, II.2.a")
    title: Line = Field(title="Tên mục", description="Heading as the form has it")
    levels: tuple[Level, ...] = Field((), title="Cấp", description="Levels of units that have it; empty: all")
    role: Role = Field("narrative", title="Nội dung", description="narrative, results, next_tasks, proposals")
    fields: tuple[Line, ...] = Field(
        (), title="Lĩnh vực", description="Names of the field in plans, for the tasks that are told of here"
    )
    sentences: tuple[Sentence, ...] = Field((), title="Các câu có số liệu", description="In printed order")

    @property
    def parent(self) -> str | None:
        """The point above; None at the top."""
        return self.id.rpartition(".")[0] or None

    def is_for(self, level: Level) -> bool:
        """Whether units of a level have it."""
        return not self.levels or level in self.levels


class ReportOutline(Register):
    """The outline of a report with the words that every unit has."""

    source: Line = Field(title="Nguồn", description="Document that sets the outline")
    subject: Line = Field(title="Trích yếu", description="With {period}, {next_period} and {unit}")
    opening: Line = Field(title="Lời mở đầu", description="With {unit}, {period}, {first_day}, {last_day}")
    opening_undated: Line = Field(
        title="Lời mở đầu khi không có ngày chốt",
        description="With {unit}, {period}",
    )
    forms_title: Line = Field(title="Tên phụ lục số liệu", description="With {period}")
    tasks_title: Line = Field(title="Tên phụ lục nhiệm vụ", description="With {period}, {plan}")
    forms_note: Line = Field(title="Ghi chú phụ lục số liệu", description="Remark that leads to the forms alone")
    appendices_note: Line = Field(title="Ghi chú các phụ lục", description="Remark that leads to forms and tasks")
    blank_note: Line = Field(title="Ghi chú dòng để trống", description="Remark above the forms")
    abbreviations_lead: Line = Field(title="Trước chữ viết tắt", description="Words before the short forms explained")
    abbreviations: dict[Line, Line] = Field(
        default_factory=dict,
        title="Chữ viết tắt",
        description="Short forms of forms and sentences, with words",
    )
    closing: Line = Field(title="Lời kết", description="With {unit}, {period}")
    sections: tuple[OutlineSection, ...] = Field(title="Các mục", description="In printed order")

    def section(self, id: str) -> OutlineSection | None:
        """Return a point; None for one that the outline lacks."""
        return next((one for one in self.sections if one.id == id), None)

    def below(self, id: str | None) -> tuple[OutlineSection, ...]:
        """Return the points directly below one, at the top for None."""
        return tuple(one for one in self.sections if one.parent == id)

    def faults(self) -> Iterator[Fault]:
        """Repeated points, points below none, points without place in the order."""
        ids = [one.id for one in self.sections]
        yield from repeated("sections", ids)
        for place, one in enumerate(self.sections):
            if one.parent and one.parent not in ids[:place]:
                hint = f"thêm mục «{one.parent}» ở trên"
                yield Fault(("sections", place, "id"), "không có mục cấp trên của mục này", found=one.id, hint=hint)

    def row_faults(self, forms: StatisticalForms) -> Iterator[Fault]:
        """Sentences that name a row which the forms lack, or a heading."""
        kinds = {(form.form, row.code): row.kind for form in forms.forms for row in form.rows}
        for place, section in enumerate(self.sections):
            for number, sentence in enumerate(section.sentences):
                for form, code in sentence.rows():
                    if kinds.get((form, code), "group") == "group":
                        loc = ("sections", place, "sentences", number, "text")
                        yield Fault(loc, "biểu mẫu không có dòng số liệu này", found=f"«{form}/{code}»")
