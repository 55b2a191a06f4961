"""What the options of ``vanban check`` and the project file say, as what documents are held against."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click

from generator.bundled import bundled
from generator.cli.check.settings import Settings, load_settings
from generator.cli.files.project_file import found_settings
from generator.cli.files.units_file import units_of
from generator.errors import UsageError
from generator.files import read_bytes
from generator.lint.source import Means, subject_of_file
from generator.registers.base import Register
from generator.registers.holidays import WorkCalendar
from generator.registers.legal import LegalRegister, merged
from generator.registers.store import load_register
from generator.vietnamese.dates import find_dates

R = TypeVar("R", bound=Register)


def given_day(_: click.Context, option: click.Parameter, value: str | None) -> datetime.date | None:
    """Return the day that an option names, 2026-07-01 or 01/7/2026; None where it is not given."""
    if value is None:
        return None
    day = day_of(value)
    if day is None:
        raise click.BadParameter(f"«{value}» không phải một ngày, như 2026-07-01 hoặc 01/7/2026", param=option)
    return day


def day_of(text: str) -> datetime.date | None:
    """Return the day that a text is, 2026-07-01 or 01/7/2026; None for any other text."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        found = [day.to_date() for start, end, day in find_dates(text) if text[start:end] == text and day.complete]
    return found[0] if found else None


def codes_of(words: Iterable[str]) -> tuple[str, ...]:
    """Return the codes and groups that options name, several in one parted by commas or blanks."""
    return tuple(code for word in words for code in word.replace(",", " ").split())


def settings_of(options: Mapping[str, Any]) -> Settings:
    """Return what the project file says: the one that is named, or the nearest one from the working folder up.

    UsageError where a file is named and none is to be read.
    """
    if options["no_config"] and options["config"]:
        raise UsageError("--config và --no-config trái nhau", hint="chỉ dùng một trong hai")
    if options["no_config"]:
        return Settings()
    path = options["config"] or found_settings(Path())
    return load_settings(path) if path else Settings()


def means_of(options: Mapping[str, Any], settings: Settings) -> Means:
    """Return what documents are held against: the options first, then the project file, then what comes with us.

    The registers of an office are added to ours. The day of judging is today where none is named.
    """
    registers = [bundled("data") / "registers" / "legal.yaml", *settings.register, *options["register"]]
    units, parent = options["units"] or settings.units, options["parent"] or settings.parent
    holidays = options["holidays"] or settings.holidays or bundled("data") / "registers" / "holidays.yaml"
    return Means(
        units=units_of(units) if units else None,
        register=merged(_loaded(path, LegalRegister) for path in registers),
        holidays=_loaded(holidays, WorkCalendar),
        parent=subject_of_file(read_bytes(parent), str(parent)) if parent else None,
        on=options["on"] or datetime.date.today(),
    )


def _loaded(path: Path, kind: type[R]) -> R:
    return load_register(read_bytes(path), str(path), kind)
