"""The figures of many units put together: sums, shares computed anew from the sums, and what could not be counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from generator.diagnostics import Severity
from generator.registers.statistics import FormRow, StatisticalForms
from generator.registers.units import Unit
from generator.reports.figure_faults import figure_faults
from generator.reports.figures import NONE, UNKNOWN, RowKey, Value, Values, computed, filled_in, total
from generator.reports.receipts import Contradiction, Receipts, Received

_HUNDREDTH: Final = Decimal("0.01")


@dataclass(frozen=True)
class Summed:
    """The figure of a row for all units, and from whom it comes."""

    value: Value
    shares: tuple[tuple[Unit, Value], ...]
    """What each unit told, in the order of the units; of a figure that is doubted, unknown."""
    without: tuple[Unit, ...] = ()
    """Units that are to tell it and whose figure is not known or doubted."""


@dataclass(frozen=True)
class Aggregated:
    """All figures of a period."""

    rows: Mapping[RowKey, Summed]
    contradictions: tuple[Contradiction, ...]
    """Of the files, then of the figures by unit."""

    @property
    def values(self) -> dict[RowKey, Value]:
        """The figures alone."""
        return {key: one.value for key, one in self.rows.items()}


def aggregate(
    received: Receipts,
    forms: StatisticalForms,
    counts: Mapping[str, Values],
    own: tuple[Unit, Received] | None = None,
) -> Aggregated:
    """Return the figures of all files that count; ``counts`` are those counted from the tasks, by unit.

    ``own`` is what the office tells of itself alone: counts and amounts are added to those of its units; answers, and
    shares that follow from no other rows, hold as the office tells them.

    A figure that contradicts itself enters no sum, nor does any that it contradicts; of a part and its whole a unit
    counts with both or with none. So sums, totals and shares agree with each other.
    """
    found = list(received.contradictions)
    told: list[tuple[Unit, Values]] = []
    for unit, one in (*([own] if own else []), *received.counted):
        found += _of_reading(unit, one)
        filled = {**filled_in(one.progress), **counts.get(unit.id, {})}
        doubted: set[RowKey] = set()
        for fault in figure_faults(forms, filled, unit.level):
            wrong = (fault.message, fault.found, fault.expected)
            found.append(
                Contradiction(unit.name, one.source, one.place(fault.form, fault.code), fault.severity, *wrong)
            )
            if fault.severity is Severity.ERROR:
                doubted |= {(fault.form, code) for code in fault.doubted}
        told.append((unit, _usable(forms, unit, {key: value for key, value in filled.items() if key not in doubted})))
    return Aggregated(_rows(forms, told, told[0][1] if own else {}), tuple(found))


def _of_reading(unit: Unit, one: Received) -> Iterator[Contradiction]:
    """Yield what was wrong in reading a file."""
    for each in one.faults:
        place = replace(each.place, file=None)
        told = (each.message, each.found or "", each.expected or "")
        yield Contradiction(unit.name, one.source, str(place) or "cả tệp", each.severity, *told)


def _usable(forms: StatisticalForms, unit: Unit, filled: Values) -> Values:
    """Return the figures of a unit without those whose part or whole is not known."""
    usable = dict(filled)
    while True:
        values = computed(forms, usable, unit.level)
        halves = {
            (form, code)
            for form, codes in forms.links
            for code in codes
            if (form, code) in usable and _lacks_other(forms, unit, form, codes, values)
        }
        if not halves:
            return values
        usable = {key: value for key, value in usable.items() if key not in halves}


def _lacks_other(forms: StatisticalForms, unit: Unit, form: int, codes: frozenset[str], values: Values) -> bool:
    asked = [code for code in codes if forms.applies_to(form, code, unit.level)]
    return len(asked) == len(codes) and any(values[form, code] == UNKNOWN for code in asked)


def _rows(forms: StatisticalForms, told: Sequence[tuple[Unit, Values]], own: Values) -> dict[RowKey, Summed]:
    sums: dict[RowKey, Value] = {}
    shares: dict[RowKey, tuple[tuple[Unit, Value], ...]] = {}
    for form in forms.forms:
        for row in form.rows:
            if row.kind != "group":
                key = (form.form, row.code)
                asked = [one for one in told if _is_asked(forms, key, one, own)]
                shares[key] = tuple((unit, values[key]) for unit, values in asked)
                decided = (
                    own.get(key, UNKNOWN) if row.kind in ("percent", "choice") and not row.is_computed else UNKNOWN
                )
                together = _together(forms, key, row, [values for _, values in asked])
                sums[key] = together if decided == UNKNOWN else decided
    plain = {(form.form, row.code) for form in forms.forms for row in form.rows if not row.is_computed}
    whole = computed(forms, {key: value for key, value in sums.items() if key in plain and value != UNKNOWN})
    return {
        key: Summed(
            value if whole.get(key, UNKNOWN) == UNKNOWN else whole[key],
            shares[key],
            tuple(unit for unit, one in shares[key] if one == UNKNOWN),
        )
        for key, value in sums.items()
    }


def _is_asked(forms: StatisticalForms, key: RowKey, one: tuple[Unit, Values], own: Values) -> bool:
    """Whether a unit is to tell a row; the office itself is asked for none, and tells what it has."""
    unit, values = one
    return forms.applies_to(*key, unit.level) and (values is not own or values[key] != UNKNOWN)


def _together(forms: StatisticalForms, key: RowKey, row: FormRow, told: Sequence[Values]) -> Value:
    values = [one[key] for one in told]
    known = [one for one in values if one != UNKNOWN]
    if row.kind in ("count", "money"):
        return total(known) if known else UNKNOWN
    weight = next((one.by for one in forms.weights if (one.form, one.code) == key), None)
    if row.kind == "percent" and weight:
        return _weighted((one[key], one[key[0], weight]) for one in told)
    if known and all(one.absent == "none" for one in known):
        return NONE
    alike = {one.number for one in known if one.number is not None}
    return Value(alike.pop()) if len(alike) == 1 and len(known) == len(values) else UNKNOWN


def _weighted(pairs: Iterable[tuple[Value, Value]]) -> Value:
    """Return the mean of shares by weights to two decimals, of the units that have both."""
    known = [(one.number, by.number) for one, by in pairs if one.number is not None and by.number is not None]
    weights = sum((by for _, by in known), Decimal(0))
    if not weights:
        return UNKNOWN
    mean = sum((one * by for one, by in known), Decimal(0)) / weights
    return Value(mean.quantize(_HUNDREDTH, ROUND_HALF_UP))


def incomplete(aggregated: Aggregated) -> Iterator[tuple[RowKey, Summed]]:
    """Yield the rows for which figures of some units, but not of all, are known."""
    for key, one in aggregated.rows.items():
        if one.without and len(one.without) < len(one.shares):
            yield key, one
