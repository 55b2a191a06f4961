"""The decree's measures as the tests of the page need them, read as data from the profile's file."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from tests.measuring.values import MM

PROFILE = Path(__file__).parents[2] / "generator/nd30/profile.yaml"


@cache
def _profile() -> Any:
    return YAML(typ="safe", pure=True).load(PROFILE.read_text("utf-8"))


def measure_of(*path: str) -> Any:
    """Return an entry of the profile."""
    found = _profile()
    for name in path:
        found = found[name]
    return found


def component(name: str) -> Any:
    """Return the measures of a component."""
    return measure_of("components", name)


def sizes(entry: Any) -> tuple[float, float]:
    """Return the least and the greatest allowed size of an entry with one."""
    size = entry["size"]
    low, high = size["range"] if isinstance(size, dict) else (size, size)
    return float(low), float(high)


def flag(value: Any) -> bool | None:
    """Return a yes or no of the profile, None where it says nothing."""
    return value["value"] if isinstance(value, dict) else value


def margin(side: str) -> tuple[float, float]:
    """Return the least and the greatest margin in points, the tolerance included."""
    entry = measure_of("page", "margin", side)
    low, high = entry["range"]
    return (low - entry["tolerance"]) * MM, (high + entry["tolerance"]) * MM


def indents() -> list[float]:
    """Return the allowed first-line indents in points."""
    return [value * MM for value in measure_of("body", "first_line_indent", "values")]


def indent_tolerance() -> float:
    """Return how far a first line may lie off, in points."""
    return float(measure_of("body", "first_line_indent", "tolerance")) * MM
