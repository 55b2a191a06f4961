"""The characters of a text file: which encoding, and what was cleaned."""

from __future__ import annotations

import codecs
from collections import Counter

from generator.diagnostics import Diagnostic, hint
from generator.errors import DataError
from generator.vietnamese.unicode import changes, clean

_MARKED = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_FOREIGN = (
    (b"PK\x03\x04", "tệp nén của Word, Excel hoặc zip"),
    (b"%PDF", "tệp PDF"),
    (b"\xd0\xcf\x11\xe0", "tệp Word hoặc Excel đời cũ"),
    (b"{\\rtf", "tệp RTF"),
)
_SAVE_AS = "hãy mở tệp, chọn «Lưu thành» và chọn mã hóa UTF-8 rồi đọc lại"
_BINARY = frozenset(range(9)) | {14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 28, 29, 30, 31}


def decode(data: bytes, filename: str) -> str:
    """Return the text of the bytes: UTF-8, with or without its mark, or UTF-16 with its mark.

    DataError for anything else: another format, a binary file, or an old code page, which is never guessed.
    """
    for magic, name in _FOREIGN:
        if data.startswith(magic):
            raise DataError(f"nội dung là {name}, không phải văn bản .txt", where=filename)
    encoding = next((name for mark, name in _MARKED if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as fault:
        raise DataError(_refusal(data, fault.start), hint=_SAVE_AS, where=filename) from fault
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
    cleaned = []
    for line in lines:
        cleaned.append(clean(line).replace("\n", " "))
        if cleaned[-1] != line:
            counts.update(changes(line))
    return cleaned, tuple(
        hint(f"{change} (ở {count} dòng)", code="cleaned") for change, count in sorted(counts.items())
    )
