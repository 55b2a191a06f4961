"""Who has sent what for a period, when, and what cannot be counted: the files of many units held together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain
from typing import TypeVar

from generator.registers.regimes import PeriodDates
from generator.registers.units import Unit
from generator.reports.ground import Ground
from generator.reports.received import Contradiction, Received
from generator.reports.wrong_files import Unread, WrongFile, beside_data, repeated, wrong_file

__all__ = ["Contradiction", "Received", "Receipts", "had_come", "receipts"]

F = TypeVar("F", Received, Unread)


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
    uncounted: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By the identity of a missing unit why what it sent does not count, in short; none that sent nothing."""
    came: Mapping[str, date] = field(default_factory=dict)
    """By the identity of a missing unit the first day on which something came that does not count."""
    extended: Mapping[str, date] = field(default_factory=dict)
    """By the identity of a unit the last day to send that it was allowed instead of the period's."""

    def last_day(self, unit: Unit, period: PeriodDates) -> date:
        """Return the last day on which a unit had to send its report of a period."""
        return self.extended.get(unit.id, period.last_day_to_send)


def receipts(
    expected: Sequence[Unit],
    files: Iterable[Received],
    ground: Ground,
    period: str,
    *,
    unread: Iterable[Unread] = (),
    extended: Mapping[str, date] | None = None,
) -> Receipts:
    """Return which files count for a period of a regime: one a unit, of units that were expected, of that period.

    Of a unit with two files, and of a file whose name is another unit's, none counts until a person has decided; but
    of data and reports of one unit the data count. ``extended`` has the units by identity that were allowed more time.
    """
    units = {unit.id: unit for unit in expected}
    wrong = [one.wrong() for one in unread]
    by_unit: dict[str, list[Received]] = defaultdict(list)
    for one in files:
        fault = wrong_file(one, units, ground, period)
        if fault:
            wrong.append(fault)
        else:
            by_unit[one.progress.unit].append(one)
    sent = {unit: _chosen(several) for unit, several in by_unit.items()}
    wrong += [fault for _, fault, _ in sent.values() if fault]
    counted = tuple((unit, chosen) for unit in expected if unit.id in sent and (chosen := sent[unit.id][0]))
    told = (*(one.contradictions for one in wrong), *(beside for _, _, beside in sent.values()))
    present = {unit.id for unit, _ in counted}
    missing = tuple(unit for unit in expected if unit.id not in present)
    found = Receipts(
        counted,
        missing,
        (),
        tuple(chain.from_iterable(told)),
        _uncounted(wrong, missing),
        _came(wrong, missing),
        dict(extended or {}),
    )
    return _with_late(found, ground.regime.period_dates(period))


def _chosen(several: Sequence[Received]) -> tuple[Received | None, WrongFile | None, tuple[Contradiction, ...]]:
    """Return which file of a unit counts, or why none does, and where a report differs from the data that count.

    It was received when the first of both was.
    """
    data = [one for one in several if not one.from_report]
    if len(data) == 1:
        reports = [one for one in several if one.from_report]
        first = min((one.day for one in several if one.day), default=None)
        told = chain.from_iterable(beside_data(one, data[0]) for one in reports)
        return replace(data[0], day=first), None, tuple(told)
    return (several[0], None, ()) if len(several) == 1 else (None, repeated(several), ())


def had_come(files: Iterable[F], day: date) -> tuple[F, ...]:
    """Return the files that had come at the end of a day; those of which no day is known had."""
    return tuple(one for one in files if one.day is None or one.day <= day)


def _with_late(found: Receipts, period: PeriodDates) -> Receipts:
    late = ((unit, one.day) for unit, one in found.counted if one.day and one.day > found.last_day(unit, period))
    return replace(found, late=tuple(late))


def _uncounted(wrong: Sequence[WrongFile], missing: Sequence[Unit]) -> dict[str, tuple[str, ...]]:
    """Return by unit why nothing of it counts, each reason once."""
    faults = ((unit.id, dict.fromkeys(one.fault for one in wrong if unit.id in one.units)) for unit in missing)
    return {unit: tuple(told) for unit, told in faults if told}


def _came(wrong: Sequence[WrongFile], missing: Sequence[Unit]) -> dict[str, date]:
    """Return by unit the first day on which a file of it came; none for one of which no day is known."""
    days = ((unit.id, [one.day for one in wrong if one.day and unit.id in one.units]) for unit in missing)
    return {unit: min(known) for unit, known in days if known}
