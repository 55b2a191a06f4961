"""What stands in paragraphs: signs, fields, tracked changes, hidden text, text boxes."""

from __future__ import annotations

import pytest

from generator.ooxml.formatting.values import Part
from tests.ooxml.formatting.word_file import p, r, read, texts


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/></w:r>", "a\tb\nc\n"),
        ("<w:r><w:t>KH</w:t><w:noBreakHyphen/><w:t>A</w:t><w:softHyphen/><w:t>B</w:t></w:r>", "KH-A\u00adB"),
        ("<w:r><w:t> a\n b </w:t></w:r>", "a  b"),
        ('<w:r><w:t xml:space="preserve"> a </w:t></w:r>', " a "),
        ("<w:r><w:t>a\u00a0b</w:t></w:r>", "a\u00a0b"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "✓"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0F1"/></w:r>', "\uf0f1"),
        ('<w:r><w:sym w:font="Wingdings" w:char="zz"/></w:r>', ""),
        ('<w:hyperlink r:id="x"><w:smartTag>' + r("a") + "</w:smartTag></w:hyperlink>", "a"),
        ("<w:sdt><w:sdtPr/><w:sdtContent>" + r("a") + "</w:sdtContent></w:sdt>", "a"),
        ("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", "x=1"),
        ("<w:r><w:ruby><w:rt>" + r("b") + "</w:rt><w:rubyBase>" + r("a") + "</w:rubyBase></w:ruby></w:r>", "a"),
        ("<w:ins>" + r("a") + "</w:ins><w:moveTo>" + r("b") + "</w:moveTo>", "ab"),
        (r("a") + "<w:moveFrom>" + r("b") + "</w:moveFrom>", "a"),
        ('<mc:AlternateContent><mc:Choice Requires="wps">' + r("a") + "</mc:Choice><mc:Fallback>" + r("b")
         + "</mc:Fallback></mc:AlternateContent>", "a"),
        ('<mc:AlternateContent><mc:Choice Requires="future">' + r("a") + "</mc:Choice><mc:Fallback>" + r("b")
         + "</mc:Fallback></mc:AlternateContent>", "b"),
    ],
)  # fmt: skip
def test_signs_and_holders(xml: str, text: str) -> None:
    assert texts(read(p(xml))) == [text]


def test_deleted_words_are_left_out_and_named() -> None:
    found = read(p("a", "<w:del><w:r><w:delText>mất</w:delText></w:r></w:del>", "b"))
    assert texts(found) == ["ab"]
    assert found.remarks == ("bỏ chữ đã xóa khi theo dõi thay đổi: «mất»",)


def test_hidden_words_are_left_out_and_named() -> None:
    found = read(p("a", r("kín", "<w:vanish/>")))
    assert texts(found) == ["a"]
    assert found.remarks == ("bỏ chữ ẩn: «kín»",)


def test_a_deleted_mark_joins_two_paragraphs_in_the_form_of_the_second() -> None:
    found = read(p("a", ppr='<w:jc w:val="center"/><w:rPr><w:del/></w:rPr>') + p("b", jc="right"))
    assert [(one.text, one.alignment) for one in found.paragraphs] == [("ab", "right")]


def test_a_deleted_mark_at_the_end_loses_no_word() -> None:
    assert texts(read(p("a", ppr="<w:rPr><w:del/></w:rPr>"))) == ["a"]


def field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def test_the_result_of_a_field_is_text_that_names_it() -> None:
    found = read(p("- ", field("begin"), code(" PAGE "), r("lost"), field("separate"), r("2"), field("end"), " -"))
    assert [(run.text, run.field) for run in found.paragraphs[0].runs] == [("- ", ""), ("2", "PAGE"), (" -", "")]


@pytest.mark.parametrize(
    "xml",
    [
        field("begin") + code("PAGE") + field("separate") + field("end"),
        field("begin") + code("PAGE") + field("end"),
        '<w:fldSimple w:instr=" page \\* MERGEFORMAT"/>',
        "<w:r><w:pgNum/></w:r>",
    ],
)
def test_a_field_without_result_is_a_run_without_text(xml: str) -> None:
    assert [(run.text, run.field) for run in read(p(xml)).paragraphs[0].runs] == [("", "PAGE")]


def test_fields_inside_fields_and_over_several_paragraphs() -> None:
    inner = field("begin"), code("PAGEREF x"), field("separate"), "3", field("end")
    body = p(field("begin"), code("TOC"), field("separate"), "I", *inner) + p("II", field("end"), "ngoài")
    found = read(body).paragraphs
    assert [(run.text, run.field) for one in found for run in one.runs] == [
        ("I", "TOC"), ("3", "PAGEREF"), ("II", "TOC"), ("ngoài", "")
    ]  # fmt: skip


def test_a_field_that_never_ends_hides_nothing() -> None:
    assert texts(read(p(field("begin"), code("X"), "a") + p("b"))) == ["a", "b"]


BOX = "<w:txbxContent>" + p("trong hộp") + "</w:txbxContent>"
DRAWN = (
    '<w:drawing><wp:anchor><wp:positionH relativeFrom="column"><wp:posOffset>36000</wp:posOffset></wp:positionH>'
    '<wp:extent cx="3600000" cy="720000"/><wp:docPr id="1" name="Hộp" descr="mô tả"/><a:graphic><a:graphicData>'
    "<wps:wsp><wps:txbx>{}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
)


def test_a_text_box_is_read_once_after_the_paragraph_that_anchors_it() -> None:
    alternate = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{DRAWN.format(BOX)}</mc:Choice><mc:Fallback><w:pict>'
        f'<v:rect style="width:1cm;height:1cm"><v:textbox>{BOX}</v:textbox></v:rect></w:pict></mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )
    found = read(p("a", alternate, "b") + p("c"))
    assert [(one.number, one.text, one.part) for one in found.paragraphs] == [
        (1, "ab", Part.BODY), (2, "trong hộp", Part.TEXT_BOX), (3, "c", Part.BODY)
    ]  # fmt: skip
    drawing = found.paragraphs[0].drawings[0]
    assert (drawing.kind, drawing.width, drawing.height, drawing.left) == ("text box", 100, 20, 1)
    assert (drawing.name, drawing.description) == ("Hộp", "mô tả")


def test_text_boxes_of_vml() -> None:
    box = f'<w:r><w:pict><v:shape style="width:72pt;height:36pt"><v:textbox>{BOX}</v:textbox></v:shape></w:pict></w:r>'
    found = read(p(box))
    assert texts(found) == ["", "trong hộp"]
    assert found.paragraphs[0].drawings[0].width == pytest.approx(25.4)


def test_notes_stand_behind_the_body() -> None:
    separator = f'<w:footnote w:type="separator" w:id="0">{p("x")}</w:footnote>'
    found = read(
        p("a", '<w:r><w:footnoteReference w:id="2"/></w:r>'),
        footnotes=f'{separator}<w:footnote w:id="2">{p("chú")}</w:footnote>',
        endnotes=f'<w:endnote w:id="2">{p("cuối")}</w:endnote>',
    )
    assert [(one.text, one.part) for one in found.paragraphs] == [
        ("a", Part.BODY), ("chú", Part.FOOTNOTE), ("cuối", Part.ENDNOTE)
    ]  # fmt: skip


def test_objects_without_text_and_files_in_the_file_are_named() -> None:
    found = read(
        p('<w:r><w:object><v:shape style="width:1cm;height:1cm"/></w:object></w:r>') + '<w:altChunk r:id="x"/>'
    )
    assert [remark.split(" ")[0] for remark in found.remarks] == ["đối", "bỏ"]
