"""What an office lays out in its own template: its runs, lines, headers, footers, notes and pictures are kept."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt
from lxml import etree

from generator.model.document import Document
from generator.ooxml.package import read_parts
from generator.ooxml.wml import qualified
from generator.render.compiled import compile_template
from generator.render.render import rendering
from generator.templates.catalog import layouts
from generator.templates.check import check_template
from tests.own_templates import opened, own_template, saved, with_parts
from tests.rendered import document, in_style, main_part, paragraphs, png, rendered, texts

# ---- The run that holds a tag ----------------------------------------------------------------------------------------

HOST = (
    '<w:rPr><w:rStyle w:val="NhanManh"/><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>'
    '<w:color w:val="C00000"/><w:sz w:val="30"/><w:u w:val="single"/></w:rPr>'
)


def _looks(parts: dict[str, bytes]) -> list[tuple[str, list[str]]]:
    """Return the text of each run and the names of its properties, in order."""
    found = []
    for run in main_part(parts).iter(qualified("w:r")):
        properties = run.find(qualified("w:rPr"))
        names = [] if properties is None else [etree.QName(child).localname for child in properties]
        found.append(("".join(run.itertext()), names))
    return [(text, names) for text, names in found if text]


def test_bold_and_italic_keep_the_style_font_size_and_colour_of_the_run_that_held_the_tag() -> None:
    template = opened(own_template())
    xml = f"<w:p {nsdecls('w')}><w:r>{HOST}<w:t>V/v {{{{r subject }}}} hết</w:t></w:r></w:p>"
    template.element.body.insert(0, parse_xml(xml))
    kept = ["color", "sz", "u"]
    assert _looks(rendered(document(subject="a **b** *c* ***d***"), template=saved(template))) == [
        ("V/v ", ["rStyle", "rFonts", *kept]),
        ("a ", ["rStyle", "rFonts", *kept]),
        ("b", ["rStyle", "rFonts", "b", "bCs", *kept]),
        (" ", ["rStyle", "rFonts", *kept]),
        ("c", ["rStyle", "rFonts", "i", "iCs", *kept]),
        (" ", ["rStyle", "rFonts", *kept]),
        ("d", ["rStyle", "rFonts", "b", "bCs", "i", "iCs", *kept]),
        (" hết", ["rStyle", "rFonts", *kept]),
    ]


# ---- The lines of a value --------------------------------------------------------------------------------------------


def _styled(*content: str) -> bytes:
    """Return a template whose printing paragraph has a style."""
    template = opened(own_template(*content))
    (printing,) = [one for one in template.paragraphs if "{{" in one.text]
    printing.style = template.styles["Lời văn"]
    return saved(template)


RICH_LINES = ("{%p for dong in subject | lines %}", "{{r dong }}", "{%p endfor %}")


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("một\nhai", ["một", "hai"]),
        ("một", ["một"]),
        ("**một\nhai** ba", ["một", "hai ba"]),
        ("một\n\nhai", ["một", "", "hai"]),
    ],
)
def test_the_lines_of_running_text_become_paragraphs_of_the_style_in_the_loop(
    subject: str, expected: list[str]
) -> None:
    template = _styled(*RICH_LINES)
    assert check_template(template) == ()
    assert in_style(rendered(document("plan", subject=subject), template=template), "LoiVan") == expected


def test_an_empty_text_has_no_lines() -> None:
    gone = _styled("{%p for dong in urgency | lines %}", "{{ dong }}", "{%p endfor %}")
    assert in_style(rendered(document("plan"), template=gone), "LoiVan") == []
    assert in_style(rendered(document("plan", urgency="khẩn"), template=gone), "LoiVan") == ["KHẨN"]


def test_without_the_loop_the_lines_stay_in_one_paragraph() -> None:
    assert in_style(rendered(document("plan", subject="một\nhai"), template=_styled("{{r subject }}")), "LoiVan") == [
        "một\nhai"
    ]


@pytest.mark.parametrize("subject", ["một", "một\nhai", "*một*\nhai"])
def test_lines_count_as_printed(subject: str) -> None:
    source = document("plan", subject=subject)
    made = rendering(source, compile_template(_styled(*RICH_LINES)), layouts())
    assert "subject" not in [found.place.field for found in made.unprinted]


@pytest.mark.parametrize("expression", ["body | lines", "issuer | lines", "body[0].table | lines"])
def test_only_texts_have_lines(expression: str) -> None:
    codes = [one.code for one in check_template(own_template(f"{{%p for x in {expression} %}}", "x", "{%p endfor %}"))]
    assert codes[0] in ("wrong-filter", "unguarded-table")


# ---- Headers, footers, notes -----------------------------------------------------------------------------------------

SOURCE = document("plan", number="5", notation="KH-A&B", urgency="khẩn", subject="Trích *yếu* <a>")
TEXTS = ("Số {{ number }}", "{%p if urgency %}", "{{r subject }}", "{%p else %}", "không", "{%p endif %}")
PRINTED = ["Số 05", "Trích yếu <a>"]


def _full() -> bytes:
    """Return a template with tags in the header and footer of the first page, of even pages and of the others."""
    template = opened(own_template("{{ notation }}"))
    section = template.sections[0]
    section.different_first_page_header_footer = True
    template.settings.odd_and_even_pages_header_footer = True
    for part in (
        section.footer, section.first_page_header, section.first_page_footer,
        section.even_page_header, section.even_page_footer,
    ):  # fmt: skip
        for text in TEXTS:
            part.add_paragraph(text)
    return saved(template)


def _words(part: bytes) -> list[str]:
    return [text for _, text in paragraphs(etree.fromstring(part)) if text]


def test_every_header_and_footer_is_merged() -> None:
    template = _full()
    assert {found.code for found in check_template(template)} == {"unknown-style"}
    parts = rendered(SOURCE, template=template)
    merged = {name: _words(data) for name, data in parts.items() if name.startswith(("word/header", "word/footer"))}
    assert list(merged.values()).count(PRINTED) == 5
    assert len(merged) == 6
    assert texts(parts) == ["KH-A&B"]


NOTES = {
    "word/footnotes.xml": ("footnotes", "footnote"),
    "word/endnotes.xml": ("endnotes", "endnote"),
}


@pytest.mark.parametrize("name", NOTES)
def test_notes_are_merged(name: str) -> None:
    holder, note = NOTES[name]
    inner = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in TEXTS)
    part = f'<w:{holder} {nsdecls("w")}><w:{note} w:id="1">{inner}</w:{note}></w:{holder}>'
    assert _words(rendered(SOURCE, template=with_parts(own_template("a"), {name: part.encode()}))[name]) == PRINTED


def test_a_condition_in_a_header_asks_the_data_of_the_document() -> None:
    without: Document = document("plan", number="5")
    parts = rendered(without, template=_full())
    assert _words(parts["word/footer1.xml"])[-1] == "không"


# ---- Pictures of the template ----------------------------------------------------------------------------------------


def test_pictures_in_the_body_and_the_header_are_kept_byte_for_byte() -> None:
    template = opened(own_template("{%p if urgency %}", "{{ number }}", "{%p endif %}"))
    first, second = png(3, 2), png(40, 20)
    template.add_paragraph().add_run().add_picture(BytesIO(first), width=Pt(30))
    template.sections[0].header.add_paragraph("{{ notation }}").add_run().add_picture(BytesIO(second), width=Pt(30))
    data = saved(template)
    before = read_parts(data)
    parts = rendered(SOURCE, template=data)
    media = {name: content for name, content in parts.items() if name.startswith("word/media/")}
    assert sorted(media.values()) == sorted([first, second])
    assert media == {name: content for name, content in before.items() if name.startswith("word/media/")}
    for name, path in (("word/document.xml", "a:blip"), ("word/header1.xml", "a:blip")):
        (blip,) = etree.fromstring(parts[name]).iter(qualified(path))
        (old,) = etree.fromstring(before[name]).iter(qualified(path))
        assert dict(blip.attrib) == dict(old.attrib)
    assert parts["word/_rels/header1.xml.rels"] == before["word/_rels/header1.xml.rels"]
