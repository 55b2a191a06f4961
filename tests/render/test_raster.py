"""Kind and size of a picture, from bytes of any kind."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.render.raster import read_raster
from tests.rendered import jpeg, png


@pytest.mark.parametrize(("data", "kind"), [(png(30, 20), ("png", "image/png")), (jpeg(30, 20), ("jpg", "image/jpeg"))])
def test_a_picture_tells_its_kind_and_size(data: bytes, kind: tuple[str, str]) -> None:
    raster = read_raster(data)
    assert raster is not None
    assert (raster.extension, raster.content_type) == kind
    assert (raster.width, raster.height, raster.data) == (30, 20, data)


def test_filling_bytes_and_markers_without_length_are_passed_over() -> None:
    head, rest = jpeg(7, 9)[:2], jpeg(7, 9)[2:]
    raster = read_raster(head + b"\xff\xff\xd0\xff\x01" + rest)
    assert raster is not None
    assert (raster.width, raster.height) == (7, 9)


@pytest.mark.parametrize("marker", [0xC4, 0xC8, 0xCC])
def test_tables_with_the_number_of_a_frame_are_no_frames(marker: int) -> None:
    head, rest = jpeg(7, 9)[:2], jpeg(7, 9)[2:]
    raster = read_raster(head + bytes([0xFF, marker, 0, 9]) + b"\x01" * 7 + rest)
    assert raster is not None
    assert (raster.width, raster.height) == (7, 9)


@pytest.mark.parametrize(
    "data",
    [b"", b"GIF89a\1\0\1\0", b"BM", b"%PDF-1.7", png()[:20], jpeg()[:22], png(0, 5), jpeg(5, 0), b"\xff\xd8\xff"],
)
def test_what_is_no_whole_picture_is_none(data: bytes) -> None:
    assert read_raster(data) is None


@given(st.sampled_from([png(), jpeg()]), st.integers(0, 60), st.binary(max_size=12))
def test_damaged_bytes_never_raise(data: bytes, place: int, damage: bytes) -> None:
    read_raster(data[:place] + damage + data[place + len(damage) :])
    read_raster(data[:place] + damage)
