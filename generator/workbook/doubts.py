"""What a workbook says that can hardly be meant: hints with the cell, never a fault.

A day far from the plan's year, a share above 100%, a unit of measure
misspelt, «1,250» for 1.250, an appendix whose title names a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from rapidfuzz import fuzz

from generator.diagnostics import Severity
from generator.model.document import Document
from generator.model.plan import Plan
from generator.spelling import unmarked
from generator.vietnamese.dates import PartialDate
from generator.vietnamese.numbers import parse_number
from generator.workbook import levels
from generator.workbook.content import Content
from generator.workbook.forms import BODY, LEVEL, TARGETS, TASKS, TEXT, TITLE
from generator.workbook.places import At, Findings
from generator.workbook.rows import Row, shown

_TARGET: Final = {column.path[-1]: column.title for column in TARGETS.columns}
_TASK: Final = {column.path[-1]: column.title for column in TASKS.columns if column.path[0] != "parent"}
_FIGURES: Final = ("value", "last_year", "assigned")
_MEASURES: Final = (
    "%", "phần trăm", "thủ tục", "hồ sơ", "ngày", "ngày làm việc", "giờ", "phút", "tháng", "năm", "điểm", "điểm %",
    "đơn vị", "văn bản", "báo cáo", "nhiệm vụ", "cuộc", "hội nghị", "lượt", "lượt người", "người", "công chức",
    "viên chức", "xã", "phường", "bậc", "hạng", "lần", "lớp", "dịch vụ", "dịch vụ công", "chỉ tiêu", "triệu đồng",
    "tỷ đồng", "đồng", "thửa", "thửa đất", "phản ánh", "kiến nghị", "doanh nghiệp", "hộ", "trường", "thôn", "tin bài",
    "quy trình", "cơ sở dữ liệu",
)  # fmt: skip
"""Units of measure as offices write them."""
_ALIKE: Final = 76.0
_SHORT: Final = 5
_MOST_YEARS: Final = 1
_THREE_DECIMALS: Final = re.compile(r"-?[1-9]\d{0,2},\d{3}", re.ASCII)
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)", re.ASCII)
_REFERENCE: Final = re.compile(r"\[\[[^\[\]]+\]\]")


def doubt(content: Content, document: Document, findings: Findings) -> None:
    """Add what a person should look at in a workbook that was read; ``document`` is what it holds."""
    _appendices(content.rows.get(BODY.name, ()), findings)
    if isinstance(document, Plan):
        _targets(content.rows.get(TARGETS.name, ()), findings)
        rows = content.rows.get(TASKS.name, ())
        if document.year is not None:
            _days(rows, document.year, findings)


def _hint(findings: Findings, at: At, message: str, text: str, hint: str) -> None:
    findings.add(at, Severity.HINT, message, found=f"«{shown(text)}»", hint=hint)


def _appendices(rows: Iterable[Row], findings: Findings) -> None:
    for row in rows:
        for column in (TITLE, TEXT) if unmarked(row[LEVEL]).startswith(unmarked(levels.APPENDIX)) else ():
            if _REFERENCE.fullmatch(row[column]):
                file = row[column].strip("[]")
                advice = f"muốn ban hành kèm theo cả văn bản ấy thì chọn Cấp «{levels.ATTACHED_FILE}», Tiêu đề «{file}»"
                _hint(findings, row.at(column), "hàng phụ lục chỉ dẫn tới một tệp", row[column], advice)


def _targets(rows: Iterable[Row], findings: Findings) -> None:
    for row in rows:
        unit = row[_TARGET["unit"]]
        for name in _FIGURES:
            text, at = row[_TARGET[name]], row.at(_TARGET[name])
            if unit == "%" and (parse_number(text.rstrip("% ")) or 0) > 100:  # noqa: PLR2004
                _hint(findings, at, "tỷ lệ lớn hơn 100%", text, "xem lại số hoặc đơn vị tính")
            elif _THREE_DECIMALS.fullmatch(text):
                advice = f"hàng nghìn thì viết dấu chấm: {text.replace(',', '.')}"
                _hint(findings, at, "số có ba chữ số sau dấu phẩy", text, advice)
        if known := _measure_meant(unit):
            _hint(findings, row.at(_TARGET["unit"]), "đơn vị tính lạ", unit, f"ý bạn là «{known}»?")


def _measure_meant(unit: str) -> str | None:
    """Return the unit of measure that a word misspells; None for one that is known or unlike any."""
    written = unit.casefold()
    if not written or written in _MEASURES:
        return None
    same = next((one for one in _MEASURES if unmarked(one) == unmarked(unit)), None)
    if same or len(unit) < _SHORT:
        return same
    alike = [one for one in _MEASURES if len(one.split()) == len(unit.split()) and fuzz.ratio(one, written) > _ALIKE]
    return max(alike, key=lambda one: fuzz.ratio(one, written), default=None)


def _days(rows: Iterable[Row], year: int, findings: Findings) -> None:
    for row in rows:
        for name in ("submit_due", "issue_due", "schedule"):
            text = row[_TASK[name]]
            years = set(_years(text))
            if len(years) == 1 and abs((found := years.pop()) - year) > _MOST_YEARS:
                told = f"thời hạn năm {found} trong kế hoạch năm {year}"
                _hint(findings, row.at(_TASK[name]), told, text, "xem lại năm")


def _years(text: str) -> Iterator[int]:
    """Yield the years of a cell: of a date, or those that stand in words."""
    try:
        day = PartialDate.parse(text) if text else None
    except ValueError:
        day = None
    if day is not None and day.year is not None:
        yield day.year
    else:
        yield from (int(word) for word in _YEAR.findall(text))
