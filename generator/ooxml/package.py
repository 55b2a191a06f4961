"""A .docx file as its parts: read from bytes, written so that the same parts give the same bytes on any day."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

from generator.errors import TemplateError

MAIN = "word/document.xml"
CONTENT_TYPES = "[Content_Types].xml"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_LARGEST = 200 * 1024 * 1024
_MADE_ON_UNIX = 3


def read_parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of a .docx by name, in the order of the file.

    Raises TemplateError when the bytes are no .docx, or when unpacking would take more than 200 MB.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if sum(entry.file_size for entry in entries) > _LARGEST:
                raise TemplateError("tệp .docx khi giải nén lớn hơn 200 MB", hint="hãy kiểm tra lại tệp")
            parts = {entry.filename: archive.read(entry) for entry in entries}
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError) as failure:
        raise TemplateError("không đọc được tệp .docx", hint="hãy mở tệp bằng Word rồi lưu lại dạng .docx") from failure
    if MAIN not in parts or CONTENT_TYPES not in parts:
        raise TemplateError("tệp không phải văn bản Word (.docx)", hint=f"tệp .docx phải có phần {MAIN}")
    return parts


def write_parts(parts: Mapping[str, bytes]) -> bytes:
    """Return a .docx of the parts: content types first, then as given; times fixed, so that the bytes are too."""
    buffer = BytesIO()
    order = [CONTENT_TYPES, *(name for name in parts if name != CONTENT_TYPES)]
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in order:
            entry = zipfile.ZipInfo(name, date_time=_EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _MADE_ON_UNIX
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, parts[name])
    return buffer.getvalue()
