"""The bytes of a template that a command names."""

from __future__ import annotations

from pathlib import Path

from generator.errors import DataError, TemplateError
from generator.files import read_bytes


def template_bytes(path: Path) -> bytes:
    """Return the bytes of a template; TemplateError when it cannot be read, UsageError when it is a folder."""
    try:
        return read_bytes(path)
    except DataError as failure:
        raise TemplateError(failure.message, where=failure.where, hint=failure.hint) from failure
