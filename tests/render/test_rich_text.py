"""Rich text as paragraphs, and the marks that end lists and the content."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.render.rich_text import listed, paragraphs_of, rich_listed, rich_without_end, with_content_end
from generator.vietnamese.marks import plain

RICH = st.text("aă*\\.;,… \n", max_size=20)


@pytest.mark.parametrize(
    ("texts", "paragraphs"),
    [
        (["một"], ("một",)),
        (["một\nhai", None, "", "ba"], ("một", "hai", "ba")),
        (["một\n\nhai"], ("một", "", "hai")),
        (["**một\nhai** ba"], ("**một**", "**hai** ba")),
        (["2 *3\n4* 5"], ("2 *3*", "*4* 5")),
        (["2*3\n4*5"], ("2\\*3", "4\\*5")),
        ([None], ()),
    ],
)
def test_paragraphs_of_rich_texts(texts: list[str | None], paragraphs: tuple[str, ...]) -> None:
    assert paragraphs_of(*texts) == paragraphs


@given(RICH)
def test_paragraphs_say_what_the_text_says(text: str) -> None:
    assert "\n".join(map(plain, paragraphs_of(text))) == plain(text)


@pytest.mark.parametrize(
    ("texts", "entries"),
    [
        ([], []),
        (["Sở A"], ["Sở A."]),
        (["Sở A;", "Sở B.", "Sở C ,"], ["Sở A;", "Sở B;", "Sở C."]),
        (["Lưu: VT, ...", "…"], ["Lưu: VT, ...;", "…."]),
        (["a*b*", "c\\"], ["a*b*;", "c\\."]),
        ([";", "."], [";;", ".."]),
    ],
)
def test_entries_of_a_list_of_names(texts: list[str], entries: list[str]) -> None:
    assert listed(texts) == entries


@pytest.mark.parametrize(
    ("texts", "entries"),
    [
        (["Luật A.", "Luật B"], ["Luật A;", "Luật B."]),
        (["**Luật A.**", "*Luật B;*"], ["**Luật A**;", "*Luật B*."]),
        (["**Luật A**;", "**Luật B** ,."], ["**Luật A**;", "**Luật B**."]),
        (["Luật \\*A\\*;"], ["Luật \\*A\\*."]),
    ],
)
def test_entries_of_a_list_of_rich_texts(texts: list[str], entries: list[str]) -> None:
    assert rich_listed(texts) == entries


@given(st.text("aă*\\.;,… ", min_size=1, max_size=20))
def test_only_end_marks_and_spaces_are_taken_off(text: str) -> None:
    before, after = plain(text), plain(rich_without_end(text))
    assert before.startswith(after)
    assert set(before[len(after) :]) <= set(" ;,.")


@pytest.mark.parametrize(
    ("text", "ended"),
    [
        ("Trên đây là báo cáo", "Trên đây là báo cáo./."),
        ("Trên đây là báo cáo.", "Trên đây là báo cáo./."),
        ("Trên đây là báo cáo./.", "Trên đây là báo cáo./."),
        ("Các đơn vị thực hiện;", "Các đơn vị thực hiện./."),
        ("và những việc khác...", "và những việc khác.../."),
        ("**Đậm.**", "**Đậm.**/."),
        ("**Đậm./.**", "**Đậm./.**"),
        ("", "./."),
    ],
)
def test_the_content_is_ended_by_its_mark(text: str, ended: str) -> None:
    assert with_content_end(text) == ended


@given(RICH)
def test_the_end_mark_takes_nothing_else_away(text: str) -> None:
    ended = plain(with_content_end(text))
    assert ended.endswith("./.")
    assert ended.startswith(plain(text).rstrip(" ;,"))
