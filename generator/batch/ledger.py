"""The ledger of an output folder: how each job ended, one JSON line each, only ever added to.

A line reaches the system before the next job is taken up, so that a kill loses none; one that was cut off by a power
failure is passed over. A line alone proves nothing: a job counts as done only while its files are as the line says.
The files that went into a job are named from the folder of the ledger, so that a copy of a working folder is held
against its own files and not against those that it was copied from.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Any

import orjson

from generator.batch.folder import absolute
from generator.batch.job import Outcome, State
from generator.errors import UsageError
from generator.files import reason, write_atomic

FORMAT = 1
_SECONDS_BETWEEN_SYNCS = 1.0
_WORTH_REWRITING = 200
"""Lines that later ones have overtaken, from which on the ledger is written anew."""


class Ledger:
    """The ledger, open for writing; use it as a context manager.

    Raises UsageError when it cannot be read or written: what could not be taken up again is not begun.
    """

    def __init__(self, path: Path) -> None:
        self._path, self._folder = path, os.path.abspath(path.parent)  # noqa: PTH100
        self._stream: IO[bytes] | None = None
        self._synced = 0.0
        self._entries: dict[str, Outcome] = {}

    def __enter__(self) -> Ledger:
        """Read what is there and open it for more."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            data = self._path.read_bytes() if self._path.exists() else b""
            lines = data.splitlines()
            entries = (_entry(line, self._folder) for line in lines)
            self._entries = {entry.key: entry for entry in entries if entry is not None}
            if len(lines) - len(self._entries) > _WORTH_REWRITING:
                data = b"".join(_line(entry, self._folder) for entry in self._entries.values())
                write_atomic(self._path, data)
            self._stream = self._path.open("ab")
            if data and not data.endswith(b"\n"):
                self._write(b"\n")
        except OSError as failure:
            raise self._refusal(failure) from failure
        return self

    def __exit__(
        self, kind: type[BaseException] | None, failure: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it, all of it on the disk."""
        if self._stream is not None:
            try:
                self._sync()
                self._stream.close()
            except OSError as problem:
                if failure is None:
                    raise self._refusal(problem) from problem

    def get(self, key: str) -> Outcome | None:
        """Return how the job of a key ended last; None when nothing is known of it."""
        return self._entries.get(key)

    def entries(self) -> Sequence[Outcome]:
        """Return how every job ended last of which anything is known, in the order in which they were first done."""
        return tuple(self._entries.values())

    def record(self, outcome: Outcome) -> None:
        """Add how a job ended."""
        try:
            self._write(_line(outcome, self._folder))
        except OSError as failure:
            raise self._refusal(failure) from failure
        self._entries[outcome.key] = outcome

    def _write(self, line: bytes) -> None:
        assert self._stream is not None
        self._stream.write(line)
        self._stream.flush()
        if time.monotonic() - self._synced > _SECONDS_BETWEEN_SYNCS:
            self._sync()

    def _sync(self) -> None:
        assert self._stream is not None
        self._stream.flush()
        os.fsync(self._stream.fileno())
        self._synced = time.monotonic()

    def _refusal(self, failure: OSError) -> UsageError:
        hint = "khắc phục rồi chạy lại với --resume: việc đã xong không phải làm lại"
        return UsageError(f"không ghi được sổ của lô: {reason(failure)}", where=str(self._path), hint=hint)


def _line(outcome: Outcome, folder: str) -> bytes:
    read = {_from(folder, path): digest for path, digest in outcome.read.items()}
    values = {
        "format": FORMAT, "key": outcome.key, "state": outcome.state.value, "digest": outcome.digest,
        "remarks": outcome.remarks, "files": outcome.files, "read": read, "moment": outcome.moment,
        "left": outcome.left, "notes": outcome.notes, "origin": outcome.origin,
    }  # fmt: skip
    return orjson.dumps(values, option=orjson.OPT_APPEND_NEWLINE)


def _from(folder: str, path: str) -> str:
    try:
        return os.path.relpath(path, folder)
    except ValueError:
        # Windows: another drive.
        return path


def _entry(line: bytes, folder: str) -> Outcome | None:
    """Return the entry of a line; None for one that was cut off or that another version wrote."""
    try:
        values: Mapping[str, Any] = orjson.loads(line)
        if values["format"] != FORMAT:
            return None
        files, left = (_named(values.get(name, ())) for name in ("files", "left"))
        remarks, notes = (tuple(map(str, values.get(name, ()))) for name in ("remarks", "notes"))
        read = {absolute(Path(folder, path)): digest for path, digest in values["read"].items()}
        origin = str(values.get("origin", ""))
        state, moment = State(values["state"]), int(values["moment"])
        return Outcome(
            str(values["key"]), state, str(values["digest"]), remarks, files, read, moment, left, notes, origin
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        # A cut line belongs to a job that is done again; there is nothing to tell.
        return None


def _named(pairs: Iterable[Any]) -> tuple[tuple[str, str], ...]:
    return tuple((str(name), str(digest)) for name, digest in pairs)
