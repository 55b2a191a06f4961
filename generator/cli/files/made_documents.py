"""Documents that a command has computed, as files: data, Word and PDF."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from generator.cli.files.word_output import write_word
from generator.cli.problems import show_written
from generator.cli.template.chosen import compiled_templates
from generator.errors import GeneratorError
from generator.files import write_atomic, write_keeping_old
from generator.fonts import require_fonts
from generator.model.document import Document
from generator.model.references import Sourced
from generator.model.store import dump_document
from generator.office import convert
from generator.render.render import rendering
from generator.templates.catalog import layouts, template_for
from generator.workbook.writer import dump_workbook


@dataclass(frozen=True)
class Made:
    """A document and the data file that it becomes; pictures by the names that it uses, to stand beside it."""

    document: Document
    target: Path
    """With the suffix .yaml or .xlsx; the Word file stands beside it."""
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    source: Sourced | None = None
    """The document with those that it names, where it names any."""


@contextmanager
def progress_bar(label: str, total: int) -> Iterator[tuple[Progress, TaskID]]:
    """Show how far long work is, on the error stream of a terminal; shows nothing elsewhere."""
    console = Console(stderr=True)
    columns = (TextColumn(label), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        yield bar, bar.add_task(label, total=total)


def write_documents(made: Sequence[Made], folder: Path | None, *, pdf: bool) -> None:
    """Write each document as data and as a Word file; data and edited Word that are replaced are kept as ``TÊN.cu``.

    ``folder`` holds the office's own templates. All are rendered before any is written.
    """
    words = _rendered(made, folder)
    for one, word in zip(made, words, strict=True):
        for name, picture in one.pictures.items():
            write_atomic(one.target.parent / name, picture)
        is_workbook = one.target.suffix == ".xlsx"
        data = dump_workbook(one.document) if is_workbook else dump_document(one.document, one.target.name).encode()
        show_written(one.target, write_keeping_old(one.target, data))
        write_word(one.target.with_suffix(".docx"), word)
    if pdf and made:
        _make_pdf([one.target.with_suffix(".docx") for one in made])


def _rendered(made: Sequence[Made], folder: Path | None) -> list[bytes]:
    templates = [template_for(one.document.kind, folder) for one in made]
    kinds = [one.document.kind for one in made]
    compiled = compiled_templates(zip(templates, kinds, strict=True))
    words = []
    with progress_bar("Làm Word", len(made)) as (bar, task):
        for one, template in zip(made, templates, strict=True):
            try:
                printed = one.source.resolved if one.source else one.document
                ready = compiled[template, one.document.kind]
                filled = rendering(printed, ready, layouts(), one.pictures, source=one.source)
            except GeneratorError as failure:
                failure.where = failure.where or str(template)
                raise
            words.append(filled.data)
            bar.advance(task)
    return words


def _make_pdf(files: list[Path]) -> None:
    require_fonts()
    with progress_bar("Làm PDF", len(files)) as (bar, task):
        made = convert(files, files[0].parent, on_progress=lambda done, _: bar.update(task, completed=done))
    for path in made:
        show_written(path)
