"""Sections: paper, page numbers, headers and footers in force."""

from __future__ import annotations

from generator.ooxml.formatting.values import FormattedDocument, Part
from tests.ooxml.formatting.word_file import p, read, texts


def section(inside: str) -> str:
    return f"<w:sectPr>{inside}</w:sectPr>"


def refer(name: str, kind: str = "default") -> str:
    return f'<w:{name.rstrip("123")}Reference w:type="{kind}" r:id="{name}"/>'


def edge(document: FormattedDocument, index: int, name: str) -> list[str]:
    return [document.paragraph(number).text for number in getattr(document.sections[index], name)]


def test_paper_and_margins() -> None:
    size = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    margins = '<w:pgMar w:top="-1134" w:right="20mm" w:bottom="1134" w:left="1701" w:gutter="284" w:header="567"/>'
    more = '<w:type w:val="continuous"/><w:pgNumType w:start="1"/><w:cols w:num="2"/><w:titlePg/>'
    found = read(p("a") + section(more + size + margins)).sections[0]
    assert (round(found.width), round(found.height), found.landscape) == (297, 210, True)
    assert [round(one) for one in (found.margins.top, found.margins.right, found.margins.left)] == [20, 20, 35]
    assert (found.first_page_differs, found.first_page_number, found.columns, found.new_page) == (True, 1, 2, False)


def test_a_file_without_section_has_one() -> None:
    found = read(p("a")).sections
    assert (len(found), round(found[0].width, 1)) == (1, 215.9)


def test_paragraphs_belong_to_the_section_that_ends_after_them() -> None:
    found = read(p("a", ppr=section("")) + p("b") + section(""))
    assert [one.section for one in found.paragraphs] == [0, 1]


def test_headers_go_on_from_section_to_section() -> None:
    body = p("a", ppr=section(refer("header1"))) + p("b", ppr=section(refer("header2") + "<w:titlePg/>")) + p("c")
    found = read(body + section(""), header1=p("một"), header2=p("hai"))
    assert [edge(found, index, "header") for index in range(3)] == [["một"], ["hai"], ["hai"]]
    assert texts(found) == ["a", "b", "c", "một", "hai"]
    assert found.paragraphs[3].part is Part.HEADER


def test_first_and_even_pages_count_only_where_they_are_asked_for() -> None:
    references = refer("header1") + refer("header2", "first") + refer("footer1", "even")
    parts = {"header1": p("thường"), "header2": p("đầu"), "footer1": p("chẵn")}
    plain = read(p("a") + section(references), **parts)
    assert (edge(plain, 0, "header"), edge(plain, 0, "first_header"), edge(plain, 0, "even_footer")) == (
        ["thường"],
        [],
        [],
    )
    asked = read(p("a") + section(references + "<w:titlePg/>"), settings="<w:evenAndOddHeaders/>", **parts)
    assert (edge(asked, 0, "first_header"), edge(asked, 0, "even_footer")) == (["đầu"], ["chẵn"])
    assert asked.sections[0].even_pages_differ


def test_a_header_that_is_not_there_is_empty() -> None:
    assert read(p("a") + section(refer("header1"))).sections[0].header == ()
