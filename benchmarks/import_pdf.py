"""What it costs to read a PDF file: CPU seconds and memory by the number of pages.

Run from the project's folder: ``.venv/bin/python benchmarks/import_pdf.py``. Needs LibreOffice.
"""

from __future__ import annotations

import io
import tempfile
import time
import tracemalloc
from pathlib import Path

from pypdf import PdfReader, PdfWriter

from generator.importers.registry import import_document
from generator.model.store import load_document
from generator.office import convert
from generator.render.compiled import compile_template
from generator.render.render import render
from generator.templates.catalog import layouts, template_for

PLAN = Path("data/plans/ke_hoach_cchc_2027.yaml")
PAGES = (6, 20, 60)


def main() -> None:
    """Print one line for each number of pages: the sample plan, its pages again and again."""
    sample = _printed()
    for count in PAGES:
        data = _of_pages(sample, count)
        start = time.process_time()
        import_document(data, "a.pdf")
        spent = time.process_time() - start
        tracemalloc.start()
        import_document(data, "a.pdf")
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        print(f"{count:3} pages: {spent:5.2f} s CPU, {spent / count * 1000:4.0f} ms a page, {peak / 2**20:4.0f} MiB")


def _printed() -> bytes:
    plan = load_document(PLAN.read_text("utf-8"), PLAN.name)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "a.docx"
        source.write_bytes(render(plan, compile_template(template_for(plan.kind).read_bytes()), layouts()))
        convert([source], Path(folder), to="pdf")
        return source.with_suffix(".pdf").read_bytes()


def _of_pages(sample: bytes, count: int) -> bytes:
    """Return a file of so many pages, those of the sample in turn."""
    pages = PdfReader(io.BytesIO(sample)).pages
    writer = PdfWriter()
    for place in range(count):
        writer.add_page(pages[place % len(pages)])
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


if __name__ == "__main__":
    main()
