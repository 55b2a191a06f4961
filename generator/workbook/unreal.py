"""Cells whose words are printed as they stand and cannot be meant: a day of no calendar, a number that is none.

A document itself may hold such words; then they are a warning, so that document to workbook and back works.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from openpyxl.utils.datetime import WINDOWS_EPOCH

from generator.diagnostics import Severity
from generator.vietnamese.dates import PartialDate, impossible_dates
from generator.workbook.content import Content
from generator.workbook.forms import TASKS, general_rows
from generator.workbook.places import At, Findings
from generator.workbook.rows import shown

_SCHEDULE: Final = next(column.title for column in TASKS.columns if column.path[-1] == "schedule")
_SERIAL: Final = re.compile(r"\d{5}", re.ASCII)
_SERIALS: Final = range(36_526, 73_051)
"""Days from 2000 to 2099 as a spreadsheet counts them."""
_NUMBER: Final = re.compile(r"\d+[a-zđ]?|.*\[.*\].*", re.ASCII | re.IGNORECASE | re.DOTALL)
"""A number of a document, or a place that is still to be filled."""


@dataclass(frozen=True)
class Unreal:
    """One such cell."""

    at: At
    text: str
    message: str
    hint: str


def unreal(content: Content) -> Iterator[Unreal]:
    """Yield the cells whose words cannot be meant."""
    for column in general_rows(content.kind) if content.general else ():
        text, at = content.general.get(column.title, ("", At("")))
        if column.path == ("number",) and text and not _NUMBER.fullmatch(text):
            hint = "chỉ ghi số, ví dụ 15; ký hiệu do chương trình ghép hoặc ghi ở hàng Ký hiệu"
            yield Unreal(at, text, f"{column.title}: ô này cần một số", hint)
    for row in content.rows.get(TASKS.name, ()):
        yield from _of_time(row[_SCHEDULE], row.at(_SCHEDULE))


def _of_time(text: str, at: At) -> Iterator[Unreal]:
    for _, _, wrong in impossible_dates(text):
        yield Unreal(at, text, f"{_SCHEDULE}: {wrong}", "sửa ngày")
    if _SERIAL.fullmatch(text) and int(text) in _SERIALS:
        day = PartialDate.parse((WINDOWS_EPOCH + timedelta(days=int(text))).date()).short()
        yield Unreal(at, text, f"{_SCHEDULE}: số này là một ngày của Excel", f"ghi «{day}»")


def refuse_unreal(content: Content, meant: frozenset[str], findings: Findings) -> None:
    """Add a fault for each such cell; a warning for words of the document itself, which are ``meant``."""
    for one in unreal(content):
        severity = Severity.WARNING if one.text in meant else Severity.ERROR
        if not findings.is_spoilt(one.at):
            findings.add(one.at, severity, one.message, found=f"«{shown(one.text)}»", hint=one.hint)
