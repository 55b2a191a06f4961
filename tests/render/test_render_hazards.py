"""What template engines lose or run: here the exact text comes out, or an error that names the place."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

import docx
import pytest

from generator.errors import DataError, TemplateError
from generator.model.store import load_document
from generator.ooxml.wml import element
from tests.rendered import (
    document,
    in_style,
    marked,
    paragraph,
    rendered,
    template_of,
    texts,
)

VALUES = [
    "VP&TH; KH&ĐT",
    "Sở KH&CN <dự thảo> A < B",
    "a</w:t></w:r></w:p> b",
    "{{7*7}} {% if x %} {# y #}",
    "{{ ''.__class__ }}",
    "&amp; &lt; &#65; ]]>",
    "-- %s {0} $1 \\n",
]


@pytest.mark.parametrize("value", VALUES)
def test_no_value_is_taken_for_markup(value: str) -> None:
    rich = value.replace("\\", "\\\\")
    table = {"kind": "table", "rows": [[{"text": rich}]]}
    fields: dict[str, Any] = {
        "issuer": {"name": value, "parent": "Tỉnh", "place": value},
        "subject": rich,
        "preamble": [rich],
        "sections": [{"title": rich, "blocks": [table, {"kind": "other", "text": value}]}],
        "closing": ["Hết"],
        "recipients": [{"name": value}],
        "appendices": [{"label": value, "title": rich}],
    }
    found = texts(rendered(document(**fields)))
    assert found[2:].count(value) == 6
    assert found[1] == value.upper()
    assert {f"I. {value}", f"- {value};", f"{value}, ngày      tháng      năm     "} <= set(found)


def test_a_line_break_in_a_name_block_stays_a_line_break_and_in_running_text_begins_a_paragraph() -> None:
    found = texts(rendered(document(subject="một\nhai", preamble=["ba\n\nbốn\tnăm"])))
    assert "một\nhai" in found
    assert found[found.index("ba") + 1] == "bốn\tnăm./."


def test_bold_over_a_line_break_goes_on_in_the_next_paragraph() -> None:
    parts = rendered(document(preamble=["**một\nhai** ba"], closing=["hết"]))
    assert in_style(parts, "LoiVan")[:2] == ["một", "hai ba"]
    assert marked(parts, "w:b") == ["một", "hai"]


def test_a_value_that_is_missing_is_never_printed_as_none() -> None:
    assert not [text for text in texts(rendered(document("dispatch"))) if "None" in text]


@pytest.mark.parametrize("character", ["\x0b", "\x01", "\ufffe"])
def test_a_character_that_word_cannot_hold_is_refused_when_the_data_are_loaded(character: str) -> None:
    stored = json.dumps({"format": 1, "kind": "report", "preamble": [f"mot{character}hai"]})
    with pytest.raises(DataError) as caught:
        load_document(stored, "a.json")
    told = " ".join(map(str, caught.value.diagnostics))
    assert "a.json, dòng 1, preamble[0]" in told
    assert f"U+{ord(character):04X}" in told


UNKNOWN = {
    "a field that does not exist": ("Số: {{ so }}", "so", "template fields"),
    "a misspelt field": ("{{ notaton }}", "notaton", "ý bạn là «notation»"),
    "a misspelt list": ("{%p for x in recipient %}|{{ x }}|{%p endfor %}", "recipient", "ý bạn là «recipients»"),
    "a field of nothing": ("{{ x.y }}", "x", "template fields"),
    "a misspelt field of a record": ("{{ issuer.nam }}", "nam", "ý bạn là «name»"),
    "a field named as a method": ("{{ issuer.items }}", "items", ""),
}


@pytest.mark.parametrize(("tags", "name", "hint"), UNKNOWN.values(), ids=UNKNOWN.keys())
def test_an_unknown_field_is_named(tags: str, name: str, hint: str) -> None:
    with pytest.raises(TemplateError, match=f"thân văn bản: mẫu dùng trường không có: «{name}»") as caught:
        rendered(document(), template=template_of(*tags.split("|")))
    assert hint in str(caught.value)
    assert caught.value.exit_code == 4


@pytest.mark.parametrize(
    "expression",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ issuer.__init__ }}",
        "{{ number.upper() }}",
        "{{ recipients }}",
        "{{ issuer }}",
        "{%p for x in recipients %}|{{ loop.cycle }}|{%p endfor %}",
        "{{ 1 / 0 }}",
        "{{ number + 1 }}",
    ],
)
def test_an_expression_that_is_no_text_is_refused(expression: str) -> None:
    with pytest.raises(TemplateError):
        rendered(document(), template=template_of(*expression.split("|")))


@pytest.mark.parametrize(
    "tag",
    ["{{ subject }}", "{{r number }}", "{{p number }}", "{{ section_break }}", "{{p subject }}"],
)
def test_a_tag_of_the_wrong_form_is_refused_for_word_would_not_show_its_text(tag: str) -> None:
    with pytest.raises(TemplateError, match="thẻ đứng sai kiểu"):
        rendered(document(subject="Trích yếu", number="5"), template=template_of(tag))


def test_a_part_that_is_no_longer_xml_is_refused() -> None:
    cell = element("w:tc", element("w:tcPr"), paragraph("{% endif %}"))
    table = element("w:tbl", element("w:tblPr"), element("w:tblGrid"), element("w:tr", cell))
    with pytest.raises(TemplateError, match="thân văn bản: cấu trúc không còn đúng khi điền mẫu"):
        rendered(document(), template=template_of("{% if urgency %}", table, "{{ number }}"))


def test_a_layout_that_does_not_exist_is_named() -> None:
    plan = document("plan", appendices=[{"blocks": [{"kind": "tasks", "layout": "six_colums"}]}])
    with pytest.raises(DataError, match=r"không có mẫu bảng «six_colums»; các mẫu bảng: .*ý bạn là «six_columns»"):
        rendered(plan)


def test_a_template_without_the_styles_of_tables_is_refused() -> None:
    ordinary, saved = docx.Document(), BytesIO()
    ordinary.add_paragraph("{{ number }}")
    ordinary.save(saved)
    with pytest.raises(TemplateError, match="mẫu thiếu kiểu .*Bảng - tiêu đề.*Hết phần"):
        rendered(document(), template=saved.getvalue())
