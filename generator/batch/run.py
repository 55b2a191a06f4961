"""A batch from its jobs to their outcomes, taken up where an earlier run of it ended."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from generator.batch.folder import OutputFolder
from generator.batch.job import Job, Outcome, State, file_digest
from generator.batch.ledger import Ledger
from generator.batch.work import Task, left_over

Execute = Callable[[Sequence[Task], OutputFolder], Iterator[Outcome]]
"""Does tasks: in this process, in several, on a cluster."""


class Batch:
    """The jobs of one run, those of them that are done already, and those to do."""

    def __init__(
        self, jobs: Sequence[Job], folder: OutputFolder, ledger: Ledger, *, resume: bool, origin: str = ""
    ) -> None:
        self._folder, self._ledger, self._origin = folder, ledger, origin
        unchanged = _Unchanged(folder)
        self.kept: dict[str, Outcome] = {}
        """By its key, the outcome of each job that needs not be done again."""
        self.tasks: list[Task] = []
        """What is to do."""
        for job in jobs:
            entry = ledger.get(job.key)
            if resume and entry is not None and unchanged(job, entry):
                self.kept[job.key] = entry
            else:
                self.tasks.append(Task(job, tuple(entry.written.items()) if entry and entry.is_of(origin) else ()))

    def run(self, execute: Execute) -> Generator[Outcome]:
        """Yield the outcome of each task when it is in the ledger, in the order in which they come."""
        tasks = {task.job.key: task for task in self.tasks}
        for outcome in execute(self.tasks, self._folder) if self.tasks else ():
            task = tasks.get(outcome.key)
            left = self._left(outcome, dict(task.known) if task else {})
            stale = [name for name, _ in left if task and name not in task.job.targets]
            notes = (*outcome.notes, *([left_over(stale)] if stale else ()))
            whole = replace(outcome, left=left, notes=notes, origin=self._origin)
            self._ledger.record(whole)
            yield whole

    def _left(self, outcome: Outcome, known: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
        """Return the files of an earlier run that a job did not replace, so that the next run knows them as its own."""
        found = {**known, **dict(outcome.left)}
        made = dict(outcome.files)
        return tuple((name, one) for name, one in found.items() if name not in made and self._folder.has(name))


class _Unchanged:
    """Tells whether a job would give what is there: the same data and settings, files as they were written."""

    def __init__(self, folder: OutputFolder) -> None:
        self._folder = folder
        self._digests: dict[str, str | None] = {}

    def __call__(self, job: Job, entry: Outcome) -> bool:
        files: Mapping[str, str] = dict(entry.files)
        return (
            entry.state is not State.FAILED
            and not entry.left
            and entry.digest == job.digest
            and tuple(files) == job.targets[: len(files)]
            and all(self._digest(path) == digest for path, digest in entry.read.items())
            and self._folder.holds(files)
        )

    def _digest(self, path: str) -> str | None:
        if path not in self._digests:
            self._digests[path] = file_digest(Path(path))
        return self._digests[path]
