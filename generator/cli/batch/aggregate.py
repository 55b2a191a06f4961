"""``do: aggregate`` of a batch: what the units of many offices told, put together for each as ``vanban aggregate``."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import click
from pydantic import Field

from generator.batch.job import Job, Refused
from generator.cli.batch.consolidated import ConsolidatedOffice, OfficeSettings
from generator.cli.batch.fill import filled_text
from generator.cli.batch.named_units import named_units
from generator.cli.batch.order import Lines, OrderFile
from generator.cli.batch.product import RenderSettings
from generator.cli.batch.word import WordOrder, render_settings
from generator.cli.batch.wording import in_order_words
from generator.cli.files.units_file import units_of
from generator.cli.reports.collecting import DAYS_OF_FILES
from generator.errors import DataError, GeneratorError
from generator.model.base import Line
from generator.registers.units import Unit

_ONE = ("plan", "own", "received", "previous", "last_year", "units", "forms", "outline")
"""Fields of an order that name a file."""


class AggregateOrder(WordOrder):
    """Which offices put together what; ``[[Mã]]`` in a path stands for the identity of the office."""

    do: Literal["aggregate"] = Field(title="Việc làm")
    offices: Lines = Field(min_length=1, title="Cơ quan tổng hợp", description="Identities or names")
    progress: Lines = Field(min_length=1, title="Tệp tiến độ", description="What came to the office: tien_do/[[Mã]]")
    units: Line = Field(title="Danh bạ đơn vị")
    period: Line = Field(title="Kỳ báo cáo", description="2027-Q1")
    on: datetime.date = Field(title="Ngày lập báo cáo", description="Given, so that every run writes the same")
    plan: Line | None = Field(None, title="Kế hoạch của cơ quan")
    plans: Lines = Field((), title="Kế hoạch của các đơn vị")
    own: Line | None = Field(None, title="Tiến độ của riêng cơ quan")
    members: Lines = Field((), title="Đơn vị phải báo cáo", description="Units or classes; else all below the office")
    received: Line | None = Field(None, title="Danh sách ngày nhận")
    previous: Line | None = Field(None, title="Tiến độ tổng hợp kỳ trước")
    last_year: Line | None = Field(None, title="Tiến độ tổng hợp cùng kỳ năm trước")
    allow_missing: bool = Field(default=False, title="Cho phép thiếu đơn vị")
    regime: Line | None = Field(None, title="Mã chế độ báo cáo", description="Of the units")
    under: Line | None = Field(None, title="Chế độ của cơ quan tổng hợp", description="Under which it reports itself")
    regimes: Line | None = Field(None, title="Chế độ báo cáo")
    forms: Line | None = Field(None, title="Biểu mẫu thống kê")
    outline: Line | None = Field(None, title="Đề cương báo cáo")


def aggregate_jobs(order: AggregateOrder, file: OrderFile, output: Path) -> list[Job]:
    """Return a job for each office; DataError when the order names what is not there for any of them.

    An office of which a file is not there fails alone.
    """
    units = file.file("units", order.units)
    assert units is not None
    offices, refused = named_units(order.offices, "offices", units_of(units), order.on, file)
    word = render_settings(order, file)
    if order.received is None:
        click.echo(in_order_words(DAYS_OF_FILES), err=True)
    return [*refused, *(_Office(order, file, office).job(output, word, units) for office in offices)]


@dataclass(frozen=True)
class _Office:
    order: AggregateOrder
    file: OrderFile
    office: Unit

    def job(self, output: Path, word: RenderSettings, units: Path) -> Job:
        label = f"{units.name}, {self.office.id}"
        settings = OfficeSettings(self.office, self.order.period, word)
        try:
            run = ConsolidatedOffice(settings, tuple(self._places("progress")), self._options(), output)
        except GeneratorError as failure:
            return Job(label, Refused(str(failure.diagnostics[0] if failure.diagnostics else failure)), "")
        return Job(label, run, run.digest(), run.targets)

    def _options(self) -> tuple[tuple[str, Any], ...]:
        """Return what ``vanban aggregate`` has as options."""
        same = ("period", "regime", "under", "allow_missing", "on")
        found = {name: getattr(self.order, name) for name in same}
        found |= {name: self._file(name) for name in _ONE}
        found |= {"regime_file": self._file("regimes"), "issuer": self.office.id, "named": self.order.members}
        return (*found.items(), ("plans", tuple(self._places("plans"))))

    def _file(self, field: str) -> Path | None:
        name = getattr(self.order, field)
        return self.file.file(field, name and self._filled(name))

    def _places(self, field: str) -> Sequence[Path]:
        return self.file.places(field, [*self._patterns(field)])

    def _patterns(self, field: str) -> Iterator[str]:
        for pattern in getattr(self.order, field):
            yield self._filled(pattern)

    def _filled(self, text: str) -> str:
        filled, unknown = filled_text(text, {"Mã": self.office.id})
        if unknown:
            raise DataError(f"đường dẫn chỉ điền được [[Mã]], không điền được [[{unknown[0]}]]", hint="sửa tệp việc")
        return filled
