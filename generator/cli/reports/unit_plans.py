"""The plans of the units that report, one for each: of several, the one that comes from the plan of the office."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.cli.reports.means import plans_of
from generator.errors import DataError
from generator.model.plan import Plan
from generator.registers.catalog import bundled_derivation_rules
from generator.registers.units import Unit, UnitDirectory
from generator.reports.origins import Above
from generator.reports.receipts import Receipts
from generator.transform.assignment import Assigner, Role
from generator.transform.higher import issuer_of

Filed = tuple[Path, Plan]
"""A plan with its file."""


def unit_plans(
    paths: Sequence[Path], expected: Sequence[Unit], directory: UnitDirectory, day: datetime.date, above: Above | None
) -> dict[str, Plan]:
    """Return the plans of files, or those of folders, by unit; of a plan that none of the units issued nothing is told.

    ``above`` is the plan of the office to which they report; None where it is not given. DataError for a unit with
    several plans of which not exactly one comes from it.
    """
    files = [file for path in paths for file in (sorted(path.glob("*.yaml")) if path.is_dir() else [path])]
    found: dict[str, list[Filed]] = defaultdict(list)
    for file, plan in zip(files, plans_of(files), strict=True):
        issuer = issuer_of(plan, directory, day)
        unit = plan.derivation.unit if plan.derivation else issuer.id if issuer else ""
        found[unit].append((file, plan))
    return {unit.id: _one(unit, found[unit.id], above) for unit in expected if unit.id in found}


def _one(unit: Unit, several: Sequence[Filed], above: Above | None) -> Plan:
    """Return the plan of a unit that its tasks are to be held against."""
    fitting = [one for one in several if above is not None and above.is_above(one[1])]
    chosen = several if len(several) == 1 else fitting
    if len(chosen) != 1:
        named = ", ".join(str(file) for file, _ in several)
        message = f"«{unit.name}» có {len(several)} kế hoạch, chưa rõ kế hoạch nào thực hiện kế hoạch này"
        raise DataError(message, where=named, hint="chỉ nêu một kế hoạch của mỗi đơn vị bằng --plans")
    return chosen[0][1]


def parts_of(
    above: Above, received: Receipts, plans: Mapping[str, Plan], directory: UnitDirectory, day: datetime.date
) -> dict[str, Plan]:
    """Return by unit the tasks of the office's own plan that it leads, of units that have no plan of their own.

    A unit that tells of that plan leads the tasks that it tells of; one that has not reported those that the words of
    the plan give it. Empty where no unit tells of it.
    """
    telling = {
        unit.id: [task.task for task in one.progress.tasks]
        for unit, one in received.counted
        if unit.id not in plans and one.tells_tasks and above.is_told_of(one.progress)
    }
    silent = [unit for unit in received.missing if unit.id not in plans] if telling else []
    if silent:
        assigner = Assigner(above.plan, directory, bundled_derivation_rules(), day)
        for unit in silent:
            telling[unit.id] = [one.point.id for one in assigner.assign(unit) if one.role is Role.LEAD]
    return {unit: above.part(tasks) for unit, tasks in telling.items()}
