"""A target whose printed sentence or row was edited."""

from __future__ import annotations

import re
from typing import Any, Final

from generator.model.base import plain_number
from generator.model.plan import Comparator
from generator.vietnamese.marks import plain
from generator.vietnamese.numbers import parse_number

Values = dict[str, Any]

_FIGURE: Final = re.compile(r"(?P<sign>[≥>≤<]?)\s*(?P<number>-?\d[\d.]*(?:,\d+)?)\s*(?P<unit>[^\d\s].*)?")
_NUMBER: Final = re.compile(r"\d[\d.]*(?:,\d+)?")
_END: Final = re.compile(r"\s*[;.]+\s*$")
_SIGNS: Final = {
    "≥": Comparator.AT_LEAST.value,
    ">": Comparator.MORE_THAN.value,
    "≤": Comparator.AT_MOST.value,
    "<": Comparator.LESS_THAN.value,
}
_NONE: Final = "-"
_FIGURES: Final = ("comparator", "value", "unit", "last_year")
_CELLS: Final = 5
"""Number, metric, last year's result, goal, leading unit."""


def without_end(text: str) -> str:
    """Return a line of a list without the mark that ends it, which print sets."""
    return _END.sub("", text)


def from_line(target: Values, before: Values | None, after: Values) -> Values:
    """Return the target of a line: its figure or its metric changed, else the whole sentence as its metric."""
    old, new, metric = without_end(before["text"] if before else ""), without_end(after["text"]), target["metric"]
    if metric and old.startswith(metric) and new.startswith(metric):
        value = _changed_number(old[len(metric) :], new[len(metric) :])
        if value is not None:
            return {**target, "value": value}
    end = old.removeprefix(metric)
    if metric and old.startswith(metric) and new.endswith(end) and new != end:
        return {**target, "metric": new.removesuffix(end)}
    return {**{name: value for name, value in target.items() if name not in _FIGURES}, "metric": new}


def _changed_number(old: str, new: str) -> int | float | str | None:
    """Return the number of a phrase in which nothing but its one number is another."""
    found = _NUMBER.findall(new)
    if len(found) != 1 or len(_NUMBER.findall(old)) != 1 or _NUMBER.sub("", old) != _NUMBER.sub("", new):
        return None
    value = parse_number(found[0])
    return None if value is None else plain_number(value)


def from_row(target: Values, before: list[Values] | None, after: list[Values]) -> Values | None:
    """Return the target of a row of the table; None where a figure in it cannot be understood."""
    old = [cell.get("text", "") for cell in before or ()] or [""] * _CELLS
    new = [cell.get("text", "") for cell in after]
    if len(old) != _CELLS or len(new) != _CELLS or not new[1]:
        return None
    _, metric, last_year, goal, lead = (text if text != shown else None for shown, text in zip(old, new, strict=True))
    made = {**target, **({"metric": metric} if metric else {}), **({"lead": plain(lead)} if lead else {})}
    if lead == "":
        made.pop("lead", None)
    figures = [_goal(goal) if goal is not None else {}, _last_year(last_year) if last_year is not None else {}]
    if None in figures:
        return None
    made |= {name: value for found in figures for name, value in (found or {}).items()}
    return {name: value for name, value in made.items() if value is not None}


def _goal(text: str) -> Values | None:
    if text in ("", _NONE):
        return dict.fromkeys(("comparator", "value", "unit"))
    match = _FIGURE.fullmatch(plain(text))
    value = parse_number(match["number"]) if match else None
    if match is None or value is None:
        return None
    return {"comparator": _SIGNS.get(match["sign"]), "value": plain_number(value), "unit": match["unit"]}


def _last_year(text: str) -> Values | None:
    if text in ("", _NONE):
        return {"last_year": None}
    match = _FIGURE.fullmatch(plain(text))
    value = parse_number(match["number"]) if match else None
    return None if value is None else {"last_year": plain_number(value)}
