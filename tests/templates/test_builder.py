"""The templates built from the profile: the committed files, whole and valid."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.shared import Mm
from lxml import etree

from generator.errors import DataError
from generator.nd30.profile import load_profile
from generator.ooxml.font_widths import text_width
from generator.ooxml.package import CONTENT_TYPES, read_parts
from generator.ooxml.wml import qualified, twips
from generator.templates.body import BodyBuilder, fixed_words
from generator.templates.builder import KIND_PROPERTY, build_template
from generator.templates.catalog import GENERIC, TEMPLATES, template_for
from generator.templates.style_table import STYLES
from tests.ooxml_sdk import validate
from tests.rendered import main_part, paragraphs

PROFILE = load_profile()
FILES: dict[str, str | None] = {GENERIC: None, **{name: kind for kind, name in TEMPLATES.items()}}
FOLDER = template_for("report").parent


@pytest.fixture(scope="module")
def generic() -> dict[str, bytes]:
    return read_parts(build_template(PROFILE, None))


@pytest.mark.parametrize(("name", "kind"), FILES.items())
def test_the_committed_template_is_what_the_profile_gives(name: str, kind: str | None) -> None:
    assert (FOLDER / name).read_bytes() == build_template(PROFILE, kind), "hãy chạy «vanban template build»"


def test_no_other_template_is_committed() -> None:
    assert {path.name for path in FOLDER.glob("*.docx")} == set(FILES)


def test_word_opens_it_on_a_page_of_the_decree(generic: dict[str, bytes]) -> None:
    (section,) = docx.Document(BytesIO(build_template(PROFILE, None))).sections
    page = PROFILE.page
    measures = {
        "page_width": page.width,
        "page_height": page.height,
        "top_margin": page.margin.top,
        "bottom_margin": page.margin.bottom,
        "left_margin": page.margin.left,
        "right_margin": page.margin.right,
        "header_distance": page.page_number.distance,
    }
    for name, measure in measures.items():
        assert measure.allows(getattr(section, name).mm), name
        assert getattr(section, name) == pytest.approx(Mm(measure.default), abs=635), name
    assert section.orientation == WD_ORIENT.PORTRAIT
    assert section.different_first_page_header_footer


def test_pages_are_counted_from_the_second_on_above_the_text(generic: dict[str, bytes]) -> None:
    (section,) = docx.Document(BytesIO(build_template(PROFILE, None))).sections
    (number,) = section.header.paragraphs
    field = number._p.find(qualified("w:fldSimple"))
    assert field.get(qualified("w:instr")).strip() == "PAGE"
    assert number.style is not None
    assert number.style.name == "Số trang"
    assert section.first_page_header.is_linked_to_previous
    start = main_part(generic).find(f".//{qualified('w:pgNumType')}")
    assert start is not None
    assert start.get(qualified("w:start")) == "1"


def test_every_paragraph_has_a_style_of_ours_and_no_formatting_of_its_own(generic: dict[str, bytes]) -> None:
    ids = {style for style, _ in paragraphs(main_part(generic))}
    known = {one.get(qualified("w:styleId")) for one in etree.fromstring(generic["word/styles.xml"])}
    assert ids <= known
    assert "" not in ids
    names = [etree.QName(one).localname for one in main_part(generic).iter() if isinstance(one.tag, str)]
    assert not {"b", "i", "sz", "jc", "ind", "rPr", "numPr"} & set(names)


def test_every_style_is_used_by_the_template_or_by_what_fills_it(generic: dict[str, bytes]) -> None:
    used = {style for style, _ in paragraphs(main_part(generic))}
    names = {one.get(qualified("w:styleId")): one[0].get(qualified("w:val")) for one in _style_elements(generic)}
    unused = {spec.name for spec in STYLES} - {names[identity] for identity in used}
    of_forms = {"Thẩm quyền ban hành", "Lời ban hành", "Người gửi điện", "Xác nhận", "Lời văn - cuối"}
    assert unused == of_forms | {"Bảng - tiêu đề", "Bảng - nhóm", "Bảng - ô", "Hết phần", "Số trang"} | {
        spec.name for spec in STYLES if spec.based_on
    }


def _style_elements(parts: dict[str, bytes]) -> list[etree._Element]:
    return [one for one in etree.fromstring(parts["word/styles.xml"]) if one.get(qualified("w:styleId"))]


def test_head_and_foot_have_the_columns_of_the_profile(generic: dict[str, bytes]) -> None:
    tables = list(main_part(generic).iter(qualified("w:tbl")))
    grids = [[int(one.get(qualified("w:w"), "0")) for one in table.iter(qualified("w:gridCol"))] for table in tables]
    assert grids == [
        [twips(columns.left.default), twips(columns.right.default)] for columns in (PROFILE.header, PROFILE.signature)
    ]
    words = [text for _, text in paragraphs(tables[0])]
    assert fixed_words(PROFILE, "national_name") in words
    assert fixed_words(PROFILE, "motto") in words


def test_the_words_of_the_profile_fit_on_one_line_of_their_column() -> None:
    for name in ("national_name", "motto"):
        size = PROFILE.component(name).size
        assert size is not None
        assert text_width(fixed_words(PROFILE, name), size.default, bold=True) < PROFILE.header.right.default


def test_a_component_whose_words_differ_has_none() -> None:
    with pytest.raises(DataError, match="không định sẵn lời của thành phần «subject»"):
        fixed_words(PROFILE, "subject")


@pytest.mark.parametrize(("name", "kind"), FILES.items())
def test_a_template_says_what_it_is_for(name: str, kind: str | None) -> None:
    parts = read_parts((FOLDER / name).read_bytes())
    custom = etree.fromstring(parts["docProps/custom.xml"])
    assert custom[0].get("name") == KIND_PROPERTY
    assert "".join(custom.itertext()) == (kind or "any")
    assert "Mẫu: " in "".join(etree.fromstring(parts["docProps/core.xml"]).itertext())


def test_every_part_has_a_content_type_and_every_relation_a_part(generic: dict[str, bytes]) -> None:
    types = etree.fromstring(generic[CONTENT_TYPES])
    named = {str(one.get("PartName")).lstrip("/") for one in types if one.get("PartName")}
    assert named == {name for name in generic if not name.endswith(".rels")} - {CONTENT_TYPES}
    targets = {
        folder + str(one.get("Target"))
        for folder, part in (("", "_rels/.rels"), ("word/", "word/_rels/document.xml.rels"))
        for one in etree.fromstring(generic[part])
    }
    assert targets == named


def test_a_body_needs_every_style_it_names() -> None:
    with pytest.raises(KeyError):
        BodyBuilder(PROFILE, {}).body(etree.Element("x"))


@pytest.mark.sdk
def test_the_templates_are_valid_by_the_schema(tmp_path: Path) -> None:
    files = [tmp_path / name for name in FILES]
    for path in files:
        path.write_bytes((FOLDER / path.name).read_bytes())
    assert validate(files) == dict.fromkeys(files, [])
