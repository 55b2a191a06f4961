"""The soffice calls of one conversion: one for all files, and one more for the rest when a file brings it down.

Many files are shared among calls side by side, one for each processor, each with a profile of its own.
"""

from __future__ import annotations

import os
import tempfile
import time
import zipfile
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from threading import Event

from generator.errors import ConversionError
from generator.office_profile import write_profile
from generator.process_tree import POLL_SECONDS, StartError, run_tree

IDLE_CALLS = 2
"""So many calls in a row without a single file end a conversion: then LibreOffice itself does not work."""

FILES_FOR_A_CALL = 8
"""So many files are worth the start of another soffice beside the first."""
MOST_CALLS = 4
"""More calls side by side need more memory than a plain office machine has."""

_OPTIONS = ("--headless", "--norestore", "--nolockcheck", "--nologo", "--convert-to")
_PDF_END = b"%%EOF"
_PDF_TAIL_BYTES = 1024


class StoppedError(Exception):
    """A call that was ended because one beside it could not go on."""


@dataclass(frozen=True)
class Job:
    """One file to convert: what is read, what soffice makes of it, where that belongs."""

    source: Path
    staged: Path
    """The copy that soffice reads, under a plain name."""
    made: Path
    """The file that soffice writes."""
    target: Path

    @property
    def done(self) -> bool:
        """Whether the file has been written to its end."""
        if not self.made.is_file():
            return False
        if self.made.suffix == ".pdf":
            return _PDF_END in self.made.read_bytes()[-_PDF_TAIL_BYTES:]
        return zipfile.is_zipfile(self.made)


@dataclass(frozen=True)
class OfficeRun:
    """The calls for a list of jobs whose files are all made in one folder.

    `seconds` is the longest time that may pass without a file coming out; after it the file in work is given up.
    `on_progress` gets the number of jobs dealt with.
    """

    soffice: Path
    filter: str
    """The target format as ``--convert-to`` takes it."""
    pdfa: bool
    seconds: float
    env: Mapping[str, str]
    on_progress: Callable[[int], None]
    stopped: Callable[[], bool] = bool
    """Whether the work is to end at once, unfinished."""
    read_as: str | None = None
    """The import filter: by it a damaged file is refused, not read as plain text. LibreOffice chooses when None."""

    def convert(self, jobs: Sequence[Job]) -> dict[Job, str]:
        """Return why each job that failed did so, in Vietnamese; the files of the others are complete."""
        calls = max(1, min(len(jobs) // FILES_FOR_A_CALL, os.cpu_count() or 1, MOST_CALLS))
        if calls == 1:
            return self._convert_share(jobs)
        return self._side_by_side([jobs[start::calls] for start in range(calls)])

    def _side_by_side(self, shares: Sequence[Sequence[Job]]) -> dict[Job, str]:
        """Convert the shares in threads of their own; what goes wrong in one ends the others."""
        stop, done = Event(), [0] * len(shares)
        failures: dict[Job, str] = {}
        with ThreadPoolExecutor(len(shares)) as pool:
            pending: set[Future[dict[Job, str]]] = set()
            for number, share in enumerate(shares):
                own = replace(self, on_progress=partial(done.__setitem__, number), stopped=stop.is_set)
                pending.add(pool.submit(own._convert_share, share))
            try:
                while pending:
                    finished, pending = wait(pending, POLL_SECONDS)
                    for future in finished:
                        failures |= future.result()
                    self.on_progress(sum(done))
            finally:
                stop.set()
        return failures

    def _convert_share(self, jobs: Sequence[Job]) -> dict[Job, str]:
        # What Windows does not let go of at once is left to its own clean-up of temporary files.
        with tempfile.TemporaryDirectory(prefix="vanban-", ignore_cleanup_errors=True) as folder:
            profile = write_profile(Path(folder), pdfa=self.pdfa)
            # What soffice leaves behind when it is stopped goes with the folder.
            own = replace(self, env={**self.env, **dict.fromkeys(("TMPDIR", "TMP", "TEMP"), folder)})
            read_as = [f"--infilter={self.read_as}"] if self.read_as else []
            return own._convert([str(self.soffice), profile, *read_as, *_OPTIONS, self.filter], jobs)

    def _convert(self, command: Sequence[str], jobs: Sequence[Job]) -> dict[Job, str]:
        failures: dict[Job, str] = {}
        pending, idle = list(jobs), 0
        while pending:
            reason, culprit_only = self._call(command, pending, len(jobs) - len(pending))
            rest = [job for job in pending if not job.done]
            idle = idle + 1 if len(rest) == len(pending) else 0
            if not culprit_only or idle == IDLE_CALLS:
                return failures | dict.fromkeys(rest, reason)
            failures |= dict.fromkeys(rest[:1], reason)
            pending = rest[1:]
        return failures

    def _call(self, command: Sequence[str], jobs: Sequence[Job], before: int) -> tuple[str, bool]:
        """One soffice call: why jobs are left without a file, and whether only the first of them is to blame."""
        watch = _Watch(jobs, self.seconds, lambda done: self.on_progress(before + done), self.stopped)
        files = ["--outdir", str(jobs[0].made.parent), *(str(job.staged) for job in jobs)]
        limit = self.seconds * len(jobs)
        try:
            code = run_tree([*command, *files], timeout=limit, env=self.env, on_poll=watch.look)
        except TimeoutError:
            return f"LibreOffice không làm xong trong {self.seconds:g} giây", True
        except StartError as failure:
            raise ConversionError(f"không chạy được LibreOffice ({self.soffice})", hint=str(failure)) from failure
        if code:
            return f"LibreOffice dừng bất thường (mã {code})", True
        return "LibreOffice không đọc được tệp này", False


class _Watch:
    """The count of files that came out while soffice runs, and the time since the last one."""

    def __init__(
        self, jobs: Sequence[Job], seconds: float, tell: Callable[[int], None], stopped: Callable[[], bool]
    ) -> None:
        self.jobs, self.seconds, self.tell, self.stopped = jobs, seconds, tell, stopped
        self.begun, self.changed = 0, time.monotonic()

    def look(self) -> None:
        """Tell of new files; raise TimeoutError when there has been none for too long, StoppedError when stopped.

        The newest file may still be in work: it is not counted.
        """
        if self.stopped():
            raise StoppedError
        now = time.monotonic()
        begun = sum(job.made.exists() for job in self.jobs)
        if begun > self.begun:
            self.begun, self.changed = begun, now
            self.tell(begun - 1)
        elif now - self.changed > self.seconds:
            raise TimeoutError
