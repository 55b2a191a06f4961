"""``vanban render``: data into Word files, and into PDF on demand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from generator.cli.inputs import load
from generator.cli.paths import FILE
from generator.cli.report import show_diagnostics, show_findings, show_missing, show_written
from generator.cli.template_file import template_bytes
from generator.diagnostics import Diagnostic, Severity
from generator.errors import GeneratorError, NotReadyError, TemplateError
from generator.files import output_paths, write_atomic
from generator.fonts import require_fonts
from generator.lint.finding import Finding
from generator.lint.word import judge_word
from generator.model.document import Document
from generator.model.readiness import missing
from generator.office import convert
from generator.render.compiled import CompiledTemplate, compile_template
from generator.render.render import Rendering, rendering
from generator.templates.catalog import layouts, pictures_of, template_for

NOT_READY = "CHƯA SẴN SÀNG KÝ"


_Compiled = Mapping[str, CompiledTemplate]
"""The template of each kind of document."""


@dataclass(frozen=True)
class _Job:
    """One document to render."""

    source: Path
    document: Document
    template: Path
    target: Path


@click.command()
@click.argument("sources", metavar="TỆP...", nargs=-1, required=True, type=FILE)
@click.option("-o", "--output", required=True, metavar="THƯ_MỤC", type=FILE, help="Thư mục ghi kết quả.")
@click.option("--pdf", is_flag=True, help="Làm thêm bản PDF (cần LibreOffice).")
@click.option("--pdfa", is_flag=True, help="Như --pdf, theo chuẩn lưu trữ lâu dài PDF/A-2b.")
@click.option("--template", "own", metavar="MẪU.docx", type=FILE, help="Dùng mẫu riêng thay cho mẫu có sẵn.")
@click.option("--ready", is_flag=True, help="Không ghi văn bản còn thiếu điều kiện ký.")
@click.option("--no-data", "bare", is_flag=True, help="Không để dữ liệu đi kèm trong tệp Word.")
def render(
    sources: tuple[Path, ...], output: Path, *, pdf: bool, pdfa: bool, own: Path | None, ready: bool, bare: bool
) -> int:
    """Ghép dữ liệu vào mẫu thành văn bản Word; tên tệp lấy theo tên dữ liệu.

    Chỗ còn thiếu hiện rõ trong văn bản là [CẦN BỔ SUNG: …]; khi đó lệnh báo CHƯA SẴN SÀNG KÝ và thoát với mã 1.
    Số và ngày chưa có thì để trống cho đến khi ký, không tính là thiếu. Văn bản không thiếu gì được xét thể thức như
    «vanban check»; còn lỗi thì cũng chưa sẵn sàng.

    Dữ liệu, kể cả phần không in ra, đi kèm trong tệp Word để «vanban show» đọc lại được.

    \b
    Ví dụ: vanban render ke_hoach.yaml -o ra --pdf
    """
    jobs = _jobs(sources, output, own)
    if ready:
        _refuse_unready(jobs)
    compiled = _own(own, jobs) if own is not None else _built_in(jobs)
    made = [_rendered(job, compiled[job.document.kind], embed=not bare) for job in jobs]
    faults = [_form_errors(job, one) for job, one in zip(jobs, made, strict=True)]
    if ready:
        _refuse_faulty(jobs, faults)
    _write(jobs, made)
    results = [_report(job, one, found) for job, one, found in zip(jobs, made, faults, strict=True)]
    if pdf or pdfa:
        _make_pdf([job.target for job in jobs], output, pdfa=pdfa)
    return 0 if all(results) else 1


def _jobs(sources: Sequence[Path], output: Path, own: Path | None) -> list[_Job]:
    targets = output_paths(sources, output, ".docx", others=[own] if own else [])
    documents = [_loaded(source) for source in sources]
    return [
        _Job(source, document, own or template_for(document.kind), target)
        for source, document, target in zip(sources, documents, targets, strict=True)
    ]


def _loaded(source: Path) -> Document:
    document, diagnostics = load(source)
    show_diagnostics(diagnostics)
    return document


def _refuse_unready(jobs: Sequence[_Job]) -> None:
    for job in jobs:
        if gaps := missing(job.document):
            show_missing(gaps)
            raise NotReadyError(
                f"{NOT_READY}: còn thiếu {len(gaps)} chỗ, không ghi gì",
                where=str(job.source),
                hint="bỏ --ready để ghi bản có đánh dấu chỗ thiếu",
            )


def _built_in(jobs: Sequence[_Job]) -> _Compiled:
    """Return the templates that come with the program, each read once."""
    read = {path: _compiled(path) for path in dict.fromkeys(job.template for job in jobs)}
    return {job.document.kind: read[job.template] for job in jobs}


def _own(path: Path, jobs: Sequence[_Job]) -> _Compiled:
    """Return one's own template for each kind, and print what is suspicious in it.

    Raises TemplateError, with what is wrong for any of the kinds, when it cannot be rendered.
    """
    compiled: dict[str, CompiledTemplate] = {}
    errors: dict[Diagnostic, None] = {}
    for kind in sorted({job.document.kind for job in jobs}):
        try:
            compiled[kind] = _compiled(path, kind)
        except TemplateError as failure:
            if not failure.diagnostics:
                raise
            errors |= dict.fromkeys(failure.diagnostics)
    if errors:
        hint = "«vanban template check» kiểm tra mẫu trước khi dùng"
        told = f"mẫu có {len(errors)} lỗi, không ghi gì"
        raise TemplateError(told, diagnostics=[*errors], where=str(path), hint=hint)
    show_diagnostics(dict.fromkeys(finding for template in compiled.values() for finding in template.suspicions))
    return compiled


def _form_errors(job: _Job, made: Rendering) -> list[Finding]:
    """Return the errors of form in a document that lacks nothing; what is missing is told by name already."""
    if missing(job.document):
        return []
    findings = judge_word(made.data, str(job.target)).findings
    return [finding for finding in findings if finding.severity is Severity.ERROR]


def _refuse_faulty(jobs: Sequence[_Job], faults: Sequence[list[Finding]]) -> None:
    for job, found in zip(jobs, faults, strict=True):
        if found:
            show_findings(found, as_result=False)
            told = f"{NOT_READY}: có {len(found)} lỗi thể thức, không ghi gì"
            raise NotReadyError(told, where=str(job.source), hint="bỏ --ready để ghi rồi xem bằng «vanban check»")


def _write(jobs: Sequence[_Job], made: Sequence[Rendering]) -> None:
    """Write what was rendered; all of it was before, so that a fault in one leaves nothing half done."""
    for job, one in zip(jobs, made, strict=True):
        write_atomic(job.target, one.data)


def _compiled(path: Path, kind: str | None = None) -> CompiledTemplate:
    data = template_bytes(path)
    try:
        return compile_template(data, kind)
    except GeneratorError as failure:
        failure.where = failure.where or str(path)
        raise


def _rendered(job: _Job, template: CompiledTemplate, *, embed: bool) -> Rendering:
    pictures = pictures_of(job.document, job.source.parent)
    try:
        return rendering(job.document, template, layouts(), pictures, embed=embed)
    except GeneratorError as failure:
        at_fault = job.template if isinstance(failure, TemplateError) else job.source
        failure.where = failure.where or str(at_fault)
        raise


def _report(job: _Job, made: Rendering, faults: list[Finding]) -> bool:
    """Print what was written and what it lacks; tell whether it is ready."""
    show_written(job.target)
    show_diagnostics(made.unprinted)
    gaps = missing(job.document)
    if gaps:
        click.secho(f"{NOT_READY}: {job.source} còn thiếu {len(gaps)} chỗ", fg="yellow", err=True)
        show_missing(gaps)
    if faults:
        click.secho(f"{NOT_READY}: {job.target} có {len(faults)} lỗi thể thức", fg="yellow", err=True)
        show_findings(faults, as_result=False)
    return not gaps and not made.unprinted and not faults


def _make_pdf(files: list[Path], output: Path, *, pdfa: bool) -> None:
    require_fonts()
    columns = (TextColumn("Làm PDF"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("pdf", total=len(files))
        made = convert(
            files, output, pdfa=pdfa, on_progress=lambda done, total: progress.update(task, completed=done, total=total)
        )
    for path in made:
        show_written(path)
