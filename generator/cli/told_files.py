"""Files of a folder in which units tell of a period, each read on its own: one that cannot be read stops no other."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.cli.received_days import received_day
from generator.cli.report_means import told_in
from generator.diagnostics import Severity
from generator.errors import GeneratorError, UsageError
from generator.registers.units import UnitDirectory
from generator.reports.receipts import Contradiction, Received, unit_in_name


@dataclass(frozen=True)
class ToldFiles:
    """What the files of a folder tell, and those that could not be read."""

    received: tuple[Received, ...]
    unread: tuple[Contradiction, ...]

    def regime(self) -> str:
        """Return the regime that most files name; UsageError where none is read."""
        named = Counter(one.progress.regime for one in self.received)
        if not named:
            raise UsageError("không tệp nào cho biết chế độ báo cáo", hint="nêu chế độ bằng --regime")
        return max(sorted(named), key=lambda name: named[name])


def told_files(paths: Sequence[Path], directory: UnitDirectory, days: Mapping[str, datetime.date] | None) -> ToldFiles:
    """Return what files tell, with the days on which they were received; a file keeps the part that can be read."""
    received, unread = [], []
    for path in paths:
        try:
            one = told_in(path)
        except GeneratorError as failure:
            unit = unit_in_name(path.name, directory)
            unread += _unread(path, unit.name if unit else "", failure)
            continue
        unit = directory.get(one.progress.unit)
        names = (one.progress.unit, one.progress.unit_name, *(unit.names if unit else ()))
        received.append(replace(one, source=path.name, day=received_day(path, names, days)))
    return ToldFiles(tuple(received), tuple(unread))


def _unread(path: Path, unit: str, failure: GeneratorError) -> list[Contradiction]:
    """Return why a file could not be read, one for each fault."""
    if not failure.diagnostics:
        return [Contradiction(unit, path.name, "cả tệp", Severity.ERROR, failure.message)]
    return [
        Contradiction(
            unit, path.name, str(replace(one.place, file=None)) or "cả tệp", one.severity, one.message,
            one.found or "", one.expected or "",
        )
        for one in failure.diagnostics
    ]  # fmt: skip
