"""Kind and size of a PNG or JPEG picture, read from its head."""

from __future__ import annotations

import struct
from dataclasses import dataclass

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Markers of a JPEG frame header (ITU-T T.81, table B.1)."""
_WITHOUT_LENGTH = frozenset((0x01, *range(0xD0, 0xDA)))


@dataclass(frozen=True)
class Raster:
    """A picture; width and height in pixels."""

    data: bytes
    extension: str
    content_type: str
    width: int
    height: int


def read_raster(data: bytes) -> Raster | None:
    """Return the picture of the bytes; None for what is neither PNG nor JPEG, ends too early or has no area."""
    if data.startswith(_PNG):
        kind, size = ("png", "image/png"), _png_size(data)
    elif data.startswith(_JPEG):
        kind, size = ("jpg", "image/jpeg"), _jpeg_size(data)
    else:
        return None
    return Raster(data, *kind, *size) if size and all(size) else None


def _png_size(data: bytes) -> tuple[int, int] | None:
    if data[12:16] != b"IHDR" or len(data) < 24:
        return None
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """Walk over the segments up to the frame header."""
    position = 2
    while position + 9 <= len(data) and data[position] == 0xFF:
        marker = data[position + 1]
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", data[position + 5 : position + 9])
            return width, height
        position += _step(data, position, marker)
    return None


def _step(data: bytes, position: int, marker: int) -> int:
    """Return how far the next segment is; a marker of 0xFF is a filling byte."""
    if marker == 0xFF:
        return 1
    if marker in _WITHOUT_LENGTH:
        return 2
    return 2 + int.from_bytes(data[position + 2 : position + 4], "big")
