"""A target in words: the sentence that prints it, and the figures of its row in a table."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from generator.model.plan import Comparator, Plan, Target
from generator.vietnamese.marks import escape
from generator.vietnamese.numbers import format_number

_PHRASES: Final = {
    Comparator.AT_LEAST: "đạt từ {} trở lên",
    Comparator.MORE_THAN: "đạt trên {}",
    Comparator.EQUAL: "đạt {}",
    Comparator.AT_MOST: "không quá {}",
    Comparator.LESS_THAN: "dưới {}",
}
_SIGNS: Final = {
    Comparator.AT_LEAST: "≥ ",
    Comparator.MORE_THAN: "> ",
    Comparator.AT_MOST: "≤ ",
    Comparator.LESS_THAN: "< ",
}
_NONE: Final = "-"
_HEADINGS: Final = ("STT", "Chỉ tiêu", "Kết quả năm {last}", "Chỉ tiêu năm {year}", "Chủ trì")


def figure(value: Decimal, unit: str | None) -> str:
    """Return a figure with its unit: ``98,5%``, ``02 thủ tục`` stays ``2 thủ tục``."""
    number = format_number(value)
    if unit is None:
        return number
    return f"{number}%" if unit == "%" else f"{number} {unit}"


def target_text(target: Target) -> str:
    """Return the target as rich text: ``Tỷ lệ … đạt từ 98% trở lên``; the metric alone when it has no figure."""
    if target.value is None:
        return target.metric
    phrase = _PHRASES[target.comparator or Comparator.EQUAL]
    return f"{target.metric} {escape(phrase.format(figure(target.value, target.unit)))}"


def goal(target: Target) -> str:
    """Return the figure to be reached as a table prints it: ``≥ 98%``; a dash when there is none."""
    if target.value is None:
        return _NONE
    sign = _SIGNS.get(target.comparator, "") if target.comparator else ""
    return f"{sign}{figure(target.value, target.unit)}"


def last_result(target: Target) -> str:
    """Return last year's result as a table prints it: ``96%``; a dash when it is not known."""
    return figure(target.last_year, target.unit) if target.last_year is not None else _NONE


def target_headings(plan: Plan) -> tuple[str, ...]:
    """Return the headings of the table: number, metric, last year's result, goal, leading unit."""
    years = {"year": plan.year or "", "last": plan.year - 1 if plan.year else "trước"}
    return tuple(text.format(**years).strip() for text in _HEADINGS)
