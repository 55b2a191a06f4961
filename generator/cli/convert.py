"""``vanban convert``: the same document in another stored form."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.files.inputs import layout_names, load, refuse_other_form
from generator.cli.files.own_registers import own_registers
from generator.cli.files.progress_file import is_progress, known_means, loaded_progress, progress_bytes
from generator.cli.files.units_file import is_units, units_bytes, units_of
from generator.cli.paths import FILE
from generator.cli.problems import show_diagnostics, show_written
from generator.cli.reports.means import plans_of
from generator.errors import UsageError
from generator.files import read_bytes, refuse_overwriting, write_keeping_old
from generator.model.document import Document
from generator.model.store import SUFFIXES, dump_document, is_stored
from generator.registers.catalog import bundled_legal_register
from generator.workbook.progress.known import Known
from generator.workbook.reader import is_workbook
from generator.workbook.writer import WORKBOOK, dump_workbook


@click.command()
@click.argument("source", metavar="TỪ", type=FILE)
@click.argument("target", metavar="SANG", type=FILE)
@click.option(
    "--annotate", metavar="THƯ_MỤC", type=FILE, help="Biểu Excel có lỗi thì ghi vào đây bản có ghi chú ở ô sai."
)
@click.option("--plan", metavar="KẾ_HOẠCH", type=FILE, help="Kế hoạch, để biểu tiến độ có tên và hạn các nhiệm vụ.")
@click.option("--units", metavar="DANH_MỤC", type=FILE, help="Danh mục đơn vị, để đóng dòng không thuộc cấp đơn vị.")
@own_registers
def convert(
    source: Path, target: Path, *, annotate: Path | None, plan: Path | None, units: Path | None, **own: Path | None
) -> None:
    """Chuyển dữ liệu giữa .yaml, .json và biểu Excel (.xlsx), không mất gì.

    Lời chú thích (#) không phải dữ liệu nên không chuyển. Biểu Excel là biểu do lệnh này hoặc «vanban new» tạo; bảng
    nhiệm vụ khác thì đọc bằng «vanban import». Danh mục đơn vị và tệp tiến độ cũng chuyển được như thế.

    \b
    Ví dụ: vanban convert ke_hoach.yaml ke_hoach.xlsx
           vanban convert ke_hoach.xlsx ke_hoach.yaml --annotate loi
           vanban convert don_vi.yaml don_vi.xlsx
           vanban convert tien_do.xlsx tien_do.yaml --plan ke_hoach.yaml --annotate loi
    """
    _require_convertible(source, target)
    refuse_overwriting(source, [target])
    if is_units(source):
        show_written(target, write_keeping_old(target, units_bytes(units_of(source), target.name)))
        return
    if is_progress(source):
        held = plans_of([plan])[0] if plan else None
        known = known_means(held, units_of(units) if units else None, own)
        _convert_progress(source, target, annotate, known)
        return
    document, found = load(source, annotate)
    show_diagnostics(found)
    show_written(target, write_keeping_old(target, dumped(document, target.name)))


def _convert_progress(source: Path, target: Path, annotate: Path | None, known: Known) -> None:
    progress, found = loaded_progress(source, known, annotate)
    show_diagnostics(found)
    show_written(target, write_keeping_old(target, progress_bytes(progress, target.name, known)))


def dumped(document: Document, filename: str) -> bytes:
    """Return the stored bytes of a document in the form that the name asks for: .yaml, .json or .xlsx."""
    if filename.lower().endswith(WORKBOOK):
        return dump_workbook(document, bundled_legal_register(), layouts=layout_names())
    return dump_document(document, filename).encode("utf-8")


def require_form(path: Path) -> None:
    """Raise UsageError when the name is of no form that data are stored in."""
    if not is_stored(path.name) and path.suffix.lower() != WORKBOOK:
        listed = ", ".join((*SUFFIXES, WORKBOOK))
        message = f"«{path.suffix or path.name}» không phải dạng dữ liệu lưu trữ; cần: {listed}"
        raise UsageError(message, where=str(path))


def _require_convertible(source: Path, target: Path) -> None:
    if source.is_file():
        refuse_other_form(source, read_bytes(source))
    for path in (source, target):
        require_form(path)
    if is_stored(source.name) or is_workbook(read_bytes(source), source.name):
        return
    if not is_units(source) and not is_progress(source):
        hint = "bảng nhiệm vụ có sẵn thì đọc bằng «vanban import»"
        raise UsageError("tệp không phải biểu Excel của chương trình", where=str(source), hint=hint)
