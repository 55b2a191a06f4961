"""``vanban render``: data into Word files, and into PDF on demand."""

from __future__ import annotations

from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from generator.cli.inputs import load
from generator.cli.report import show_diagnostics, show_missing
from generator.diagnostics import Severity
from generator.errors import GeneratorError, NotReadyError, TemplateError
from generator.files import output_paths, read_bytes, write_atomic
from generator.fonts import require_fonts
from generator.model.document import Document
from generator.model.readiness import missing
from generator.office import convert
from generator.render.compiled import CompiledTemplate, compile_template
from generator.render.render import render as render_document
from generator.templates.catalog import layouts, pictures_of, template_for
from generator.templates.check import check_template

NOT_READY = "CHƯA SẴN SÀNG KÝ"


@click.command()
@click.argument("sources", metavar="TỆP...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="THƯ_MỤC",
    type=click.Path(path_type=Path),
    help="Thư mục ghi kết quả.",
)
@click.option("--pdf", is_flag=True, help="Làm thêm bản PDF (cần LibreOffice).")
@click.option(
    "--template",
    "own",
    metavar="MẪU.docx",
    type=click.Path(path_type=Path),
    help="Dùng mẫu riêng thay cho mẫu có sẵn.",
)
@click.option("--ready", is_flag=True, help="Không ghi văn bản còn thiếu điều kiện ký.")
@click.option("--no-data", "bare", is_flag=True, help="Không để dữ liệu đi kèm trong tệp Word.")
def render(sources: tuple[Path, ...], output: Path, *, pdf: bool, own: Path | None, ready: bool, bare: bool) -> int:
    """Ghép dữ liệu vào mẫu thành văn bản Word; tên tệp lấy theo tên dữ liệu.

    Chỗ còn thiếu hiện rõ trong văn bản là [CẦN BỔ SUNG: …]; khi đó lệnh báo CHƯA SẴN SÀNG KÝ và thoát với mã 1.
    Số và ngày chưa có thì để trống cho đến khi ký, không tính là thiếu.

    Dữ liệu, kể cả phần không in ra, đi kèm trong tệp Word để «vanban show» đọc lại được.

    \b
    Ví dụ: vanban render ke_hoach.yaml -o ra --pdf
    """
    targets = output_paths(sources, output, ".docx")
    documents = [_loaded(source) for source in sources]
    if ready:
        _refuse_unready(sources, documents)
    written = _write(sources, documents, targets, own, embed=not bare)
    unready = _report(sources, documents, written)
    if pdf:
        _make_pdf(written, output)
    return 1 if unready else 0


def _loaded(source: Path) -> Document:
    document, diagnostics = load(source)
    show_diagnostics(diagnostics)
    return document


def _refuse_unready(sources: tuple[Path, ...], documents: list[Document]) -> None:
    for source, document in zip(sources, documents, strict=True):
        if gaps := missing(document):
            show_missing(gaps)
            raise NotReadyError(
                f"{NOT_READY}: còn thiếu {len(gaps)} chỗ, không ghi gì",
                where=str(source),
                hint="bỏ --ready để ghi bản có đánh dấu chỗ thiếu",
            )


def _write(
    sources: tuple[Path, ...], documents: list[Document], targets: list[Path], own: Path | None, *, embed: bool
) -> list[Path]:
    """Render everything first, so that a fault in one leaves nothing half done, then write."""
    if own is not None:
        _refuse_faulty(own, {document.kind for document in documents})
    compiled: dict[Path, CompiledTemplate] = {}
    outputs = []
    for source, document in zip(sources, documents, strict=True):
        path = own or template_for(document.kind)
        if path not in compiled:
            compiled[path] = _compiled(path)
        outputs.append(_rendered(source, document, compiled[path], embed=embed))
    for target, data in zip(targets, outputs, strict=True):
        write_atomic(target, data)
    return targets


def _refuse_faulty(path: Path, kinds: set[str]) -> None:
    """Print what is suspicious in one's own template; raise TemplateError when it cannot be rendered."""
    data = read_bytes(path)
    found = {finding: None for kind in sorted(kinds) for finding in check_template(data, kind)}
    errors = [finding for finding in found if finding.severity is Severity.ERROR]
    if errors:
        hint = "«vanban template check» kiểm tra mẫu trước khi dùng"
        raise TemplateError(f"mẫu có {len(errors)} lỗi, không ghi gì", diagnostics=errors, where=str(path), hint=hint)
    show_diagnostics(found)


def _compiled(path: Path) -> CompiledTemplate:
    try:
        return compile_template(read_bytes(path))
    except GeneratorError as failure:
        failure.where = failure.where or str(path)
        raise


def _rendered(source: Path, document: Document, template: CompiledTemplate, *, embed: bool) -> bytes:
    try:
        return render_document(document, template, layouts(), pictures_of(document, source.parent), embed=embed)
    except GeneratorError as failure:
        failure.where = failure.where or str(source)
        raise


def _report(sources: tuple[Path, ...], documents: list[Document], written: list[Path]) -> bool:
    """Print what was written and what is missing; tell whether anything is."""
    unready = False
    for source, document, path in zip(sources, documents, written, strict=True):
        click.echo(f"Đã ghi: {path}")
        if gaps := missing(document):
            unready = True
            click.secho(f"{NOT_READY}: {source} còn thiếu {len(gaps)} chỗ", fg="yellow", err=True)
            show_missing(gaps)
    return unready


def _make_pdf(files: list[Path], output: Path) -> None:
    require_fonts()
    columns = (TextColumn("Làm PDF"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("pdf", total=len(files))
        made = convert(
            files, output, on_progress=lambda done, total: progress.update(task, completed=done, total=total)
        )
    for path in made:
        click.echo(f"Đã ghi: {path}")
