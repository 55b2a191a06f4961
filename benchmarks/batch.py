"""A batch of unit reports of 40 rows, proof on, against the tools of others on the same content, in turn in one run.

    .venv/bin/python benchmarks/batch.py [DOCUMENTS] [--node-modules DIR] [--memory] [--kills N] [--pdf N]

Ours is the whole batch: processes, transport, proof, hashes, ledger, files on disk; what a start of two processes with
the documents in hand costs is taken off. The others are plain loops in as many processes, timed inside, without the
opening of the processes. docx-mailmerge2, and the tools for Node in DIR (docxtemplater, easy-template-x, carbone), take
part where they are installed. `--memory` makes 10,000 documents and shows the memory of all processes on the way,
`--kills` stops a batch of reports of a quarter so many times with kill -9 and compares the files (with PYTHONPATH=.,
since their figures are those of the tests), `--pdf` makes PDFs of so many.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from hashlib import sha256
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import docx
from docx.shared import Pt
from docxtpl import DocxTemplate
from reports import FIELDS, HEADINGS, plain_values, report

from generator.batch.folder import OutputFolder
from generator.batch.job import Job, Product
from generator.batch.ledger import Ledger
from generator.batch.processes import in_processes
from generator.batch.run import Batch
from generator.cli.batch_product import RenderSettings, product
from generator.model.document import Document
from generator.model.store import dump_document

DOCUMENTS, ROWS, ROUNDS, PROCESSES = 1000, 40, 3, 2
LASTING = 10_000
DIFFERENT = 200
"""Different documents; the others of a run are made of them again."""


class Cost(NamedTuple):
    """Milliseconds for one document: of all processes, and of the clock."""

    cpu: float
    wall: float


# ---- Ours ------------------------------------------------------------------------------------------------------------


@cache
def documents() -> tuple[Document, ...]:
    """Return the validated documents, made once in each process."""
    return tuple(report(number, ROWS) for number in range(DIFFERENT))


@dataclass(frozen=True)
class Made:
    """A job that starts from a validated document."""

    number: int

    def __call__(self) -> Product:
        """Return the Word file with its proof."""
        document = documents()[self.number % DIFFERENT]
        return product(document, Path("bao_cao.yaml"), RenderSettings(check=False), None)


def by_batch(count: int, folder: Path, *, told: Callable[[int], None] = lambda _: None) -> None:
    """Make so many documents with the batch."""
    jobs = [Job(str(number), Made(number), "", (f"bc_{number:05}.docx",)) for number in range(count)]
    output = OutputFolder(folder)
    with output.held(), Ledger(output.ledger) as ledger:
        batch = Batch(jobs, output, ledger, resume=False)
        for done, outcome in enumerate(batch.run(partial(in_processes, count=PROCESSES)), start=1):
            assert outcome.files, outcome
            told(done)


def _spent(call: Callable[[], None]) -> tuple[float, float]:
    """Return the seconds of CPU, of this process and those that it started and saw end, and of the clock."""
    before, wall = _cpu(), time.perf_counter()
    call()
    return _cpu() - before, time.perf_counter() - wall


def _cpu() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def cost_of_batch(count: int, folder: Path) -> Cost:
    """Return the cost of the batch without its start."""
    start = _spent(lambda: by_batch(PROCESSES, folder / "start"))
    whole = _spent(lambda: by_batch(count, folder / "whole"))
    return Cost(*((one - other) / (count - PROCESSES) * 1000 for one, other in zip(whole, start, strict=True)))


# ---- Plain loops of others -------------------------------------------------------------------------------------------


class Tags(NamedTuple):
    """How a tool writes its tags: a value, the lists in paragraphs, the rows of a table."""

    value: Callable[[str], str]
    begin: Callable[[str, str], str]
    end: Callable[[str], str]
    own_paragraph: bool = True


JINJA = Tags(
    lambda name: f"{{{{ {name} }}}}", lambda name, one: f"{{%p for {one} in {name} %}}", lambda _: "{%p endfor %}"
)


def word_template(add: Callable[[Any], None]) -> bytes:
    """Return a Word file with the fixed parts of a report and what ``add`` adds."""
    word = docx.Document()
    style = word.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(14)
    add(word)
    saved = BytesIO()
    word.save(saved)
    return saved.getvalue()


def _table(word: Any, *rows: list[str]) -> None:
    table = word.add_table(len(rows) + 1, len(FIELDS), style="Table Grid")
    for row, texts in zip(table.rows, (list(HEADINGS), *rows), strict=True):
        for cell, text in zip(row.cells, texts, strict=False):
            cell.text = text


def _head(word: Any, value: Callable[[str], str]) -> None:
    head = word.add_table(2, 2)
    head.cell(0, 0).text = f"{value('parent')}\n{value('issuer')}"
    head.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    head.cell(1, 0).text = f"Số: {value('number')}/BC-UBND"
    head.cell(1, 1).text = value("place_date")
    for text in ("BÁO CÁO", value("subject"), value("preamble")):
        word.add_paragraph(text)


@cache
def docxtpl_template() -> bytes:
    """Return the template of docxtpl; a table in the middle section, as ours has it."""

    def add(word: Any) -> None:
        _head(word, JINJA.value)
        for place in range(3):
            for text in ("title", "text"):
                word.add_paragraph(f"{{{{ sections[{place}].{text} }}}}")
            for text in (f"{{%p for one in sections[{place}].points %}}", "{{ one.text }}", "{%p endfor %}"):
                word.add_paragraph(text)
            if place == 1:
                cells = [f"{{{{ row.{name} }}}}" for name in FIELDS]
                _table(word, ["{%tr for row in rows %}"], cells, ["{%tr endfor %}"])
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
                _table(word, [""] * len(FIELDS))
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


# ---- Tools for Node --------------------------------------------------------------------------------------------------

NODE = """
const fs = require('fs'), path = require('path');
const [tool, template, data, folder, count, first, step] = process.argv.slice(2);
const bytes = fs.readFileSync(template), values = JSON.parse(fs.readFileSync(data));
const need = name => require(path.join(process.env.TOOLS, name));
const ways = {
  docxtemplater() {
    const PizZip = need('pizzip'), Docx = need('docxtemplater');
    return one => {
      const doc = new Docx(new PizZip(bytes), {paragraphLoop: true});
      doc.render(one);
      return doc.getZip().generate({type: 'nodebuffer', compression: 'DEFLATE'});
    };
  },
  'easy-template-x'() {
    const {TemplateHandler} = need('easy-template-x');
    const handler = new TemplateHandler();
    return one => handler.process(bytes, one);
  },
  carbone() {
    const carbone = need('carbone');
    return one => new Promise((done, failed) =>
      carbone.render(template, one, (error, made) => error ? failed(error) : done(made)));
  },
};
(async () => {
  const way = ways[tool]();
  await way(values[0]);
  const cpu = process.cpuUsage(), begun = process.hrtime.bigint();
  for (let n = +first; n < +count; n += +step)
    fs.writeFileSync(path.join(folder, `bc_${n}.docx`), await way(values[n % values.length]));
  const used = process.cpuUsage(cpu);
  console.log(JSON.stringify([(used.user + used.system) / 1e6, Number(process.hrtime.bigint() - begun) / 1e9]));
})();
"""


def _curly(word: Any) -> None:
    """The template of docxtemplater and easy-template-x, which write the tags of lists alike."""
    _head(word, lambda name: f"{{{name}}}")
    for place in range(3):
        for text in (f"{{#s{place}}}", "{title}", "{text}", "{#points}", "{text}", "{/points}"):
            word.add_paragraph(text)
        word.add_paragraph(f"{{/s{place}}}")
        if place == 1:
            cells = [f"{{{name}}}" for name in FIELDS]
            _table(word, [f"{{#rows}}{cells[0]}", *cells[1:-1], f"{cells[-1]}{{/rows}}"])
    word.add_paragraph("{closing}")
    for text in ("{#recipients}", "- {name}", "{/recipients}", "{position}", "{name}"):
        word.add_paragraph(text)


def _carbone(word: Any) -> None:
    _head(word, lambda name: f"{{d.{name}}}")
    for place in range(3):
        word.add_paragraph(f"{{d.s{place}[0].title}}")
        word.add_paragraph(f"{{d.s{place}[0].text}}")
        for step in ("i", "i+1"):
            word.add_paragraph(f"{{d.s{place}[0].points[{step}].text}}")
        if place == 1:
            _table(word, *([f"{{d.rows[{step}].{name}}}" for name in FIELDS] for step in ("i", "i+1")))
    word.add_paragraph("{d.closing}")
    for step in ("i", "i+1"):
        word.add_paragraph(f"- {{d.recipients[{step}].name}}")
    for name in ("position", "name"):
        word.add_paragraph(f"{{d.{name}}}")


NODE_TOOLS: dict[str, Callable[[Any], None]] = {"docxtemplater": _curly, "easy-template-x": _curly, "carbone": _carbone}


def cost_of_node(tool: str, modules: Path, count: int, folder: Path) -> Cost:
    """Return the cost of a plain loop of a tool for Node in each of the processes."""
    script, template, data = folder / "bench.js", folder / "mau.docx", folder / "data.json"
    script.write_text(NODE, "utf-8")
    template.write_bytes(word_template(NODE_TOOLS[tool]))
    values = [plain_values(one) for one in documents()]
    for one in values:
        one |= {f"s{place}": [section] for place, section in enumerate(one["sections"])}
    data.write_text(json.dumps(values), "utf-8")
    words = ["node", str(script), tool, str(template), str(data), str(folder), str(count)]
    environment = {**os.environ, "TOOLS": str(modules.resolve())}
    started = [
        subprocess.Popen([*words, str(first), str(PROCESSES)], env=environment, stdout=subprocess.PIPE, text=True)
        for first in range(PROCESSES)
    ]
    spent = [json.loads(one.communicate()[0].splitlines()[-1]) for one in started]
    return Cost(sum(cpu for cpu, _ in spent) / count * 1000, max(wall for _, wall in spent) / count * 1000)


# ---- Runs ------------------------------------------------------------------------------------------------------------


def speed(count: int, modules: Path | None) -> None:
    """Print the medians of all ways, run in turn."""
    ways: dict[str, Callable[[Path], Cost]] = {
        "vanban batch": partial(cost_of_batch, count),
        "docxtpl": partial(cost_of_loop, by_docxtpl, count),
    }
    if find_spec("mailmerge"):
        ways["docx-mailmerge2"] = partial(cost_of_loop, by_mailmerge, count)
    for tool in NODE_TOOLS if modules and shutil.which("node") else ():
        if modules and (modules / tool).is_dir():
            ways[tool] = partial(cost_of_node, tool, modules, count)
    found: dict[str, list[Cost]] = {name: [] for name in ways}
    for _ in range(ROUNDS):
        for name, way in ways.items():
            with tempfile.TemporaryDirectory() as folder:
                found[name].append(way(Path(folder)))
                _require_all(Path(folder), count)
    _show(count, {name: Cost(*map(statistics.median, zip(*costs, strict=True))) for name, costs in found.items()})


def _require_all(folder: Path, count: int) -> None:
    made = sum(path.name.startswith("bc_") for path in folder.rglob("*.docx"))
    assert made in (count, count + PROCESSES), f"{made} tệp, cần {count}"


def _show(count: int, costs: dict[str, Cost]) -> None:
    base = costs["docxtpl"]
    print(
        f"{count} báo cáo {ROWS} hàng, {PROCESSES} tiến trình\n\n| cách | CPU ms | đồng hồ ms | so với docxtpl (CPU) |"
    )
    print("| --- | --- | --- | --- |")
    for name, cost in costs.items():
        print(f"| {name} | {cost.cpu:.2f} | {cost.wall:.2f} | {base.cpu / cost.cpu:.1f} |")


def memory() -> None:
    """Print the memory of the batch and its processes at 100, 1,000 … documents, and whether each file is right."""
    import psutil

    def told(done: int) -> None:
        if done in (100, 1000, 2500, 5000, 7500, LASTING):
            own = psutil.Process()
            sizes = [one.memory_info().rss / 2**20 for one in (own, *own.children())]
            print(f"{done} văn bản: {', '.join(f'{size:.0f} MiB' for size in sizes)}", flush=True)

    with tempfile.TemporaryDirectory() as folder:
        cpu, wall = _spent(lambda: by_batch(LASTING, Path(folder), told=told))
        wrong = sum(
            sha256((Path(folder) / f"bc_{number:05}.docx").read_bytes()).digest() != expected
            for number, expected in _expected(LASTING)
        )
    print(f"{LASTING} văn bản: {wall:.1f} s, {cpu:.1f} s CPU, kể cả khởi động; {wrong} tệp sai")


def _expected(count: int) -> Iterator[tuple[int, bytes]]:
    digests = [sha256(Made(number)().files[0]).digest() for number in range(DIFFERENT)]
    return ((number, digests[number % DIFFERENT]) for number in range(count))


def _write_data(folder: Path, count: int) -> Path:
    (folder / "du_lieu").mkdir()
    for number in range(count):
        text = dump_document(report(number, ROWS), "a.json")
        (folder / "du_lieu" / f"bc_{number:03}.json").write_text(text, "utf-8")
    order = folder / "viec.yaml"
    order.write_text("format: 1\ndo: render\ndata: du_lieu\ncheck: false\n", "utf-8")
    return order


def _command(order: Path, output: Path, *more: str) -> subprocess.Popen[str]:
    words = [sys.executable, "-m", "generator", "batch", str(order), "-o", str(output), *more]
    return subprocess.Popen(words, text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)


def _digests(folder: Path) -> dict[str, str]:
    made = (path for path in folder.iterdir() if path.name.startswith("bao_cao_"))
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in made}


def kills(count: int) -> None:
    """Stop a batch of 200 units' reports, 3 of them bad, with kill -9 at so many moments; compare what comes of it."""
    from quarter import write_quarter  # takes its figures from the tests, which only it needs

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        order = write_quarter(folder, 200, (17, 90, 151))
        begun = time.perf_counter()
        _command(order, folder / "mau").communicate()
        took = time.perf_counter() - begun
        expected, same = _digests(folder / "mau"), 0
        chance = random.Random(1)
        for _ in range(count):
            shutil.rmtree(folder / "ra", ignore_errors=True)
            process = _command(order, folder / "ra")
            time.sleep(chance.random() * took)
            process.kill()
            process.wait()
            there = len(list((folder / "ra").glob("*.docx")))
            told = _command(order, folder / "ra", "--resume").communicate()[0]
            left = [path for path in folder.joinpath("ra").rglob("*") if path.suffix in {".tmp", ".cu"}]
            same += _digests(folder / "ra") == expected and not left
            print(f"{there} tệp khi dừng; {told.strip()}", flush=True)
        print(f"{same}/{count} lần dừng cho đúng {len(expected)} tệp như nhau từng byte")


