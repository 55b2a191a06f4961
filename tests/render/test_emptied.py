"""Tables and rows that their tags leave empty are left out whole, and what Word needs in their place remains."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from lxml import etree

from generator.model.document import Document
from generator.ooxml.package import write_parts
from generator.ooxml.wml import qualified
from generator.render.emptied import end_of_filled, with_filled
from generator.templates.check import check_template
from tests.ooxml_sdk import validate
from tests.own_templates import Content, opened, own_template, saved
from tests.rendered import document, holders_without_paragraph, main_part, rendered, texts

BARE = document("plan")
FULL = document("plan", urgency="khẩn", addressees=["Một", "Hai"])
LOOP = [["{%tr for name in addressees %}"], ["{{ name }}"], ["{%tr endfor %}"]]
CONDITION = [["{%tr if urgency %}"], ["a"], ["{%tr endif %}"]]
CELLS = [["{%tc for name in addressees %}", "{{ name }}", "{%tc endfor %}"]]
CASES: dict[str, tuple[tuple[Content, ...], list[str], list[str]]] = {
    "a loop": (("x", LOOP, "y"), ["x", "y"], ["x", "Một;", "Hai.", "y"]),
    "a condition": (("x", CONDITION, "y"), ["x", "y"], ["x", "a", "y"]),
    "one after the other": ((CONDITION + LOOP, "y"), ["y"], ["a", "Một;", "Hai.", "y"]),
    "a row that stays": (([["x"], *LOOP], "y"), ["x", "y"], ["x", "Một;", "Hai.", "y"]),
    "a row that stays behind": (([*LOOP, ["x"]], "y"), ["x", "y"], ["Một;", "Hai.", "x", "y"]),
    "an else": (
        ([*LOOP[:2], ["{%tr else %}"], ["không"], LOOP[2]], "y"),
        ["không", "y"],
        ["Một;", "Hai.", "y"],
    ),
    "cells": ((CELLS, "y"), ["y"], ["Một;", "Hai.", "y"]),
    "cells of one row": (([["x", "y", "z"], *CELLS],), ["x", "y", "z"], ["x", "y", "z", "Một;", "Hai."]),
    "two tables": ((LOOP, "x", LOOP), ["x"], ["Một;", "Hai.", "x", "Một;", "Hai."]),
    "the whole body": ((LOOP,), [], ["Một;", "Hai."]),
}


def _broken(source: Document, template: bytes) -> list[str]:
    """Return the tables without rows and the rows without cells of a document."""
    root = main_part(rendered(source, template=template))
    wanted = {qualified("w:tbl"): qualified("w:tr"), qualified("w:tr"): qualified("w:tc")}
    return [str(found.tag) for found in root.iter(*wanted) if found.find(wanted[str(found.tag)]) is None]


@pytest.mark.parametrize(("content", "bare", "full"), CASES.values(), ids=CASES.keys())
def test_what_has_nothing_left_is_left_out_and_nothing_else(
    content: tuple[Content, ...], bare: list[str], full: list[str]
) -> None:
    template = own_template(*content)
    assert texts(rendered(BARE, template=template)) == bare
    assert texts(rendered(FULL, template=template)) == full
    assert _broken(BARE, template) == _broken(FULL, template) == []


@pytest.mark.parametrize(("content", "code"), [(LOOP, "empty-table"), (CELLS, "empty-row")])
def test_the_check_tells_that_it_may_be_left_out(content: list[list[str]], code: str) -> None:
    (found,) = check_template(own_template(content))
    assert (found.code, found.severity.value, found.place.part) == (code, "warning", "bảng 1, hàng 1, ô 1")
    assert "sẽ không được in" in found.message


def _nested() -> bytes:
    """Return a template with a table of tags' rows inside a cell, bookmarks around the rows."""
    template = opened(own_template([["a"]]))
    rows = "".join(f"<w:tr><w:tc><w:p><w:r><w:t>{row[0]}</w:t></w:r></w:p></w:tc></w:tr>" for row in LOOP)
    marks = '<w:bookmarkStart w:id="7" w:name="bang"/>', '<w:bookmarkEnd w:id="7"/>'
    head = '<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid>'
    table = parse_xml(f"<w:tbl {nsdecls('w')}>{head}{marks[0]}{rows}{marks[1]}</w:tbl>")
    template.tables[0].cell(0, 0).paragraphs[0]._p.addprevious(table)
    return saved(template)


def test_a_cell_keeps_its_paragraph_and_bookmarks_stay_in_pairs() -> None:
    parts = rendered(BARE, template=_nested())
    assert holders_without_paragraph(parts) == []
    (cell,) = main_part(parts).iter(qualified("w:tc"))
    assert [etree.QName(child).localname for child in cell] == ["tcPr", "bookmarkStart", "bookmarkEnd", "p"]
    assert texts(rendered(FULL, template=_nested())) == ["Một;", "Hai.", "a"]


@pytest.mark.parametrize(
    ("pieces", "name", "closing", "left", "end"),
    [
        (["<w:p/><w:tbl><w:tblPr/>", "", "", ""], "tbl", "</w:tbl>", "<w:p/>", ""),
        (["<w:tbl><w:tr ><w:tc/></w:tr>", ""], "tbl", "</w:tbl>", None, "</w:tbl>"),
        (["<w:tbl><w:tr><w:trPr/>", ""], "tr", "</w:tr>", "<w:tbl>", ""),
        (["<w:tbl><w:tblPr/>", "", "<w:tr/>", ""], "tbl", "</w:tbl>", None, "</w:tbl>"),
        (["<w:tbl><w:tr/></w:tbl>", ""], "tbl", "</w:tbl>", None, "</w:tbl>"),
        ([], "tbl", "</w:tbl>", None, "</w:tbl>"),
    ],
)
def test_what_is_empty(pieces: list[str], name: str, closing: str, left: str | None, end: str) -> None:
    before = list(pieces)
    assert end_of_filled(pieces, name, closing) == end
    assert pieces == (before if left is None else [left, *before[1:]])


def test_ends_behind_each_other_are_each_looked_at() -> None:
    made = with_filled([["if", [], []], ["text", "</w:tr></w:sdtContent></w:sdt></w:tbl><w:p/>"]])
    assert made[1:] == [
        ["filled", "tr", "</w:tr>"],
        ["filled", "tbl", "</w:sdtContent></w:sdt></w:tbl>"],
        ["text", "<w:p/>"],
    ]


@pytest.mark.sdk
def test_word_files_without_their_tables_are_valid(tmp_path: Path) -> None:
    templates = [own_template(*content) for content, _, _ in CASES.values()]
    paths = [tmp_path / f"{number}.docx" for number in range(len(templates) + 1)]
    for path, template in zip(paths, [*templates, _nested()], strict=True):
        path.write_bytes(write_parts(rendered(BARE, template=template)))
    assert validate(paths) == {path: [] for path in paths}
