"""A template compiled: refused with a reason, or ready to be filled any number of times."""

from __future__ import annotations

import pytest
from lxml import etree

from generator.errors import DataError, TemplateError
from generator.ooxml.package import MAIN, read_parts, write_parts
from generator.ooxml.wml import element, text_element
from generator.render.compiled import compile_template
from generator.templates.catalog import template_for
from tests.rendered import document, rendered, template_of, texts

BUILT = template_for("report").read_bytes()


def test_the_built_template_compiles_with_its_styles_and_paper() -> None:
    compiled = compile_template(BUILT)
    assert set(compiled.merged) == {MAIN}
    assert compiled.styles["Bảng - ô"] == "BangO"
    assert round(compiled.paper.text_width() * 25.4 / 1440) == 160


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "không đọc được tệp .docx"),
        (b"%PDF-1.7", "không đọc được tệp .docx"),
        (write_parts({"a.txt": b"x", "[Content_Types].xml": b"<Types/>"}), "không phải văn bản Word"),
        (template_of("{{ number"), "đoạn 1: lỗi: thẻ mở ra mà không đóng lại"),
        (template_of("{{ a b }}"), "đoạn 1: lỗi: thẻ viết sai cú pháp"),
        (template_of("x", "{%p if number %}", "x"), "đoạn 2: lỗi: thẻ if mở ra mà không kết thúc"),
        (template_of("{% tr for x in body %}"), "đoạn 1: lỗi: dấu cách đặt sai"),
        (template_of("không có thẻ"), "mẫu không có thẻ nào"),
        (template_of(), "không có nội dung hoặc không có khổ giấy"),
    ],
)
def test_what_cannot_be_compiled_says_why(data: bytes, says: str) -> None:
    with pytest.raises(TemplateError, match=says) as caught:
        compile_template(data)
    assert caught.value.exit_code == 4
    assert caught.value.hint


def test_a_kind_allows_its_own_fields_only_and_no_kind_those_of_all() -> None:
    template = template_of("Năm {{ year }}")
    assert compile_template(template).suspicions == ()
    assert compile_template(template, "plan").merged.keys() == {MAIN}
    with pytest.raises(TemplateError, match="đoạn 1: lỗi: không có trường «year»"):
        compile_template(template, "report")
    with pytest.raises(DataError, match="paln"):
        compile_template(template, "paln")


@pytest.mark.parametrize("part", [MAIN, "word/styles.xml", "word/header1.xml"])
def test_a_damaged_part_is_named(part: str) -> None:
    with pytest.raises(TemplateError, match=f"phần {part} của mẫu bị hỏng"):
        compile_template(write_parts({**read_parts(BUILT), part: b"<w:document"}))


def test_an_entity_in_a_template_is_not_resolved() -> None:
    text = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><x>&e;</x>'
    with pytest.raises(TemplateError):
        compile_template(write_parts({**read_parts(BUILT), MAIN: text}))


def test_tags_in_the_header_are_filled_too() -> None:
    parts = read_parts(BUILT)
    header = parts["word/header1.xml"].replace(b"</w:p>", b"<w:r><w:t>{{ notation }}</w:t></w:r></w:p>")
    found = rendered(document(notation="BC & X"), template=write_parts({**parts, "word/header1.xml": header}))
    assert "BC & X" in "".join(etree.fromstring(found["word/header1.xml"]).itertext())


def test_a_tag_that_word_has_split_over_runs_is_read_as_one() -> None:
    pieces = ("{", "{ num", "ber ", "}", "}")
    split = element("w:p", *(element("w:r", text_element(piece)) for piece in pieces))
    assert texts(rendered(document(number=7), template=template_of(split))) == ["07"]


def test_a_file_saved_by_another_program_keeps_its_other_parts() -> None:
    parts = {**read_parts(BUILT), "word/media/x.png": b"\x89PNG", "customXml/item1.xml": b"<a/>"}
    found = rendered(document(), template=write_parts(parts))
    assert found["word/media/x.png"] == b"\x89PNG"
    assert found["customXml/item1.xml"] == b"<a/>"


def test_a_compiled_template_is_not_changed_by_use() -> None:
    first = texts(rendered(document(number=5)))
    assert texts(rendered(document(number=6))) != first
    assert texts(rendered(document(number=5))) == first
