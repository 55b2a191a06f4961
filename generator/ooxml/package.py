"""A .docx file as its parts: read from bytes, written so that the same parts give the same bytes on any day."""

from __future__ import annotations

import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from io import BytesIO

from lxml import etree

from generator.errors import TemplateError
from generator.ooxml.archive import archive_of, packed

MAIN = "word/document.xml"
CONTENT_TYPES = "[Content_Types].xml"
_TEMPLATE_TYPE = b"wordprocessingml.template.main+xml"
_DOCUMENT_TYPE = b"wordprocessingml.document.main+xml"
_COUNTS = "docProps/app.xml"
_COUNTED = re.compile(
    rb"<(Pages|Words|Characters|CharactersWithSpaces|Lines|Paragraphs|TotalTime|Template|HeadingPairs|TitlesOfParts)\b"
    rb"(?:[^<>]*/>|.*?</\1>)",
    re.DOTALL,
)
"""What Word counted in the template, and the name of its file."""
SAVE_AGAIN = "hãy mở tệp bằng Word rồi lưu lại"
_LARGEST = 200 * 1024 * 1024
_DAMAGES = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, OSError, RuntimeError, ValueError, EOFError
)  # fmt: skip
"""What a damaged zip file raises."""


def read_parts(data: bytes, *, main: str | None = MAIN) -> dict[str, bytes]:
    """Return the parts of a .docx by name, in the order of the file.

    ``main`` is the part that it must have; None where the package itself names it, as some programs' files do.
    Raises TemplateError when the bytes are no .docx, or when unpacking would take more than 200 MB.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if sum(entry.file_size for entry in entries) > _LARGEST:
                raise TemplateError("tệp .docx khi giải nén lớn hơn 200 MB", hint="hãy kiểm tra lại tệp")
            parts = {entry.filename: archive.read(entry) for entry in entries}
    except _DAMAGES as failure:
        raise TemplateError("không đọc được tệp .docx", hint="hãy mở tệp bằng Word rồi lưu lại dạng .docx") from failure
    if CONTENT_TYPES not in parts or (main is not None and main not in parts):
        raise TemplateError("tệp không phải văn bản Word (.docx)", hint=f"tệp .docx phải có phần {MAIN}")
    return parts


def entry_names(data: bytes) -> list[str]:
    """Return the names of all entries of a zip file in order, folders left out; doubled ones come twice."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return [entry.filename for entry in archive.infolist() if not entry.is_dir()]


def as_document(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts of a .docx or .dotx as those of a new .docx, of which Word has counted nothing yet."""
    types = parts[CONTENT_TYPES].replace(_TEMPLATE_TYPE, _DOCUMENT_TYPE)
    counts = {_COUNTS: _COUNTED.sub(b"", parts[_COUNTS])} if _COUNTS in parts else {}
    return {**parts, CONTENT_TYPES: types, **counts}


def write_parts(parts: Mapping[str, bytes]) -> bytes:
    """Return a .docx of the parts: content types first, then as given; times fixed, so that the bytes are too."""
    return archive_of(packed(name, parts[name]) for name in part_order(parts))


def part_order(names: Iterable[str]) -> list[str]:
    """Return the names of parts in the order of the file: content types first, then as given."""
    return sorted(names, key=lambda name: name != CONTENT_TYPES)


def parse_part(data: bytes, name: str, *, unlimited: bool = False) -> etree._Element:
    """Return the root of a part, without comments, entities left alone.

    ``unlimited`` lets texts be longer than 10 MB and elements stand deeper than 256 levels. Raises TemplateError when
    the part is no XML.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=unlimited, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as failure:
        raise TemplateError(f"phần {name} bị hỏng", hint=SAVE_AGAIN) from failure
