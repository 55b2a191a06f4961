"""The cost of a PDF file: all plans in one command against one call of soffice for each, PDF/A, a fixed time.

    .venv/bin/python benchmarks/office.py [FILES]

The files (200 unless told) are different plans of about 13 pages with a task table, rendered from the sample. The ways
with a call for each file convert a sample of eight, the others all files; they are run in turn three times, and the
median counts: seconds of the clock and of the processor for one file. Run it on a machine that does nothing else.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.fonts import require_fonts
from generator.model.store import load_document
from generator.office import convert, find_soffice
from generator.render.compiled import compile_template
from generator.render.render import render
from generator.templates.catalog import layouts, template_for

ROUNDS = 3
FILES = 200
SAMPLE_OF_EACH = 8
PLAN = Path(__file__).parents[1] / "data/plans/ke_hoach_cchc_2027.yaml"

Way = Callable[[Sequence[Path], Path], object]


@dataclass(frozen=True)
class Cost:
    """What one file took, in seconds."""

    clock: float
    processor: float


def write_plans(folder: Path, count: int) -> list[Path]:
    """Write plans that differ in number and subject."""
    plan = load_document(PLAN.read_bytes(), PLAN.name)
    template = compile_template(template_for(plan.kind).read_bytes())
    files = []
    for number in range(1, count + 1):
        own = plan.model_copy(update={"number": str(number), "subject": f"{plan.subject}, bản {number}"})
        files.append(folder / f"ke_hoach_{number:03}.docx")
        files[-1].write_bytes(render(own, template, layouts()))
    return files


def one_soffice_each(files: Sequence[Path], outdir: Path) -> None:
    """Convert each file by soffice itself, as a script would: a call each, in the one profile of its user."""
    profile = (outdir.parent / "profile").as_uri()
    options = [
        "--headless",
        f"-env:UserInstallation={profile}",
        "--convert-to",
        "pdf",
        "--outdir",
        str(outdir),
    ]
    for file in files:
        command = [str(find_soffice()), *options, str(file)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def one_convert_each(files: Sequence[Path], outdir: Path) -> None:
    """Convert each file in a call of its own, with a fresh profile each."""
    for file in files:
        convert([file], outdir)


EACH: dict[str, Way] = {
    "soffice for each file": one_soffice_each,
    "convert for each file": one_convert_each,
}
ALL: dict[str, Way] = {
    "convert of all files": convert,
    "all files, PDF/A-2b": lambda files, outdir: convert(files, outdir, pdfa=True),
    "all files, fixed time": lambda files, outdir: convert(files, outdir, source_date_epoch=0),
}


def measure(way: Way, files: Sequence[Path], outdir: Path) -> Cost:
    """Return what one file took."""
    clock, processor = time.perf_counter(), _processor()
    way(files, outdir)
    return Cost((time.perf_counter() - clock) / len(files), (_processor() - processor) / len(files))


def _processor() -> float:
    """Seconds of the processor so far, those of programs that have ended included; the latter are 0 on Windows."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def main() -> None:
    """Print the table."""
    require_fonts()
    count = int(sys.argv[1]) if len(sys.argv) > 1 else FILES
    costs: dict[str, list[Cost]] = {name: [] for name in (*EACH, *ALL)}
    with tempfile.TemporaryDirectory() as folder:
        files = write_plans(Path(folder), count)
        one_soffice_each(files[:1], Path(folder, "out"))
        for number in range(ROUNDS):
            for name, way in EACH.items():
                sample = files[number * SAMPLE_OF_EACH :][:SAMPLE_OF_EACH] or files[:SAMPLE_OF_EACH]
                costs[name].append(measure(way, sample, Path(folder, "out")))
            for name, way in ALL.items():
                costs[name].append(measure(way, files, Path(folder, "out")))
    _report(count, costs)


def _report(count: int, costs: dict[str, list[Cost]]) -> None:
    first = next(iter(costs))
    clocks = {name: statistics.median(cost.clock for cost in found) for name, found in costs.items()}
    print(f"{count} files, median of {ROUNDS} rounds, {os.cpu_count()} processors; seconds a file")
    print(f"{'':24} {'clock':>7} {'cpu':>7} {'times':>6}")
    for name, found in costs.items():
        processor = statistics.median(cost.processor for cost in found)
        print(f"{name:24} {clocks[name]:7.3f} {processor:7.3f} {clocks[first] / clocks[name]:6.1f}")


if __name__ == "__main__":
    main()
