"""Report regimes: which periods are reported, what they cover, when the report is due.

Cut-off days differ between authorities, so a regime is data (NĐ 09/2019/NĐ-CP, Điều 8 và Điều 12, for the series
most follow).
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator, Field, model_validator

from generator.errors import DataError
from generator.registers.base import Confidence, Fault, Id, Line, Record, Register, repeated
from generator.spelling import suggestion

_PERIOD = re.compile(r"(?P<year>[0-9]{4})-(?P<id>.+)")


def _with_years_only(label: str) -> str:
    try:
        label.format(year=2027, next_year=2028)
    except (KeyError, IndexError, ValueError) as fault:
        raise ValueError("trong nhãn chỉ dùng {year} và {next_year}") from fault
    return label


Label = Annotated[Line, AfterValidator(_with_years_only)]
"""Words with ``{year}`` for the year of the report and ``{next_year}`` for the one after."""


def _period_id(text: str) -> str:
    if not re.fullmatch(r"[A-Z0-9]+", text):
        raise ValueError("mã kỳ chỉ gồm chữ in hoa không dấu và chữ số, ví dụ Q1")
    return text


PeriodId = Annotated[str, AfterValidator(_period_id)]
"""Capitals and digits."""


class YearDay(Record):
    """A day of a year reckoned from the year of the report."""

    day: int = Field(title="Ngày", description="Day of the month", ge=1, le=31)
    month: int = Field(title="Tháng", description="Month", ge=1, le=12)
    year: int = Field(0, title="Năm so với năm báo cáo", description="-1 for the year before", ge=-1, le=1)

    @model_validator(mode="after")
    def _exists(self) -> YearDay:
        """Refuse a day that an ordinary year lacks, so that every year has it."""
        try:
            self.of(2027)
        except ValueError as fault:
            raise ValueError(f"không có ngày {self.day}/{self.month}") from fault
        return self

    def of(self, year: int) -> datetime.date:
        """Return the day for the year of a report."""
        return datetime.date(year + self.year, self.month, self.day)


class Period(Record):
    """One of the periods that a regime asks a report for."""

    id: PeriodId = Field(title="Mã kỳ", description="Part of the period's name after the year: Q1 in 2027-Q1")
    label: Label = Field(title="Tên kỳ", description="As in the title of the report: quý I năm {year}")
    next_label: Label = Field(title="Tên kỳ sau", description="Period whose tasks are announced: quý II năm {year}")
    start: YearDay | None = Field(None, title="Số liệu từ ngày", description="First day that the figures cover")
    end: YearDay | None = Field(None, title="Số liệu đến hết ngày", description="Last day that the figures cover")
    send_by: YearDay | None = Field(None, title="Gửi chậm nhất ngày", description="Last day to send the report")
    send_before: YearDay | None = Field(None, title="Gửi trước ngày", description="Day before which it must be sent")

    @model_validator(mode="after")
    def _one_deadline(self) -> Period:
        if (self.send_by is None) == (self.send_before is None):
            raise ValueError("ghi một trong hai: send_by (chậm nhất ngày) hoặc send_before (trước ngày)")
        return self


@dataclass(frozen=True)
class PeriodDates:
    """A period of a certain year."""

    name: str
    """``2027-Q1``."""
    year: int
    label: str
    next_label: str
    start: datetime.date | None
    """First day covered; None where the regime does not say."""
    end: datetime.date | None
    """Last day covered."""
    last_day_to_send: datetime.date


@dataclass(frozen=True)
class Overlap:
    """Days that belong to two periods, so that their figures are counted twice."""

    earlier: PeriodDates
    later: PeriodDates
    first: datetime.date
    last: datetime.date


class Regime(Record):
    """A report regime."""

    id: Id = Field(title="Mã", description="Identity: bo-noi-vu")
    name: Line = Field(title="Tên chế độ báo cáo", description="Name of the regime")
    source: Line = Field(title="Nguồn", description="Document that sets it")
    confidence: Confidence = Field(title="Độ tin cậy", description="How sure the days are")
    note: Line | None = Field(None, title="Ghi chú", description="What the other fields cannot say")
    receiver: Id | None = Field(
        None,
        title="Nơi nhận",
        description="Unit that the reports go to: its units report under this regime, and offices with none above them",
    )
    periods: tuple[Period, ...] = Field(title="Các kỳ báo cáo", description="Periods in the order of the year")

    def period_dates(self, name: str) -> PeriodDates:
        """Return the days of a period such as ``2027-Q1``; raises DataError for a name that the regime lacks."""
        match = _PERIOD.fullmatch(name.strip().upper())
        period = next((one for one in self.periods if match and one.id == match["id"]), None)
        if match is None or period is None:
            raise DataError(f"chế độ «{self.name}» không có kỳ báo cáo «{name}»", hint=self._period_hint())
        return _dates(period, int(match["year"]))

    def overlaps(self, year: int) -> tuple[Overlap, ...]:
        """Return the days that two periods report, of the periods of a year and the first of the next.

        A period that lies within another, as the first quarter within the half-year, is no overlap.
        """
        days = [_dates(period, year) for period in self.periods] + [_dates(one, year + 1) for one in self.periods]
        pairs = ((one, other) for one in days if one.year == year for other in days)
        return tuple(overlap for one, other in pairs if (overlap := _overlap(one, other)))

    def _period_hint(self) -> str:
        return "dùng: " + ", ".join(f"<năm>-{one.id}" for one in self.periods)


def _dates(period: Period, year: int) -> PeriodDates:
    """The period in a year; a day before which to send becomes the last day to send."""
    if period.send_by:
        last_day = period.send_by.of(year)
    else:
        assert period.send_before is not None  # one of the two is there, as the model holds
        last_day = period.send_before.of(year) - datetime.timedelta(days=1)
    return PeriodDates(
        name=f"{year}-{period.id}",
        year=year,
        label=period.label.format(year=year, next_year=year + 1),
        next_label=period.next_label.format(year=year, next_year=year + 1),
        start=period.start.of(year) if period.start else None,
        end=period.end.of(year) if period.end else None,
        last_day_to_send=last_day,
    )


def _overlap(one: PeriodDates, other: PeriodDates) -> Overlap | None:
    if not (one.start and one.end and other.start and other.end):
        return None
    if one.start < other.start <= one.end < other.end:
        return Overlap(one, other, other.start, one.end)
    return None


class RegimeRegister(Register):
    """All regimes of an office."""

    regimes: tuple[Regime, ...] = Field(title="Chế độ báo cáo", description="The regimes")

    def regime(self, id: str) -> Regime:
        """Return a regime by its identity; raises DataError with the nearest for another."""
        for one in self.regimes:
            if one.id == id:
                return one
        known = [one.id for one in self.regimes]
        names = "có: " + ", ".join(f"{one.id} ({one.name})" for one in self.regimes)
        hint = " ".join(filter(None, (suggestion(id, known), names)))
        raise DataError(f"không có chế độ báo cáo «{id}»", hint=hint)

    def beside(self, other: RegimeRegister) -> RegimeRegister:
        """Return these regimes, then those of another register; of one identity that of this register counts."""
        own = {one.id for one in self.regimes}
        others = (one for one in other.regimes if one.id not in own)
        return self.model_copy(update={"regimes": (*self.regimes, *others)})

    def faults(self) -> Iterator[Fault]:
        """Repeated identities, and periods that end before they begin or are due before they end."""
        yield from repeated("regimes", [one.id for one in self.regimes])
        for place, regime in enumerate(self.regimes):
            ids = [one.id for one in regime.periods]
            for number, period in enumerate(regime.periods):
                loc = ("regimes", place, "periods", number)
                if period.id in ids[:number]:
                    yield Fault((*loc, "id"), f"kỳ «{period.id}» đã có ở trên")
                yield from _order_faults(loc, period)


def _order_faults(loc: tuple[str | int, ...], period: Period) -> Iterator[Fault]:
    days = _dates(period, 2027)
    if days.start and days.end and days.end < days.start:
        yield Fault((*loc, "end"), "ngày chốt số liệu trước ngày bắt đầu")
    if days.end and days.last_day_to_send < days.end:
        yield Fault(loc, "hạn gửi báo cáo trước ngày chốt số liệu")
