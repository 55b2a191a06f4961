"""What lies among the files of units without being theirs: what the office has made or told itself; unknown tasks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from generator.cli.reports.own_plan import unknown_tasks
from generator.diagnostics import Place, Severity, error
from generator.errors import DataError
from generator.files import read_bytes
from generator.model.plan import Plan
from generator.reading.sheets.xlsx import sheet_names
from generator.registers.units import Unit
from generator.reports.receipts import Contradiction, Receipts, Received
from generator.spelling import unmarked

_OF_DRILLDOWN: Final = frozenset(map(unmarked, ("Tình hình gửi", "Mâu thuẫn")))
"""Sheets that only the workbook of all figures has."""


def parted(files: Iterable[Path]) -> tuple[list[Path], list[Path]]:
    """Return the files that may be units', and the workbooks of all figures, which the program made."""
    sent: list[Path] = []
    made: list[Path] = []
    for path in files:
        (made if _is_drilldown(path) else sent).append(path)
    return sent, made


def _is_drilldown(path: Path) -> bool:
    if path.suffix.lower() != ".xlsx":
        return False
    try:
        names = {unmarked(name) for name in sheet_names(read_bytes(path), path.name)}
    except DataError:
        return False
    return names >= _OF_DRILLDOWN


def without_own(received: Sequence[Received], issuer: Unit) -> tuple[list[Received], list[Received]]:
    """Return what units tell, and what the office tells of itself or has put together."""
    others = [one for one in received if one.progress.unit != issuer.id]
    return others, [one for one in received if one.progress.unit == issuer.id]


def passed_over(made: Sequence[Path], own: Sequence[Received], folder: Path | None) -> Iterator[Contradiction]:
    """Yield that these files of the office do not count, and that a folder is empty."""
    if folder is not None:
        yield _hint("", str(folder), "thư mục không có tệp nào của đơn vị, coi như chưa đơn vị nào gửi báo cáo")
    for path in made:
        yield _hint("", path.name, "sổ tổng hợp do chương trình lập, không phải tệp của đơn vị, bỏ qua")
    for one in own:
        message = "tệp của chính cơ quan tổng hợp, bỏ qua; phần riêng của cơ quan thì nêu bằng --own"
        yield _hint(one.progress.unit_name, one.source, message)


def _hint(unit: str, source: str, message: str) -> Contradiction:
    return Contradiction(unit, source, "cả tệp", Severity.HINT, message)


def with_unknown_tasks(found: Receipts, plans: Mapping[str, Plan]) -> Receipts:
    """Return receipts whose files have a fault for each task that the plan of their unit lacks."""
    counted = tuple((unit, _with_unknown(one, plans.get(unit.id))) for unit, one in found.counted)
    return replace(found, counted=counted)


def _with_unknown(one: Received, plan: Plan | None) -> Received:
    message = "kế hoạch của đơn vị không có nhiệm vụ này, không tính"
    unknown = unknown_tasks(one.progress, plan) if plan else ()
    faults = tuple(error(message, Place(field=f"nhiệm vụ {task.task}")) for task in unknown)
    return replace(one, faults=(*one.faults, *faults)) if faults else one
