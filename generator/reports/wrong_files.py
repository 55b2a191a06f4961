"""Why a file does not count for a period: another period, another unit, two of one unit, nothing that can be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from generator.diagnostics import Diagnostic, Severity
from generator.errors import DataError
from generator.registers.units import Unit, UnitDirectory
from generator.reports.ground import Ground, cut_off
from generator.reports.received import Contradiction, Received
from generator.vietnamese.unicode import fold

_TOLD: Final = 2
"""How many faults of an unreadable file are named to its unit; all stand on the screen of who collects."""


@dataclass(frozen=True)
class WrongFile:
    """A file that does not count."""

    contradictions: tuple[Contradiction, ...]
    """What is told to who collects."""
    units: tuple[str, ...]
    """Identities of the units that may have sent it; empty where nothing tells."""
    fault: str
    """The same for those units: in short, without names of files."""
    day: date | None = None
    """Day on which it was received, of several the first; None where nobody said."""


@dataclass(frozen=True)
class Unread:
    """A file of which nothing can be used."""

    source: str
    """Name of the file."""
    unit: Unit | None
    """Whose identity the name of the file bears."""
    faults: tuple[Diagnostic, ...]
    day: date | None = None
    """Day on which it was received; None where nobody said."""

    def wrong(self) -> WrongFile:
        """Return it as a file that does not count."""
        name = self.unit.name if self.unit else ""
        told = tuple(
            Contradiction(
                name, self.source, str(replace(one.place, file=None)) or "cả tệp", one.severity, one.message,
                one.found or "", one.expected or "",
            )
            for one in self.faults
        )  # fmt: skip
        return WrongFile(told, (self.unit.id,) if self.unit else (), self._fault(), self.day)

    def _fault(self) -> str:
        said = [f"{_cell(one)}{one.message}" + (f", gặp {one.found}" if one.found else "") for one in self.faults]
        more = f" và {len(said) - _TOLD} lỗi khác" if len(said) > _TOLD else ""
        return "; ".join(said[:_TOLD]) + more


def _cell(fault: Diagnostic) -> str:
    """Return the cell of a fault of a workbook; fields of stored data are no words for a letter."""
    field = fault.place.field or ""
    return f"{field}: " if "!" in field else ""


def wrong_file(one: Received, expected: Mapping[str, Unit], ground: Ground, period: str) -> WrongFile | None:
    """Return why a file that can be read does not count, whichever units were expected; None where it counts."""
    told = one.progress
    named = unit_in_name(one.source, ground.directory)
    if told.unit not in expected:
        message = "đơn vị này không thuộc diện báo cáo, hoặc sai mã đơn vị"
        by_name = (named.id,) if named else ()
        return _wrong(one, message, f"«{told.unit}»", fault=f"sai mã đơn vị «{told.unit}»", units=by_name)
    if told.period.upper() != period.upper():
        sender = () if _is_of_its_own_time(one, ground, period) else (told.unit,)
        fault = f"báo cáo ghi {_label(told.period, ground)}"
        return _wrong(one, "tệp của kỳ khác", told.period, period, fault=fault, units=sender)
    if told.regime != ground.regime.id:
        fault = "báo cáo lập theo chế độ báo cáo khác"
        return _wrong(one, "tệp theo chế độ báo cáo khác", told.regime, ground.regime.id, fault=fault)
    unit = expected[told.unit]
    if fold(told.unit_name) not in map(fold, unit.names):
        message = "tên đơn vị trong tệp không phải của mã đơn vị ấy"
        fault = f"tên đơn vị trong báo cáo là «{told.unit_name}»"
        return _wrong(one, message, told.unit_name, unit.name, fault=fault)
    if named is not None and named.id != unit.id and unit.id not in one.source.lower():
        both = " và ".join(sorted((named.name, unit.name)))
        fault = f"tên tệp và đơn vị ghi trong báo cáo khác nhau, có thể gửi nhầm giữa {both}"
        message = "tên tệp là của đơn vị khác, có thể gửi nhầm"
        return _wrong(one, message, named.name, unit.name, fault=fault, units=(named.id, unit.id))
    return None


def repeated(several: Sequence[Received]) -> WrongFile:
    """Return that several files of a unit do not count until a person has decided."""
    names = ", ".join(one.source for one in several)
    message = "đơn vị có nhiều tệp trong một kỳ, chưa tính tệp nào"
    told = tuple(_contradiction(one, message, names, "một tệp") for one in several)
    fault = f"có {len(several)} báo cáo trong một kỳ, chưa rõ báo cáo nào là chính thức"
    first = min((one.day for one in several if one.day), default=None)
    return WrongFile(told, (several[0].progress.unit,), fault, first)


def beside_data(report: Received, data: Received) -> Iterator[Contradiction]:
    """Yield where a report has another figure than the data that its unit sent with it: the data count."""
    known = {(one.form, one.code): one.value for one in data.progress.figures}
    for one in report.progress.figures:
        other = known.get((one.form, one.code))
        if None not in (one.value, other) and one.value != other:
            message = "số liệu trong báo cáo khác số liệu đơn vị gửi kèm; lấy theo số liệu gửi kèm"
            place = report.place(one.form, one.code)
            unit = report.progress.unit_name
            yield Contradiction(unit, report.source, place, Severity.WARNING, message, str(one.value), str(other))


def unit_in_name(source: str, directory: UnitDirectory) -> Unit | None:
    """Return the unit whose identity the name of a file bears; None where it bears none.

    The longest identity counts: so-gddt is part of no name that bears phong-so-gddt.
    """
    named = [unit for unit in directory.units if unit.id in source.lower()]
    return max(named, key=lambda unit: len(unit.id), default=None)


def _is_of_its_own_time(one: Received, ground: Ground, period: str) -> bool:
    """Tell whether a file of an earlier period came before this one was over: it was sent for that other period."""
    try:
        own = ground.regime.period_dates(one.progress.period)
    except DataError:
        return False
    this = ground.regime.period_dates(period)
    return one.day is not None and own.last_day_to_send < this.last_day_to_send and one.day <= cut_off(this)


def _label(period: str, ground: Ground) -> str:
    try:
        return f"kỳ {ground.regime.period_dates(period).label}"
    except DataError:
        return f"kỳ «{period}»"


def _wrong(
    one: Received, message: str, found: str, expected: str = "", *, fault: str, units: tuple[str, ...] | None = None
) -> WrongFile:
    sent_by = (one.progress.unit,) if units is None else units
    return WrongFile((_contradiction(one, message, found, expected),), sent_by, fault, one.day)


def _contradiction(one: Received, message: str, found: str, expected: str) -> Contradiction:
    return Contradiction(one.progress.unit_name, one.source, "cả tệp", Severity.ERROR, message, found, expected)
