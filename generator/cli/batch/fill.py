"""One document for each unit: ``[[Tên cột]]`` in its data stands for the words of a row."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from generator.batch.job import Product, file_digest
from generator.cli.batch.cells import PLACE, column_key, is_column, places_in
from generator.cli.batch.literal import guarded, is_literal, unguarded
from generator.cli.batch.product import RenderSettings, product
from generator.diagnostics import Diagnostic, Place, error
from generator.errors import DataError
from generator.files import read_bytes
from generator.model.document import Document
from generator.model.store import document_of
from generator.spelling import suggestion
from generator.yamltext import Located, dotted, parse_yaml

_Way = tuple[str | int, ...]
_DROPPED = object()


@dataclass(frozen=True)
class FilledDocument:
    """Makes the document of one row."""

    document: Path
    label: str
    values: tuple[tuple[str, str], ...]
    settings: RenderSettings
    faults: tuple[Diagnostic, ...] = ()
    """What is wrong with cells that are to be printed."""

    def __call__(self) -> Product:
        """Return the Word file; DataError with the cells or places that cannot be printed or are not valid then."""
        if self.faults:
            raise DataError(f"hàng này có {len(self.faults)} ô sai", where=self.label, diagnostics=self.faults)
        located, digest = _read(self.document)
        values = dict(self.values)
        made = self._filled(located, values)
        if not is_literal(values):
            made = unguarded(self._filled(located, guarded(values)))
        return product(made, self.document, self.settings, digest)

    def _filled(self, located: Located, values: Mapping[str, str]) -> Document:
        data = filled_data(located, values, str(self.document), self.label)
        return document_of(Located(data, located.spots), str(self.document))


@lru_cache(2)
def _read(path: Path) -> tuple[Located, str | None]:
    digest = file_digest(path)
    return parse_yaml(read_bytes(path), str(path)), digest


def require_columns(located: Located, columns: Sequence[str], filename: str, table: str) -> set[str]:
    """Return the keys of the columns that the data take words of.

    Raises DataError when the data hold places that are no column of the table, or no places at all.
    """
    used = list(_places(located.data, ()))
    faults = [
        error(
            no_column(table),
            Place(file=filename, line=located.line(way), field=dotted(way)),
            found=f"«[[{name}]]»",
            hint=known_columns(name, columns),
        )
        for way, name in used
        if not is_one_of(name, columns)
    ]
    if not used:
        told = "văn bản không có chỗ điền nào, mọi đơn vị sẽ nhận văn bản như nhau"
        faults = [error(told, Place(file=filename), hint=f"viết [[{columns[0]}]] ở chỗ cần điền cột «{columns[0]}»")]
    if faults:
        raise DataError(f"chỗ điền có {len(faults)} lỗi", where=filename, diagnostics=faults)
    return {column_key(name) for _, name in used}


def is_one_of(name: str, columns: Collection[str]) -> bool:
    """Tell whether a place names one of the columns."""
    return column_key(name) in map(column_key, columns)


def no_column(table: str) -> str:
    """Return what is the matter with a place that names no column."""
    return f"bảng «{table}» không có cột này"


def known_columns(name: str, columns: Sequence[str]) -> str:
    """Return what to do with a place that names no column."""
    return suggestion(name, columns) or f"các cột: {', '.join(columns)}"


def filled_text(text: str, values: Mapping[str, str]) -> tuple[str, list[str]]:
    """Return a text with the words in its places, and the columns that have none."""
    known = {column_key(column): words for column, words in values.items()}
    empty: list[str] = []

    def words(match: re.Match[str]) -> str:
        if not is_column(match[1]):
            return match[0]
        found = known.get(column_key(match[1]), "")
        if not found:
            empty.append(match[1])
        return found

    return PLACE.sub(words, text), empty


def filled_data(located: Located, values: Mapping[str, str], filename: str, label: str) -> dict[str, Any]:
    """Return the data with the words of a row in their places.

    A value that is nothing but a place is left out where the cell is empty, and so is an entry of which nothing else
    would be left; a place inside a text is a fault then, since a hole in a sentence is seen by nobody. Raises DataError
    that names each.
    """
    filling = _Filling(located, values, filename, label)
    filled: dict[str, Any] = filling.value(located.data, ())
    if filling.faults:
        raise DataError(f"hàng này thiếu {len(filling.faults)} ô", where=label, diagnostics=filling.faults)
    return filled


class _Filling:
    def __init__(self, located: Located, values: Mapping[str, str], filename: str, label: str) -> None:
        self._located, self._values, self._filename, self._label = located, values, filename, label
        self.faults: list[Any] = []

    def value(self, value: Any, way: _Way) -> Any:
        if isinstance(value, dict):
            made = {key: self.value(one, (*way, key)) for key, one in value.items()}
            kept = {key: one for key, one in made.items() if one is not _DROPPED}
            return kept if kept or not made or not way else _DROPPED
        if isinstance(value, list):
            entries = [self.value(one, (*way, place)) for place, one in enumerate(value)]
            return [one for one in entries if one is not _DROPPED]
        return self._text(value, way) if isinstance(value, str) and "[[" in value else value

    def _text(self, text: str, way: _Way) -> Any:
        filled, empty = filled_text(text, self._values)
        if not empty:
            return filled
        if PLACE.fullmatch(text.strip()):
            return _DROPPED
        place = Place(file=self._filename, line=self._located.line(way), field=dotted(way))
        told = f"{self._label}: ô «{empty[0]}» trống mà câu này cần"
        self.faults.append(error(told, place, hint="điền ô ấy trong bảng"))
        return filled


def _places(value: Any, way: _Way) -> Iterator[tuple[_Way, str]]:
    if isinstance(value, dict):
        for key, one in value.items():
            yield from _places(one, (*way, key))
    elif isinstance(value, list):
        for place, one in enumerate(value):
            yield from _places(one, (*way, place))
    elif isinstance(value, str):
        yield from ((way, name) for name in places_in(value))
