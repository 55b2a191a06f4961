"""Old and other office formats, turned by LibreOffice into those that are read here."""

from __future__ import annotations

import re
from pathlib import PurePath
from types import MappingProxyType
from typing import Final

from generator.diagnostics import Diagnostic, Place, hint
from generator.office import convert_bytes

MADE: Final = MappingProxyType(
    {
        ".doc": "docx",
        ".rtf": "docx",
        ".odt": "docx",
        ".html": "docx",
        ".xls": "xlsx",
        ".ods": "xlsx",
    }
)
"""What LibreOffice makes of each kind that it reads for us."""

_FILTERS: Final = MappingProxyType(
    {
        (".doc", "docx"): "MS Word 97",
        (".rtf", "docx"): "Rich Text Format",
        (".odt", "docx"): "writer8",
        (".html", "docx"): "HTML (StarWriter)",
        (".xls", "xlsx"): "MS Excel 97",
        (".ods", "xlsx"): "calc8",
        (".html", "xlsx"): "HTML (StarCalc)",
    }
)
"""How LibreOffice is told to read each kind: left to itself it would read a damaged file as plain text."""
_SECONDS = 60.0
_TABLES = frozenset({".xls", ".xlsx", ".ods"})
_LONGEST_NAME = 60
_TAB = re.compile(rb"(?<=[^\s>])\t+(?=[^\s<])")
_WIDE = b"&nbsp;" * 4
"""What parts two columns of a web page as a tab does in a document: a browser shows a tab as one blank."""


def converted_file(data: bytes, kind: str, named: str, filename: str) -> tuple[bytes, str, Diagnostic]:
    """Return the file as .docx or .xlsx, the suffix of what it is now, and the hint that says so.

    `kind` is what the bytes are, `named` what the file is called: a web page called .xls is a table. ConversionError
    when LibreOffice is not there, cannot read the file, or takes longer than a minute.
    """
    made = "xlsx" if kind == ".html" and named in _TABLES else MADE[kind]
    name = f"{PurePath(filename).stem[:_LONGEST_NAME]}{kind}"
    if kind == ".html" and made == "docx":
        data = _TAB.sub(_WIDE, data)
    note = hint("tệp được LibreOffice chuyển đổi rồi mới đọc", Place(file=filename), code="by-office")
    return convert_bytes(data, name, to=made, timeout=_SECONDS, read_as=_FILTERS[kind, made]), f".{made}", note
