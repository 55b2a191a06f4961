"""The words of a công văn that reminds late units."""

from __future__ import annotations

from string import Formatter
from typing import Annotated, Final

from pydantic import AfterValidator, Field

from generator.registers.base import Line, Record, Register
from generator.spelling import suggestion

WORDS: Final = (
    "issuer", "plan", "period", "day", "cut_off", "deadline", "by", "channel", "contact", "earlier", "times", "again",
    "units", "tasks", "untold", "whom", "heads", "faults", "task", "problem", "due", "late",
)  # fmt: skip
"""Placeholders: who reminds, the plan, the period, days, where to send, whom to ask, earlier letters, counts, the unit
and what is late of it."""


def _with_known_words(text: str) -> str:
    try:
        used = [name for _, name, _, _ in Formatter().parse(text) if name is not None]
    except ValueError as fault:
        raise ValueError("dấu { } không khớp nhau") from fault
    for name in used:
        if name not in WORDS:
            raise ValueError(f"không có chỗ điền {{{name}}}; {suggestion(name, WORDS) or 'dùng: ' + ', '.join(WORDS)}")
    return text


Sentence = Annotated[Line, AfterValidator(_with_known_words)]
"""Words with placeholders."""


class MatterWords(Record):
    """What the letter says of one matter: to many units, to one unit, in the list."""

    state: Sentence = Field(title="Tình hình", description="To many units; with {units}")
    state_one: Sentence = Field(title="Tình hình của một đơn vị", description="To one unit; with {whom}")
    ask: Sentence = Field(title="Yêu cầu", description="What is asked where all have this matter only; with {by}")
    ask_of: Sentence = Field(title="Yêu cầu có nêu đơn vị nào", description="What is asked where others have others")
    row: Sentence = Field(title="Dòng trong danh sách", description="Words of the list")


class TaskWords(MatterWords):
    """The same of tasks past their day, which units have not done or have not told of."""

    row_untold: Sentence = Field(title="Dòng khi chưa báo cáo kết quả", description="Words of the list; with {task}")
    item: Sentence = Field(title="Dòng trong công văn", description="To one unit; with {task}, {due}, {late}")
    item_due: Sentence = Field(title="Dòng khi vừa đến hạn", description="The same of what is not a day late yet")
    untold: Sentence = Field(title="Số chưa báo cáo kết quả", description="What {untold} says, in a sentence of state")


class UnclearWords(MatterWords):
    """The same of tasks of which what was told does not say how they stand."""

    item: Sentence = Field(title="Dòng trong công văn", description="To one unit; with {task}, {problem}")


class ReminderWords(Register):
    """The sentences of the letter; the program chooses those that fit what is late, and of whom."""

    subject_reports: Sentence = Field(title="Trích yếu khi chậm báo cáo", description="After V/v; with {period}")
    subject_resend: Sentence = Field(title="Trích yếu khi phải gửi lại", description="After V/v; with {period}")
    subject_tasks: Sentence = Field(title="Trích yếu khi chậm nhiệm vụ", description="After V/v; with {plan}")
    subject_unclear: Sentence = Field(title="Trích yếu khi chỉ có nhiệm vụ chưa rõ", description="After V/v")
    subject_both: Sentence = Field(title="Trích yếu khi chậm cả hai", description="After V/v")
    subject_resend_tasks: Sentence = Field(title="Trích yếu khi gửi lại và chậm nhiệm vụ", description="After V/v")
    again: Sentence = Field(title="Lần thứ", description="After the subject from the second time on: (lần {times})")
    addressees: Sentence = Field(title="Kính gửi chung", description="Addressees where the list is an appendix")
    whom: Sentence = Field(title="Cách gọi các đơn vị", description="What {whom} says of many units")
    heads: Sentence = Field(title="Người đứng đầu các đơn vị", description="What {heads} says of many units")
    heads_committees: Sentence = Field(title="Chủ tịch các UBND", description="The same of committees of the people")
    heads_both: Sentence = Field(title="Thủ trưởng và Chủ tịch", description="The same of units and committees")
    opening: Sentence = Field(title="Mở đầu", description="The plan; with {plan}, {whom}")
    opening_again: Sentence = Field(title="Mở đầu khi đã đôn đốc", description="With {plan}, {earlier}")
    opening_some: Sentence = Field(
        title="Mở đầu khi đã đôn đốc một số đơn vị", description="With {again} units reminded before, {earlier}"
    )
    report: MatterWords = Field(title="Chưa gửi báo cáo", description="Of units of which nothing has come")
    resend: MatterWords = Field(title="Phải gửi lại báo cáo", description="Of units whose file does not count")
    tasks: TaskWords = Field(title="Nhiệm vụ quá hạn", description="Of tasks past their day")
    unclear: UnclearWords = Field(title="Nhiệm vụ chưa rõ", description="Of tasks that were not told of clearly")
    list_note: Sentence = Field(title="Dẫn phụ lục", description="Remark that leads to the list")
    asked: Sentence = Field(title="Yêu cầu", description="Before what is asked of units under command: {heads}")
    asked_guided: Sentence = Field(title="Đề nghị", description="The same of units that are only guided")
    contact: Sentence = Field(title="Liên hệ", description="With {contact}")
    closing: Sentence = Field(title="Lời kết", description="Last sentence; with {whom}")
    list_title: Sentence = Field(title="Tên phụ lục", description="With {day}")
    list_days: Sentence = Field(title="Ghi chú số ngày chậm", description="Above a list with tasks; with {cut_off}")
    list_again: Sentence = Field(title="Lần thứ của một đơn vị", description="Behind a unit, where others are new")
