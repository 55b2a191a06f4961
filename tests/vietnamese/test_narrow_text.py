"""A text without long runs of spaces, and the places of the one in the other."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.vietnamese.narrow_text import NarrowText


def test_two_spaces_remain() -> None:
    narrow = NarrowText.of("số      /QĐ,  ngày \n\n 05")
    assert narrow.text == "số  /QĐ,  ngày \n05"
    assert narrow.wide_place(narrow.text.index("05")) == 22


@settings(max_examples=80)
@given(st.text(st.sampled_from("ab \n\t"), max_size=40))
def test_each_letter_is_found_again(wide: str) -> None:
    narrow = NarrowText.of(wide)
    assert "   " not in narrow.text
    places = [place for place, letter in enumerate(narrow.text) if letter.isalpha()]
    found = [narrow.wide_place(place) for place in places]
    assert found == [place for place, letter in enumerate(wide) if letter.isalpha()]
