"""Who has sent what for a period, when, and what cannot be counted: the files of many units held together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from generator.diagnostics import Diagnostic, Severity
from generator.model.progress import Progress
from generator.registers.units import Unit, UnitDirectory
from generator.reports.ground import Ground
from generator.vietnamese.unicode import fold


@dataclass(frozen=True)
class Received:
    """What one file tells."""

    source: str
    """Name of the file, as it is told to the user."""
    progress: Progress
    day: date | None = None
    """Day on which it was received; None where nobody said."""
    faults: tuple[Diagnostic, ...] = ()
    """What was wrong in reading it; what a faulty place says is not in ``progress``."""
    cells: Mapping[tuple[int, str], str] = field(default_factory=dict)
    """Where the figure of a row stands, of a file with cells: Biểu 3!D12."""

    def place(self, form: int, code: str) -> str:
        """Return where the figure of a row of a form stands."""
        return self.cells.get((form, code), f"biểu mẫu {form}, dòng {code}")


@dataclass(frozen=True)
class Contradiction:
    """What does not agree in what a unit told, or between units."""

    unit: str
    source: str
    place: str
    """Row of a form, task, or the file as a whole."""
    severity: Severity
    message: str
    found: str = ""
    expected: str = ""


@dataclass(frozen=True)
class Receipts:
    """The files that count, and the units that they leave open."""

    counted: tuple[tuple[Unit, Received], ...]
    """In the order of the units that were expected."""
    missing: tuple[Unit, ...]
    """Units that sent nothing, or nothing that counts."""
    late: tuple[tuple[Unit, date], ...]
    """Units that sent after the last day, with the day."""
    contradictions: tuple[Contradiction, ...]

    def until(self, day: date) -> Receipts:
        """Return what had come at the end of a day; files of which no day is known had."""
        later = tuple(unit for unit, one in self.counted if one.day and one.day > day)
        return Receipts(
            tuple((unit, one) for unit, one in self.counted if unit not in later),
            (*self.missing, *later),
            tuple((unit, sent) for unit, sent in self.late if unit not in later),
            self.contradictions,
        )


def receipts(expected: Sequence[Unit], files: Iterable[Received], ground: Ground, period: str) -> Receipts:
    """Return which files count for a period of a regime: one a unit, of units that were expected, of that period.

    Of a unit with two files, and of a file whose name is another unit's, none counts until a person has decided.
    """
    units = {unit.id: unit for unit in expected}
    found: list[Contradiction] = []
    by_unit: dict[str, list[Received]] = defaultdict(list)
    for one in files:
        wrong = _wrong_file(one, units, ground, period)
        if wrong:
            found.append(wrong)
        else:
            by_unit[one.progress.unit].append(one)
    for several in by_unit.values():
        found += _repeated(several)
    counted = tuple((unit, by_unit[unit.id][0]) for unit in expected if len(by_unit.get(unit.id, ())) == 1)
    present = {unit.id for unit, _ in counted}
    last = ground.regime.period_dates(period).last_day_to_send
    late = tuple((unit, one.day) for unit, one in counted if one.day and one.day > last)
    return Receipts(counted, tuple(unit for unit in expected if unit.id not in present), late, tuple(found))


def _wrong_file(one: Received, units: dict[str, Unit], ground: Ground, period: str) -> Contradiction | None:
    told = one.progress
    if told.unit not in units:
        return _of_file(one, "đơn vị này không thuộc diện báo cáo, hoặc sai mã đơn vị", f"«{told.unit}»")
    if told.period.upper() != period.upper():
        return _of_file(one, "tệp của kỳ khác", told.period, period)
    if told.regime != ground.regime.id:
        return _of_file(one, "tệp theo chế độ báo cáo khác", told.regime, ground.regime.id)
    if fold(told.unit_name) not in map(fold, units[told.unit].names):
        return _of_file(one, "tên đơn vị trong tệp không phải của mã đơn vị ấy", told.unit_name, units[told.unit].name)
    other = unit_in_name(one.source, ground.directory)
    if other is not None and other.id != one.progress.unit and one.progress.unit not in one.source.lower():
        return _of_file(one, "tên tệp là của đơn vị khác, có thể gửi nhầm", other.name, units[told.unit].name)
    return None


def unit_in_name(source: str, directory: UnitDirectory) -> Unit | None:
    """Return the unit whose identity the name of a file bears; None where it bears none.

    The longest identity counts: so-gddt is part of no name that bears phong-so-gddt.
    """
    named = [unit for unit in directory.units if unit.id in source.lower()]
    return max(named, key=lambda unit: len(unit.id), default=None)


def _repeated(several: Sequence[Received]) -> Iterable[Contradiction]:
    if len(several) > 1:
        names = ", ".join(one.source for one in several)
        for one in several:
            yield _of_file(one, "đơn vị có nhiều tệp trong một kỳ, chưa tính tệp nào", names, "một tệp")


def _of_file(one: Received, message: str, found: str, expected: str = "") -> Contradiction:
    return Contradiction(one.progress.unit_name, one.source, "cả tệp", Severity.ERROR, message, found, expected)
