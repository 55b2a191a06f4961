"""The figures of the statistical forms: what a unit filled in, and the rows that follow from it.

"-" (not known yet) and "không phát sinh" (nothing arose) are no zero: a sum with a part that is not known is not known,
one whose parts did not arise did not arise, and a share of nothing did not arise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import partial
from typing import Final, Literal, TypeAlias

from generator.model.progress import Progress
from generator.registers.statistics import FormRow, StatisticalForm, StatisticalForms
from generator.registers.unit import Level

RowKey: TypeAlias = tuple[int, str]
"""Number of the form and code of the row."""
_HUNDREDTH: Final = Decimal("0.01")


@dataclass(frozen=True)
class Value:
    """The figure of a row, or why there is none."""

    number: Decimal | None = None
    absent: Literal["unknown", "none"] | None = None
    """ "unknown": not known yet; "none": nothing arose; None with a number."""


UNKNOWN: Final = Value(absent="unknown")
NONE: Final = Value(absent="none")
Values: TypeAlias = Mapping[RowKey, Value]


def filled_in(progress: Progress) -> dict[RowKey, Value]:
    """Return what a unit filled in, by row; a row without number and without mark is not among them."""
    return {
        (one.form, one.code): Value(one.value, None if one.value is not None else one.absent)
        for one in progress.figures
        if one.value is not None or one.absent
    }


def computed(forms: StatisticalForms, filled: Values, level: Level | None = None) -> dict[RowKey, Value]:
    """Return the figure of every row but headings: sums and shares from their rows, the others as filled in.

    A sum of which no part was filled in stays as it was filled in itself. A row that nobody filled in is unknown.
    ``level`` is that of the unit: a sum needs no part that such units do not fill in.
    """
    found: dict[RowKey, Value] = {}
    for form in forms.forms:
        for row in form.rows:
            if row.kind != "group":
                found[form.form, row.code] = _value(form, row, filled, found, partial(_parts, forms, filled, level))
    return found


_PartsOf: TypeAlias = Callable[[StatisticalForm, FormRow], tuple[str, ...]]


def _parts(
    forms: StatisticalForms, filled: Values, level: Level | None, form: StatisticalForm, row: FormRow
) -> tuple[str, ...]:
    """Return the codes of the rows that a sum of a unit adds up."""
    if level is None:
        return row.total_of
    return tuple(
        code for code in row.total_of if (form.form, code) in filled or forms.applies_to(form.form, code, level)
    )


def _value(
    form: StatisticalForm, row: FormRow, filled: Values, found: dict[RowKey, Value], parts_of: _PartsOf
) -> Value:
    def other(code: str) -> Value:
        key = (form.form, code)
        if key not in found:
            found[key] = _value(form, form.row(code), filled, found, parts_of)
        return found[key]

    own = filled.get((form.form, row.code), UNKNOWN)
    if row.percent_of:
        part, whole = (other(code) for code in row.percent_of)
        return share(part, whole)
    parts = parts_of(form, row)
    if parts and any(_is_filled(form, code, filled) for code in parts):
        return total(other(code) for code in parts)
    return own


def _is_filled(form: StatisticalForm, code: str, filled: Values) -> bool:
    return (form.form, code) in filled or any(_is_filled(form, part, filled) for part in form.row(code).total_of)


def total(values: Iterable[Value]) -> Value:
    """Return the sum; unknown where a part is, none where nothing arose in any part or there are no parts."""
    values = tuple(values)
    if any(one.number is None and one.absent != "none" for one in values):
        return UNKNOWN
    numbers = [one.number for one in values if one.number is not None]
    return Value(sum(numbers, Decimal(0))) if numbers else NONE


def share(part: Value, whole: Value) -> Value:
    """Return 100 * part / whole to two decimals, half up; none where the whole is 0 or did not arise.

    A part that did not arise counts as 0 of a whole that did.
    """
    if whole.absent == "none" or whole.number == 0:
        return NONE
    if whole.number is None or (part.number is None and part.absent != "none"):
        return UNKNOWN
    return Value((100 * (part.number or Decimal(0)) / whole.number).quantize(_HUNDREDTH, ROUND_HALF_UP))
