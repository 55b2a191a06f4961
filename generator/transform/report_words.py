"""What the words of a higher document ask about reports: the days of the periods, their cut-offs, who receives them.

Read are a day of the month for all periods ("chậm nhất ngày 17 của tháng cuối kỳ"), days of single periods by their
labels ("quý I (trước ngày 10/3/2027)"), rows of days ("trước ngày 10/3, 10/6, 10/9 và 10/12"), and the days between
which the figures count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Final

from generator.registers.regimes import PeriodDates, Regime
from generator.transform.deadlines import BOUND

_LAST_MONTH: Final = re.compile(
    rf"\b{BOUND}\s+ngày\s+(?P<day>\d{{1,2}})\s+(?:của\s+)?(?:các\s+)?tháng\s+cuối\s+(?:(?:mỗi|của)\s+)?(?:kỳ|quý)",
    re.IGNORECASE,
)
_CUT_DAY: Final = re.compile(
    r"(?:số liệu|chốt)[^.;]*?\bđến\s+(?:hết\s+)?ngày\s+(?P<day>\d{1,2})(?![\d/])"
    r"(?:\s+(?:của\s+)?tháng\s+(?:đó|này|ấy|cuối))?(?!\s+tháng\s+\d)",
    re.IGNORECASE,
)
_DATE: Final = (
    r"(?:ngày\s+)?(?:(?P<{0}d>\d{{1,2}})[/.-](?P<{0}m>\d{{1,2}})(?:[/.-](?P<{0}y>\d{{4}}))?(?![\d/])"
    r"|(?P<{0}D>\d{{1,2}})\s+tháng\s+(?P<{0}M>\d{{1,2}})(?:\s+(?:của\s+)?năm\s+(?:(?P<{0}Y>\d{{4}})|(?P<{0}b>trước)))?)"
)
_SPAN: Final = re.compile(
    rf"\btừ\s+{_DATE.format('s')}[^.;]{{0,40}}?\bđến\s+(?:hết\s+)?{_DATE.format('e')}", re.IGNORECASE
)
_CLOSED: Final = re.compile(rf"\bđến\s+hết\s+{_DATE.format('e')}", re.IGNORECASE)
_DAY: Final = re.compile(
    rf"(?:\b(?P<bound>{BOUND})\s+(?:\d{{1,2}}\s*(?:giờ|h)(?:\s*\d{{1,2}}(?:\s*phút)?)?,?\s+)?)?(?<![\w/])"
    rf"{_DATE.format('')}",
    re.IGNORECASE,
)
_BEFORE: Final = re.compile(r"trước", re.IGNORECASE)
_LABEL: Final = re.compile(
    r"\b(?:quý\s+(?P<quarter>I{1,3}|IV|[1-4])|(?P<months>0?6|sáu|0?9|chín)\s+tháng"
    r"|(?:(?<=báo cáo )|(?<=và )|(?<=, )|(?<=\()|(?<=^)|(?<=tổng kết )|(?<=; ))(?:cả\s+|tổng kết\s+)?(?P<year>năm))\b",
    re.IGNORECASE,
)
_REPORT: Final = re.compile(r"\bbáo cáo\b", re.IGNORECASE)
_OTHER_REPORT: Final = re.compile(
    r"\bbáo cáo\s+(?:kết quả\s+)?"
    r"(?:rà soát|kiểm tra|khảo sát|thanh tra|tự đánh giá|tự chấm|chuyên đề|đánh giá|đột xuất)",
    re.IGNORECASE,
)
_REGULAR: Final = re.compile(r"\bđịnh kỳ\b", re.IGNORECASE)
_ROW: Final = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:[,;]|và|,\s*và)?\s*")
_SENTENCES: Final = re.compile(r"(?<=[.;])\s+")
_FIGURES: Final = {"sáu": 6, "chín": 9}
_QUARTERS: Final = {"I": 1, "II": 2, "III": 3, "IV": 4}
_NEAR: Final = timedelta(days=45)
"""A day without a label belongs to the period whose report is due so near to it by the regime."""

Key = tuple[str, int]
"""Which period of the year: a quarter, so many months, the year."""


@dataclass(frozen=True)
class AskedPeriod:
    """What a higher document sets for one period; None for what it does not say."""

    day: date | None = None
    """The last day on which those who report to the higher office are in time."""
    end: date | None = None
    """Last day that the figures cover."""
    start: date | None = None
    """First day that the figures cover."""
    is_before: bool = False
    """Whether the day is told as the one after it: "trước ngày"."""


@dataclass(frozen=True)
class Asked:
    """What higher documents ask about the reports of a year."""

    day: int | None = None
    """The last day in time of the last month of every period."""
    cut_day: int | None = None
    """The day of that month to which the figures count."""
    periods: Mapping[Key, AskedPeriod] = field(default_factory=dict)
    unread: tuple[str, ...] = ()
    """Texts that name a day for periodic reports which could not be read."""

    @property
    def is_silent(self) -> bool:
        """Whether no day of sending is known."""
        return self.day is None and not any(one.day for one in self.periods.values())


@dataclass(frozen=True)
class ReportText:
    """A point of a higher document with the heading above it."""

    text: str
    heading: str = ""
    concerns: bool = True
    """Whether the point is for the unit; of others only those count that are about one period."""


def key_of(label: str) -> Key | None:
    """Return which period a label means: quý I, 6 tháng đầu năm, năm 2027; None for another."""
    found = _LABEL.search(label)
    return _key(found) if found else None


def sets_days(point: ReportText) -> bool:
    """Whether a point is about sending periodic reports: it names a day of the last month, or periods and a day."""
    if not (_REPORT.search(point.text) or _REPORT.search(point.heading)):
        return False
    return bool(_LAST_MONTH.search(point.text) or (_LABEL.search(point.text) and _DAY.search(point.text)))


def asked(texts: Iterable[ReportText], regime: Regime, year: int) -> Asked:
    """Return what the points of higher documents ask about periodic reports; of several days for one the earliest."""
    known = Asked()
    for one in texts:
        if one.concerns or _LABEL.match(_after_report(one.text)):
            known = _both(known, _read(one, regime, year))
    return known


def _both(one: Asked, other: Asked) -> Asked:
    periods = dict(one.periods)
    for key, asks in other.periods.items():
        before = periods.get(key, AskedPeriod())
        first = min((found for found in (before, asks) if found.day), key=_told_day, default=before)
        end = min((found.end for found in (before, asks) if found.end), default=None)
        periods[key] = AskedPeriod(first.day, end, before.start or asks.start, first.is_before)
    day = min((found for found in (one.day, other.day) if found), default=None)
    return Asked(day, one.cut_day or other.cut_day, periods, (*one.unread, *other.unread))


def _told_day(asked: AskedPeriod) -> tuple[date, bool]:
    return asked.day or date.max, not asked.is_before


def _read(point: ReportText, regime: Regime, year: int) -> Asked:
    """Return what one point asks; nothing for one that is not about periodic reports."""
    text, about = point.text, bool(_REPORT.search(point.heading))
    if not (about or _REPORT.search(text)):
        return Asked()
    if found := _LAST_MONTH.search(text):
        closed = _CUT_DAY.search(text)
        day = int(found["day"]) - bool(_BEFORE.match(found[0]))
        if 1 <= day <= 28:
            return Asked(day, int(closed["day"]) if closed else None)
    if key := _alone(text):
        return _of_one(text, key, regime, year)
    periods: dict[Key, AskedPeriod] = {}
    unread: list[str] = []
    for sentence in _SENTENCES.split(text):
        days = _days(sentence, regime, year) if about or _speaks_of_reports(sentence) else {}
        periods = {**days, **periods}
    asks_regularly = _REGULAR.search(text) or (about and _LABEL.search(text))
    if not periods and asks_regularly and re.search(rf"\b{BOUND}\b\s+(?:ngày\s+)?\d", text, re.IGNORECASE):
        unread.append(text)
    return Asked(periods=periods, unread=tuple(unread))


def _speaks_of_reports(sentence: str) -> bool:
    return bool(_REPORT.search(sentence)) and not _OTHER_REPORT.search(sentence)


def _after_report(text: str) -> str:
    return re.sub(r"^\s*báo cáo\s+", "", text, flags=re.IGNORECASE)


def _alone(text: str) -> Key | None:
    """Return the period that a point is about as a whole: "Báo cáo quý I năm 2027: …"; None for other points."""
    opened = _LABEL.match(_after_report(text))
    others = {_key(one) for one in _LABEL.finditer(text)}
    return _key(opened) if opened and len(others) == 1 else None


def _of_one(text: str, key: Key, regime: Regime, year: int) -> Asked:
    """Return what a point sets for the one period that it is about; the first day that binds counts for those below."""
    span = _SPAN.search(text)
    closed = span or _CLOSED.search(text)
    due = _due(key, regime, year)
    end = _date(closed, "e", year) if closed else None
    start = _date(span, "s", year) if span else None
    if start and end and start > end:
        start = start.replace(year=start.year - 1)
    days = [one for one in _bound_days(text, year) if one.day and (due is None or abs(one.day - due) <= _NEAR)]
    first = min(days, key=_told_day, default=AskedPeriod())
    return Asked(periods={key: replace(first, end=end, start=start)} if days or end else {})


def _days(sentence: str, regime: Regime, year: int) -> dict[Key, AskedPeriod]:
    """Return the days of a sentence by period: in the order of its labels, else by what is due near to each."""
    found = list(_bound_days(_SPAN.sub("", sentence), year))
    keys = list(dict.fromkeys(_key(one) for one in _LABEL.finditer(sentence)))
    if len(keys) == len(found):
        return dict(zip(keys, found, strict=True))
    if not keys and len(found) == 1:
        return {}
    days: dict[Key, AskedPeriod] = {}
    for one in found:
        for period in year_periods(regime, year):
            key = key_of(period.label)
            near = one.day and abs(one.day - period.last_day_to_send) <= _NEAR
            if key and near and (not keys or key in keys):
                days[key] = min(one, days.get(key, one), key=_told_day)
    return days


def _bound_days(sentence: str, year: int) -> Iterator[AskedPeriod]:
    """Yield the days by which something is due; in a row of days the first says how all are meant."""
    reached, before = None, False
    for one in _DAY.finditer(sentence):
        joined = reached is not None and _ROW.fullmatch(sentence, reached, one.start())
        if not one["bound"] and not joined:
            continue
        before = bool(_BEFORE.match(one["bound"])) if one["bound"] else before
        if day := _date(one, "", year):
            yield AskedPeriod(day - timedelta(days=before), is_before=before)
        reached = one.end()


def _date(match: re.Match[str], prefix: str, year: int) -> date | None:
    """Return the day that a match names, of the plan's year where it names none; None where no calendar has it."""
    named = match.groupdict()
    day, month = (named[f"{prefix}{one}"] or named[f"{prefix}{one.upper()}"] for one in "dm")
    told = named[f"{prefix}y"] or named[f"{prefix}Y"]
    try:
        return date(int(told) if told else year - bool(named[f"{prefix}b"]), int(month), int(day))
    except ValueError:  # 31/11: no day that could be kept
        return None


