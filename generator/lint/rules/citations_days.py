"""Days that a document names: in the calendar, and not after the document itself."""

from __future__ import annotations

import datetime
import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace

from generator.diagnostics import Severity
from generator.lint.citations import Cited
from generator.lint.evidence import Evidence
from generator.lint.finding import QUOTED, Fault
from generator.lint.rule import rule
from generator.lint.spots import grouped
from generator.lint.statements import Statement
from generator.lint.subject import Subject
from generator.reading.lines import shortened
from generator.vietnamese.dates import PartialDate, impossible_dates

_YEARS = range(1900, 2101)
_LONG_YEAR = re.compile(
    r"\bnăm (?P<a>(?:19|20)\d{3})(?![\d.,/%])|\b(?:ISO|TCVN|QCVN)\b[^;,.]{0,30}?\d:(?P<b>(?:19|20)\d{3})(?!\d)"
    r"|(?<![\w./-])\d{1,2}(?P<s>[/.-])\d{1,2}(?P=s)(?P<c>(?:19|20)\d{3})(?!\d)|\d/(?P<d>(?:19|20)\d{3})/[A-ZĐ]"
)
_SHORT_DAY = re.compile(r"\bngày (?P<day>\d{1,2})/(?P<month>\d{1,2})(?![\d/.,]|-\d)(?!\s*(?:km|ha|m2|m²|%))")
_A_NUMBER = re.compile(r"(?i:\bsố|\bthửa|\bmã)\s*:?\s*$")
"""What makes digits with strokes the number of a house, a plot, a file."""
_DIGIT = re.compile(r"\d")
_LEAP = 2024


@rule("VD-06", "ngày, năm không có thật", "ngày có trong lịch", needs=Evidence.WORDS)
def impossible_day(subject: Subject) -> Iterator[Fault]:
    """Ngày tháng năm nêu trong văn bản phải có trong lịch: không có ngày 31/4, tháng 13, năm 20015.

    Năm có năm chữ số là thừa một chữ số, kể cả trong tên tiêu chuẩn (ISO 9001:2015). Ngày của chính văn bản do quy tắc
    khác xét.
    """
    head = subject.reading.head.place_date
    own = set(head.lines) if head else set()
    return grouped(fault for one in subject.statements if not own.intersection(one.lines) for fault in _impossible(one))


def _impossible(statement: Statement) -> Iterator[tuple[str, Fault]]:
    if not _DIGIT.search(statement.text):
        return
    text = " ".join(statement.text.split())
    for start, end, problem in impossible_dates(text):
        if _LONG_YEAR.search(text[start:end]):
            continue
        is_named = text[start:end].casefold().startswith(("ngày", "tháng"))
        if is_named or (_year_of(text[start:end]) in _YEARS and not _A_NUMBER.search(text[:start])):
            yield text[start:end], _fault(statement, text, (start, end), problem.split(":")[0])
    for match in _LONG_YEAR.finditer(text):
        year = next(one for one in (match["a"], match["b"], match["c"], match["d"]) if one)
        yield year, _fault(statement, text, match.span(), f"năm {year} có năm chữ số")
    for match in _SHORT_DAY.finditer(text):
        day, month = int(match["day"]), int(match["month"])
        if not 1 <= month <= 12 or not 1 <= day <= monthrange(_LEAP, month)[1]:
            yield match[0], _fault(statement, text, match.span(), "ngày này không có trong lịch")


def _year_of(written: str) -> int:
    return int(max(re.findall(r"\d+", written), key=len))


def _fault(statement: Statement, text: str, span: tuple[int, int], problem: str) -> Fault:
    start = max(0, span[0] - 30)
    quote = shortened(text[text.find(" ", start) + 1 if start else 0 : span[1] + 30], QUOTED)
    return Fault(f"«{text[span[0] : span[1]]}»: {problem}", "ngày có trong lịch", replace(statement.spot, quote=quote))


@rule("VD-07", "viện dẫn văn bản ban hành sau văn bản này", "trật tự thời gian", needs=Evidence.WORDS)
def later_than_itself(subject: Subject) -> Iterator[Fault]:
    """Văn bản được viện dẫn phải ban hành trước văn bản này, hoặc trước ngày xét khi văn bản chưa có ngày."""
    latest, said = _latest(subject)
    if latest is None:
        return
    for one in subject.citations:
        first = _first_day(one.citation.date)
        if first and first > latest:
            issued = one.citation.date.short() if one.citation.date else ""
            yield Fault(f"«{one.name}» ngày {issued}", f"không sau {said}", one.spot)


def _latest(subject: Subject) -> tuple[datetime.date | None, str]:
    """Return the last day on which a document cited can have been issued, and what that day is."""
    own = subject.date
    if own and own.year and own.month:
        day = own.day or monthrange(own.year, own.month)[1]
        return datetime.date(own.year, own.month, day), f"ngày của văn bản ({own.short()})"
    on = subject.on
    return on, f"ngày xét ({PartialDate.parse(on).short()})" if on else ""


def _first_day(date: PartialDate | None) -> datetime.date | None:
    """Return the first day that a date, of which parts may be missing, can mean."""
    return datetime.date(date.year, date.month or 1, date.day or 1) if date and date.year else None


@rule("VD-13", "năm trong ký hiệu khác năm ban hành", "PL I/I/II.6b", Severity.WARNING, needs=Evidence.WORDS)
def year_of_symbol(subject: Subject) -> Iterator[Fault]:
    """Năm trong ký hiệu là năm ban hành: «Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018»."""
    return grouped((one.citation.number, _two_years(one)) for one in subject.citations if _is_of_two_years(one))


def _is_of_two_years(cited: Cited) -> bool:
    date = cited.citation.date
    return bool(cited.symbol_year and date and date.year and date.year != cited.symbol_year)


def _two_years(cited: Cited) -> Fault:
    date = cited.citation.date.short() if cited.citation.date else ""
    return Fault(f"«{cited.name}» ngày {date}", f"ngày trong năm {cited.symbol_year}", cited.spot)
