"""``vanban roll``: a plan taken on to another year."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import click

from generator.bundled import bundled
from generator.cli.check.means import given_day
from generator.cli.convert import dumped, require_form
from generator.cli.files.inputs import load
from generator.cli.files.references import with_references
from generator.cli.files.units_file import units_of
from generator.cli.paths import FILE
from generator.cli.problems import show_diagnostics, show_written
from generator.cli.roll.outcome import outcome_of
from generator.errors import DataError, UsageError
from generator.files import read_bytes, refuse_overwriting, write_atomic, write_keeping_old
from generator.model.document import Document
from generator.model.plan import Plan
from generator.model.references import references
from generator.model.wording import cited_as
from generator.registers.holidays import WorkCalendar
from generator.registers.legal import LegalRegister, merged
from generator.registers.store import load_register
from generator.templates.catalog import layouts
from generator.transform.roll import Decision, Rolled, Topic, roll
from generator.vietnamese.citations import Citation
from generator.workbook.lists import ListSheet, lists_bytes

_COLUMNS: Final = (("Nhóm việc", 14), ("Chỗ", 40), ("Nội dung", 70), ("Việc cần làm", 50))
_MOST_SHOWN: Final = 5


@click.command("roll")
@click.argument("source", metavar="KẾ_HOẠCH", type=FILE)
@click.option("--year", required=True, metavar="NĂM", type=click.IntRange(1945, 2200), help="Năm mới.")
@click.option(
    "--progress", metavar="TIẾN_ĐỘ", type=FILE,
    help="Tiến độ năm cũ: tệp tiến độ, hoặc bảng Excel, CSV có cột Mã nhiệm vụ, Trạng thái, Kết quả.",
)  # fmt: skip
@click.option("--on", metavar="NGÀY", callback=given_day, help="Ngày lập kế hoạch mới; mặc định là hôm nay.")
@click.option("--units", metavar="DANH_BẠ", type=FILE, help="Danh bạ đơn vị, để đối chiếu người ký và đơn vị.")
@click.option(
    "--register", metavar="SỔ.yaml", multiple=True, type=FILE, help="Sổ văn bản của cơ quan, thêm vào sổ có sẵn."
)
@click.option("--holidays", metavar="LỊCH.yaml", type=FILE, help="Lịch nghỉ lễ của cơ quan; mặc định là lịch có sẵn.")
@click.option("-o", "--output", required=True, metavar="TỆP", type=FILE, help="Kế hoạch mới: .yaml, .json hoặc .xlsx.")
def roll_command(
    source: Path,
    *,
    year: int,
    progress: Path | None,
    on: datetime.date | None,
    units: Path | None,
    register: tuple[Path, ...],
    holidays: Path | None,
    output: Path,
) -> int:
    """Chuyển kế hoạch năm cũ sang năm mới, liệt kê việc người lập phải quyết định.

    Năm, quý, ngày trong mọi lời văn chuyển theo; thời hạn tránh ngày nghỉ; giai đoạn nhiều năm, văn bản được viện dẫn
    giữ nguyên. Việc đã xong bỏ ra, việc chưa xong chuyển tiếp có ghi năm, việc định kỳ giữ lại. Căn cứ hết hiệu lực
    được nêu kèm văn bản thay thế; kế hoạch, báo cáo năm cũ thành căn cứ; số và ngày để trống.

    Việc cần quyết định in ra màn hình và ghi vào TÊN_viec_can_quyet_dinh.xlsx bên cạnh; còn việc thì thoát với mã 1.

    \b
    Ví dụ: vanban roll ke_hoach_2026.yaml --year 2027 --progress tien_do.xlsx -o ke_hoach_2027.yaml
    """
    require_form(output)
    listed = output.with_name(f"{output.stem}_viec_can_quyet_dinh.xlsx")
    refuse_overwriting(source, [output, listed])
    plan = plan_of(source)
    require_same_folder(plan, source, output)
    means = {"units": units, "register": register, "holidays": holidays, "progress": progress}
    rolled = _rolled(plan, year, on or datetime.date.today(), source, means)
    show_written(output, write_keeping_old(output, dumped(rolled.plan, output.name)))
    if rolled.decisions:
        rows = [(one.topic.value, one.place, one.found, one.action) for one in rolled.decisions]
        write_atomic(listed, lists_bytes([ListSheet("Cần quyết định", _COLUMNS, rows)]))
        show_written(listed)
    carried, dropped = len(rolled.carried), len(rolled.dropped)
    click.echo(f"{len(rolled.plan.tasks)} nhiệm vụ ({carried} chuyển tiếp), bỏ {dropped} nhiệm vụ đã xong")
    _show(rolled.decisions)
    return 1 if rolled.decisions else 0


def _rolled(plan: Plan, year: int, on: datetime.date, source: Path, means: Mapping[str, Any]) -> Rolled:
    ours = bundled("data") / "registers"
    calendar, units, progress = means["holidays"] or ours / "holidays.yaml", means["units"], means["progress"]
    registers = [ours / "legal.yaml", *means["register"]]
    try:
        return roll(
            plan,
            year,
            calendar=load_register(read_bytes(calendar), str(calendar), WorkCalendar),
            register=merged(load_register(read_bytes(one), str(one), LegalRegister) for one in registers),
            directory=units_of(units) if units else None,
            progress=outcome_of(progress) if progress else None,
            layouts=layouts(),
            files=_cited_files(plan, source),
            on=on,
        )
    except DataError as failure:
        failure.where = failure.where or str(source)
        raise


def _cited_files(plan: Plan, source: Path) -> dict[str, Citation]:
    """Return the documents that the plan names by their files; none, with what is wrong, where one cannot be read."""
    try:
        return {name: cited_as(one.resolved) for name, one in with_references(plan, source).files.items()}
    except DataError as failure:
        show_diagnostics(failure.diagnostics)
        return {}


def plan_of(path: Path) -> Plan:
    """Return the plan of a file of any kind; DataError for a file that holds another document."""
    document, found = load(path)
    show_diagnostics(found)
    if not isinstance(document, Plan):
        raise DataError(f"tệp này là {document.type.name.lower()}, cần một kế hoạch", where=str(path))
    return document


def require_same_folder(document: Document, source: Path, output: Path) -> None:
    """Raise UsageError when a document that names other files by their way from its folder is written elsewhere."""
    named = references(document)
    if named and source.resolve().parent != output.resolve().parent:
        hint = f"ghi vào thư mục {source.parent}"
        raise UsageError(f"kế hoạch dẫn tệp «{named[0].file}» theo thư mục của nó", where=str(output), hint=hint)


def _show(decisions: Sequence[Decision]) -> None:
    """Print the decisions by topic, the first of each, on the error stream."""
    for topic in Topic:
        found = [one for one in decisions if one.topic is topic]
        if not found:
            continue
        click.secho(f"{topic.value}: {len(found)} việc", fg="yellow", err=True)
        for one in found[:_MOST_SHOWN]:
            click.echo(f"  • {one.place}: {one.found}\n      → {one.action}", err=True)
        if len(found) > _MOST_SHOWN:
            click.echo(f"  … và {len(found) - _MOST_SHOWN} việc nữa", err=True)
