"""Figures and units of measure of targets that can hardly be meant: hints with the cell.

A share above 100%, «0,985» among shares near 95%, «1,250» for 1.250, a unit of measure misspelt.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from statistics import median
from typing import Final

from rapidfuzz import fuzz

from generator.diagnostics import Severity
from generator.model.plan import Comparator
from generator.spelling import unmarked
from generator.vietnamese.numbers import format_number, parse_number
from generator.workbook.cell_forms import COMPARATOR
from generator.workbook.forms import TARGETS
from generator.workbook.mistyped import is_mistyped
from generator.workbook.places import Findings
from generator.workbook.rows import Row, shown

_TITLE: Final = {column.path[-1]: column.title for column in TARGETS.columns}
_FIGURES: Final = ("value", "last_year", "assigned")
_SHARES: Final = ("%", "phần trăm")
_MEASURES: Final = (
    *_SHARES, "thủ tục", "hồ sơ", "ngày", "ngày làm việc", "giờ", "phút", "tháng", "năm", "điểm", "điểm %",
    "đơn vị", "văn bản", "báo cáo", "nhiệm vụ", "cuộc", "hội nghị", "lượt", "lượt người", "người", "công chức",
    "viên chức", "xã", "phường", "bậc", "hạng", "lần", "lớp", "dịch vụ", "dịch vụ công", "chỉ tiêu", "triệu đồng",
    "tỷ đồng", "đồng", "thửa", "thửa đất", "phản ánh", "kiến nghị", "doanh nghiệp", "hộ", "trường", "thôn", "tin bài",
    "quy trình", "cơ sở dữ liệu",
)  # fmt: skip
"""Units of measure as offices write them."""
_ALIKE: Final = 76.0
_SHORT: Final = 5
_WHOLE_SHARE: Final = 100
_USUAL: Final = 50
"""A share from which on a figure below 1 beside it is doubted."""
_ENOUGH: Final = 2
"""So many shares of other targets tell what is usual in the plan."""
_LIKE_USUAL: Final = 70
"""A lone figure is doubted where a hundred times as much would be a usual share."""
_CEILINGS: Final = frozenset({Comparator.AT_MOST.value, Comparator.LESS_THAN.value})
_SMALL: Final = re.compile(
    r"\b(?:giảm|tăng|chênh|trễ|chậm|quá hạn|sai|lỗi|tồn đọng|nghèo|thất nghiệp|bỏ học|khiếu nại|vi phạm|kinh phí)\b",
    re.IGNORECASE,
)
"""What is measured in small shares."""
_THREE_DECIMALS: Final = re.compile(r"-?[1-9]\d{0,2},\d{3}", re.ASCII)


def doubt_targets(rows: Sequence[Row], findings: Findings) -> None:
    """Add a hint for each cell of the targets that can hardly be meant."""
    measures = Counter(measure for row in rows if (measure := row[_TITLE["unit"]].casefold()))
    usual = [_usual(row) for row in rows]
    for place, row in enumerate(rows):
        others = [one for number, one in enumerate(usual) if number != place and one is not None]
        for name, message, hint in _told(row, others):
            _hint(findings, row, name, message, hint)
        if meant := _measure_meant(row[_TITLE["unit"]], measures):
            _hint(findings, row, "unit", "đơn vị tính lạ", f"ý bạn là «{meant}»?")


def _hint(findings: Findings, row: Row, name: str, message: str, hint: str) -> None:
    found = f"«{shown(row[_TITLE[name]])}»"
    findings.add(row.at(_TITLE[name]), Severity.HINT, message, found=found, hint=hint)


def _told(row: Row, others: Sequence[Decimal]) -> Iterator[tuple[str, str, str]]:
    """Yield column, message and hint of each figure of a target that is doubted."""
    figures = _figures(row)
    for name in _FIGURES:
        text, value = row[_TITLE[name]], figures.get(name)
        if _is_share(row) and value is not None and value > _WHOLE_SHARE:
            yield name, "tỷ lệ lớn hơn 100%", "xem lại số hoặc đơn vị tính"
        elif value is not None and _is_fraction(row, name, figures, others):
            hint = f"cột này ghi theo phần trăm: ý bạn là {format_number(value * 100)}?"
            yield name, "tỷ lệ dưới 1% giữa các tỷ lệ lớn", hint
        elif _THREE_DECIMALS.fullmatch(text):
            yield name, "số có ba chữ số sau dấu phẩy", f"hàng nghìn thì viết dấu chấm: {text.replace(',', '.')}"


def _figures(row: Row) -> dict[str, Decimal]:
    read = {name: parse_number(row[_TITLE[name]].rstrip("% ")) for name in _FIGURES}
    return {name: value for name, value in read.items() if value is not None}


def _is_share(row: Row) -> bool:
    return row[_TITLE["unit"]].casefold() in _SHARES


def _usual(row: Row) -> Decimal | None:
    """Return the greatest figure of a target in per cent; None for another one."""
    return max(_figures(row).values(), default=None) if _is_share(row) else None


def _is_fraction(row: Row, name: str, figures: Mapping[str, Decimal], others: Sequence[Decimal]) -> bool:
    """Tell whether a share looks as if it were written as a part of 1: 0,985 for 98,5%.

    The other figures of the target tell it, or those of other targets. What may not be passed, and what is
    measured in small shares, is left alone.
    """
    value, beside = figures[name], [figure for other, figure in figures.items() if other != name]
    if not _is_share(row) or not 0 < value < 1 or _is_small(row):
        return False
    if any(figure >= _USUAL for figure in beside):
        return True
    return len(others) >= _ENOUGH and median(others) >= _USUAL and value * 100 >= _LIKE_USUAL


def _is_small(row: Row) -> bool:
    try:
        comparator = COMPARATOR.read(row[_TITLE["comparator"]]) if row[_TITLE["comparator"]] else None
    except ValueError:
        comparator = None
    return comparator in _CEILINGS or _SMALL.search(row[_TITLE["metric"]]) is not None


def _measure_meant(unit: str, measures: Mapping[str, int]) -> str | None:
    """Return the unit of measure that a word misspells; None for one that is known or unlike any.

    ``measures`` are those of the plan with how many targets have them: one that stands once may be another
    one of them mistyped.
    """
    written = unit.casefold()
    if not written or written in _MEASURES:
        return None
    same = next((one for one in _MEASURES if unmarked(one) == unmarked(unit)), None)
    if same is None and measures[written] == 1:
        same = next((one for one, count in measures.items() if count > 1 and is_mistyped(written, one)), None)
    if same or len(unit) < _SHORT:
        return same
    alike = [one for one in _MEASURES if len(one.split()) == len(unit.split()) and fuzz.ratio(one, written) > _ALIKE]
    return max(alike, key=lambda one: fuzz.ratio(one, written), default=None)
