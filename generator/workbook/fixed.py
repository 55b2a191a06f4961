"""A saved workbook with its times fixed, so that the same content gives the same bytes on any day."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import Final

_CORE: Final = "docProps/core.xml"
_TIME: Final = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")
_MIDNIGHT: Final = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file can tell."""
_ESCAPE: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def same_bytes(data: bytes) -> bytes:
    """Return the workbook with the times of its parts and properties set to one moment."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == _CORE:
                content = _TIME.sub(rb"\g<1>1980-01-01T00:00:00Z\g<2>", content)
            entry = zipfile.ZipInfo(name, _MIDNIGHT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, content)
    return stream.getvalue()


def escaped(text: str) -> str:
    """Return the text with what looks like an escape of the format, ``_x0041_``, made plain text."""
    return _ESCAPE.sub("_x005F_", text)
