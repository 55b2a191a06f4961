"""What template engines do to ordinary Vietnamese input: twenty-five hazards, each by its number and its wording.

Here the exact text comes out, or an error names the place in the template or the field of the data. What is refused is
refused by `compile_template` itself, before any document is written.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from pypdf import PdfReader

from generator.errors import DataError, TemplateError
from generator.model.document import Document
from generator.model.store import load_document
from generator.office import convert_bytes, find_soffice
from generator.ooxml.wml import element, text_element
from generator.render.compiled import compile_template
from generator.render.render import render
from generator.templates.catalog import layouts
from generator.templates.fields import fields_of
from generator.vietnamese.marks import escape
from tests.broken_templates import TABLES
from tests.numbered_templates import NESTED, SOURCE, numbered_template
from tests.own_templates import Content, own_template
from tests.rendered import (
    built_template,
    document,
    in_style,
    marked,
    rendered,
    template_of,
    texts,
    unbroken,
)


def _refused(*content: Content) -> TemplateError:
    """Return the error with which a template of this content is refused."""
    with pytest.raises(TemplateError) as caught:
        compile_template(own_template(*content))
    assert caught.value.exit_code == 4
    assert caught.value.hint
    return caught.value


def _told(failure: TemplateError) -> list[tuple[str | None, str | None]]:
    """Return the code and the place of each finding; the message must hold the first."""
    assert str(failure.diagnostics[0]) in str(failure)
    return [(found.code, found.place.part) for found in failure.diagnostics]


def _full(value: str) -> Document:
    """Return a report that has a value, plain or rich, in every place that prints one."""
    text = escape(value)
    table = {"kind": "table", "rows": [[{"text": text}]]}
    fields: dict[str, Any] = {
        "issuer": {"name": value, "parent": "Tỉnh", "place": value},
        "subject": text,
        "preamble": [text],
        "sections": [{"title": text, "blocks": [table, {"kind": "other", "text": value}]}],
        "closing": ["Hết"],
        "recipients": [{"name": value}],
        "appendices": [{"label": value, "title": text}],
    }
    return document(**fields)


# ---- 1 to 3, 19: values that look like markup ------------------------------------------------------------------------

MARKUP = {
    "1 an ampersand": "VP&TH; KH&ĐT",
    "2 angle brackets": "Sở KH&CN <dự thảo> A < B",
    "3 the end of a text element": "a</w:t></w:r></w:p> b",
    "19 a tag inside a value": "{{7*7}} {% if x %} {# y #}",
    "19 a way into Python inside a value": "{{ ''.__class__ }}",
    "entities": "&amp; &lt; &#65; ]]>",
    "formats": "-- %s {0} $1 \\n",
}


@pytest.mark.parametrize("value", MARKUP.values(), ids=MARKUP.keys())
def test_01_02_03_19_no_value_is_taken_for_markup(value: str) -> None:
    found = unbroken(rendered(_full(value)))
    assert found[2:].count(value) == 6
    assert found[1] == value.upper()
    assert {f"I. {value}", f"- {value};", f"{value}, ngày      tháng      năm     "} <= set(found)


# ---- 4 to 6, 18, 25: fields ------------------------------------------------------------------------------------------

UNKNOWN: dict[str, tuple[Sequence[Content], str, str, str]] = {
    "4 a field that does not exist": (["x", "Số: {{ so }}"], "đoạn 2", "«so»", "template fields"),
    "4 a misspelt field": (["Số: {{ notaton }}"], "đoạn 1", "«notaton»", "ý bạn là «notation»"),
    "5 a loop over a misspelt list": (
        [[["x", "{%p for x in recipient %}\n{{ x }}\n{%p endfor %}\n"]]],
        "bảng 1, hàng 1, ô 2, đoạn 1",
        "«recipient»",
        "ý bạn là «recipients»",
    ),
    "6 a field of nothing": (["{{ x.y }}"], "đoạn 1", "«x»", "template fields"),
    "18 a field called as a method": (["{{ issuer.items }}"], "đoạn 1", "«issuer.items»", "ý bạn là"),
    "25 a misspelt field of a record": (["{{ issuer.nam }}"], "đoạn 1", "«issuer.nam»", "ý bạn là «issuer.name»"),
    "25 a misspelt field of an entry": (
        ["{%p for a in appendices %}", "{%p for b in a.lines %}", "{{ b.lable }}", "{%p endfor %}", "{%p endfor %}"],
        "đoạn 3",
        "«b.lable» (tức appendices[].lines[].lable)",
        "ý bạn là «b.label»",
    ),
}


@pytest.mark.parametrize(("content", "place", "name", "hint"), UNKNOWN.values(), ids=UNKNOWN.keys())
def test_04_05_06_18_25_an_unknown_field_is_named_with_its_place(
    content: Sequence[Content], place: str, name: str, hint: str
) -> None:
    failure = _refused(*content)
    assert _told(failure) == [("unknown-field", place)]
    assert f"không có trường {name}" in str(failure)
    assert hint in str(failure)


def test_06_a_field_of_another_kind_of_document_is_named_when_it_is_asked_for() -> None:
    template = own_template("Năm {{ year }}", kind=None)
    with pytest.raises(TemplateError, match="đoạn 1: mẫu dùng trường không có: «year» .thẻ «{{ year }}»."):
        rendered(document("report"), template=template)
    with pytest.raises(TemplateError, match="đoạn 1: lỗi: không có trường «year»"):
        compile_template(template, "report")


def test_25_the_fields_of_a_template_are_told_by_their_whole_names() -> None:
    names = {field.name for field in fields_of("plan")}
    assert {"issuer.name", "signature.position", "body[].text", "appendices[].lines[]"} <= names


# ---- 7 to 14: tags that stand wrongly --------------------------------------------------------------------------------

HEAD = ["STT", "Tên"]
LOOP = ["{%tr for name in addressees %}", ""]
STANDING: dict[str, tuple[Sequence[Content], str, str]] = {
    "7 text beside a paragraph tag": (
        ["x", "I. Căn cứ {%p for r in legal_bases %}", "{{r r.text }}", "{%p endfor %}"],
        "text-beside-p",
        "đoạn 2",
    ),
    "8 a total in the row of the row tag": (
        ["x", [["a"]], [HEAD, LOOP, ["1", "{{ name }}"], ["{%tr endfor %}", "Tổng cộng"]]],
        "text-beside-tr",
        "bảng 2, hàng 4, ô 2",
    ),
    "9 a row loop opened and closed in one row": (
        [[HEAD, ["{%tr for name in addressees %}", "{{ name }}{%tr endfor %}"]]],
        "loop-in-row",
        "bảng 1, hàng 2, ô 2",
    ),
    "10 a plain loop in a table row": (
        [[HEAD, ["{% for name in addressees %}{{ loop.index }}", "{{ name }}{% endfor %}"]]],
        "plain-block-in-row",
        "bảng 1, hàng 2, ô 2",
    ),
    "11 a paragraph loop without its end": (
        ["a", "b", "{%p for line in recipients %}", "{{ line }}"],
        "missing-end",
        "đoạn 3",
    ),
    "12 two names in one tag": (["a", "{{ issuer name }}"], "bad-expression", "đoạn 2"),
    "13 a space before tr": (
        [[HEAD, ["{% tr for name in addressees %}", ""], ["1", "{{ name }}"], ["{%tr endfor %}", ""]]],
        "tag-spacing",
        "bảng 1, hàng 2, ô 1",
    ),
    "14 a percent sign in a row tag": (
        [[HEAD, ["{%tr if number == '5%' %}", ""], ["y", ""], ["{%tr endif %}", ""]]],
        "percent-in-tag",
        "bảng 1, hàng 2, ô 1",
    ),
}


@pytest.mark.parametrize(("content", "code", "place"), STANDING.values(), ids=STANDING.keys())
def test_07_to_14_a_tag_that_stands_wrongly_is_refused_with_its_place(
    content: Sequence[Content], code: str, place: str
) -> None:
    assert _told(_refused(*content)) == [(code, place)]


def test_07_to_14_every_fault_is_told_at_once() -> None:
    failure = _refused("{{ a b }}", [["{{ so }}", "{%p if urgency %}"]])
    assert [place for _, place in _told(failure)] == ["đoạn 1", "bảng 1, hàng 1, ô 1", "bảng 1, hàng 1, ô 2"]
    assert "mẫu có 3 lỗi, lỗi đầu tiên: đoạn 1: " in str(failure)


FORMS = ["{{ subject }}", "{{r number }}", "{{p number }}", "{{ section_break }}", "{{p subject }}", "{{ issuer }}"]


@pytest.mark.parametrize("tag", FORMS)
def test_a_tag_of_the_wrong_form_is_refused_for_word_would_not_show_its_text(tag: str) -> None:
    assert _told(_refused(tag))[0] in [("wrong-form", "đoạn 1"), ("prints-group", "đoạn 1")]


# ---- 15 to 17: what values hold --------------------------------------------------------------------------------------


def test_15_a_line_break_in_a_name_block_stays_a_line_break_and_in_running_text_begins_a_paragraph() -> None:
    found = texts(rendered(document(subject="một\nhai", preamble=["ba\n\nbốn\tnăm"])))
    assert "một\nhai" in found
    assert found[found.index("ba") + 1] == "bốn\tnăm./."


def test_15_bold_over_a_line_break_goes_on_in_the_next_paragraph() -> None:
    parts = rendered(document(preamble=["**một\nhai** ba"], closing=["hết"]))
    assert in_style(parts, "LoiVan")[:2] == ["một", "hai ba"]
    assert marked(parts, "w:b") == ["một", "hai"]


@pytest.mark.parametrize("character", ["\x0b", "\x01", "\ufffe"])
def test_16_a_character_that_word_cannot_hold_is_refused_when_the_data_are_loaded(character: str) -> None:
    stored = json.dumps({"format": 1, "kind": "report", "preamble": [f"mot{character}hai"]})
    with pytest.raises(DataError) as caught:
        load_document(stored, "a.json")
    told = " ".join(map(str, caught.value.diagnostics))
    assert "a.json, dòng 1, preamble[0]" in told
    assert f"U+{ord(character):04X}" in told


def test_17_a_value_that_is_missing_is_never_printed_as_none() -> None:
    assert not [text for text in texts(rendered(document("dispatch"))) if "None" in text]


# ---- 20: Python ------------------------------------------------------------------------------------------------------

PYTHON = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ issuer.__init__ }}",
    "{{ number.upper() }}",
    "{{ 1 / 0 }}",
    "{{ number + 1 }}",
    "{% for x in recipients %}{{ loop.cycle('a') }}{% endfor %}",
]


@pytest.mark.parametrize("expression", PYTHON)
def test_20_a_template_that_would_run_code_is_refused_with_its_place(expression: str) -> None:
    assert _told(_refused("x", expression))[0] == ("unsafe-expression", "đoạn 2")


# ---- 21: Word's own numbering ----------------------------------------------------------------------------------------


@pytest.mark.office
@pytest.mark.skipif(find_soffice() is None, reason="chưa cài LibreOffice (libreoffice-writer-nogui)")
@pytest.mark.parametrize(
    ("numbered", "expected"),
    [
        ({4: (1, 0)}, ["1) một", "2) hai", "1) một", "2) hai"]),
        ({2: (1, 0)}, ["1) Bắc", "2) Nam"]),
        ({0: (1, 0), 4: (1, 0)}, ["1) Đầu", "1) một", "2) hai", "1) một", "2) hai"]),
        ({2: (1, 0), 4: (1, 1)}, ["1) Bắc", "1.5) một", "1.6) hai", "2) Nam", "2.5) một", "2.6) hai"]),
    ],
    ids=["inner loop", "rounds", "the same list before", "two levels"],
)
def test_21_the_second_group_of_a_numbered_list_in_a_loop_begins_at_1(
    numbered: Mapping[int, tuple[int, int]], expected: list[str]
) -> None:
    made = render(SOURCE, compile_template(numbered_template(NESTED, numbered)), layouts())
    pages = PdfReader(BytesIO(convert_bytes(made, "a.docx", to="pdf"))).pages
    words = "\n".join(page.extract_text() for page in pages)
    found = [" ".join(line.split()) for line in words.splitlines()]
    assert [line for line in found if re.match(r"\d", line) and ")" in line] == expected


# ---- 22: tags in pieces ----------------------------------------------------------------------------------------------

TAG = "{{ issuer.symbol }}/{% if urgency %}K{% endif %}"


@settings(max_examples=60, deadline=None)
@given(cuts=st.sets(st.integers(1, len(TAG) - 1)), marks=st.booleans())
def test_22_a_tag_that_word_has_split_over_runs_is_read_as_one(cuts: set[int], marks: bool) -> None:
    """The borders of the runs may be anywhere, with a spelling mark of Word between them."""
    borders = [0, *sorted(cuts), len(TAG)]
    children: list[etree._Element] = []
    for start, end in zip(borders, borders[1:], strict=False):
        children += [element("w:r", text_element(TAG[start:end]))]
        children += [element("w:proofErr", type="spellStart")] if marks else []
    source = document(issuer={"symbol": "SGDĐT"}, urgency="khẩn")
    assert texts(rendered(source, template=template_of(element("w:p", *children)))) == ["SGDĐT/K"]


# ---- 23, 24: the same again ------------------------------------------------------------------------------------------


def test_23_two_identical_renders_at_different_times_give_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    first = render(_full("a"), built_template("report"), layouts())
    now, local = time.time(), time.localtime
    monkeypatch.setattr(time, "time", lambda: now + 3600 * 24 * 400)
    monkeypatch.setattr(time, "localtime", lambda *_: local(now + 3600 * 24 * 400))
    assert render(_full("a"), built_template("report"), layouts()) == first


def test_24_a_render_reads_no_template_again(monkeypatch: pytest.MonkeyPatch) -> None:
    template = compile_template(own_template("{{ issuer.symbol }}"))
    for name in ("jinja2", "docxtpl", "docx"):
        monkeypatch.setitem(sys.modules, name, None)
    for symbol in ("A", "B"):
        assert render(document(issuer={"symbol": symbol}), template, layouts())


# ---- What else is refused --------------------------------------------------------------------------------------------


def test_a_part_that_would_be_no_xml_is_refused() -> None:
    assert _told(_refused("{% if urgency %}", [["{% endif %}"]], "{{ number }}"))[0][0] == "misplaced-tag"


def test_a_layout_that_does_not_exist_is_named() -> None:
    plan = document("plan", appendices=[{"blocks": [{"kind": "tasks", "layout": "six_colums"}]}])
    with pytest.raises(DataError, match=r"không có mẫu bảng «six_colums»; các mẫu bảng: .*ý bạn là «six_columns»"):
        rendered(plan)


def test_a_template_without_the_styles_of_tables_is_refused() -> None:
    ordinary, saved = docx.Document(), BytesIO()
    for text in (*TABLES, "{{p line.table }}", "{%p endif %}", "{%p endfor %}"):
        ordinary.add_paragraph(text)
    ordinary.save(saved)
    with pytest.raises(TemplateError, match=re.escape("mẫu thiếu kiểu (style) «Bảng - tiêu đề»")) as caught:
        compile_template(saved.getvalue())
    assert [found.code for found in caught.value.diagnostics] == ["missing-style"] * 4
