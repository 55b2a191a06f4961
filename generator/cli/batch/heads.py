"""Whose files of progress and plans are, told before a batch begins; of stored ones only the head is looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.cli.batch.order import OrderFile
from generator.cli.files.inputs import load
from generator.cli.files.progress_file import loaded_progress
from generator.cli.reports.means import PROGRESS
from generator.errors import DataError, GeneratorError
from generator.files import read_bytes
from generator.model.plan import Plan
from generator.model.store import is_stored
from generator.workbook.progress.known import Known
from generator.yamltext import glance

_UNIT, _NAME, _PERIOD = ("unit",), ("unit_name",), ("period",)
_EARLIER = {"previous": "kỳ trước", "last_year": "cùng kỳ năm trước"}
_ISSUER, _DERIVED = ("issuer", "name"), ("derivation", "unit")


@dataclass(frozen=True)
class Head:
    """Of whom and when a file of progress tells."""

    unit: str
    name: str
    period: str


def head_of(path: Path, known: Known) -> Head | None:
    """Return the head of a file of progress; None where it cannot be told, since reading the file tells why.

    ``known`` is what workbooks are read by.
    """
    try:
        if not is_stored(path.name):
            whole, _ = loaded_progress(path, known)
            return Head(whole.unit, whole.unit_name, whole.period)
        found = glance(read_bytes(path), path.name, (_UNIT, _NAME, _PERIOD))
    except GeneratorError:
        return None
    return Head(found[_UNIT], found[_NAME], found[_PERIOD]) if len(found) == 3 else None


class Earlier:
    """The files in which units told of an earlier period, as a field of an order names them."""

    def __init__(self, file: OrderFile, field: str, patterns: Sequence[str], known: Known) -> None:
        self._file, self._period = file, _EARLIER[field]
        self._of_unit: dict[str, list[Path]] = {}
        for path in file.files(field, patterns, PROGRESS) if patterns else ():
            if (head := head_of(path, known)) is None:
                raise file.fault("không đọc được đơn vị, kỳ báo cáo trong tệp", field, file.label(path))
            self._of_unit.setdefault(head.unit, []).append(path)

    def of(self, unit: str) -> Path | None:
        """Return the file of a unit, if any; DataError for several."""
        return only_file(self._of_unit.get(unit, ()), self._period, self._file)


def only_file(files: Sequence[Path], period: str, file: OrderFile) -> Path | None:
    """Return the only file of a unit, if any; DataError for several of the period that is named in words."""
    if len(files) > 1:
        named = ", ".join(map(file.label, files))
        raise DataError(f"{len(files)} tệp {period} của một đơn vị: {named}", hint="bỏ bớt, chỉ để một tệp")
    return files[0] if files else None


class PlanFiles:
    """The plans that units may tell of; ``label`` is how messages call a file."""

    def __init__(self, paths: Sequence[Path], label: Callable[[Path], str]) -> None:
        self.paths, self._label = tuple(paths), label
        self._of_issuer: dict[str, list[Path]] | None = None
        self._of_unit: dict[str, list[Path]] | None = None
        self._loaded: dict[Path, Plan | None] = {}

    def of(self, head: Head) -> tuple[Path, ...]:
        """Return the plans that a unit may have issued, most often one; DataError where there is none.

        A single plan is everybody's. Only where nobody of the unit's name issued one is it asked for whom plans were
        derived, for which they are read to their end.
        """
        if len(self.paths) == 1:
            return self.paths
        if self._of_issuer is None:
            self._of_issuer = self._grouped(_ISSUER)
        found = self._of_issuer.get(head.name)
        if not found and self._of_unit is None:
            self._of_unit = self._grouped(_DERIVED)
        found = found or (self._of_unit or {}).get(head.unit)
        if not found:
            raise DataError(f"không kế hoạch nào là của «{head.name}»", hint=self._hint())
        return tuple(found)

    def _hint(self) -> str:
        unread = [self._label(path) for path, plan in self._loaded.items() if plan is None]
        return f"không đọc được {', '.join(unread)}" if unread else "nêu đúng kế hoạch của từng đơn vị"

    def _grouped(self, way: tuple[str, str]) -> dict[str, list[Path]]:
        found: dict[str, list[Path]] = {}
        for path in self.paths:
            found.setdefault(self._word(path, way), []).append(path)
        found.pop("", None)
        return found

    def _word(self, path: Path, way: tuple[str, str]) -> str:
        if is_stored(path.name):
            try:
                return glance(read_bytes(path), path.name, (way,)).get(way, "")
            except GeneratorError:
                self._loaded[path] = None
                return ""
        if path not in self._loaded:
            self._loaded[path] = _plan(path)
        plan = self._loaded[path]
        if plan is None:
            return ""
        return (plan.issuer.name or "") if way is _ISSUER else (plan.derivation.unit if plan.derivation else "")


def _plan(path: Path) -> Plan | None:
    try:
        document, _ = load(path)
    except GeneratorError:
        return None
    return document if isinstance(document, Plan) else None
