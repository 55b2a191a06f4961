"""Stated lengths of time against their days."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.lint.evidence import Evidence
from generator.lint.figures_spans import Length, Period, campaign_length, contradicted, own_period
from generator.lint.finding import Fault, Spot
from generator.lint.rule import rule
from generator.lint.subject import Subject
from generator.vietnamese.dates import PartialDate

_FROM = re.compile(r"\btừ\s+(?:ngày\s+|tháng\s+)?\d", re.IGNORECASE)


@rule(
    "SL-05", "số ngày, số tháng không khớp với thời gian từ ngày đến ngày", "thống nhất số liệu", needs=Evidence.WORDS
)
def spans(subject: Subject) -> Iterator[Fault]:
    """Số ngày, tuần, tháng phải khớp với thời gian ghi kèm: «60 ngày, từ ngày 12/3/2026 đến ngày 10/5/2026».

    Tính cả hai ngày đầu, cuối hoặc bỏ một ngày đều được; số tháng so với số ngày gần đúng. Số ngày trong tên chiến
    dịch, đợt cao điểm được so với dòng thời gian duy nhất của văn bản.
    """
    for one in subject.statements:
        for length, period in contradicted(one.text) if one.is_prose and _FROM.search(one.text) else ():
            yield _fault(length, period, one.spot)
    yield from _campaign_faults(subject)


def _campaign_faults(subject: Subject) -> Iterator[Fault]:
    """Yield the campaign whose name says another length than the one line of time of the document."""
    named = subject.reading.head.subject
    length = campaign_length(named.text) if named else None
    found = [(own_period(one.text), one) for one in subject.statements if one.is_prose and _FROM.search(one.text)]
    periods = [(period, one) for period, one in found if period]
    if length is None or len(periods) != 1:
        return
    period, statement = periods[0]
    if period and not length.fits(period):
        found_words = f"trích yếu ghi {length.number} {length.unit}, {_days(period)}"
        yield Fault(found_words, "số ngày khớp với thời gian", statement.spot, severity=Severity.WARNING)


def _fault(length: Length, period: Period, spot: Spot) -> Fault:
    found = f"{length.number} {length.unit}, {_days(period, by_months=length.unit == 'tháng')}"
    return Fault(found, f"số {length.unit} khớp với thời gian", spot)


def _days(period: Period, *, by_months: bool = False) -> str:
    if period.by_months:
        first, last = (PartialDate(one.year, one.month).short() for one in (period.first, period.last))
        return f"còn từ tháng {first} đến tháng {last} là {period.months} tháng"
    first, last = (PartialDate.parse(one).short() for one in (period.first, period.last))
    days = f"còn từ ngày {first} đến ngày {last} là {period.days + 1} ngày"
    return f"{days}, khoảng {round((period.days + 1) / 30.44)} tháng" if by_months else days
