"""A piece of a batch and what comes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from generator.errors import DataError

Digests = Mapping[str, str | None]
"""SHA-256 of files by their absolute path; None for one that was looked for and is not there."""


class State(StrEnum):
    """How a job ended; the value is what the ledger holds."""

    DONE = "done"
    ATTENTION = "attention"
    """Its files are there, and a person has to look at them: a document that is not ready to be signed."""
    FAILED = "failed"


@dataclass(frozen=True)
class Product:
    """What a job makes."""

    files: tuple[bytes, ...]
    """In the order of the job's targets, of which the last may have none; empty where there is nothing to write, which
    the remarks tell."""
    read: Digests = field(default_factory=dict)
    """The files that went into it, beside what the job's digest covers."""
    remarks: tuple[str, ...] = ()
    """What a person should know, one thing a line, in Vietnamese."""
    ready: bool = True
    """False where a person has to look at it."""
    moment: int = 0
    """Seconds since 1970 that a PDF made of it bears as its time of making."""


@dataclass(frozen=True, slots=True)
class Job:
    """One piece of a batch."""

    label: str
    """What messages and the manifest call it: a data file, a row of a table."""
    run: Callable[[], Product]
    """Makes the product; picklable, and the same on every call. A GeneratorError is the reason of a failure."""
    digest: str
    """SHA-256 of all that is known beforehand: version, settings, values."""
    targets: tuple[str, ...] = ()
    """The names of its files in the output folder."""
    keeps_work: bool = False
    """Whether a file in which a person has worked stays, as a form that is filled in, and is not made anew."""

    @property
    def key(self) -> str:
        """What the ledger knows it by: its first file, which stays the same when the rows of a table move."""
        return self.targets[0] if self.targets else self.label


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a job ended, as plain values."""

    key: str
    state: State
    digest: str
    """That of the job."""
    remarks: tuple[str, ...] = ()
    files: tuple[tuple[str, str], ...] = ()
    """Name and SHA-256 of each file in the output folder."""
    read: Digests = field(default_factory=dict)
    moment: int = 0
    left: tuple[tuple[str, str], ...] = ()
    """Like ``files``, those that an earlier run made, or this one before it failed, and that still stand there."""
    notes: tuple[str, ...] = ()
    """What stands beside, one thing a line: files of earlier runs, a person's work that was kept."""
    origin: str = ""
    """The order that it was done for."""

    def is_of(self, origin: str) -> bool:
        """Tell whether it was done for an order; what an earlier version of the program did counts as anybody's."""
        return self.origin in ("", origin)

    @property
    def written(self) -> Mapping[str, str]:
        """The SHA-256 by name of every file that the batch itself has put there."""
        return dict((*self.left, *self.files))


@dataclass(frozen=True)
class Refused:
    """The callable of a job that cannot be done, which says why."""

    message: str
    hint: str | None = None

    def __call__(self) -> Product:
        """Raise DataError with the reason."""
        raise DataError(self.message, hint=self.hint)


def file_digest(path: Path) -> str | None:
    """Return the SHA-256 of a file; None when there is no file that can be read."""
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        # What cannot be read counts as changed; who needs it tells why.
        return None
