"""What kind of file the bytes are, whatever the suffix says."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import Final

from generator.errors import DataError

OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The first bytes of Word and Excel files of 1997 to 2003, and of newer ones with a password."""

NAMES: Final = {
    ".docx": "Word", ".doc": "Word đời cũ", ".rtf": "RTF", ".odt": "LibreOffice Writer", ".pdf": "PDF",
    ".xlsx": "Excel", ".xls": "Excel đời cũ", ".ods": "LibreOffice Calc", ".html": "trang web (HTML)",
    ".csv": "CSV", ".txt": "văn bản thuần",
}  # fmt: skip
"""The kinds as a message names them, by their suffix."""

_TEXTS = frozenset({".txt", ".csv", ".tsv"})
_MACROS = {".docm": ".docx", ".dotx": ".docx", ".xlsm": ".xlsx", ".xltx": ".xlsx"}
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|table)\b",
    re.IGNORECASE | re.DOTALL,
)
_MIMETYPES = {
    b"application/vnd.oasis.opendocument.text": ".odt",
    b"application/vnd.oasis.opendocument.spreadsheet": ".ods",
}
_BY_OFFICE = frozenset({".doc", ".rtf", ".odt", ".xls", ".ods"})
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SEARCHED = 2048
_MOST_ENTRIES = 20_000


def kind_of(data: bytes, suffix: str, filename: str) -> str:
    """Return the suffix of the kind that the bytes are; the given one (in small letters) where they tell nothing else.

    DataError for a file with a password, which shows nothing of its content.
    """
    named = _MACROS.get(suffix, suffix)
    if data.startswith(b"%PDF"):
        return ".pdf"
    if data.startswith(OLD_OFFICE):
        return _old_kind(data, named, filename)
    if data.startswith(b"PK\x03\x04"):
        return _zipped_kind(data) or named
    if data[:_SEARCHED].lstrip().startswith(b"{\\rtf"):
        return ".rtf"
    if named not in _TEXTS and _HTML.match(data[:_SEARCHED].removeprefix(b"\xef\xbb\xbf")):
        return ".html"
    return _text_kind(data, named, filename) if named in _BY_OFFICE else named


def _text_kind(data: bytes, named: str, filename: str) -> str:
    """Return text or table for what is called an office file and is none; DataError when it is no text either."""
    if not data.strip() or _BINARY.search(data[:_SEARCHED]):
        raise DataError(f"nội dung không phải tệp {NAMES[named]}", where=filename, hint="hãy kiểm tra lại tệp")
    return ".csv" if named in (".xls", ".ods") else ".txt"


def _old_kind(data: bytes, named: str, filename: str) -> str:
    """Return Word or Excel by the names of the streams, which stand in the file in UTF-16."""

    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage") or holds("EncryptionInfo"):
        advice = "hãy mở tệp bằng Word hoặc Excel, bỏ mật khẩu rồi lưu lại"
        raise DataError("tệp có mật khẩu, không đọc được", where=filename, hint=advice)
    if holds("WordDocument"):
        return ".doc"
    if holds("Workbook") or holds("Book"):
        return ".xls"
    return named if named in (".doc", ".xls") else ".doc"


def _zipped_kind(data: bytes) -> str | None:
    """Return what a zip file is by its parts; None when they tell nothing, or the file is damaged."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = {entry.filename.lower() for entry in archive.infolist()[:_MOST_ENTRIES]}
            mimetype = archive.open("mimetype").read(_SEARCHED).strip() if "mimetype" in names else b""
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError, ValueError):
        return None
    if mimetype in _MIMETYPES:
        return _MIMETYPES[mimetype]
    folders = {name.partition("/")[0] for name in names}
    return next((suffix for folder, suffix in (("word", ".docx"), ("xl", ".xlsx")) if folder in folders), None)
