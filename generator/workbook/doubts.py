"""What a workbook says that can hardly be meant: hints with the cell, never a fault.

A day far from the plan's year, an appendix whose title names a file, minutes that are not signed by their chair;
figures of targets (`target_doubts`) and names of units (`unit_doubts`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from generator.diagnostics import Severity
from generator.model.document import Document
from generator.model.forms import Minutes
from generator.model.plan import Plan
from generator.spelling import unmarked
from generator.vietnamese.dates import PartialDate
from generator.workbook import levels
from generator.workbook.content import Content
from generator.workbook.forms import BODY, LEVEL, TARGETS, TASKS, TEXT, TITLE, general_rows
from generator.workbook.places import At, Findings
from generator.workbook.rows import Row, shown
from generator.workbook.target_doubts import doubt_targets
from generator.workbook.unit_doubts import doubt_units

_TASK: Final = {column.path[-1]: column.title for column in TASKS.columns if column.path[0] != "parent"}
_MOST_YEARS: Final = 1
_SIGNED_AS: Final = (("signature", "authority"), ("signature", "position"))
_CHAIRS: Final = ("chu toa", "chu tri")
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)", re.ASCII)
_REFERENCE: Final = re.compile(r"\[\[[^\[\]]+\]\]")


def doubt(content: Content, document: Document, findings: Findings) -> None:
    """Add what a person should look at in a workbook that was read; ``document`` is what it holds."""
    _appendices(content.rows.get(BODY.name, ()), findings)
    doubt_units(content, findings)
    if isinstance(document, Minutes):
        _chair(content, findings)
    if isinstance(document, Plan):
        doubt_targets(content.rows.get(TARGETS.name, ()), findings)
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


def _chair(content: Content, findings: Findings) -> None:
    """Tell of minutes that print something else than CHỦ TỌA above the signature on the right (form 1.9)."""
    for column in general_rows(content.kind):
        text, at = content.general.get(column.title, ("", At("")))
        if column.path in _SIGNED_AS and text and not unmarked(text).startswith(_CHAIRS):
            hint = "biên bản do chủ tọa ký: để trống ô này thì chương trình in CHỦ TỌA"
            _hint(findings, at, "chỗ ký của biên bản không phải của chủ tọa", text, hint)


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
