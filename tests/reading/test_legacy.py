"""Vietnamese of an old encoding inside Unicode text."""

from __future__ import annotations

import unicodedata

import pytest

from generator.errors import DataError
from generator.reading.decoding import cleaned_lines, decode
from generator.reading.legacy import legacy_encoding

RIGHT = "Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc; hoà, uỷ, 25°C, m², «từ»"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Céng hßa x· héi chñ nghÜa ViÖt Nam, kÕ ho¹ch c¶i c¸ch hµnh chÝnh n¨m 2027", "bảng mã TCVN3 (ABC)"),
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, keá hoaïch caûi caùch haønh chính", "bảng mã VNI"),
        (RIGHT.encode().decode("latin-1"), "UTF-8 bị đọc nhầm bảng mã"),
        (RIGHT, None),
        (unicodedata.normalize("NFD", RIGHT), None),
        ("Kế hoạch hợp tác với ông Björn Sørensen của Østfold và bà Zoë Müller", None),
        ("", None),
    ],
)
def test_the_encoding_of_a_text(text: str, name: str | None) -> None:
    assert legacy_encoding(text) == name


def test_a_text_of_an_old_encoding_is_refused() -> None:
    data = "Céng hßa x· héi chñ nghÜa ViÖt Nam, kÕ ho¹ch c¶i c¸ch".encode()
    with pytest.raises(DataError, match="TCVN3") as fault:
        decode(data, "a.txt")
    assert fault.value.hint is not None


@pytest.mark.parametrize("line", ["S\ufffd N\ufffdi vụ", "(cid:12)(cid:3) vụ", "S\uf123 vụ"])
def test_letters_without_a_name_are_kept_and_named(line: str) -> None:
    cleaned, notes = cleaned_lines([line, "Sở Nội vụ", "\uf0b7 Một việc"])
    assert cleaned[0] == line
    assert [note.code for note in notes] == ["unreadable"]
