"""Schedules as plans print them: read into what they mean, and written from it.

"Quý I/2027", "trước ngày 10/6/2027", "hằng quý", "thường xuyên", and several of them in one cell: "kế hoạch ban hành
trong quý I/2027; báo cáo tháng 12/2027".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from generator.vietnamese.dates import PartialDate
from generator.vietnamese.schedule_clauses import parse_clause
from generator.vietnamese.schedule_meaning import Cycle, Offset, Schedule, ScheduleKind
from generator.vietnamese.schedule_points import point_words
from generator.vietnamese.schedule_recurrence import BOUND_WORDS, recurrence_words
from generator.vietnamese.unicode import clean

__all__ = ["Cycle", "Offset", "Schedule", "ScheduleKind", "compose_schedule", "parse_schedule"]

_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
_AND = re.compile(r"\s*,\s*|\s+và\s+")
_BARE = re.compile(r"(?:\d{1,2}|IV|I{1,3})(?:/\d{1,2})?(?:(?:/|\s+năm\s+)[12]\d{3})?", re.IGNORECASE)
_UP_TO_NUMBER = re.compile(r".*?\s(?=(?:\d|IV\b|I{1,3}\b))", re.IGNORECASE)
_CYCLE_ALONE = re.compile(r"(?P<cycle>quý|quí|0?6\s+tháng|năm|tháng)(?:\s+(?P<year>[12]\d{3}))?", re.IGNORECASE)


def parse_schedule(words: str, year: int | None = None) -> Schedule:
    """Return what the words mean; words without a time that is understood are of kind undated.

    ``year`` is that of the plan; it counts where the words name none. Without both, the kind is right and the dates
    are None. "Hằng quý" and "thường xuyên" have dates only where the words speak of the year. Never raises.
    """
    text = " ".join(clean(words).split())
    years = _YEAR.findall(text)
    known = int(years[-1]) if years else year
    parts = [part for clause in text.split(";") for part in _clause_parts(clause.strip(" .,;/"), known)]
    if all(part.kind is ScheduleKind.UNDATED for part in parts):
        return Schedule(words, ScheduleKind.UNDATED)
    return replace(parts[0], words=words) if len(parts) == 1 else _whole(words, tuple(parts))


def compose_schedule(schedule: Schedule) -> str:
    """Return words that mean the schedule: ``parse_schedule`` reads them as the same, apart from the words.

    Where the meaning has no dates (a year was missing, nothing was understood), the words themselves are given. A
    period that is no month, quarter, half-year or year is written from its first day to its last.
    """
    first, *others = schedule.parts or (schedule,)
    return "; ".join([_composed(first, capital=True), *(_composed(part) for part in others)])


def _composed(schedule: Schedule, *, capital: bool = False) -> str:
    meant = _WRITERS[schedule.kind](schedule)
    if meant is None:
        return schedule.words
    if capital and not schedule.about:
        meant = meant[0].upper() + meant[1:]
    return " ".join(piece for piece in (schedule.about, meant, schedule.remark) if piece)


def _clause_parts(clause: str, year: int | None) -> Iterator[Schedule]:
    """Yield what a clause between semicolons means: one schedule, or several set apart by "," and "và"."""
    if not clause:
        return
    if _YEAR.fullmatch(clause):
        clause = f"trong năm {clause}"
    alone = parse_clause(clause, year, whole=True)
    members = None if alone else _members(clause, year)
    yield from members or [alone or parse_clause(clause, year) or Schedule(clause, ScheduleKind.UNDATED)]


def _members(clause: str, year: int | None) -> list[Schedule] | None:
    """Return the schedules of a row, "tháng 6 và tháng 12/2027"; None unless each of them is understood."""
    members: list[Schedule] = []
    pieces = _AND.split(clause)
    for piece in pieces if len(pieces) > 1 else ():
        member = parse_clause(_carried(piece, members[-1]) if members else piece, year)
        if member is None:
            return None
        members.append(member)
    return members or None


def _carried(piece: str, before: Schedule) -> str:
    """Return the piece with the words that it shares with the one before: "quý I, III" has "quý III"."""
    if _BARE.fullmatch(piece) and (shared := _UP_TO_NUMBER.match(before.words)):
        return shared[0] + piece
    cycle = _CYCLE_ALONE.fullmatch(piece)
    if cycle and before.kind is ScheduleKind.RECURRING and before.day is None:
        return f"hằng {cycle['cycle']}" + (f" trong năm {cycle['year']}" if cycle["year"] else "")
    return piece


def _whole(words: str, parts: tuple[Schedule, ...]) -> Schedule:
    latest = max(reversed(parts), key=lambda part: (part.last_day or date.min, part.kind is not ScheduleKind.UNDATED))
    meaning = parts[0] if all(part.kind is ScheduleKind.RECURRING for part in parts) else latest
    start = min((part.start for part in parts if part.start), default=None)
    return replace(meaning, words=words, start=start, end=latest.end, about="", remark="", parts=parts)


def _day(day: date) -> str:
    return f"ngày {PartialDate.parse(day).short()}"


def _due_words(schedule: Schedule) -> str | None:
    return f"{BOUND_WORDS[schedule.kind]}{_day(schedule.end)}" if schedule.end else None


def _between_words(schedule: Schedule) -> str | None:
    start, end = schedule.start, schedule.end
    if start is None or end is None:
        return f"từ {_day(start)}" if start else None
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return f"từ năm {start.year} đến năm {end.year}"
    return f"từ {_day(start)} đến {_day(end)}"


def _period_words(schedule: Schedule) -> str | None:
    words = point_words(schedule.start, schedule.end)
    if words is None:
        return _between_words(schedule)
    return f"trong {words}" if words.startswith("năm") else words


def _relative_words(schedule: Schedule) -> str | None:
    offset = schedule.offset
    if offset is None:
        return None
    distance = f"{offset.count:02d} {offset.unit} " if offset.count is not None else ""
    return f"{offset.relation} {distance}{offset.event}"


def _always_words(schedule: Schedule) -> str:
    return f"thường xuyên trong năm {schedule.start.year}" if schedule.start else "thường xuyên"


_WRITERS: dict[ScheduleKind, Callable[[Schedule], str | None]] = {
    ScheduleKind.ON: _due_words,
    ScheduleKind.BEFORE: _due_words,
    ScheduleKind.BY: _due_words,
    ScheduleKind.BETWEEN: _between_words,
    ScheduleKind.PERIOD: _period_words,
    ScheduleKind.RECURRING: recurrence_words,
    ScheduleKind.RELATIVE: _relative_words,
    ScheduleKind.ALWAYS: _always_words,
    ScheduleKind.UNDATED: lambda schedule: None,
}
