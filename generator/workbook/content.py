"""What the sheets of a workbook say, as texts: written from a document and read into its values.

Both ways meet here. The writer reads back what it wrote, by the same functions as the reader, and keeps beside
whatever the columns do not say: so nothing is lost, whatever the document holds.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final

from generator.model.canonical import canonical_json
from generator.model.document import Document
from generator.workbook import tables
from generator.workbook.body import BodyReader, BodyWriter
from generator.workbook.forms import BASES, BODY, RECIPIENTS, TARGETS, TASKS, general_rows, tables_of
from generator.workbook.layout_names import LayoutNames
from generator.workbook.places import At, Findings, Origins
from generator.workbook.rest import Keeper, Kept, restore
from generator.workbook.rows import Row, put, written_texts

Record = dict[str, Any]
_LINES_OF: Final[Mapping[str, tuple[str, Callable[[Sequence[Record]], Iterator[dict[str, str]]]]]] = {
    BASES.name: ("legal_bases", tables.basis_texts),
    TARGETS.name: ("targets", tables.target_texts),
    TASKS.name: ("tasks", tables.task_texts),
    RECIPIENTS.name: ("recipients", tables.recipient_texts),
}
_BY_LINES: Final = ("sections", "appendices")
"""Fields of which each line keeps its own rest."""
_HOLDERS: Final = ["VT"]


@dataclass(frozen=True)
class Content:
    """The words of a workbook."""

    kind: str
    general: Mapping[str, tuple[str, At]]
    """The words of each field of the general sheet, and where they stand."""
    rows: Mapping[str, Sequence[Row]]
    """The rows of each table by the name of its sheet."""
    kept: Sequence[Kept] = ()
    units: Mapping[str, str] = field(default_factory=dict)
    """Names of units that may stand in tasks, folded to written; empty where any may."""
    layouts: LayoutNames = field(default_factory=LayoutNames)
    """The names of the table layouts."""


def content_of(document: Document, layouts: LayoutNames | None = None) -> Content:
    """Return the words of a document, its table layouts by their names."""
    values = json.loads(canonical_json(document))
    keeper = Keeper()
    names = layouts or LayoutNames()
    rows = {table.name: _rows(table.name, values, keeper, names) for table in tables_of(document.kind)}
    texts = written_texts(_archive_apart(values), general_rows(document.kind))
    written = Content(document.kind, {title: (text, At("")) for title, text in texts.items()}, rows, layouts=names)
    read, _ = _columns(written, {}, Findings(), Origins())
    own = {name: value for name, value in values.items() if name not in _BY_LINES}
    keeper.keep_differences((), {name: value for name, value in read.items() if name not in _BY_LINES}, own)
    return Content(document.kind, written.general, rows, keeper.kept, layouts=names)


def _rows(name: str, values: Record, keeper: Keeper, layouts: LayoutNames) -> list[Row]:
    if name == BODY.name:
        return [Row(texts) for texts in BodyWriter(keeper, layouts).lines(values)]
    field_name, lines = _LINES_OF[name]
    return [Row(texts) for texts in lines(values.get(field_name, []))]


def values_of(content: Content, findings: Findings, origins: Origins) -> Record:
    """Return the plain values of a workbook, what is kept beside put back; every fault is among the findings."""
    by_line: dict[str, list[Kept]] = {}
    others = []
    for one in content.kept:
        head = one.path[0]
        if isinstance(head, str) and head.startswith("#"):
            by_line.setdefault(head, []).append(one)
        else:
            others.append(one)
    values, _ = _columns(content, by_line, findings, origins)
    restore(others, values, findings)
    return values


def _columns(
    content: Content, by_line: Mapping[str, Sequence[Kept]], findings: Findings, origins: Origins
) -> tuple[Record, Origins]:
    values: Record = {}
    cells = origins.of(values)
    for column in general_rows(content.kind):
        text, at = content.general.get(column.title, ("", At("")))
        put(values, column, text, at, findings, origins)
    values["kind"] = content.kind
    _join_archive(values, origins)
    rows = content.rows
    readers: dict[str, Callable[[Sequence[Row], Findings, Origins], list[Record]]] = {
        BASES.name: tables.read_bases,
        TARGETS.name: tables.read_targets,
        TASKS.name: partial(_read_tasks, units=content.units),
        RECIPIENTS.name: tables.read_recipients,
    }
    for name, reader in readers.items():
        if records := reader(rows.get(name, ()), findings, origins):
            values[_LINES_OF[name][0]] = records
    own = next((one.value for one in content.kept if one.path == ("layouts",)), None)
    body = BodyReader(by_line, findings, origins, content.layouts.with_own(own))
    found = body.read(rows.get(BODY.name, ()))
    cells.update(origins.get(found))
    values |= found
    return values, origins


def _read_tasks(rows: Sequence[Row], findings: Findings, origins: Origins, units: Mapping[str, str]) -> list[Record]:
    return tables.read_tasks(rows, units, findings, origins)


def _archive_apart(values: Record) -> Record:
    """Return the values with the drafting unit, which stands last of those that keep the document, as a field."""
    if "archive" not in values:
        return values
    holders = values["archive"].get("holders", _HOLDERS)
    apart = {"holders": holders[:-1], "unit": holders[-1]} if len(holders) > 1 else {"holders": holders}
    return {**values, "archive": {**values["archive"], **apart}}


def _join_archive(values: Record, origins: Origins) -> None:
    archive = values.get("archive")
    if archive is None:
        return
    holders, unit = archive.get("holders") or _HOLDERS, archive.pop("unit", None)
    if unit and holders[-1] != unit:
        holders = [*holders, unit]
    archive["holders"] = holders
    if holders == _HOLDERS:
        del archive["holders"]
