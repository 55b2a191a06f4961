"""``vanban remind``: the letter to units that are late, with the list of what is late."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from generator.cli.check.means import given_day
from generator.cli.files.made_documents import Made, write_documents
from generator.cli.paths import FILE
from generator.cli.problems import show_diagnostics, show_missing
from generator.cli.render import NOT_READY
from generator.cli.reports.collecting import DAYS_OF_FILES, collecting_options, show_regime
from generator.cli.reports.means import plans_of
from generator.cli.reports.reminded import show_not_reminded, show_reminded, show_uncounted
from generator.cli.reports.reminding import day_off, reminding
from generator.cli.reports.together import diagnostics_of
from generator.cli.template.chosen import office_folder, templates_option
from generator.model.readiness import missing


@click.command("remind")
@click.argument("plan", metavar="KẾ_HOẠCH", type=FILE)
@click.option("--progress", "files", multiple=True, required=True, metavar="THƯ_MỤC", type=FILE,
              help="Tiến độ các đơn vị đã gửi: thư mục hoặc tệp.")  # fmt: skip
@collecting_options
@click.option("--on", required=True, metavar="NGÀY", callback=given_day, help="Tính đến hết ngày nào.")
@click.option("--by", metavar="NGÀY", callback=given_day, help="Hạn mới, cần xong trước ngày này.")
@click.option("--channel", metavar="NƠI_GỬI", help="Gửi qua đâu.")
@click.option("--contact", metavar="ĐẦU_MỐI", help="Người liên hệ, điện thoại.")
@click.option(
    "--times",
    type=click.IntRange(min=1),
    metavar="N",
    help="Lần đôn đốc thứ mấy của đơn vị đã được đôn đốc; mặc định tính từ --earlier.",
)
@click.option("--earlier", multiple=True, metavar="CÔNG_VĂN",
              help="Công văn đã đôn đốc: tệp, thư mục, hoặc lời ghi đủ số và ngày.")  # fmt: skip
@click.option("--each", is_flag=True, help="Mỗi đơn vị một công văn riêng.")
@click.option("--words", metavar="LỜI_VĂN.yaml", type=FILE, help="Câu chữ công văn của cơ quan; mặc định có sẵn.")
@click.option("-o", "--output", required=True, metavar="THƯ_MỤC", type=FILE, help="Thư mục ghi kết quả.")
@click.option("--pdf", is_flag=True, help="Làm thêm bản PDF (cần LibreOffice).")
@templates_option
def remind(
    plan: Path,
    *,
    files: tuple[Path, ...],
    each: bool,
    words: Path | None,
    output: Path,
    pdf: bool,
    folder: Path | None,
    **options: Any,
) -> int:
    """Lập công văn đôn đốc báo cáo chưa gửi, phải gửi lại, nhiệm vụ quá hạn.

    Một công văn chung kèm danh sách đơn vị, hoặc mỗi đơn vị một công văn (--each). Báo cáo tính đến hết ngày --on: tệp
    nhận sau ngày ấy coi như chưa gửi, tệp đã gửi mà không tính được thì đề nghị gửi lại. Nhiệm vụ quá hạn tính từ kế
    hoạch của các đơn vị (--plans) và tiến độ đã gửi, đến ngày chốt số liệu của kỳ; nhiệm vụ chưa rõ tình trạng, ngày
    hoàn thành thì đề nghị bổ sung. Từ lần hai, --earlier nêu công văn trước: đơn vị có tên trong đó vì cùng một việc
    (báo cáo, nhiệm vụ) được ghi lần hai, đơn vị khác lần đầu. Chỗ chưa biết để [CẦN BỔ SUNG: …].

    \b
    Ví dụ: vanban remind ke_hoach.yaml --progress tien_do --period 2027-Q1 --on 2027-03-18 --by 2027-03-22
           --plans truong --units don_vi.yaml -o ra
    """
    (issuing,) = plans_of([plan])
    on = options["on"]
    found = reminding(files, issuing, options, words)
    if options["received"] is None:
        click.echo(DAYS_OF_FILES, err=True)
    show_regime(found.came)
    show_diagnostics((*diagnostics_of(found.came.doubts), *day_off(options["by"])))
    show_uncounted(found.came)
    show_not_reminded(found.came, on)
    if not found.late:
        click.echo(f"Không đơn vị nào chậm đến hết ngày {on:%d/%m/%Y}")
        return 0
    letters = [((one,), one.unit) for one in found.late] if each else [(found.late, None)]
    made = [Made(found.letter(late), output / found.name(unit)) for late, unit in letters]
    write_documents(made, office_folder(folder), pdf=pdf)
    show_reminded(found.late, found.ask, each=each)
    return _show_gaps(made)


def _show_gaps(made: Sequence[Made]) -> int:
    """Print what letters lack; return 1 where one is not ready."""
    gaps = [missing(one.document) for one in made]
    for one, lacking in zip(made, gaps, strict=True):
        if lacking:
            show_missing(lacking)
            click.secho(f"{NOT_READY}: {one.target} còn thiếu {len(lacking)} chỗ", fg="yellow", err=True)
    return 1 if any(gaps) else 0
