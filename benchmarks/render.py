"""The cost of a plan as a .docx file: ours with its proof against docxtpl, in turn in one process.

    .venv/bin/python benchmarks/render.py [DOCUMENTS]

From validated documents to files on disk. docxtpl opens its template anew for each document, as its manual shows, and
escapes; its template prints the same content. The rounds are run in turn; the medians of CPU and clock count.
"""

from __future__ import annotations

import gc
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import docx
from docx.shared import Pt
from docxtpl import DocxTemplate
from plans import plan

from generator.model.plan import Plan
from generator.render.compiled import compile_template
from generator.render.render import render
from generator.templates.catalog import layouts, template_for

ROUNDS = 5
DOCUMENTS = 200
LARGE_ROWS = 3600
LASTING = 2000

Way = Callable[[Plan], bytes]


class Cost(NamedTuple):
    """Milliseconds for one document."""

    cpu: float
    wall: float


# ---- docxtpl ---------------------------------------------------------------------------------------------------------


@cache
def docxtpl_template() -> bytes:
    """Return a template for docxtpl that prints what ours prints."""
    word = docx.Document()
    style = word.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(14)
    _head(word)
    for name in ("legal_bases", "preamble"):
        _paragraphs(word, f"{{%p for text in {name} %}}", "{{ text }}", "{%p endfor %}")
    _paragraphs(word, "{%p for section in sections %}", "{{ section.label }} {{ section.title }}")
    _paragraphs(word, "{%p for item in section['items'] %}", "{{ item.label }} {{ item.text }}")
    _paragraphs(word, "{%p for point in item.points %}", "- {{ point }}", *["{%p endfor %}"] * 3)
    _paragraphs(word, "{{ closing }}")
    end = word.add_table(1, 2)
    _paragraphs(end.cell(0, 0), "{%p for name in recipients %}", "- {{ name }}", "{%p endfor %}")
    _paragraphs(end.cell(0, 1), "{{ position }}", "{{ name }}")
    _paragraphs(word, "Phụ lục", "{{ appendix }}")
    _task_table(word)
    saved = BytesIO()
    word.save(saved)
    return saved.getvalue()


def _head(word: Any) -> None:
    head = word.add_table(2, 2)
    _paragraphs(head.cell(0, 0), "{{ parent }}", "{{ issuer }}")
    _paragraphs(head.cell(0, 1), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
    _paragraphs(head.cell(1, 0), "Số: {{ number }}/{{ notation }}")
    _paragraphs(head.cell(1, 1), "{{ place_date }}")
    _paragraphs(word, "KẾ HOẠCH", "{{ subject }}")


def _paragraphs(holder: Any, *texts: str) -> None:
    for text in texts:
        holder.add_paragraph(text)


def _task_table(word: Any) -> None:
    fields = ("number", "name", "products", "schedule", "lead", "support", "monitor")
    headings = [column.heading for column in layouts()["seven_columns"].columns]
    rows = (headings, ["{%tr for task in tasks %}"], [f"{{{{ task.{name} }}}}" for name in fields], ["{%tr endfor %}"])
    table = word.add_table(len(rows), len(fields), style="Table Grid")
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=False):
            cell.text = text


def _context(source: Plan) -> dict[str, Any]:
    signature, date = source.signature, source.date
    return {
        "parent": (source.issuer.parent or "").upper(),
        "issuer": (source.issuer.name or "").upper(),
        "number": source.number,
        "notation": "KH-SNV",
        "place_date": f"{source.issuer.place}, {date.long() if date else ''}",
        "subject": source.subject,
        "legal_bases": [basis.printed for basis in source.legal_bases],
        "preamble": source.preamble,
        "sections": [_section(number, section) for number, section in enumerate(source.sections, start=1)],
        "closing": source.closing[0],
        "recipients": [recipient.name for recipient in source.recipients],
        "position": (signature.position or "").upper(),
        "name": signature.name,
        "appendix": source.appendices[0].title,
        "tasks": [_task(number, task) for number, task in enumerate(source.tasks, start=1)],
    }


