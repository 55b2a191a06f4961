"""``do: report`` of a batch: the report of each unit from its progress file, as ``vanban report`` writes it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal

from pydantic import Field

from generator.batch.job import Job, Refused
from generator.batch.names import safe_name
from generator.cli.batch.heads import Earlier, Head, PlanFiles, head_of, only_file
from generator.cli.batch.order import Lines, OrderFile
from generator.cli.batch.plan_files import plan_files
from generator.cli.batch.reported import ReportedFile, ReportSettings, report_name
from generator.cli.batch.word import WordOrder, render_settings
from generator.cli.reports.means import PROGRESS
from generator.errors import DataError, GeneratorError
from generator.files import refuse_overwriting
from generator.model.base import Line


class ReportOrder(WordOrder):
    """What is reported, and from what."""

    do: Literal["report"] = Field(title="Việc làm")
    plans: Lines = Field(min_length=1, title="Kế hoạch", description="One plan, or those of all units")
    progress: Lines = Field(min_length=1, title="Tệp tiến độ", description="Files, patterns (tien_do/*.yaml), folders")
    units: Line = Field(title="Danh bạ đơn vị")
    on: datetime.date = Field(title="Ngày lập báo cáo", description="Given, so that every run writes the same")
    period: Line | None = Field(None, title="Kỳ báo cáo", description="Period that every file must be of: 2027-Q1")
    previous: Lines = Field((), title="Tiến độ kỳ trước", description="Of all units, to compare with")
    last_year: Lines = Field((), title="Tiến độ cùng kỳ năm trước", description="Of all units, to compare with")
    regimes: Line | None = Field(None, title="Chế độ báo cáo")
    outline: Line | None = Field(None, title="Đề cương báo cáo")
    forms: Line | None = Field(None, title="Biểu mẫu thống kê")
    chart: bool = Field(default=False, title="Biểu đồ", description="A chart of progress by field in each report")


def report_jobs(order: ReportOrder, file: OrderFile, output: Path) -> list[Job]:
    """Return a job for each progress file; DataError when the order names what is not there."""
    settings = ReportSettings(
        units=file.file("units", order.units),
        regimes=file.file("regimes", order.regimes),
        outline=file.file("outline", order.outline),
        forms=file.file("forms", order.forms),
        period=order.period,
        on=order.on,
        chart=order.chart,
        word=render_settings(order, file),
    )
    settings.hold_registers()
    known = settings.known()
    told = file.files("progress", order.progress, PROGRESS)
    plans = PlanFiles(plan_files(file, "plans", order.plans), file.label)
    earlier = (Earlier(file, "previous", order.previous, known), Earlier(file, "last_year", order.last_year, known))
    heads = {path: head_of(path, known) for path in told}
    same: dict[str, list[Path]] = {}
    for path, head in heads.items():
        same.setdefault(_name(head) if head else "", []).append(path)
    jobs = _Jobs(file, output, settings, settings.digest(), plans, earlier, same)
    return [jobs.of(path, head) for path, head in heads.items()]


def _name(head: Head) -> str:
    return report_name(head.unit, head.period)


@dataclass(frozen=True)
class _Jobs:
    file: OrderFile
    output: Path
    settings: ReportSettings
    digest: str
    plans: PlanFiles
    earlier: tuple[Earlier, Earlier]
    """What units told of the last period, and of this one a year ago."""
    same: Mapping[str, Sequence[Path]]
    """The files that would give a report of one name."""

    def of(self, path: Path, head: Head | None) -> Job:
        """Return the job of a progress file; one whose head cannot be read tells why when it is run."""
        label = self.file.label(path)
        if head is None:
            target = self.output / f"bao_cao_{safe_name(path.stem)}.yaml"
            run = ReportedFile(path, self.plans.paths[:1], None, None, self.settings, target)
            return Job(label, run, self.digest, run.targets[:1])
        target = self.output / f"{_name(head)}.yaml"
        try:
            run = self._report(path, head, target)
        except GeneratorError as failure:
            return Job(label, Refused(failure.message, failure.hint), self.digest)
        return Job(label, run, self._digest(run), run.targets)

    def _report(self, path: Path, head: Head, target: Path) -> ReportedFile:
        refuse_overwriting(path, [target])
        if safe_name(target.stem) != target.stem:
            raise DataError(f"không đặt được tên tệp từ mã đơn vị «{head.unit}», kỳ «{head.period}»")
        only_file(self.same[target.stem], "kỳ này", self.file)
        previous, last_year = (one.of(head.unit) for one in self.earlier)
        return ReportedFile(path, self.plans.of(head), previous, last_year, self.settings, target)

    def _digest(self, run: ReportedFile) -> str:
        """Return what is known of a report beforehand: which files it is made of, beside the settings."""
        named = (*run.plans, run.previous, run.last_year)
        told = [self.digest, *("" if one is None else self.file.label(one) for one in named)]
        return sha256("\n".join(told).encode()).hexdigest()
