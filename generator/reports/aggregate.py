"""The figures of many units put together: sums, shares computed anew from the sums, and what could not be counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from generator.diagnostics import Severity
from generator.registers.statistics import FormRow, StatisticalForms
from generator.registers.units import Unit
from generator.reports.figure_faults import FigureFault, figure_faults
from generator.reports.figures import UNKNOWN, RowKey, Value, Values, computed, filled_in
from generator.reports.receipts import Contradiction, Receipts, Received
from generator.reports.summing import Weights, formula, together
from generator.vietnamese.numbers import format_number

_OF_OFFICE: Final = "theo số liệu của cơ quan tổng hợp"


@dataclass(frozen=True)
class Summed:
    """The figure of a row for all units, and from whom it comes."""

    value: Value
    shares: tuple[tuple[Unit, Value], ...]
    """What each unit told, in the order of the units; of a figure that is doubted, unknown."""
    without: tuple[Unit, ...] = ()
    """Units that are to tell it and whose figure is not known or doubted."""
    way: str = ""
    """How it was put together, or why it could not be."""


@dataclass(frozen=True)
class Aggregated:
    """All figures of a period."""

    rows: Mapping[RowKey, Summed]
    contradictions: tuple[Contradiction, ...]
    """Of the files, then of the figures by unit."""
    refused: Mapping[str, frozenset[RowKey]] = field(default_factory=dict)
    """By the identity of a unit the rows whose figures contradict something, so that none of them is to be told."""

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
    """Return the figures of all files that count; ``counts`` are those counted from the tasks, by unit: they hold.

    ``own`` is what the office tells of itself alone: counts and amounts are added to those of its units, weighted
    shares go into the mean; answers, and shares that follow from no other rows and of which no mean can be made, hold
    as the office tells them. Its tasks are no further ones of its units.

    A figure that contradicts itself enters no sum, nor does any that it contradicts; of a part and its whole a unit
    counts with both or with none. So sums, totals and shares agree with each other.
    """
    found = list(received.contradictions)
    of_tasks = {(one.form, one.code) for one in forms.task_counts}
    told: list[tuple[Unit, Values]] = []
    refused: dict[str, frozenset[RowKey]] = {}
    for unit, one in (*([own] if own else []), *received.counted):
        is_office = own is not None and unit is own[0]
        typed = {key: value for key, value in filled_in(one.progress).items() if not (is_office and key in of_tasks)}
        counted = counts.get(unit.id, {})
        filled = {**typed, **counted}
        faults = list(figure_faults(forms, filled, unit.level))
        found += [*_of_reading(unit, one), *_miscounted(unit, one, typed, counted), *_of_figures(unit, one, faults)]
        wrong = {(each.form, code) for each in faults if each.severity is Severity.ERROR for code in each.doubted}
        refused[unit.id] = frozenset(wrong)
        told.append((unit, _usable(forms, unit, {key: value for key, value in filled.items() if key not in wrong})))
    return Aggregated(_rows(forms, told, told[0][1] if own else {}), tuple(found), refused)


def _of_reading(unit: Unit, one: Received) -> Iterator[Contradiction]:
    """Yield what was wrong in reading a file."""
    for each in one.faults:
        place = replace(each.place, file=None)
        told = (each.message, each.found or "", each.expected or "")
        yield Contradiction(unit.name, one.source, str(place) or "cả tệp", each.severity, *told)


def _of_figures(unit: Unit, one: Received, faults: Sequence[FigureFault]) -> Iterator[Contradiction]:
    """Yield the figures that contradict themselves, each at its place in the file, without what was told in reading."""
    told = {(str(replace(each.place, file=None)), each.found) for each in one.faults}
    for each in faults:
        place = one.place(each.form, each.code)
        if (place, each.found) in told:
            continue
        yield Contradiction(unit.name, one.source, place, each.severity, each.message, each.found, each.expected)


def _miscounted(unit: Unit, one: Received, typed: Values, counts: Values) -> Iterator[Contradiction]:
    """Yield the rows in which a file says another number than its tasks, counted, give."""
    for (form, code), value in counts.items():
        told = typed.get((form, code), UNKNOWN).number
        if told is not None and value.number is not None and told != value.number:
            message = "số đã nhập khác với số đếm từ các nhiệm vụ, tính theo số đếm"
            numbers = format_number(told), format_number(value.number)
            yield Contradiction(unit.name, one.source, one.place(form, code), Severity.ERROR, message, *numbers)


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
        halves |= {
            (one.form, code)
            for one in forms.limits
            for code in one.parts
            if one.lenient and (one.form, code) in usable and _is_open(forms, unit, (one.form, one.at_most), values)
        }
        if not halves:
            return values
        usable = {key: value for key, value in usable.items() if key not in halves}


def _is_open(forms: StatisticalForms, unit: Unit, key: RowKey, values: Values) -> bool:
    """Whether a unit is to tell a row and its figure is not known; a sum of others is not to be held against it."""
    return forms.applies_to(*key, unit.level) and values[key] == UNKNOWN


def _lacks_other(forms: StatisticalForms, unit: Unit, form: int, codes: frozenset[str], values: Values) -> bool:
    asked = [code for code in codes if forms.applies_to(form, code, unit.level)]
    return len(asked) == len(codes) and any(values[form, code] == UNKNOWN for code in asked)


def _rows(forms: StatisticalForms, told: Sequence[tuple[Unit, Values]], own: Values) -> dict[RowKey, Summed]:
    found = {
        (form.form, row.code): _summed(forms, (form.form, row.code), row, told, own)
        for form in forms.forms
        for row in form.rows
        if row.kind != "group"
    }
    plain = {(form.form, row.code) for form in forms.forms for row in form.rows if not row.is_computed}
    sums = {key: one.value for key, one in found.items() if key in plain and one.value != UNKNOWN}
    whole = computed(forms, sums)
    return {
        key: one
        if key in plain or whole[key] == UNKNOWN
        else replace(one, value=whole[key], way=formula(forms.form(key[0]).row(key[1])))
        for key, one in found.items()
    }


def _summed(
    forms: StatisticalForms, key: RowKey, row: FormRow, told: Sequence[tuple[Unit, Values]], own: Values
) -> Summed:
    asked = [one for one in told if _is_asked(forms, key, one, own)]
    shares = tuple((unit, values[key]) for unit, values in asked)
    weights = _weights(forms, key, asked)
    found = together(row, [value for _, value in shares], weights)
    decided = own.get(key, UNKNOWN) if row.kind in ("percent", "choice") and not row.is_computed else UNKNOWN
    if decided != UNKNOWN and (weights is None or found.value == UNKNOWN):
        return Summed(decided, shares, way=_OF_OFFICE)
    way = _OF_OFFICE if asked and all(values is own for _, values in asked) else found.way
    return Summed(found.value, shares, tuple(asked[place][0] for place in found.without), way)


def _weights(forms: StatisticalForms, key: RowKey, asked: Sequence[tuple[Unit, Values]]) -> Weights | None:
    """Return what the units tell of the row by which a share is weighted; None where the forms name no such row."""
    code = next((one.by for one in forms.weights if (one.form, one.code) == key), None)
    if code is None:
        return None
    by = (key[0], code)
    return Weights(code, [values[by] if forms.applies_to(*by, unit.level) else UNKNOWN for unit, values in asked])


def _is_asked(forms: StatisticalForms, key: RowKey, one: tuple[Unit, Values], own: Values) -> bool:
    """Whether a unit is to tell a row; the office itself is asked for none, and tells what it has."""
    unit, values = one
    return forms.applies_to(*key, unit.level) and (values is not own or values[key] != UNKNOWN)


def incomplete(aggregated: Aggregated) -> Iterator[tuple[RowKey, Summed]]:
    """Yield the rows whose figure is that of some units, but not of all that are to tell it."""
    for key, one in aggregated.rows.items():
        if one.value != UNKNOWN and one.without and len(one.without) < len(one.shares):
            yield key, one


def not_added(aggregated: Aggregated) -> Iterator[tuple[RowKey, Summed]]:
    """Yield the rows that some units told and of which no figure could be put together; its ``way`` says why."""
    for key, one in aggregated.rows.items():
        if one.value == UNKNOWN and len(one.without) < len(one.shares):
            yield key, one
