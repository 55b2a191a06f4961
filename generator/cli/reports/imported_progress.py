"""What an imported report tells of its period, as the data in which units tell of it."""

from __future__ import annotations

import datetime
from pathlib import Path

from generator.cli.new.regime import DEFAULT_REGIME
from generator.cli.reports.means import grounds_of, plans_of
from generator.errors import DataError
from generator.importers.imported import Imported
from generator.importers.progress import ReportTerms, ToldReport, told_of_report
from generator.registers.catalog import bundled_regimes
from generator.registers.units import Unit, UnitDirectory


def imported_progress(imported: Imported, units: Path, plan: Path | None, regime: str | None) -> ToldReport:
    """Return what a report tells; its tasks where the unit's plan is given.

    The regime is the one named, else that of the office above the unit, else that of Bộ Nội vụ. DataError where the
    directory does not know who issued the report, its subject names no period of the regime, or it has no forms.
    """
    day = imported.document.date.to_date() if imported.document.date else None
    day = day or datetime.date.max
    ground = grounds_of([DEFAULT_REGIME], units=units)[DEFAULT_REGIME]
    unit = _issuer(imported, ground.directory, day)
    named = regime or _regime(ground.directory.parent(unit.id, day))
    ground = grounds_of([named], units=units)[named]
    plans = {unit.id: plans_of([plan])[0]} if plan else {}
    terms = ReportTerms(ground.directory, ground.forms, ground.outline, ground.regime, day, plans)
    return told_of_report(imported.document, terms, imported.rows)


def _issuer(imported: Imported, directory: UnitDirectory, day: datetime.date) -> Unit:
    name = imported.document.issuer.name or "(chưa ghi)"
    found = directory.find(name, day)
    if len(found) != 1:
        raise DataError(f"danh bạ không có đơn vị ban hành báo cáo: «{name}»", hint="ghi đúng tên trong danh bạ")
    return found[0]


def _regime(above: Unit | None) -> str:
    named = [one.id for one in bundled_regimes().regimes if above is not None and one.receiver == above.id]
    return named[0] if len(named) == 1 else DEFAULT_REGIME
