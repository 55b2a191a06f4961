"""The row below a table's heading that numbers its columns and says which add up: (1) (2) (3)=(4)+(5) (4) (5)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_NUMBER = r"\(?\s*(\d{1,2})\s*\)?"
_INDEX = re.compile(rf"{_NUMBER}(?:\s*=(?P<rule>.+))?", re.DOTALL)
_LETTERED = re.compile(r"\(?[A-E]\)?")
_ADDED = re.compile(rf"\s*{_NUMBER}(?:\s*[+–-]\s*{_NUMBER})+\s*")
_TERM = re.compile(rf"(?P<sign>[+–-])?\s*{_NUMBER}")
_FEWEST = 3


@dataclass(frozen=True)
class AddedColumns:
    """A column that is said to be others added up or taken away, by their places from 0."""

    place: int
    added: tuple[int, ...]
    taken: tuple[int, ...] = ()


def is_index_row(cells: Sequence[str]) -> bool:
    """Tell whether the cells number their columns from 1, behind A and B where they begin so: no row of figures."""
    return bool(_places(cells))


def added_columns(cells: Sequence[str]) -> tuple[AddedColumns, ...]:
    """Return the columns that the row of column numbers gives as sums and differences; none where it has none."""
    places = _places(cells)
    found = []
    for place in places.values():
        match = _INDEX.fullmatch(cells[place].strip())
        rule = match["rule"] if match else None
        if rule and _ADDED.fullmatch(rule):
            terms = [(one["sign"] or "+", int(one[2])) for one in _TERM.finditer(rule)]
            if all(number in places and places[number] != place for _, number in terms):
                added = tuple(places[number] for sign, number in terms if sign == "+")
                found.append(AddedColumns(place, added, tuple(places[number] for sign, number in terms if sign != "+")))
    return tuple(found)


def _places(cells: Sequence[str]) -> dict[int, int]:
    """Return the place of each number; empty where the cells are anything but numbers in order."""
    start = 0
    while start < len(cells) and _LETTERED.fullmatch(cells[start].strip()):
        start += 1
    found = [_INDEX.fullmatch(cell.strip()) for cell in cells[start:]]
    if len(found) < _FEWEST or any(one is None or int(one[1]) != number for number, one in enumerate(found, 1)):
        return {}
    return {number: start + number - 1 for number in range(1, len(found) + 1)}
