"""``vanban aggregate``: what the units below have told of a period, as figures, a report and a workbook."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click

from generator.cli.files.made_documents import Made, write_documents
from generator.cli.paths import FILE
from generator.cli.problems import show_diagnostics, show_missing, show_written
from generator.cli.render import NOT_READY
from generator.cli.reports.collecting import (
    DAYS_OF_FILES,
    Collected,
    collected,
    collecting_options,
    on_option,
)
from generator.cli.reports.means import plans_of, progress_of, told_in
from generator.cli.template.chosen import office_folder, templates_option
from generator.diagnostics import Diagnostic, Place, Severity, error
from generator.errors import DataError, UsageError
from generator.files import write_keeping_old
from generator.model.organization import Organization
from generator.model.plan import Plan
from generator.model.progress import Progress
from generator.model.readiness import missing
from generator.model.store import dump_document
from generator.registers.units import Unit
from generator.reports.aggregate import Aggregated, aggregate, incomplete
from generator.reports.consolidated import UnitStates, consolidated, unit_tasks
from generator.reports.figures import Values
from generator.reports.ground import Ground, cut_off
from generator.reports.led_tasks import Leads, led_tasks
from generator.reports.named_figures import task_figures, with_task_counts
from generator.reports.origins import Above
from generator.reports.receipts import Contradiction, Received
from generator.reports.report import Written, unit_report
from generator.workbook.drilldown import Drilldown, drilldown_bytes

_SHOWN = 30


@click.command("aggregate")
@click.argument("files", metavar="THƯ_MỤC_TIẾN_ĐỘ...", nargs=-1, required=True, type=FILE)
@collecting_options
@click.option("--plan", metavar="KẾ_HOẠCH", type=FILE, help="Kế hoạch của cơ quan tổng hợp.")
@click.option("--own", metavar="TIẾN_ĐỘ", type=FILE, help="Tệp tiến độ của riêng cơ quan tổng hợp, được cộng vào.")
@click.option("--under", metavar="CHẾ_ĐỘ",
              help="Chế độ mà cơ quan tổng hợp báo cáo lên trên; mặc định là chế độ của các đơn vị.")  # fmt: skip
@click.option("--previous", metavar="TIẾN_ĐỘ", type=FILE,
              help="Tệp tiến độ tổng hợp kỳ trước, để so sánh.")  # fmt: skip
@click.option("--last-year", metavar="TIẾN_ĐỘ", type=FILE,
              help="Tệp tiến độ tổng hợp cùng kỳ năm trước, để so sánh.")  # fmt: skip
@click.option("--allow-missing", is_flag=True, help="Vẫn tổng hợp khi còn đơn vị chưa có báo cáo; báo cáo nói rõ.")
@on_option
@click.option("-o", "--output", required=True, metavar="THƯ_MỤC", type=FILE, help="Thư mục ghi kết quả.")
@click.option("--pdf", is_flag=True, help="Làm thêm bản PDF (cần LibreOffice).")
@templates_option
def aggregate_command(
    files: tuple[Path, ...],
    *,
    plan: Path | None,
    own: Path | None,
    under: str | None,
    allow_missing: bool,
    on: datetime.date | None,
    output: Path,
    pdf: bool,
    folder: Path | None,
    previous: Path | None,
    last_year: Path | None,
    **options: Any,
) -> int:
    """Tổng hợp tiến độ, số liệu và thuyết minh của các đơn vị thành báo cáo chung.

    Đọc biểu tiến độ .xlsx, dữ liệu .yaml, báo cáo Word, PDF có biểu mẫu số liệu. Ghi báo cáo (dữ liệu và Word), tệp
    tiến độ tổng hợp để sửa lời thuyết minh rồi lập lại báo cáo bằng lệnh report, và sổ .xlsx tra từng số liệu về
    từng đơn vị. Số liệu mâu thuẫn được nêu tên đơn vị, chỗ sai và không cộng vào tổng; tệp sai kỳ, trùng, gửi nhầm
    thì không tính. Còn đơn vị chưa có báo cáo thì dừng, trừ khi có --allow-missing.

    \b
    Ví dụ: vanban aggregate tien_do --period 2027-Q1 --plan ke_hoach.yaml --units don_vi.yaml -o ra
    """
    (issuing,) = plans_of([plan]) if plan else (None,)
    came = collected(files, issuing, options)
    if options["received"] is None:
        click.echo(DAYS_OF_FILES, err=True)
    _hold_all(came, allow_missing=allow_missing)
    ground = came.ground_of(under)
    above = Above(issuing or _without_plan(came), plan.name if plan else None)
    given = {"previous": previous, "last_year": last_year}
    earlier = {name: progress_of(path) if path else None for name, path in given.items()}
    together = _together(came, ground, above, own, on or datetime.date.today(), earlier)
    target = output / f"bao_cao_tong_hop_{came.issuer.id}_{came.period.name.lower()}.yaml"
    write_documents([Made(together.written.document, target)], office_folder(folder), pdf=pdf)
    _write_beside(together, came, target)
    return _show(came, together.found, together.written, target)


@dataclass(frozen=True)
class _Together:
    """What was put together."""

    found: Aggregated
    states: tuple[UnitStates, ...]
    leads: tuple[Leads, ...]
    told: Progress
    """What the office tells: sums, tasks, gathered words."""
    written: Written


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
) -> _Together:
    """Put together what came; ``ground`` has the regime under which the office itself reports."""
    day = cut_off(came.period)
    states = came.states(day)
    mine = _own(came, own)
    led = led_tasks(above, unit_tasks(came.receipts, came.plans, states), mine, day)
    found = aggregate(came.receipts, came.ground.forms, _counts(came, states), mine)
    found = replace(found, contradictions=(*found.contradictions, *led.contradictions))
    own_words = mine[1].progress if mine else None
    told = consolidated(
        came.issuer, above.plan, came.period.name, ground, came.receipts, found, led.tasks, states, own_words
    )
    return _Together(
        found,
        states,
        led.leads,
        told,
        unit_report(above.plan, told, ground, on, previous=earlier["previous"], last_year=earlier["last_year"]),
    )


def _write_beside(together: _Together, came: Collected, report: Path) -> None:
    """Write the data of the office's report and the workbook of all figures."""
    name = report.stem.removeprefix("bao_cao_tong_hop_")
    data = report.with_name(f"tien_do_tong_hop_{name}.yaml")
    show_written(data, write_keeping_old(data, dump_document(together.told, data.name).encode("utf-8")))
    book = report.with_name(f"so_tong_hop_{name}.xlsx")
    content = Drilldown(
        came.ground, came.period.name, came.receipts, together.found, came.issuer, together.written, together.states,
        together.leads,
    )  # fmt: skip
    show_written(book, write_keeping_old(book, drilldown_bytes(content)))