def _key(match: re.Match[str]) -> Key:
    if match["year"]:
        return "year", 1
    if match["quarter"]:
        figure = match["quarter"].upper()
        return "quarter", _QUARTERS.get(figure) or int(figure)
    figure = match["months"].lower()
    return "months", _FIGURES.get(figure) or int(figure)


def _due(key: Key, regime: Regime, year: int) -> date | None:
    return next((one.last_day_to_send for one in year_periods(regime, year) if key_of(one.label) == key), None)


def year_periods(regime: Regime, year: int) -> Iterator[PeriodDates]:
    """Yield the periods of a regime in a year."""
    for period in regime.periods:
        yield regime.period_dates(f"{year}-{period.id}")


def fitting_regime(asks: Asked, regimes: Iterable[Regime], usual: Regime, year: int) -> Regime:
    """Return the regime that asks for the periods of a document on its days, else for its periods; else the usual one.

    A document that names a day of the month for all periods takes one whose reports are all due on that day.
    """
    candidates = [usual, *(one for one in regimes if one.id != usual.id)]
    days = {key: one.day for key, one in asks.periods.items() if one.day}

    def fits(regime: Regime, *, by_days: bool) -> bool:
        due = {key_of(one.label): one.last_day_to_send for one in year_periods(regime, year)}
        if asks.day:
            return by_days and all(one.day == asks.day for one in due.values())
        return due.keys() == days.keys() and (not by_days or all(due[key] == day for key, day in days.items()))

    for by_days in (True, False):
        if found := next((one for one in candidates if fits(one, by_days=by_days)), None):
            return found
    return usual


def year_before(asks: Asked) -> Asked:
    """Return what would have been asked for the periods of the year before on the same days."""
    back = {key: replace(one, day=_back(one.day), end=_back(one.end), start=None) for key, one in asks.periods.items()}
    return replace(asks, periods=back)


def _back(day: date | None) -> date | None:
    if day is None:
        return None
    return day.replace(year=day.year - 1, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=day.year - 1)
