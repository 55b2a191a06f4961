"""The manifest of a batch: one row for each job, the same for the same outcomes however many runs it took."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO
from typing import NamedTuple

from generator.batch.job import Job, Outcome, State

HEADINGS = ("STT", "Dữ liệu", "Kết quả", "Trạng thái", "Lý do, ghi chú")
DONE, FAILED, NOT_BEGUN = "xong", "lỗi", "chưa làm"
LEFT, NO_LONGER = "còn lại từ lần trước", "(không có trong lần này)"
LEFT_OVER = "không theo dữ liệu của lần này; xóa hoặc chuyển đi để khỏi gửi nhầm"
_STATES = {State.DONE: DONE, State.ATTENTION: "cần xem", State.FAILED: FAILED}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Row(NamedTuple):
    """One job."""

    number: int
    label: str
    files: str
    """The names of its files, parted by ``; ``."""
    state: str
    reason: str
    """One thing a line."""
    more: int = 0
    """How many more faults than the first one it tells, without what only stands beside."""

    @property
    def cells(self) -> tuple[int, str, str, str, str]:
        """What the manifest shows."""
        return self[:5]


def rows(
    jobs: Iterable[Job],
    outcomes: Mapping[str, Outcome],
    conversions: Mapping[str, Outcome] | None = None,
    attention: str = _STATES[State.ATTENTION],
) -> Iterator[Row]:
    """Yield a row for each job, in order.

    ``outcomes`` are those of the jobs and ``conversions`` those of what was made of their files, both by the key of
    the job; ``attention`` says what is the matter with a result that a person has to look at.
    """
    words = {**_STATES, State.ATTENTION: attention}
    for number, job in enumerate(jobs, start=1):
        found = [one.get(job.key) for one in (outcomes, conversions or {})]
        known = [one for one in found if one is not None]
        state = max((one.state for one in known), key=list(State).index, default=None)
        files = "; ".join(name for one in known for name, _ in one.files)
        remarks = [remark for one in known for remark in one.remarks]
        notes = [note for one in known for note in one.notes]
        told = "\n".join([*remarks, *notes])
        yield Row(number, job.label, files, words[state] if state else NOT_BEGUN, told, max(0, len(remarks) - 1))


def rows_of_left(left: Sequence[Outcome], after: int) -> Iterator[Row]:
    """Yield a row for each outcome of an earlier run whose files are still there, numbered on from ``after``."""
    for number, one in enumerate(left, start=after + 1):
        yield Row(number, NO_LONGER, "; ".join(one.written), LEFT, LEFT_OVER)


def csv_bytes(listed: Iterable[Row]) -> bytes:
    """Return the manifest as a .csv that Excel opens with all Vietnamese letters; no cell of it is a formula."""
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    for row in listed:
        writer.writerow([_inert(str(cell)) for cell in row.cells])
    return text.getvalue().encode("utf-8-sig")


def _inert(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
