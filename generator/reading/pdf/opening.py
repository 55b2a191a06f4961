"""PDF files opened: what is no PDF, locked, broken or too large is refused before it costs time or memory."""

from __future__ import annotations

import io
import logging
import re
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfplumber.pdf import PDF

from generator.errors import DataError

_HEADER = b"%PDF-"
_HEADER_WITHIN = 1024
_LARGEST_FILE = 200 * 2**20
"""Bytes: a scan of some hundred pages is smaller."""
_TAIL = 64 * 1024
_LARGEST_WITHOUT_TABLE = 2**20
"""Bytes of a file without its table of objects that are still searched for them: a slow search."""
_TABLE_AT = re.compile(rb"startxref\s+(\d+)")
_TABLE = re.compile(rb"\s*(?:xref\b|\d+\s+\d+\s+obj\b)")
MOST_PAGES = 500
"""More pages than any document of an office has; they are read in under two minutes."""
_LARGEST_STREAM = 48 * 2**20
"""Bytes that one stream other than a picture unpacks to at most; a page of text takes some 50 KiB."""
_LARGEST_OF_ALL = 256 * 2**20
_CHUNK = 2**20
_STREAM = re.compile(rb"stream\r?\n")
_DICTIONARY = 2048
"""Bytes before a stream in which its dictionary stands."""
_BY_HAND = "hãy mở tệp bằng phần mềm đọc PDF, in lại thành tệp PDF mới rồi đọc lại"
_LIBRARIES = ("pdfminer", "pdfplumber", "pypdf")


def opened(data: bytes, filename: str) -> PDF:
    """Return an open PDF.

    DataError for bytes that are no PDF, a file locked by a password, a broken or cut one, and one that is too large.
    """
    if _HEADER not in data[:_HEADER_WITHIN]:
        raise DataError("nội dung không phải tệp PDF", where=filename, hint="hãy kiểm tra lại tệp")
    _refuse_large(data, filename)
    try:
        pdf = pdfplumber.open(io.BytesIO(data), raise_unicode_errors=False)
        count = len(pdf.pages)
    except Exception as failure:
        raise _refusal(failure, filename) from failure
    if not count:
        raise DataError("tệp PDF hỏng: không tìm thấy trang nào", where=filename, hint=_BY_HAND)
    if count > MOST_PAGES:
        message = f"tệp PDF có {count} trang, chỉ đọc được tối đa {MOST_PAGES} trang"
        raise DataError(message, where=filename, hint="hãy tách tệp thành nhiều văn bản")
    return pdf


def _refusal(failure: Exception, filename: str) -> DataError:
    cause = failure.args[0] if failure.args else failure
    if isinstance(cause, PDFPasswordIncorrect):
        advice = "hãy mở tệp bằng mật khẩu và lưu một bản không khóa"
        return DataError("tệp PDF bị khóa bằng mật khẩu", where=filename, hint=advice)
    if isinstance(cause, PDFEncryptionError):
        return DataError("tệp PDF được mã hóa theo cách không đọc được", where=filename, hint=_BY_HAND)
    return _broken(filename)


def _broken(filename: str) -> DataError:
    return DataError("tệp PDF hỏng hoặc thiếu phần cuối", where=filename, hint="hãy chép hoặc tải lại tệp gốc")


def _refuse_large(data: bytes, filename: str) -> None:
    if len(data) > _LARGEST_FILE:
        raise _too_large(filename)
    if len(data) > _LARGEST_WITHOUT_TABLE and not _has_table(data):
        raise _broken(filename)
    total = 0
    for match in _STREAM.finditer(data):
        if not _is_picture(data, match.start()):
            size = _unpacked(data, match.end())
            total += size
            if size > _LARGEST_STREAM or total > _LARGEST_OF_ALL:
                raise _too_large(filename)


def _has_table(data: bytes) -> bool:
    """Tell whether the end of the file leads to a table of its objects."""
    named = _TABLE_AT.findall(data[-_TAIL:])
    header = data.find(_HEADER)
    return bool(named) and any(_TABLE.match(data, int(named[-1]) + shift) for shift in {0, header})


def _too_large(filename: str) -> DataError:
    advice = "hãy tách tệp thành nhiều văn bản, hoặc in lại thành tệp PDF mới"
    return DataError("tệp PDF quá lớn, không đọc để khỏi treo máy", where=filename, hint=advice)


def _is_picture(data: bytes, start: int) -> bool:
    """Tell whether the stream is a picture, or is not packed: neither is unpacked by reading."""
    window = data[max(0, start - _DICTIONARY) : start]
    dictionary = window[window.rfind(b" obj") + 1 :]
    return b"/Image" in dictionary or b"Flate" not in dictionary


def _unpacked(data: bytes, start: int) -> int:
    """Return how many bytes a packed stream has unpacked, counted no further than the largest."""
    unpacker = zlib.decompressobj()
    size = 0
    view = memoryview(data)
    place = start
    try:
        pending = bytes(view[place : place + _CHUNK])
        while pending and size <= _LARGEST_STREAM and not unpacker.eof:
            size += len(unpacker.decompress(pending, _CHUNK))
            place += _CHUNK if not unpacker.unconsumed_tail else 0
            pending = unpacker.unconsumed_tail or bytes(view[place : place + _CHUNK])
    except zlib.error:
        return size
    return size


@contextmanager
def quiet() -> Iterator[None]:
    """Keep the libraries' warnings and log lines from the user: what matters to him is said as a diagnostic."""
    loggers = [logging.getLogger(name) for name in _LIBRARIES]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
