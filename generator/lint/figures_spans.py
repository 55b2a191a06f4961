"""Stated lengths of time held against the days they are said to run: "69 ngày" from 12/3 to 09/5."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_DAY = r"(?P<{0}d>\d{{1,2}})\s*[/.-]\s*(?P<{0}m>\d{{1,2}})(?:\s*[/.-]\s*(?P<{0}y>\d{{4}}))?"
_LONG_DAY = r"(?P<{0}D>\d{{1,2}})\s+tháng\s+(?P<{0}M>\d{{1,2}})(?:\s+năm\s+(?P<{0}Y>\d{{4}}))?"


def _day(name: str) -> str:
    return rf"(?:hết\s+)?(?:ngày\s+)?(?:{_DAY.format(name)}|{_LONG_DAY.format(name)})(?![\d/])"


_DAYS = re.compile(rf"\btừ\s+{_day('a')}\s*(?:đến|tới|-|–)\s*{_day('b')}", re.IGNORECASE)
_MONTHS = re.compile(
    r"\btừ\s+tháng\s+(?P<am>\d{1,2})(?:\s*[/-]\s*(?P<ay>\d{4}))?\s*(?:đến|tới|-|–)\s*(?:hết\s+)?tháng\s+(?P<bm>\d{1,2})"
    r"(?:\s*[/-]\s*(?P<by>\d{4}))?(?![\d/])",
    re.IGNORECASE,
)
_LENGTH = re.compile(
    r"(?<![\w/.,-])(?P<n>\d{1,3})\s+(?P<unit>ngày đêm|ngày|tuần|tháng)\b"
    r"(?!\s+(?:làm việc|đầu năm|cuối năm|đầu|cuối|tới|trước|sau|qua|một lần|\d))",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:liên tục|cao điểm|ra quân|thi đua|phát động|đợt\s+\w+|,|\(|:|–|-|kể|bắt đầu|được tính|tính|diễn ra"
    r"|thực hiện|triển khai|là|và|;|\s)*",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\s*[,(](?:tổng cộng|tổng|tức|là|thời gian|trong|đúng|đủ|\s)*", re.IGNORECASE)
_LOOSE = re.compile(
    r"\b(?:khoảng|gần|hơn|trên|ít nhất|tối thiểu|không quá|tối đa|trong vòng|trước|mỗi|dưới)\s*$", re.IGNORECASE
)
_CAMPAIGN = re.compile(r"\b(?:chiến dịch|cao điểm|đợt|ra quân|thi đua)\b[^.;]{0,60}$", re.IGNORECASE)
_WORDS_OF_TIME = re.compile(
    r"^\W*(?:thời gian(?: thực hiện| triển khai| tổ chức)?\W*)?(?:bắt đầu\s+)?(?:từ)\b", re.IGNORECASE
)
_DAYS_OF_MONTH = 30.44
_FARTHEST = 60
_SLACK_OF_MONTHS = 12
"""Days by which a number of months may differ from the days it runs."""


@dataclass(frozen=True)
class Period:
    """Days from one to another, as a text says them."""

    first: date
    last: date
    start: int
    end: int
    by_months: bool = False

    @property
    def days(self) -> int:
        """How many days lie between the two."""
        return (self.last - self.first).days

    @property
    def months(self) -> int:
        """How many months lie between the two, both counted."""
        return (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1


@dataclass(frozen=True)
class Length:
    """A stated length of time."""

    number: int
    unit: str
    start: int
    end: int

    def fits(self, period: Period) -> bool:
        """Tell whether the days run so long, the last or the first of them counted or not."""
        if self.unit == "tháng":
            if period.by_months:
                return self.number in (period.months, period.months - 1)
            return abs(period.days + 1 - self.number * _DAYS_OF_MONTH) <= _SLACK_OF_MONTHS
        if period.by_months:
            return True
        days = self.number * (7 if self.unit == "tuần" else 1)
        slack = 3 if self.unit == "tuần" else 0
        return period.days - slack <= days <= period.days + 1 + slack


def periods(text: str) -> Iterator[Period]:
    """Yield the days of "từ ngày … đến ngày …" and "từ tháng … đến tháng …" where the year can be told."""
    for pattern in (_DAYS, _MONTHS):
        for match in pattern.finditer(text):
            found = _period(match, by_months=pattern is _MONTHS)
            if found:
                yield found


def lengths(text: str) -> Iterator[Length]:
    """Yield the lengths of time that are stated exactly: "69 ngày đêm", "03 tháng"."""
    for match in _LENGTH.finditer(text):
        if not _LOOSE.search(text[max(0, match.start() - 16) : match.start()]):
            yield Length(
                int(match["n"]), " ".join(match["unit"].casefold().split()).split()[0], match.start(), match.end()
            )


def contradicted(text: str) -> Iterator[tuple[Length, Period]]:
    """Yield each length that stands beside its days in a sentence and does not fit them."""
    spans = list(periods(text))
    if not spans:
        return
    for length in lengths(text):
        for period in spans:
            if _belongs(text, length, period) and not length.fits(period):
                yield length, period


def _belongs(text: str, length: Length, period: Period) -> bool:
    """Tell whether nothing but words that join the two stands between them."""
    before, after = text[length.end : period.start], text[period.end : length.start]
    if length.end <= period.start:
        return len(before) <= _FARTHEST and bool(_BEFORE.fullmatch(before))
    return len(after) <= _FARTHEST and bool(_AFTER.fullmatch(after))


def campaign_length(text: str) -> Length | None:
    """Return the length that names a campaign: "Chiến dịch cao điểm 69 ngày đêm"; None where none does."""
    return next((one for one in lengths(text) if _CAMPAIGN.search(text[: one.start])), None)


def own_period(text: str) -> Period | None:
    """Return the days of a line that says nothing else: "Thời gian: từ ngày … đến ngày …"."""
    found = list(periods(text))
    alone = len(found) == 1 and _WORDS_OF_TIME.match(text) and not text[found[0].end :].strip(" .;()")
    return found[0] if alone else None


def _period(match: re.Match[str], *, by_months: bool) -> Period | None:
    parts = {name.lower(): int(value) for name, value in match.groupdict().items() if value}
    last_year = parts.get("by")
    if last_year is None:
        return None
    first_year = parts.get("ay", last_year - (parts["am"] > parts["bm"]))
    try:
        first = date(first_year, parts["am"], parts.get("ad", 1))
        last = date(last_year, parts["bm"], parts.get("bd", 1))
    except ValueError:
        return None
    return Period(first, last, match.start(), match.end(), by_months) if first <= last else None
