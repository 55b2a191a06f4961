"""The files of plans that an order names; of a folder only those that hold plans, each plan once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.cli.batch.order import OrderFile
from generator.cli.files.inputs import load
from generator.errors import GeneratorError
from generator.files import read_bytes
from generator.model.plan import Plan
from generator.model.store import SUFFIXES, is_stored
from generator.workbook.reader import is_workbook
from generator.yamltext import glance

PLANS = (*SUFFIXES, ".xlsx", ".docx")
_KIND = ("kind",)


def plan_files(file: OrderFile, field: str, patterns: Sequence[str]) -> list[Path]:
    """Return the files of plans that a field names, each once, in the order of the patterns and of their names.

    Of files of a folder with one name the first of `PLANS` counts, since the others were made from it; what holds no
    plan there is passed over. DataError for a pattern that finds nothing.
    """
    found: dict[Path, None] = {}
    for pattern in patterns:
        paths = file.files(field, (pattern,), PLANS)
        if file.at(pattern).is_dir() and not (paths := _of_folder(paths)):
            raise file.fault("thư mục này không có kế hoạch nào", field, pattern)
        found |= dict.fromkeys(paths)
    return list(found)


def _of_folder(paths: Sequence[Path]) -> list[Path]:
    by_rank = sorted(paths, key=lambda path: PLANS.index(path.suffix.lower()))
    found: dict[str, Path] = {}
    for path in by_rank:
        if path.stem not in found and _may_be_plan(path):
            found[path.stem] = path
    return sorted(found.values())


def _may_be_plan(path: Path) -> bool:
    """Tell whether a file holds a plan; True for one that cannot be read, so that reading it tells why."""
    try:
        if is_stored(path.name):
            return glance(read_bytes(path), path.name, (_KIND,)).get(_KIND, "plan") == "plan"
        if path.suffix.lower() == ".xlsx" and not is_workbook(read_bytes(path), path.name):
            return False
        return isinstance(load(path)[0], Plan)
    except GeneratorError:
        return True
