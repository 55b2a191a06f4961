"""Where a finding is, in words: headers, nested tables, text boxes, controls; and pieces of one tag in many runs."""

from __future__ import annotations

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from generator.ooxml.package import MAIN
from generator.templates.check import check_template
from tests.own_templates import edited, opened, own_template, saved

FAULT = "{{ khong_co_truong_nay }}"
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def _places(template: bytes) -> list[str | None]:
    return [found.place.part for found in check_template(template)]


def test_empty_paragraphs_count_and_tables_do_not() -> None:
    assert _places(own_template("a", "", [["b"]], FAULT)) == ["đoạn 3"]


def test_a_cell_with_several_paragraphs_names_the_paragraph() -> None:
    table = [["a", "b"], [f"c\n{FAULT}", FAULT]]
    assert _places(own_template(table)) == ["bảng 1, hàng 2, ô 1, đoạn 2", "bảng 1, hàng 2, ô 2"]


def test_a_header_is_named_with_its_part() -> None:
    assert _places(own_template("a", header=["b", FAULT])) == ["đầu trang (header1), đoạn 3"]


def test_a_block_does_not_reach_from_a_header_into_the_text() -> None:
    findings = check_template(own_template("x", "{%p endif %}", header=["{%p if urgency %}"]))
    assert [(one.code, one.place.part) for one in findings] == [
        ("stray-tag", "đoạn 2"),
        ("missing-end", "đầu trang (header1), đoạn 2"),
    ]


def test_a_table_in_a_cell_is_counted_inside_it() -> None:
    document = opened(own_template("a", [["b", "c"]]))
    inner = document.tables[0].cell(0, 1).add_table(2, 1)
    inner.cell(1, 0).text = FAULT
    assert _places(saved(document)) == ["bảng 1, hàng 1, ô 2, bảng 1, hàng 2, ô 1"]


def test_a_content_control_is_looked_through() -> None:
    document = opened(own_template("a", "c"))
    control = f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>{FAULT}</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    document.element.body.insert(1, parse_xml(control))
    assert _places(saved(document)) == ["đoạn 2"]


def test_a_text_box_is_told_once_though_word_stores_it_twice() -> None:
    document = opened(own_template("a", "b"))
    box = f"<w:pict><w:txbxContent><w:p><w:r><w:t>{FAULT}</w:t></w:r></w:p></w:txbxContent></w:pict>"
    run = (
        f"<w:r {nsdecls('w')} {MC}><mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    document.paragraphs[1]._p.append(parse_xml(run))
    assert _places(saved(document)) == ["khung chữ ở đoạn 2, đoạn 1"]


@pytest.mark.parametrize(
    ("pieces", "faults"),
    [
        (("{", "{ iss", "uer.", "name }", "}"), 0),
        (("{{r ", "subject", " }}"), 0),
        (("{", "{ iss", "uer.nam }", "}"), 1),
    ],
)
def test_a_tag_in_many_runs_is_one_tag(pieces: tuple[str, ...], faults: int) -> None:
    document = opened(own_template(""))
    for number, piece in enumerate(pieces):
        document.paragraphs[0].add_run(piece).bold = bool(number % 2)
    findings = check_template(saved(document))
    assert [one.code for one in findings] == ["unknown-field"] * faults


def test_a_long_quote_is_cut_and_stands_on_one_line() -> None:
    (found,) = check_template(own_template(f"{{%p if urgency %}} {'rất dài ' * 40}", "{%p endif %}"))
    assert len(found.place.quote or "") == 81
    assert (found.place.quote or "").endswith("…")


def test_words_of_other_letters_composition_are_found_too() -> None:
    """Word for Mac may store decomposed letters."""
    template = edited(own_template("XX"), MAIN, ("XX", "[CẦN BỔ SUNG]".replace("Ổ", "O\u0302\u0309")))
    assert [found.code for found in check_template(template)] == ["leftover"]
