"""Texts of a plan's body that say what a task of its table says too; the table tells who leads it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from generator.model.plan import Task
from generator.registers.names import words_of
from generator.transform.cells import CellsVerdict
from generator.transform.points import Point
from generator.transform.roles import Role, Verdict

_ENOUGH: Final = 0.7
"""Share of the pairs of words of a task's name that a text must hold to be about it."""
_LEAST: Final = 4
"""Pairs of words that a name must have to tell anything."""
_ORDER: Final = (Role.LEAD, Role.SUPPORT, Role.UNCLEAR)


class TaskNames:
    """The names of the tasks of one plan."""

    def __init__(self, points: Iterable[Point]) -> None:
        named = ((place, _pairs(point.text)) for place, point in enumerate(points) if isinstance(point.node, Task))
        self._names = [(place, pairs) for place, pairs in named if len(pairs) >= _LEAST]

    def told_in(self, text: str) -> tuple[int, ...]:
        """Return the places of the tasks that a text speaks of."""
        own = _pairs(text)
        return tuple(place for place, pairs in self._names if len(pairs & own) >= _ENOUGH * len(pairs))


def as_in_table(own: CellsVerdict, tasks: Sequence[tuple[Point, CellsVerdict]]) -> CellsVerdict:
    """Return what a text that names nobody is for a unit by the tasks of the table that it speaks of."""
    if not tasks or own.verdict.is_told or own.verdict.role not in _ORDER:
        return own
    for role in _ORDER:
        for point, found in tasks:
            if found.verdict.role is role:
                reason = f"cùng việc với {point.id} của Phụ lục: {found.verdict.reason}"
                return CellsVerdict(Verdict(role, reason, found.verdict.words, is_alone=found.verdict.is_alone))
    point, found = tasks[0]
    reason = f"cùng việc với {point.id} của Phụ lục do nơi khác chủ trì: {found.verdict.reason}"
    return CellsVerdict(Verdict(Role.OWN, reason, found.verdict.words))


def _pairs(text: str) -> frozenset[tuple[str, str]]:
    return frozenset(pairwise(word for word in words_of(text).words if word[0].isalnum()))
