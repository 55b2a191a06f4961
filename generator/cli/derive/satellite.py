"""``vanban new plan --from``: the skeleton of a plan that a task of another plan asks for."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from generator.cli.derive.means import names_from
from generator.cli.files.inputs import load
from generator.cli.files.references import with_references
from generator.cli.problems import show_diagnostics
from generator.errors import DataError, UsageError
from generator.model.plan import Plan
from generator.nd30.document_types import document_type
from generator.registers.catalog import bundled_derivation_rules
from generator.registers.units import UnitDirectory
from generator.transform.satellites import satellite
from generator.workbook.blank import known_kind


def skeleton(kind: str, given: Path | None, task: str | None, units: UnitDirectory | None, output: Path) -> Plan:
    """Return the plan that a task asks for, and print what it is, by when it is due, and what is to be filled in.

    UsageError where one of both options is missing or the kind is no plan; DataError where the file holds no plan.
    """
    if given is None or task is None:
        raise UsageError("--from và --task đi cùng nhau", hint="ví dụ: --from ke_hoach.yaml --task NV02")
    if known_kind(kind) != "plan":
        raise UsageError(f"--from chỉ lập khung kế hoạch, không lập {document_type(known_kind(kind)).name}")
    document, diagnostics = load(given)
    show_diagnostics(diagnostics)
    plan = with_references(document, given).resolved
    if not isinstance(plan, Plan):
        raise DataError("tệp này không phải kế hoạch", where=str(given))
    on = _day_of(plan)
    found = satellite(plan, task, bundled_derivation_rules().head, units, on, names_from([given], output.parent)[0])
    click.echo(f"{found.product}: ban hành {found.due or 'chưa định thời hạn'} ({task}, {given})")
    for gap in found.gaps:
        click.echo(f"  • cần bổ sung: {gap}", err=True)
    return found.plan


def _day_of(plan: Plan) -> datetime.date:
    """Return the day for which the directory is asked: that of the plan, the first of its year, or today."""
    if plan.date is not None and (last := plan.date.last_day()) is not None:
        return last
    return datetime.date(plan.year, 1, 1) if plan.year else datetime.date.today()
