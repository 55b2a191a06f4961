"""The characters of a text file: which encoding, and what was cleaned."""

from __future__ import annotations

import codecs
import re
from collections import Counter

from generator.diagnostics import Diagnostic, hint, warning
from generator.errors import DataError
from generator.reading.legacy import legacy_encoding
from generator.vietnamese.unicode import changes, clean

_MARKED = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_FOREIGN = (
    (b"PK\x03\x04", "tệp nén của Word, Excel hoặc zip"),
    (b"%PDF", "tệp PDF"),
    (b"\xd0\xcf\x11\xe0", "tệp Word hoặc Excel đời cũ"),
    (b"{\\rtf", "tệp RTF"),
)
_SAVE_AS = "hãy mở tệp, chọn «Lưu thành» và chọn mã hóa UTF-8 rồi đọc lại"
_CONVERT = "hãy chuyển văn bản sang Unicode (công cụ chuyển mã của bộ gõ tiếng Việt) rồi đọc lại"
_UNREADABLE = re.compile(r"\ufffd|\(cid:\d+\)|[\ue000-\uf01f\uf100-\uf8ff]")
"""Letters that a PDF program could not name: the replacement character, numbers of glyphs, private characters."""
_BINARY = frozenset(range(9)) | {14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 28, 29, 30, 31}


def decode(data: bytes, filename: str) -> str:
    """Return the text of the bytes: UTF-8, with or without its mark, or UTF-16 with its mark.

    DataError for anything else: another format, a binary file, or an old code page, which is never guessed; also for
    letters of an old encoding that were saved as if they were Unicode.
    """
    for magic, name in _FOREIGN:
        if data.startswith(magic):
            raise DataError(f"nội dung là {name}, không phải văn bản .txt", where=filename)
    encoding = next((name for mark, name in _MARKED if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as fault:
        raise DataError(_refusal(data, fault.start), hint=_SAVE_AS, where=filename) from fault
    if legacy := legacy_encoding(text):
        raise DataError(f"chữ trong tệp là {legacy}, không phải Unicode", hint=_CONVERT, where=filename)
    if "\x00" in text:
        raise DataError("tệp có byte rỗng, không phải văn bản .txt", hint=_SAVE_AS, where=filename)
    return text


def _refusal(data: bytes, start: int) -> str:
    line = data.count(b"\n", 0, start) + 1
    if _BINARY.intersection(data[:4096]):
        return "tệp nhị phân, không phải văn bản .txt"
    return (
        f"tệp không phải UTF-8 (byte 0x{data[start]:02X} ở dòng {line}), có lẽ được lưu bằng bảng mã cũ"
        " (cp1258, TCVN3 hoặc VNI)"
    )


def cleaned_lines(lines: list[str]) -> tuple[list[str], tuple[Diagnostic, ...]]:
    """Return the lines in the form in which the project holds text, and one hint for each kind of change.

    A line is one line afterwards: separators inside it have become spaces.
    """
    counts: Counter[str] = Counter()
    unreadable = sum(bool(_UNREADABLE.search(line)) for line in lines)
    cleaned = []
    for line in lines:
        cleaned.append(clean(line).replace("\n", " "))
        if cleaned[-1] != line:
            counts.update(changes(line))
    notes = [hint(f"{change} (ở {count} dòng)", code="cleaned") for change, count in sorted(counts.items())]
    if unreadable:
        message = f"có ký tự không đọc được ở {unreadable} dòng, giữ nguyên như trong tệp"
        notes.append(warning(message, hint="hãy so với bản gốc và gõ lại các chữ ấy", code="unreadable"))
    return cleaned, tuple(notes)
