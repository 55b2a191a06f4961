"""Whether a plan is the one that a unit tells of: reports take tasks over by their codes, which all plans share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.diagnostics import Diagnostic, Place, error, warning
from generator.errors import DataError
from generator.model.plan import Plan
from generator.model.progress import Progress, TaskProgress
from generator.reports.origins import Above
from generator.transform.higher import Higher
from generator.vietnamese.unicode import fold


def hold_plan(progress: Progress, plan: Plan, path: Path) -> None:
    """Raise DataError where a unit tells in its file of another plan than this one, or of tasks that it lacks.

    A unit tells of its own plan, or of the one that its file names. Of a plan of another office that no file names
    nothing is known; one that was derived for another unit is never meant.
    """
    if not (is_own(progress, plan) or Above(plan).is_told_of(progress)) and (progress.plan or plan.derivation):
        of_unit = f" theo kế hoạch «{progress.plan.document}»" if progress.plan else ""
        message = f"tệp tiến độ của «{progress.unit_name}»{of_unit}, không đi với {_named(plan)}"
        raise DataError(message, where=str(path), hint="nêu đúng kế hoạch mà đơn vị báo cáo tiến độ")
    unknown = list(unknown_tasks(progress, plan))
    if unknown:
        found = [error("kế hoạch không có nhiệm vụ này", Place(field=f"nhiệm vụ {one.task}")) for one in unknown]
        hint = f"bỏ nhiệm vụ ấy trong tệp tiến độ, hoặc nêu đúng kế hoạch (đã nêu {_named(plan)})"
        message = f"tiến độ của «{progress.unit_name}» có {len(found)} nhiệm vụ mà kế hoạch không có"
        raise DataError(message, where=str(path), diagnostics=found, hint=hint)


def is_own(progress: Progress, plan: Plan) -> bool:
    """Whether a plan was derived for the unit that tells, or issued by it."""
    if plan.derivation and plan.derivation.unit == progress.unit:
        return True
    return fold(plan.issuer.name or "") == fold(progress.unit_name)


def with_own_tasks(progress: Progress, plan: Plan) -> Plan:
    """Return the plan with no tasks but those that the file of the unit lists; its own plan stays whole.

    The workbook of a unit that tells of the plan of the office above lists the tasks that the unit leads.
    """
    listed = {one.task for one in progress.tasks}
    if is_own(progress, plan) or not listed:
        return plan
    return plan.model_copy(update={"tasks": tuple(task for task in plan.tasks if task.id in listed)})


def unknown_tasks(progress: Progress, plan: Plan) -> Iterator[TaskProgress]:
    """Yield the tasks of which a unit tells something, and which the plan lacks."""
    own = {task.id for task in plan.tasks}
    yield from (one for one in progress.tasks if one.task not in own and one != TaskProgress(task=one.task))


def plan_changed(progress: Progress, plan: Plan, path: Path) -> Iterator[Diagnostic]:
    """Yield a warning where the plan is not as it was when the unit's file was made."""
    told = progress.plan
    if told is not None and told.hash != Higher(plan, 0, None, None).origin.hash:
        message = "kế hoạch đã được sửa sau khi tạo tệp tiến độ này, hoặc tệp theo kế hoạch khác"
        yield warning(message, Place(file=str(path)), found=f"«{told.document}»", expected=_named(plan))


def _named(plan: Plan) -> str:
    year = f" năm {plan.year}" if plan.year else ""
    return f"kế hoạch «{Higher(plan, 0, None, None).name}»{year} của «{plan.issuer.name or '(chưa ghi)'}»"
