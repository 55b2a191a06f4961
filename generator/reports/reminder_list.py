"""The list behind a reminder to many units: each unit once, with a line for each thing that is late of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.model.blocks import Block, Cell, Note, Table
from generator.model.document import Appendix
from generator.reports.late import Late
from generator.reports.reminder_wording import Wording, short, task_name
from generator.vietnamese.marks import escape

_HEADINGS: Final = ("STT", "Đơn vị", "Nội dung đôn đốc", "Thời hạn", "Số ngày chậm")
_WIDTHS: Final = (1.3, 5.0, 6.2, 2.6, 1.9)


def reminder_list(wording: Wording) -> Appendix:
    """Return the list as an appendix."""
    return Appendix(title=wording.said(wording.words.list_title), blocks=tuple(_blocks(wording)))


def _blocks(wording: Wording) -> Iterator[Block]:
    if wording.of_tasks:
        yield Note(text=wording.said(wording.words.list_days))
    heading = tuple(Cell(text=text, bold=True, align="center") for text in _HEADINGS)
    yield Table(widths=_WIDTHS, heading_rows=1, rows=(heading, *_rows(wording)))


def _rows(wording: Wording) -> Iterator[tuple[Cell, ...]]:
    for number, one in enumerate(wording.late, start=1):
        lines = [*_lines(wording, one)]
        for place, (what, due, late) in enumerate(lines):
            first = (
                Cell(text=str(number), align="center", rows=len(lines)),
                Cell(text=_unit(wording, one), align="left", rows=len(lines)),
            )
            yield (
                *(first if place == 0 else ()),
                Cell(text=what, align="left"),
                Cell(text=due, align="center"),
                Cell(text=late, align="center"),
            )


def _unit(wording: Wording, one: Late) -> str:
    """Return the name of a unit, with which time it is where that is not the same for all."""
    times = wording.ask.times_of(one)
    name = escape(one.unit.name)
    if times > 1 and wording.times == 1:
        return f"{name} {wording.said(wording.words.list_again, times=times)}"
    return name


def _lines(wording: Wording, one: Late) -> Iterator[tuple[str, str, str]]:
    """Yield what is late, its day, and by how many days; a dash where it is not late by a day."""
    words, days = wording.words, (wording.ask.day - one.due).days
    if one.report:
        yield wording.said(words.report.row), short(one.due), str(days)
    if one.faults:
        yield wording.said(words.resend.row, faults=escape("; ".join(one.faults))), short(one.due), "-"
    for task in one.tasks:
        row = words.tasks.row_untold if task.problem else words.tasks.row
        late = wording.days_late(task)
        yield wording.said(row, task=task_name(task)), short(task.due), str(late) if late else "-"
    for task in one.unclear:
        row = wording.said(words.unclear.row, task=task_name(task), problem=escape(task.problem or ""))
        yield row, short(task.due), "-"
