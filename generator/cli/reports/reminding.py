"""Who is to be reminded of what, and the letters: what ``vanban remind`` and a batch of letters make."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.cli.reports.collecting import Collected, collected
from generator.cli.reports.earlier import earlier_letters
from generator.cli.reports.means import loaded
from generator.diagnostics import Diagnostic, Place, warning
from generator.errors import UsageError
from generator.model.document import Document
from generator.model.plan import Plan
from generator.registers.catalog import bundled_holidays
from generator.registers.reminder import ReminderWords
from generator.registers.units import Unit
from generator.reports.late import Late, day_of_states, late_units
from generator.reports.reminder import reminder
from generator.reports.reminder_wording import Ask


@dataclass(frozen=True)
class Reminding:
    """What the letters of an office say."""

    came: Collected
    plan: Plan
    late: tuple[Late, ...]
    ask: Ask
    words: ReminderWords

    def letter(self, late: Sequence[Late]) -> Document:
        """Return the letter to some of the late units."""
        return reminder(self.came.issuer, self.plan, late, self.came.period, self.ask, self.came.ground, self.words)

    def name(self, unit: Unit | None = None) -> str:
        """Return the name of a letter's data file: of that to one unit it bears the identity."""
        own = [unit.id] if unit else []
        return "_".join(["don_doc", *own, f"{self.came.period.name.lower()}.yaml"])


def reminding(files: Sequence[Path], plan: Plan, options: Mapping[str, Any], words: Path | None) -> Reminding:
    """Return who is late by what files, or those of folders, tell; ``options`` are those of ``vanban remind``.

    UsageError for a new day that is not after the day of the letter, and as `collected` and `earlier_letters` have it.
    """
    on = options["on"]
    _hold_days(on, options["by"])
    came = collected(files, plan, options, until=on)
    late = late_units(came.expected, came.receipts, came.states(day_of_states(came.period, on)), came.period, on)
    ask = _ask(came, late, options) if late else Ask(day=on)
    return Reminding(came, plan, tuple(late), ask, loaded(words, "reminder.yaml", ReminderWords))


def _hold_days(on: datetime.date, by: datetime.date | None) -> None:
    if by is not None and by <= on:
        raise UsageError(f"hạn mới {by:%d/%m/%Y} không sau ngày {on:%d/%m/%Y}", where="--by")


def day_off(by: datetime.date | None) -> Iterator[Diagnostic]:
    """Yield a warning for a new day on which offices do not work; nothing for a year that the calendar lacks."""
    calendar = bundled_holidays()
    if by is not None and any(one.year == by.year for one in calendar.years) and not calendar.is_working_day(by):
        yield warning("hạn mới là ngày nghỉ", Place(field="--by"), found=f"{by:%d/%m/%Y}", expected="ngày làm việc")


def _ask(came: Collected, late: Sequence[Late], options: Mapping[str, Any]) -> Ask:
    on = options["on"]
    named = {name: options[name] for name in ("by", "channel", "contact", "times")}
    units = [one.unit for one in late]
    letters = earlier_letters(options["earlier"], units, came.ground.directory, came.issuer.name, on)
    return Ask(day=on, **named, earlier=letters)
