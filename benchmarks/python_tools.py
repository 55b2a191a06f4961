"""Plain loops of other tools in Python: docxtpl as its manual shows it, docx-mailmerge2 where it is installed."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from cost import DIFFERENT, PROCESSES, Cost, documents
from docx.shared import Pt
from docxtpl import DocxTemplate
from reports import FIELDS, HEADINGS, plain_values


def word_template(add: Callable[[Any], None]) -> bytes:
    """Return a Word file with the fixed parts of a report and what ``add`` adds."""
    word = docx.Document()
    style = word.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(14)
    add(word)
    saved = BytesIO()
    word.save(saved)
    return saved.getvalue()


def table(word: Any, *rows: list[str]) -> None:
    """Add a table of the headings and these rows."""
    made = word.add_table(len(rows) + 1, len(FIELDS), style="Table Grid")
    for row, texts in zip(made.rows, (list(HEADINGS), *rows), strict=True):
        for cell, text in zip(row.cells, texts, strict=False):
            cell.text = text


def head(word: Any, value: Callable[[str], str]) -> None:
    """Add the letterhead and the first paragraphs, the values as the tool writes its tags."""
    grid = word.add_table(2, 2)
    grid.cell(0, 0).text = f"{value('parent')}\n{value('issuer')}"
    grid.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    grid.cell(1, 0).text = f"Số: {value('number')}/BC-UBND"
    grid.cell(1, 1).text = value("place_date")
    for text in ("BÁO CÁO", value("subject"), value("preamble")):
        word.add_paragraph(text)


@cache
def docxtpl_template() -> bytes:
    """Return the template of docxtpl; a table in the middle section, as ours has it."""

    def add(word: Any) -> None:
        head(word, lambda name: f"{{{{ {name} }}}}")
        for place in range(3):
            for text in ("title", "text"):
                word.add_paragraph(f"{{{{ sections[{place}].{text} }}}}")
            for text in (f"{{%p for one in sections[{place}].points %}}", "{{ one.text }}", "{%p endfor %}"):
                word.add_paragraph(text)
            if place == 1:
                cells = [f"{{{{ row.{name} }}}}" for name in FIELDS]
                table(word, ["{%tr for row in rows %}"], cells, ["{%tr endfor %}"])
        word.add_paragraph("{{ closing }}")
        for text in (
            "{%p for one in recipients %}",
            "- {{ one.name }}",
            "{%p endfor %}",
            "{{ position }}",
            "{{ name }}",
        ):
            word.add_paragraph(text)

    return word_template(add)


def by_docxtpl(values: dict[str, Any], target: Path) -> None:
    """Write a report as the manual of docxtpl shows: the template opened anew for each."""
    template = DocxTemplate(BytesIO(docxtpl_template()))
    template.render(values, autoescape=True)
    template.save(target)


def _field(paragraph: Any, name: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), f" MERGEFIELD {name} \\* MERGEFORMAT ")
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = f"«{name}»"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


@cache
def mailmerge_template() -> bytes:
    """Return the template of docx-mailmerge2: fields, and a row that is repeated; lists of points as single fields."""

    def add(word: Any) -> None:
        for name in ("parent", "issuer", "number", "place_date", "subject", "preamble"):
            _field(word.add_paragraph(), name)
        for place in range(3):
            for name in ("title", "text", "points"):
                _field(word.add_paragraph(), f"{name}{place}")
            if place == 1:
                table(word, [""] * len(FIELDS))
                for cell, name in zip(word.tables[-1].rows[1].cells, FIELDS, strict=True):
                    _field(cell.paragraphs[0], name)
        for name in ("closing", "recipients", "position", "name"):
            _field(word.add_paragraph(), name)

    return word_template(add)


def by_mailmerge(values: dict[str, Any], target: Path) -> None:
    """Write a report with docx-mailmerge2."""
    from mailmerge import MailMerge

    sections = values["sections"]
    plain = {name: text for name, text in values.items() if isinstance(text, str)}
    for place, section in enumerate(sections):
        plain |= {f"title{place}": section["title"], f"text{place}": section["text"]}
        plain[f"points{place}"] = "\n".join(point["text"] for point in section["points"])
    plain["recipients"] = "\n".join(one["name"] for one in values["recipients"])
    with MailMerge(BytesIO(mailmerge_template())) as merged:
        merged.merge(**plain)
        merged.merge_rows("task", values["rows"])
        merged.write(str(target))


def _share(way: Callable[[dict[str, Any], Path], None], count: int, first: int, folder: Path) -> tuple[float, float]:
    """Write every second document, or as many processes as there are, in a plain loop; return CPU and clock."""
    values = [plain_values(one) for one in documents()]
    way(values[0], folder / f"warm_{first}.docx")
    cpu, wall = time.process_time(), time.perf_counter()
    for number in range(first, count, PROCESSES):
        way(values[number % DIFFERENT], folder / f"bc_{number:05}.docx")
    return time.process_time() - cpu, time.perf_counter() - wall


def cost_of_loop(way: Callable[[dict[str, Any], Path], None], count: int, folder: Path) -> Cost:
    """Return the cost of a plain loop in each of the processes."""
    with multiprocessing.get_context("spawn").Pool(PROCESSES) as pool:
        spent = pool.starmap(_share, [(way, count, first, folder) for first in range(PROCESSES)])
    return Cost(sum(cpu for cpu, _ in spent) / count * 1000, max(wall for _, wall in spent) / count * 1000)
