"""The column of a statistical form that holds the figures of the period, by the headings of all columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from generator.vietnamese.unicode import fold

_FIRST: Final = 2
"""Number and label of a row stand before its figures."""
_OTHER: Final = re.compile(
    r"\b(?:kỳ|quý|năm|tháng) (?:trước|ngoái|liền kề)\b|\btrước (?:đó|liền kề)\b|\bcùng kỳ\b|\b(?:lũy|luỹ) kế\b"
    r"|\bso sánh\b|\bso với\b|\bchênh lệch\b|\btăng\b|\bgiảm\b|\bước\b|\bdự kiến\b"
)
"""Words of figures of another period, and of those that are no figures of this one."""
_NO_FIGURE: Final = re.compile(
    r"(?:đơn vị|đvt|đv tính|ghi chú|stt|tt|số tt|mã|nhận xét|giải trình|lý do|nguyên nhân|nguồn"
    r"|kế hoạch|chỉ tiêu|mục tiêu|được giao|nội dung)\b.*"
)
_CLASSES: Final = (
    re.compile(r"\b(?:kỳ này|kỳ báo cáo|trong kỳ|quý này|năm nay|tháng này)\b"),
    re.compile(r"\bsố liệu\b"),
    re.compile(r"\bkết quả\b"),
    re.compile(r"\b(?:số lượng|thực hiện|giá trị|thực tế|đạt được|số báo cáo)\b"),
)
"""What heads the figures of the period, the surest first."""

OfPeriod = Callable[[str], bool | None]
"""Tells whether words name the period of the report; None where they name no period."""


def figures_column(tops: Sequence[Sequence[str]], of_period: OfPeriod = lambda _: None) -> int | None:
    """Return the column of the figures of the period; None where no heading tells, or several do alike.

    ``tops`` are the rows of the heading. A column of another period (kỳ trước, cùng kỳ, năm 2026), of a plan or of a
    comparison is never it.
    """
    width = max(map(len, tops), default=0)
    ranks = {place: _rank(heading_of(tops, place), of_period) for place in range(_FIRST, width)}
    best = min((rank for rank in ranks.values() if rank is not None), default=None)
    found = [place for place, rank in ranks.items() if rank is not None and rank == best]
    return found[0] if len(found) == 1 else None


def heading_of(tops: Sequence[Sequence[str]], place: int) -> tuple[str, ...]:
    """Return what stands above a column, from the top down, in small letters, without a line across all."""
    rows = [row for row in tops if len(set(row)) > 1 or len(row) == 1]
    words = (fold(row[place]) for row in rows if place < len(row))
    return tuple(dict.fromkeys(text for text in words if any(map(str.isalpha, text))))


def _rank(path: Sequence[str], of_period: OfPeriod) -> tuple[int, bool] | None:
    """Return how surely a column holds the figures, 0 the surest; None where it does not."""
    whole = " ".join(path)
    if not path or _NO_FIGURE.fullmatch(path[-1]) or _OTHER.search(whole):
        return None
    named = of_period(whole)
    if named is False:
        return None
    fits = (number for number, words in enumerate(_CLASSES) if words.search(whole))
    number = 0 if named else next(fits, None)
    return None if number is None else (number, number > 0 and not _CLASSES[number].search(path[-1]))
