"""``vanban remind``: the letter to units that are late, with the list of what is late."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from generator.cli.check.means import given_day
from generator.cli.files.made_documents import Made, write_documents
from generator.cli.paths import FILE
from generator.cli.problems import show_missing
from generator.cli.render import NOT_READY
from generator.cli.reports.collecting import Collected, collected, collecting_options
from generator.cli.reports.earlier import earlier_letters
from generator.cli.reports.means import loaded, plans_of
from generator.cli.reports.reminded import show_not_reminded, show_reminded, show_uncounted
from generator.cli.template.chosen import office_folder, templates_option
from generator.errors import UsageError
from generator.model.plan import Plan
from generator.model.readiness import missing
from generator.registers.reminder import ReminderWords
from generator.reports.late import Late, day_of_states, late_units
from generator.reports.reminder import reminder
from generator.reports.reminder_wording import Ask


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
    hoạch của các đơn vị (--plans) và tiến độ đã gửi, đến ngày chốt số liệu của kỳ. Từ lần hai, --earlier nêu công văn
    trước: đơn vị có tên trong đó được ghi lần hai, đơn vị khác lần đầu. Chỗ chưa biết để [CẦN BỔ SUNG: …].

    \b
    Ví dụ: vanban remind ke_hoach.yaml --progress tien_do --period 2027-Q1 --on 2027-03-18 --by 2027-03-22
           --plans truong --units don_vi.yaml -o ra
    """
    (issuing,) = plans_of([plan])
    on = options["on"]
    _hold_days(on, options["by"])
    came = collected(files, issuing, options, until=on)
    if options["received"] is None:
        click.echo("Ngày nhận lấy theo ngày của tệp; ghi ngày đúng bằng --received", err=True)
    states = came.states(day_of_states(came.period, on))
    late = late_units(came.expected, came.receipts, states, came.period, on)
    show_uncounted(came)
    show_not_reminded(came, on)
    if not late:
        click.echo(f"Không đơn vị nào chậm đến hết ngày {on:%d/%m/%Y}")
        return 0
    ask = _ask(came, late, options)
    made = [*_letters(came, issuing, late, ask, output, each=each, words=words)]
    write_documents(made, office_folder(folder), pdf=pdf)
    show_reminded(late, ask, each=each)
    return _show_gaps(made)


def _letters(
    came: Collected, plan: Plan, late: Sequence[Late], ask: Ask, output: Path, *, each: bool, words: Path | None
) -> Iterator[Made]:
    """Yield the letter to all, or one to each, whose file then bears the identity of its unit."""
    said = loaded(words, "reminder.yaml", ReminderWords)
    for several in [(one,) for one in late] if each else [late]:
        document = reminder(came.issuer, plan, several, came.period, ask, came.ground, said)
        unit = [several[0].unit.id] if each else []
        name = "_".join(["don_doc", *unit, came.period.name.lower()])
        yield Made(document, output / f"{name}.yaml")


def _hold_days(on: datetime.date, by: datetime.date | None) -> None:
    if by is not None and by <= on:
        raise UsageError(f"hạn mới {by:%d/%m/%Y} không sau ngày {on:%d/%m/%Y}", where="--by")


def _ask(came: Collected, late: Sequence[Late], options: Mapping[str, Any]) -> Ask:
    on = options["on"]
    named = {name: options[name] for name in ("by", "channel", "contact", "times")}
    units = [one.unit for one in late]
    letters = earlier_letters(options["earlier"], units, came.ground.directory, came.issuer.name, on)
    return Ask(day=on, **named, earlier=letters)


def _show_gaps(made: Sequence[Made]) -> int:
    """Print what letters lack; return 1 where one is not ready."""
    gaps = [missing(one.document) for one in made]
    for one, lacking in zip(made, gaps, strict=True):
        if lacking:
            show_missing(lacking)
            click.secho(f"{NOT_READY}: {one.target} còn thiếu {len(lacking)} chỗ", fg="yellow", err=True)
    return 1 if any(gaps) else 0
