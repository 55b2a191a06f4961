"""A zip file written by hand, read by the standard library."""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.ooxml import archive
from generator.ooxml.archive import PackedPart, archive_of, packed, quickly_packed, unpacked

Packer = Callable[[str, bytes], PackedPart]


@pytest.mark.parametrize("pack", [packed, quickly_packed])
@settings(max_examples=40, deadline=None)
@given(parts=st.dictionaries(st.text("abc/ộ.xml", min_size=1), st.binary(max_size=3000), max_size=4))
def test_every_part_comes_back(pack: Packer, parts: dict[str, bytes]) -> None:
    written = archive_of(pack(name, data) for name, data in parts.items())
    with zipfile.ZipFile(io.BytesIO(written)) as found:
        assert found.testzip() is None
        assert {entry.filename: found.read(entry) for entry in found.infolist()} == parts
    assert unpacked(written) == parts


def test_the_file_is_the_one_that_the_standard_library_writes() -> None:
    buffer, data = io.BytesIO(), "Nơi nhận".encode() * 99
    with zipfile.ZipFile(buffer, "w") as file:
        entry = zipfile.ZipInfo("word/số.xml", date_time=(1980, 1, 1, 0, 0, 0))
        entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o600 << 16
        file.writestr(entry, data, compresslevel=6)
    assert archive_of([packed("word/số.xml", data)]) == buffer.getvalue()


def test_without_isal_the_parts_are_deflated_by_zlib(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "isal", None)
    monkeypatch.setattr(archive, "_CODEC", archive.fastest_codec())
    written = archive_of([quickly_packed("a", b"x" * 500)])
    assert zipfile.ZipFile(io.BytesIO(written)).read("a") == b"x" * 500
    assert unpacked(written) == {"a": b"x" * 500}


WRITTEN = archive_of([packed("a.xml", b"<a>" * 40), quickly_packed("b.xml", b"<b>" * 40)])


def test_a_damaged_file_is_never_read_as_another_one() -> None:
    """Whichever byte is changed: the parts are the same as before, or the file is refused."""
    right = unpacked(WRITTEN)
    for place in range(len(WRITTEN)):
        damaged = WRITTEN[:place] + bytes([WRITTEN[place] ^ 0x55]) + WRITTEN[place + 1 :]
        try:
            assert unpacked(damaged) == right
        except ValueError:
            continue


@pytest.mark.parametrize("data", [b"", b"PK", WRITTEN[:-1], WRITTEN[:-30], WRITTEN + b" "])
def test_a_file_that_ends_too_soon_or_too_late_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="zip: "):
        unpacked(data)
