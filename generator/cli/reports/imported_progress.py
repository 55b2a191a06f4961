"""What an imported report tells of its period, as the data in which units tell of it."""

from __future__ import annotations

import datetime
from pathlib import Path

from generator.cli.new.regime import DEFAULT_REGIME
from generator.cli.reports.means import grounds_of, plans_of
from generator.errors import DataError
from generator.importers.imported import Imported
from generator.importers.progress import ReportTerms, ToldReport, told_of_report
from generator.importers.report_units import reporting_unit
from generator.model.plan import Plan
from generator.registers.catalog import bundled_regimes
from generator.registers.units import Unit, UnitDirectory
from generator.transform.higher import issuer_of


def imported_progress(imported: Imported, units: Path, plan: Path | None, regime: str | None) -> ToldReport:
    """Return what a report tells; its tasks where the unit's plan is given.

    The regime is the one named, else that of the office above the unit, else that of Bộ Nội vụ. DataError where the
    directory does not know who issued the report, its subject names no period of the regime, or it has no forms.
    """
    day = imported.document.date.to_date() if imported.document.date else None
    day = day or datetime.date.max
    ground = grounds_of([DEFAULT_REGIME], units=units)[DEFAULT_REGIME]
    unit = reporting_unit(imported.document, ground.directory, day)
    named = regime or _regime(ground.directory.parent(unit.id, day))
    ground = grounds_of([named], units=units)[named]
    plans = {unit.id: _plan_of(plan, unit, ground.directory, day)} if plan else {}
    terms = ReportTerms(ground.directory, ground.forms, ground.outline, ground.regime, day, plans)
    return told_of_report(imported.document, terms, imported.rows)


def _plan_of(path: Path, unit: Unit, directory: UnitDirectory, day: datetime.date) -> Plan:
    """Return the plan of a file; DataError for one of an office that is neither the unit nor above it."""
    plan = plans_of([path])[0]
    issuing = issuer_of(plan, directory, day)
    superiors = (*directory.ancestors(unit.id, day), *directory.ancestors(unit.id, day, "professional"))
    if issuing is not None and issuing.id not in {unit.id, *(one.id for one in superiors)}:
        message = f"--plan là kế hoạch của đơn vị khác: «{issuing.name}»; báo cáo là của «{unit.name}»"
        raise DataError(message, hint="nêu kế hoạch của đơn vị báo cáo, hoặc của cơ quan cấp trên", where=str(path))
    return plan


def _regime(above: Unit | None) -> str:
    named = [one.id for one in bundled_regimes().regimes if above is not None and one.receiver == above.id]
    return named[0] if len(named) == 1 else DEFAULT_REGIME
