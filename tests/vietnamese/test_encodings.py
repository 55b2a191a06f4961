"""The tables of the encodings before Unicode."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.vietnamese.encodings import TCVN3, VNI, from_misread_utf8, from_tcvn3, from_vni
from tests.old_encodings import in_tcvn3, in_vni, misread

PLAIN = "aăâeêioôơuưy"
LETTERS = "đ" + "".join(PLAIN + "àằầèềìòồờùừỳ" + "áắấéếíóốớúứý" + "ảẳẩẻểỉỏổởủửỷ" + "ãẵẫẽễĩõỗỡũữỹ" + "ạặậẹệịọộợụựỵ")


def test_each_small_letter_has_a_sign_in_both_tables() -> None:
    marked = set(LETTERS) - set("aeiouy")
    assert marked <= set(TCVN3.values())
    assert marked <= set(VNI.values())


def test_tcvn3_has_capitals_without_a_tone_only() -> None:
    assert {letter for letter in TCVN3.values() if letter.isupper()} == set("ĂÂÊÔƠƯĐ")


@pytest.mark.parametrize(
    ("codes", "letter"),
    [("a7", "Đ"), ("ae", "đ"), ("ad", "ư"), ("ac", "ơ"), ("b5", "à"), ("be", "ắ"), ("c6", "ặ"), ("cb", "ậ"),
     ("d6", "ệ"), ("e9", "ộ"), ("f9", "ự"), ("fe", "ỵ")],
)  # fmt: skip
def test_codes_of_tcvn3(codes: str, letter: str) -> None:
    assert from_tcvn3(bytes.fromhex(codes).decode("cp1252")) == letter


@pytest.mark.parametrize(
    ("codes", "letter"),
    [("f1", "đ"), ("d1", "Đ"), ("f6", "ư"), ("f6f9", "ứ"), ("f4ef", "ợ"), ("61ea", "ă"), ("61eb", "ặ"), ("61e4", "ậ"),
     ("65e1", "ế"), ("ee", "ỵ"), ("e6", "ỉ"), ("4fc4", "Ộ"), ("4fe4", "Ộ")],
)  # fmt: skip
def test_codes_of_vni(codes: str, letter: str) -> None:
    assert from_vni(bytes.fromhex(codes).decode("cp1252")) == letter


@given(st.text(LETTERS + "bcdghklmnpqrstvx BCD,.-/0123456789"))
def test_each_text_comes_back(text: str) -> None:
    assert from_tcvn3(in_tcvn3(text)) == text
    assert from_vni(in_vni(text.upper())) == text.upper()
    assert from_misread_utf8(misread(text)) == text


def test_a_blank_that_was_a_byte_is_found() -> None:
    assert from_misread_utf8("lÃ  hÃ nh chÃ­nh") == "là hành chính"


def test_half_a_letter_stays() -> None:
    assert from_misread_utf8("á» á»‡ Ä") == "á» ệ Ä"
