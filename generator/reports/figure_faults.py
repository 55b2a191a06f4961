"""Cross-checks of the statistical forms: arithmetic that finds a wrong figure before it enters a sum."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from generator.diagnostics import Severity
from generator.registers.statistics import FormRow, Limit, StatisticalForm, StatisticalForms
from generator.registers.unit import Level
from generator.reports.figures import NONE, Value, Values, computed
from generator.vietnamese.numbers import format_number

_ROUNDING: Final = Decimal("0.05")
"""Shares are often written to one decimal, half up."""


@dataclass(frozen=True)
class FigureFault:
    """What is wrong with the figure of a row."""

    form: int
    code: str
    severity: Severity
    message: str
    found: str
    expected: str
    doubted: tuple[str, ...] = ()
    """Codes of the rows of which one at least is wrong; a sum that is to be right takes none of them."""


def figure_faults(forms: StatisticalForms, filled: Values, level: Level | None = None) -> Iterator[FigureFault]:
    """Yield what contradicts the kind of a row, the rows it follows from, or those that it cannot exceed.

    ``level``: that of the unit; a figure in a row that such units do not fill in is a warning.
    """
    values = computed(forms, filled, level)
    for form in forms.forms:
        for row in form.rows:
            own = filled.get((form.form, row.code))
            if own is not None and own.number is not None:
                yield from _own_faults(form, row, own.number)
                yield from _computed_faults(form, row, own.number, values)
                if level and not forms.applies_to(form.form, row.code, level):
                    message = "đơn vị cấp này không báo cáo dòng này"
                    found = format_number(own.number)
                    yield FigureFault(form.form, row.code, Severity.WARNING, message, found, "để trống")
            yield from _excess(form, row, values, forms)
    for limit in forms.limits:
        yield from _limit_faults(limit, values)


def _own_faults(form: StatisticalForm, row: FormRow, number: Decimal) -> Iterator[FigureFault]:
    found = format_number(number)
    if row.kind == "group":
        yield _error(form, row, "dòng tiêu đề không có số liệu", found, "để trống")
    elif row.kind == "choice" and number not in row.choices.values():
        named = ", ".join(f"{code} ({answer})" for answer, code in row.choices.items())
        yield _error(form, row, "không phải mã của câu trả lời nào", found, named)
    elif number < 0:
        yield _error(form, row, "số liệu không thể âm", found, "từ 0 trở lên")
    elif row.kind == "percent" and number > 100:  # noqa: PLR2004
        yield _error(form, row, "tỷ lệ lớn hơn 100%", found, "từ 0 đến 100")
    elif row.kind == "count" and number != number.to_integral_value():
        yield _error(form, row, "số đếm phải là số nguyên", found, "số nguyên")


def _computed_faults(form: StatisticalForm, row: FormRow, number: Decimal, values: Values) -> Iterator[FigureFault]:
    right = values[form.form, row.code].number if row.is_computed else None
    if row.is_computed and values[form.form, row.code] == NONE and number:
        rows = ", ".join(row.percent_of or row.total_of)
        message = f"dòng này tính từ các dòng {rows}, ở đó không phát sinh"
        yield _error(form, row, message, format_number(number), "không phát sinh", row.percent_of or row.total_of)
    if right is None:
        return
    if row.percent_of and abs(number - right) > _ROUNDING:
        part, whole = row.percent_of
        message = f"tỷ lệ khác với dòng {part} chia cho dòng {whole}"
        yield _error(form, row, message, format_number(number), format_number(right), row.percent_of)
    elif row.total_of and number != right:
        message = f"tổng khác với các dòng cộng lại ({' + '.join(row.total_of)})"
        yield _error(form, row, message, format_number(number), format_number(right), row.total_of)


def _excess(form: StatisticalForm, row: FormRow, values: Values, forms: StatisticalForms) -> Iterator[FigureFault]:
    if row.at_most is None:
        return
    lenient = any(one.lenient and (one.form, one.parts) == (form.form, (row.code,)) for one in forms.limits)
    if not lenient:
        limit = Limit(form=form.form, parts=(row.code,), at_most=row.at_most)
        yield from _limit_faults(limit, values)


def _limit_faults(limit: Limit, values: Values) -> Iterator[FigureFault]:
    most = values[limit.form, limit.at_most]
    numbers = [one.number for code in limit.parts if (one := values[limit.form, code]).number is not None]
    added = sum(numbers, Decimal(0))
    bound = Decimal(0) if most == Value(absent="none") else most.number
    if bound is None or added <= bound:
        return
    severity = Severity.WARNING if limit.lenient else Severity.ERROR
    summed = "tổng các dòng này" if len(limit.parts) > 1 else "số liệu dòng này"
    message = f"{summed} lớn hơn dòng {limit.at_most}"
    found = " + ".join(limit.parts) + f" = {format_number(added)}"
    expected = f"không quá {format_number(bound)}"
    doubted = () if limit.lenient else (*limit.parts, limit.at_most)
    yield FigureFault(limit.form, limit.parts[0], severity, message, found, expected, doubted)


def _error(
    form: StatisticalForm, row: FormRow, message: str, found: str, expected: str, others: tuple[str, ...] = ()
) -> FigureFault:
    """Return a fault of a row; ``others`` are the rows that it contradicts."""
    return FigureFault(form.form, row.code, Severity.ERROR, message, found, expected, (row.code, *others))
