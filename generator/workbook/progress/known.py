"""What a progress workbook is held against when it is read."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.plan import Plan
from generator.model.progress import Progress
from generator.registers.outline import ReportOutline
from generator.registers.regimes import Regime, RegimeRegister
from generator.registers.statistics import StatisticalForms
from generator.registers.unit import Level
from generator.registers.units import UnitDirectory


@dataclass(frozen=True)
class Known:
    """Registers, and what is asked for where somebody asks."""

    forms: StatisticalForms
    outline: ReportOutline
    regimes: RegimeRegister | None = None
    directory: UnitDirectory | None = None
    plan: Plan | None = None
    """The plan whose tasks are told of; without it the sheet's own tasks count."""
    unit: str | None = None
    """Identity of the unit whose workbook is expected."""
    period: str | None = None
    previous: Progress | None = None
    """What the unit told of an earlier period of the year; None where nobody named it."""

    def level_of(self, unit: object, told: Level | None) -> Level | None:
        """Return the level of a unit by the directory, else the one that the workbook names."""
        found = self.directory.get(unit) if self.directory and isinstance(unit, str) else None
        return found.level if found else told

    def label_of(self, told: Progress) -> str:
        """Return how the period of what is told is called: quý I năm 2027; its name where its regime is not known."""
        regime = self.regime(told.regime)
        return regime.period_dates(told.period).label if regime else told.period

    def regime(self, id: str) -> Regime | None:
        """Return a regime; None where it is not known."""
        return next((one for one in self.regimes.regimes if one.id == id), None) if self.regimes else None
