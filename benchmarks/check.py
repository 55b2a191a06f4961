"""The cost of the gate: one document by its length, and many plans in one call of the command.

    .venv/bin/python benchmarks/check.py [DOCUMENTS]

A plan of 480 task rows has some 60 pages. CPU is that of one process; the call runs on all processors.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from plans import plan

from generator.bundled import bundled
from generator.lint.gate import judge
from generator.lint.source import Means, subject_of_file
from generator.registers.holidays import WorkCalendar
from generator.registers.legal import LegalRegister
from generator.registers.store import load_register
from generator.render.compiled import compile_template
from generator.render.render import render
from generator.templates.catalog import layouts, template_for

DOCUMENTS = 200
ROWS = (48, 240, 480)


def _means() -> Means:
    folder = bundled("data") / "registers"
    register = load_register((folder / "legal.yaml").read_bytes(), "legal.yaml", LegalRegister)
    holidays = load_register((folder / "holidays.yaml").read_bytes(), "holidays.yaml", WorkCalendar)
    return Means(register=register, holidays=holidays)


def main(documents: int) -> None:
    """Print the CPU seconds of single documents and the seconds of a call for many."""
    template, means = compile_template(template_for("plan").read_bytes()), _means()
    for rows in ROWS:
        data = render(plan(1, rows), template, layouts())
        begun = time.process_time()
        subject = subject_of_file(data, "ke_hoach.docx", means)
        read = time.process_time()
        found = judge(subject).findings
        done = time.process_time()
        print(f"{rows} hàng: đọc {read - begun:.2f} s, xét {done - read:.2f} s CPU, {len(found)} kết quả")
    with tempfile.TemporaryDirectory() as folder:
        for number in range(documents):
            (Path(folder) / f"{number:03}.docx").write_bytes(render(plan(number), template, layouts()))
        begun = time.perf_counter()
        command = [Path(sys.executable).with_name("vanban"), "check", "--no-config", "--format", "json", folder]
        subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = used.ru_utime + used.ru_stime
        print(f"{documents} kế hoạch trong một lệnh: {time.perf_counter() - begun:.1f} s, {cpu:.1f} s CPU")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else DOCUMENTS)
