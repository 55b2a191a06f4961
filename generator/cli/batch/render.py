"""``do: render`` of a batch: Word files from many data files, or from one document filled for each unit."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Self

from pydantic import Field, model_validator

from generator.batch.job import Job, Product, Refused, file_digest
from generator.batch.names import safe_name
from generator.cli.batch.cells import column_key, places_in
from generator.cli.batch.fill import (
    FilledDocument,
    filled_text,
    is_one_of,
    known_columns,
    no_column,
    require_columns,
)
from generator.cli.batch.order import Lines, OrderFile
from generator.cli.batch.product import RenderSettings, product
from generator.cli.batch.tables import UnitRow, directory_rows, is_directory, table_rows
from generator.cli.batch.word import WordOrder, render_settings
from generator.cli.files.inputs import load
from generator.files import read_bytes
from generator.model.base import Line
from generator.model.store import SUFFIXES, is_stored
from generator.yamltext import parse_yaml

_DATA = (*SUFFIXES, ".xlsx")
_WORD = ".docx"


class RenderOrder(WordOrder):
    """What is rendered, and how."""

    do: Literal["render"] = Field(title="Việc làm")
    data: Lines = Field((), title="Các tệp dữ liệu", description="Files, patterns (du_lieu/*.yaml) or folders")
    document: Line | None = Field(
        None, title="Văn bản điền sẵn", description="Data with [[Tên cột]], one for each unit"
    )
    units: Line | None = Field(
        None, title="Bảng đơn vị", description="Table (.csv, .xlsx) or directory of units (.yaml)"
    )
    sheet: Line | None = Field(None, title="Trang tính", description="Sheet of the table; else the first")
    members: Line | None = Field(None, title="Nhóm đơn vị", description="Class of the directory; else all its units")
    on: datetime.date | None = Field(None, title="Ngày", description="Day on which units of the directory exist")
    name: Line | None = Field(None, title="Tên tệp", description="giay_moi_[[Mã]]")

    @model_validator(mode="after")
    def _one_source(self) -> Self:
        if bool(self.data) == bool(self.document):
            raise ValueError("cần đúng một trong hai: data (các tệp dữ liệu) hoặc document (văn bản điền sẵn)")
        if bool(self.document) != bool(self.units):
            raise ValueError("document (văn bản điền sẵn) và units (bảng đơn vị) phải đi cùng nhau")
        return self


@dataclass(frozen=True)
class RenderedFile:
    """Makes the document of one data file."""

    source: Path
    settings: RenderSettings

    def __call__(self) -> Product:
        """Return the Word file; GeneratorError as ``vanban render`` has it."""
        digest = file_digest(self.source)
        document, _ = load(self.source)
        return product(document, self.source, self.settings, digest)


def render_jobs(order: RenderOrder, file: OrderFile, output: Path) -> list[Job]:
    """Return a job for each document; DataError when the order names what is not there."""
    settings = render_settings(order, file)
    _refuse_without_effect(order, file)
    if order.document is None:
        return [_of_file(path, file, settings, output) for path in file.files("data", order.data, _DATA)]
    return _of_units(order, file, settings)


def _refuse_without_effect(order: RenderOrder, file: OrderFile) -> None:
    """Raise DataError for the first field that does nothing beside the others: who wrote it expects that it does."""
    for field, told in _without_effect(order).items():
        if (value := getattr(order, field)) is not None:
            raise file.fault(told, field, str(value), "bỏ dòng này" if order.data else "bỏ dòng này hoặc đổi units")


def _without_effect(order: RenderOrder) -> dict[str, str]:
    """Return the fields that do nothing, each with what they are for."""
    if order.units is None:
        return dict.fromkeys(("sheet", "members", "on", "name"), "chỉ có tác dụng khi đi cùng document và units")
    of_book = {"sheet": "chỉ có tác dụng với bảng Excel"}
    if is_directory(Path(order.units)):
        return of_book
    of_directory = dict.fromkeys(("members", "on"), "chỉ có tác dụng với danh mục đơn vị (.yaml)")
    return {**of_directory, **(of_book if order.units.lower().endswith(".csv") else {})}


def _of_file(path: Path, file: OrderFile, settings: RenderSettings, output: Path) -> Job:
    label = file.label(path)
    target = f"{safe_name(path.stem)}{_WORD}"
    if path.resolve() == (output / target).resolve():
        return Job(label, Refused("kết quả sẽ ghi đè lên tệp nguồn", "chọn thư mục -o khác"), settings.digest())
    return Job(label, RenderedFile(path, settings), settings.digest(), (target,))


def _of_units(order: RenderOrder, file: OrderFile, settings: RenderSettings) -> list[Job]:
    document = file.file("document", order.document)
    table = file.file("units", order.units)
    assert document is not None and table is not None
    if not is_stored(document.name):
        hint = f"chuyển trước: vanban convert {document.name} {document.stem}.yaml"
        raise file.fault("văn bản điền sẵn phải là .yaml hoặc .json", "document", order.document, hint)
    rows = _rows(order, file, table)
    located = parse_yaml(read_bytes(document), str(document))
    columns = [column for column, _ in rows[0].values]
    used = require_columns(located, columns, str(document), table.name)
    pattern = order.name or f"{document.stem}_[[{columns[0]}]]"
    _hold_name(pattern, columns, file, table)
    return [_of_row(row, document, pattern, used, settings) for row in rows]


def _hold_name(pattern: str, columns: Sequence[str], file: OrderFile, table: Path) -> None:
    """Raise DataError when the names of files are to be made of a column that is not there."""
    for name in places_in(pattern):
        if not is_one_of(name, columns):
            raise file.fault(no_column(table.name), "name", f"[[{name}]]", known_columns(name, columns))


def _rows(order: RenderOrder, file: OrderFile, table: Path) -> list[UnitRow]:
    if not is_directory(table):
        return table_rows(table, order.sheet)
    if order.on is None:
        raise file.fault(
            "cần ngày để biết danh mục có những đơn vị nào", "units", order.units, "thêm dòng on: 2027-01-05"
        )
    return directory_rows(table, order.on, order.members)


def _of_row(row: UnitRow, document: Path, pattern: str, used: set[str], settings: RenderSettings) -> Job:
    text, empty = filled_text(pattern, dict(row.values))
    naming = {column_key(name) for name in places_in(pattern)}
    faults = row.faults_in(used | naming)
    digest = settings.digest(*(words for pair in row.values for words in pair), *map(str, faults))
    run = FilledDocument(document, row.label, row.values, settings, faults)
    name = safe_name(text)
    if faults:
        named = name and not empty and not row.faults_in(naming)
        return Job(row.label, run, digest, (f"{name}{_WORD}",) if named else ())
    if empty or not name:
        told = f"không đặt được tên tệp: ô «{empty[0]}» trống" if empty else f"không đặt được tên tệp từ «{text}»"
        return Job(row.label, Refused(told, "điền ô ấy hoặc đổi «name» trong tệp việc"), digest)
    return Job(row.label, run, digest, (f"{name}{_WORD}",))
