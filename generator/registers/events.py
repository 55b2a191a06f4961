"""Days and occasions that a plan names: what is on the same day in every year, and what one year alone has.

A plan that is taken on to the next year keeps the former where they are and asks a person about the latter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cached_property

from pydantic import Field

from generator.registers.base import Confidence, Fault, Line, Record, Register

_LEAP_YEAR = 2000


class EventDay(Record):
    """A day that is what it is in every year."""

    day: int = Field(ge=1, le=31, title="Ngày", description="Day of the month: 20")
    month: int = Field(ge=1, le=12, title="Tháng", description="Month: 11")
    name: Line = Field(title="Tên ngày", description="What is celebrated, as messages call it: Nhà giáo Việt Nam")
    source: Line = Field(title="Nguồn", description="What set the day; or that it is custom")
    confidence: Confidence = Field(title="Độ tin cậy", description="How sure it is: V, V-form, S, M, I")


class Occasion(Record):
    """Words that tell of an occasion, in any case."""

    words: Line = Field(title="Từ ngữ", description="Words of the occasion: đại hội")
    not_behind: tuple[Line, ...] = Field(
        (), title="Không đứng sau", description="Words before them that make them something else: nghị quyết đại hội"
    )
    not_before: tuple[Line, ...] = Field(
        (), title="Không đứng trước", description="Words behind them that do so: kỷ niệm chương"
    )

    @property
    def pattern(self) -> str:
        """The regular expression that finds it."""
        behind = "".join(rf"(?<!{re.escape(f'{words} ')})" for words in self.not_behind)
        before = "".join(rf"(?!\s+{re.escape(words)})" for words in self.not_before)
        return rf"{behind}\b{re.escape(self.words)}\b{before}"


class EventRegister(Register):
    """The days and occasions."""

    days: tuple[EventDay, ...] = Field(title="Ngày cố định", description="Days that are the same in every year")
    yearly: tuple[Occasion, ...] = Field(
        title="Việc có hằng năm", description="Occasions of every year, whose day is set anew: khai giảng"
    )
    once: tuple[Occasion, ...] = Field(
        title="Việc của một năm", description="Occasions that one year has and the next has not: đại hội, bầu cử"
    )

    def name_of(self, day: date) -> str | None:
        """Return what is on a day in every year; None for an ordinary day."""
        return next((one.name for one in self.days if (one.day, one.month) == (day.day, day.month)), None)

    @cached_property
    def yearly_words(self) -> re.Pattern[str]:
        """What finds an occasion of every year in a text."""
        return _any_of(self.yearly)

    @cached_property
    def once_words(self) -> re.Pattern[str]:
        """What finds an occasion of one year in a text."""
        return _any_of(self.once)

    def faults(self) -> Iterator[Fault]:
        """Days that no year has, and days named twice."""
        seen: set[tuple[int, int]] = set()
        for place, one in enumerate(self.days):
            try:
                date(_LEAP_YEAR, one.month, one.day)
            except ValueError:
                yield Fault(("days", place, "day"), f"tháng {one.month} không có ngày này", found=str(one.day))
            if (one.day, one.month) in seen:
                yield Fault(("days", place, "day"), "ngày này đã có ở mục trước", hint="mỗi ngày chỉ ghi một lần")
            seen.add((one.day, one.month))


def _any_of(occasions: tuple[Occasion, ...]) -> re.Pattern[str]:
    """Return the pattern of several occasions; of none one that finds nothing."""
    return re.compile("|".join(one.pattern for one in occasions) or r"(?!)", re.IGNORECASE)
