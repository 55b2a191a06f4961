"""Which tasks of a unit's plan come from a plan above it: by document, point and hash, never by identity alone."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import Final

from generator.model.origin import OWN, ParentReference
from generator.model.plan import Plan, Task
from generator.model.progress import Progress
from generator.transform.higher import Higher
from generator.transform.points import content_hash

_DATA_FILES: Final = frozenset((".yaml", ".yml", ".json", ".xlsx", ".docx", ".pdf"))


@dataclass(frozen=True)
class Above:
    """The plan of a higher office, as plans below it name it."""

    plan: Plan
    file: str | None = None
    """Its data file; a plan that was derived before this one had a number names that."""

    @cached_property
    def names(self) -> frozenset[str]:
        """What the plan is called by those derived from it: 15/KH-SGDĐT, its data file."""
        numbered = Higher(self.plan, 0, None, None).name
        return frozenset((numbered, PurePosixPath(self.file).name) if self.file else (numbered,))

    @cached_property
    def _hashes(self) -> dict[str, str]:
        return {task.id: content_hash(task) for task in self.plan.tasks}

    def led(self, plan: Plan) -> Iterator[tuple[str, Task]]:
        """Yield the tasks of a unit's plan that the unit leads for this plan, after the identity of the task above."""
        if None in (plan.year, self.plan.year) or plan.year == self.plan.year:
            for task in plan.tasks:
                if task.parent is not None and task.parent.role != "support" and self._is_of(task.parent):
                    yield task.parent.item or "", task

    def is_told_of(self, progress: Progress) -> bool:
        """Whether what a unit tells is of this plan itself, and not of one of its own."""
        told = progress.plan
        if told is None:
            return False
        return _called(told.document) in self.names or told.hash == Higher(self.plan, 0, None, None).origin.hash

    def part(self, tasks: Collection[str]) -> Plan:
        """Return the plan of a unit that has none of its own: the tasks of this one that it leads, by identity."""
        name = Higher(self.plan, 0, None, None).name
        led = tuple(
            task.model_copy(
                update={"parent": ParentReference(document=name, item=task.id, role="lead", hash=self._hashes[task.id])}
            )
            for task in self.plan.tasks
            if task.id in tasks
        )
        return self.plan.model_copy(update={"tasks": led, "derivation": None})

    def is_above(self, plan: Plan) -> bool:
        """Whether some task of a unit's plan comes from this plan."""
        return any(task.parent is not None and self._is_of(task.parent) for task in plan.tasks)

    def _is_of(self, origin: ParentReference) -> bool:
        """Whether an origin is a task of this plan; a document that was given another name since counts by hash."""
        if origin.document == OWN or origin.item not in self._hashes:
            return False
        return _called(origin.document) in self.names or origin.hash == self._hashes[origin.item]


def _called(document: str) -> str:
    """Return what an origin calls a document: 15/KH-SGDĐT; of a data file its name without folders."""
    path = PurePosixPath(document)
    return path.name if path.suffix.lower() in _DATA_FILES else document
