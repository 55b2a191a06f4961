"""One job done: its product made and put into its place, or the reason why not."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.batch.folder import OutputFolder
from generator.batch.job import Job, Outcome, Product, State
from generator.errors import GeneratorError


@dataclass(frozen=True, slots=True)
class Task:
    """A job with what the ledger knows of its files."""

    job: Job
    known: tuple[tuple[str, str], ...] = ()
    """Name and SHA-256 of each file as an earlier run left it."""


def made(job: Job) -> Product | Outcome:
    """Return the product of a job, or the outcome that tells why there is none: no job stops the others."""
    try:
        return job.run()
    except GeneratorError as failure:
        return failed(job, *reasons(failure))
    except MemoryError:
        return failed(job, f"{job.label}: không đủ bộ nhớ")
    except Exception as failure:  # noqa: BLE001  a fault of the program in one job must not cost the others
        return failed(job, f"{job.label}: chương trình gặp lỗi ({failure!r})")


def put(task: Task, made: Product | Outcome, folder: OutputFolder) -> Outcome:
    """Write the files of a product; return how the job ended."""
    job, known = task.job, dict(task.known)
    if isinstance(made, Outcome):
        return _with_leftover(made, job, folder.path)
    if not made.files:
        return _with_leftover(_outcome(job, made, ()), job, folder.path)
    try:
        named = zip(job.targets, made.files, strict=True)
        files = tuple((name, folder.put(name, data, known.get(name))) for name, data in named)
    except GeneratorError as failure:
        return failed(job, *reasons(failure))
    return _outcome(job, made, files)


def _outcome(job: Job, made: Product, files: tuple[tuple[str, str], ...]) -> Outcome:
    state = State.DONE if made.ready else State.ATTENTION
    return Outcome(job.key, state, job.digest, made.remarks, files, made.read, made.moment)


def perform(task: Task, folder: OutputFolder) -> Outcome:
    """Do a job whole."""
    return put(task, made(task.job), folder)


def reasons(failure: GeneratorError) -> tuple[str, ...]:
    """Return what is wrong, one fault a line."""
    if not failure.diagnostics:
        return (str(failure),)
    return tuple(map(str, failure.diagnostics))


def failed(job: Job, *why: str) -> Outcome:
    """Return the outcome of a job that could not be done."""
    return Outcome(job.key, State.FAILED, job.digest, why)


def _with_leftover(outcome: Outcome, job: Job, folder: Path) -> Outcome:
    """Return the outcome, with a word on files of an earlier run that are not of these data."""
    left = [name for name in job.targets if (folder / name).exists()]
    if not left:
        return outcome
    told = f"{', '.join(left)} còn lại từ lần chạy trước, không theo dữ liệu này"
    return failed(job, *outcome.remarks, told)
