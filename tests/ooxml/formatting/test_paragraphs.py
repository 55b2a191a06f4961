"""The effective properties of paragraphs."""

from __future__ import annotations

from typing import Any

import pytest

from generator.ooxml.formatting.values import Border, FormattedDocument, LineRule, Paragraph
from tests.ooxml.formatting.word_file import p, read, style


def paragraph(properties: str, **parts: str) -> Paragraph:
    return read(p("a", ppr=properties), **parts).paragraphs[0]


@pytest.mark.parametrize(
    ("written", "alignment"),
    [("left", "left"), ("start", "left"), ("center", "center"), ("right", "right"), ("end", "right"),
     ("both", "justify"), ("distribute", "justify"), ("odd", "left")],
)  # fmt: skip
def test_alignment(written: str, alignment: str) -> None:
    assert paragraph(f'<w:jc w:val="{written}"/>').alignment == alignment


@pytest.mark.parametrize(
    ("spacing", "expected"),
    [
        ('w:before="120" w:after="60"', {"space_before": 6.0, "space_after": 3.0}),
        ('w:before="6pt"', {"space_before": 6.0}),
        ('w:before="120" w:beforeAutospacing="1"', {"space_before": 14.0}),
        ('w:beforeLines="50"', {"space_before": 6.0}),
        ('w:line="360"', {"line_spacing": 1.5}),
        ('w:line="360" w:lineRule="exact"', {"line_spacing": 18.0, "line_rule": LineRule.EXACT}),
        ('w:line="360" w:lineRule="atLeast"', {"line_spacing": 18.0, "line_rule": LineRule.AT_LEAST}),
        ('w:line="-280"', {"line_spacing": 14.0, "line_rule": LineRule.EXACT}),
        ('w:line="0"', {"line_spacing": 1.0}),
        ('w:line="nonsense" w:before=""', {"line_spacing": 1.0, "space_before": 0.0}),
    ],
)
def test_spacing(spacing: str, expected: dict[str, Any]) -> None:
    found = paragraph(f"<w:spacing {spacing}/>")
    assert {name: getattr(found, name) for name in expected} == expected


def test_indents_are_laid_over_each_other_one_by_one() -> None:
    styles = style("A", '<w:pPr><w:ind w:left="1440" w:firstLine="720"/></w:pPr>')
    found = paragraph('<w:pStyle w:val="A"/><w:ind w:hanging="360"/>', styles=styles)
    assert (found.left, found.first_line) == (pytest.approx(25.4), pytest.approx(-6.35))


def test_defaults_of_the_file_are_the_lowest_layer() -> None:
    styles = '<w:docDefaults><w:pPrDefault><w:pPr><w:spacing w:after="200"/></w:pPr></w:pPrDefault></w:docDefaults>'
    assert paragraph("", styles=styles).space_after == 10.0


def test_borders_breaks_outline_and_tabs() -> None:
    styles = style("A", '<w:pPr><w:tabs><w:tab w:val="left" w:pos="1440"/><w:tab w:pos="720"/></w:tabs></w:pPr>')
    found = paragraph(
        '<w:pStyle w:val="A"/><w:keepNext/><w:keepLines/><w:pageBreakBefore/><w:pBdr><w:top w:val="nil"/>'
        '<w:bottom w:val="single" w:sz="6"/></w:pBdr><w:tabs><w:tab w:val="clear" w:pos="720"/></w:tabs>'
        '<w:outlineLvl w:val="1"/>',
        styles=styles,
    )
    assert (found.top_border, found.bottom_border) == (None, Border("single", 0.75))
    assert (found.keep_next, found.keep_lines, found.page_break_before, found.outline_level) == (True, True, True, 1)
    assert found.tabs == (pytest.approx(25.4),)


def test_neighbours_of_one_style_that_ignore_it_keep_no_space() -> None:
    inside = '<w:pPr><w:spacing w:before="120" w:after="120"/><w:contextualSpacing/></w:pPr>'
    found = read(p("a", pStyle="A") + p("b", pStyle="A") + p("c"), styles=style("A", inside)).paragraphs
    assert [(one.space_before, one.space_after) for one in found] == [(6, 0), (0, 6), (0, 0)]


def test_the_words_of_a_frame_are_aligned_where_the_frame_stands() -> None:
    assert paragraph('<w:framePr w:wrap="around" w:hAnchor="margin" w:xAlign="center"/>').alignment == "center"


def test_names_of_built_in_styles_are_those_that_word_shows() -> None:
    named = '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/></w:style>'
    assert paragraph('<w:pStyle w:val="H"/>', styles=named).style == "Heading 1"


def breaks(document: FormattedDocument) -> list[bool]:
    return [one.page_break_before for one in document.paragraphs]


BREAK = '<w:r><w:br w:type="page"/></w:r>'


def test_page_breaks_before_and_after_text() -> None:
    assert breaks(read(p(BREAK, "a") + p("b"))) == [True, False]
    assert breaks(read(p("a", BREAK) + p("b"))) == [False, True]


def test_a_page_break_inside_text_parts_its_words() -> None:
    assert read(p("a", BREAK, "b")).paragraphs[0].text == "a\nb"
