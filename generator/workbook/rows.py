"""Rows of a table as texts by column, and the plain values of one record in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.workbook.cell_forms import LONGEST, NotReadError
from generator.workbook.forms import Column
from generator.workbook.places import At, Findings, Origins


@dataclass(frozen=True)
class Row:
    """A row: the words of its cells by the title of their column, and where each column stands."""

    texts: Mapping[str, str]
    sheet: str = ""
    number: int = 0
    columns: Mapping[str, int] = field(default_factory=dict)

    def at(self, title: str | None = None) -> At:
        """Return the place of a cell, or of the row where the sheet has no such column."""
        return At(self.sheet, self.number, self.columns.get(title or "", 0))

    def __getitem__(self, title: str) -> str:
        """The words of a cell; empty for an empty one."""
        return self.texts.get(title, "")


def written_texts(record: Mapping[str, Any], columns: Iterable[Column]) -> dict[str, str]:
    """Return the words of a record by column, empty ones left out."""
    found = {}
    for column in columns:
        value = _value_at(record, column.path) if column.path else None
        if value is not None and (text := column.form.write(value)):
            found[column.title] = text[:LONGEST]
    return found


def _value_at(record: Mapping[str, Any], path: Sequence[str]) -> Any:
    value: Any = record
    for step in path:
        value = value.get(step) if isinstance(value, Mapping) else None
    return value


def read_record(row: Row, columns: Iterable[Column], findings: Findings, origins: Origins) -> dict[str, Any]:
    """Return the values of a row as a record; each cell that cannot be read is a fault, its field is left out."""
    record: dict[str, Any] = {}
    for column in columns:
        if column.path:
            put(record, column, row[column.title], row.at(column.title), findings, origins)
    origins.of(record)[""] = row.at(next(iter(columns)).title)
    return record


def put(record: dict[str, Any], column: Column, text: str, at: At, findings: Findings, origins: Origins) -> None:
    """Read one cell into its place of a record; of an empty one only the place is remembered."""
    owner = record
    for step in column.path[:-1]:
        if text:
            owner = owner.setdefault(step, {})
            origins.of(owner).setdefault("", at)
        elif step in owner:
            owner = owner[step]
        else:
            return
    origins.of(owner)[column.path[-1]] = at
    if text and (value := read_cell(column, text, at, findings)) is not None:
        owner[column.path[-1]] = value


def read_cell(column: Column, text: str, at: At, findings: Findings) -> Any:
    """Return the value of a cell with words; None, with a fault, for one that cannot be read."""
    try:
        return column.form.read(text)
    except NotReadError as fault:
        message = f"{column.title}: {fault.message}"
        findings.error(at, message, found=f"«{shown(text)}»", expected=fault.expected, hint=fault.hint)
        return None


def shown(text: str, longest: int = 60) -> str:
    """Return the words on one line, cut where they are long."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"
