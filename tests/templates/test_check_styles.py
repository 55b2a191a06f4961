"""What rendering needs besides tags: styles and a page; pictures that would vanish; numbering that runs on."""

from __future__ import annotations

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from generator.ooxml.package import MAIN
from generator.templates.check import check_template
from generator.templates.check.styles import NEEDED
from tests.own_templates import built, edited, opened, own_template, saved, with_parts

STYLES = "word/styles.xml"
LOOP = ("{%p for line in recipients %}", "{{ line }}", "{%p endfor %}")
NUMBERING = f"""<w:numbering {nsdecls("w")}>
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
</w:numbering>""".encode()


def _codes(template: bytes) -> list[str | None]:
    return [found.code for found in check_template(template)]


@pytest.mark.parametrize("name", NEEDED)
def test_a_needed_style_that_is_missing_is_named(name: str) -> None:
    (found,) = check_template(edited(built(), STYLES, (f'w:name w:val="{name}"', 'w:name w:val="Kiểu khác"')))
    assert (found.code, found.severity.value) == ("missing-style", "error")
    assert name in found.message


def test_without_styles_all_are_missing_and_paragraphs_have_none_of_theirs() -> None:
    codes = _codes(with_parts(built(), {STYLES: None}))
    assert codes.count("missing-style") == len(NEEDED)
    assert set(codes) == {"missing-style", "unknown-style"}


def test_a_style_that_is_not_defined_is_suspicious() -> None:
    (found,) = check_template(edited(built(), MAIN, ('w:val="HoVaTen"', 'w:val="KhongCo"')))
    assert (found.code, found.severity.value) == ("unknown-style", "warning")
    assert found.place.part == "bảng 2, hàng 1, ô 2, đoạn 9"


def test_a_template_without_paper_is_refused() -> None:
    document = opened(own_template("a"))
    body = document.element.body
    body.remove(body[-1])
    assert _codes(saved(document)) == ["missing-page"]


def test_a_template_without_content_is_refused() -> None:
    assert _codes(own_template()) == ["missing-page"]


def _numbered(template: bytes, number: int, paragraph: int) -> bytes:
    document = opened(template)
    properties = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
    document.paragraphs[paragraph]._p.get_or_add_pPr().append(parse_xml(properties))
    return with_parts(saved(document), {"word/numbering.xml": NUMBERING})


@pytest.mark.parametrize(
    ("number", "paragraph", "codes"),
    [
        (1, 1, ["numbering-in-loop"]),
        (2, 1, []),
        (0, 1, []),
        (1, 3, []),
    ],
    ids=["numbers in the loop", "bullets", "numbering switched off", "numbers after the loop"],
)
def test_word_numbers_in_a_loop_are_suspicious(number: int, paragraph: int, codes: list[str]) -> None:
    assert _codes(_numbered(own_template(*LOOP, "sau"), number, paragraph)) == codes


def test_numbers_of_a_style_count_too() -> None:
    numbering = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    base = f'<w:style w:type="paragraph" w:styleId="So"><w:name w:val="Số"/>{numbering}</w:style>'
    child = '<w:style w:type="paragraph" w:styleId="Con"><w:name w:val="Con"/><w:basedOn w:val="So"/></w:style>'
    template = edited(own_template(*LOOP), STYLES, ("</w:styles>", f"{base}{child}</w:styles>"))
    template = edited(
        template, MAIN, ("<w:p><w:r><w:t>{{ line", '<w:p><w:pPr><w:pStyle w:val="Con"/></w:pPr><w:r><w:t>{{ line')
    )
    assert _codes(template) == ["numbering-in-loop"]


def test_a_picture_or_a_section_end_beside_a_tag_would_vanish() -> None:
    document = opened(own_template("{%p if urgency %}", "x", "{%p endif %}"))
    document.paragraphs[0].add_run()._r.append(parse_xml(f"<w:drawing {nsdecls('w')}/>"))
    document.paragraphs[2]._p.get_or_add_pPr().append(parse_xml(f"<w:sectPr {nsdecls('w')}/>"))
    findings = check_template(saved(document))
    assert [(one.code, one.place.part) for one in findings] == [
        ("picture-beside-tag", "đoạn 1"),
        ("picture-beside-tag", "đoạn 3"),
    ]
