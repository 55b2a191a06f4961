"""A copy is changed in place: text is cut and rewritten exactly, and what would lose a letter is refused."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import TemplateError
from generator.ooxml.formatting.markup import W
from generator.ooxml.package import read_parts
from generator.repair.word_copy import WordCopy
from tests.lint.documents import good
from tests.lint.hand_made import careful
from tests.repair.crowded import crowded

_CROWDED = crowded()


def _copy(data: bytes = _CROWDED) -> WordCopy:
    return WordCopy(read_parts(data))


@settings(deadline=None, max_examples=40)
@given(st.integers(min_value=1, max_value=30), st.lists(st.integers(min_value=0, max_value=200), max_size=6))
def test_runs_cut_anywhere_show_the_same_text(number: int, places: list[int]) -> None:
    copy = _copy()
    before = copy.text(number)
    for place in places:
        copy.part_at(number, place)
        copy.runs(number, lambda run: True, (0, place))
    assert copy.text(number) == before
    assert copy.parts()


@settings(deadline=None, max_examples=40)
@given(st.integers(min_value=0, max_value=40), st.integers(min_value=0, max_value=12), st.text("abc đ,.", max_size=5))
def test_text_is_put_exactly_where_it_belongs(start: int, length: int, text: str) -> None:
    copy = _copy(good("plan"))
    number = next(n for n in range(1, 40) if copy.text(n).startswith("a) "))
    before = copy.text(number)
    copy.rewrite(number, start, start + length, text)
    assert copy.text(number) == before[:start] + text + before[start + length :]
    saved = _saved_text(copy.parts(), number)
    assert "".join(saved.split()) == "".join(copy.text(number).split())


def _saved_text(parts: dict[str, bytes], number: int) -> str:
    return WordCopy(parts).text(number)


def test_a_run_may_hold_tabs_and_words_and_only_the_words_asked_for_are_given() -> None:
    copy = _copy(careful("tabs"))
    number = next(n for n in range(1, 9) if "\t" in copy.text(n).strip())
    text = copy.text(number)
    start = text.rindex("\t") + 1
    runs = copy.runs(number, lambda run: True, (start, len(text)))
    assert "".join(node.text or "" for run in runs for node in run.iter(W + "t")) == text[start:]
    assert copy.text(number) == text


def test_a_letter_that_gets_lost_stops_the_repair() -> None:
    copy = _copy(good("plan"))
    node = copy.paragraph(next(n for n in range(1, 40) if copy.text(n).startswith("a) ")))
    text = next(one for one in node.iter(W + "t") if (one.text or "").strip())
    text.text = (text.text or "")[1:]
    with pytest.raises(TemplateError, match="đổi chữ"):
        copy.parts()
