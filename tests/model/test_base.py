"""What every record shares: texts that Word can hold, exact figures, unknown fields refused."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.model.base import Figure, Line, Record, RichText, Size, Text, is_xml_character, join_rich
from generator.vietnamese.marks import parse_marks, plain


class Sample(Record):
    """A record of each kind of value."""

    line: Line | None = None
    text: Text | None = None
    rich: RichText | None = None
    figure: Figure | None = None
    size: Size = 1


def _fault(**values: Any) -> str:
    with pytest.raises(ValidationError) as caught:
        Sample(**values)
    return str(caught.value)


@pytest.mark.parametrize(
    ("given_text", "kept"),
    [
        ("  Sở Nội vụ \t", "Sở Nội vụ"),
        ("Sở Nô\u0323i vu\u0323", "Sở Nội vụ"),
        ("VP&TH; <KH&ĐT> {{7*7}}", "VP&TH; <KH&ĐT> {{7*7}}"),
    ],
)
def test_a_line_is_stripped_and_composed_and_else_as_given(given_text: str, kept: str) -> None:
    assert Sample(line=given_text).line == kept


def test_line_ends_of_a_text_become_line_feeds() -> None:
    assert Sample(text="một\r\nhai\rba\n\nbốn").text == "một\nhai\nba\n\nbốn"


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"line": "Sở\nNội vụ"}, "một dòng"),
        ({"line": "Sở\rNội vụ"}, "một dòng"),
        ({"line": "   "}, "at least 1 character"),
        ({"text": "a\x0bb"}, "U+000B"),
        ({"rich": "a\x01b"}, "U+0001"),
        ({"text": "a\ufffeb"}, "U+FFFE"),
        ({"figure": "NaN"}, "finite"),
        ({"figure": "Infinity"}, "finite"),
        ({"size": 0}, "greater than 0"),
        ({"size": -1}, "greater than 0"),
        ({"size": float("inf")}, "finite"),
        ({"lines": "x"}, "Extra inputs"),
    ],
)
def test_what_a_document_cannot_hold_is_refused(values: dict[str, Any], says: str) -> None:
    assert says in _fault(**values)


def test_a_field_left_empty_counts_as_not_given() -> None:
    assert Sample.model_validate({"line": None, "size": None}) == Sample()


def test_a_record_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        Sample(line="a").line = "b"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("figure", "stored"),
    [("98", 98), ("98.50", 98.5), ("-0.1", -0.1), ("1e3", 1000), ("0.1234567890123456789", "0.1234567890123456789")],
)
def test_a_figure_is_stored_as_the_simplest_value_that_reads_back(figure: str, stored: Any) -> None:
    assert Sample(figure=figure).model_dump(mode="json")["figure"] == stored


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_a_figure_reads_back_exactly(figure: Decimal) -> None:
    stored = Sample(figure=figure).model_dump_json()
    assert Sample.model_validate_json(stored).figure == figure


@pytest.mark.parametrize(
    ("character", "holdable"),
    [("\t", True), ("\n", True), ("\x0b", False), ("\x1f", False), (" ", True), ("\ud800", False), ("\ue000", True)]
    + [("\ufffd", True), ("\ufffe", False), ("\U0010ffff", True)],
)
def test_the_characters_of_xml(character: str, holdable: bool) -> None:
    assert is_xml_character(character) is holdable


@pytest.mark.parametrize(
    ("texts", "joined"),
    [
        (["Căn cứ", "Luật"], "Căn cứ Luật"),
        (["**Căn cứ**", "*Luật*"], "**Căn cứ** *Luật*"),
        (["một"], "một"),
        ([], ""),
    ],
)
def test_rich_texts_are_joined(texts: list[str], joined: str) -> None:
    assert join_rich(texts) == joined


def test_an_unpaired_star_finds_no_partner_in_the_next_text() -> None:
    assert plain(join_rich(["2*3", "4*5"], "; ")) == "2*3; 4*5"


@given(st.lists(st.text("ab*\\ ", max_size=8), max_size=4))
def test_joining_keeps_the_words_and_the_marks_of_each(texts: list[str]) -> None:
    joined = parse_marks(join_rich(texts, "|"))
    assert "".join(run.text for run in joined) == "|".join(map(plain, texts))
    bold = sum(len(run.text) for text in texts for run in parse_marks(text) if run.bold)
    assert sum(len(run.text) for run in joined if run.bold) == bold
