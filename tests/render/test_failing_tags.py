"""A tag that fails only when data are there is named with its paragraph or cell, in the words of the template."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from generator.errors import TemplateError
from generator.render.failing_tags import failing_tag
from generator.templates.check import check_template
from tests.own_templates import Content, opened, own_template, saved
from tests.rendered import document, rendered

FIRST = "{{ addressees | first }}"
EMPTY = "không điền được mẫu: danh sách không có phần tử mà thẻ lấy"
WRONG = "không điền được mẫu: giá trị không hợp với cách dùng trong thẻ"
CASES: dict[str, tuple[Sequence[Content], str, str, str]] = {
    "the first of none": (["x", [["a", FIRST]]], "bảng 1, hàng 1, ô 2", EMPTY, FIRST),
    "one of many": (["x", "{{ addressees[3] }}"], "đoạn 2", EMPTY, "{{ addressees[3] }}"),
    "in a condition": (["{% if addressees[0] == 'x' %}a{% endif %}"], "đoạn 1", EMPTY, "{% if addressees[0] == 'x' %}"),
    "in a row": (
        [[["a"], ["{%tr if (addressees | last) == 'x' %}"], ["b"], ["{%tr endif %}"]]],
        "bảng 1, hàng 2, ô 1",
        EMPTY,
        "{%tr if (addressees | last) == 'x' %}",
    ),
    "in the condition of a loop": (
        ["{%p for x in recipients if addressees[0] %}", "{{ x }}", "{%p endfor %}"],
        "đoạn 1",
        EMPTY,
        "{%p for x in recipients if addressees[0] %}",
    ),
    "the second of two alike": (
        ["{%p if urgency %}", FIRST, "{%p endif %}", [[FIRST]]],
        "bảng 1, hàng 1, ô 1",
        EMPTY,
        FIRST,
    ),
    "the first of two alike": ([FIRST, "x", FIRST], "đoạn 1", EMPTY, FIRST),
    "a year that is not known": (["{% if year > 2026 %}a{% endif %}"], "đoạn 1", WRONG, "{% if year > 2026 %}"),
    "one of two conditions": (
        ["{% if urgency %}a{% elif year > 2026 %}b{% endif %}"],
        "đoạn 1",
        WRONG,
        "{% elif year > 2026 %}",
    ),
}


@pytest.mark.parametrize(("content", "place", "told", "tag"), CASES.values(), ids=CASES.keys())
def test_what_the_data_lack_is_named_with_the_place_of_its_tag(
    content: Sequence[Content], place: str, told: str, tag: str
) -> None:
    template = own_template(*content)
    assert [found for found in check_template(template) if found.severity.value == "error"] == []
    with pytest.raises(TemplateError, match=f"^{re.escape(f'{place}: {told} (thẻ «{tag}»)')}") as caught:
        rendered(document("plan", recipients=[{"name": "Một"}]), template=template)
    assert caught.value.hint


def test_a_tag_of_a_header_is_named_with_its_part() -> None:
    template = own_template("x", header=[FIRST])
    with pytest.raises(TemplateError, match=r"^đầu trang \(header1\), đoạn \d+: không điền được mẫu"):
        rendered(document("plan"), template=template)


def test_where_the_tags_do_not_match_the_program_all_places_are_named() -> None:
    """The copy of a text box for old readers has tags too, which nobody sees."""
    template = own_template(FIRST, "x", FIRST)
    parts = {"word/document.xml": opened(template).part.blob}
    failed = ["filter", "first", ["name", "addressees"]]
    assert failing_tag(parts, "word/document.xml", failed, 1, 3) == ("đoạn 1 hoặc đoạn 3", FIRST)
    assert failing_tag(parts, "word/document.xml", ["name", "khac"], 0, 1) == ("", "")


def test_a_tag_in_a_text_box_is_named_with_the_box() -> None:
    template = opened(own_template("a", "b"))
    inner = f"<w:p><w:r><w:t>{FIRST}</w:t></w:r></w:p>"
    template.paragraphs[1]._p.append(
        parse_xml(
            f"<w:r {nsdecls('w')} xmlns:v='urn:schemas-microsoft-com:vml'><w:pict><v:shape><v:textbox>"
            f"<w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
        )
    )
    with pytest.raises(TemplateError, match="^khung chữ ở đoạn 2, đoạn 1: "):
        rendered(document("plan"), template=saved(template))
