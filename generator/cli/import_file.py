"""``vanban import``: a real document read into data."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.files.inputs import imported as read_file
from generator.cli.files.units_file import units_of
from generator.cli.paths import FILE
from generator.cli.problems import show_diagnostics, show_written
from generator.cli.reports.imported_figures import figure_diagnostics
from generator.diagnostics import Severity
from generator.files import write_keeping_old
from generator.importers.units import with_units
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
@click.option(
    "--units",
    metavar="DANH_BẠ",
    type=FILE,
    help="Danh bạ đơn vị (.yaml) để đối chiếu tên đơn vị chủ trì, phối hợp, nơi nhận.",
)
@click.option(
    "--template",
    metavar="MẪU.docx",
    type=FILE,
    help="Mẫu riêng mà tệp Word do chương trình tạo đã dùng, để biết chỗ nào sửa trong Word.",
)
@click.option("--strict", is_flag=True, help="Thoát với mã 1 khi có lỗi hoặc cảnh báo.")
def import_command(source: Path, output: Path, *, units: Path | None, template: Path | None, strict: bool) -> int:
    """Đọc một văn bản hoặc bảng nhiệm vụ có sẵn thành dữ liệu.

    Đọc được .docx, .pdf, .txt, .xlsx, .csv; qua LibreOffice còn đọc được .doc, .rtf, .odt, .html, .xls, .ods. Chữ theo
    bảng mã cũ (TCVN3, VNI) được đổi sang Unicode. Không có gì bị bỏ đi mà không nói: đoạn nào không xếp được thì giữ
    nguyên văn và nêu tên. Số liệu trong các biểu mẫu thống kê của báo cáo được đối chiếu với nhau theo công thức của
    biểu mẫu; chỗ mâu thuẫn được nêu theo biểu mẫu, dòng và chỗ trong tệp.

    Tệp .docx do lệnh render tạo ra được đọc lại đúng dữ liệu mang theo; chữ nào đã sửa trong Word thì lấy theo chỗ sửa
    và nêu từng chỗ.

    \b
    Ví dụ: vanban import ke_hoach_2023.txt -o ke_hoach_2023.yaml
           vanban import nhiem_vu.xlsx -o ke_hoach.yaml --units don_vi.yaml
    """
    require_stored(output.name)
    directory = units_of(units) if units else None
    imported = read_file(source, template)
    if directory:
        imported = with_units(imported, directory)
    data = dump_document(imported.document, output.name).encode("utf-8")
    found = (*imported.diagnostics, *figure_diagnostics(imported, source, directory))
    show_diagnostics(found)
    show_written(output, write_keeping_old(output, data))
    serious = [one for one in found if one.severity is not Severity.HINT]
    return 1 if strict and serious else 0
