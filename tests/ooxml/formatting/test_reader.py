"""Whole files: broken and hostile ones, other dialects, files of other programs, the time it takes."""

from __future__ import annotations

import time
from io import BytesIO

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import TemplateError
from generator.ooxml.formatting.reader import formatted
from generator.ooxml.package import read_parts
from tests.ooxml.formatting.word_file import p, parts_of, r, read, texts

MAIN = "word/document.xml"


def test_a_file_of_python_docx() -> None:
    file = docx.Document()
    paragraph = file.add_paragraph("Điều 1. ", style="List Number")
    paragraph.add_run("Phạm vi").bold = True
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_after = Pt(6)
    paragraph.paragraph_format.first_line_indent = Cm(1.27)
    table = file.add_table(2, 2, style="Table Grid")
    table.cell(0, 0).merge(table.cell(1, 0)).text = "gộp"
    target = BytesIO()
    file.save(target)
    found = formatted(read_parts(target.getvalue()))
    first = found.paragraphs[0]
    assert (first.label, first.style, first.alignment, first.space_after) == ("1.", "List Number", "center", 6.0)
    assert round(first.first_line, 1) == 12.7
    assert [(run.text, run.bold, run.font) for run in first.runs] == [
        ("Điều 1. ", False, "Cambria"), ("Phạm vi", True, "Cambria")
    ]  # fmt: skip
    assert found.tables[0].rows[0].cells[0].rows == 2
    assert found.tables[0].rows[0].cells[1].borders == (True,) * 4


def test_other_prefixes_and_the_strict_form_are_read() -> None:
    for namespace in ("schemas.openxmlformats.org/wordprocessingml/2006", "purl.oclc.org/ooxml/wordprocessingml"):
        properties = '<x:pPr><x:jc x:val="end"/><x:spacing x:before="6pt"/></x:pPr>'
        paragraph = f"<x:p>{properties}<x:r><x:t>a</x:t></x:r></x:p>"
        xml = f'<x:document xmlns:x="http://{namespace}/main"><x:body>{paragraph}</x:body></x:document>'
        found = formatted({MAIN: xml.encode()}).paragraphs[0]
        assert (found.text, found.alignment, found.space_before) == ("a", "right", 6.0)


def test_the_main_part_is_the_one_that_the_package_names() -> None:
    parts = parts_of(p("a"))
    parts["word/document2.xml"] = parts.pop(MAIN)
    relation = b'<Relationship Id="a" Type="http://x/officeDocument" Target="/word/document2.xml"/>'
    parts["_rels/.rels"] = b"<Relationships>" + relation + b"</Relationships>"
    assert texts(formatted(parts)) == ["a"]


ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    "xml",
    [
        b"",
        b"no xml",
        b"<w:document/>",
        b'<x:document xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>',
        (ENTITIES + "<x>&b;</x>").encode(),
        ('<?xml version="1.0" encoding="utf-16"?>' + ENTITIES + "<x>&b;</x>").encode("utf-16"),
        b"<x>" * 1000 + b"</x>" * 1000,
    ],
)
def test_what_is_no_word_file_is_refused(xml: bytes) -> None:
    with pytest.raises(TemplateError) as refused:
        formatted({MAIN: xml})
    assert "word/document.xml" in str(refused.value)


def test_a_broken_part_beside_the_main_one_is_named() -> None:
    parts = parts_of(p("a"), styles="")
    with pytest.raises(TemplateError, match="word/styles.xml bị hỏng"):
        formatted({**parts, "word/styles.xml": b"<"})


def test_a_number_of_a_paragraph_leads_to_it() -> None:
    found = read(p("a") + p("b"))
    assert found.paragraph(2).text == "b"
    with pytest.raises(IndexError):
        found.paragraph(0)


