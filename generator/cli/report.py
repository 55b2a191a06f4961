"""How problems look on the terminal; every command shows them through here."""

from __future__ import annotations

from collections.abc import Iterable

import click

from generator.diagnostics import Diagnostic, Severity
from generator.errors import DataError, GeneratorError
from generator.model.readiness import Missing

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.HINT: "cyan"}


def show_error(failure: GeneratorError) -> None:
    """Print what ended the command, on the error stream."""
    click.secho("lỗi: ", fg="red", nl=False, err=True)
    click.echo(str(failure), err=True)
    if isinstance(failure, DataError):
        show_diagnostics(failure.diagnostics)


def show_diagnostics(diagnostics: Iterable[Diagnostic]) -> None:
    """Print findings one a line, on the error stream."""
    for diagnostic in diagnostics:
        click.secho("  • ", fg=_COLOURS[diagnostic.severity], nl=False, err=True)
        click.echo(str(diagnostic), err=True)


def show_missing(missing: Iterable[Missing]) -> None:
    """Print what a document lacks for signing."""
    for gap in missing:
        click.echo(f"  • còn thiếu: {gap.label} ({gap.field})", err=True)
