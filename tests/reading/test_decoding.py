"""Bytes to characters, and what is cleaned on the way."""

from __future__ import annotations

import unicodedata

import pytest

from generator.errors import DataError
from generator.reading.decoding import cleaned_lines, decoded
from generator.reading.text import text_lines
from tests.old_encodings import in_cp1258, in_tcvn3, in_vni

PLAN = "Kế hoạch cải cách hành chính nhà nước năm 2027\nSở Nội vụ tỉnh Sông Vân, Phòng Tổ chức"


@pytest.mark.parametrize(
    "data",
    [
        "Kế hoạch".encode(),
        "Kế hoạch".encode("utf-8-sig"),
        "Kế hoạch".encode("utf-16"),
    ],
)
def test_unicode_is_read(data: bytes) -> None:
    assert decoded(data, "a.txt") == ("Kế hoạch", ())


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"K\xd5 ho\xb9ch c\xb6i c\xb8ch", "byte 0xD5 ở dòng 1"),
        (b"PK\x03\x04rest", "tệp nén của Word"),
        (b"%PDF-1.7", "tệp PDF"),
        (b"\xd0\xcf\x11\xe0\xa1", "Word hoặc Excel đời cũ"),
        (b"{\\rtf1", "tệp RTF"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\xff", "nhị phân"),
        (b"abc\x00def", "byte rỗng"),
    ],
)
def test_anything_else_is_refused_with_its_name(data: bytes, said: str) -> None:
    with pytest.raises(DataError, match=said) as refused:
        decoded(data, "a.txt")
    assert refused.value.where == "a.txt"


@pytest.mark.parametrize(
    "data",
    [in_cp1258(PLAN), in_tcvn3(PLAN).encode("cp1252"), in_vni(PLAN).encode("cp1252")],
    ids=["1258", "abc", "vni"],
)
def test_old_code_pages_are_read_where_the_words_prove_them(data: bytes) -> None:
    lines, notes = text_lines(data, "a.txt")
    assert "\n".join(line.text for line in lines) == PLAN
    assert notes[0].code == "code-page"


@pytest.mark.parametrize("data", ["công văn".encode("cp1258"), "L'été où l'élève à côté est né".encode("cp1252") * 9])
def test_old_code_pages_are_never_guessed(data: bytes) -> None:
    with pytest.raises(DataError) as refused:
        decoded(data, "a.txt")
    assert refused.value.hint is not None
    assert "UTF-8" in refused.value.hint


def test_each_kind_of_change_is_one_hint_with_its_count() -> None:
    lines = [unicodedata.normalize("NFD", "Cải cách"), unicodedata.normalize("NFD", "thể chế"), "a\u00a0b", "thường"]
    cleaned, notes = cleaned_lines(lines)
    assert cleaned == ["Cải cách", "thể chế", "a b", "thường"]
    assert [note.message for note in notes] == [
        "chữ Unicode tổ hợp đổi thành Unicode dựng sẵn (ở 2 dòng)",
        "dấu cách đặc biệt đổi thành dấu cách thường (ở 1 dòng)",
    ]


def test_clean_lines_give_no_hint() -> None:
    assert cleaned_lines(["Kế hoạch", ""]) == (["Kế hoạch", ""], ())


def test_a_line_stays_one_line() -> None:
    cleaned, _ = cleaned_lines(["một\u2028hai\x0bba"])
    assert cleaned == ["một hai ba"]
