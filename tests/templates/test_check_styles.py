"""What rendering needs besides tags: styles and a page; pictures that would vanish."""

from __future__ import annotations

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from generator.ooxml.package import MAIN
from generator.templates.check import check_template
from generator.templates.needed_styles import NEEDED, NEEDED_FOR
from tests.broken_templates import TABLES
from tests.own_templates import built, edited, opened, own_template, saved, with_parts
from tests.rendered import document, rendered, texts

STYLES = "word/styles.xml"


def _codes(template: bytes) -> list[str | None]:
    return [found.code for found in check_template(template)]


@pytest.mark.parametrize("name", NEEDED)
def test_a_needed_style_that_is_missing_is_named(name: str) -> None:
    (found,) = check_template(edited(built(), STYLES, (f'w:name w:val="{name}"', 'w:name w:val="Kiểu khác"')))
    assert (found.code, found.severity.value) == ("missing-style", "error")
    assert name in found.message


@pytest.mark.parametrize(
    ("content", "field"),
    [
        ((*TABLES, "{{p line.table }}", "{%p endif %}", "{%p endfor %}"), "table"),
        (("{{p section_break }}",), "section_break"),
    ],
)
def test_a_template_needs_the_styles_of_what_it_prints_and_no_others(content: tuple[str, ...], field: str) -> None:
    found = check_template(_plain(*content))
    assert [one.code for one in found] == ["missing-style"] * len(NEEDED_FOR[field])
    assert all(name in one.message for name, one in zip(NEEDED_FOR[field], found, strict=True))


def _plain(*paragraphs: str) -> bytes:
    """Return a Word file with nothing of ours but the tags in these paragraphs."""
    made = docx.Document()
    for text in paragraphs:
        made.add_paragraph(text)
    return saved(made)


def test_an_ordinary_letter_with_a_few_tags_is_a_template() -> None:
    letter = _plain(
        "Số: {{ number }}", "{# table #}{{r subject }}", "{%p for line in body %}", "{{r line.text }}", "{%p endfor %}"
    )
    assert check_template(letter) == ()
    blocks = [{"kind": "paragraph", "text": "Lời"}, {"kind": "table", "rows": [[{"text": "Ô"}]]}]
    source = document(
        "plan", number="5", subject="Tên", sections=[{"blocks": blocks}], appendices=[{"title": "Phụ lục"}]
    )
    assert texts(rendered(source, template=letter)) == ["Số: 05", "Tên", "Lời"]


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


def test_a_picture_or_a_section_end_beside_a_tag_would_vanish() -> None:
    document = opened(own_template("{%p if urgency %}", "x", "{%p endif %}"))
    document.paragraphs[0].add_run()._r.append(parse_xml(f"<w:drawing {nsdecls('w')}/>"))
    document.paragraphs[2]._p.get_or_add_pPr().append(parse_xml(f"<w:sectPr {nsdecls('w')}/>"))
    findings = check_template(saved(document))
    assert [(one.code, one.place.part) for one in findings] == [
        ("lost-beside-tag", "đoạn 1"),
        ("lost-beside-tag", "đoạn 3"),
    ]
