"""Values as XML: every character comes out as it went in, marks as bold and italic runs that keep the host's look."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from generator.errors import DataError
from generator.model.base import is_xml_character
from generator.ooxml.wml import NAMESPACES, qualified
from generator.render.printing import (
    RUN_CLOSE,
    Block,
    Drawing,
    PieceWriter,
    WrongKindError,
    are_bare,
    encoded,
    is_bare,
    joined,
    open_run,
    printed_attribute,
    printed_block,
    printed_runs,
    printed_text,
    rich,
)
from generator.vietnamese.marks import escape

XML_TEXT = st.text().map(lambda text: "".join(filter(is_xml_character, text)))


def _read(inner: str) -> etree._Element:
    return etree.fromstring(f'<w:p xmlns:w="{NAMESPACES["w"]}">{inner}</w:p>')


def _text(paragraph: etree._Element) -> str:
    breaks = {qualified("w:br"): "\n", qualified("w:tab"): "\t"}
    return "".join(breaks.get(node.tag, node.text or "") for node in paragraph.iter() if isinstance(node.tag, str))


def _runs(text: str, properties: str = "") -> str:
    return joined(printed_runs(rich(text), "", properties)) + RUN_CLOSE


@given(st.lists(XML_TEXT, min_size=1, max_size=5))
def test_plain_texts_come_out_letter_for_letter(texts: list[str]) -> None:
    pieces = [piece for text in texts for piece in ("<w:p><w:r><w:t>", text, "</w:t></w:r></w:p>", "")]
    assert [_text(paragraph) for paragraph in _read(joined(pieces))] == texts


@given(XML_TEXT)
def test_escaped_rich_text_comes_out_letter_for_letter(text: str) -> None:
    assert _text(_read(_runs(escape(text)))) == text


@given(XML_TEXT)
def test_an_attribute_holds_any_text(text: str) -> None:
    found = etree.fromstring(f'<x a="{printed_attribute(text)}"/>')
    assert found.get("a") == text


def test_the_character_that_no_xml_can_hold_is_refused() -> None:
    with pytest.raises(DataError, match=r"U\+0000"):
        encoded(["", "a\0b"])


def test_marks_become_bold_and_italic_runs() -> None:
    runs = _read(_runs("thường **đậm** *nghiêng*")).findall(qualified("w:r"))
    kinds = [
        {etree.QName(mark).localname for mark in run.iter() if etree.QName(mark).localname in "bi"} for run in runs
    ]
    assert kinds == [set(), {"b"}, set(), {"i"}]


def test_markup_in_a_value_stays_text() -> None:
    value = "Sở KH&CN <dự thảo> A < B </w:t> {{7*7}} {% if %}"
    assert _text(_read(_runs(escape(value)))) == value


COLOUR, FONT = '<w:color w:val="FF0000"/>', '<w:rFonts w:ascii="A"/>'


@pytest.mark.parametrize(
    ("host", "marks", "properties"),
    [
        ("", {}, ""),
        (COLOUR, {}, COLOUR),
        (COLOUR, {"bold": True}, f"<w:b/><w:bCs/>{COLOUR}"),
        (FONT + COLOUR, {"italic": True}, f"{FONT}<w:i/><w:iCs/>{COLOUR}"),
        (f"{FONT}<w:b/>{COLOUR}", {"italic": True}, f"{FONT}<w:b/><w:i/><w:iCs/>{COLOUR}"),
        (f'<w:b w:val="0"/>{COLOUR}', {"bold": True}, f"<w:b/><w:bCs/>{COLOUR}"),
    ],
)
def test_a_run_keeps_the_properties_of_its_host(host: str, marks: dict[str, bool], properties: str) -> None:
    expected = f"<w:r><w:rPr>{properties}</w:rPr>" if properties else "<w:r>"
    assert open_run(host, **marks) == f'{expected}<w:t xml:space="preserve">'


@pytest.mark.parametrize(
    ("value", "expected"), [("a", "a"), (5, "5"), (None, "")], ids=["a text", "a number", "nothing"]
)
def test_what_may_stand_in_a_text(value: object, expected: str) -> None:
    assert printed_text(value) == expected


@pytest.mark.parametrize("value", [rich("a"), Drawing("<w:r/>"), Block(["", ""]), ["a"], {"a": "b"}, object()])
def test_nothing_else_may_stand_in_a_text(value: object) -> None:
    with pytest.raises(WrongKindError):
        printed_text(value)


@pytest.mark.parametrize("value", ["a", 5, Block(["", ""]), ["a"]])
def test_only_running_text_and_pictures_stand_for_a_run(value: object) -> None:
    with pytest.raises(WrongKindError):
        printed_runs(value, "", "")


@pytest.mark.parametrize("value", ["a", rich("a"), ["a", ""]])
def test_only_a_block_stands_for_a_paragraph(value: object) -> None:
    with pytest.raises(WrongKindError):
        printed_block(value)


def test_pieces_hold_texts_as_they_are() -> None:
    writer = PieceWriter()
    writer.xml("<w:p>")
    writer.runs("A & B **c**")
    writer.xml("</w:p>")
    assert writer.block().pieces[1::2] == ["A & B ", "c", ""]


@pytest.mark.parametrize("text", ["a b", "", "Sở KH&CN"])
def test_a_bare_text_needs_not_say_that_it_keeps_its_blanks(text: str) -> None:
    assert _runs(text).startswith("<w:r><w:t>")


@pytest.mark.parametrize("text", [" a", "a ", "a\tb", "a\nb", "a **b** c", "\\* "])
def test_a_text_with_blanks_at_its_ends_keeps_them(text: str) -> None:
    assert 'xml:space="preserve"' in _runs(text)


@given(st.lists(st.text(st.sampled_from("ab *\\\t\r\n"), max_size=3), max_size=4))
def test_texts_are_bare_together_when_each_of_them_is(texts: list[str]) -> None:
    assert are_bare(texts) == all(map(is_bare, texts))
