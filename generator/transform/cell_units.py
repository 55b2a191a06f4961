"""Who the cells of a higher plan's task table name, asked once for each cell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.registers.units import Unit, UnitDirectory


@dataclass(frozen=True)
class CellUnits:
    """Who one entry of a cell names."""

    ids: frozenset[str]
    is_collective: bool
    """Whether it stands for several units, or for units that the directory does not know."""
    is_inner: bool
    """Whether it is a part of the office that issued the plan, and not that office itself."""


class NamedUnits:
    """Looks up the entries of the cells of one higher plan."""

    def __init__(self, directory: UnitDirectory, issuer: Unit | None, on: date) -> None:
        self._directory = directory
        self._speaker = issuer.id if issuer else None
        self._on = on
        self._found: dict[str, CellUnits] = {}

    def of(self, entry: str) -> CellUnits:
        """Return who an entry names."""
        if entry not in self._found:
            self._found[entry] = self._look_up(entry)
        return self._found[entry]

    def _look_up(self, entry: str) -> CellUnits:
        mentions = [one for one in self._directory.mentioned(entry, self._on, self._speaker) if not one.is_excluded]
        ids = frozenset(unit.id for one in mentions for unit in one.units)
        is_class = any(one.unit_class is not None for one in mentions)
        inner = bool(mentions) and all(one.is_speakers_own for one in mentions) and ids != {self._speaker}
        return CellUnits(ids, is_class or len(ids) != 1, inner)
