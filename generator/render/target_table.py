"""The targets of a plan, as sentences and as a table."""

from __future__ import annotations

from decimal import Decimal

from generator.model.plan import Comparator, Plan, Target
from generator.render.grid import HEADING, Grid, GridCell
from generator.render.rich_text import paragraphs_of
from generator.vietnamese.marks import escape
from generator.vietnamese.numbers import format_number

_PHRASES = {
    Comparator.AT_LEAST: "đạt từ {} trở lên",
    Comparator.MORE_THAN: "đạt trên {}",
    Comparator.EQUAL: "đạt {}",
    Comparator.AT_MOST: "không quá {}",
    Comparator.LESS_THAN: "dưới {}",
}
_HEADINGS = ("STT", "Chỉ tiêu", "Kết quả năm {last}", "Chỉ tiêu năm {year}", "Chủ trì")
_WIDTHS = (13.0, 75.0, 24.0, 24.0, 24.0)


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


def target_grid(plan: Plan) -> Grid:
    """Return the targets as a table with last year's results."""
    years = {"year": plan.year or "", "last": plan.year - 1 if plan.year else "trước"}
    heading = tuple(GridCell((text.format(**years).strip(),), style=HEADING) for text in _HEADINGS)
    rows = [_row(position, target) for position, target in enumerate(plan.targets, start=1)]
    return Grid(_WIDTHS, (heading, *rows))


def _row(position: int, target: Target) -> tuple[GridCell, ...]:
    unit = target.unit
    last_year = figure(target.last_year, unit) if target.last_year is not None else "-"
    return (
        GridCell((str(position),), align="center"),
        GridCell(paragraphs_of(target.metric)),
        GridCell((escape(last_year),), align="center"),
        GridCell((escape(_goal(target)),), align="center"),
        GridCell(paragraphs_of(escape(target.lead or ""))),
    )


def _goal(target: Target) -> str:
    if target.value is None:
        return "-"
    signs = {
        Comparator.AT_LEAST: "≥ ",
        Comparator.MORE_THAN: "> ",
        Comparator.AT_MOST: "≤ ",
        Comparator.LESS_THAN: "< ",
    }
    sign = signs.get(target.comparator, "") if target.comparator else ""
    return f"{sign}{figure(target.value, target.unit)}"
