"""The effective look of runs: styles, defaults, toggles, fonts of the theme, colours."""

from __future__ import annotations

from typing import Any

import pytest

from generator.ooxml.formatting.values import Run
from tests.ooxml.formatting.word_file import p, r, read, style

THEME = """<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements>
<a:clrScheme name="x"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>
<a:accent1><a:srgbClr val="4f81bd"/></a:accent1></a:clrScheme><a:fontScheme name="x">
<a:majorFont><a:latin typeface="Cambria"/><a:ea typeface=""/><a:cs typeface=""/></a:majorFont>
<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>
<a:font script="Viet" typeface="Arial"/><a:font script="Jpan" typeface="Mincho"/></a:minorFont>
</a:fontScheme></a:themeElements></a:theme>"""


def run(body: str, **parts: str) -> Run:
    return read(body, **parts).paragraphs[0].runs[0]


def defaults(inside: str) -> str:
    return f"<w:docDefaults><w:rPrDefault><w:rPr>{inside}</w:rPr></w:rPrDefault></w:docDefaults>"


def test_a_file_without_styles_has_the_look_that_word_takes() -> None:
    assert run(p("a")) == Run("a", "Times New Roman", 10.0)


def test_styles_inherit_from_what_they_are_based_on() -> None:
    styles = style("A", '<w:rPr><w:sz w:val="28"/><w:b/></w:rPr>') + style(
        "B", '<w:basedOn w:val="A"/><w:rPr><w:i/></w:rPr>'
    )
    found = run(p("a", pStyle="B"), styles=styles)
    assert (found.size, found.bold, found.italic) == (14.0, True, True)


def test_styles_based_on_each_other_are_read_once() -> None:
    styles = style("A", '<w:basedOn w:val="B"/><w:rPr><w:b/></w:rPr>') + style("B", '<w:basedOn w:val="A"/>')
    assert run(p("a", pStyle="B"), styles=styles).bold


def test_an_unknown_style_is_the_default_one() -> None:
    styles = style("Normal", '<w:rPr><w:sz w:val="26"/></w:rPr>', default=True)
    assert run(p("a", pStyle="Nowhere"), styles=styles).size == 13.0


@pytest.mark.parametrize(
    ("paragraph", "character", "direct", "bold"),
    [
        ("<w:b/>", "", "", True),
        ("<w:b/>", "<w:b/>", "", False),
        ("", "<w:b/>", "", True),
        ("<w:b/>", "<w:b/>", "<w:b/>", True),
        ("<w:b/>", "", '<w:b w:val="0"/>', False),
        ("<w:b/>", '<w:b w:val="false"/>', "", True),
    ],
)
def test_toggles_of_paragraph_and_character_styles_switch_each_other(
    paragraph: str, character: str, direct: str, *, bold: bool
) -> None:
    styles = style("P", f"<w:rPr>{paragraph}</w:rPr>") + style("C", f"<w:rPr>{character}</w:rPr>", "character")
    assert run(p(r("a", f'<w:rStyle w:val="C"/>{direct}'), pStyle="P"), styles=styles).bold is bold


def test_a_toggle_of_the_defaults_stays_on() -> None:
    assert run(p("a", pStyle="P"), styles=defaults("<w:b/>") + style("P", "<w:rPr><w:b/></w:rPr>")).bold


def test_a_character_style_may_be_named_by_the_paragraph_style_that_it_is_linked_with() -> None:
    styles = style("P", '<w:link w:val="C"/>') + style("C", '<w:link w:val="P"/><w:rPr><w:i/></w:rPr>', "character")
    assert run(p(r("a", '<w:rStyle w:val="P"/>')), styles=styles).italic


@pytest.mark.parametrize(("name", "font"), [("minorHAnsi", "Calibri"), ("majorAscii", "Cambria")])
def test_theme_fonts_of_vietnamese_text_are_the_latin_ones(name: str, font: str) -> None:
    styles = defaults(f'<w:rFonts w:asciiTheme="{name}" w:hAnsiTheme="{name}"/>')
    settings = '<w:themeFontLang w:val="vi-VN"/>'
    assert run(p("Điều"), styles=styles, theme=THEME, settings=settings).font == font


def test_theme_fonts_of_other_scripts_go_by_the_language() -> None:
    found = run(
        p(r("日本", '<w:rFonts w:eastAsiaTheme="minorEastAsia"/>')),
        theme=THEME,
        settings='<w:themeFontLang w:eastAsia="ja-JP"/>',
    )
    assert found.font == "Mincho"


def test_a_font_laid_over_a_theme_font_counts() -> None:
    styles = defaults('<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>')
    assert run(p(r("a", '<w:rFonts w:ascii="Arial"/>')), styles=styles, theme=THEME).font == "Arial"


def test_a_theme_that_is_not_there_gives_the_font_of_word() -> None:
    assert run(p(r("a", '<w:rFonts w:asciiTheme="minorHAnsi"/>'))).font == "Times New Roman"


@pytest.mark.parametrize(
    ("text", "font"), [("abc", "Arial"), ("ỷ ữ đ", "Verdana"), ("Số 1", "Arial"), ("123", "Arial")]
)
def test_the_font_is_that_of_most_letters(text: str, font: str) -> None:
    assert run(p(r(text, '<w:rFonts w:ascii="Arial" w:hAnsi="Verdana"/>'))).font == font


def test_complex_script_has_font_size_and_weight_of_its_own() -> None:
    found = run(
        p(r("a", '<w:rFonts w:ascii="Arial" w:cs="David"/><w:b/><w:sz w:val="28"/><w:szCs w:val="40"/><w:cs/>'))
    )
    assert (found.font, found.size, found.bold) == ("David", 20.0, False)


@pytest.mark.parametrize(
    ("properties", "changed"),
    [
        ('<w:u w:val="single"/>', {"underline": True}),
        ('<w:u w:val="none"/>', {}),
        ("<w:caps/>", {"caps": True}),
        ("<w:smallCaps/>", {"caps": True}),
        ('<w:color w:val="ff0000"/>', {"color": "FF0000"}),
        ('<w:color w:val="auto"/>', {}),
        ('<w:color w:val="123456" w:themeColor="accent1"/>', {"color": "4F81BD"}),
        ('<w:color w:val="123456" w:themeColor="accent1" w:themeTint="99"/>', {"color": "123456"}),
        ('<w:color w:val="auto" w:themeColor="text1"/>', {"color": "000000"}),
        ('<w:vertAlign w:val="superscript"/>', {"raised": True}),
        ('<w:vertAlign w:val="baseline"/>', {}),
    ],
)
def test_other_properties(properties: str, changed: dict[str, Any]) -> None:
    assert run(p(r("a", properties)), theme=THEME) == Run("a", "Times New Roman", 10.0, **changed)


def test_capitals_are_shown_but_not_stored() -> None:
    found = read(p(r("Điều", "<w:caps/>"))).paragraphs[0]
    assert (found.text, found.shown) == ("Điều", "ĐIỀU")


def test_neighbours_of_one_look_are_one_run() -> None:
    assert [one.text for one in read(p(r("a"), r("b"), r("c", "<w:b/>"))).paragraphs[0].runs] == ["ab", "c"]


def test_unused_fonts_are_named() -> None:
    found = read(p(r("a", '<w:rFonts w:ascii="Arial" w:hAnsi=".VnTime"/>')), fontTable='<w:font w:name="VNI-Times"/>')
    assert found.unused_fonts == (".VnTime", "VNI-Times")
