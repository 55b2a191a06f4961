"""A Word file of ours, read back: the data that it carries and what it tells about itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.diagnostics import Diagnostic, Place, hint, warning
from generator.errors import DataError, TemplateError
from generator.files import content_name, read_bytes
from generator.model.document import Document
from generator.model.references import Sourced
from generator.ooxml.package import read_parts
from generator.reading.kinds import kind_of
from generator.render.provenance import Provenance, embedded_source, read_provenance

SUFFIX: Final = ".docx"
_DATA_NAME: Final = "du_lieu.json"
"""Its suffix tells the store how to read it."""


@dataclass(frozen=True)
class OwnWord:
    """What is in a Word file of ours; no document where the data were left out or removed."""

    document: Document | None
    provenance: Provenance
    diagnostics: tuple[Diagnostic, ...]


def read_own_word(path: Path) -> OwnWord | None:
    """Return what a Word file of ours holds; None for any other file.

    Raises DataError when the file is no .docx or the data in it are no document.
    """
    provenance = provenance_of(path)
    if provenance is None:
        return None
    document = None if provenance.embedded is None else embedded_document(provenance, str(path))
    return OwnWord(document, provenance, tuple(_findings(provenance, Place(file=str(path)))))


def provenance_of(path: Path) -> Provenance | None:
    """Return what a Word file of ours tells about itself; None for any other file, DataError for a broken one.

    A file of another kind is none, whatever its suffix says.
    """
    if not content_name(path).lower().endswith(SUFFIX):
        return None
    data = read_bytes(path)
    if kind_of(data, SUFFIX, str(path)) != SUFFIX:
        return None
    try:
        return read_provenance(read_parts(data))
    except TemplateError as failure:
        raise DataError(failure.message, hint=failure.hint, where=str(path)) from failure


def embedded_document(provenance: Provenance, where: str) -> Document:
    """Return the document that a file carries, as it is stored; DataError when its data are no document."""
    return embedded_sources(provenance, where).document


def embedded_sources(provenance: Provenance, where: str) -> Sourced:
    """Return the document that a file carries, with what goes along of those that it refers to.

    DataError when its data are no document.
    """
    try:
        return embedded_source(provenance, _DATA_NAME)
    except DataError as failure:
        raise DataError(
            "dữ liệu nằm trong tệp không đọc được", diagnostics=failure.diagnostics, hint=failure.hint, where=where
        ) from failure


def _findings(provenance: Provenance, place: Place) -> Iterator[Diagnostic]:
    if provenance.embedded is None:
        yield hint("tệp không mang theo dữ liệu: được ghi bằng --no-data, hoặc dữ liệu đã bị xóa", place)
    if provenance.is_altered:
        yield warning("dữ liệu nằm trong tệp không còn đúng như lúc tạo (khác mã băm)", place)
    if provenance.edited:
        shown = "dữ liệu cho xem đã gồm chỗ sửa, nêu từng chỗ ở dưới" if provenance.is_trusted else None
        yield warning("chữ trong tệp đã được sửa sau khi tạo", place, hint=shown)
