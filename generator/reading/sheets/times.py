"""Several columns of time under one heading: from and to, or one column for each quarter with a tick in it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.reading.sheets.headings import Heading, begins_span
from generator.reading.task_columns import TaskColumn
from generator.vietnamese.unicode import fold

_TICK = re.compile(r"[xX✓✔●•*+vV]")
_DAY = re.compile(r"\d{1,2}/\d{1,2}(?:/\d{4})?")
_BARE = re.compile(r"\d{1,2}|I{1,3}|IV")
_END = re.compile(r"kết thúc|hoàn thành|^đến")


@dataclass(frozen=True)
class Times:
    """The time of a row put together from several columns, and the further columns that are in it."""

    words: str
    columns: frozenset[int]


def joined_times(heading: Heading, others: Mapping[int, str], own: str) -> Times | None:
    """Return the time of a row with several columns of time; None when there is only one, or they say other things.

    `others` are the words of the columns that are not understood, `own` those of the column of time.
    """
    first = heading.of(TaskColumn.SCHEDULE)
    further = [column for column in others if heading.is_time(column)]
    if first is None or not (further or own):
        return None
    cells = ({first: own} if own else {}) | {column: others[column] for column in further}
    named = {column: heading.parts[column][-1] for column in cells}
    if all(_TICK.fullmatch(text) for text in cells.values()):
        return Times(", ".join(_ticked(heading.parts[column]) for column in cells), frozenset(further))
    begin = [text for column, text in cells.items() if begins_span(named[column])]
    end = [text for column, text in cells.items() if _END.search(fold(named[column]))]
    if len(begin) == len(end) == 1 and len(cells) == 2:
        return Times(f"từ {_day(begin[0])} đến {_day(end[0])}", frozenset(further))
    if len(begin) == len(cells) == 1 and _DAY.fullmatch(begin[0]):
        return Times(f"từ {_day(begin[0])}", frozenset(further))
    return None


def _ticked(parts: Sequence[str]) -> str:
    """Return the time that a column with a tick stands for; a bare number below "tháng" or "quý" is one of these."""
    name = " ".join(parts[-1].split())
    above = fold(" ".join(parts[:-1]))
    unit = next((word for word in ("tháng", "quý") if word in above), "")
    return f"{unit.capitalize()} {name}" if unit and _BARE.fullmatch(name) else name


def _day(text: str) -> str:
    return f"ngày {text}" if _DAY.fullmatch(text) else text
