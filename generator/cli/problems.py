"""How problems look on the terminal; every command shows them through here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import click

from generator.diagnostics import Diagnostic, Severity
from generator.errors import GeneratorError
from generator.lint.finding import Finding
from generator.model.readiness import Missing
from generator.workbook.field_cells import FieldCells

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.HINT: "cyan"}


def show_error(failure: GeneratorError) -> None:
    """Print what ended the command, on the error stream."""
    click.secho("lỗi: ", fg="red", nl=False, err=True)
    click.echo(str(failure), err=True)
    show_diagnostics(failure.diagnostics)


def show_diagnostics(diagnostics: Iterable[Diagnostic], *, as_result: bool = False) -> None:
    """Print findings one a line, on the error stream or, where they are what was asked for, as the result."""
    for diagnostic in diagnostics:
        click.secho("  • ", fg=_COLOURS[diagnostic.severity], nl=False, err=not as_result)
        click.echo(str(diagnostic), err=not as_result)


def show_findings(findings: Iterable[Finding], *, as_result: bool = True) -> None:
    """Print what the gate found: what is wrong and where, below it what was found and what is asked.

    On the error stream where it is not what was asked for.
    """
    for finding in findings:
        click.secho("  • ", fg=_COLOURS[finding.severity], nl=False, err=not as_result)
        place = f"{finding.place}: " if str(finding.place) else ""
        lines = [f"{place}{finding.severity.label} {finding.code}, {finding.name} ({finding.clause})"]
        lines.append(f"      gặp: {finding.found}; cần: {finding.expected}")
        lines += [f"      «{finding.place.quote}»"] if finding.place.quote else []
        lines += [f"      → {finding.hint}"] if finding.hint else []
        click.echo("\n".join(lines), err=not as_result)


def show_missing(missing: Iterable[Missing], cells: FieldCells | None = None) -> None:
    """Print what a document lacks for signing, of a workbook with the cells where it belongs."""
    for gap in missing:
        click.echo(f"  • còn thiếu: {gap.label} ({place_of(gap.field, cells)})", err=True)


def place_of(field: str, cells: FieldCells | None) -> str:
    """Return the cell of a field in the workbook that it was read from; the field itself for other data."""
    return (cells.cell(field) if cells else None) or field


def by_cell(diagnostics: Iterable[Diagnostic], cells: FieldCells | None) -> Iterator[Diagnostic]:
    """Yield findings whose places are fields, with the cells of a workbook in their stead."""
    for one in diagnostics:
        named = place_of(one.place.field, cells) if one.place.field else None
        yield replace(one, place=replace(one.place, field=named))


def show_written(path: Path, kept: Path | None = None) -> None:
    """Print what was written, and where the content that it replaced is."""
    old = f" (bản cũ giữ ở {kept})" if kept else ""
    click.echo(f"Đã ghi: {path}{old}")
