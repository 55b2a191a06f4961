"""Tasks shared among processes of this machine; one that ends its process costs no other task.

The processes are started anew, as Windows has it everywhere, and each keeps what it has loaded. A process whose batch
was killed ends with the job that it is at.
"""

from __future__ import annotations

import gc
import multiprocessing
import signal
import threading
import time
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from generator.batch.folder import OutputFolder
from generator.batch.job import Outcome
from generator.batch.work import Task, failed, perform
from generator.errors import GeneratorError

_SECONDS_A_SHARE = 0.2
"""What a process is given at a time: little enough to be spread evenly, much enough for the way there and back."""
_LARGEST_SHARE = 64
_DEATHS_IN_A_ROW = 8
"""So many processes that end without any result mean that nothing can be done here."""
_TRIES = 2
_SECONDS_TO_END = 3.0
_COLLECTED = 50_000
"""Objects made before memory is looked through for garbage: a document makes thousands and leaves none behind."""


def here(tasks: Sequence[Task], folder: OutputFolder) -> Iterator[Outcome]:
    """Yield the outcome of each task, done one after the other in this process."""
    for task in tasks:
        yield perform(task, folder)


def in_processes(tasks: Sequence[Task], folder: OutputFolder, count: int) -> Iterator[Outcome]:
    """Yield the outcomes of the tasks as they come, done by so many processes.

    A task whose process ends is tried once more and then failed. Raises GeneratorError when no process works at all.
    """
    pool = _Pool(tasks, folder, count)
    try:
        yield from pool.outcomes()
    finally:
        pool.close()


class _Worker:
    """A process and the tasks that it was given and has not answered."""

    def __init__(self, folder: OutputFolder) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.process: BaseProcess = context.Process(target=_serve, args=(theirs, folder), daemon=True)
        with _without_interrupts():
            self.process.start()
        theirs.close()
        self.given: deque[Task] = deque()
        self.since = 0.0

    def give(self, tasks: Sequence[Task]) -> None:
        """Hand over tasks; a process that has ended is noticed when its answer is awaited."""
        self.given.extend(tasks)
        self.since = time.monotonic()
        try:
            self.connection.send(list(tasks))
        except OSError:
            # Its end of the pipe is closed: reading gives the end of the file, by which all ends are noticed.
            return

    def answer(self) -> Outcome | None:
        """Return the next outcome; None when the process has ended."""
        try:
            outcome: Outcome = self.connection.recv()
        except (EOFError, OSError):
            return None
        self.given.popleft()
        return outcome


class _Pool:
    def __init__(self, tasks: Sequence[Task], folder: OutputFolder, count: int) -> None:
        self._tasks = deque(tasks)
        self._folder = folder
        self._workers = [_Worker(folder) for _ in range(min(count, len(tasks)))]
        self._tries: dict[str, int] = {}
        self._deaths = 0
        self._seconds_each = 0.0

    def outcomes(self) -> Iterator[Outcome]:
        """Yield outcomes until every task has one."""
        while True:
            for worker in self._workers:
                if not worker.given and self._tasks:
                    worker.give(self._share())
            busy = {worker.connection: worker for worker in self._workers if worker.given}
            if not busy:
                return
            for connection in wait(list(busy)):
                yield from self._answered(busy[connection])  # type: ignore[index]

    def _answered(self, worker: _Worker) -> Iterator[Outcome]:
        first = worker.given[0].job.key
        outcome = worker.answer()
        if outcome is None:
            yield from self._ended(worker)
            return
        self._deaths = 0
        self._tries.pop(first, None)
        now = time.monotonic()
        self._seconds_each = 0.8 * self._seconds_each + 0.2 * (now - worker.since)
        worker.since = now
        yield outcome

    def _ended(self, worker: _Worker) -> Iterator[Outcome]:
        """Put another process in the place of one that has ended, and its tasks back before the others."""
        worker.connection.close()
        worker.process.join()
        self._deaths += 1
        if self._deaths >= _DEATHS_IN_A_ROW:
            told = f"các tiến trình của lô đều dừng bất thường (mã {worker.process.exitcode})"
            raise GeneratorError(told, hint="chạy lại với --resume; thử --jobs 1 để thấy lý do")
        culprit = worker.given.popleft()
        tries = self._tries[culprit.job.key] = self._tries.get(culprit.job.key, 0) + 1
        self._tasks.extendleft(reversed(worker.given))
        self._workers[self._workers.index(worker)] = _Worker(self._folder)
        if tries < _TRIES:
            self._tasks.appendleft(culprit)
            return
        told = f"tiến trình xử lý dừng bất thường (mã {worker.process.exitcode}), có thể do thiếu bộ nhớ"
        yield failed(culprit.job, f"{culprit.job.label}: {told}")

    def _share(self) -> list[Task]:
        """Return the tasks of one turn; one that ended a process goes alone."""
        if self._tasks[0].job.key in self._tries:
            return [self._tasks.popleft()]
        fitting = int(_SECONDS_A_SHARE / self._seconds_each) if self._seconds_each else 1
        fair = len(self._tasks) // (2 * len(self._workers))
        size = max(1, min(fitting, fair, _LARGEST_SHARE))
        return [self._tasks.popleft() for _ in range(size)]

    def close(self) -> None:
        """End the processes: each with the job that it is at, by force when that takes too long."""
        for worker in self._workers:
            worker.connection.close()
        limit = time.monotonic() + _SECONDS_TO_END
        for worker in self._workers:
            worker.process.join(max(0.0, limit - time.monotonic()))
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Let a process start with Ctrl-C ignored: the batch alone answers it, and ends its processes."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _serve(connection: Connection, folder: OutputFolder) -> None:
    """Do tasks as long as the batch lives."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    gc.set_threshold(_COLLECTED)
    settled = False
    try:
        while True:
            for task in connection.recv():
                if parent is None or not parent.is_alive():
                    return
                connection.send(perform(task, folder))
                if not settled:
                    gc.freeze()
                    settled = True
    except (EOFError, OSError):
        # The batch has ended: there is nobody left to tell.
        return
