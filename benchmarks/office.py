"""The cost of a PDF file: a call for each file, one call for all, two calls side by side, PDF/A.

    .venv/bin/python benchmarks/office.py [FILES]

Each file is a plan of about 14 pages with an appendix of 36 rows. The ways are run in turn three times; the median
counts, in seconds of the clock for one file.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import docx
from docx.shared import Pt

from generator.fonts import require_fonts
from generator.office import convert

ROUNDS = 3
PARAGRAPHS = 90
ROWS = 36
SENTENCE = "Nâng cao chất lượng phục vụ người dân, doanh nghiệp; đẩy mạnh cung cấp dịch vụ công trực tuyến toàn trình. "

Way = Callable[[Sequence[Path], Path], object]


def write_plan(path: Path) -> None:
    """Write a document of the size of a real plan."""
    document = docx.Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(14)
    for _ in range(PARAGRAPHS):
        document.add_paragraph(SENTENCE * 3)
    table = document.add_table(rows=ROWS, cols=6, style="Table Grid")
    for row in table.rows:
        for cell in row.cells:
            cell.text = SENTENCE[:60]
    document.save(str(path))


def one_call_each(files: Sequence[Path], outdir: Path) -> None:
    """Convert each file in a call of its own."""
    for file in files:
        convert([file], outdir)


def two_calls(files: Sequence[Path], outdir: Path) -> None:
    """Convert the halves of the files in two calls side by side."""
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda half: convert(half, outdir), (files[::2], files[1::2])))


WAYS: dict[str, Way] = {
    "one call for each file": one_call_each,
    "one call for all files": convert,
    "two calls side by side": two_calls,
    "one call, PDF/A-2b": lambda files, outdir: convert(files, outdir, pdfa=True),
    "one call, fixed time": lambda files, outdir: convert(files, outdir, source_date_epoch=0),
}


def measure(way: Way, files: Sequence[Path], outdir: Path) -> float:
    """Return the seconds for one file."""
    start = time.perf_counter()
    way(files, outdir)
    return (time.perf_counter() - start) / len(files)


def main() -> None:
    """Print the table."""
    require_fonts()
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, f"plan{number}.docx") for number in range(count)]
        write_plan(files[0])
        for file in files[1:]:
            shutil.copyfile(files[0], file)
        seconds: dict[str, list[float]] = {name: [] for name in WAYS}
        for _ in range(ROUNDS):
            for name, way in WAYS.items():
                seconds[name].append(measure(way, files, Path(folder, "out")))
    print(f"{count} files, median of {ROUNDS} rounds")
    for name, values in seconds.items():
        print(f"{name:24} {statistics.median(values):6.3f} s a file")


if __name__ == "__main__":
    main()
