"""Tags in what Word puts around words: links, content controls, fields, equations, nested tables, notes, comments."""

from __future__ import annotations

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from generator.errors import TemplateError
from generator.render.compiled import compile_template
from generator.templates.check import check_template
from tests.own_templates import opened, own_template, saved, with_parts
from tests.rendered import document, rendered, texts

WORD = nsdecls("w")
MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
CHANGE = 'w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"'


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def _link(text: str) -> str:
    return f'<w:hyperlink w:anchor="x">{_run(text)}</w:hyperlink>'


def _control(text: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{_run(text)}</w:sdtContent></w:sdt>"


def _template(inner: str) -> bytes:
    """Return a template whose second paragraph holds this XML."""
    made = opened(own_template("a", "b"))
    made.element.body.insert(1, parse_xml(f"<w:p {WORD} {MATH}>{inner}</w:p>"))
    return saved(made)


BINDING = '<w:dataBinding w:xpath="/x" w:storeItemID="{00000000-0000-0000-0000-000000000000}"/>'
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
FAULTS = {
    "spelling marks": (
        _run("{{ ") + '<w:proofErr w:type="spellStart"/>' + _run("numbr") + _run(" }}"),
        "unknown-field",
    ),
    "a link": (_link("{{ numbr }}"), "unknown-field"),
    "half in a link": (_run("{{ num") + _link("ber }}"), "crossing-tag"),
    "half in a content control": (_control("{{ num") + _run("ber }}"), "crossing-tag"),
    "half in an insertion": (_run("{{ num") + f"<w:ins {CHANGE}>{_run('ber }}')}</w:ins>", "crossing-tag"),
    "a block that ends in a link": (_run("{% if urgency %}x") + _link("y{% endif %}"), "misplaced-tag"),
    "the code of a field": (
        FIELD.format("begin") + "<w:r><w:instrText>TITLE {{ number }}</w:instrText></w:r>" + FIELD.format("end"),
        "tag-in-field",
    ),
    "an equation": ("<m:oMath><m:r><m:t>{{ numbr }}</m:t></m:r></m:oMath>", "unknown-field"),
    "the end of a loop in another form, in a link": (_link("{%p endfor %}"), "stray-tag"),
}


@pytest.mark.parametrize(("inner", "code"), FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_is_found_with_its_place_and_nothing_is_rendered(inner: str, code: str) -> None:
    template = _template(inner)
    assert [(one.code, one.place.part) for one in check_template(template) if one.severity.value == "error"] == [
        (code, "đoạn 2")
    ]
    with pytest.raises(TemplateError, match="đoạn 2: lỗi: "):
        compile_template(template)


SOUND = {
    "spelling marks": _run("{{ ") + '<w:proofErr w:type="spellStart"/>' + _run("number") + _run(" }}"),
    "a link": _link("{{ number }}"),
    "rich text in a link": _link("{{r subject }}"),
    "a content control": _control("{{ number }}"),
    "a block in a link": _link("{% if urgency %}{{ number }}{% endif %}"),
    "a field of Word": f'<w:fldSimple w:instr=" PAGE ">{_run("{{ number }}")}</w:fldSimple>',
    "an equation": "<m:oMath><m:r><m:t>{{ number }}</m:t></m:r></m:oMath>",
    "no-break spaces": _run("{{\u00a0number\u00a0}}{%\u00a0if\u00a0urgency %}x{% endif %}"),
    "tabs and breaks": "<w:r><w:t>{{</w:t><w:tab/><w:t>number</w:t><w:br/><w:t>}}</w:t></w:r>",
    "curly quotation marks": _run("{% if number == “05” or number == ‘06’ %}{{ number }}{% endif %}"),
}


@pytest.mark.parametrize("inner", SOUND.values(), ids=SOUND.keys())
def test_what_is_in_order_is_printed(inner: str) -> None:
    template = _template(inner)
    assert [one for one in check_template(template) if one.severity.value != "hint"] == []
    found = texts(rendered(document("plan", number="5", subject="05", urgency="khẩn"), template=template))
    assert "".join(found).replace("x", "") in ("a05b", "ab")


@pytest.mark.parametrize("tag", ["{%p\u00a0if urgency %}", "{%p\tif urgency %}", "{%p\nif\u202furgency %}"])
def test_odd_blanks_in_a_tag_are_blanks(tag: str) -> None:
    template = own_template(tag, "khẩn", "{%p endif %}", "hết")
    assert check_template(template) == ()
    assert texts(rendered(document("plan", urgency="khẩn"), template=template)) == ["khẩn", "hết"]
    assert texts(rendered(document("plan"), template=template)) == ["hết"]


def test_odd_blanks_in_quoted_words_stay() -> None:
    template = own_template("{{ urgency or 'a\u00a0b' }}")
    assert texts(rendered(document("plan"), template=template)) == ["a\u00a0b"]


@pytest.mark.parametrize(
    ("inner", "code"),
    [
        (_control("{{ number }}", BINDING), "bound-control"),
        (f'<w:fldSimple w:instr=" MERGEFIELD so ">{_run("«so»")}</w:fldSimple>', "merge-field"),
    ],
)
def test_what_word_will_not_show_as_printed_is_suspicious(inner: str, code: str) -> None:
    (found,) = check_template(_template(inner))
    assert (found.code, found.severity.value, found.place.part) == (code, "warning", "đoạn 2")


def test_a_loop_in_a_nested_table_is_read_in_its_own_table() -> None:
    made = opened(own_template([["a", "b"]]))
    inner = made.tables[0].cell(0, 1).add_table(3, 1)
    for row, text in enumerate(("{%tr for name in addressees %}", "{{ name }}", "{%tr ENDFOR %}")):
        inner.cell(row, 0).text = text
    (found,) = [one for one in check_template(saved(made)) if one.severity.value == "error"]
    assert (found.code, found.place.part) == ("unknown-statement", "bảng 1, hàng 1, ô 2, bảng 1, hàng 3, ô 1")


NOTES = '<w:footnotes {}><w:footnote w:id="1"><w:p>{}</w:p></w:footnote></w:footnotes>'


def test_a_note_is_named_with_its_part() -> None:
    template = with_parts(own_template("a"), {"word/footnotes.xml": NOTES.format(WORD, _run("{{ numbr }}")).encode()})
    (found,) = check_template(template)
    assert (found.code, found.place.part) == ("unknown-field", "chú thích cuối trang (footnotes), đoạn 1")


@pytest.mark.parametrize(
    ("name", "where"),
    [("comments", "lời bình (comments)"), ("charts/chart1", "biểu đồ (charts/chart1)"), ("x", "phần (x)")],
)
def test_a_tag_in_a_part_that_is_not_filled_is_suspicious(name: str, where: str) -> None:
    part = f"<w:comments {WORD}><w:p>{_run('{{ num')}{_run('ber }}')}</w:p></w:comments>"
    (found,) = check_template(with_parts(own_template("a"), {f"word/{name}.xml": part.encode()}))
    assert (found.code, found.severity.value) == ("tag-elsewhere", "warning")
    assert f"«{{{{ number }}}}» nằm ở {where}" in found.message
