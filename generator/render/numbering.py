"""Lists that begin anew in each round of a loop: each round gets a list of its own in the numbering of the file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from generator.render.tree import LISTS

NUMBERING = "word/numbering.xml"


class ListPlan(NamedTuple):
    """What is needed to write further lists into the numbering of a template."""

    before: str
    """The part up to where they are added."""
    after: str
    free: int
    """The first id that no list has."""
    lists: Mapping[str, str]
    """What is in a list that begins anew, by the name of list and level."""


class ListRounds:
    """The lists of one document: handed out as its loops go round, then written."""

    def __init__(self, plan: ListPlan | None) -> None:
        self._plan = plan
        self._begun: list[str] = []

    def values(self) -> dict[str, Callable[[str], int]]:
        """Return what the program of a template asks for the id of a new list; empty when it never asks."""
        plan = self._plan
        if plan is None:
            return {}

        def begin(key: str) -> int:
            self._begun.append(plan.lists[key])
            return plan.free + len(self._begun) - 1

        return {LISTS: begin}

    def parts(self) -> dict[str, bytes]:
        """Return the numbering with the lists that were begun; empty for a template without such lists."""
        if self._plan is None:
            return {}
        before, after, free, _ = self._plan
        added = (f'<w:num w:numId="{number}">{xml}</w:num>' for number, xml in enumerate(self._begun, free))
        return {NUMBERING: "".join([before, *added, after]).encode()}
