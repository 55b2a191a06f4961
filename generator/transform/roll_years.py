"""The years in the words of a plan taken on to another year.

Its own year, the year before and the year after move on with their days. What belongs to a certain year stays: cited
documents, periods of several years (giai đoạn 2021 - 2030), days on which something took effect. Where words alone do
not tell, a doubt says what was done and what to look at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.transform.roll_dates import Span, day_groups
from generator.transform.roll_days import WorkDays
from generator.transform.roll_facts import yearly_event
from generator.transform.roll_moves import DAY_OFF
from generator.transform.roll_text import Doubt, MovingText
from generator.vietnamese.citations import FoundCitation, find_citations
from generator.vietnamese.schedules import Schedule, ScheduleKind, compose_schedule, parse_schedule

_BINDS: Final = frozenset({ScheduleKind.BEFORE, ScheduleKind.BY, ScheduleKind.ON})
_REFERENCE: Final = re.compile(r"\[\[[^\]\n]*\]\]")
_DAY_AND_MONTH: Final = re.compile(r"\d{1,2}[/.-]\d{1,2}(?![/.-]?\d)")
_BINDING: Final = re.compile(r"\b(?:trước|chậm nhất|muộn nhất|xong|hoàn thành|gửi)\b[^;.]*?20\d\d", re.IGNORECASE)
"""A deadline that follows a cited document without a mark between."""


@dataclass(frozen=True)
class Shifted:
    """A text with its years moved on."""

    text: str
    doubts: tuple[Doubt, ...] = ()
    cited: tuple[FoundCitation, ...] = ()
    """The documents cited in it, which stay as they are."""


class Years:
    """Moves the words of a plan of one year on to another."""

    def __init__(self, old: int, new: int, days: WorkDays) -> None:
        self.old, self.new = old, new
        self.days = days

    def text(self, text: str, *, is_schedule: bool = False) -> Shifted:
        """Return a running text, or the words of a schedule, for the new year.

        In a schedule every day comes to lie on a working day, in running text those that bind.
        """
        cited = tuple(one for one in find_citations(text) if not one.inside)
        kept = [*_cited_spans(text, cited), *(match.span() for match in _REFERENCE.finditer(text))]
        moving = MovingText(text, self.old, self.new - self.old, self.days, is_schedule=is_schedule)
        moved = moving.moved(kept)
        return Shifted(moved, tuple(moving.doubts), cited)

    def schedule(self, words: str) -> Shifted:
        """Return the words of a schedule for the new year; a day without a year comes to lie on a working day too."""
        shifted = self.text(words, is_schedule=True)
        schedule = parse_schedule(shifted.text, self.new)
        if not _DAY_AND_MONTH.search(shifted.text) or day_groups(shifted.text):
            return shifted
        if schedule.parts or schedule.kind is ScheduleKind.BETWEEN:
            return self._told_of_days_off(shifted, schedule)
        if schedule.kind not in _BINDS or schedule.end is None or self.days.by(schedule.end) == schedule.end:
            return shifted
        day, is_on = self.days.by(schedule.end), schedule.kind is ScheduleKind.ON
        event = yearly_event(shifted.text, 0, schedule.end) if is_on else None
        if event or day.year != schedule.end.year:
            why = f"ngày của sự kiện ({event}), giữ ngày, tháng" if event else DAY_OFF
            return replace(shifted, doubts=(*shifted.doubts, Doubt(words, why)))
        moved = replace(schedule, start=day if schedule.start else None, end=day)
        return replace(shifted, text=compose_schedule(moved))

    def _told_of_days_off(self, shifted: Shifted, schedule: Schedule) -> Shifted:
        """Return several times, or a span, without a year as they are; told where a day of theirs is a day off."""
        leaves = schedule.parts or (schedule,)
        timed = [leaf for leaf in leaves if leaf.kind in _BINDS or leaf.kind is ScheduleKind.BETWEEN]
        days = [day for leaf in timed for day in (leaf.start, leaf.end) if day is not None and day.year == self.new]
        if shifted.doubts or all(self.days.by(day) == day for day in days):
            return shifted
        return replace(shifted, doubts=(Doubt(shifted.text, DAY_OFF),))


def _cited_spans(text: str, cited: Sequence[FoundCitation]) -> Iterator[Span]:
    """Yield where documents are cited, up to a deadline that follows the trích yếu without a mark."""
    for one in cited:
        said = one.citation.date
        begin = text.find(str(said.year), one.start) + 4 if said and said.year else one.start
        deadline = _BINDING.search(text, max(begin, one.start), one.end)
        yield one.start, deadline.start() if deadline else one.end
