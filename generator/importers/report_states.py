"""How reports say how far a task is, in a cell of their table of tasks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from generator.model.progress import Status
from generator.vietnamese.dates import PartialDate, find_dates
from generator.vietnamese.unicode import fold

_PERCENT: Final = re.compile(r"(?<![\d.,])(\d{1,3})(?:[.,]\d+)?\s*%")
_STATES: Final = (
    (
        Status.DROPPED,
        r"(?:không còn|không phải|dừng|ngừng|thôi|bãi bỏ|hủy|huỷ)\b.*|"
        r"không (?:thực hiện|triển khai)\b(?! (?:được|kịp|xong|đúng)).*",
    ),
    (
        Status.NOT_STARTED,
        r"chưa (?:đến|tới|phát sinh)\b.*|.*\bchưa (?:thực hiện|triển khai|bắt đầu|tiến hành|làm)\b.*",
    ),
    (
        Status.UNDER_WAY,
        r".*\b(?:chưa|không) (?:hoàn thành|xong|ban hành)\b.*|đang\b.*|quá hạn|(?:thực hiện )?thường xuyên",
    ),
    (Status.DONE, r"(?:.*\bđã )?(?:hoàn thành|xong|làm xong|thực hiện xong)\b.*|đã ban hành\b.*|đúng hạn|trước hạn"),
)
"""Words of each status, in the order in which they are asked."""
_IN_PART: Final = re.compile(r"\b(?:bước|giai đoạn|một phần|cơ bản|nhưng|đang|chưa|còn)\b")
_GOING_ON: Final = re.compile(r"\bđang\b")
_DAY: Final = re.compile(r"\b\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b")
_UNCLEAR: Final = re.compile(r"(?:chưa|không) rõ\b.*")
_UNTOLD: Final = re.compile(r".*\bchưa báo cáo\b.*")
_IN_TIME: Final = re.compile(r".*\b(?:đúng|trước|trong) hạn\b.*")
_LATE: Final = re.compile(r".*\b(?:trễ|quá|chậm)(?: thời)? hạn\b.*")
_MARK: Final = re.compile(r"[x×✓✔☑v+]", re.IGNORECASE)
_END: Final = re.compile(r"\b(?:hoàn thành|xong)\s*:?\s*(?:vào\s+)?(?:ngày|tháng|năm)?\s*$", re.IGNORECASE)
_OWN: Final = re.compile(
    r"(?:sản phẩm: (?P<product>.+?)(?: (?:ngày|tháng|năm) (?P<of>[\d/]+))?)?(?:; |^|$)"
    r"(?:hoàn thành (?:ngày|tháng|năm) (?P<done>[\d/]+))?"
)
"""The cell of a report of ours."""
_SYMBOL: Final = re.compile(r"\d{1,5}[a-zđ]?(?:/\d{4})?/[A-ZĐ][^\W_]*(?:[-&][^\W_]+)*")
"""15/KH-SGDĐT, 61/2018/NĐ-CP."""


@dataclass(frozen=True)
class Ended:
    """What a cell tells of the end of a task."""

    done: PartialDate | None = None
    product: str | None = None
    product_date: PartialDate | None = None

    def __bool__(self) -> bool:
        """Whether it tells anything."""
        return bool(self.done or self.product or self.product_date)


def status_of(text: str) -> Status | None:
    """Return the status that words say: "Đã hoàn thành", "Quá hạn chưa hoàn thành", "80%"; None for other words."""
    words = fold(text).strip(" .;,")
    if share := _PERCENT.search(words):
        done = int(share[1])
        return Status.DONE if done == 100 else Status.UNDER_WAY if done else Status.NOT_STARTED  # noqa: PLR2004
    status = next((status for status, pattern in _STATES if re.fullmatch(pattern, words)), None)
    if status is Status.DONE and _IN_PART.search(words):
        return Status.UNDER_WAY if _GOING_ON.search(words) else None
    return status


def has_impossible_day(text: str) -> bool:
    """Tell whether words name a day that no calendar has: 31/02/2027."""
    found = [text[start:end] for start, end, _ in find_dates(text)]
    return any(not any(one[0] in each for each in found) for one in _DAY.finditer(text))


def is_unclear(text: str) -> bool:
    """Tell whether a report says that it does not know: "Chưa rõ"."""
    return _UNCLEAR.fullmatch(fold(text).strip(" .;")) is not None


def is_untold(text: str) -> bool:
    """Tell whether a report says that nothing was told of a task: "Quá hạn, chưa báo cáo kết quả"."""
    return _UNTOLD.fullmatch(fold(text).strip(" .;")) is not None


def says_in_time(text: str) -> bool | None:
    """Tell whether words say that a task was done in time, or late; None where they say neither."""
    words = fold(text)
    if _LATE.fullmatch(words):
        return False
    return True if _IN_TIME.fullmatch(words) else None


def is_mark(text: str) -> bool:
    """Tell whether a cell is ticked, of a table with a column for each state."""
    return _MARK.fullmatch(text.strip()) is not None


def ended_in(text: str) -> Ended:
    """Return day and product that a cell names: "sản phẩm: 15/KH-THPT ngày 12/01/2027; hoàn thành ngày 14/01/2027".

    A day behind the symbol of a document is that document's; any other the day on which the task was done.
    """
    words = " ".join(text.split())
    if own := _OWN.fullmatch(words):
        return Ended(_date(own["done"]), own["product"], _date(own["of"]))
    symbol = _SYMBOL.search(words)
    done = product_date = None
    for start, _, date in find_dates(words):
        if symbol and symbol.end() <= start and product_date is None and not _END.search(words[:start]):
            product_date = date
        elif done is None:
            done = date
    return Ended(done, symbol[0] if symbol else None, product_date)


def _date(text: str | None) -> PartialDate | None:
    try:
        return PartialDate.parse(text) if text else None
    except ValueError:
        return None


def is_own(text: str) -> bool:
    """Tell whether a cell says product and day as reports of ours do."""
    return bool(text) and _OWN.fullmatch(text) is not None
