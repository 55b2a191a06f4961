"""The level lines that are drawn on a page, whatever they are drawn with: strokes, thin boxes, curves, pictures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from pdfplumber.page import Page

_THIN = 4.0
"""Points: what is higher is a box, not a line."""
_SHORTEST = 12.0


@dataclass(frozen=True)
class Stroke:
    """One line, in points from the upper left corner of the page."""

    x0: float
    x1: float
    y: float
    solid: bool = True
    name: str = ""

    @property
    def middle(self) -> float:
        """Half way between its ends."""
        return (self.x0 + self.x1) / 2


def strokes_of(page: Page) -> tuple[Stroke, ...]:
    """Return the level lines of a page from top to bottom, each once."""
    items = chain(page.lines, page.rects, page.curves, page.images)
    found = {
        _stroke(one) for one in items if one["bottom"] - one["top"] <= _THIN and one["x1"] - one["x0"] >= _SHORTEST
    }
    return tuple(sorted(found, key=lambda one: (one.y, one.x0)))


def _stroke(item: Mapping[str, Any]) -> Stroke:
    pattern = item.get("dash") or ()
    dashes = pattern[0] if isinstance(pattern, tuple | list) and pattern else ()
    return Stroke(round(item["x0"], 1), round(item["x1"], 1), round((item["top"] + item["bottom"]) / 2, 1), not dashes)
