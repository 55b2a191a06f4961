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
from generator.importers.imported import Imported
from generator.importers.units import with_units
from generator.model.store import dump_document, require_stored
from generator.spelling import unmarked


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

    Sau văn bản chính mà còn một văn bản có phần đầu riêng, như dự thảo quyết định gửi kèm tờ trình, thì văn bản ấy được
    ghi vào tệp thứ hai, mang tên loại: to_trinh_quyet_dinh.yaml.

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
    found = (*imported.diagnostics, *figure_diagnostics(imported, source, directory))
    found += tuple(note for one in imported.enclosed for note in one.diagnostics)
    show_diagnostics(found)
    for path, one in zip(_outputs(output, imported), (imported, *imported.enclosed), strict=True):
        show_written(path, write_keeping_old(path, dump_document(one.document, path.name).encode("utf-8")))
    serious = [one for one in found if one.severity is not Severity.HINT]
    return 1 if strict and serious else 0


def _outputs(output: Path, imported: Imported) -> list[Path]:
    """Return where each document of a file is written: one behind the first beside it, named by its type."""
    paths = [output]
    for one in imported.enclosed:
        name = unmarked(one.document.type.name).replace(" ", "_")
        again = sum(path.stem.startswith(f"{output.stem}_{name}") for path in paths)
        paths.append(output.with_stem(f"{output.stem}_{name}{f'_{again + 1}' if again else ''}"))
    return paths
