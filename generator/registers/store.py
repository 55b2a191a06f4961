"""Registers from their stored text: every fault at once, each with file, line and field."""

from __future__ import annotations

from typing import TypeVar

from pydantic import ValidationError

from generator.diagnostics import Diagnostic, Place, error
from generator.errors import DataError
from generator.registers.base import FORMAT, Fault, Register
from generator.yamltext import Located, check_format, dotted, parse_yaml, validation_diagnostics

R = TypeVar("R", bound=Register)


def load_register(text: str | bytes, filename: str, kind: type[R]) -> R:
    """Return the register of this kind that a YAML or JSON text holds.

    Raises DataError with a diagnostic for each fault of the text, of its entries, and of what stands between them.
    """
    located = parse_yaml(text, filename)
    check_format(located.data, FORMAT, filename, located)
    try:
        register = kind.model_validate(located.data)
    except ValidationError as problem:
        raise _refusal(validation_diagnostics(problem, located, filename, kind), filename) from problem
    faults = [_diagnostic(fault, located, filename) for fault in register.faults()]
    if faults:
        raise _refusal(faults, filename)
    return register


def _refusal(faults: list[Diagnostic], filename: str) -> DataError:
    return DataError(f"dữ liệu có {len(faults)} lỗi", where=filename, diagnostics=faults)


def _diagnostic(fault: Fault, located: Located, filename: str) -> Diagnostic:
    place = Place(file=filename, line=located.line(fault.loc), field=dotted(fault.loc) or None)
    return error(fault.message, place, found=fault.found, hint=fault.hint)
