"""Derived plans as files: data, Word and PDF."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from generator.cli.report import show_written
from generator.cli.template_file import compiled_templates
from generator.cli.word_output import write_word
from generator.errors import GeneratorError
from generator.files import write_keeping_old
from generator.fonts import require_fonts
from generator.model.document import Document
from generator.model.references import Sourced, references
from generator.model.store import dump_document
from generator.office import convert
from generator.render.compiled import CompiledTemplate
from generator.render.render import rendering
from generator.templates.catalog import layouts, template_for
from generator.transform.derive import Derived
from generator.workbook.writer import dump_workbook


@contextmanager
def progress(label: str, total: int) -> Iterator[tuple[Progress, TaskID]]:
    """Show how far long work is, on the error stream of a terminal; shows nothing elsewhere."""
    console = Console(stderr=True)
    columns = (TextColumn(label), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        yield bar, bar.add_task(label, total=total)


def write_children(
    derived: Sequence[Derived],
    files: Mapping[str, Sourced],
    targets: Sequence[Path],
    folder: Path | None,
    *,
    pdf: bool,
) -> None:
    """Write each plan as data and, beside it, as a Word file; data and edited Word files that are replaced are kept.

    ``files`` are the higher documents by the names that the plans use. All are rendered before any is written.
    """
    template = template_for("plan", folder)
    compiled = compiled_templates([(template, "plan")])[template, "plan"]
    words = _rendered(derived, compiled, files, template)
    for one, target, word in zip(derived, targets, words, strict=True):
        is_workbook = target.suffix == ".xlsx"
        data = dump_workbook(one.plan) if is_workbook else dump_document(one.plan, target.name).encode()
        show_written(target, write_keeping_old(target, data))
        write_word(target.with_suffix(".docx"), word)
    if pdf and derived:
        _make_pdf([target.with_suffix(".docx") for target in targets])


def _rendered(
    derived: Sequence[Derived], template: CompiledTemplate, files: Mapping[str, Sourced], path: Path
) -> list[bytes]:
    made = []
    with progress("Làm Word", len(derived)) as (bar, task):
        for one in derived:
            data = Sourced(one.plan, {file: files[file] for file in _names(one.plan)})
            try:
                made.append(rendering(data.resolved, template, layouts(), {}, source=data).data)
            except GeneratorError as failure:
                failure.where = failure.where or str(path)
                raise
            bar.advance(task)
    return made


def _names(document: Document) -> list[str]:
    return list(dict.fromkeys(one.file for one in references(document)))


def _make_pdf(files: list[Path]) -> None:
    require_fonts()
    with progress("Làm PDF", len(files)) as (bar, task):
        made = convert(files, files[0].parent, on_progress=lambda done, _: bar.update(task, completed=done))
    for path in made:
        show_written(path)