def pdf(count: int) -> None:
    """Print the seconds of a file for PDFs in one batch, and for a call of soffice for each of ten."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        order = _write_data(folder, count)
        _command(order, folder / "ra").communicate()
        files = sorted((folder / "ra").glob("*.docx"))
        grouped = _spent(lambda: _wait(_command(order, folder / "ra", "--resume", "--pdf")))
        single = _spent(lambda: [_alone(path, folder) for path in files[:10]] and None)
        assert len(list((folder / "ra").glob("*.pdf"))) == count
    each = [value / count for value in grouped], [value / 10 for value in single]
    print(f"PDF của {count} báo cáo: {each[0][1]:.2f} s một tệp ({each[0][0]:.2f} s CPU)")
    print(f"mỗi tệp một lần gọi soffice: {each[1][1]:.2f} s ({each[1][0]:.2f} s CPU)")


def _wait(process: subprocess.Popen[str]) -> None:
    process.communicate()


def _alone(path: Path, folder: Path) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    words = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder / "rieng"), str(path)]
    shutil.rmtree(folder / "profile", ignore_errors=True)
    subprocess.run(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("documents", type=int, nargs="?", default=DOCUMENTS)
    parser.add_argument("--node-modules", type=Path)
    parser.add_argument("--memory", action="store_true")
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--pdf", type=int, default=0, metavar="FILES")
    given = parser.parse_args()
    if given.documents:
        speed(given.documents, given.node_modules)
    if given.memory:
        memory()
    if given.kills:
        kills(given.kills)
    if given.pdf:
        pdf(given.pdf)


if __name__ == "__main__":
    main()
