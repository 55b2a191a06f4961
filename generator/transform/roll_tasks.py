"""Tasks and targets of a plan taken on to another year, by what became of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final

from generator.model.blocks import TasksHere
from generator.model.layout import ColumnField, TableLayout
from generator.model.plan import Plan, Target, Task, TaskRow
from generator.model.target_wording import figure
from generator.transform.roll_days import later
from generator.transform.roll_decision import Decision, Topic
from generator.transform.roll_years import Shifted, Years
from generator.vietnamese.dates import PartialDate
from generator.vietnamese.schedules import Schedule, ScheduleKind, parse_schedule

_MARK: Final = re.compile(r"[\s;]*\(?\bchuyển tiếp từ năm \d{4}\b\)?", re.IGNORECASE)
_RETURNING: Final = frozenset({ScheduleKind.RECURRING, ScheduleKind.ALWAYS})


@dataclass(frozen=True)
class Outcome:
    """What is known of the old year when the new plan is made."""

    done: Mapping[str, bool] = field(default_factory=dict)
    """Whether a task is finished, by its identity; tasks that are not in it are not known."""
    results: Mapping[str, Decimal] = field(default_factory=dict)
    """What a target reached, by its identity."""


class Tasks:
    """The tasks of one plan on their way to another year; what was decided and left gathers."""

    def __init__(
        self, plan: Plan, years: Years, outcome: Outcome | None, layouts: Mapping[str, TableLayout], on: date
    ) -> None:
        self.decisions: list[Decision] = []
        self.dropped: list[str] = []
        self.carried: list[str] = []
        self._plan = plan
        self._years = years
        self._outcome = outcome or Outcome()
        self._is_known = outcome is not None
        self._on = on
        self._noting = _tables_with_notes(plan, layouts)

    def rolled(self) -> tuple[Task, ...]:
        """Return the tasks for the new year, their times moved on: finished ones gone, those that return as before.

        Their words are still those of the old year.
        """
        made = tuple(new for task in self._plan.tasks if (new := self._task(task)) is not None)
        self._tell_of_unknown()
        return made

    def _task(self, task: Task) -> Task | None:
        done = self._outcome.done.get(task.id)
        if done is None or _returns(task):
            return self._moved(task)
        if not done:
            return self._carried(task)
        self.dropped.append(task.id)
        action = "thêm lại nếu là việc năm nào cũng làm" if _names_a_year(task, self._years) else "không phải làm gì"
        self._decide(task, "đã xong hoặc dừng, không đưa sang", action)
        return None

    def _carried(self, task: Task) -> Task:
        """Return an unfinished task with the year that left it, its new times still to be set."""
        self.carried.append(task.id)
        since = task.carried_from or self._years.old
        self._decide(task, f"chưa hoàn thành, chuyển tiếp từ năm {since}", "đặt lại thời hạn, sản phẩm")
        return self._moved(_unmarked(task)).model_copy(update={"carried_from": since, "parent": task.parent})

    def marked(self, tasks: Iterable[Task]) -> tuple[Task, ...]:
        """Return the tasks, unfinished ones with a remark; it follows the name where their table prints no remarks."""
        return tuple(self._marked(task) if task.id in self.carried else task for task in tasks)

    def _marked(self, task: Task) -> Task:
        if task.table not in self._noting or not task.rows:
            return task.model_copy(update={"name": f"{task.name} (chuyển tiếp từ năm {task.carried_from})"})
        said, note = f"Chuyển tiếp từ năm {task.carried_from}", task.rows[0].note
        row = task.rows[0].model_copy(update={"note": f"{note}; {said[0].lower()}{said[1:]}" if note else said})
        return task.model_copy(update={"rows": (row, *task.rows[1:])})

    def _moved(self, task: Task) -> Task:
        rows = tuple(self._row(task, number, row) for number, row in enumerate(task.rows, 1))
        dues = {name: self._due(getattr(task, name)) for name in ("submit_due", "issue_due")}
        return task.model_copy(update={"rows": rows, "parent": None, **dues})

    def _row(self, task: Task, number: int, row: TaskRow) -> TaskRow:
        if row.schedule is None:
            return row
        place = f"nhiệm vụ {task.id}, hàng {number}, thời gian thực hiện"
        shifted = self._years.schedule(row.schedule)
        self._tell(place, shifted)
        last = parse_schedule(shifted.text, self._years.new).last_day
        if last is not None and last < self._on:
            found = f"«{shifted.text}» đã qua vào ngày {PartialDate.parse(self._on).short()}"
            self.decisions.append(Decision(Topic.DEADLINE, place, found, "đặt thời hạn mới"))
        return row.model_copy(update={"schedule": shifted.text})

    def _due(self, due: PartialDate | None) -> PartialDate | None:
        moved = later(due, self._years.new - self._years.old) if due else None
        day = moved.to_date() if moved else None
        if day is None:
            return moved
        working = self._years.days.by(day)
        return PartialDate.parse(working if working.year == day.year else day)

    def _tell(self, place: str, shifted: Shifted) -> None:
        for doubt in shifted.doubts:
            self.decisions.append(Decision(Topic.DEADLINE, place, f"«{doubt.words}»: {doubt.what}", "xem lại"))

    def _tell_of_unknown(self) -> None:
        ids = [task.id for task in self._plan.tasks]
        unknown = [task.id for task in self._plan.tasks if task.id not in self._outcome.done and not _returns(task)]
        if unknown:
            why = "tiến độ không nêu" if self._is_known else "chưa có tiến độ"
            found = f"{why} {len(unknown)} nhiệm vụ: {', '.join(unknown)}"
            action = "bỏ việc đã xong, ghi năm chuyển tiếp (carried_from) cho việc chưa xong"
            self.decisions.append(Decision(Topic.TASK, "nhiệm vụ", found, action))
        if stray := sorted(set(self._outcome.done) - set(ids)):
            found = f"tiến độ nêu mã không có trong kế hoạch: {', '.join(stray)}"
            self.decisions.append(Decision(Topic.TASK, "tiến độ", found, "xem lại mã nhiệm vụ"))

    def _decide(self, task: Task, found: str, action: str) -> None:
        self.decisions.append(Decision(Topic.TASK, f"nhiệm vụ {task.id}", found, action))


def _unmarked(task: Task) -> Task:
    """Return a task without the remark of an earlier year that carried it."""
    rows = tuple(
        row.model_copy(update={"note": _MARK.sub("", row.note).strip(" ;") or None}) if row.note else row
        for row in task.rows
    )
    return task.model_copy(update={"name": _MARK.sub("", task.name) or task.name, "rows": rows})


def _returns(task: Task) -> bool:
    """Whether a task comes again and again by its times: hằng quý, thường xuyên."""
    schedules = [parse_schedule(row.schedule) for row in task.rows if row.schedule]
    parts = [part for one in schedules for part in _parts(one)]
    return bool(parts) and all(part.kind in _RETURNING for part in parts)


def _parts(schedule: Schedule) -> Iterable[Schedule]:
    return schedule.parts or (schedule,)


def _names_a_year(task: Task, years: Years) -> bool:
    said = " ".join((task.name, *(product for row in task.rows for product in row.products)))
    return any(str(year) in said for year in (years.old - 1, years.old))


def _tables_with_notes(plan: Plan, layouts: Mapping[str, TableLayout]) -> set[str | None]:
    """Return the tables of the plan that print remarks; None stands for the tasks that name no table."""
    known = {**layouts, **{layout.id: layout for layout in plan.layouts}}
    printed = [block for block in plan.blocks() if isinstance(block, TasksHere) and block.layout in known]
    fields = {block.table: {column.field for column in known[block.layout].columns} for block in printed}
    return {table for table, columns in fields.items() if ColumnField.NOTE in columns}


def rolled_targets(plan: Plan, years: Years, outcome: Outcome | None) -> tuple[tuple[Target, ...], list[Decision]]:
    """Return the targets for the new year, with last year's results where they are known, and what to decide.

    The level stays for a person to set anew; what a higher plan assigned is that of the old year and goes.
    """
    results = outcome.results if outcome else {}
    made, decisions = [], []
    for target in plan.targets:
        result = results.get(target.id)
        moved = target.model_copy(update={"last_year": result, "assigned": None, "parent": None})
        made.append(moved)
        known = f"kết quả {figure(result, target.unit)}" if result is not None else f"chưa có kết quả năm {years.old}"
        value = target.value
        level = f"mức {figure(value, target.unit)} là của năm {years.old}" if value is not None else "không có mức"
        action = f"đặt mức năm {years.new}" + ("" if result is not None else ", ghi kết quả năm trước")
        decisions.append(Decision(Topic.TARGET, f"chỉ tiêu {target.id}", f"{level}, {known}", action))
    if stray := sorted(set(results) - {target.id for target in plan.targets}):
        found = f"kết quả nêu mã không có trong kế hoạch: {', '.join(stray)}"
        decisions.append(Decision(Topic.TARGET, "kết quả", found, "xem lại mã chỉ tiêu"))
    return tuple(made), decisions
