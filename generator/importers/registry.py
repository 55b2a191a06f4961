"""The readable kinds of files: one reader for each suffix, everything after it shared.

A further format is one reader in `generator.reading` and one line here. What the bytes are counts, not the suffix.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePath
from types import MappingProxyType
from typing import Final

from generator.diagnostics import Diagnostic, Place, hint
from generator.errors import UsageError
from generator.importers.document import document_of
from generator.importers.imported import Imported
from generator.importers.sheets import plan_of
from generator.reading.by_office import MADE, converted_file
from generator.reading.kinds import NAMES, kind_of
from generator.reading.pdf.reader import read_pdf
from generator.reading.reading import Reading
from generator.reading.sheets.book import Book
from generator.reading.sheets.csv_text import read_csv
from generator.reading.sheets.xlsx import read_xlsx
from generator.reading.text import read_text
from generator.reading.word import read_word_components

READERS: Final = MappingProxyType[str, Callable[[bytes, str], Reading]](
    {
        ".txt": read_text,
        ".pdf": read_pdf,
        ".docx": read_word_components,
    }
)
"""The reader of each kind of document."""

SHEET_READERS: Final = MappingProxyType[str, Callable[[bytes, str], Book]](
    {
        ".xlsx": read_xlsx,
        ".csv": read_csv,
    }
)
"""The reader of each kind of spreadsheet."""

_SUFFIXES: Final = MappingProxyType({".docm": ".docx", ".xlsm": ".xlsx", ".htm": ".html", ".tsv": ".csv"})
"""Other suffixes of a kind."""


def suffixes() -> tuple[str, ...]:
    """Return the suffixes of files that can be read."""
    return (*READERS, *SHEET_READERS, *MADE)


def import_document(data: bytes, filename: str) -> Imported:
    """Return the document that a file holds, with the findings of reading it.

    UsageError for a suffix that cannot be read, DataError for bytes that are no such file or hold no words,
    ConversionError when LibreOffice, which the old formats need, is not there or fails.
    """
    suffix = PurePath(filename).suffix.lower()
    named = _SUFFIXES.get(suffix, suffix)
    if named not in suffixes():
        raise _refusal(suffix, filename)
    kind = kind_of(data, named, filename)
    notes = [_kind_note(suffix, kind, filename)] if kind != named else []
    if kind in MADE:
        data, kind, note = converted_file(data, kind, named, filename)
        notes.append(note)
    imported = _imported(kind, data, filename)
    return replace(imported, diagnostics=(*notes, *imported.diagnostics))


def _imported(kind: str, data: bytes, filename: str) -> Imported:
    if kind in SHEET_READERS:
        return plan_of(SHEET_READERS[kind](data, filename))
    return document_of(READERS[kind](data, filename))


def _kind_note(suffix: str, kind: str, filename: str) -> Diagnostic:
    message = f"tệp mang phần mở rộng {suffix} nhưng nội dung là {NAMES[kind]}; đọc theo nội dung"
    return hint(message, Place(file=filename), code="other-kind")


def _refusal(suffix: str, filename: str) -> UsageError:
    shown = f"«{suffix}»" if suffix else "không có phần mở rộng"
    return UsageError(f"không biết loại tệp {shown}; đọc được: {', '.join(suffixes())}", where=filename)
