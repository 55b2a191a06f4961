"""The 29 kinds of administrative document and the three kinds of copy, by id, name and code."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from pydantic import ValidationError

from generator.errors import DataError
from generator.nd30.measure import Cited
from generator.spelling import suggestion, unmarked
from generator.yamltext import check_format, parse_yaml, validation_diagnostics

_FILE: Final = "document_types.yaml"
_FORMAT: Final = 1

Addressee: TypeAlias = Literal["required", "to_superior", "never", "own_form", "unregulated"]
"""Whether "Kính gửi" stands in it (PL I/I/II.9b): always, only upwards, never, in words of its own, open."""


class DocumentType(Cited):
    """One of the kinds of Điều 7."""

    id: str
    name: str
    """As the decree writes it: ``Tờ trình``."""
    code: str | None
    """Abbreviation in the symbol, ``TTr``; None for công văn and thư công."""
    form: str | None
    """Number of the sample form of Phụ lục III; None where there is none."""
    other_forms: tuple[str, ...] = ()
    addressee: Addressee

    @property
    def is_titled(self) -> bool:
        """Whether the name of the kind is printed above the subject; a công văn has "V/v" instead."""
        return self.id != "dispatch"


class CopyKind(Cited):
    """One of the kinds of copy of Điều 25."""

    id: str
    name: str
    printed: str
    """The words on the copy; no others are allowed."""
    code: str
    form: str
    other_forms: tuple[str, ...] = ()


class _Kinds(Cited):
    """The file."""

    format: Literal[1]
    types: tuple[DocumentType, ...]
    copies: tuple[CopyKind, ...]


def _load() -> _Kinds:
    located = parse_yaml(files("generator.nd30").joinpath(_FILE).read_bytes(), _FILE)
    check_format(located.data, _FORMAT, _FILE, located)
    try:
        return _Kinds.model_validate(located.data)
    except ValidationError as fault:
        faults = validation_diagnostics(fault, located, _FILE, _Kinds)
        raise DataError("danh mục tên loại không hợp lệ", diagnostics=faults, where=_FILE) from fault


_KINDS: Final = _load()

DOCUMENT_TYPES: Final[Mapping[str, DocumentType]] = MappingProxyType({one.id: one for one in _KINDS.types})
"""The 29 kinds by id, in the order of Điều 7."""
COPY_KINDS: Final[Mapping[str, CopyKind]] = MappingProxyType({one.id: one for one in _KINDS.copies})
"""The three kinds of copy by id."""

_BY_NAME: Final = {unmarked(one.name): one for one in _KINDS.types}
_BY_CODE: Final = {one.code: one for one in _KINDS.types if one.code is not None}
_COPY_BY_CODE: Final = {one.code: one for one in _KINDS.copies}


def document_type(id: str) -> DocumentType:
    """Return a kind by its id; raises DataError with the nearest id (by id or name) for another word."""
    if id in DOCUMENT_TYPES:
        return DOCUMENT_TYPES[id]
    names = {one.name: one.id for one in _KINDS.types}
    hint = suggestion(id, DOCUMENT_TYPES, names) or "xem 29 tên loại ở Điều 7"
    raise DataError(f"không có loại văn bản «{id}»", hint=hint)


def type_by_name(name: str) -> DocumentType | None:
    """Return the kind with a Vietnamese name in any case and any spelling of the marks; None for another word."""
    return _BY_NAME.get(unmarked(name))


def type_by_code(code: str) -> DocumentType | None:
    """Return the kind with exactly this code (``TTr``, not ``TTR``); None for another, so for a công văn."""
    return _BY_CODE.get(code)


def copy_by_code(code: str) -> CopyKind | None:
    """Return the kind of copy with this code: SY, SL, TrS; None for another."""
    return _COPY_BY_CODE.get(code)
