"""The registers that travel with the program."""

from __future__ import annotations

from functools import cache

from generator.bundled import bundled
from generator.registers.bodies import BodyRegister
from generator.registers.derivation import DerivationRules
from generator.registers.events import EventRegister
from generator.registers.holidays import WorkCalendar
from generator.registers.legal import LegalRegister
from generator.registers.outline import ReportOutline
from generator.registers.regimes import RegimeRegister
from generator.registers.reminder import ReminderWords
from generator.registers.statistics import StatisticalForms
from generator.registers.store import load_register


@cache
def bundled_legal_register() -> LegalRegister:
    """Return the legal register of the program, read once."""
    path = bundled("data") / "registers" / "legal.yaml"
    return load_register(path.read_bytes(), path.name, LegalRegister)


@cache
def bundled_statistical_forms() -> StatisticalForms:
    """Return the statistical forms of the periodic report, read once."""
    path = bundled("data") / "registers" / "cchc_forms.yaml"
    return load_register(path.read_bytes(), path.name, StatisticalForms)


@cache
def bundled_bodies() -> BodyRegister:
    """Return the bodies of the State that no longer exist by their name, read once."""
    path = bundled("data") / "registers" / "bodies.yaml"
    return load_register(path.read_bytes(), path.name, BodyRegister)


@cache
def bundled_events() -> EventRegister:
    """Return the anniversaries and occasions that come with the program, read once."""
    path = bundled("data") / "registers" / "events.yaml"
    return load_register(path.read_bytes(), path.name, EventRegister)


@cache
def bundled_derivation_rules() -> DerivationRules:
    """Return the rules by which a lower plan follows from a higher one, read once."""
    path = bundled("data") / "registers" / "derivation.yaml"
    return load_register(path.read_bytes(), path.name, DerivationRules)


@cache
def bundled_regimes() -> RegimeRegister:
    """Return the report regimes that come with the program, read once."""
    path = bundled("data") / "registers" / "regimes.yaml"
    return load_register(path.read_bytes(), path.name, RegimeRegister)


@cache
def bundled_holidays() -> WorkCalendar:
    """Return the calendar of working days that comes with the program, read once."""
    path = bundled("data") / "registers" / "holidays.yaml"
    return load_register(path.read_bytes(), path.name, WorkCalendar)


@cache
def bundled_report_outline() -> ReportOutline:
    """Return the outline of the periodic report, read once."""
    path = bundled("data") / "registers" / "report_outline.yaml"
    return load_register(path.read_bytes(), path.name, ReportOutline)


@cache
def bundled_reminder_words() -> ReminderWords:
    """Return the words of reminders, read once."""
    path = bundled("data") / "registers" / "reminder.yaml"
    return load_register(path.read_bytes(), path.name, ReminderWords)
