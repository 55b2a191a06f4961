"""Files of a folder in which units tell of a period, each read on its own: one that cannot be read stops no other."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from generator.cli.files.inputs import imported, load
from generator.cli.reports.means import told_in
from generator.cli.reports.received_days import received_day
from generator.diagnostics import error
from generator.errors import GeneratorError
from generator.files import read_bytes
from generator.importers.imported import Imported
from generator.importers.progress import ReportTerms, told_of_report
from generator.model.store import is_stored
from generator.registers.units import Unit, UnitDirectory
from generator.reports.received import Received
from generator.reports.wrong_files import Unread, unit_in_name

REPORTS: Final = (".docx", ".pdf", ".doc", ".odt", ".rtf")
"""Suffixes of reports that units send instead of their data."""


_REPORT: Final = re.compile(rb'^\s*"?kind"?\s*:\s*"?report\b', re.MULTILINE)
_HEAD: Final = 4096
"""So many bytes of a data file hold its kind, comments above it too."""


@dataclass(frozen=True)
class ToldFiles:
    """What the files of a folder tell, and those that could not be read."""

    received: tuple[Received, ...]
    unread: tuple[Unread, ...]

    def __add__(self, other: ToldFiles) -> ToldFiles:
        """Return the files of both."""
        return ToldFiles((*self.received, *other.received), (*self.unread, *other.unread))

    def regime(self) -> str | None:
        """Return the regime that most files name; None where none is read."""
        named = Counter(one.progress.regime for one in self.received)
        return max(sorted(named), key=lambda name: named[name], default=None)


def told_files(
    paths: Sequence[Path],
    directory: UnitDirectory,
    days: Mapping[str, datetime.date] | None,
    read: Callable[[Path], Received] = told_in,
) -> ToldFiles:
    """Return what files tell, with the days on which they were received; a file keeps the part that can be read."""
    received, unread = [], []
    for path in paths:
        try:
            one = read(path)
        except GeneratorError as failure:
            unread.append(_unread(path, unit_in_name(path.name, directory), days, failure))
            continue
        unit = directory.get(one.progress.unit)
        names = (one.progress.unit, one.progress.unit_name, *(unit.names if unit else ()))
        received.append(replace(one, source=path.name, day=received_day(path, names, days)))
    return ToldFiles(tuple(received), tuple(unread))


def _unread(path: Path, unit: Unit | None, days: Mapping[str, datetime.date] | None, failure: GeneratorError) -> Unread:
    day = received_day(path, (unit.id, *unit.names) if unit else (), days)
    faults = tuple(failure.diagnostics) or (error(failure.message),)
    return Unread(path.name, unit, faults, day)


def is_report(path: Path) -> bool:
    """Tell whether a file is a report: by its suffix, of a data file by its kind."""
    return path.suffix.lower() in REPORTS or (is_stored(path.name) and bool(_REPORT.search(read_bytes(path)[:_HEAD])))


def told_in_report(path: Path, terms: ReportTerms) -> Received:
    """Return what a report in Word, PDF or text tells; DataError where its unit, period or forms are not found."""
    found = imported(path) if not is_stored(path.name) else Imported(load(path)[0])
    told = told_of_report(found.document, terms, found.rows)
    cells = {key: str(place) for key, place in told.places.items()}
    return Received(
        path.name, told.progress, faults=told.diagnostics, cells=cells, tells_tasks=told.tells_tasks, from_report=True
    )
