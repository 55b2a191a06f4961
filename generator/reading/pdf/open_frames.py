"""Rules that a table without its outer borders lacks: what closes the cells at its edges."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from pdfplumber.table import merge_edges

_NEAR = 3.0
_SHORTEST = 8.0
"""Points: shorter rules are dashes, not edges of cells."""
_TALLEST_ROW = 40.0
"""Points: a row with one cell across the table, as the name of a group has it."""
_MOST = 4_000
"""Rules of a page: more are a chart, and comparing them would take long."""


def closing_rules(edges: Sequence[dict[str, Any]]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return the upright and the level rules that close tables drawn without those at their edges.

    A table is told by rules that cross: where level ones reach beyond the outermost upright ones there are cells
    without a side, and where upright ones reach beyond the level ones there are cells without a top or bottom.
    """
    if len(edges) > _MOST:
        return [], []
    whole = merge_edges(list(edges), _NEAR, _NEAR, _NEAR, _NEAR)
    levels = [_span(edge, "x", "top") for edge in whole if edge["orientation"] == "h"]
    uprights = [_span(edge, "top", "x") for edge in whole if edge["orientation"] == "v"]
    levels, uprights = (
        [one for one in levels if one[1] - one[0] > _SHORTEST],
        [one for one in uprights if one[1] - one[0] > _SHORTEST],
    )
    sides = [_rule("v", at, first, last) for at, first, last in _missing(levels, uprights)]
    ends = [_rule("h", at, first, last) for at, first, last in _missing(uprights, levels)]
    return sides, ends


def _span(edge: dict[str, Any], along: str, across: str) -> tuple[float, float, float]:
    """Return where a rule begins and ends, and at which height or distance it stands."""
    if along == "x":
        return float(edge["x0"]), float(edge["x1"]), float(edge["top"])
    return float(edge["top"]), float(edge["bottom"]), float(edge["x0"])


def _missing(
    rules: Sequence[tuple[float, float, float]], crossing: Sequence[tuple[float, float, float]]
) -> Iterator[tuple[float, float, float]]:
    """Yield place, beginning and end of each crossing rule that is not there at the ends of rules.

    Rules of one length belong to one table when a crossing one joins two of them at least.
    """
    for begin, end in _lengths(rules):
        own = [at for first, last, at in rules if abs(first - begin) < _NEAR and abs(last - end) < _NEAR]
        met = [(first, last) for first, last, at in crossing if begin - _NEAR < at < end + _NEAR]
        for first, last in _joined(met, own):
            if sum(first - _NEAR < at < last + _NEAR for at in own) < 2:
                continue
            for place in (begin, end):
                beside = (abs(at - place) < _NEAR and _overlap((a, b), (first, last)) for a, b, at in crossing)
                if not any(beside):
                    yield place, first, last


def _lengths(rules: Sequence[tuple[float, float, float]]) -> list[tuple[float, float]]:
    """Return beginning and end of rules, each pair once."""
    found: list[tuple[float, float]] = []
    for first, last, _ in rules:
        if not any(abs(first - begin) < _NEAR and abs(last - end) < _NEAR for begin, end in found):
            found.append((first, last))
    return found


def _joined(spans: Sequence[tuple[float, float]], rules: Sequence[float]) -> list[tuple[float, float]]:
    """Return the spans, those that touch as one, and those with a row between two of the rules where none crosses."""
    found: list[tuple[float, float]] = []
    for first, last in sorted(spans):
        end = found[-1][1] if found else 0.0
        at_rules = all(any(abs(at - place) < _NEAR for at in rules) for place in (first, end))
        if found and (first <= end + _NEAR or (first - end < _TALLEST_ROW and at_rules)):
            found[-1] = (found[-1][0], max(end, last))
        else:
            found.append((first, last))
    return found


def _overlap(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return min(one[1], other[1]) - max(one[0], other[0]) > _NEAR


def _rule(orientation: str, at: float, first: float, last: float) -> dict[str, Any]:
    level = orientation == "h"
    x0, x1, top, bottom = (first, last, at, at) if level else (at, at, first, last)
    return {
        "object_type": "line_edge",
        "orientation": orientation,
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "width": x1 - x0,
        "height": bottom - top,
    }
