"""The files of one call of ``vanban check``, judged one by one or by several processes, in the order given."""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from generator.cli.check.copies import Copies, Outcome
from generator.cli.check.settings import Settings
from generator.errors import DataError, GeneratorError, UsageError
from generator.files import read_bytes
from generator.lint.rule import Rule, chosen_rules, graded
from generator.lint.source import SUFFIXES, Means, subject_of_file

_FEWEST_EACH = 6
"""Files from which on another process is worth its start."""
_COLLECTED = 50_000
"""Objects made before memory is looked through: a document makes some 100 thousand, and holds nearly all of them."""
_PASSED_OVER = ("~$", ".")
"""How the names of files begin that Word keeps while it is open, and of hidden ones."""


@dataclass(frozen=True)
class Call:
    """What one call asks of every file."""

    copies: Copies
    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    means: Means = field(default_factory=Means)
    settings: Settings = field(default_factory=Settings)

    def rules_for(self, path: Path) -> tuple[Rule, ...]:
        """Return the rules that a file is judged by."""
        rules = chosen_rules(self.select, (*self.ignore, *self.settings.ignored_for(path)))
        return graded(rules, self.settings.severities)


_shared: list[Call] = []
"""The one of a process which judges for another one."""


def listed_files(sources: Sequence[Path]) -> dict[Path, Path]:
    """Return the files, each once, with the place that a copy of it has in the folder of the copies.

    Those of a folder are in the order of their names, and their copies keep its folders; where several folders are
    given, the copies of each are in one of its name. UsageError where there are no files.
    """
    found: dict[Path, Path] = {}
    several = sum(source.is_dir() for source in sources) > 1
    for source in sources:
        inside = _inside(source) if source.is_dir() else [source]
        if not inside:
            raise UsageError(f"thư mục không có tệp nào xét được ({', '.join(SUFFIXES)})", where=str(source))
        top = source if source.is_dir() else source.parent
        below = Path(source.resolve().name if several and source.is_dir() else "")
        for path in inside:
            found.setdefault(path, below / path.relative_to(top))
    for path in found:
        if path.suffix.lower() not in SUFFIXES:
            if not path.exists():
                raise UsageError("không tìm thấy tệp hay thư mục này", where=str(path), hint="kiểm tra lại tên")
            hint = "bảng tính thì lưu phần cần xét thành .docx hoặc .pdf" if ".xls" in path.suffix.lower() else None
            raise UsageError(
                f"không xét được loại tệp này; xét được: {', '.join(SUFFIXES)}", where=str(path), hint=hint
            )
    return found


def _inside(folder: Path) -> list[Path]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix.lower() in SUFFIXES)
    return sorted(path for path in files if not path.name.startswith(_PASSED_OVER))


def judged_files(
    files: Sequence[Path], call: Call, jobs: int | None = None
) -> Iterator[tuple[Path, Outcome | GeneratorError]]:
    """Yield each file with its judgement, or with what keeps it from being judged, in the order of the files."""
    _spare_collections()
    workers = min(jobs or os.cpu_count() or 1, len(files) // _FEWEST_EACH)
    results = _in_processes(files, call, workers) if workers > 1 else (judged_file(path, call) for path in files)
    columns = (TextColumn("Xét"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    hidden = not console.is_terminal or len(files) < 2
    with Progress(*columns, console=console, transient=True, disable=hidden) as progress:
        task = progress.add_task("check", total=len(files))
        for path, result in zip(files, results, strict=True):
            progress.advance(task)
            yield path, result


def judged_file(path: Path, call: Call) -> Outcome | GeneratorError:
    """Return the judgement of a file, or what keeps it from being judged: one file never stops the others."""
    try:
        read = partial(subject_of_file, filename=str(path), means=call.means)
        return call.copies.made(path, read_bytes(path), read, call.rules_for(path))
    except GeneratorError as failure:
        return failure
    except Exception as failure:  # noqa: BLE001  a fault of the program in one file must not hide what others have
        return DataError(f"chương trình gặp lỗi khi xét tệp này ({failure!r})", where=str(path))


def _in_processes(files: Sequence[Path], call: Call, workers: int) -> Iterator[Outcome | GeneratorError]:
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_begin, initargs=(call,)) as pool:
        try:
            yield from pool.map(_judged_here, files)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _begin(call: Call) -> None:
    _shared[:] = [call]
    _spare_collections()


def _spare_collections() -> None:
    """Let what is loaded for good, rules and registers, be passed over when memory is looked through for garbage."""
    gc.freeze()
    gc.set_threshold(_COLLECTED)


def _judged_here(path: Path) -> Outcome | GeneratorError:
    return judged_file(path, _shared[0])
