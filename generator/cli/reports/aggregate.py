"""``vanban aggregate``: what the units below have told of a period, as figures, a report and a workbook."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import click

from generator.cli.files.made_documents import Made, write_documents
from generator.cli.paths import FILE
from generator.cli.problems import show_diagnostics, show_missing, show_written
from generator.cli.render import NOT_READY
from generator.cli.reports.collecting import DAYS_OF_FILES, Collected, collecting_options, on_option, show_regime
from generator.cli.reports.together import Together, diagnostics_of, put_together
from generator.cli.template.chosen import office_folder, templates_option
from generator.diagnostics import Severity
from generator.files import write_keeping_old
from generator.model.readiness import missing
from generator.reports.aggregate import Aggregated, incomplete, not_added
from generator.reports.report import Written

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
    if options["received"] is None:
        click.echo(DAYS_OF_FILES, err=True)
    given = {"plan": plan, "own": own, "under": under, "previous": previous, "last_year": last_year}
    together = put_together(files, {**options, **given, "on": on, "allow_missing": allow_missing})
    show_regime(together.came)
    target = output / together.report_name
    write_documents([Made(together.written.document, target)], office_folder(folder), pdf=pdf)
    _write_beside(together, output)
    return _show(together.came, together.found, together.written, target)


def _write_beside(together: Together, output: Path) -> None:
    """Write the data of the office's report and the workbook of all figures."""
    for path, data in ((output / together.data_name, together.data()), (output / together.book_name, together.book())):
        show_written(path, write_keeping_old(path, data))


def _show(came: Collected, found: Aggregated, written: Written, target: Path) -> int:
    """Print what was put together and what is to be looked at; return the exit code."""
    sent = len(came.receipts.counted)
    late, lacking = len(came.receipts.late), len(came.receipts.missing)
    click.echo(f"{came.issuer.name}: {sent}/{len(came.expected)} đơn vị, {late} đơn vị chậm, {lacking} đơn vị chưa có")
    shown = list(diagnostics_of(found.contradictions))
    if shown:
        click.secho(f"Mâu thuẫn: {len(shown)} chỗ", fg="yellow", err=True)
        show_diagnostics(shown[:_SHOWN])
        if len(shown) > _SHOWN:
            click.echo(f"  … và {len(shown) - _SHOWN} chỗ khác trong trang Mâu thuẫn", err=True)
    if rows := [f"{form}/{code}" for (form, code), _ in incomplete(found)]:
        click.echo(f"Chưa đủ số liệu của mọi đơn vị: {len(rows)} dòng ({', '.join(rows[:_SHOWN])})", err=True)
    if rows := [f"{form}/{code}" for (form, code), _ in not_added(found)]:
        click.echo(f"Không cộng được, lý do ở Ghi chú: {len(rows)} dòng ({', '.join(rows[:_SHOWN])})", err=True)
    show_diagnostics(one for one in written.diagnostics if one.severity is not Severity.HINT)
    gaps = missing(written.document)
    if gaps:
        show_missing(gaps)
        click.secho(f"{NOT_READY}: {target} còn thiếu {len(gaps)} chỗ", fg="yellow", err=True)
    wrong = any(one.severity is Severity.ERROR for one in found.contradictions)
    return 1 if wrong or gaps or any(one.severity is not Severity.HINT for one in written.diagnostics) else 0