def _section(number: int, section: Any) -> dict[str, Any]:
    items = [
        {"label": "", "text": block.text, "points": [point.text for point in getattr(block, "blocks", ())]}
        for block in section.blocks
    ]
    return {"label": f"{number}.", "title": section.title, "items": items}


def _task(number: int, task: Any) -> dict[str, Any]:
    row = task.rows[0]
    lists = {name: "; ".join(getattr(row, name)) for name in ("lead", "support", "monitor")}
    return {
        "number": number,
        "name": task.name,
        "products": "\n".join(row.products),
        "schedule": row.schedule,
        **lists,
    }


def by_docxtpl(source: Plan) -> bytes:
    """Return the plan as docxtpl writes it."""
    template = DocxTemplate(BytesIO(docxtpl_template()))
    template.render(_context(source), autoescape=True)
    saved = BytesIO()
    template.save(saved)
    return saved.getvalue()


# ---- Ours ------------------------------------------------------------------------------------------------------------


def ours(*, embed: bool) -> Way:
    """Return our way, with or without the data embedded in the file."""
    template = compile_template(template_for("plan").read_bytes())
    known = layouts()
    return lambda source: render(source, template, known, embed=embed)


# ---- Measuring -------------------------------------------------------------------------------------------------------


def measured(ways: dict[str, Way], plans: Sequence[Plan], rounds: int) -> dict[str, Cost]:
    """Return the median cost of each way, run in turn."""
    found: dict[str, list[Cost]] = {name: [] for name in ways}
    with tempfile.TemporaryDirectory() as folder:
        for name, way in ways.items():
            (Path(folder) / name).mkdir()
            way(plans[0])
        for _ in range(rounds):
            for name, way in ways.items():
                found[name].append(_once(way, plans, Path(folder) / name))
    return {
        name: Cost(*(statistics.median(values) for values in zip(*costs, strict=True))) for name, costs in found.items()
    }


def _once(way: Way, plans: Sequence[Plan], folder: Path) -> Cost:
    gc.collect()
    cpu, wall = time.process_time(), time.perf_counter()
    for number, source in enumerate(plans):
        (folder / f"{number}.docx").write_bytes(way(source))
    count = len(plans) / 1000
    return Cost((time.process_time() - cpu) / count, (time.perf_counter() - wall) / count)


def memory(way: Way, plans: Sequence[Plan], count: int) -> tuple[int, int]:
    """Return the peak of memory in kB after a tenth of so many documents, and after all of them."""
    peaks = []
    for number in range(count):
        way(plans[number % len(plans)])
        if number + 1 in (count // 10, count):
            peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    return peaks[0], peaks[1]


def _table(title: str, costs: dict[str, Cost]) -> None:
    base = next(iter(costs.values())).cpu
    print(f"\n{title}\n\n| cách | CPU ms/văn bản | đồng hồ ms/văn bản | nhanh hơn (CPU) |\n| --- | --- | --- | --- |")
    for name, cost in costs.items():
        print(f"| {name} | {cost.cpu:.2f} | {cost.wall:.2f} | {base / cost.cpu:.1f} |")


def main() -> None:
    """Print the tables as Markdown."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else DOCUMENTS
    ways: dict[str, Way] = {"docxtpl": by_docxtpl, "vanban": ours(embed=True), "vanban --no-data": ours(embed=False)}
    plans = [plan(number) for number in range(count)]
    _table(f"{count} kế hoạch, mỗi bản 36 hàng nhiệm vụ", measured(ways, plans, ROUNDS))
    _table(f"Một kế hoạch {LARGE_ROWS} hàng", measured(ways, [plan(0, LARGE_ROWS)], 3))
    first, last = memory(ways["vanban"], plans, LASTING)
    print(f"\nBộ nhớ cao nhất sau {LASTING // 10} văn bản: {first} kB; sau {LASTING}: {last} kB")


if __name__ == "__main__":
    main()
