"""The words of a công văn that reminds late units."""

from __future__ import annotations

from string import Formatter
from typing import Annotated, Final

from pydantic import AfterValidator, Field

from generator.registers.base import Line, Register
from generator.spelling import suggestion

WORDS: Final = (
    "issuer", "plan", "period", "day", "by", "channel", "contact", "earlier", "times", "reports", "tasks", "units",
    "deadline", "heads",
)  # fmt: skip
"""Placeholders: who reminds, the plan, the period, days, where to send, whom to ask, earlier letters, counts."""


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


class ReminderWords(Register):
    """The sentences of the letter; the program chooses those that fit what is late."""

    subject_reports: Sentence = Field(title="Trích yếu khi chậm báo cáo", description="After V/v; with {period}")
    subject_tasks: Sentence = Field(title="Trích yếu khi chậm nhiệm vụ", description="After V/v; with {plan}")
    subject_both: Sentence = Field(title="Trích yếu khi chậm cả hai", description="After V/v")
    again: Sentence = Field(title="Lần thứ", description="After the subject from the second time on: (lần {times})")
    addressees: Sentence = Field(title="Kính gửi chung", description="Addressees where the list is an appendix")
    opening: Sentence = Field(title="Mở đầu", description="The plan and, before, the earlier letters; with {plan}")
    opening_again: Sentence = Field(title="Mở đầu khi đã đôn đốc", description="With {plan}, {earlier}")
    state_reports: Sentence = Field(title="Tình hình báo cáo", description="With {day}, {reports}, {period}")
    state_tasks: Sentence = Field(title="Tình hình nhiệm vụ", description="With {day}, {tasks}, {units}")
    list_note: Sentence = Field(title="Dẫn phụ lục", description="Remark that leads to the list")
    asked: Sentence = Field(title="Yêu cầu", description="Before what is asked of units under command: {heads}")
    asked_guided: Sentence = Field(title="Đề nghị", description="The same of units that are only guided")
    ask_report: Sentence = Field(title="Việc gửi báo cáo", description="With {period}, {by}, {channel}")
    ask_tasks: Sentence = Field(title="Việc hoàn thành nhiệm vụ", description="With {by}")
    contact: Sentence = Field(title="Liên hệ", description="With {contact}")
    closing: Sentence = Field(title="Lời kết", description="Last sentence")
    list_title: Sentence = Field(title="Tên phụ lục", description="With {day}")
