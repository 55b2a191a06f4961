"""A workbook as a document, or all its faults at once, each with its cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pydantic import ValidationError

from generator.diagnostics import Diagnostic, Severity
from generator.errors import DataError
from generator.model.document import FORMAT, Document
from generator.model.store import model_of
from generator.model.upgrade import upgrade
from generator.nd30.document_types import DOCUMENT_TYPES
from generator.reading.sheets.xlsx import TypedSheet, read_typed, sheet_names
from generator.vietnamese.unicode import nfc
from generator.workbook.cell_forms import KIND, NotReadError
from generator.workbook.content import Content, values_of
from generator.workbook.doubts import doubt
from generator.workbook.exchanged import refuse_exchanged
from generator.workbook.field_cells import FieldCells
from generator.workbook.forms import GENERAL, LISTS, REST, general_rows, other_titles, tables_of
from generator.workbook.layout_names import LayoutNames
from generator.workbook.old_letters import refuse_old_letters
from generator.workbook.places import At, CellIndex, Findings, Origins
from generator.workbook.rest import kept_of
from generator.workbook.rows import Row, shown
from generator.workbook.sheets import (
    NAMES,
    checked,
    general_of,
    kept_rows,
    named_sheets,
    own_sheets,
    table_of,
    unit_names,
)  # fmt: skip
from generator.workbook.typed import meant_words, without_typed_marks
from generator.workbook.unreal import refuse_unreal
from generator.yamltext import validation_diagnostics

SUFFIXES = (".xlsx", ".xlsm")
_KIND_TITLE = "Loại văn bản"


def is_workbook(data: bytes, filename: str) -> bool:
    """Tell whether the bytes are the clerk's form, by the names of its sheets; False for any other file."""
    if not filename.lower().endswith(SUFFIXES):
        return False
    try:
        return own_sheets(sheet_names(data, filename))
    except DataError:
        return False


@dataclass(frozen=True)
class ReadWorkbook:
    """What was read of a workbook."""

    document: Document
    found: tuple[Diagnostic, ...]
    """What a person should look at."""
    cells: FieldCells
    """Where each field of the document stands."""


def load_workbook(
    data: bytes, filename: str, layouts: Mapping[str, str] | None = None
) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Return the document of a workbook, and what a person should look at; as `read_workbook`."""
    read = read_workbook(data, filename, layouts)
    return read.document, read.found


def read_workbook(data: bytes, filename: str, layouts: Mapping[str, str] | None = None) -> ReadWorkbook:
    """Return the document of a workbook with the cells that it was read from.

    ``layouts`` are the names of the table layouts by id, by which a cell may name them; without, ids alone may stand
    there. Raises DataError with one diagnostic for each fault, its place the cell: ``Nhiệm vụ!F17``.
    """
    findings = Findings()
    sheets = checked(named_sheets(read_typed(data, filename), findings), findings)
    read = _document(sheets, LayoutNames(layouts or {}), findings)
    ordered = findings.ordered([*NAMES])
    if read is None or findings.has_errors:
        found = [one for _, one in ordered]
        raise DataError(f"biểu có {_counted(found)}", where=filename, diagnostics=found)
    told = tuple(replace(one, place=replace(one.place, file=filename)) for _, one in ordered)
    return ReadWorkbook(read[0], told, read[1])


def _counted(found: Sequence[Diagnostic]) -> str:
    """Return how many faults, warnings and hints there are: ``2 lỗi, 1 gợi ý``."""
    counts = Counter(one.severity for one in found)
    return ", ".join(f"{counts[severity]} {severity.label}" for severity in Severity if counts[severity])


def _document(
    sheets: dict[str, TypedSheet], layouts: LayoutNames, findings: Findings
) -> tuple[Document, FieldCells] | None:
    kind = _kind(sheets, findings)
    if kind is None:
        return None
    content = replace(_content(kind, sheets, findings), layouts=layouts)
    refuse_old_letters(content, findings)
    content = without_typed_marks(content, findings)
    refuse_exchanged(content, findings)
    refuse_unreal(content, meant_words(content), findings)
    origins = Origins()
    values = values_of(content, findings, origins)
    version = values.get("format", FORMAT)
    index = CellIndex(values, origins)
    try:
        document = model_of(kind).model_validate(upgrade(values, version) if isinstance(version, int) else values)
    except ValidationError as failure:
        _tell(failure, index, kind, findings)
        return None
    doubt(content, document, findings)
    return document, FieldCells(kind, {title: at for title, (_, at) in content.general.items()}, index)


def _kind(sheets: dict[str, TypedSheet], findings: Findings) -> str | None:
    """Return the kind of document; None, with a fault, when the general sheet does not tell it."""
    if GENERAL not in sheets:
        findings.error(At(GENERAL), "thiếu trang này", hint="lấy trang này từ biểu do «vanban new» tạo")
        return None
    sheet = sheets[GENERAL]
    told = dict(general_of(sheet, [_KIND_TITLE], Findings()))
    text, at = told.get(_KIND_TITLE, ("", At(sheet.name)))
    try:
        kind: str = KIND.read(text)
    except NotReadError as fault:
        found = f"«{shown(text)}»" if text else "để trống"
        findings.error(at, "không rõ loại văn bản", found=found, expected=fault.expected, hint=fault.hint)
        return None
    name = DOCUMENT_TYPES[kind].name
    if text != kind and nfc(text).casefold() != name.casefold():
        findings.warning(at, f"loại văn bản được hiểu là «{name}»", found=f"«{shown(text)}»", hint=f"ghi đúng «{name}»")
    return kind


def _content(kind: str, sheets: dict[str, TypedSheet], findings: Findings) -> Content:
    titles = [column.title for column in general_rows(kind)]
    general = dict(general_of(sheets[GENERAL], titles, findings, other_titles(kind)))
    needed = tables_of(kind)
    rows: dict[str, tuple[Row, ...]] = {}
    for table in needed:
        if table.name not in sheets:
            findings.error(
                At(table.name),
                "thiếu trang này",
                hint="thêm lại trang có đúng tên và tiêu đề cột, để trống nếu không dùng",
            )
            continue
        optional = frozenset(column.title for column in table.columns if column.optional)
        if found := table_of(sheets[table.name], [column.title for column in table.columns], findings, optional):
            rows[table.name] = found.rows
    kept = kept_of(kept_rows(sheets[REST]), findings) if REST in sheets else []
    units = unit_names(sheets[LISTS]) if LISTS in sheets else {}
    return Content(kind, general, rows, kept, units)


def _tell(failure: ValidationError, index: CellIndex, kind: str, findings: Findings) -> None:
    """Add what the model refuses, by cell; nothing more of a cell that has a fault already, or of a missing column."""
    told = {at for at, one in findings.found if one.severity is Severity.ERROR}
    for one in validation_diagnostics(failure, index.located, "", model_of(kind)):
        at = index.at(one.place.line) or At(GENERAL)
        if at not in told and (at.column or not at.row):
            more: dict[str, Any] = {"found": one.found, "expected": one.expected, "hint": one.hint, "code": one.code}
            findings.error(at, one.message, **more)
