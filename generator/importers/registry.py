"""The readable kinds of files: one reader for each suffix, everything after it shared.

A further format is one reader in `generator.reading` and one line here.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath
from types import MappingProxyType
from typing import Final

from generator.errors import UsageError
from generator.importers.document import document_of
from generator.importers.imported import Imported
from generator.reading.pdf.reader import read_pdf
from generator.reading.reading import Reading
from generator.reading.text import read_text

READERS: Final = MappingProxyType[str, Callable[[bytes, str], Reading]](
    {
        ".txt": read_text,
        ".pdf": read_pdf,
    }
)
"""The reader of each supported suffix."""

_NOT_YET: Final = MappingProxyType(
    {
        ".docx": "tệp Word",
        ".doc": "tệp Word đời cũ",
        ".rtf": "tệp RTF",
        ".odt": "tệp LibreOffice",
        ".pdf": "tệp PDF",
        ".xlsx": "tệp Excel",
        ".xls": "tệp Excel đời cũ",
        ".csv": "tệp CSV",
    }
)


def import_document(data: bytes, filename: str) -> Imported:
    """Return the document that a file holds, with the findings of reading it.

    UsageError for a suffix that cannot be read, DataError for bytes that are no such file or hold no words.
    """
    suffix = PurePath(filename).suffix.lower()
    reader = READERS.get(suffix)
    if reader is None:
        raise _refusal(suffix, filename)
    return document_of(reader(data, filename))


def _refusal(suffix: str, filename: str) -> UsageError:
    supported = ", ".join(READERS)
    if name := _NOT_YET.get(suffix):
        return UsageError(
            f"chưa đọc được {name} ({suffix}) trong phiên bản này; đọc được: {supported}",
            hint="hãy mở tệp và lưu phần chữ thành .txt (mã hóa UTF-8)",
            where=filename,
        )
    shown = f"«{suffix}»" if suffix else "không có phần mở rộng"
    return UsageError(f"không biết loại tệp {shown}; đọc được: {supported}", where=filename)
