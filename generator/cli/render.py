"""``vanban render``: data into Word files, and into PDF on demand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from generator.cli.files.inputs import field_cells, load
from generator.cli.files.references import with_references
from generator.cli.paths import FILE
from generator.cli.problems import by_cell, show_diagnostics, show_findings, show_missing, show_written
from generator.cli.template.chosen import compiled_templates, office_folder, templates_option
from generator.diagnostics import Diagnostic, Place, Severity, hint
from generator.errors import GeneratorError, NotReadyError, TemplateError
from generator.files import output_paths, write_atomic
from generator.fonts import require_fonts
from generator.lint.finding import Finding
from generator.lint.word import judge_word
from generator.model.document import Document
from generator.model.plan import Plan
from generator.model.readiness import missing
from generator.model.references import Sourced, left_out
from generator.office import convert
from generator.render.compiled import CompiledTemplate
from generator.render.hollow import hollow
from generator.render.render import Rendering, rendering
from generator.render.unshown import unshown
from generator.templates.catalog import is_ours, layouts, pictures_of, template_for

NOT_READY = "CHƯA SẴN SÀNG KÝ"


@dataclass(frozen=True)
class _Job:
    """One document to render."""

    source: Path
    data: Sourced
    template: Path
    target: Path

    @property
    def document(self) -> Document:
        """The document for print."""
        return self.data.resolved


@click.command()
@click.argument("sources", metavar="TỆP...", nargs=-1, required=True, type=FILE)
@click.option("-o", "--output", required=True, metavar="THƯ_MỤC", type=FILE, help="Thư mục ghi kết quả.")
@click.option("--pdf", is_flag=True, help="Làm thêm bản PDF (cần LibreOffice).")
@click.option("--pdfa", is_flag=True, help="Như --pdf, theo chuẩn lưu trữ lâu dài PDF/A-2b.")
@click.option("--template", "own", metavar="MẪU.docx", type=FILE, help="Dùng mẫu riêng thay cho mẫu có sẵn.")
@templates_option
@click.option("--ready", is_flag=True, help="Không ghi văn bản còn thiếu điều kiện ký.")
@click.option("--no-data", "bare", is_flag=True, help="Không để dữ liệu đi kèm trong tệp Word.")
@click.option(
    "--annotate", metavar="THƯ_MỤC", type=FILE, help="Biểu Excel có lỗi thì ghi vào đây bản có ghi chú ở ô sai."
)
def render(
    sources: tuple[Path, ...],
    output: Path,
    *,
    pdf: bool,
    pdfa: bool,
    own: Path | None,
    folder: Path | None,
    ready: bool,
    bare: bool,
    annotate: Path | None,
) -> int:
    """Ghép dữ liệu vào mẫu thành văn bản Word; tên tệp lấy theo tên dữ liệu.

    Chỗ còn thiếu hiện rõ trong văn bản là [CẦN BỔ SUNG: …]; khi đó lệnh báo CHƯA SẴN SÀNG KÝ và thoát với mã 1.
    Số và ngày chưa có thì để trống cho đến khi ký, không tính là thiếu. Văn bản không thiếu gì được xét thể thức như
    «vanban check»; còn lỗi thì cũng chưa sẵn sàng.

    Thư mục mẫu của cơ quan có tệp mang tên mẫu (ke_hoach.docx, bao_cao.docx …) thì dùng tệp ấy; xem
    «vanban template list».

    Dữ liệu, kể cả phần không in ra, đi kèm trong tệp Word để «vanban show» đọc lại được.

    \b
    Ví dụ: vanban render ke_hoach.yaml -o ra --pdf
           vanban render ke_hoach.xlsx -o ra --annotate loi
    """
    jobs = _jobs(sources, output, own, None if own else office_folder(folder), annotate)
    if ready:
        _refuse_unready(jobs)
    made = _all_rendered(jobs, embed=not bare)
    faults = [_form_errors(job, one) for job, one in zip(jobs, made, strict=True)]
    if ready:
        _refuse_faulty(jobs, faults)
    _write(jobs, made)
    named = len(jobs) > 1
    results = [_report(*one, named=named) for one in zip(jobs, made, faults, strict=True)]
    if pdf or pdfa:
        _make_pdf([job.target for job in jobs], output, pdfa=pdfa)
    return 0 if all(results) else 1


def _jobs(
    sources: Sequence[Path], output: Path, own: Path | None, folder: Path | None, annotate: Path | None
) -> list[_Job]:
    documents = [_loaded(source, annotate) for source in sources]
    templates = [own or template_for(data.document.kind, folder) for data in documents]
    targets = output_paths(sources, output, ".docx", others=[one for one in templates if not is_ours(one)])
    return [_Job(*one) for one in zip(sources, documents, templates, targets, strict=True)]


def _loaded(source: Path, annotate: Path | None) -> Sourced:
    document, diagnostics = load(source, annotate)
    show_diagnostics(diagnostics)
    data = with_references(document, source)
    for file, names in left_out(data).items():
        told = f"văn bản kèm theo «{file}» không in: {', '.join(names)}"
        show_diagnostics([hint(told, Place(file=str(source), field="appendices"))])
    return data


def _refuse_unready(jobs: Sequence[_Job]) -> None:
    for job in jobs:
        if gaps := missing(job.document):
            click.secho(f"{NOT_READY}: {job.source}", fg="yellow", err=True)
            show_missing(gaps, field_cells(job.source))
            raise NotReadyError(
                f"{NOT_READY}: còn thiếu {len(gaps)} chỗ, không ghi gì",
                where=str(job.source),
                hint="bỏ --ready để ghi bản có đánh dấu chỗ thiếu",
            )


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


def _all_rendered(jobs: Sequence[_Job], *, embed: bool) -> list[Rendering]:
    compiled = compiled_templates((job.template, job.document.kind) for job in jobs)
    return [_rendered(job, compiled[job.template, job.document.kind], embed=embed) for job in jobs]


def _rendered(job: _Job, template: CompiledTemplate, *, embed: bool) -> Rendering:
    pictures = pictures_of(job.document, job.source.parent)
    try:
        return rendering(job.document, template, layouts(), pictures, embed=embed, source=job.data)
    except GeneratorError as failure:
        at_fault = job.template if isinstance(failure, TemplateError) else job.source
        failure.where = failure.where or str(at_fault)
        raise


def _report(job: _Job, made: Rendering, faults: list[Finding], *, named: bool) -> bool:
    """Print what was written and what it lacks, with the file where there are several; tell whether it is ready."""
    show_written(job.target)
    gaps, hints = missing(job.document), [*hollow(job.document), *_unshown(job.document)]
    cells = field_cells(job.source) if gaps or hints or made.unprinted else None
    told = by_cell([*made.unprinted, *hints], cells)
    show_diagnostics(replace(one, place=replace(one.place, file=str(job.source))) if named else one for one in told)
    if gaps:
        click.secho(f"{NOT_READY}: {job.source} còn thiếu {len(gaps)} chỗ", fg="yellow", err=True)
        show_missing(gaps, cells)
    if faults:
        click.secho(f"{NOT_READY}: {job.target} có {len(faults)} lỗi thể thức", fg="yellow", err=True)
        show_findings(faults, as_result=False)
    return not gaps and not made.unprinted and not faults


def _unshown(document: Document) -> Iterable[Diagnostic]:
    if not isinstance(document, Plan):
        return ()
    return unshown(document, {**layouts(), **{one.id: one for one in document.layouts}})


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
