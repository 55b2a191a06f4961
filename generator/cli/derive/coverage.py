"""What ``derive`` writes beside the plans: how far they cover the higher documents, as a workbook and in Word."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.cli.files.word_output import write_word
from generator.cli.problems import show_written
from generator.cli.template.chosen import compiled_templates
from generator.files import write_keeping_old
from generator.fonts import require_fonts
from generator.model.references import Sourced
from generator.office import convert
from generator.render.render import rendering
from generator.templates.catalog import layouts, template_for
from generator.transform.coverage import Coverage
from generator.transform.coverage_page import coverage_document
from generator.workbook.coverage import coverage_bytes

BOOK = "coverage.xlsx"
PAGE = "coverage.docx"


def write_coverage(
    found: Coverage, parents: Sequence[Sourced], output: Path, folder: Path | None, *, pdf: bool
) -> None:
    """Write coverage.xlsx, and coverage.docx with its PDF where asked for; nothing where no plan was derived."""
    if not found.members:
        return
    show_written(output / BOOK, write_keeping_old(output / BOOK, coverage_bytes(found)))
    page = coverage_document(found, [one.resolved for one in parents])
    template = template_for(page.kind, folder)
    compiled = compiled_templates([(template, page.kind)])[template, page.kind]
    write_word(output / PAGE, rendering(page, compiled, layouts(), {}).data)
    if pdf:
        require_fonts()
        for made in convert([output / PAGE], output):
            show_written(made)
