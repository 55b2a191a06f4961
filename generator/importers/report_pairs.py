"""The tasks that a report tells of found in the plan of its unit, by their words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from rapidfuzz.fuzz import ratio

from generator.diagnostics import Diagnostic, warning
from generator.importers.report_states import is_unclear, says_in_time
from generator.importers.report_tasks import ToldTask
from generator.model.plan import Plan, Task
from generator.model.progress import Status, TaskProgress
from generator.vietnamese.label_words import in_full
from generator.vietnamese.marks import plain

_ALIKE: Final = 88
_NUMBERS: Final = re.compile(r"\b(?:\d+|[ivx]+)\b")


@dataclass(frozen=True)
class PlannedTasks:
    """What a report tells of the tasks of a plan."""

    tasks: tuple[TaskProgress, ...]
    """In the order of the plan."""
    diagnostics: tuple[Diagnostic, ...]
    """Tasks that the plan lacks, states not understood or against their day, tasks of which nothing is told."""


def planned_tasks(rows: Sequence[ToldTask], plan: Plan) -> PlannedTasks:
    """Return what rows tell of the tasks of a plan.

    A row is the task with its identity, else that of its words, else the one whose words are most alike and whose
    numbers are the same.
    """
    found = _found(rows, plan.tasks)
    told = [found[task.id].told.model_copy(update={"task": task.id}) for task in plan.tasks if task.id in found]
    return PlannedTasks(tuple(told), tuple(_notes(rows, plan, found)))


def _notes(rows: Sequence[ToldTask], plan: Plan, found: dict[str, ToldTask]) -> Iterator[Diagnostic]:
    known = {id(row) for row in found.values()}
    for row in rows:
        place = replace(row.place, field="bảng nhiệm vụ", quote=None)
        if id(row) not in known:
            yield warning("kế hoạch của đơn vị không có nhiệm vụ này", place, found=f"«{row.name}»")
        elif not row.is_understood:
            message = f"không hiểu tình trạng của nhiệm vụ «{row.name}», coi như chưa báo cáo"
            expected = "«Hoàn thành», «Đang thực hiện», «Chưa thực hiện» …"
            yield warning(message, place, found=f"«{row.state}»", expected=expected)
    tasks = {task.id: task for task in plan.tasks}
    yield from (doubt for id, row in found.items() for doubt in _against_its_day(row, tasks[id]))
    if undated := [id for id, row in found.items() if _is_undated(row)]:
        message = "nhiệm vụ ghi đã hoàn thành mà báo cáo không có ngày hoàn thành, chưa tính là hoàn thành"
        names = ", ".join(task.id for task in plan.tasks if task.id in undated)
        yield warning(message, found=names, expected="ngày hoàn thành của từng nhiệm vụ")
    if lacking := [task.id for task in plan.tasks if task.id not in found]:
        yield warning(f"bảng nhiệm vụ của báo cáo không có nhiệm vụ của kế hoạch: {', '.join(lacking)}")


def _is_undated(row: ToldTask) -> bool:
    """Tell whether a table says that a task is done without any day, where no report of ours doubts it."""
    told = row.told
    return told.status is Status.DONE and not (told.done or told.product_date or is_unclear(row.state))


def _against_its_day(row: ToldTask, task: Task) -> Iterator[Diagnostic]:
    """Yield a warning where the state and the day on which the task was done contradict each other."""
    written, due = row.told.done or row.told.product_date, task.issue_due or row.due
    done, last = written and written.to_date(), due and due.to_date()
    said = says_in_time(row.state) if row.told.status is Status.DONE else None
    if not (written and done and due and last) or said in (None, done <= last):
        return
    place = replace(row.place, field="bảng nhiệm vụ", quote=None)
    found = f"«{row.state}», hoàn thành {written.short()}, thời hạn {due.short()}"
    yield warning(f"tình trạng của nhiệm vụ «{row.name}» trái với ngày hoàn thành, tính theo ngày", place, found=found)


def _found(rows: Sequence[ToldTask], tasks: Sequence[Task]) -> dict[str, ToldTask]:
    """Return the row of each task that has one; the first of several that say the same goes to the first task."""
    found: dict[str, ToldTask] = {}
    named = {task.id: _words(plain(task.name)) for task in tasks}
    known = [row for row in rows if row.id in named and ratio(named[row.id or ""], _words(row.name)) >= _ALIKE]
    for row in known:
        found.setdefault(row.id or "", row)
    rest = [row for row in rows if row not in known]
    for row, id in _alike(rest, named):
        if id not in found and row not in found.values():
            found[id] = row
    return found


def _alike(rows: Sequence[ToldTask], named: dict[str, str]) -> Iterator[tuple[ToldTask, str]]:
    """Yield rows and tasks that may be the same, the likeliest first, then in the order of the rows."""
    pairs = []
    for number, row in enumerate(rows):
        words = _words(row.name)
        for place, (id, name) in enumerate(named.items()):
            likeness = ratio(words, name, score_cutoff=_ALIKE)
            if likeness and _NUMBERS.findall(words) == _NUMBERS.findall(name):
                pairs.append((-likeness, number, place, row, id))
    yield from ((row, id) for *_, row, id in sorted(pairs, key=lambda pair: pair[:3]))


def _words(name: str) -> str:
    return in_full(name)
