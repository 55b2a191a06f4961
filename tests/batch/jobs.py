"""Callables of jobs for the tests: at module level, as processes that are started anew have to find them."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from generator.batch.folder import absolute
from generator.batch.job import Job, Product, file_digest
from generator.errors import DataError


@dataclass(frozen=True)
class Copy:
    """Copies a file; its first line tells what happens instead: «bad» fails, «bug» raises, «die» ends the process."""

    source: Path
    seconds: float = 0.0

    def __call__(self) -> Product:
        time.sleep(self.seconds)
        read = {absolute(self.source): file_digest(self.source)}
        data = self.source.read_bytes()
        word = data.split(b"\n")[0]
        if word == b"bad":
            raise DataError("dữ liệu sai", where=self.source.name)
        if word == b"bug":
            raise RuntimeError("không lường trước")
        if word == b"die":
            os._exit(7)
        return Product((data,), read, ready=word != b"look", remarks=("còn thiếu",) if word == b"look" else ())


@dataclass(frozen=True)
class Twice:
    """Gives what another callable gives, twice."""

    run: Callable[[], Product]

    def __call__(self) -> Product:
        made = self.run()
        return replace(made, files=made.files * 2)


def copies(folder: Path, texts: dict[str, str], seconds: float = 0.0) -> list[Job]:
    """Write the texts into files and return a job for each: its name, without its ending, gives the file made."""
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    return [Job(name, Copy(folder / name, seconds), "v1", (f"{Path(name).stem}.out",)) for name in texts]
