"""A quarter of many units for the benchmark of the batch: their directory and what each told, on disk.

Figures and states are those of tests/reports/grounds.py: drawn at random for each unit, in agreement with each other.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from pathlib import Path
from typing import Any

from generator.cli.files.units_file import units_bytes
from generator.model.store import dump_document
from generator.registers.units import UnitDirectory
from tests.reports.grounds import DATA, ground, told

PERIOD = "2027-Q1"
_SAMPLE = "so-gddt"
_ORDER = """\
format: 1
do: report
plans: {plan}
progress: tien_do
units: don_vi.json
on: 2027-03-16
period: {period}
check: {check}
"""


def write_quarter(folder: Path, count: int, bad: Collection[int] = (), *, check: bool = False) -> Path:
    """Write the directory, a progress file for each of so many units and the order of a batch; return the order.

    Those of the numbers ``bad`` are wrong, in turn: an unknown status, a share over 100%, a file that was cut off.
    """
    (folder / "tien_do").mkdir()
    (folder / "don_vi.json").write_bytes(units_bytes(_directory(count), "don_vi.json"))
    for number in range(count):
        name = f"{unit_id(number)}.json"
        values = json.loads(dump_document(told(number, unit=unit_id(number), unit_name=_name(number)), name))
        _agree(values["figures"])
        fault = sorted(bad).index(number) % 3 if number in bad else None
        if fault == 0:
            values["tasks"][0]["status"] = "gần xong"
        elif fault == 1:
            values["figures"].append({"form": 7, "code": "2", "value": 124})
        text = json.dumps(values, ensure_ascii=False, indent=1)
        (folder / "tien_do" / name).write_text(text[: len(text) // 2] if fault == 2 else text, "utf-8")
    order = folder / "viec.yaml"
    plan = DATA / "plans" / "ke_hoach_cchc_2027.yaml"
    order.write_text(_ORDER.format(plan=plan.as_posix(), period=PERIOD, check=str(check).lower()), "utf-8")
    return order


def _agree(figures: list[dict[str, Any]]) -> None:
    """Let a part be no more than its whole where the figures of the tests warn."""
    by_row = {(one["form"], one["code"]): one for one in figures}
    part, whole = by_row[4, "3.2"], by_row[4, "3.1"]
    part["value"] = min(part["value"], whole["value"])


def unit_id(number: int) -> str:
    """Return the identity of a unit."""
    return f"so-{number:03}"


def _name(number: int) -> str:
    return f"Sở Số {number}"


def _directory(count: int) -> UnitDirectory:
    """Return the sample directory with so many units more, alike but for identity and name."""
    directory = ground().directory
    sample = directory.get(_SAMPLE)
    assert sample is not None
    alike = sample.model_copy(update={"aliases": (), "people": ()})
    added = (alike.model_copy(update={"id": unit_id(number), "name": _name(number)}) for number in range(count))
    return UnitDirectory(format=1, classes=directory.classes, units=(*directory.units, *added))
