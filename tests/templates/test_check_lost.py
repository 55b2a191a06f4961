"""What stands beside or inside a tag and would vanish with it is named: breaks, signs, fields, notes, bookmarks."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from generator.ooxml.package import MAIN, write_parts
from generator.templates.check import check_template
from tests.ooxml_sdk import validate
from tests.own_templates import opened, own_template, saved
from tests.rendered import document, rendered, texts

THINGS = {
    "a page break": ('<w:r><w:br w:type="page"/></w:r>', "dấu ngắt trang"),
    "a column break": ('<w:r><w:br w:type="column"/></w:r>', "dấu ngắt cột"),
    "a symbol": ('<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>', "ký hiệu (symbol)"),
    "a field": ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "trường của Word (field)"),
    "a simple field": ('<w:fldSimple w:instr=" PAGE "/>', "trường của Word (field)"),
    "a footnote": ('<w:r><w:footnoteReference w:id="2"/></w:r>', "chú thích cuối trang (footnote)"),
    "an endnote": ('<w:r><w:endnoteReference w:id="2"/></w:r>', "chú thích cuối văn bản (endnote)"),
    "a hyphen": ("<w:r><w:noBreakHyphen/></w:r>", "dấu gạch nối không ngắt dòng"),
    "a picture": ("<w:r><w:drawing/></w:r>", "hình"),
    "a bookmark": (
        '<w:bookmarkStart w:id="3" w:name="muc_1"/><w:bookmarkEnd w:id="3"/>',
        "dấu trang (bookmark) «muc_1»",
    ),
}
IDLE = [
    '<w:bookmarkStart w:id="3" w:name="_GoBack"/><w:bookmarkEnd w:id="3"/>',
    '<w:bookmarkStart w:id="3" w:name="_Hlk123"/><w:bookmarkEnd w:id="3"/>',
    '<w:r><w:br/><w:tab/><w:lastRenderedPageBreak/></w:r><w:proofErr w:type="spellStart"/>',
]


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def _with(inner: str, *, before: bool = False) -> bytes:
    """Return a template whose first paragraph has a tag for paragraphs with this XML behind or before it."""
    template = opened(own_template("x", "{%p endif %}"))
    pieces = (inner, _run("{%p if urgency %}")) if before else (_run("{%p if urgency %}"), inner)
    template.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{''.join(pieces)}</w:p>"))
    return saved(template)


@pytest.mark.parametrize(("inner", "name"), THINGS.values(), ids=THINGS.keys())
@pytest.mark.parametrize("before", [False, True], ids=["behind", "before"])
def test_what_shares_the_paragraph_of_a_tag_is_named(inner: str, name: str, before: bool) -> None:
    (found,) = check_template(_with(inner, before=before))
    assert (found.code, found.severity.value, found.place.part) == ("lost-beside-tag", "error", "đoạn 1")
    assert found.message == f"{name} chung đoạn với thẻ này sẽ mất"


@pytest.mark.parametrize("inner", IDLE)
def test_what_shows_nothing_may_stand_beside_a_tag(inner: str) -> None:
    assert check_template(_with(inner)) == ()


def test_a_new_page_that_is_a_property_of_the_tags_paragraph_is_named() -> None:
    template = opened(own_template("{%p if urgency %}", "x", "{%p endif %}"))
    template.paragraphs[0].paragraph_format.page_break_before = True
    (found,) = check_template(saved(template))
    assert "page break before" in found.message
    template.paragraphs[0].paragraph_format.page_break_before = False
    assert check_template(saved(template)) == ()


@pytest.mark.parametrize(("inner", "name"), THINGS.values(), ids=THINGS.keys())
def test_what_shares_the_row_of_a_tag_is_named_with_its_cell(inner: str, name: str) -> None:
    rows = [["Tên", ""], ["{%tr for name in addressees %}", ""], ["{{ name }}", ""], ["{%tr endfor %}", ""]]
    template = opened(own_template(rows))
    for each in parse_xml(f"<w:p {nsdecls('w')}>{inner}</w:p>"):
        template.tables[0].cell(3, 1).paragraphs[0]._p.append(each)
    (found,) = check_template(saved(template))
    assert (found.code, found.place.part) == ("lost-beside-tag", "bảng 1, hàng 4, ô 1")
    assert found.message.startswith(f"{name} chung hàng")


def test_a_merged_cell_that_begins_in_the_row_of_a_tag_is_named() -> None:
    rows = [["a", "b"], ["{%tr for name in addressees %}", ""], ["{{ name }}", ""], ["{%tr endfor %}", ""]]
    template = opened(own_template(rows))
    template.tables[0].cell(1, 1).merge(template.tables[0].cell(2, 1))
    (found,) = check_template(saved(template))
    assert (found.code, found.place.part) == ("lost-beside-tag", "bảng 1, hàng 2, ô 1")
    assert "ô gộp nhiều hàng" in found.message


INSIDE = {name: case for name, case in THINGS.items() if name not in ("a page break", "a column break", "a bookmark")}


@pytest.mark.parametrize(("inner", "name"), INSIDE.values(), ids=INSIDE.keys())
def test_what_stands_inside_a_tag_is_named(inner: str, name: str) -> None:
    template = opened(own_template("a"))
    split = f"{_run('Số {{ num')}{inner}{_run('ber }}')}"
    template.element.body.insert(1, parse_xml(f"<w:p {nsdecls('w')}>{split}</w:p>"))
    (found,) = check_template(saved(template))
    assert (found.code, found.place.part) == ("lost-in-tag", "đoạn 2")
    assert found.message == f"{name} nằm bên trong thẻ sẽ mất"


START, END = '<w:bookmarkStart w:id="7" w:name="so"/>', '<w:bookmarkEnd w:id="7"/>'
SPLIT = {
    "the start": (f"{_run('a {')}{START}{_run('{ num')}{_run('ber }} b')}{END}", "a |05 b|"),
    "the end": (f"{START}{_run('a {{ num')}{END}{_run('ber }} b')}", "|a 05| b"),
    "both": (f"{_run('a {{ n')}{START}{_run('um')}{END}{_run('ber }} b')}", "a |05| b"),
    "both in an empty place": (f"{_run('a {{ n')}{START}{END}{_run('umber }} b')}", "a ||05 b"),
    "a tab in the tag": (f"{_run('a {{')}<w:r><w:tab/></w:r>{START}{_run('number }}')}{END}", "a |05|"),
}


def _shown(xml: bytes) -> str:
    """Return the words of the first paragraph with bars where its bookmark begins and ends."""
    paragraph = parse_xml(xml)[0][0]
    shown = ""
    for each in paragraph.iter("{*}bookmarkStart", "{*}bookmarkEnd", "{*}t"):
        shown += "|" if "bookmark" in str(each.tag) else each.text or ""
    return shown


@pytest.mark.parametrize(("inner", "expected"), SPLIT.values(), ids=SPLIT.keys())
def test_a_bookmark_inside_a_tag_keeps_both_its_ends(inner: str, expected: str) -> None:
    template = opened(own_template("hết"))
    template.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{inner}</w:p>"))
    assert check_template(saved(template)) == ()
    made = rendered(document("plan", number="5"), template=saved(template))
    assert _shown(made[MAIN]) == expected


TORN = {
    "into a condition": f"{START}{_run('{% if urgency %}x')}{END}{_run('{% endif %}')}",
    "out of a condition": f"{_run('{% if urgency %}')}{START}{_run('x{% endif %}')}{END}",
    "from one branch to another": f"{_run('{% if urgency %}')}{START}{_run('x{% else %}y')}{END}{_run('{% endif %}')}",
}


@pytest.mark.parametrize("inner", TORN.values(), ids=TORN.keys())
def test_a_bookmark_that_a_tag_may_tear_apart_is_named(inner: str) -> None:
    template = opened(own_template("a"))
    template.element.body.insert(1, parse_xml(f"<w:p {nsdecls('w')}>{inner}</w:p>"))
    (found,) = check_template(saved(template))
    assert (found.code, found.severity.value, found.place.part) == ("split-bookmark", "error", "đoạn 2")
    assert "«so»" in found.message


def test_a_bookmark_around_a_block_or_inside_one_branch_is_sound() -> None:
    template = opened(own_template("{%p if urgency %}", "x", "{%p endif %}", "y"))
    body = template.element.body
    body.insert(0, parse_xml(START.replace("/>", f" {nsdecls('w')}/>")))
    body.insert(5, parse_xml(END.replace("/>", f" {nsdecls('w')}/>")))
    inner = f"{_run('{% if urgency %}')}{START}{_run('z')}{END}{_run('{% endif %}')}".replace("7", "8").replace(
        "so", "z"
    )
    body.insert(6, parse_xml(f"<w:p {nsdecls('w')}>{inner}</w:p>"))
    assert check_template(saved(template)) == ()


LOOP = ("{%p for name in addressees %}", "{%p endfor %}")
DRAWN = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="9" cy="9"/><wp:docPr id="1" name="Dấu"/><a:graphic>'
    '<a:graphicData uri="x"/></a:graphic></wp:inline></w:drawing></w:r>'
)


def _looped() -> bytes:
    """Return a template whose loop, and what stands behind it, print bookmarks, drawings and insertions."""
    template = opened(own_template(*LOOP, "hết"))
    insertion = f'<w:ins w:id="5" w:author="A" w:date="2026-01-01T00:00:00Z">{_run("c")}</w:ins>'
    for place, inner in ((1, f"{START}{_run('{{ name }}')}{END}{DRAWN}{DRAWN}{insertion}"), (3, DRAWN)):
        template.element.body.insert(place, parse_xml(f"<w:p {nsdecls('w', 'wp', 'a')}>{inner}</w:p>"))
    return saved(template)


def test_a_loop_repeats_no_id() -> None:
    template = _looped()
    made = rendered(document("plan", addressees=["Một", "Hai", "Ba"]), template=template)
    root = parse_xml(made[MAIN])
    names = [each.get("id") for each in root.iter("{*}docPr")]
    assert len(names) == len(set(names)) == 7
    assert len(set(root.xpath("//w:ins/@w:id"))) == 3
    assert root.xpath("//w:bookmarkStart/@w:id") == root.xpath("//w:bookmarkEnd/@w:id") == ["7"]
    assert texts(made) == ["Một;c", "Hai;c", "Ba.c", "hết"]
    marked = root.xpath("string(//w:p[w:bookmarkStart])")
    assert marked == "Một;c"
    assert rendered(document("plan", addressees=["Một", "Hai", "Ba"]), template=template) == made


def test_a_loop_without_rounds_leaves_no_end_of_a_bookmark() -> None:
    root = parse_xml(rendered(document("plan"), template=_looped())[MAIN])
    assert root.xpath("//w:bookmarkStart | //w:bookmarkEnd") == []


@pytest.mark.sdk
def test_word_files_of_loops_with_bookmarks_and_drawings_are_valid(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(write_parts(rendered(document("plan", addressees=["Một", "Hai"]), template=_looped())))
    assert [problem for problem in validate([path])[path] if "unique" in problem] == []
