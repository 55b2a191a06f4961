"""The characters of a text file: which encoding, and what was cleaned."""

from __future__ import annotations

import codecs
import re
from collections import Counter

from generator.diagnostics import Diagnostic, Place, hint, warning
from generator.errors import DataError
from generator.reading.legacy import legacy_encoding
from generator.vietnamese.syllables import is_syllable
from generator.vietnamese.unicode import changes, clean, nfc

_MARKED = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_FOREIGN = (
    (b"PK\x03\x04", "tệp nén của Word, Excel hoặc zip"),
    (b"%PDF", "tệp PDF"),
    (b"\xd0\xcf\x11\xe0", "tệp Word hoặc Excel đời cũ"),
    (b"{\\rtf", "tệp RTF"),
)
_SAVE_AS = "hãy mở tệp, chọn «Lưu thành» và chọn mã hóa UTF-8 rồi đọc lại"
_UNREADABLE = re.compile(r"\ufffd|\(cid:\d+\)|[\ue000-\uf01f\uf100-\uf8ff]")
"""Letters that a PDF program could not name: the replacement character, numbers of glyphs, private characters."""
_BINARY = frozenset(range(9)) | {14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 28, 29, 30, 31}
_SEARCHED = 4096
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST, _SHARE = 5, 0.8
"""So many marked words, and such a share of them, must be Vietnamese for a code page to be proven."""
_WESTERN = [bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(256)]
"""The character of each byte in Windows-1252; the five that it lacks as in Latin-1."""


def decoded(data: bytes, filename: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return the text of the bytes, and a hint where they were no Unicode.

    Taken are UTF-8, with or without its mark, UTF-16 with its mark, and an old code page where its words prove it:
    Windows-1258, or TCVN3 and VNI, whose letters come out as those of Windows-1252 (`legacy` makes Unicode of them).
    DataError for anything else: another format, a binary file, or a code page that nothing proves.
    """
    for magic, name in _FOREIGN:
        if data.startswith(magic):
            raise DataError(f"nội dung là {name}, không phải văn bản .txt", where=filename)
    encoding = next((name for mark, name in _MARKED if data.startswith(mark)), "utf-8")
    notes: tuple[Diagnostic, ...] = ()
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as fault:
        text, notes = _of_code_page(data, fault, filename)
    if "\x00" in text:
        raise DataError("tệp có byte rỗng, không phải văn bản .txt", hint=_SAVE_AS, where=filename)
    return text, notes


def _of_code_page(data: bytes, fault: UnicodeDecodeError, filename: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return bytes that are no Unicode as the text that an old code page makes of them."""
    text = None if _BINARY.intersection(data[:_SEARCHED]) else _proven_text(data)
    if text is None:
        raise DataError(_refusal(data, fault.start), hint=_SAVE_AS, where=filename) from fault
    message = f"tệp không phải UTF-8 (byte 0x{data[fault.start]:02X}); đọc theo bảng mã cũ vì chữ thành tiếng Việt"
    line = data.count(b"\n", 0, fault.start) + 1
    return text, (hint(message, Place(line=line), hint="hãy so với bản gốc", code="code-page"),)


def _proven_text(data: bytes) -> str | None:
    """Return the text as Windows-1258, or as the letters that `legacy` reads; None when neither is Vietnamese."""
    if _is_vietnamese(text := nfc(data.decode("cp1258", "replace"))):
        return text
    text = "".join(map(_WESTERN.__getitem__, data))
    return text if legacy_encoding(text) else None


def _is_vietnamese(text: str) -> bool:
    marked = [word for word in _WORD.findall(text) if not word.isascii()]
    return len(marked) >= _FEWEST and sum(map(is_syllable, marked)) >= _SHARE * len(marked)


def _refusal(data: bytes, start: int) -> str:
    line = data.count(b"\n", 0, start) + 1
    if _BINARY.intersection(data[:_SEARCHED]):
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
