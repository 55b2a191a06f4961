"""Drawn rules put straight: those of a turned page are level and upright but for the last digit of a float."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pdfplumber.page import Page

_SLANT = 0.01
"""Points by which the ends of a level rule may differ in height; a table compares its rules exactly."""
_REMEMBERED = 4
"""Places of a path that are compared with the next one: enough to go round a box."""
_EDGES = (("x0", "x1", "width"), ("y0", "y1", "height"), ("top", "bottom", "height"))


def straighten(page: Page) -> None:
    """Put what is drawn on a page straight, so that a level rule has one height and an upright one a single place.

    A path that then goes round a box counts as a box, not as a curve.
    """
    drawn = page.objects
    for item in drawn.get("line", ()):
        _level(item)
    for item in drawn.get("curve", ()):
        item["pts"] = _stepped(item["pts"])
    boxes = [{**item, "object_type": "rect"} for item in drawn.get("curve", ()) if _is_box(item["pts"])]
    if boxes:
        drawn["curve"] = [item for item in drawn["curve"] if not _is_box(item["pts"])]
        drawn["rect"] = [*drawn.get("rect", ()), *boxes]


def _level(rule: dict[str, Any]) -> None:
    for near, far, length in _EDGES:
        if 0 < abs(rule[far] - rule[near]) < _SLANT:
            rule.update({far: rule[near], length: 0.0})


def _stepped(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return the points of a path, each level with, or right below or above, those that it nearly is."""
    seen: tuple[list[float], list[float]] = [], []
    return [(_known(x, seen[0]), _known(y, seen[1])) for x, y in points]


def _known(place: float, seen: list[float]) -> float:
    """Return the place among those seen that it is near to; itself, seen from now on, where there is none."""
    found = next((one for one in seen[-_REMEMBERED:] if abs(one - place) < _SLANT), None)
    if found is None:
        seen.append(place)
    return place if found is None else found


def _is_box(points: Sequence[tuple[float, float]]) -> bool:
    """Tell whether a path goes round a box along its sides."""
    corners = list(dict.fromkeys(points))
    sides = zip(points, points[1:], strict=False)
    straight = all(x0 == x1 or y0 == y1 for (x0, y0), (x1, y1) in sides)
    return straight and len(corners) == 4 and len({x for x, _ in corners}) == len({y for _, y in corners}) == 2
