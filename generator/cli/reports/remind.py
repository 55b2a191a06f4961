"""``vanban remind``: the letter to units that are late, with the list of what is late."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from generator.cli.check.means import given_day
from generator.cli.files.made_documents import Made, write_documents
from generator.cli.paths import FILE
from generator.cli.problems import show_diagnostics, show_missing
from generator.cli.render import NOT_READY
from generator.cli.reports.collecting import Collected, collected, collecting_options
from generator.cli.reports.means import loaded, plans_of
from generator.cli.template.chosen import office_folder, templates_option
from generator.diagnostics import Place, Severity, warning
from generator.model.plan import Plan
from generator.model.readiness import missing
from generator.registers.reminder import ReminderWords
from generator.reports.reminder import Ask, Late, late_units, reminder


@click.command("remind")
@click.argument("plan", metavar="KẾ_HOẠCH", type=FILE)
@click.option("--progress", "files", multiple=True, required=True, metavar="THƯ_MỤC", type=FILE,
              help="Tiến độ các đơn vị đã gửi: thư mục hoặc tệp.")  # fmt: skip
@collecting_options
@click.option("--on", required=True, metavar="NGÀY", callback=given_day, help="Tính đến hết ngày nào.")
@click.option("--by", metavar="NGÀY", callback=given_day, help="Hạn mới, cần xong trước ngày này.")
@click.option("--channel", metavar="NƠI_GỬI", help="Gửi qua đâu.")
@click.option("--contact", metavar="ĐẦU_MỐI", help="Người liên hệ, điện thoại.")
@click.option("--times", type=click.IntRange(min=1), default=1, metavar="N", help="Lần đôn đốc thứ mấy.")
@click.option("--earlier", multiple=True, metavar="CÔNG_VĂN", help="Công văn đã đôn đốc trước đó, ghi đủ số và ngày.")
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
    """Lập công văn đôn đốc đơn vị chưa gửi báo cáo, còn nhiệm vụ quá hạn.

    Một công văn chung kèm danh sách đơn vị chậm, hoặc mỗi đơn vị một công văn (--each). Nhiệm vụ quá hạn tính từ kế
    hoạch của các đơn vị (--plans) và tiến độ đã gửi; tệp nhận sau ngày --on coi như chưa gửi. Chỗ chưa biết để [CẦN
    BỔ SUNG: …].

    \b
    Ví dụ: vanban remind ke_hoach.yaml --progress tien_do --period 2027-Q1 --on 2027-03-18 --by 2027-03-22
           --plans truong --units don_vi.yaml -o ra
    """
    (issuing,) = plans_of([plan])
    came = collected(files, issuing, options)
    came = replace(came, receipts=came.receipts.until(options["on"]))
    late = late_units(came.receipts, came.states(options["on"]), came.period, options["on"])
    _show_uncounted(came)
    if not late:
        click.echo(f"Không đơn vị nào chậm đến hết ngày {options['on']:%d/%m/%Y}")
        return 0
    made = list(_letters(came, issuing, late, output, each=each, words=words, options=options))
    write_documents(made, office_folder(folder), pdf=pdf)
    return _show(late, made)


def _letters(
    came: Collected, plan: Plan, late: Sequence[Late], output: Path, *, each: bool, words: Path | None, options: Any
) -> Iterator[Made]:
    said = loaded(words, "reminder.yaml", ReminderWords)
    named = {name: options[name] for name in ("by", "channel", "contact", "times", "earlier")}
    ask = Ask(day=options["on"], **named)
    for several in [[one] for one in late] if each else [list(late)]:
        document = reminder(came.issuer, plan, several, came.period, ask, came.ground, said)
        name = f"_{several[0].unit.id}" if each else ""
        yield Made(document, output / f"don_doc{name}_{came.period.name.lower()}.yaml")


def _show_uncounted(came: Collected) -> None:
    """Print why files do not count: their units are reminded as if they had sent none."""
    show_diagnostics(
        warning(f"tệp không được tính: {one.message}", Place(file=one.source, part=one.unit or None), found=one.found)
        for one in came.receipts.contradictions
        if one.severity is Severity.ERROR
    )


def _show(late: Sequence[Late], made: Sequence[Made]) -> int:
    """Print who is reminded of what; return 1 where a letter is not ready."""
    reports, tasks = sum(one.report for one in late), sum(len(one.tasks) for one in late)
    click.echo(f"{len(late)} đơn vị chậm: {reports} chưa gửi báo cáo, {tasks} nhiệm vụ quá hạn")
    gaps = [missing(one.document) for one in made]
    for one, lacking in zip(made, gaps, strict=True):
        if lacking:
            show_missing(lacking)
            click.secho(f"{NOT_READY}: {one.target} còn thiếu {len(lacking)} chỗ", fg="yellow", err=True)
    return 1 if any(gaps) else 0
