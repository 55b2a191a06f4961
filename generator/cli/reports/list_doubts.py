"""What is doubtful in a list of the days on which files were received: rows that name nobody, days that cannot be."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Final

from generator.cli.reports.received_days import ListedRow, ReceivedList
from generator.diagnostics import Severity
from generator.registers.units import Unit, UnitDirectory
from generator.reports.receipts import Contradiction, Receipts
from generator.spelling import closest
from generator.vietnamese.unicode import fold

_NAMED: Final = 10
"""So many units are named in a line."""


@dataclass(frozen=True)
class ListDoubts:
    """Holds a list against the directory and against what came."""

    listed: ReceivedList
    directory: UnitDirectory
    sent: Sequence[Path]
    """The files that came."""
    receipts: Receipts
    on: datetime.date
    """The day up to which days of receipt can be."""
    later_too: bool
    """Whether files that come after that day are left out on purpose, as a reminder leaves them out."""

    def __iter__(self) -> Iterator[Contradiction]:
        """Yield what is doubtful, by rows, then by units."""
        first: dict[str, ListedRow] = {}
        files = {fold(name) for path in self.sent for name in (path.name, path.stem)}
        for row in self.listed.rows:
            units = {unit for name in row.names if (unit := self._units.get(fold(name)))}
            if not units and files.isdisjoint(map(fold, row.names)):
                yield from self._unknown(row)
            elif row.day and row.day > self.on and not self.later_too:
                limit = f"không sau ngày {self.on:%d/%m/%Y}"
                yield self._of(row, "ngày nhận sau ngày lập báo cáo", f"{row.day:%d/%m/%Y}", limit)
            for unit in sorted(units) if row.day else ():
                other = first.setdefault(unit, row)
                if other.day != row.day:
                    yield self._of(row, "đơn vị có nhiều ngày nhận, chỉ để một hàng", _days(other, row), unit=unit)
        yield from self._without_file(first)
        yield from self._without_day()

    @cached_property
    def _units(self) -> Mapping[str, str]:
        """The identities of units by all they are called."""
        return {fold(name): unit.id for unit in self.directory.units for name in (unit.id, *unit.names)}

    def _unknown(self, row: ListedRow) -> Iterator[Contradiction]:
        if not row.names:
            if row.day or row.extended:
                yield self._of(row, "hàng có ngày mà không ghi đơn vị hay tệp")
            return
        near = closest(row.names[0], [name for unit in self.directory.units for name in (unit.id, *unit.names)])
        expected = f"mã, tên trong danh bạ, hoặc tên tệp đã nhận{f' (ý bạn là «{near}»?)' if near else ''}"
        message = "không rõ hàng này của đơn vị nào, không dùng ngày ghi ở đây"
        yield self._of(row, message, f"«{row.names[0]}»", expected)

    def _without_file(self, told: Mapping[str, ListedRow]) -> Iterator[Contradiction]:
        for unit in self.receipts.missing:
            row = told.get(unit.id)
            if row and row.day and row.day <= self.on and unit.id not in self.receipts.uncounted:
                message = "ghi đã nhận báo cáo, nhưng không có tệp nào của đơn vị này"
                yield self._of(row, message, f"{row.day:%d/%m/%Y}", unit=unit.id)

    def _without_day(self) -> Iterator[Contradiction]:
        silent = [unit for unit, one in self.receipts.counted if one.day is None]
        if silent:
            message = f"không ghi ngày nhận báo cáo của {len(silent)} đơn vị, chưa rõ có chậm hay không"
            yield Contradiction("", self.listed.file, "cả bảng", Severity.WARNING, message, _listed(silent))

    def _of(
        self, row: ListedRow, message: str, found: str = "", expected: str = "", unit: str | None = None
    ) -> Contradiction:
        of_unit = self.directory.get(unit) if unit else None
        place, name = str(replace(row.place, file=None)), of_unit.name if of_unit else ""
        return Contradiction(name, self.listed.file, place, Severity.WARNING, message, found, expected)


def _days(*rows: ListedRow) -> str:
    return ", ".join(f"{row.place.field}: {row.day:%d/%m/%Y}" for row in rows)


def _listed(units: Sequence[Unit]) -> str:
    more = f" và {len(units) - _NAMED} đơn vị khác" if len(units) > _NAMED else ""
    return ", ".join(unit.name for unit in units[:_NAMED]) + more
