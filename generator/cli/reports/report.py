"""``vanban report``: the periodic report of a unit, from its plan and what it told."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from generator.cli.check.means import given_day
from generator.cli.files.made_documents import Made, progress_bar, write_documents
from generator.cli.files.progress_file import known_means
from generator.cli.paths import FILE
from generator.cli.problems import show_diagnostics, show_missing
from generator.cli.render import NOT_READY
from generator.cli.reports.means import files_of, grounds_of, of_each, plan_for, plans_of, progress_of
from generator.cli.reports.own_plan import plan_changed, with_own_tasks
from generator.cli.template.chosen import office_folder, templates_option
from generator.diagnostics import Severity
from generator.errors import DataError, GeneratorError, UsageError
from generator.files import refuse_overwriting
from generator.model.plan import Plan
from generator.model.progress import Progress
from generator.model.readiness import missing
from generator.reports.ground import Ground
from generator.reports.report import Written, unit_report
from generator.workbook.progress.known import Known

_Earlier = Mapping[str, Progress | None]
"""What the unit told before: of the last period, of this one a year ago."""


@click.command("report")
@click.argument("plans", metavar="KẾ_HOẠCH...", nargs=-1, required=True, type=FILE)
@click.option("--progress", "told", multiple=True, required=True, metavar="TIẾN_ĐỘ", type=FILE,
              help="Tệp tiến độ của đơn vị; nêu được nhiều lần, hoặc một thư mục.")  # fmt: skip
@click.option("--period", metavar="KỲ", help="Kỳ báo cáo phải có trong tệp tiến độ: 2027-Q1.")
@click.option("--units", required=True, metavar="DANH_BẠ", type=FILE, help="Danh bạ đơn vị.")
@click.option(
    "--regimes",
    "regime_file",
    metavar="CHẾ_ĐỘ.yaml",
    type=FILE,
    help="Chế độ báo cáo của cơ quan, thêm vào chế độ có sẵn.",
)
@click.option("--outline", metavar="ĐỀ_CƯƠNG.yaml", type=FILE, help="Đề cương báo cáo của cơ quan.")
@click.option("--forms", metavar="BIỂU_MẪU.yaml", type=FILE, help="Biểu mẫu thống kê của cơ quan.")
@click.option("--previous", metavar="TIẾN_ĐỘ", type=FILE, help="Tệp tiến độ kỳ trước, để so sánh.")
@click.option("--last-year", metavar="TIẾN_ĐỘ", type=FILE, help="Tệp tiến độ cùng kỳ năm trước, để so sánh.")
@click.option("--chart", is_flag=True, help="Thêm biểu đồ tiến độ theo lĩnh vực.")
@click.option("--on", metavar="NGÀY", callback=given_day, help="Ngày lập báo cáo; mặc định là hôm nay.")
@click.option("-o", "--output", required=True, metavar="THƯ_MỤC", type=FILE, help="Thư mục ghi kết quả.")
@click.option("--pdf", is_flag=True, help="Làm thêm bản PDF (cần LibreOffice).")
@templates_option
def report(
    plans: tuple[Path, ...],
    told: tuple[Path, ...],
    *,
    period: str | None,
    on: datetime.date | None,
    output: Path,
    pdf: bool,
    chart: bool,
    folder: Path | None,
    previous: Path | None,
    last_year: Path | None,
    **registers: Path | None,
) -> int:
    """Lập báo cáo CCHC định kỳ của đơn vị theo đề cương, từ kế hoạch và tệp tiến độ.

    Số liệu trong câu và trong biểu mẫu lấy cùng một giá trị, tình trạng nhiệm vụ tính theo thời hạn và ngày chốt số
    liệu. Trong lời thuyết minh của đơn vị, {3/3.1.1} là số liệu dòng 3.1.1 của biểu mẫu 3, {tasks.done} là số nhiệm vụ
    đã hoàn thành. Mục chưa có nội dung để [CẦN BỔ SUNG: …]; «-» nghĩa là không phát sinh.

    Nhiều đơn vị trong một lần: nêu mọi kế hoạch và mọi tệp tiến độ; mỗi tệp đi với kế hoạch của đơn vị ấy.

    \b
    Ví dụ: vanban report ke_hoach.yaml --progress tien_do.yaml --units don_vi.yaml -o ra --pdf
    """
    files = list(files_of(told))
    known = known_means(own=registers)
    progress = of_each(files, lambda path: progress_of(path, known))
    _hold_period(period, progress, files)
    targets = _targets(files, progress, output)
    charts = [chart_name(target) if chart else None for target in targets]
    earlier = _earlier(previous, last_year, len(files), known)
    grounds = grounds_of({one.regime for one in progress}, **registers)
    written = _all_written(plans_of(plans), files, progress, grounds, on or datetime.date.today(), earlier, charts)
    made = [Made(one.document, target, one.pictures) for one, target in zip(written, targets, strict=True)]
    write_documents(made, office_folder(folder), pdf=pdf)
    return max(_show(one, target) for one, target in zip(written, targets, strict=True))


def chart_name(report: Path) -> str:
    """Return the name of the picture of a report's chart, which stands beside it."""
    return f"bieu_do_{report.stem}.png"


