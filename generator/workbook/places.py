"""Where something stands in a workbook, and the faults found there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from openpyxl.utils import get_column_letter

from generator.diagnostics import Diagnostic, Place, Severity
from generator.yamltext import Located
from generator.yamltext.tree import Spot


class At(NamedTuple):
    """A cell: its sheet, and row and column from 1; column 0 stands for the row, row 0 for the sheet."""

    sheet: str
    row: int = 0
    column: int = 0

    def __str__(self) -> str:
        """The place as it is shown: ``Nhiệm vụ!F17``."""
        if not self.row:
            return self.sheet
        return f"{self.sheet}!{get_column_letter(self.column)}{self.row}" if self.column else f"{self.sheet}!{self.row}"


@dataclass
class Findings:
    """What was found while a workbook was read, each with its cell."""

    found: list[tuple[At, Diagnostic]] = field(default_factory=list)
    _spoilt: set[At] = field(default_factory=set)
    _ranges: list[tuple[At, At]] = field(default_factory=list)

    def error(self, at: At, message: str, **more: Any) -> None:
        """Add a fault, for which the workbook cannot be read; nothing of a cell whose words are not known."""
        if not self.is_spoilt(at):
            self.add(at, Severity.ERROR, message, **more)

    def spoil(self, at: At) -> None:
        """Note that the words of a cell are not known, which was told: nothing more is to be told of it."""
        self._spoilt.add(at)

    def spoil_column(self, heading: At) -> None:
        """Note that it is not known what the column of a heading holds, which was told."""
        self._spoilt.add(At(heading.sheet, -1, heading.column))

    def spoil_range(self, first: At, last: At) -> None:
        """Note that cells were told of together: nothing more is to be told of any of them."""
        self._ranges.append((first, last))

    def is_spoilt(self, at: At) -> bool:
        """Tell whether nothing more is to be told of a cell."""
        if at in self._spoilt or At(at.sheet, -1, at.column) in self._spoilt:
            return True
        return any(
            at.sheet == first.sheet and first.row <= at.row <= last.row and first.column <= at.column <= last.column
            for first, last in self._ranges
        )

    def warning(self, at: At, message: str, **more: Any) -> None:
        """Add something that a person should look at."""
        self.add(at, Severity.WARNING, message, **more)

    def add(self, at: At, severity: Severity, message: str, **more: Any) -> None:
        """Add a finding of any severity."""
        self.found.append((at, Diagnostic(severity, message, Place(field=str(at)), **more)))

    def ordered(self, sheets: list[str]) -> list[tuple[At, Diagnostic]]:
        """Return the findings by the order of the sheets, then by row and column."""
        place = {name: position for position, name in enumerate(sheets)}
        return sorted(self.found, key=lambda one: (place.get(one[0].sheet, len(place)), one[0].row, one[0].column))

    @property
    def has_errors(self) -> bool:
        """Whether there is a fault."""
        return any(one.severity is Severity.ERROR for _, one in self.found)


class Origins:
    """The cells of each block of the data: that of each field, under ``""`` that of the block itself."""

    def __init__(self) -> None:
        self._cells: dict[int, dict[str, At]] = {}
        self._known: list[dict[str, Any]] = []

    def of(self, block: dict[str, Any]) -> dict[str, At]:
        """Return the cells of a block, to be filled; the block itself counts, not what it says."""
        if id(block) not in self._cells:
            self._known.append(block)  # what is known stays alive, so that no other block takes its identity
            self._cells[id(block)] = {}
        return self._cells[id(block)]

    def get(self, value: object) -> dict[str, At]:
        """Return the cells of a value; empty for one that is not known."""
        return self._cells.get(id(value), {})


class CellIndex:
    """The cells of data as numbered spots, so that faults of the model can be told by cell."""

    def __init__(self, data: dict[str, Any], origins: Origins) -> None:
        self._cells: list[At] = []
        self._origins = origins
        self.located = Located(data, self._spot(data, At("")))

    def at(self, number: int | None) -> At | None:
        """Return the cell of a spot; None where the data have none."""
        found = self._cells[number] if number is not None else None
        return found if found and found.sheet else None

    def _numbered(self, at: At) -> int:
        self._cells.append(at)
        return len(self._cells) - 1

    def _spot(self, value: Any, at: At) -> Spot:
        cells = self._origins.get(value)
        own = cells.get("", at)
        spot = Spot(self._numbered(own))
        for key, inner in _inside(value):
            spot.children[key] = self._spot(inner, cells.get(str(key), own))
        for name in cells.keys() - spot.children.keys() - {""}:
            spot.children[name] = Spot(self._numbered(cells[name]))
        return spot


def _inside(value: Any) -> Iterator[tuple[str | int, Any]]:
    if isinstance(value, dict):
        yield from value.items()
    elif isinstance(value, list):
        yield from enumerate(value)
