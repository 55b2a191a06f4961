"""A progress workbook that was saved in a form that is not read: .xls, .ods, .csv."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import PurePath
from typing import Final

from generator.workbook.progress import layout

SUFFIXES: Final = (".xls", ".ods", ".csv")
ADVICE: Final = "mở tệp bằng Excel hoặc LibreOffice, lưu lại thành .xlsx rồi dùng tệp ấy"
_OTHERS: Final = re.compile(rb"[^ A-Z]+")
_SHEETS: Final = (layout.TASKS, layout.TEXTS)
_TITLES: Final = (layout.TITLE, layout.TASKS_TITLE, layout.TEXTS_TITLE)


def is_progress_in_other_form(data: bytes, filename: str) -> bool:
    """Tell whether a file is a progress workbook in one of these forms, by its sheets or its title.

    False for any other file; a .csv holds one sheet, of which the title stands in the first line.
    """
    suffix = PurePath(filename).suffix.lower()
    if suffix == ".csv":
        first = data.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")[0].strip(b' ",;\t\r')
        return _bare(first) in {_bare(title.encode()) for title in _TITLES}
    if suffix == ".ods":
        content = _content(data)
        return all(f'table:name="{name}"'.encode() in content for name in _SHEETS)
    return suffix == ".xls" and all(name.encode("utf-16-le") in data for name in _SHEETS)


def _bare(text: bytes) -> bytes:
    """Return the letters that every encoding has, a question mark for what may have been lost between them."""
    return _OTHERS.sub(b"?", text)


def _content(data: bytes) -> bytes:
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            return package.read("content.xml")
    except (zipfile.BadZipFile, KeyError):
        return b""
