"""What units told of earlier periods, for their new workbooks: from data, workbooks, and reports in Word or PDF."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from generator.cli.reports.means import PROGRESS, files_of, told_in
from generator.cli.reports.told_files import REPORTS, is_report, told_in_report
from generator.diagnostics import Diagnostic, Place, Severity, warning
from generator.errors import DataError, GeneratorError
from generator.importers.progress import ReportTerms
from generator.model.progress import Progress
from generator.registers.units import Unit
from generator.reports.received import Received
from generator.workbook.progress.known import Known

_NAMED: Final = 10
"""So many units are named in a message."""


@dataclass(frozen=True)
class EarlierPeriod:
    """What an option names."""

    option: str
    """``--previous``."""
    period: str
    """The period that it has to be of: 2027-Q1."""


@dataclass(frozen=True)
class ToldEarlier:
    """What units told of an earlier period, by identity, and what is to be said of their files."""

    told: Mapping[str, Progress] = field(default_factory=dict)
    doubts: tuple[Diagnostic, ...] = ()


def told_earlier(
    path: Path, asked: EarlierPeriod, units: Sequence[Unit], known: Known, terms: Callable[[], ReportTerms]
) -> ToldEarlier:
    """Return what a file, or those of a folder, tell of an earlier period; with a doubt for each unit without any.

    Data and workbooks of a unit count before its report. A file of a folder that cannot be read or is of another
    period is told and left out; DataError where it is the only one named, and for two files of one unit.
    """
    files = [*files_of([path], (*PROGRESS, *REPORTS))]
    read = _Reader(path, asked, known, terms)
    found = [*filter(None, map(read.read, [one for one in files if not is_report(one)]))]
    found += filter(None, map(read.read, [one for one in files if is_report(one)]))
    told = _by_unit(found)
    missing = [unit.name for unit in units if unit.id not in told]
    lacking = [_missing(asked, missing)] if missing else []
    return ToldEarlier({id: one.progress for id, one in told.items()}, (*read.doubts, *lacking))


class _Reader:
    """Reads the files one after the other and keeps what is to be said of them."""

    def __init__(self, path: Path, asked: EarlierPeriod, known: Known, terms: Callable[[], ReportTerms]) -> None:
        self._only = not path.is_dir()
        self._asked, self._known, self._terms = asked, known, terms
        self.doubts: list[Diagnostic] = []

    def read(self, file: Path) -> Received | None:
        """Return what a file tells; None, with a doubt, for one of a folder that does not serve."""
        try:
            one = told_in_report(file, self._terms()) if is_report(file) else told_in(file, self._known)
            self._hold(one.progress, file)
        except GeneratorError as failure:
            if self._only:
                raise
            message = f"{self._asked.option}: bỏ qua tệp này: {failure.message}"
            self.doubts.append(warning(message, Place(file=str(file)), hint=failure.hint))
            return None
        self.doubts += self._of_file(one, file)
        return one

    def _hold(self, progress: Progress, file: Path) -> None:
        directory, asked = self._known.directory, self._asked
        if directory is not None and directory.get(progress.unit) is None:
            raise DataError(f"danh bạ không có đơn vị «{progress.unit}»", where=str(file))
        if progress.period.upper() != asked.period:
            hint = f"nêu tệp tiến độ kỳ {asked.period}"
            raise DataError(f"tệp này của kỳ {progress.period}, cần kỳ {asked.period}", where=str(file), hint=hint)

    def _of_file(self, one: Received, file: Path) -> Iterator[Diagnostic]:
        errors = sum(fault.severity is Severity.ERROR for fault in one.faults)
        if errors:
            message = f"{self._asked.option}: tệp này có {errors} chỗ không đọc được, chỉ lấy phần đọc được"
            yield warning(message, Place(file=str(file)))
        if not one.tells_tasks:
            message = f"{self._asked.option}: báo cáo này không cho biết tình trạng nhiệm vụ, chỉ lấy số liệu"
            yield warning(message, Place(file=str(file)))


def _by_unit(found: Iterable[Received]) -> dict[str, Received]:
    told: dict[str, Received] = {}
    for one in found:
        first = told.setdefault(one.progress.unit, one)
        if first is not one and first.from_report == one.from_report:
            message = f"hai tệp của một đơn vị, một kỳ: {first.source}"
            raise DataError(message, where=one.source, hint="bỏ một tệp")
    return told


def _missing(asked: EarlierPeriod, names: Sequence[str]) -> Diagnostic:
    more = f" và {len(names) - _NAMED} đơn vị khác" if len(names) > _NAMED else ""
    message = f"{asked.option}: không có tiến độ kỳ {asked.period} của {len(names)} đơn vị, biểu của các đơn vị này "
    return warning(f"{message}không có phần ấy", found=", ".join(names[:_NAMED]) + more)
