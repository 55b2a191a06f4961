"""Letters of one line as words, where blanks are drawn, lost or wide."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from generator.reading.pdf.glyphs import Glyph
from generator.reading.pdf.rows import rows_of

_SIZE = 14.0
_LETTER = 7.0


def _drawn(words: Sequence[str], blank: float, *, lost: int = -1, apart: float = 0.0) -> list[Glyph]:
    """Return words on one line with a gap of the width between them; one blank may be lost, letters set apart."""
    glyphs, x = [], 85.0
    for place, word in enumerate(words):
        for letter in word:
            glyphs.append(Glyph(letter, x, x + _LETTER, 70, 84, 82, _SIZE))
            x += _LETTER + apart
        if place != lost:
            glyphs.append(Glyph(" ", x, x + blank, 70, 84, 82, _SIZE))
        x += blank + apart
    return glyphs


_WORDS = ["ngày", "15", "tháng", "7", "năm", "2021", "của", "Chính", "phủ"]


@pytest.mark.parametrize("blank", [3.5, 4.8, 7.0])
def test_a_gap_as_wide_as_the_blanks_beside_it_parts_words(blank: float) -> None:
    (row,) = rows_of(_drawn(_WORDS, blank, lost=5))
    assert row.text == " ".join(_WORDS)


def test_letters_set_apart_on_purpose_stay_one_word() -> None:
    (row,) = rows_of(_drawn(["KẾ", "HOẠCH"], 3.5, apart=4.0))
    assert row.text == "KẾ HOẠCH"
