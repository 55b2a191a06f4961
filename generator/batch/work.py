"""One job done: its product made and put into its place, or the reason why not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from generator.batch.folder import OutputFolder, Put
from generator.batch.job import Job, Outcome, Product, State
from generator.diagnostics import Severity
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
    named = tuple(zip(job.targets, made.files, strict=False))
    if job.keeps_work and (worked := [*_worked_in(named, known, folder)]):
        told = (
            f"{', '.join(worked)} đã có người sửa nên giữ nguyên; muốn làm lại thì chuyển tệp ấy đi rồi chạy --resume"
        )
        return Outcome(job.key, State.ATTENTION, job.digest, (*made.remarks, told), read=made.read)
    files: list[tuple[str, str]] = []
    notes: list[str] = []
    try:
        for name, data in named:
            found = folder.put(name, data, known.get(name))
            files.append((name, found.digest or ""))
            notes += aside_notes(name, found)
    except GeneratorError as failure:
        return replace(failed(job, *reasons(failure)), left=tuple(files), notes=tuple(notes))
    return replace(_outcome(job, made, tuple(files)), notes=tuple(notes))


def aside_notes(name: str, found: Put) -> list[str]:
    """Return a note on what was kept beside a new file, if anything was."""
    if found.aside is None:
        return []
    told = "bản đang có đã được sửa hoặc không do việc này làm ra, giữ lại thành"
    return [f"{name}: {told} {found.aside}"]


def _worked_in(named: Sequence[tuple[str, bytes]], known: Mapping[str, str], folder: OutputFolder) -> Iterator[str]:
    """Yield the names of files that stand there changed by a person."""
    for name, data in named:
        if folder.is_of_others(name, known.get(name), sha256(data).hexdigest()):
            yield name


def _outcome(job: Job, made: Product, files: tuple[tuple[str, str], ...]) -> Outcome:
    state = State.DONE if made.ready else State.ATTENTION
    return Outcome(job.key, state, job.digest, made.remarks, files, made.read, made.moment)


def perform(task: Task, folder: OutputFolder) -> Outcome:
    """Do a job whole."""
    return put(task, made(task.job), folder)


def reasons(failure: GeneratorError) -> tuple[str, ...]:
    """Return what is wrong, one fault a line; errors before what is only doubtful."""
    if not failure.diagnostics:
        return tuple(str(failure).splitlines())
    told = sorted(failure.diagnostics, key=lambda one: one.severity is not Severity.ERROR)
    return tuple(" / ".join(str(one).splitlines()) for one in told)


def failed(job: Job, *why: str) -> Outcome:
    """Return the outcome of a job that could not be done."""
    return Outcome(job.key, State.FAILED, job.digest, why)


def _with_leftover(outcome: Outcome, job: Job, folder: Path) -> Outcome:
    """Return the outcome, with a word on files of an earlier run that are not of these data."""
    left = [name for name in job.targets if (folder / name).exists()]
    if not left:
        return outcome
    told = left_over(left)
    if outcome.state is State.FAILED:
        return replace(outcome, notes=(told,))
    return replace(failed(job, told), notes=outcome.remarks)


def left_over(names: Iterable[str]) -> str:
    """Return what is the matter with files of an earlier run that the data of this one do not give."""
    return f"{', '.join(names)} còn lại từ lần chạy trước, không theo dữ liệu này"
