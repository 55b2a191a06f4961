"""Word's own numbering in a template: lists begin anew in each round of the loop that they belong to."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from lxml import etree

from generator.ooxml.package import read_parts
from generator.ooxml.wml import qualified
from generator.render.compiled import compile_template
from generator.render.render import render
from generator.templates.catalog import layouts
from tests.numbered_templates import END, INNER, LISTS, NESTED, OUTER, SOURCE, numbered_template, with_numbering
from tests.ooxml_sdk import validate
from tests.own_templates import Content, edited, own_template
from tests.rendered import main_part

NUMBERING, STYLES = "word/numbering.xml", "word/styles.xml"


def _rendered(template: bytes) -> dict[str, bytes]:
    return read_parts(render(SOURCE, compile_template(template), layouts()))


def _lists(parts: Mapping[str, bytes]) -> list[tuple[str, str]]:
    """Return the text and the list id of each numbered paragraph."""
    found = []
    for paragraph in main_part(parts).iter(qualified("w:p")):
        number = paragraph.find(f"{qualified('w:pPr')}/{qualified('w:numPr')}/{qualified('w:numId')}")
        if number is not None:
            found.append(("".join(paragraph.itertext()), number.get(qualified("w:val"), "")))
    return found


def _starts(parts: Mapping[str, bytes]) -> dict[str, dict[str, str]]:
    """Return where each level of each list begins anew."""
    found: dict[str, dict[str, str]] = {}
    for number in etree.fromstring(parts[NUMBERING]).iter(qualified("w:num")):
        starts = found.setdefault(number.get(qualified("w:numId"), ""), {})
        for override in number.iter(qualified("w:lvlOverride")):
            for start in override.iter(qualified("w:startOverride")):
                starts[override.get(qualified("w:ilvl"), "")] = start.get(qualified("w:val"), "")
    return found


def test_the_list_of_an_inner_loop_is_a_new_one_in_each_round_of_the_outer_loop() -> None:
    parts = _rendered(numbered_template(NESTED, {4: (1, 0)}))
    assert _lists(parts) == [("một", "5"), ("hai", "5"), ("một", "6"), ("hai", "6")]
    anew = {"0": "1", "1": "5"}
    assert _starts(parts) == {"1": {}, "2": {}, "4": {"0": "3"}, "5": anew, "6": anew}


def test_several_paragraphs_of_a_list_in_one_round_are_a_list_of_that_round() -> None:
    content = (OUTER, "a", "{%p if a.label %}", "{{ a.label }}", "{%p endif %}", "b", END)
    assert _lists(_rendered(numbered_template(content, {1: (1, 0), 5: (1, 0)}))) == [
        ("a", "5"), ("b", "5"), ("a", "6"), ("b", "6"),
    ]  # fmt: skip


LONE = [
    ("in no loop", ("a", "b", "{{ number }}"), {0: (1, 0), 1: (1, 0)}),
    ("one in each round", (OUTER, "{{r a.title }}", END), {1: (1, 0)}),
    ("one of two branches", (OUTER, "{%p if a.label %}", "x", "{%p else %}", "y", "{%p endif %}", END),
     {2: (1, 0), 4: (1, 0)}),
    ("one of what a value may be",
     (OUTER, "{%p if a.label == 'x' %}", "x", "{%p endif %}", "{%p if a.label == 'y' %}", "y", "{%p endif %}", END),
     {2: (1, 0), 5: (1, 0)}),
    ("one or that for no entry", (OUTER, "x", "{%p else %}", "y", END), {1: (1, 0), 3: (1, 0)}),
    ("bullets", NESTED, {4: (2, 0)}),
    ("numbering switched off", NESTED, {4: (0, 0)}),
    ("a list that there is not", NESTED, {4: (9, 0)}),
    ("a level that begins anew below its title", NESTED, {2: (1, 0), 4: (1, 1)}),
]  # fmt: skip


@pytest.mark.parametrize(("content", "numbered"), [case[1:] for case in LONE], ids=[case[0] for case in LONE])
def test_a_list_that_counts_rounds_or_stands_in_no_loop_is_left_alone(
    content: Sequence[Content], numbered: Mapping[int, tuple[int, int]]
) -> None:
    template = numbered_template(content, numbered)
    parts = _rendered(template)
    assert parts[NUMBERING] == read_parts(template)[NUMBERING]
    assert {number for _, number in _lists(parts)} <= {str(number) for number, _ in numbered.values()}


def test_a_list_begins_anew_at_its_own_first_number() -> None:
    assert _starts(_rendered(numbered_template(NESTED, {4: (4, 0)})))["6"] == {"0": "3", "1": "5"}


def test_rows_of_a_table_that_word_numbers_begin_anew_too() -> None:
    rows = [["STT", "Tên"], ["{%tr for line in a.lines %}", ""], ["", "{{r line.text }}"], ["{%tr endfor %}", ""]]
    parts = _rendered(numbered_template((OUTER, rows, END), {5: (1, 0)}))
    assert [number for _, number in _lists(parts)] == ["5", "5", "6", "6"]


def test_lists_of_other_loops_and_levels_are_lists_of_their_own() -> None:
    content = (OUTER, INNER, "{{r line.text }}", "p", END, "q", END)
    parts = _rendered(numbered_template(content, {2: (1, 0), 3: (1, 1), 5: (4, 0)}))
    found = dict.fromkeys(number for _, number in _lists(parts))
    assert list(found) == ["5", "4", "6"]


def test_a_style_that_numbers_its_paragraphs_does_so_anew_and_keeps_its_indents() -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="So"><w:name w:val="Số"/><w:pPr><w:keepNext/>'
        '<w:numPr><w:numId w:val="1"/></w:numPr><w:ind w:left="700" w:hanging="300"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Con"><w:name w:val="Con"/><w:basedOn w:val="So"/>'
        '<w:pPr><w:ind w:left="900"/></w:pPr></w:style></w:styles>'
    )
    template = edited(numbered_template(NESTED, {}), STYLES, ("</w:styles>", style))
    numbered = '<w:p><w:pPr><w:pStyle w:val="Con"/><w:jc w:val="both"/></w:pPr><w:r><w:t>{{r line'
    template = edited(template, "word/document.xml", ("<w:p><w:r><w:t>{{r line", numbered))
    parts = _rendered(template)
    assert [number for _, number in _lists(parts)] == ["5", "5", "6", "6"]
    (properties,) = {
        etree.tostring(found).partition(b">")[2]
        for found in main_part(parts).iter(qualified("w:pPr"))
        if found.find(qualified("w:numPr")) is not None and b'"5"' in etree.tostring(found)
    }
    assert [name for name in re.findall(rb"<w:(\w+)", properties)] == [
        b"pStyle",
        b"numPr",
        b"ilvl",
        b"numId",
        b"ind",
        b"jc",
    ]
    assert b'w:left="900"' in properties
    assert b'w:hanging="300"' in properties


def test_a_level_named_by_the_default_style_is_that_level() -> None:
    second = '<w:lvl w:ilvl="1"><w:start w:val="5"/><w:numFmt w:val="decimal"/>'
    template = with_numbering(own_template(*NESTED), LISTS.replace(second, f'{second}<w:pStyle w:val="So"/>'))
    style = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="So"><w:name w:val="Số"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>'
    )
    usual = '<w:style w:type="paragraph" w:default="1"'
    parts = _rendered(edited(template, STYLES, (usual, '<w:style w:type="paragraph"'), ("</w:styles>", style)))
    items = [number for text, number in _lists(parts) if text in ("một", "hai")]
    assert items == ["5", "5", "6", "6"]
    assert _starts(parts)["5"] == {"1": "5"}


def test_the_same_document_gives_the_same_lists() -> None:
    template = numbered_template(NESTED, {4: (1, 0)})
    assert _rendered(template) == _rendered(template)


@pytest.mark.sdk
def test_word_files_with_lists_of_rounds_are_valid(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(render(SOURCE, compile_template(numbered_template(NESTED, {2: (4, 0), 4: (1, 0)})), layouts()))
    assert validate([path]) == {path: []}
