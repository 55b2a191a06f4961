"""Spelling of syllables."""

from __future__ import annotations

import unicodedata

import pytest

from generator.vietnamese.syllables import is_syllable

RIGHT = """nghiêng quyết định Uỷ ủy ban thuở gì giếng khuỷu ngoằn ngoèo xoong yếu ý kiến quốc trường huyện
hoạch nghĩa oách tuýt Ỷ được cách phường bưu ươm quả"""
WRONG = """été là́ cát̉ tac cap kế? kâ nge cê œuvre für mạs pộlê QĐ Björn 12 ab f w zô thưong"""


@pytest.mark.parametrize("word", RIGHT.split())
def test_syllables(word: str) -> None:
    assert is_syllable(word)
    assert is_syllable(unicodedata.normalize("NFD", word.upper()))


@pytest.mark.parametrize("word", [*WRONG.split(), ""])
def test_no_syllables(word: str) -> None:
    assert not is_syllable(word)