def _earlier(previous: Path | None, last_year: Path | None, files: int, known: Known) -> _Earlier:
    if files > 1 and (previous or last_year):
        raise UsageError("--previous và --last-year chỉ dùng khi có một tệp tiến độ")
    given = {"previous": previous, "last_year": last_year}
    return {name: progress_of(path, known) if path else None for name, path in given.items()}


def _all_written(
    plans: Sequence[Plan],
    files: Sequence[Path],
    progress: Sequence[Progress],
    grounds: Mapping[str, Ground],
    on: datetime.date,
    earlier: _Earlier,
    charts: Sequence[str | None],
) -> list[Written]:
    """Return the report of each file, with the plan of its unit."""
    given = {path: (one, chart) for path, one, chart in zip(files, progress, charts, strict=True)}
    with progress_bar("Lập báo cáo", len(files)) as (bar, task):

        def write(path: Path) -> Written:
            one, chart = given[path]
            plan = plan_for(one, plans, path)
            show_diagnostics(plan_changed(one, plan, path))
            bar.advance(task)
            return _written(with_own_tasks(one, plan), one, grounds[one.regime], on, path, {**earlier, "chart": chart})

        return of_each(files, write)


def _hold_period(period: str | None, progress: Sequence[Progress], files: Sequence[Path]) -> None:
    """Raise DataError where a file tells of another period than the one asked for."""
    for path, one in zip(files, progress, strict=True):
        if period and one.period.upper() != period.upper():
            raise DataError(f"tệp này của kỳ {one.period}, không phải kỳ {period}", where=str(path))


def _targets(files: Sequence[Path], progress: Sequence[Progress], output: Path) -> list[Path]:
    """Return the data file of each report, named by unit and period; DataError for two files of one unit."""
    names = [f"bao_cao_{one.unit}_{one.period.lower()}.yaml" for one in progress]
    for place, name in enumerate(names):
        if name in names[:place]:
            other = files[names.index(name)]
            raise DataError(f"hai tệp của một đơn vị, một kỳ: {other}", where=str(files[place]), hint="bỏ một tệp")
    targets = [output / name for name in names]
    for path in files:
        refuse_overwriting(path, targets)
    return targets


def _written(
    plan: Plan, progress: Progress, ground: Ground, on: datetime.date, path: Path, more: Mapping[str, Any]
) -> Written:
    try:
        return unit_report(plan, progress, ground, on, **more)
    except GeneratorError as failure:
        failure.where = failure.where or str(path)
        raise


def _show(one: Written, target: Path) -> int:
    """Print what is to be looked at; return 1 where the report is not ready, 0 else."""
    gaps = missing(one.document)
    grave = [found for found in one.diagnostics if found.severity is not Severity.HINT]
    if gaps or one.diagnostics:
        click.echo(f"{target}: {one.document.issuer.name}", err=True)
        show_diagnostics(one.diagnostics)
        show_missing(gaps)
    if gaps:
        click.secho(f"{NOT_READY}: {target} còn thiếu {len(gaps)} chỗ", fg="yellow", err=True)
    return 1 if gaps or grave else 0
