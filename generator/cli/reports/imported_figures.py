"""The figures of the statistical forms in an imported document, held against each other."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from generator.diagnostics import Diagnostic, Place
from generator.errors import DataError, GeneratorError
from generator.files import content_name, read_bytes
from generator.importers.imported import Imported
from generator.importers.registry import import_document
from generator.importers.report_forms import ToldForms, told_forms
from generator.importers.report_periods import of_period, report_period
from generator.importers.report_tables import placed_tables
from generator.registers.catalog import bundled_regimes, bundled_statistical_forms
from generator.registers.form_columns import OfPeriod
from generator.registers.statistics import StatisticalForms
from generator.registers.unit import Level
from generator.registers.units import UnitDirectory
from generator.reports.figure_faults import figure_faults
from generator.reports.figures import Value


def figure_diagnostics(imported: Imported, path: Path, directory: UnitDirectory | None = None) -> Iterator[Diagnostic]:
    """Yield what cannot be read of the forms in a document and what contradicts itself, each with its place.

    Nothing for a document without forms. ``directory`` tells the level of who issued it, and so which rows are for it.
    """
    forms = bundled_statistical_forms()
    told = _read(imported, forms)
    places = told.places
    level = _level(imported, directory) if directory else None
    values = {key: Value(one.value, one.absent if one.value is None else None) for key, one in told.figures.items()}
    faults = [*figure_faults(forms, values, level)]
    if (faults or told.diagnostics) and not imported.rows:
        places = places | _places(path, forms)
    for one in told.diagnostics:
        key = next((key for key, place in places.items() if place.field == one.place.field), None)
        yield replace(one, place=replace(places[key] if key else one.place, file=str(path)))
    for fault in faults:
        place = places.get((fault.form, fault.code), Place(field=f"biểu mẫu {fault.form}, dòng {fault.code}"))
        place = replace(place, file=str(path), quote=forms.form(fault.form).row(fault.code).label)
        yield Diagnostic(fault.severity, fault.message, place, found=fault.found, expected=fault.expected, code="form")


def _read(imported: Imported, forms: StatisticalForms) -> ToldForms:
    return told_forms([*placed_tables(imported.document, imported.rows)], forms, _of_period(imported))


def _of_period(imported: Imported) -> OfPeriod:
    """Return what tells whether a heading names the period of the subject, by the first regime that knows it."""
    for regime in bundled_regimes().regimes:
        with suppress(DataError):
            period = report_period(imported.document.subject or "", regime)
            return partial(of_period, period=period, regime=regime)
    return lambda _: None


def _places(path: Path, forms: StatisticalForms) -> dict[tuple[int, str], Place]:
    """Return where the rows of the forms stand in a Word file of ours, of which only the data were read."""
    try:
        return _read(import_document(read_bytes(path), str(path.with_name(content_name(path)))), forms).places
    except GeneratorError:
        return {}


def _level(imported: Imported, directory: UnitDirectory) -> Level | None:
    day = imported.document.date.to_date() if imported.document.date else None
    found = directory.find(imported.document.issuer.name or "", day or datetime.date.max)
    return found[0].level if len(found) == 1 else None
