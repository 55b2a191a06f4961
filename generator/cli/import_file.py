"""``vanban import``: a real document read into data."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from generator.cli.files.inputs import imported as read_file
from generator.cli.files.units_file import units_of
from generator.cli.paths import FILE
from generator.cli.problems import show_diagnostics, show_written
from generator.cli.reports.imported_figures import figure_diagnostics
from generator.cli.reports.imported_progress import imported_progress
from generator.diagnostics import Severity
from generator.errors import UsageError
from generator.files import write_keeping_old
from generator.importers.imported import Imported
from generator.importers.units import with_units
from generator.model.document import Document
from generator.model.progress import Progress
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
@click.option("--progress", is_flag=True, help="TỆP là báo cáo CCHC định kỳ: ghi tệp tiến độ; cần --units.")
@click.option("--plan", metavar="KẾ_HOẠCH", type=FILE, help="Với --progress: kế hoạch của đơn vị, để có nhiệm vụ.")
@click.option("--regime", metavar="MÃ", help="Với --progress: chế độ báo cáo; mặc định là của nơi nhận báo cáo.")
@click.option("--strict", is_flag=True, help="Thoát với mã 1 khi có lỗi hoặc cảnh báo.")
def import_command(
    source: Path, output: Path, *, units: Path | None, template: Path | None, strict: bool, **of_report: Any
) -> int:
    """Đọc một văn bản hoặc bảng nhiệm vụ có sẵn thành dữ liệu.

    Đọc được .docx, .pdf, .txt, .xlsx, .csv; qua LibreOffice còn đọc được .doc, .rtf, .odt, .html, .xls, .ods. Chữ theo
    bảng mã cũ (TCVN3, VNI) được đổi sang Unicode. Không có gì bị bỏ đi mà không nói: đoạn nào không xếp được thì giữ
    nguyên văn và nêu tên. Số liệu trong các biểu mẫu thống kê của báo cáo được đối chiếu với nhau theo công thức của
    biểu mẫu; chỗ mâu thuẫn được nêu theo biểu mẫu, dòng và chỗ trong tệp. Có --progress thì ghi tệp tiến độ (số liệu,
    nhiệm vụ, lời theo đề cương) như đơn vị đã gửi biểu, để sửa bằng biểu Excel hoặc tổng hợp.

    Sau văn bản chính mà còn một văn bản có phần đầu riêng, như dự thảo quyết định gửi kèm tờ trình, thì văn bản ấy được
    ghi vào tệp thứ hai, mang tên loại: to_trinh_quyet_dinh.yaml.

    Tệp .docx do lệnh render tạo ra được đọc lại đúng dữ liệu mang theo; chữ nào đã sửa trong Word thì lấy theo chỗ sửa
    và nêu từng chỗ.

    \b
    Ví dụ: vanban import ke_hoach_2023.txt -o ke_hoach_2023.yaml
           vanban import nhiem_vu.xlsx -o ke_hoach.yaml --units don_vi.yaml
           vanban import bao_cao.docx -o tien_do.yaml --progress --units don_vi.yaml --plan ke_hoach.yaml
    """
    require_stored(output.name)
    _hold_options(units, of_report)
    directory, imported = units_of(units) if units else None, read_file(source, template)
    if of_report["progress"] and units:
        told = imported_progress(imported, units, of_report["plan"], of_report["regime"])
        found = (*imported.diagnostics, *figure_diagnostics(imported, source, directory), *told.other_notes)
        written: list[tuple[Path, Document | Progress]] = [(output, told.progress)]
    else:
        imported = with_units(imported, directory) if directory else imported
        found = (*imported.diagnostics, *figure_diagnostics(imported, source, directory))
        found += tuple(note for one in imported.enclosed for note in one.diagnostics)
        documents = (one.document for one in (imported, *imported.enclosed))
        written = list(zip(_outputs(output, imported), documents, strict=True))
    show_diagnostics(found)
    for path, stored in written:
        show_written(path, write_keeping_old(path, dump_document(stored, path.name).encode("utf-8")))
    serious = any(one.severity is not Severity.HINT for one in found)
    return 1 if strict and serious else 0


def _hold_options(units: Path | None, of_report: Mapping[str, Any]) -> None:
    if of_report["progress"] and units is None:
        raise UsageError("--progress cần --units DANH_BẠ, để biết đơn vị ban hành báo cáo")
    if not of_report["progress"] and (of_report["plan"] or of_report["regime"]):
        raise UsageError("--plan, --regime chỉ dùng cùng --progress")


def _outputs(output: Path, imported: Imported) -> list[Path]:
    """Return where each document of a file is written: one behind the first beside it, named by its type."""
    paths = [output]
    for one in imported.enclosed:
        name = unmarked(one.document.type.name).replace(" ", "_")
        again = sum(path.stem.startswith(f"{output.stem}_{name}") for path in paths)
        paths.append(output.with_stem(f"{output.stem}_{name}{f'_{again + 1}' if again else ''}"))
    return paths
