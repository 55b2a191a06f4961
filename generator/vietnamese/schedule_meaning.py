"""What the words of a deadline or a period mean."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class ScheduleKind(StrEnum):
    """How a schedule binds; the value is what JSON carries."""

    ON = "on"
    """On one day: "ngày 15/3/2027"."""
    BEFORE = "before"
    """Before a day, that day excluded: "trước ngày 10/6/2027"."""
    BY = "by"
    """At the latest on a day, that day included: "chậm nhất ngày 15/01/2027", "hoàn thành trong quý I"."""
    BETWEEN = "between"
    """From a day to a day, both included; the second may be open: "từ ngày … đến ngày …"."""
    PERIOD = "period"
    """Within a year, half-year, quarter or month: "quý I/2027", "cuối năm 2027"."""
    RECURRING = "recurring"
    """Again and again: "hằng quý", "trước ngày 10 của tháng cuối quý"."""
    RELATIVE = "relative"
    """Reckoned from an event: "sau 03 tháng kể từ ngày ban hành"."""
    ALWAYS = "always"
    """All the time: "thường xuyên"."""
    UNDATED = "undated"
    """Without a time that could be understood: "theo kế hoạch"."""


class Cycle(StrEnum):
    """How often a recurring schedule comes again; ``TERM`` is the reporting period, whichever it is."""

    DAY = "ngày"
    WEEK = "tuần"
    MONTH = "tháng"
    QUARTER = "quý"
    HALF = "6 tháng"
    YEAR = "năm"
    TERM = "kỳ"


@dataclass(frozen=True)
class Offset:
    """The distance from an event: "sau 03 tháng kể từ ngày ban hành" is sau, 3, tháng, "kể từ ngày ban hành"."""

    relation: str
    """ "sau", "trong", "chậm nhất" or "trước"."""
    event: str
    """The words for the event with the word that ties them: "kể từ ngày ban hành", "khi kiểm tra"."""
    count: int | None = None
    unit: str | None = None
    """ "ngày", "ngày làm việc", "tuần", "tháng", "quý" or "năm"; None with the count."""


@dataclass(frozen=True)
class Schedule:
    """The words of a schedule as written, and what they mean.

    ``start`` and ``end`` are None where the words do not say, and where they lack a year that nobody gave. ``end`` is
    the day that is named, also after "trước ngày"; ``last_day`` is the last one in time. Words that hold several
    schedules have them in ``parts``; the whole then means what its latest part means, from the earliest start to the
    latest end, and where all parts recur, what the first one means.
    """

    words: str
    kind: ScheduleKind
    start: date | None = None
    end: date | None = None
    recurrence: Cycle | None = None
    bound: ScheduleKind | None = None
    """Of a recurring schedule with a day: on, before or by that day."""
    day: int | None = None
    """Of a recurring schedule: the day of the last month of each cycle; "ngày 12 của tháng cuối kỳ" is 12."""
    month: int | None = None
    """Of a yearly schedule: the month of the day; "trước ngày 15/12 hằng năm" is 12."""
    weekday: int | None = None
    """Of a weekly schedule: 1 for Monday (thứ Hai) to 7."""
    offset: Offset | None = None
    about: str = ""
    """What the time is said of, where the words name it: "báo cáo" of "báo cáo tháng 12"."""
    remark: str = ""
    """What is added to the time: "(dự kiến)", "theo hướng dẫn của Sở"."""
    parts: tuple[Schedule, ...] = ()

    @property
    def last_day(self) -> date | None:
        """The last day that is still in time; None when it is not known."""
        if self.parts:
            return max((day for part in self.parts if (day := part.last_day)), default=None)
        if self.kind is ScheduleKind.BEFORE and self.end is not None:
            return self.end - timedelta(days=1)
        return self.end
