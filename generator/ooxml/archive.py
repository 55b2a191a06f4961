"""A zip file written by hand: fixed order, times and attributes, parts that are deflated once and used many times.

Deflating a changed part is most of what writing a document costs, so it is done by ISA-L where its wheel is installed
and by zlib elsewhere. Either gives the same bytes for the same input on any day.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, cast

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_VERSION, _MADE_ON_UNIX = 20, 3 << 8
_UTF8_NAME, _DEFLATED = 0x800, 8
_TIME, _DATE = 0, 1 << 5 | 1
"""Midnight of 01/01/1980, the first moment that a zip can tell."""
_MODE = 0o600 << 16
_SMALL_LEVEL = 6
_LARGEST_BUFFER = 1 << 24
"""Bytes that are set aside at once for a part; a damaged directory may tell any length."""


class Codec(NamedTuple):
    """A raw deflate and inflate, what they raise, and the checksum of a zip file."""

    deflate: Callable[[bytes], bytes]
    inflate: Callable[[bytes, int], bytes]
    """Of a deflated text and the length that is expected of it."""
    checksum: Callable[[bytes], int]
    fault: type[Exception]


def fastest_codec() -> Codec:
    """Return the fastest one that is installed."""
    try:
        from isal import igzip_lib, isal_zlib
    except ImportError:  # no wheel for this machine: zlib gives a file of equal content
        return Codec(
            lambda data: zlib.compress(data, 1, -15),
            lambda data, size: zlib.decompress(data, -15, size),
            zlib.crc32,
            zlib.error,
        )
    return Codec(
        lambda data: igzip_lib.compress(data, igzip_lib.ISAL_BEST_SPEED, igzip_lib.COMP_DEFLATE),
        lambda data, size: isal_zlib.decompress(data, -15, size),
        isal_zlib.crc32,
        cast("type[Exception]", igzip_lib.error),
    )


_CODEC = fastest_codec()


class PackedPart(NamedTuple):
    """A part as it stands in a zip file."""

    name: str
    crc: int
    size: int
    """Length before deflating."""
    deflated: bytes


def packed(name: str, data: bytes) -> PackedPart:
    """Return a part deflated well, for one that is written often."""
    return PackedPart(name, zlib.crc32(data), len(data), zlib.compress(data, _SMALL_LEVEL, -15))


def quickly_packed(name: str, data: bytes) -> PackedPart:
    """Return a part deflated fast, for one that differs in every document."""
    return PackedPart(name, _CODEC.checksum(data), len(data), _CODEC.deflate(data))


def archive_of(parts: Iterable[PackedPart]) -> bytes:
    """Return the zip file of the parts, in their order."""
    pieces: list[bytes] = []
    directory: list[bytes] = []
    place = 0
    for part in parts:
        name = part.name.encode()
        flags = 0 if part.name.isascii() else _UTF8_NAME
        shared = (flags, _DEFLATED, _TIME, _DATE, part.crc, len(part.deflated), part.size, len(name), 0)
        pieces += (_LOCAL.pack(b"PK\3\4", _VERSION, *shared), name, part.deflated)
        made = _CENTRAL.pack(b"PK\1\2", _MADE_ON_UNIX | _VERSION, _VERSION, *shared, 0, 0, 0, _MODE, place)
        directory += (made, name)
        place += _LOCAL.size + len(name) + len(part.deflated)
    listed = b"".join(directory)
    count = len(directory) // 2
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(listed), place, 0)
    return b"".join((*pieces, listed, end))


def stored_parts(data: bytes) -> dict[str, PackedPart]:
    """Return the parts of a zip file by name, still deflated, read from its directory at the end.

    Raises ValueError when the directory is not what it should be. It is for files that this program wrote: parts are
    deflated, and no comment follows.
    """
    try:
        return {part.name: part for part in _directory(data)}
    except struct.error as failure:
        raise ValueError(f"zip: {failure}") from failure


def content_of(part: PackedPart) -> bytes:
    """Return a part inflated and held against its checksum; ValueError when it is not what the directory says."""
    try:
        content = _CODEC.inflate(part.deflated, min(part.size, _LARGEST_BUFFER) or 1)
    except _CODEC.fault as failure:
        raise ValueError(f"zip: {failure}") from failure
    _hold(len(content) == part.size and _CODEC.checksum(content) == part.crc, "content")
    return content


def unpacked(data: bytes) -> dict[str, bytes]:
    """Return the parts of a zip file that this program wrote by name; ValueError when it is damaged."""
    return {name: content_of(part) for name, part in stored_parts(data).items()}


def _directory(data: bytes) -> Iterator[PackedPart]:
    signature, *_, count, _, place, _ = _END.unpack_from(data, max(0, len(data) - _END.size))
    _hold(signature == b"PK\5\6", "end")
    for _ in range(count):
        signature, *_, crc, packed_size, size, length, _, _, _, _, _, start = _CENTRAL.unpack_from(data, place)
        name = data[place + _CENTRAL.size : place + _CENTRAL.size + length]
        place += _CENTRAL.size + length
        first = start + _LOCAL.size
        _hold(signature == b"PK\1\2" and data[start : start + 4] == b"PK\3\4", "entry")
        _hold(data[first : first + length] == name, "name")
        yield PackedPart(name.decode(), crc, size, data[first + length : first + length + packed_size])
    _hold(place + _END.size == len(data), "directory")


def _hold(condition: bool, what: str) -> None:
    if not condition:
        raise ValueError(f"zip: {what}")
