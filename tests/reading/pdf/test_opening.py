"""PDF files that are refused: broken, locked, too large, without letters or with letters that are none."""

from __future__ import annotations

import io
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter

from generator.errors import DataError
from generator.reading.pdf.opening import MOST_PAGES
from generator.reading.pdf.reader import pdf_lines
from tests.reading.pdf.drawn import Drawn, Text, body, pdf_of

WHOLE = pdf_of(Drawn(body(["Một đoạn văn bản."])))


def refusal(data: bytes) -> str:
    with pytest.raises(DataError) as refused:
        pdf_lines(data, "a.pdf")
    assert refused.value.hint is not None
    return refused.value.message


def locked(user: str) -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(WHOLE))
    writer.encrypt(user, "owner", algorithm="AES-256")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


@pytest.mark.parametrize("data", [b"", b"\x00\x01\x02", b"PK\x03\x04" * 300, b"%P" * 900])
def test_what_is_no_pdf(data: bytes) -> None:
    assert refusal(data) == "nội dung không phải tệp PDF"


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6])
def test_a_cut_file(share: float) -> None:
    assert refusal(WHOLE[: int(len(WHOLE) * share)]).startswith("tệp PDF hỏng")


def test_a_large_file_without_its_table_is_not_searched() -> None:
    assert refusal(b"%PDF-1.7\n" + b"\x07" * 2**21 + b"\nstartxref\n9\n%%EOF").startswith("tệp PDF hỏng")


@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=4)), max_size=30))
@settings(max_examples=60, deadline=None)
def test_changed_bytes_give_lines_or_a_refusal(changes: list[tuple[int, bytes]]) -> None:
    data = bytearray(WHOLE)
    for place, new in changes:
        data[place : place + len(new)] = new
    try:
        lines, _ = pdf_lines(bytes(data), "a.pdf")
    except DataError as refused:
        assert refused.where == "a.pdf"
    else:
        assert lines


def test_a_locked_file() -> None:
    assert refusal(locked("bí mật")) == "tệp PDF bị khóa bằng mật khẩu"


def test_a_file_that_only_its_owner_may_change_is_read() -> None:
    assert [line.text for line in pdf_lines(locked(""), "a.pdf")[0]] == ["Một đoạn văn bản."]


def test_too_many_pages() -> None:
    assert f"{MOST_PAGES + 1} trang" in refusal(pdf_of(*[Drawn()] * (MOST_PAGES + 1)))


def test_a_stream_that_unpacks_to_more_than_memory_holds() -> None:
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(2**20)) for _ in range(64)) + packer.flush()
    stream = b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(packed), packed)
    assert refusal(pdf_of(Drawn(objects=(stream,)))).startswith("tệp PDF quá lớn")


def test_a_scan() -> None:
    assert refusal(pdf_of(Drawn(pictured=True))) == "tệp là ảnh quét, không có chữ để đọc"


def test_a_file_without_words() -> None:
    assert refusal(pdf_of(Drawn())) == "tệp PDF không có chữ nào"


def test_letters_without_names() -> None:
    assert "phông chữ của tệp" in refusal(pdf_of(Drawn([Text(85, 80, "Không tên", font="F3")])))


def test_a_scan_read_by_a_foreign_program() -> None:
    words = ["CQNG HOA XA HQI CHU NGHIA VIET NAM", "Thvc hien nhiem vu dugc giao trong nam", "bao cao ket qua"] * 4
    assert "lớp chữ nhận dạng sai" in refusal(pdf_of(Drawn(body(words), pictured=True)))


def test_a_few_letters_without_names_are_named() -> None:
    page = Drawn([*body(["Một đoạn văn bản đủ dài để đọc được toàn bộ nội dung."] * 5), Text(85, 400, "X", font="F3")])
    assert [note.code for note in pdf_lines(pdf_of(page), "a.pdf")[1]] == ["unreadable"]
