"""The report of one progress file in a batch; registers and plans are read once by each process."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from generator.batch.folder import absolute
from generator.batch.job import Digests, Product, file_digest
from generator.cli.batch.plans import plan_with_digests
from generator.cli.batch.product import RenderSettings, rendered
from generator.cli.files.progress_file import is_progress_book, known_means, loaded_progress
from generator.cli.reports.means import grounds_of, plan_for, progress_of
from generator.cli.reports.own_plan import plan_changed, with_own_tasks
from generator.cli.reports.report import chart_name
from generator.diagnostics import Diagnostic, Severity
from generator.errors import DataError, GeneratorError
from generator.model.plan import Plan
from generator.model.progress import Progress
from generator.model.references import Sourced
from generator.model.store import dump_document, is_stored
from generator.reports.ground import Ground
from generator.reports.report import Written, unit_report
from generator.workbook.progress.checks import COMPUTED
from generator.workbook.progress.known import Known


@dataclass(frozen=True)
class ReportSettings:
    """What the reports of a batch rest on."""

    units: Path | None
    regimes: Path | None
    outline: Path | None
    forms: Path | None
    period: str | None
    on: datetime.date
    chart: bool
    word: RenderSettings

    def hold_registers(self) -> None:
        """Raise DataError for a faulty register before anything is done, once and not for each unit."""
        self.grounds(())

    def grounds(self, regimes: Iterable[str]) -> Mapping[str, Ground]:
        """Return what reports of each regime rest on; DataError for an unknown one."""
        return grounds_of(regimes, units=self.units, regime_file=self.regimes, outline=self.outline, forms=self.forms)

    def known(self) -> Known:
        """Return what progress workbooks are read by; DataError for a faulty register."""
        return known_means(own={"regime_file": self.regimes, "forms": self.forms, "outline": self.outline})

    def digest(self) -> str:
        """Return the SHA-256 of the version, the settings and the registers that they name."""
        registers = (self.units, self.regimes, self.outline, self.forms)
        files = [None if path is None else (str(path), file_digest(path)) for path in registers]
        return self.word.digest(json.dumps([files, self.period, str(self.on), self.chart]))


@dataclass(frozen=True)
class ReportedFile:
    """Makes the report of one progress file."""

    source: Path
    plans: tuple[Path, ...]
    """Those that the unit may have issued."""
    previous: Path | None
    last_year: Path | None
    settings: ReportSettings
    target: Path
    """The data file of the report, in the output folder."""

    def __call__(self) -> Product:
        """Return the Word file, the data and the chart if any; GeneratorError as ``vanban report`` has it."""
        sources = [one for one in (self.source, self.previous, self.last_year) if one is not None]
        read: dict[str, str | None] = {absolute(one): file_digest(one) for one in sources}
        progress, doubts = _told(self.source, self.settings)
        self._hold(progress)
        plan, of_plan = self._plan(progress)
        written = self._written(with_own_tasks(progress, plan), progress)
        changed = plan_changed(progress, plan, Path(self.source.name))
        told = [str(one) for one in (*doubts, *changed, *written.diagnostics) if one.severity is not Severity.HINT]
        source, read = Sourced(written.document), {**read, **of_plan}
        made = rendered(source, self.target, self.settings.word, read, tuple(told), written.pictures)
        data = dump_document(written.document, self.target.name).encode()
        files = (*made.files, data, *written.pictures.values())
        return Product(files, made.read, made.remarks, made.ready, made.moment)

    @property
    def targets(self) -> tuple[str, ...]:
        """The names of its files, the last that of the chart where one is wanted and there are tasks to be drawn."""
        chart = (chart_name(self.target),) if self.settings.chart else ()
        return (f"{self.target.stem}.docx", self.target.name, *chart)

    def _hold(self, progress: Progress) -> None:
        period = self.settings.period
        if period and progress.period.upper() != period.upper():
            raise DataError(f"tệp này của kỳ {progress.period}, không phải kỳ {period}", where=str(self.source))
        if self.target.stem != report_name(progress.unit, progress.period):
            raise DataError("tệp đã đổi trong khi chạy", where=str(self.source), hint="chạy lại với --resume")

    def _plan(self, progress: Progress) -> tuple[Plan, Digests]:
        found = [plan_with_digests(path) for path in self.plans]
        chosen = plan_for(progress, [plan for plan, _ in found], self.source)
        return chosen, {path: digest for _, digests in found for path, digest in digests.items()}

    def _written(self, plan: Plan, progress: Progress) -> Written:
        previous, last_year = (_told(one, self.settings)[0] if one else None for one in (self.previous, self.last_year))
        ground, on = _ground(self.settings, progress.regime), self.settings.on
        chart = chart_name(self.target) if self.settings.chart else None
        try:
            return unit_report(plan, progress, ground, on, previous=previous, last_year=last_year, chart=chart)
        except GeneratorError as failure:
            failure.where = failure.where or str(self.source)
            raise


def report_name(unit: str, period: str) -> str:
    """Return the name of the report of a unit, without its ending, as ``vanban report`` gives it."""
    return f"bao_cao_{unit}_{period.lower()}"


def _told(path: Path, settings: ReportSettings) -> tuple[Progress, list[Diagnostic]]:
    """Return what a unit told, and what is doubtful in its workbook and is not told by the report."""
    if is_stored(path.name) or not is_progress_book(path):
        return progress_of(path), []
    progress, found = loaded_progress(path, _known(settings))
    return progress, [one for one in found if one.code != COMPUTED]


@lru_cache(1)
def _known(settings: ReportSettings) -> Known:
    return settings.known()


@lru_cache(8)
def _ground(settings: ReportSettings, regime: str) -> Ground:
    return settings.grounds({regime})[regime]
