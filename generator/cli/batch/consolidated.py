"""What the units of one office told, put together in a batch."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from generator.batch.folder import absolute
from generator.batch.job import Digests, Product, file_digest
from generator.cli.batch.plans import plan_with_digests
from generator.cli.batch.product import RenderSettings, rendered
from generator.cli.reports.received_days import received_day
from generator.cli.reports.together import Together, diagnostics_of, name_of, put_together
from generator.diagnostics import Severity
from generator.errors import DataError, GeneratorError
from generator.model.references import Sourced
from generator.model.store import dump_document
from generator.registers.units import Unit


@dataclass(frozen=True)
class OfficeSettings:
    """For whom and when a report is put together, and how it is rendered."""

    office: Unit
    period: str
    word: RenderSettings


@dataclass(frozen=True)
class ConsolidatedOffice:
    """Makes the files of one office."""

    settings: OfficeSettings
    files: tuple[Path, ...]
    """What came: files and folders."""
    options: tuple[tuple[str, Any], ...]
    """Those of ``vanban aggregate``."""
    output: Path

    def __call__(self) -> Product:
        """Return the report in Word, its data, the data of what is told and the workbook of all figures.

        GeneratorError as ``vanban aggregate`` has it.
        """
        options = dict(self.options)
        of_plan = dict(plan_with_digests(options["plan"])[1]) if options["plan"] else {}
        for place in options["plans"]:
            for path in sorted(place.glob("*.yaml")) if place.is_dir() else [place]:
                of_plan |= _cited(path)
        read = {**{absolute(path): file_digest(path) for path in self._read}, **of_plan}
        together = self._together(options)
        target = self.output / self.targets[1]
        told = tuple(_remarks(together))
        made = rendered(Sourced(together.written.document), target, self.settings.word, read, told)
        files = (
            *made.files,
            dump_document(together.written.document, target.name).encode(),
            together.data(),
            together.book(),
        )
        return Product(files, made.read, made.remarks, made.ready, made.moment)

    def _together(self, options: Mapping[str, Any]) -> Together:
        """Put together what came; a failure says first what is the matter, then each unit and file."""
        try:
            return put_together(self.files, options)
        except DataError as failure:
            if not failure.diagnostics:
                raise
            lines = "\n".join([failure.message, *map(str, failure.diagnostics)])
            raise DataError(lines, hint=failure.hint) from failure

    @property
    def targets(self) -> tuple[str, ...]:
        """The names of the files, in their order."""
        name = name_of(self.settings.office, self.settings.period)
        return (f"bao_cao_{name}.docx", f"bao_cao_{name}.yaml", f"tien_do_{name}.yaml", f"so_{name}.xlsx")

    def digest(self) -> str:
        """Return the SHA-256 of the settings, of which files came and, where no list says so, on which days."""
        days = None if dict(self.options)["received"] else [str(received_day(one, (), None)) for one in self._came]
        return self.settings.word.digest(json.dumps([str(self.options), [str(one) for one in self._came], days]))

    @cached_property
    def _came(self) -> tuple[Path, ...]:
        return tuple(_inside(self.files))

    @property
    def _read(self) -> Iterator[Path]:
        """Yield all files that go into a report, those of folders too."""
        yield from self._came
        for _, value in self.options:
            places = value if isinstance(value, tuple) else (value,)
            yield from _inside([one for one in places if isinstance(one, Path)])


def _cited(path: Path) -> Digests:
    """Return the hashes of the files that a unit's plan is read from; none for what holds no plan."""
    try:
        return plan_with_digests(path)[1]
    except GeneratorError:
        return {}


def _inside(places: Any) -> Iterator[Path]:
    for place in places:
        yield from sorted(one for one in place.iterdir() if one.is_file()) if place.is_dir() else [place]


def _remarks(together: Together) -> Iterator[str]:
    """Yield what a person should look at: who has not told, what does not agree, what the report says of itself."""
    came = together.came
    if came.receipts.missing:
        named = ", ".join(unit.name for unit in came.receipts.missing)
        yield f"chưa có báo cáo của {len(came.receipts.missing)}/{len(came.expected)} đơn vị: {named}"
    for one in (*diagnostics_of(together.found.contradictions), *together.written.diagnostics):
        if one.severity is not Severity.HINT:
            yield str(one)
