"""What was told of tasks in an earlier period, as the column «Kỳ trước» of «Nhiệm vụ» writes it and is read again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.model.progress import Status, TaskProgress
from generator.reports.finished_before import Before
from generator.spelling import unmarked
from generator.workbook.progress.layout import STATUSES

ADVICE: Final = (
    " Ô màu vàng chuyển từ báo cáo kỳ trước (cột Kỳ trước): việc đã xong thì giữ nguyên, sai thì sửa. Việc làm theo kỳ "
    "ghi lại kết quả của kỳ này."
)
_CARRIED: Final = "Chuyển từ báo cáo "
_AGAIN: Final = "việc làm theo kỳ, ghi kết quả của kỳ này"
_SAID: Final = re.compile(rf"{_CARRIED}(?P<label>[^:]+): (?P<status>[^;(]+)", re.IGNORECASE)


def words_of(earlier: Before, task: str) -> str | None:
    """Return what stands beside a task; None where nothing was told of it."""
    told = earlier.told.get(task)
    if told is None:
        return None
    lead = _CARRIED if task in earlier.finished else "Báo cáo "
    again = [_AGAIN] if task in earlier.again else []
    return f"{lead}{earlier.label}: " + "; ".join([_status(told), *_facts(told), *again])


def carried_from(text: str) -> tuple[str, Status] | None:
    """Return the period from which a task was carried over as finished, and how; None for other words."""
    found = _SAID.match(" ".join(text.split()))
    statuses = {unmarked(words): status for status, words in STATUSES.items()}
    status = statuses.get(unmarked(found["status"].strip())) if found else None
    return (found["label"], status) if found and status else None


def _status(told: TaskProgress) -> str:
    words = STATUSES[told.status].lower() if told.status else "chưa chọn tình trạng"
    return f"{words} ({told.done.short()})" if told.done else words


def _facts(told: TaskProgress) -> Iterator[str]:
    if told.product:
        yield f"sản phẩm {told.product}" + (f" ngày {told.product_date.short()}" if told.product_date else "")
    if told.reason:
        yield f"nguyên nhân: {_inside(told.reason)}"
    if told.proposal:
        yield f"đề xuất: {_inside(told.proposal)}"


def _inside(text: str) -> str:
    return " ".join(text.split()).rstrip(" .;")
