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
from functools import partial
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from cost import DIFFERENT, PROCESSES, ROWS, Cost, documents
from node_tools import NODE_TOOLS, cost_of_node
from python_tools import by_docxtpl, by_mailmerge, cost_of_loop
from reports import report

from generator.batch.folder import OutputFolder
from generator.batch.job import Job, Product
from generator.batch.ledger import Ledger
from generator.batch.processes import in_processes
from generator.batch.run import Batch
from generator.cli.batch.product import RenderSettings, product
from generator.model.store import dump_document

DOCUMENTS, ROUNDS = 1000, 3
LASTING = 10_000


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
