"""``vanban derive``: lower offices' plans from higher ones."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

import click

from generator.cli.check.means import given_day
from generator.cli.derive.coverage import write_coverage
from generator.cli.derive.lists import lists_of, show_decisions, show_derived, show_untaken
from generator.cli.derive.means import (
    cited,
    derivations,
    higher_documents,
    names_from,
    rulebook,
    units_below,
    units_named,
)
from generator.cli.derive.output import write_children
from generator.cli.files.made_documents import progress_bar
from generator.cli.paths import FILE
from generator.cli.problems import show_written
from generator.cli.template.chosen import office_folder, templates_option
from generator.errors import UsageError
from generator.files import refuse_overwriting, write_keeping_old
from generator.registers.units import Unit
from generator.transform.assignment import Role
from generator.transform.coverage import coverage_of
from generator.transform.derive import Derivations, Derived
from generator.transform.untaken import Untaken, untaken

LISTS = "viec_can_quyet_dinh.xlsx"


@click.command()
@click.argument("sources", metavar="CẤP_TRÊN...", nargs=-1, required=True, type=FILE)
@click.option("--unit", "named", metavar="ĐƠN_VỊ", multiple=True, help="Mã hoặc tên đơn vị; nêu được nhiều lần.")
@click.option("--all", "everybody", is_flag=True, help="Mọi đơn vị dưới cơ quan ban hành văn bản thứ nhất.")
@click.option("--units", required=True, metavar="DANH_BẠ", type=FILE, help="Danh bạ đơn vị.")
@click.option("--rules", metavar="QUY_TẮC.yaml", type=FILE, help="Quy tắc dẫn xuất của cơ quan; mặc định có sẵn.")
@click.option("--regimes", metavar="CHẾ_ĐỘ.yaml", type=FILE, help="Chế độ báo cáo của cơ quan, thêm vào chế độ có sẵn.")
@click.option("--holidays", metavar="LỊCH.yaml", type=FILE, help="Lịch nghỉ lễ của cơ quan; mặc định là lịch có sẵn.")
@click.option("--on", metavar="NGÀY", callback=given_day, help="Ngày lập kế hoạch; mặc định là hôm nay.")
@click.option("-o", "--output", required=True, metavar="THƯ_MỤC", type=FILE, help="Thư mục ghi kết quả.")
@click.option(
    "--format", "form", type=click.Choice(["yaml", "xlsx"]), default="yaml", help="Dạng dữ liệu của từng kế hoạch."
)
@click.option("--pdf", is_flag=True, help="Làm thêm bản PDF (cần LibreOffice).")
@templates_option
def derive(
    sources: tuple[Path, ...],
    *,
    named: tuple[str, ...],
    everybody: bool,
    units: Path,
    on: datetime.date | None,
    output: Path,
    form: str,
    pdf: bool,
    folder: Path | None,
    **registers: Path | None,
) -> int:
    """Lập kế hoạch của đơn vị cấp dưới từ kế hoạch cấp trên.

    CẤP_TRÊN là tệp dữ liệu, biểu Excel, Word hoặc PDF. Mỗi đơn vị có tệp dữ liệu và tệp Word mang mã đơn vị. Việc chủ
    trì nói bằng lời của đơn vị, hạn sớm hơn hạn cấp trên; việc phối hợp ghi «Phối hợp …»; mỗi nhiệm vụ, chỉ tiêu, ý
    ghi rõ nguồn giao. Chỗ phải do người quyết định để [CẦN BỔ SUNG: …].

    viec_can_quyet_dinh.xlsx liệt kê việc cần quyết định (còn thì thoát với mã 1), chỗ đã thay từ hoặc tính lại, nội
    dung không đưa vào và lý do. coverage.xlsx, coverage.docx đối chiếu từng nhiệm vụ, chỉ tiêu của cấp trên với từng
    đơn vị. Quy tắc (bảng từ, số ngày, câu chữ): data/registers/derivation.yaml.

    \b
    Ví dụ: vanban derive ke_hoach_so.yaml --all --units don_vi.yaml -o truong --pdf
           vanban derive tinh.docx so.yaml --unit ubnd-xa-dong-lau --units don_vi.yaml -o ra
    """
    if everybody == bool(named):
        raise UsageError("cần một trong hai: --unit ĐƠN_VỊ hoặc --all")
    day = on or datetime.date.today()
    book = rulebook(units, registers["rules"], registers["holidays"], registers["regimes"])
    parents = higher_documents(sources)
    chosen = units_named(named, book.directory, day) or units_below(parents[0], book.directory, day, sources[0])
    files = names_from(sources, output)
    derived = _derived(derivations(parents, book, day, files), chosen, may_skip=everybody)
    named_files = {name: cited(one) for name, one in zip(files, parents, strict=True) if name is not None}
    write_children(derived, named_files, _targets(derived, sources, output, form), office_folder(folder), pdf=pdf)
    covered = coverage_of(derived, is_whole=everybody)
    write_coverage(covered, parents, output, office_folder(folder), pdf=pdf)
    return _report(derived, [*untaken(covered, book.directory, day)], output / LISTS)


def _targets(derived: Sequence[Derived], sources: Sequence[Path], output: Path, form: str) -> list[Path]:
    """Return the data file of each plan; UsageError when one of the files written would replace a source."""
    targets = [output / f"{one.unit.id}.{form}" for one in derived]
    for source in sources:
        refuse_overwriting(source, [*targets, *(target.with_suffix(".docx") for target in targets)])
    return targets


def _derived(made_by: Derivations, units: Sequence[Unit], *, may_skip: bool) -> list[Derived]:
    """Return the plans; of many units those that have nothing to do are named and left out."""
    made = []
    with progress_bar("Dẫn xuất", len(units)) as (bar, task):
        for unit in units:
            one = made_by.of(unit)
            bar.advance(task)
            if may_skip and not any(found.role in (Role.LEAD, Role.SUPPORT) for found in one.assignments):
                click.echo(f"{unit.name}: văn bản cấp trên không giao việc, không lập kế hoạch", err=True)
                continue
            made.append(one)
    for one in made:
        show_derived(one)
    return made


def _report(derived: Sequence[Derived], left: Sequence[Untaken], lists: Path) -> int:
    """Write and show what is to be decided; return the exit code."""
    show_written(lists, write_keeping_old(lists, lists_of(derived, left)))
    show_untaken(left)
    show_decisions(derived)
    return 1 if left or any(one.decisions for one in derived) else 0