_NAMES = [
    "p",
    "r",
    "t",
    "pPr",
    "rPr",
    "tbl",
    "tr",
    "tc",
    "tblPr",
    "tcPr",
    "trPr",
    "tblGrid",
    "gridCol",
    "gridSpan",
    "vMerge",
    "hMerge",
    "numPr",
    "numId",
    "ilvl",
    "sectPr",
    "fldChar",
    "instrText",
    "fldSimple",
    "drawing",
    "pict",
    "sdt",
    "sdtContent",
    "del",
    "ins",
    "br",
    "sym",
    "jc",
    "ind",
    "spacing",
    "sz",
    "b",
    "rFonts",
    "txbxContent",
    "pgSz",
    "cols",
    "headerReference",
    "tabs",
    "tab",
    "pBdr",
    "top",
    "tblInd",
    "tblLook",
    "tcW",
    "framePr",
    "abstractNum",
    "num",
    "lvl",
    "start",
    "numFmt",
    "lvlText",
    "style",
]
_VALUES = [
    "",
    "0",
    "1",
    "-1",
    "x",
    "9" * 20,
    *["restart", "continue", "begin", "separate", "end", "PAGE", "1e9", "nan", "auto"],
]
_ATTRIBUTES = ("val", "w", "left", "before", "line", "char", "fldCharType", "instr", "type", "ascii", "pos", "num")
_elements = st.recursive(
    st.just("chữ"),
    lambda inner: st.builds(
        lambda name, attributes, content: f"<w:{name} {attributes}>{''.join(content)}</w:{name}>",
        st.sampled_from(_NAMES),
        st.dictionaries(st.sampled_from(_ATTRIBUTES), st.sampled_from(_VALUES), max_size=3).map(
            lambda found: " ".join(f'w:{name}="{value}"' for name, value in found.items())
        ),
        st.lists(inner, max_size=4),
    ),
    max_leaves=30,
)


@given(st.lists(_elements, max_size=6), st.lists(_elements, max_size=3), st.lists(_elements, max_size=3))
@settings(max_examples=100, deadline=None)
def test_odd_content_is_read_somehow(body: list[str], styles: list[str], numbering: list[str]) -> None:
    found = read("".join(body), styles="".join(styles), numbering="".join(numbering), settings="".join(styles))
    assert [one.number for one in found.paragraphs] == list(range(1, len(found.paragraphs) + 1))


def test_tables_inside_tables_are_read_as_deep_as_xml_goes() -> None:
    nested = p("a")
    for _ in range(70):
        nested = f"<w:tbl><w:tr><w:tc>{nested}<w:p/></w:tc></w:tr></w:tbl>"
    found = read(nested)
    assert len(found.tables) == 70
    assert texts(found)[0] == "a"


def test_a_table_of_absurd_width_costs_no_more_than_its_cells() -> None:
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="63"/></w:tcPr><w:p/></w:tc>'
    columns = "<w:gridCol/>" * 5000
    rows = "<w:tr>" + cell * 500 + "</w:tr>" + f"<w:tr>{cell}</w:tr>" * 500
    start = time.process_time()
    found = read(f"<w:tbl><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>")
    assert len(found.tables[0].widths) < 600
    assert time.process_time() - start < 20


def _long(paragraphs: int) -> dict[str, bytes]:
    run = r("một hai ba bốn năm ", '<w:rFonts w:ascii="Times New Roman"/><w:sz w:val="28"/>')
    cell = f"<w:tc>{p('ô')}</w:tc>"
    row = f"<w:tr>{cell * 7}</w:tr>"
    return parts_of(p(*[run] * 8, jc="both") * paragraphs + f"<w:tbl>{row * (paragraphs // 5)}</w:tbl>")


def test_the_time_does_not_grow_with_the_square_of_the_file() -> None:
    """Eight times the paragraphs would take 64 times as long; other work on the machine doubles a time at most."""
    short, long = (min(_seconds(_long(paragraphs)) for _ in range(3)) for paragraphs in (200, 1600))
    assert long < 30 * short


def _seconds(parts: dict[str, bytes]) -> float:
    start = time.process_time()
    formatted(parts)
    return time.process_time() - start
