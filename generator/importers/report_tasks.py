"""How far tasks are by the tables of a report, row by row."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from generator.diagnostics import Place
from generator.importers.report_states import (
    Ended,
    ended_in,
    has_impossible_day,
    is_mark,
    is_own,
    is_unclear,
    is_untold,
    status_of,
)
from generator.importers.report_tables import PlacedRow
from generator.model.progress import Status, TaskProgress
from generator.vietnamese.dates import PartialDate, find_dates
from generator.vietnamese.unicode import fold

_TOPS: Final = 3
"""Rows at the top of a table that may be headings."""
_FEWEST: Final = 2
_PROPOSAL: Final = re.compile(r"\s*(?:Đề xuất|Kiến nghị):\s*")
_COLUMNS: Final = (
    ("id", r"mã(?: số)?(?: nhiệm vụ| nv| công việc| việc)?"),
    ("state", r".*(?:tình trạng|trạng thái|mức độ hoàn thành|đánh giá).*|tiến độ(?: thực hiện)?(?: \(%\))?"),
    ("reason", r".*(?:nguyên nhân|lý do|vướng mắc|khó khăn).*"),
    ("proposal", r".*(?:đề xuất|kiến nghị).*"),
    ("result", r".*(?:sản phẩm|kết quả|ký hiệu|số hiệu).*"),
    ("done", r"(?:ngày (?:đã )?hoàn thành|hoàn thành ngày)\b.*|.*\bhoàn thành thực tế"),
    ("due", r".*(?:thời hạn|thời gian|\bhạn)\b.*"),
    ("name", r"(?!.*(?:đơn vị|chủ trì|phối hợp)).*(?:nhiệm vụ|công việc|nội dung|đầu việc).*"),
)
"""What the columns of a table of progress hold, by their headings, in the order in which they are asked."""


@dataclass(frozen=True)
class ToldTask:
    """A row of a table of progress."""

    name: str
    told: TaskProgress
    """Under the identity that the table names; "?" where it names none."""
    state: str
    """The words that say how far it is."""
    place: Place
    due: PartialDate | None = None
    """The time that the table names, where it is one day."""

    @property
    def id(self) -> str | None:
        """The identity that the table names."""
        return self.told.task if self.told.task != NAMELESS else None

    @property
    def is_understood(self) -> bool:
        """Whether it is known how far the task is, or that the report itself does not know or tell it."""
        return self.told.status is not None or is_unclear(self.state) or is_untold(self.state)


NAMELESS: Final = "?"
"""In place of the identity of a task in a table without any."""


def told_tasks(table: Sequence[PlacedRow]) -> tuple[ToldTask, ...]:
    """Return the tasks of a table of progress; none of any other table.

    Such a table has a column of tasks, and one that says how far they are: by its heading or, headed "Kết quả", in
    most of its cells; or several to be ticked, one for each state.
    """
    found = _columns(table)
    if found is None:
        return ()
    top, columns, ticked = found
    rows = [row for row in table[top + 1 :] if _is_task(row, columns["name"])]
    if "state" not in columns and not ticked:
        words = [row.cells[columns["result"]] for row in rows]
        if sum(status_of(one) is not None for one in words) * _FEWEST < sum(map(bool, words)) or not any(words):
            return ()
    return tuple(_told(row, columns, ticked) for row in rows)


def _columns(table: Sequence[PlacedRow]) -> tuple[int, dict[str, int], dict[int, Status]] | None:
    """Return the last row of the heading, the columns by what they hold, and those to be ticked; None without."""
    best = None
    for top, row in enumerate(table[:_TOPS]):
        columns, ticked = _named(row.cells)
        told = {"state", "result"} & columns.keys() or len(ticked) >= _FEWEST
        if "name" in columns and told and (best is None or len(columns) + len(ticked) >= best[0]):
            best = len(columns) + len(ticked), top, columns, ticked
    return best and best[1:]


def _named(headings: Sequence[str]) -> tuple[dict[str, int], dict[int, Status]]:
    columns: dict[str, int] = {}
    ticked: dict[int, Status] = {}
    for place, heading in enumerate(headings):
        words = fold(heading).strip(" .:")
        name = next((name for name, pattern in _COLUMNS if re.fullmatch(pattern, words)), None)
        status = status_of(heading) if name is None else None
        if name is not None:
            columns.setdefault(name, place)
        elif status is not None:
            ticked[place] = status
    return columns, ticked if len(ticked) >= _FEWEST else {}


def _is_task(row: PlacedRow, name: int) -> bool:
    """Tell whether a row is a task: no name of a field through all columns, no numbers of columns."""
    filled = {text for text in row.cells if text}
    return len(filled) > 1 and any(map(str.isalpha, row.cells[name]))


def _told(row: PlacedRow, columns: Mapping[str, int], ticked: Mapping[int, Status]) -> ToldTask:
    cells = {name: " ".join(row.cells[place].split()) for name, place in columns.items()}
    state = cells.get("state", cells.get("result", ""))
    marked = [status for place, status in ticked.items() if is_mark(row.cells[place])]
    status = marked[0] if len(marked) == 1 else status_of(state)
    if status is Status.DONE and has_impossible_day(" ".join((state, cells.get("done", "")))):
        status = None
    ended = _ended(cells, status)
    if status is None and is_unclear(state) and not ended:
        status = Status.DONE
    reason, _, proposal = _parted(row.cells[columns["reason"]] if "reason" in columns else "")
    values: dict[str, Any] = {
        "status": status,
        "done": ended.done,
        "product": ended.product,
        "product_date": ended.product_date,
        "reason": reason or None,
        "proposal": proposal or cells.get("proposal") or None,
    }
    told = TaskProgress(task=cells.get("id") or NAMELESS, **values)
    days = [date for _, _, date in find_dates(cells.get("due", ""))]
    return ToldTask(cells["name"], told, state, row.place, days[0] if len(days) == 1 else None)


def _ended(cells: Mapping[str, str], status: Status | None) -> Ended:
    """Return what a row tells of the end; of a task that is not done only what a report of ours tells."""
    text = cells.get("result", "")
    if status is not Status.DONE and not is_own(text):
        return Ended()
    found = ended_in(text)
    told = ended_in(cells.get("state", ""))
    done = ended_in(cells.get("done", "")).done or found.done or told.done
    product, of = (found.product, found.product_date) if found.product else (told.product, told.product_date)
    return Ended(done, product, of)


def _parted(text: str) -> tuple[str, str, str]:
    """Return reason and proposal of a cell, with what stands between them."""
    mark = _PROPOSAL.search(text)
    if mark is None:
        return text.strip(), "", ""
    return text[: mark.start()].strip(), mark[0], text[mark.end() :].strip()
