"""The output folder of a batch: its files come out whole, one batch at a time works in it."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import IO, NamedTuple

from generator.batch.job import file_digest
from generator.errors import GeneratorError, UsageError
from generator.files import keep_copy, move, read_bytes, reason, write_atomic

WORK = ".vanban-batch"
"""What a batch keeps for itself in its folder: the ledger, the lock, files that are not yet whole."""


class Put(NamedTuple):
    """What became of a file that was to be put into the folder."""

    digest: str | None
    """Its SHA-256; None where it could not be put there."""
    aside: str | None = None
    """The name of the copy in which another's work that stood there is kept."""
    why: str | None = None
    """Why it could not be put there."""


@dataclass(frozen=True)
class OutputFolder:
    """The folder that a batch writes into."""

    path: Path

    @property
    def ledger(self) -> Path:
        """Where the ledger is."""
        return self.path / WORK / "so.jsonl"

    @property
    def staging(self) -> Path:
        """Where files are written before they are moved into their places; nothing in it outlives a batch."""
        return self.path / WORK / "tam"

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the folder for one batch, free of what an earlier one was killed over.

        Raises UsageError when another batch works in it or it cannot be written.
        """
        try:
            (self.path / WORK).mkdir(parents=True, exist_ok=True)
            lock = (self.path / WORK / "khoa").open("a+b")
        except OSError as failure:
            raise UsageError(f"không ghi được vào thư mục: {reason(failure)}", where=str(self.path)) from failure
        with lock:
            try:
                _lock(lock)
            except OSError as failure:
                told = "một lô khác đang ghi vào thư mục này"
                raise UsageError(told, where=str(self.path), hint="chờ lô kia xong hoặc chọn thư mục khác") from failure
            self._clear()
            try:
                yield
            finally:
                self._clear()

    def _clear(self) -> None:
        # Windows may hold a file for a moment: what stays behind goes with the next batch.
        shutil.rmtree(self.staging, ignore_errors=True)

    def put(self, name: str, data: bytes, known: str | None = None) -> Put:
        """Write a file whole; return its SHA-256 and what was kept.

        ``known`` is the hash that the ledger has of the file there, if any. A file that is neither that nor the new
        one is not the batch's work: it is kept as ``TÊN.cu``, ``TÊN.cu2`` and so on. Raises UsageError as
        `write_atomic` does.
        """
        digest = sha256(data).hexdigest()
        aside = self._keep_work(name, known, digest)
        write_atomic(self.path / name, data, staging=self.staging)
        return Put(digest, aside)

    def take(self, made: Path, name: str, known: str | None = None) -> Put:
        """Move a whole file of the disk of the folder into its place; return its SHA-256, or why not in Vietnamese.

        What stands there is kept as `put` keeps it.
        """
        digest = file_digest(made)
        try:
            aside = self._keep_work(name, known, digest)
        except GeneratorError as failure:
            return Put(None, None, str(failure))
        why = move(made, self.path / name)
        return Put(None if why else digest, aside, why)

    def is_of_others(self, name: str, known: str | None, digest: str | None) -> bool:
        """Tell whether a file is there that is neither what the ledger has of it nor what is to be put there."""
        return file_digest(self.path / name) not in (None, known, digest)

    def _keep_work(self, name: str, known: str | None, digest: str | None) -> str | None:
        if not self.is_of_others(name, known, digest):
            return None
        return keep_copy(self.path / name, read_bytes(self.path / name), staging=self.staging).name

    def has(self, name: str) -> bool:
        """Tell whether a file of this name is there."""
        return (self.path / name).is_file()

    def holds(self, files: Mapping[str, str]) -> bool:
        """Tell whether files, by name, are there with these hashes."""
        return all(file_digest(self.path / name) == digest for name, digest in files.items())


def _lock(stream: IO[bytes]) -> None:
    """Lock an open file until it is closed or its process ends; OSError when another one holds it."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(stream.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


def absolute(path: Path) -> str:
    """Return the path as the ledger names it."""
    return os.path.abspath(path)  # noqa: PTH100  Path.absolute leaves «..» in
