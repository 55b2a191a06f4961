"""``vanban new``: the clerk's form, to be filled in."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from generator.cli.batch.skeleton import JOB, SKELETON
from generator.cli.convert import require_form
from generator.cli.derive.satellite import skeleton
from generator.cli.files.inputs import layout_names
from generator.cli.files.units_file import new_units, units_of
from generator.cli.files.units_skeleton import UNITS
from generator.cli.new.progress import PROGRESS, given_options, new_progress, progress_options
from generator.cli.paths import FILE
from generator.cli.problems import show_written
from generator.errors import UsageError
from generator.files import write_atomic
from generator.model.document import Document
from generator.model.store import dump_document, is_stored
from generator.registers.units import UnitDirectory
from generator.workbook.blank import blank_document
from generator.workbook.writer import dump_workbook


@click.command()
@click.argument("kind", metavar="LOẠI")
@click.option(
    "-o", "--output", required=True, metavar="TỆP", type=FILE,
    help="Biểu Excel (.xlsx) để ghi, hoặc .yaml, .json; không ghi đè tệp đã có.",
)  # fmt: skip
@click.option("--year", metavar="NĂM", type=click.IntRange(1945, 2200), help="Năm kế hoạch.")
@click.option(
    "--units", metavar="DANH_MỤC", type=FILE, help="Danh mục đơn vị, để chọn trong danh sách và để đối chiếu."
)
@click.option("--from", "given", metavar="KẾ_HOẠCH", type=FILE, help="Kế hoạch có nhiệm vụ ấy; kế hoạch được báo cáo.")
@click.option("--task", metavar="MÃ", help="Mã nhiệm vụ ấy trong KẾ_HOẠCH: NV02.")
@progress_options
def new(
    kind: str, output: Path,
    *, year: int | None, units: Path | None, given: Path | None, task: str | None, **told: Any,
) -> None:  # fmt: skip
    """Tạo biểu Excel để điền một LOẠI văn bản (plan, report, dispatch, decision …; viết «kế hoạch» cũng được).

    Mỗi cột có ghi chú, ví dụ và danh sách để chọn; hàng ví dụ màu xám không được đọc. Điền xong thì làm thành văn bản
    bằng «vanban render TỆP.xlsx -o ra». Có --units thì tên đơn vị ở trang Nhiệm vụ phải có trong trang Danh mục.

    Có --from KẾ_HOẠCH --task MÃ thì «new plan» lập khung của kế hoạch mà nhiệm vụ ấy đòi (kiểm tra, tuyên truyền, rà
    soát thủ tục hành chính …): căn cứ, nơi nhận, người ký, thời hạn lấy từ KẾ_HOẠCH, chỗ chưa rõ để [CẦN BỔ SUNG: …].

    LOẠI là progress thì tạo biểu tiến độ của một đơn vị (--unit) hoặc mọi đơn vị (--all) cho một KỲ: nhiệm vụ của
    KẾ_HOẠCH, bảy biểu số liệu có công thức khóa và dòng không thuộc cấp của đơn vị đóng lại, thuyết minh theo đề
    cương. --from là kế hoạch, hoặc thư mục kế hoạch của các đơn vị. Điền xong thì «vanban report», «vanban aggregate».

    LOẠI là job thì tạo tệp việc của «vanban batch», là units thì tạo danh mục đơn vị, có chú thích từng dòng.

    \b
    Ví dụ: vanban new plan -o ke_hoach_2027.xlsx --year 2027
           vanban new plan -o kiem_tra.yaml --from ke_hoach.yaml --task NV02
           vanban new units -o don_vi.yaml
           vanban new progress --from ke_hoach.yaml --units don_vi.yaml --unit so-gddt --period 2027-Q1 -o q1.xlsx
           vanban new progress --from ke_hoach.yaml --units don_vi.yaml --all --period 2027-Q1 -o bieu_quy_1
    """
    if kind != PROGRESS and (others := sorted(given_options(told))):
        raise UsageError(f"{', '.join(others)} chỉ dùng với «vanban new progress»")
    if kind != PROGRESS or not told["everybody"]:
        _require_free(kind, output)
    if kind == PROGRESS:
        new_progress(output, given, units, told)
        return
    if kind in (JOB, UNITS):
        data = SKELETON.encode("utf-8") if kind == JOB else new_units(output.name)
    else:
        data = _document(kind, output, year, units, given, task)
    write_atomic(output, data)
    show_written(output)


def _document(
    kind: str, output: Path, year: int | None, units: Path | None, given: Path | None, task: str | None
) -> bytes:
    directory = units_of(units) if units else None
    if given is not None or task is not None:
        document: Document = skeleton(kind, given, task, directory, output)
    else:
        document = blank_document(kind, year)
    return _dumped(document, output, directory, date(year, 1, 1) if year else None)


def _require_free(kind: str, output: Path) -> None:
    """Raise UsageError for a name of no form that the kind is stored in, and for a file that is there."""
    require_form(output)
    if kind == JOB and output.suffix.lower() not in (".yaml", ".yml"):
        raise UsageError("tệp việc của «vanban batch» là tệp .yaml", where=str(output), hint="đặt tên như viec.yaml")
    if output.exists():
        raise UsageError("tệp đã có, không ghi đè", where=str(output), hint="hãy chọn tên khác hoặc xóa tệp cũ")


def _dumped(document: Document, output: Path, units: UnitDirectory | None, on: date | None) -> bytes:
    if is_stored(output.name):
        return dump_document(document, output.name).encode("utf-8")
    return dump_workbook(document, units=units, on=on, layouts=layout_names())
