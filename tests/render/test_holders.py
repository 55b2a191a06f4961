"""Cells, headers, text boxes and notes that their tags leave empty get the paragraph that Word wants, and only they."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from lxml import etree

from generator.model.document import Document
from generator.ooxml.package import read_parts, write_parts
from generator.ooxml.wml import qualified
from generator.render.holders import lacks_paragraph, with_ends
from tests.ooxml_sdk import validate
from tests.own_templates import opened, own_template, saved
from tests.rendered import document, holders_without_paragraph, main_part, paragraph_text, rendered

BARE = document("plan")
FULL = document("plan", urgency="khẩn", addressees=["Một", "Hai"], appendices=[{"title": "Phụ lục"}])
BREAK = "a\n{%p if appendices %}\n{{p appendices[0].section_break }}\n{%p endif %}"
NESTED = "{%p if urgency %}\na\n{%p else %}\n{%p if circulation %}\nb\n{%p endif %}\n{%p endif %}"


def _cell(source: Document, text: str) -> list[str]:
    """Return the paragraphs of a table's only cell, which a template gives this text."""
    (cell,) = main_part(rendered(source, template=own_template([[text]]))).iter(qualified("w:tc"))
    return [paragraph_text(found) for found in cell.iter(qualified("w:p"))]


@pytest.mark.parametrize(
    ("text", "bare", "full"),
    [
        ("a\n{%p if urgency %}\nb\n{%p endif %}", ["a"], ["a", "b"]),
        ("{%p if urgency %}\na\n{%p endif %}", [""], ["a"]),
        ("{%p if urgency %}\na\n{%p elif circulation %}\nb\n{%p endif %}", [""], ["a"]),
        (NESTED, [""], ["a"]),
        ("{%p for name in addressees %}\n{{ name }}\n{%p endfor %}", [""], ["Một;", "Hai."]),
        ("{%p for name in addressees %}\n{{ name }}\n{%p else %}\nkhông\n{%p endfor %}", ["không"], ["Một;", "Hai."]),
        ("{%p if urgency %}\n{%p endif %}\n", [""], [""]),
        ("{#p ghi chú #}", [""], [""]),
        (BREAK, ["a"], ["a", ""]),
    ],
)
def test_a_cell_keeps_its_paragraphs_and_gets_one_only_when_it_has_none(
    text: str, bare: list[str], full: list[str]
) -> None:
    assert _cell(BARE, text) == bare
    assert _cell(FULL, text) == full


def test_a_table_at_the_end_of_a_cell_gets_a_paragraph_behind_it() -> None:
    template = opened(own_template([["{%p if urgency %}\na\n{%p endif %}"]]))
    cell = template.tables[0].cell(0, 0)
    cell.paragraphs[0]._p.addprevious(
        parse_xml(f"<w:tbl {nsdecls('w')}><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>")
    )
    found = main_part(rendered(BARE, template=saved(template)))
    outer = next(found.iter(qualified("w:tc")))
    assert [etree.QName(child).localname for child in outer][1:] == ["tbl", "p"]


def _with_box(source: Document) -> dict[str, bytes]:
    """Return a document whose text box, header and footer hold nothing but a condition that fails."""
    template = opened(own_template("a", "{{ number }}"))
    tags = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in ("{%p if urgency %}", "u", "{%p endif %}"))
    box = (
        f"<w:r {nsdecls('w')} xmlns:v='urn:schemas-microsoft-com:vml'><w:pict><v:shape style='width:90pt;height:40pt'>"
        f"<v:textbox><w:txbxContent>{tags}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    template.paragraphs[0]._p.append(parse_xml(box))
    for part in (template.sections[0].header, template.sections[0].footer):
        for old in list(part._element):
            part._element.remove(old)
        for text in ("{%p if urgency %}", "u", "{%p endif %}"):
            part.add_paragraph(text)
    return rendered(source, template=saved(template))


def test_a_text_box_a_header_and_a_footer_too() -> None:
    parts = _with_box(BARE)
    assert holders_without_paragraph(parts) == []
    assert b"u</w:t>" not in parts["word/header1.xml"]
    full = _with_box(FULL)
    assert holders_without_paragraph(full) == []
    assert full["word/header1.xml"].count(b"<w:p") == full["word/header1.xml"].count(b"u</w:t>") == 1


def test_a_content_control_that_is_all_of_a_cell_gets_the_paragraph_inside() -> None:
    made = with_ends(
        [["text", "<w:tc><w:sdt><w:sdtContent>"], ["if", [], []], ["text", "</w:sdtContent></w:sdt></w:tc>"]]
    )
    assert [one[0] for one in made] == ["text", "if", "end", "text"]


@pytest.mark.parametrize(
    ("xml", "lacks"),
    [
        ("<w:tc>", True),
        ("</w:tcPr>", True),
        ("</w:p></w:tc></w:tr></w:tbl>", True),
        ("<w:p>a</w:p>", False),
        ("<w:p/>", False),
        ('<w:p w:rsidR="1"/>', False),
        ("<w:pPr/>", True),
        ('</w:p><w:bookmarkEnd w:id="1"/>', False),
        ("</w:p></w:sdtContent></w:sdt>", False),
    ],
)
def test_what_ends_with_a_paragraph(xml: str, lacks: bool) -> None:
    assert lacks_paragraph([xml, ""]) is lacks
    assert lacks_paragraph([xml, "", "", ""]) is lacks


@pytest.mark.sdk
def test_word_files_with_emptied_holders_are_valid(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    parts = _with_box(BARE)
    path.write_bytes(write_parts(parts))
    assert validate([path]) == {path: []}
    assert read_parts(path.read_bytes()) == parts
