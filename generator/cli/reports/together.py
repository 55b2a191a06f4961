"""What the units below have told of a period, put together: what ``vanban aggregate`` and a batch of offices write."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from generator.cli.files.progress_file import is_progress_book, known_means
from generator.cli.reports.collecting import Collected, collected
from generator.cli.reports.means import plans_of, progress_of, told_in
from generator.diagnostics import Diagnostic, Place, Severity, error
from generator.errors import DataError, UsageError
from generator.model.organization import Organization
from generator.model.plan import Plan
from generator.model.progress import Progress
from generator.model.store import dump_document
from generator.registers.units import Unit
from generator.reports.aggregate import Aggregated, aggregate
from generator.reports.consolidated import UnitStates, consolidated, unit_tasks
from generator.reports.figures import Values
from generator.reports.ground import Ground, cut_off
from generator.reports.led_tasks import Leads, led_tasks
from generator.reports.named_figures import task_figures, with_task_counts
from generator.reports.origins import Above
from generator.reports.receipts import Contradiction, Received
from generator.reports.report import Written, unit_report
from generator.reports.unit_words import word_gaps
from generator.workbook.drilldown import Drilldown, drilldown_bytes


@dataclass(frozen=True)
class Together:
    """What was put together, and what is written of it."""

    came: Collected
    found: Aggregated
    states: tuple[UnitStates, ...]
    leads: tuple[Leads, ...]
    told: Progress
    """What the office tells: sums, tasks, gathered words."""
    written: Written

    @property
    def name(self) -> str:
        """What the names of all files end in, but for their endings."""
        return name_of(self.came.issuer, self.came.period.name)

    @property
    def report_name(self) -> str:
        """The name of the data file of the report."""
        return f"bao_cao_{self.name}.yaml"

    @property
    def data_name(self) -> str:
        """The name of the data of the office's report."""
        return f"tien_do_{self.name}.yaml"

    @property
    def book_name(self) -> str:
        """The name of the workbook of all figures."""
        return f"so_{self.name}.xlsx"

    def data(self) -> bytes:
        """Return the data of the office's report."""
        return dump_document(self.told, self.data_name).encode("utf-8")

    def book(self) -> bytes:
        """Return the workbook of all figures."""
        came = self.came
        content = Drilldown(
            came.ground, came.period.name, came.receipts, self.found, came.issuer, self.written, self.states, self.leads
        )
        return drilldown_bytes(content)


def name_of(office: Unit, period: str) -> str:
    """Return what the names of the files of an office end in."""
    return f"tong_hop_{office.id}_{period.lower()}"


def put_together(files: Sequence[Path], options: Mapping[str, Any]) -> Together:
    """Return what files, or those of folders, tell together; ``options`` are those of ``vanban aggregate``.

    DataError where units have not reported and that is not allowed; UsageError as `collected` has it, and for a file
    of the office's own that is another unit's.
    """
    plan = options["plan"]
    (issuing,) = plans_of([plan]) if plan else (None,)
    came = collected(files, issuing, options)
    _hold_all(came, allow_missing=options["allow_missing"])
    above = Above(issuing or _without_plan(came), plan.name if plan else None)
    earlier = {
        name: progress_of(path, known_means(own=options)) if (path := options[name]) else None
        for name in ("previous", "last_year")
    }
    on = options["on"] or datetime.date.today()
    together = _together(came, came.ground_of(options["under"]), above, options["own"], on, earlier)
    doubts = [
        _of_one(options[name], name) for name, told in earlier.items() if told and is_progress_book(options[name])
    ]
    return replace(together, found=replace(together.found, contradictions=(*doubts, *together.found.contradictions)))


def _of_one(path: Path, option: str) -> Contradiction:
    """Return that a workbook is most likely what the office told of itself, not of all its units."""
    named = f"tệp của --{option.replace('_', '-')} là biểu tiến độ"
    message = f"{named}, có thể chỉ là số liệu riêng của cơ quan; xem lại số của kỳ trước"
    expected = "tệp tien_do_tong_hop_….yaml của kỳ ấy"
    return Contradiction("", path.name, "cả tệp", Severity.WARNING, message, expected=expected)


def _without_plan(came: Collected) -> Plan:
    """Return the plan of an office that has given none: one without tasks."""
    return Plan(issuer=Organization(name=came.issuer.name), year=came.period.year)


def _together(
    came: Collected,
    ground: Ground,
    above: Above,
    own: Path | None,
    on: datetime.date,
    earlier: Mapping[str, Progress | None],
) -> Together:
    """Put together what came; ``ground`` has the regime under which the office itself reports."""
    day = cut_off(came.period)
    states = came.states(day)
    mine = _own(came, own)
    led = led_tasks(above, unit_tasks(came.receipts, came.plans, states), mine, day)
    found = aggregate(came.receipts, came.ground.forms, _counts(came, states), mine)
    open_words = word_gaps(ground, came.receipts, found, {one.unit.id: one.states for one in states})
    found = replace(found, contradictions=(*found.contradictions, *led.contradictions, *open_words))
    own_words = mine[1].progress if mine else None
    told = consolidated(
        came.issuer, above.plan, came.period.name, ground, came.receipts, found, led.tasks, states, own_words
    )
    written = unit_report(above.plan, told, ground, on, previous=earlier["previous"], last_year=earlier["last_year"])
    return Together(came, found, states, led.leads, told, written)


def _counts(came: Collected, states: Sequence[UnitStates]) -> dict[str, Values]:
    """Return the rows that are counted from the tasks, by unit."""
    forms = came.ground.forms
    return {one.unit.id: with_task_counts(forms, {}, task_figures(one.states)) for one in states}


def _own(came: Collected, path: Path | None) -> tuple[Unit, Received] | None:
    """Return what the office tells of itself; UsageError for the file of another unit."""
    if path is None:
        return None
    told = told_in(path, known_means(own=came.registers))
    if told.progress.unit != came.issuer.id:
        raise UsageError(f"tệp này là của «{told.progress.unit_name}», cần của «{came.issuer.name}»", where=str(path))
    return came.issuer, told


def _hold_all(came: Collected, *, allow_missing: bool) -> None:
    """Raise DataError with the units that have not reported, and why files of theirs do not count."""
    lacking = came.receipts.missing
    if not came.receipts.counted:
        diagnostics = list(diagnostics_of(came.receipts.contradictions))
        raise DataError("không có tệp nào của đơn vị tính được", diagnostics=diagnostics)
    if lacking and not allow_missing:
        absent = [error("chưa có báo cáo tính được", Place(field=unit.name)) for unit in lacking]
        raise DataError(
            f"còn {len(lacking)}/{len(came.expected)} đơn vị chưa có báo cáo tính được",
            diagnostics=[*absent, *diagnostics_of(came.receipts.contradictions)],
            hint="thêm --allow-missing (tệp việc: allow_missing: true) để tổng hợp các đơn vị đã có; báo cáo sẽ nói rõ",
        )


def diagnostics_of(contradictions: Sequence[Contradiction]) -> Iterator[Diagnostic]:
    """Yield what does not agree, each with its file, place and unit."""
    for one in contradictions:
        place = Place(file=one.source, field=one.place, part=one.unit or None)
        yield Diagnostic(one.severity, one.message, place, found=one.found or None, expected=one.expected or None)