def _counts(came: Collected, states: Sequence[UnitStates]) -> dict[str, Values]:
    """Return the rows that are counted from the tasks, by unit."""
    forms = came.ground.forms
    return {one.unit.id: with_task_counts(forms, {}, task_figures(one.states)) for one in states}


def _own(came: Collected, path: Path | None) -> tuple[Unit, Received] | None:
    """Return what the office tells of itself; UsageError for the file of another unit."""
    if path is None:
        return None
    told = told_in(path)
    if told.progress.unit != came.issuer.id:
        raise UsageError(f"tệp này là của «{told.progress.unit_name}», cần của «{came.issuer.name}»", where=str(path))
    return came.issuer, told


def _hold_all(came: Collected, *, allow_missing: bool) -> None:
    """Raise DataError with the units that have not reported, and why files of theirs do not count."""
    lacking = came.receipts.missing
    if not came.receipts.counted:
        diagnostics = list(_diagnostics(came.receipts.contradictions))
        raise DataError("không có tệp nào của đơn vị tính được", diagnostics=diagnostics)
    if lacking and not allow_missing:
        absent = [error("chưa có báo cáo tính được", Place(field=unit.name)) for unit in lacking]
        raise DataError(
            f"còn {len(lacking)}/{len(came.expected)} đơn vị chưa có báo cáo tính được",
            diagnostics=[*absent, *_diagnostics(came.receipts.contradictions)],
            hint="thêm --allow-missing để tổng hợp các đơn vị đã có; báo cáo sẽ nói rõ",
        )


def _diagnostics(contradictions: Iterable[Contradiction]) -> Iterable[Diagnostic]:
    for one in contradictions:
        place = Place(file=one.source, field=one.place, part=one.unit or None)
        yield Diagnostic(one.severity, one.message, place, found=one.found or None, expected=one.expected or None)


def _show(came: Collected, found: Aggregated, written: Written, target: Path) -> int:
    """Print what was put together and what is to be looked at; return the exit code."""
    sent = len(came.receipts.counted)
    late, lacking = len(came.receipts.late), len(came.receipts.missing)
    click.echo(f"{came.issuer.name}: {sent}/{len(came.expected)} đơn vị, {late} đơn vị chậm, {lacking} đơn vị chưa có")
    shown = list(_diagnostics(found.contradictions))
    if shown:
        click.secho(f"Mâu thuẫn: {len(shown)} chỗ", fg="yellow", err=True)
        show_diagnostics(shown[:_SHOWN])
        if len(shown) > _SHOWN:
            click.echo(f"  … và {len(shown) - _SHOWN} chỗ khác trong trang Mâu thuẫn", err=True)
    if rows := [f"{form}/{code}" for (form, code), _ in incomplete(found)]:
        click.echo(f"Chưa đủ số liệu của mọi đơn vị: {len(rows)} dòng ({', '.join(rows[:_SHOWN])})", err=True)
    show_diagnostics(one for one in written.diagnostics if one.severity is not Severity.HINT)
    gaps = missing(written.document)
    if gaps:
        show_missing(gaps)
        click.secho(f"{NOT_READY}: {target} còn thiếu {len(gaps)} chỗ", fg="yellow", err=True)
    wrong = any(one.severity is Severity.ERROR for one in found.contradictions)
    return 1 if wrong or gaps or any(one.severity is not Severity.HINT for one in written.diagnostics) else 0
