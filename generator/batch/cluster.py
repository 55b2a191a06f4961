"""Tasks shared among the workers of a Dask cluster (``dask.distributed``, an optional part of the program).

The workers read the data under the same paths as the batch, from a shared folder. They write nothing: the bytes come
back, so that a worker which outlives its batch cannot touch the output folder.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from typing import Any

from generator.batch.folder import OutputFolder
from generator.batch.job import Job, Outcome, Product
from generator.batch.work import Task, failed, made, put
from generator.errors import UsageError
from generator.version import VERSION

_AHEAD = 4
"""Tasks under way for each thread of the cluster: more would only hold their results in memory."""
_SECONDS_TO_CONNECT = 10
_ADDRESS = re.compile(r"(?:[a-z]+://)?[^\s/:]+:\d{1,5}|[a-z]+://\S+")
_one_at_a_time = threading.Lock()


def on_cluster(tasks: Sequence[Task], folder: OutputFolder, address: str) -> Iterator[Outcome]:
    """Yield the outcomes of the tasks as they come, done by the cluster of a scheduler.

    Raises UsageError without the library, without an answer from the scheduler, without workers, and when a worker
    has another version of this program.
    """
    client = _connected(address)
    try:
        _require_same_version(client, address)
        yield from _outcomes(client, tasks, folder)
    finally:
        client.close()


def _outcomes(client: Any, tasks: Sequence[Task], folder: OutputFolder) -> Iterator[Outcome]:
    from distributed import as_completed

    waiting = iter(tasks)
    under_way: dict[Any, Task] = {}
    finished = as_completed(loop=client.loop)

    def submit(count: int) -> None:
        for _, task in zip(range(count), waiting, strict=False):
            future = client.submit(_made_alone, task.job, pure=False)
            under_way[future] = task
            finished.add(future)

    submit(_AHEAD * sum(client.nthreads().values()))
    for future in finished:
        task = under_way.pop(future)
        yield put(task, _result(future, task.job), folder)
        submit(1)


def _result(future: Any, job: Job) -> Product | Outcome:
    try:
        result: Product | Outcome = future.result()
    except Exception as failure:  # noqa: BLE001  whatever a cluster loses a job by, the others go on
        return failed(job, f"{job.label}: cụm máy không làm được ({failure!r})")
    return result


def _made_alone(job: Job) -> Product | Outcome:
    """Return what comes of a job on a worker, whose threads take turns: what they keep is made for one at a time."""
    with _one_at_a_time:
        return made(job)


def _connected(address: str) -> Any:
    if find_spec("distributed") is None:
        raise UsageError("chưa cài dask.distributed để dùng --scheduler", hint="pip install 'vanban[dask]'")
    if not _ADDRESS.fullmatch(address):
        raise UsageError("địa chỉ cụm máy không đúng dạng", where=address, hint="ghi như tcp://máy:8786")
    from distributed import Client

    try:
        client: Any = Client(address, timeout=_SECONDS_TO_CONNECT, set_as_default=False)
    except (OSError, ValueError) as failure:
        hint = "kiểm tra «dask scheduler» đang chạy; địa chỉ có dạng tcp://máy:8786"
        raise UsageError("không kết nối được tới cụm máy", where=address, hint=hint) from failure
    if not client.nthreads():
        client.close()
        raise UsageError("cụm máy chưa có máy nào làm việc", where=address, hint="chạy «dask worker ĐỊA_CHỈ» ở mỗi máy")
    return client


def _version() -> str:
    return VERSION


def _require_same_version(client: Any, address: str) -> None:
    try:
        found = client.run(_version)
    except Exception as failure:  # whatever keeps a worker from loading the program
        raise UsageError("có máy trong cụm chưa cài vanban", where=address, hint=repr(failure)) from failure
    others = {worker: version for worker, version in found.items() if version != VERSION}
    if others:
        listed = ", ".join(f"{worker} ({version})" for worker, version in others.items())
        raise UsageError(f"có máy trong cụm dùng phiên bản vanban khác {VERSION}: {listed}", where=address)
