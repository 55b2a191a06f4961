"""Paragraph styles worked out: own, based on, defaults."""

from __future__ import annotations

from lxml import etree

from generator.ooxml.text_styles import TextStyle, text_styles
from generator.ooxml.wml import NAMESPACES


def _styles(inner: str) -> dict[str, TextStyle]:
    return text_styles(etree.fromstring(f'<w:styles xmlns:w="{NAMESPACES["w"]}">{inner}</w:styles>'))


def _style(name: str, inner: str = "", based_on: str = "") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>{base}{inner}</w:style>'


DEFAULTS = '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>'


def test_a_property_comes_from_the_nearest_that_has_it() -> None:
    base = _style("A", '<w:pPr><w:keepNext/><w:ind w:left="100" w:firstLine="720"/></w:pPr><w:rPr><w:b/></w:rPr>')
    own = _style("B", '<w:pPr><w:ind w:right="50"/></w:pPr><w:rPr><w:b w:val="0"/><w:sz w:val="26"/></w:rPr>', "A")
    found = _styles(DEFAULTS + base + own)
    assert found["A"] == TextStyle(14, True, False, False, left=100, right=0, first=720, keeps_next=True)
    assert found["B"] == TextStyle(13, False, False, False, left=100, right=50, first=720, keeps_next=True)


def test_without_any_size_it_is_words_own() -> None:
    assert _styles(_style("A"))["A"].size == 10


def test_a_hanging_indent_is_less_than_nothing() -> None:
    assert _styles(_style("A", '<w:pPr><w:ind w:left="400" w:hanging="400"/></w:pPr>'))["A"].first == -400


def test_styles_based_on_each_other_or_on_nothing_end() -> None:
    found = _styles(_style("A", "", "B") + _style("B", "<w:rPr><w:i/></w:rPr>", "A") + _style("C", "", "none"))
    assert found["A"].italic
    assert not found["C"].italic


def test_spaces_and_the_height_of_lines_are_those_of_the_style() -> None:
    spacing = '<w:pPr><w:spacing w:before="40" w:after="60" w:line="360" w:lineRule="auto"/></w:pPr>'
    found = _styles(_style("A", spacing) + _style("B", '<w:pPr><w:spacing w:line="300" w:lineRule="exact"/></w:pPr>'))
    assert (found["A"].space, found["A"].spacing) == (5, 1.5)
    assert (found["B"].space, found["B"].spacing) == (0, 1)
