"""The units that an order names one by one: one that is not there fails alone."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from generator.batch.job import Job, Refused
from generator.cli.batch.order import OrderFile
from generator.cli.batch.wording import in_order_words
from generator.cli.derive.means import units_named
from generator.errors import DataError, UsageError
from generator.registers.units import Unit, UnitDirectory


def named_units(
    names: Sequence[str], field: str, directory: UnitDirectory, on: datetime.date, file: OrderFile
) -> tuple[list[Unit], list[Job]]:
    """Return the units of a field of an order, each once, and for each name that is of no unit a job that says so.

    DataError where none of the names is of a unit.
    """
    found: dict[str, Unit] = {}
    refused = []
    last: DataError | None = None
    for name in dict.fromkeys(names):
        try:
            found |= {unit.id: unit for unit in units_named([name], directory, on)}
        except UsageError as failure:
            todo = failure.hint and in_order_words(failure.hint)
            refused.append(Job(f"{file.path.name}, {field}: {name}", Refused(failure.message, todo), ""))
            last = file.fault(failure.message, field, hint=todo)
    if last is not None and not found:
        raise last
    return list(found.values()), refused
