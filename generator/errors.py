"""One base class for every problem that ends a command, with the exit code it ends with.

Exit codes: 0 clean, 1 findings or not ready, 2 usage, 3 bad data, 4 bad template, 5 conversion failed.
A message says what was found and what was expected; the hint says what to do.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.diagnostics import Diagnostic


class GeneratorError(Exception):
    """A problem shown to the user in one place, never as a traceback, with a diagnostic for each part of it."""

    exit_code = 1

    def __init__(
        self,
        message: str,
        *,
        diagnostics: Sequence[Diagnostic] = (),
        hint: str | None = None,
        where: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.diagnostics = tuple(diagnostics)
        self.hint = hint
        self.where = where

    def __str__(self) -> str:
        """The message on one line, its place before it, its hint after it."""
        place = f"{self.where}: " if self.where else ""
        hint = f" ({self.hint})" if self.hint else ""
        return f"{place}{self.message}{hint}"


class NotReadyError(GeneratorError):
    """A document that may not be written because something needed for signing is missing."""

    exit_code = 1


class UsageError(GeneratorError):
    """A command called in a way that it cannot serve."""

    exit_code = 2


class DataError(GeneratorError):
    """Data that is not a well-typed document; carries one diagnostic for each fault."""

    exit_code = 3


class TemplateError(GeneratorError):
    """A template that cannot be rendered; carries one diagnostic for each fault that was found."""

    exit_code = 4


class ConversionError(GeneratorError):
    """A conversion (to PDF, from another format) that failed or ran out of time."""

    exit_code = 5
