"""The cost of deriving: the plans of many units from one higher plan, in memory.

    .venv/bin/python benchmarks/derive.py [UNITS]

The higher plan is the province's sample of some 120 tasks; the units are communes made after those of the sample
directory, so that each leads and supports what a commune does. CPU of one process.
"""

from __future__ import annotations

import sys
import time
from datetime import date
from itertools import cycle, islice
from pathlib import Path

from generator.model.store import load_document
from generator.registers.catalog import bundled_derivation_rules, bundled_holidays
from generator.registers.store import load_register
from generator.registers.units import UnitDirectory
from generator.transform.derive import Derivations

UNITS = 1000
DATA = Path(__file__).parents[1] / "data"
PLAN = DATA / "plans/ke_hoach_cchc_tinh_2027.yaml"
ON = date(2026, 12, 7)


def directory(units: int) -> UnitDirectory:
    """Return the sample directory with so many communes more, alike but for identity and name."""
    path = DATA / "registers/units.yaml"
    sample = load_register(path.read_bytes(), path.name, UnitDirectory)
    communes = [unit for unit in sample.on(ON) if unit.level == "commune"]
    added = tuple(
        one.model_copy(update={"id": f"xa-{number}", "name": f"Ủy ban nhân dân xã Số {number}", "aliases": ()})
        for number, one in enumerate(islice(cycle(communes), units), 1)
    )
    return UnitDirectory(format=1, classes=sample.classes, units=sample.units + added)


def main(units: int) -> None:
    """Print the CPU seconds for a tenth of the units and for all of them."""
    plan = load_document(PLAN.read_bytes(), PLAN.name)
    everybody = directory(units)
    rules, calendar = bundled_derivation_rules(), bundled_holidays()
    for count in (units // 10, units):
        derivations = Derivations([plan], everybody, rules, calendar, ON)
        chosen = [unit for unit in everybody.units if unit.id.startswith("xa-")][:count]
        begun = time.process_time()
        tasks = sum(len(derivations.of(unit).plan.tasks) for unit in chosen)
        spent = time.process_time() - begun
        print(f"{count} đơn vị: {spent:.1f} s CPU, {spent / count * 1000:.1f} ms một kế hoạch, {tasks} nhiệm vụ")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else UNITS)
