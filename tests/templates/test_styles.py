"""Named styles: the decree's measures, each from the profile, and what the decree leaves open."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

from generator.nd30.component import Component
from generator.nd30.profile import load_profile
from generator.ooxml.font_widths import text_width
from generator.ooxml.wml import NAMESPACES, half_points, qualified, twips
from generator.render.rule_lines import KINDS
from generator.render.table_xml import CELL_STYLES
from generator.templates.body import LINE_STYLES, RUNNING_TEXT
from generator.templates.style_table import END_STYLE, STYLES, URGENCIES, StyleSpec
from generator.templates.styles import TABLE_STYLE, style_id, styles_part

PROFILE = load_profile()
PART = styles_part(PROFILE, STYLES)
NAMES = [spec.name for spec in STYLES]
FOLLOWING = [spec for spec in STYLES if spec.component not in (None, "body") and not spec.based_on]
SMALLER = [spec for spec in STYLES if spec.based_on]
BODY = [spec for spec in STYLES if spec.indent_first]


def _style(name: str) -> etree._Element:
    for style in PART.iter(qualified("w:style")):
        found = style.find(qualified("w:name"))
        if found is not None and found.get(qualified("w:val")) == name:
            return style
    raise KeyError(name)


def _value(name: str, path: str, attribute: str = "w:val") -> str | None:
    """The attribute of an element below a style, such as ``rPr/sz``; None where there is none."""
    found = _style(name).find("/".join(qualified(f"w:{step}") for step in path.split("/")))
    return None if found is None else found.get(qualified(attribute), "1")


def _default(measure: Any, otherwise: Any) -> Any:
    return measure.default if measure else otherwise


def _component(spec: StyleSpec) -> Component:
    return PROFILE.component(spec.component or "")


@pytest.mark.parametrize("spec", FOLLOWING, ids=lambda spec: spec.name)
def test_a_style_has_the_measures_of_its_component(spec: StyleSpec) -> None:
    component = _component(spec)
    align = _default(component.align, None)
    assert _value(spec.name, "rPr/sz") == str(half_points(_default(component.size, PROFILE.body.size.default)))
    assert _value(spec.name, "rPr/szCs") == _value(spec.name, "rPr/sz")
    assert _value(spec.name, "pPr/jc") == {"justify": "both"}.get(align, align)
    assert _value(spec.name, "rPr/color") == _default(component.color, None)
    if not spec.bold:
        assert (_value(spec.name, "rPr/b") is not None) == _default(component.bold, False)
    assert (_value(spec.name, "rPr/i") is not None) == _default(component.italic, False)


@pytest.mark.parametrize("spec", SMALLER, ids=lambda spec: spec.name)
def test_a_style_of_the_smaller_set_differs_from_its_own_by_the_size_alone(spec: StyleSpec) -> None:
    style = _style(spec.name)
    assert [etree.QName(child).localname for child in style] == ["name", "basedOn", "qFormat", "rPr"]
    assert _value(spec.name, "basedOn") == style_id(spec.based_on or "")
    size = _component(spec).size
    assert size is not None
    assert size.range is not None
    small = PROFILE.page.size_pairs[-1].sizes.get(spec.component or "", size.range[0])
    assert _value(spec.name, "rPr/sz") == str(half_points(small or 0))
    assert size.allows(small or 0)


def test_only_the_title_of_a_khoan_is_bolder_than_its_component() -> None:
    bolder = [spec for spec in FOLLOWING if spec.bold]
    assert [spec.name for spec in bolder] == ["Khoản có tiêu đề"]
    assert _component(bolder[0]).bold_if_titled


def test_running_text_has_the_measures_of_the_body() -> None:
    assert _value(RUNNING_TEXT, "rPr/sz") == str(half_points(PROFILE.body.size.default))
    assert _value(RUNNING_TEXT, "pPr/jc") == "both"


@pytest.mark.parametrize("spec", BODY, ids=lambda spec: spec.name)
def test_styles_of_the_body_are_indented_and_apart_as_the_decree_asks(spec: StyleSpec) -> None:
    indent = PROFILE.body.first_line_indent.default
    assert _value(spec.name, "pPr/ind", "w:firstLine") == str(twips(indent))
    assert PROFILE.body.space_between.allows(spec.before + spec.after)
    if spec.component != "body":
        assert _default(_component(spec).indent, indent) == indent


@pytest.mark.parametrize(
    ("style", "component"), [("Trích yếu công văn", "subject_dispatch"), ("Mục I", "heading"), ("Điều", "article")]
)
def test_space_and_capitals_that_the_profile_knows(style: str, component: str) -> None:
    known = PROFILE.component(component)
    spec = next(one for one in STYLES if one.name == style)
    assert spec.before >= _default(known.space_before, 0)
    assert spec.capitals == (_default(known.title_case, "sentence") == "upper")


def test_addressees_stand_below_the_colon() -> None:
    label, entry = (next(spec for spec in STYLES if spec.name == name) for name in ("Kính gửi", "Kính gửi - dòng"))
    assert label.left == _default(PROFILE.component("addressee").indent, None)
    size = _default(PROFILE.component("addressee").size, None)
    begin, end = (label.left + text_width(words, size) for words in ("Kính gửi", "Kính gửi:"))
    assert entry.left < end
    assert entry.left + text_width("-", size) > begin


@pytest.mark.parametrize("name", NAMES)
def test_the_children_of_a_style_stand_in_the_order_of_the_schema(name: str) -> None:
    orders = {
        "pPr": ["keepNext", "keepLines", "pBdr", "spacing", "ind", "jc", "outlineLvl"],
        "rPr": ["b", "bCs", "i", "iCs", "caps", "color", "sz", "szCs"],
    }
    found = {holder: _style(name).find(qualified(f"w:{holder}")) for holder in orders}
    assert found["rPr"] is not None
    for holder, properties in found.items():
        if properties is None:
            continue
        order = orders[holder]
        places = [order.index(etree.QName(child).localname) for child in properties]
        assert places == sorted(places)


@pytest.mark.parametrize("spec", [spec for spec in STYLES if spec.rule], ids=lambda spec: spec.name)
def test_a_rule_is_a_thin_paragraph_with_a_solid_line(spec: StyleSpec) -> None:
    assert _value(spec.name, "pPr/pBdr/bottom") == "single"
    assert _value(spec.name, "pPr/spacing", "w:lineRule") == "exact"


def test_names_suit_word_and_ids_are_unique() -> None:
    assert not [name for name in NAMES if "," in name or ";" in name]
    ids = [style.get(qualified("w:styleId"), "") for style in PART.iter(qualified("w:style"))]
    assert len(set(ids)) == len(ids)
    assert all(identity.isascii() and identity.isalnum() for identity in ids)


@pytest.mark.parametrize(
    ("name", "identity"), [("Bảng - ô", "BangO"), ("Điểm có tiêu đề", "DiemCoTieuDe"), ("Mục I", "MucI")]
)
def test_the_id_of_a_style_is_its_name_without_marks(name: str, identity: str) -> None:
    assert style_id(name) == identity


def test_every_style_that_the_program_names_exists() -> None:
    named = {RUNNING_TEXT, END_STYLE, *LINE_STYLES.values(), *CELL_STYLES.values()}
    named |= {style for kind in KINDS for style in (kind.style, kind.above)}
    assert named <= set(NAMES)
    assert _style(TABLE_STYLE).get(qualified("w:type")) == "table"


def test_the_whole_text_is_of_the_decrees_font_without_space_of_its_own() -> None:
    defaults = PART[0]
    (fonts,) = defaults.iter(qualified("w:rFonts"))
    assert set(fonts.attrib.values()) == {PROFILE.page.font.default}
    (spacing,) = defaults.iter(qualified("w:spacing"))
    assert spacing.get(qualified("w:line")) == "240"
    assert {spacing.get(qualified(f"w:{side}")) for side in ("before", "after")} == {"0"}


@pytest.mark.parametrize("words", URGENCIES)
def test_a_mark_of_urgency_stands_in_the_frame_of_the_decree(words: str) -> None:
    """III.2b: KHẨN 20 × 8 mm, THƯỢNG KHẨN 40 × 8 mm, HOẢ TỐC 30 × 8 mm, in red, in the left half of the head."""
    frame = PROFILE.component("urgency").frames[words]
    style = _style(f"Mức độ khẩn - {words}")
    indents = style.find("w:pPr/w:ind", NAMESPACES)
    assert indents is not None
    sides = sum(int(indents.get(qualified(f"w:{side}"), "0")) for side in ("left", "right"))
    assert abs(twips(PROFILE.header.left.default) - sides - twips(frame.width.default)) <= 1
    borders = style.findall("w:pPr/w:pBdr/*", NAMESPACES)
    assert [etree.QName(border).localname for border in borders] == ["top", "left", "bottom", "right"]
    assert {border.get(qualified("w:color")) for border in borders} == {"FF0000"}
