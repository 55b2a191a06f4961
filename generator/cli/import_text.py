"""``vanban import``: a real document read into data."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.paths import FILE
from generator.cli.report import show_diagnostics, show_written
from generator.diagnostics import Severity
from generator.files import read_bytes, write_keeping_old
from generator.importers.registry import import_document
from generator.model.store import dump_document, require_stored


@click.command("import")
@click.argument("source", metavar="TỆP", type=FILE)
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="DỮ_LIỆU",
    type=FILE,
    help="Tệp .yaml hoặc .json để ghi.",
)
@click.option("--strict", is_flag=True, help="Thoát với mã 1 khi có lỗi hoặc cảnh báo.")
def import_command(source: Path, output: Path, *, strict: bool) -> int:
    """Đọc một văn bản có sẵn (.txt lấy từ PDF) thành dữ liệu.

    Không có gì bị bỏ đi mà không nói: đoạn nào không xếp được thì giữ nguyên văn và nêu tên.

    \b
    Ví dụ: vanban import ke_hoach_2023.txt -o ke_hoach_2023.yaml
    """
    require_stored(output.name)
    imported = import_document(read_bytes(source), str(source))
    data = dump_document(imported.document, output.name).encode("utf-8")
    show_diagnostics(imported.diagnostics)
    show_written(output, write_keeping_old(output, data))
    serious = [one for one in imported.diagnostics if one.severity is not Severity.HINT]
    return 1 if strict and serious else 0
