"""What progress workbooks of many units rest on: registers, the period, which plan is whose, what was told before."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.diagnostics import Diagnostic, warning
from generator.errors import DataError
from generator.model.plan import Plan
from generator.model.progress import Progress
from generator.registers.catalog import bundled_derivation_rules
from generator.registers.regimes import PeriodDates
from generator.registers.units import Unit
from generator.reports.earlier_periods import period_before, year_before
from generator.reports.finished_before import Before, before, is_of_higher
from generator.reports.ground import Ground, cut_off
from generator.transform.assignment import Assigner, Role
from generator.transform.higher import Higher
from generator.vietnamese.unicode import fold


@dataclass(frozen=True)
class UnitPlan:
    """The plan that a unit tells of."""

    file: Path
    whole: Plan
    own: Plan
    """The same with no tasks but the unit's."""

    @property
    def hash(self) -> str:
        """That of its data, which what is told of it keeps."""
        return Higher(self.whole, 0, None, None).origin.hash


@dataclass(frozen=True)
class Means:
    """What the workbooks of all units share."""

    ground: Ground
    period: PeriodDates
    plans: Mapping[Path, Plan]

    @property
    def day(self) -> datetime.date:
        """The day for which the directory is asked."""
        return cut_off(self.period)

    def own_plan(self, unit: Unit) -> Path | None:
        """Return the file of the plan that was derived for a unit or issued by it."""
        for path, plan in self.plans.items():
            if (plan.derivation is not None and plan.derivation.unit == unit.id) or is_issued_by(plan, unit):
                return path
        return None

    def led(self, unit: Unit) -> Plan:
        """Return the only plan with no tasks but those that a unit leads."""
        plan = self._assigner[0]
        ids = {one.point.id for one in self._assigner[1].assign(unit) if one.role is Role.LEAD}
        return plan.model_copy(update={"tasks": tuple(task for task in plan.tasks if task.id in ids)})

    def plan_of(self, unit: Unit) -> UnitPlan | None:
        """Return the plan that a unit tells of, own or the office's only one; None where none of several is its."""
        own = self.own_plan(unit)
        if own is None and len(self.plans) > 1:
            return None
        file = own or next(iter(self.plans))
        whole = self.plans[file]
        return UnitPlan(file, whole, whole if own else self.led(unit))

    def plans_of_units(self, units: Iterable[Unit]) -> dict[str, Plan]:
        """Return by identity the plan with the tasks of each unit that has one."""
        return {unit.id: plan.own for unit in units if (plan := self.plan_of(unit))}

    def before(self, unit: Unit, told: Progress | None) -> Before:
        """Return what a unit told before of the tasks that it is to tell of."""
        plan = self.plan_of(unit)
        if plan is None or told is None:
            return Before()
        return before(plan.own, told, self.ground.regime.period_dates(told.period), self.period)

    @cached_property
    def _assigner(self) -> tuple[Plan, Assigner]:
        plan = next(iter(self.plans.values()))
        return plan, Assigner(plan, self.ground.directory, bundled_derivation_rules(), self.day)


def is_issued_by(plan: Plan, unit: Unit) -> bool:
    """Tell whether a unit issued a plan, by the name in its letterhead."""
    return fold(plan.issuer.name or "") in map(fold, unit.names)


def hold_periods(means: Means, previous: Progress | None, last_year: Progress | None) -> None:
    """Raise DataError for what was told of another period than the one before, or than this one a year before."""
    asked = ((previous, period_before(means.ground.regime, means.period)), (last_year, year_before(means.period)))
    for told, right in asked:
        if told is not None and told.period.upper() != right:
            message = f"tệp tiến độ của «{told.unit_name}» là của kỳ {told.period}, cần kỳ {right}"
            raise DataError(message, hint="nêu đúng tệp tiến độ của kỳ ấy")


def plan_doubts(means: Means, told: Mapping[str, Progress]) -> Iterator[Diagnostic]:
    """Yield a warning for the units whose tasks cannot be taken over or are of a plan that was changed since."""
    others, changed = [], []
    for id, one in told.items():
        unit = means.ground.directory.get(id)
        own = means.plan_of(unit) if unit else None
        if unit is None or own is None or one.plan is None:
            continue
        if is_of_higher(one, own.whole):
            others.append(unit.name)
        elif own.hash != one.plan.hash and means.before(unit, one).finished:
            changed.append(unit.name)
    if others:
        message = (
            "--previous: kỳ trước báo cáo theo kế hoạch của cấp trên, nay theo kế hoạch của đơn vị, nên không chuyển "
        )
        yield warning(f"{message}nhiệm vụ nào sang", found=", ".join(others))
    if changed:
        message = "--previous: kế hoạch đã được sửa sau kỳ trước, hoặc là kế hoạch khác: xem lại nhiệm vụ chuyển sang"
        yield warning(message, found=", ".join(changed))
