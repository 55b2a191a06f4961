"""Files in the output folder that no job of this run gives any more, and those of other orders."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import NamedTuple

from generator.batch.folder import OutputFolder
from generator.batch.job import Outcome
from generator.batch.ledger import Ledger
from generator.batch.names import same_file


class Leftover(NamedTuple):
    """What an output folder holds beside what this run gives."""

    own: tuple[Outcome, ...]
    """What earlier runs of the same order made, with only the files that are still there."""
    others: int
    """How many files other orders made that are still there."""


def leftover(ledger: Ledger, folder: OutputFolder, current: Collection[str], origin: str) -> Leftover:
    """Return what is left in the folder; ``current`` are the keys of all outcomes that hold in this run."""
    claimed = {same_file(name) for key in current if (entry := ledger.get(key)) for name in entry.written}
    own: list[Outcome] = []
    others = 0
    for entry in ledger.entries():
        if entry.key in current:
            continue
        files = tuple(one for one in entry.written.items() if same_file(one[0]) not in claimed and folder.has(one[0]))
        if not entry.is_of(origin):
            others += len(files)
        elif files:
            own.append(replace(entry, files=files, left=()))
    return Leftover(tuple(sorted(own, key=lambda one: one.key)), others)
