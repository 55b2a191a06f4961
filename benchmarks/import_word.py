"""What it costs to read a Word file: CPU seconds and memory by the number of pages.

Run from the project's folder: ``.venv/bin/python benchmarks/import_word.py``.
"""

from __future__ import annotations

import time
import tracemalloc
from pathlib import Path

from generator.importers.registry import import_document
from generator.model.document import Document
from generator.model.store import load_document
from generator.render.compiled import compile_template
from generator.render.render import render
from generator.templates.catalog import layouts, template_for

PLAN = Path("data/plans/ke_hoach_cchc_2027.yaml")
PAGES_OF_SAMPLE = 13
TIMES = (1, 2, 5, 10)


def main() -> None:
    """Print one line for each length: the sample plan, its body and its tasks again and again."""
    plan = load_document(PLAN.read_text("utf-8"), PLAN.name)
    for times in TIMES:
        data = render(_longer(plan, times), compile_template(template_for(plan.kind).read_bytes()), layouts())
        start = time.process_time()
        import_document(data, "a.docx")
        spent = time.process_time() - start
        tracemalloc.start()
        import_document(data, "a.docx")
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        pages = PAGES_OF_SAMPLE * times
        print(f"{pages:3} pages: {spent:5.2f} s CPU, {spent / pages * 1000:4.0f} ms a page, {peak / 2**20:4.0f} MiB")


def _longer(plan: Document, times: int) -> Document:
    """Return the plan with all its sections and tasks so many times."""
    tasks = [
        task.model_copy(update={"id": f"{task.id}.{round}"})
        for round in range(times)
        for task in getattr(plan, "tasks", ())
    ]
    return plan.model_copy(update={"sections": plan.sections * times, "tasks": tuple(tasks)})


if __name__ == "__main__":
    main()
