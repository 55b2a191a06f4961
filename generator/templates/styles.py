"""The styles part of the generated template, written from the profile of the decree."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from lxml import etree

from generator.nd30.component import Component, Frame
from generator.nd30.page import PageNumber
from generator.nd30.profile import Profile
from generator.ooxml.font_widths import SINGLE_LINE
from generator.ooxml.wml import element, half_points, twips
from generator.templates.style_table import END_STYLE, StyleSpec

TABLE_STYLE = "Bảng - kẻ ô"
_SINGLE = 240
"""Height of a single line of Times New Roman, in sizes."""
_LINE = 6
"""Width of rule lines and table borders in eighths of a point."""
_CELL_PADDING = 1.0
_ALIGN = {"justify": "both"}


def style_id(name: str) -> str:
    """Return an ASCII id for a style name: ``Bảng - ô`` gives ``BangO``."""
    plain = unicodedata.normalize("NFD", name.replace("Đ", "D").replace("đ", "d"))
    words = re.findall("[A-Za-z0-9]+", "".join(char for char in plain if not unicodedata.combining(char)))
    return "".join(word[:1].upper() + word[1:] for word in words)


def styles_part(profile: Profile, specs: Sequence[StyleSpec]) -> etree._Element:
    """Return ``w:styles``: the defaults, the built-in styles Word asks for, and ours."""
    return element(
        "w:styles",
        _defaults(profile),
        _built_in("paragraph", "Normal", "Normal"),
        _built_in("character", "DefaultParagraphFont", "Default Paragraph Font"),
        _normal_table(),
        _built_in("numbering", "NoList", "No List"),
        *(_paragraph_style(profile, spec) for spec in specs),
        _table_style(),
    )


def _defaults(profile: Profile) -> etree._Element:
    font = profile.page.font.default
    fonts = element("w:rFonts", ascii=font, hAnsi=font, eastAsia=font, cs=font)
    size = half_points(profile.body.size.default)
    language = element("w:lang", val="vi-VN", eastAsia="vi-VN", bidi="ar-SA")
    run = element("w:rPr", fonts, element("w:sz", val=size), element("w:szCs", val=size), language)
    paragraph = element("w:pPr", element("w:spacing", before=0, after=0, line=_SINGLE, lineRule="auto"))
    return element("w:docDefaults", element("w:rPrDefault", run), element("w:pPrDefault", paragraph))


def _built_in(kind: str, identity: str, name: str) -> etree._Element:
    return element("w:style", element("w:name", val=name), type=kind, default=True, styleId=identity)


def _normal_table() -> etree._Element:
    style = _built_in("table", "TableNormal", "Normal Table")
    margins = element(
        "w:tblCellMar", *(element(f"w:{side}", w=0, type="dxa") for side in ("top", "left", "bottom", "right"))
    )
    style.append(element("w:tblPr", element("w:tblInd", w=0, type="dxa"), margins))
    return style


def _table_style() -> etree._Element:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = element(
        "w:tblBorders", *(element(f"w:{side}", val="single", sz=4, space=0, color="auto") for side in sides)
    )
    padding = twips(_CELL_PADDING)
    margins = element("w:tblCellMar", *(element(f"w:{side}", w=padding, type="dxa") for side in ("left", "right")))
    return element(
        "w:style",
        element("w:name", val=TABLE_STYLE),
        element("w:basedOn", val="TableNormal"),
        element("w:tblPr", borders, margins),
        type="table",
        customStyle=True,
        styleId=style_id(TABLE_STYLE),
    )


def _paragraph_style(profile: Profile, spec: StyleSpec) -> etree._Element:
    if spec.based_on is not None:
        return _smaller_style(profile, spec)
    return element(
        "w:style",
        element("w:name", val=spec.name),
        element("w:basedOn", val="Normal"),
        element("w:qFormat"),
        _paragraph_properties(profile, spec),
        _run_properties(profile, spec),
        type="paragraph",
        customStyle=True,
        styleId=style_id(spec.name),
    )


def smaller_size(profile: Profile, component: str) -> float:
    """Return the size of a component in the last, smallest set of sizes; for one that is in no set its least size."""
    known = profile.page.size_pairs[-1].sizes.get(component)
    if known is not None:
        return known
    size = profile.component(component).size
    least = size.range[0] if size and size.range else None
    return least if least is not None else _size(profile, StyleSpec(component, component))


def _smaller_style(profile: Profile, spec: StyleSpec) -> etree._Element:
    """Return the style of a component in the last, smallest set of sizes, based on the style of the first."""
    size = half_points(smaller_size(profile, spec.component or ""))
    return element(
        "w:style",
        element("w:name", val=spec.name),
        element("w:basedOn", val=style_id(spec.based_on or "")),
        element("w:qFormat"),
        element("w:rPr", element("w:sz", val=size), element("w:szCs", val=size)),
        type="paragraph",
        customStyle=True,
        styleId=style_id(spec.name),
    )


def _component(profile: Profile, spec: StyleSpec) -> Component | PageNumber | None:
    """Return the component that a style follows; None for running text and for what the decree does not know."""
    return None if spec.component in (None, "body") else profile.component(spec.component or "")


def _paragraph_properties(profile: Profile, spec: StyleSpec) -> etree._Element:
    """The order of the children is the schema's."""
    align = _align(profile, spec)
    return element(
        "w:pPr",
        element("w:keepNext") if spec.keep_with_next else None,
        element("w:keepLines") if spec.keep_lines else None,
        _rule() if spec.rule else _frame_lines(profile, spec),
        _spacing(spec),
        _indents(profile, spec),
        element("w:jc", val=_ALIGN.get(align, align)) if align else None,
        element("w:outlineLvl", val=spec.outline) if spec.outline is not None else None,
    )


def _rule() -> etree._Element:
    return element("w:pBdr", element("w:bottom", val="single", sz=_LINE, space=0, color="auto"))


def _frame(profile: Profile, spec: StyleSpec) -> Frame | None:
    component = _component(profile, spec)
    return component.frames[spec.frame] if spec.frame and isinstance(component, Component) else None


def _frame_lines(profile: Profile, spec: StyleSpec) -> etree._Element | None:
    """Return the box around the paragraph, as high as its frame: half of what a line leaves stands above the words."""
    frame = _frame(profile, spec)
    if frame is None:
        return None
    component = _component(profile, spec)
    color = component.color.default if isinstance(component, Component) and component.color else "auto"
    line = _size(profile, spec) * SINGLE_LINE
    space = round((twips(frame.height.default) / 20 - line) / 2)
    sides = {"top": space, "left": 0, "bottom": space, "right": 0}
    borders = (element(f"w:{side}", val="single", sz=_LINE, space=gap, color=color) for side, gap in sides.items())
    return element("w:pBdr", *borders)


def _frame_indents(profile: Profile, spec: StyleSpec, frame: Frame) -> etree._Element:
    """Return the indents that centre the frame in its half of the head: urgency left, circulation right."""
    left, right = profile.header.left.default, profile.header.right.default
    if spec.component == "urgency":
        side = (left - frame.width.default) / 2
        return element("w:ind", left=twips(side), right=twips(side))
    side = (right - frame.width.default) / 2
    return element("w:ind", left=twips(left + side), right=twips(side))


def _spacing(spec: StyleSpec) -> etree._Element:
    before, after = round(spec.before * 20), round(spec.after * 20)
    if spec.rule or spec.name == END_STYLE:
        return element("w:spacing", before=before, after=after, line=60, lineRule="exact")
    return element("w:spacing", before=before, after=after)


def _indents(profile: Profile, spec: StyleSpec) -> etree._Element | None:
    if frame := _frame(profile, spec):
        return _frame_indents(profile, spec, frame)
    first = twips(profile.body.first_line_indent.default) if spec.indent_first else None
    left = twips(spec.left) if spec.left else None
    right = twips(spec.right) if spec.right else None
    if first is None and left is None and right is None:
        return None
    return element("w:ind", left=left, right=right, firstLine=first)


def _align(profile: Profile, spec: StyleSpec) -> str | None:
    component = _component(profile, spec)
    if spec.align is not None:
        return spec.align
    if spec.component == "body":
        return profile.body.align.default
    return component.align.default if component and component.align else None


def _run_properties(profile: Profile, spec: StyleSpec) -> etree._Element:
    """The order of the children is the schema's."""
    component = _component(profile, spec)
    bold, italic = _weight(profile, spec, "bold"), _weight(profile, spec, "italic")
    size = half_points(_size(profile, spec))
    return element(
        "w:rPr",
        *(element(name) for name in ("w:b", "w:bCs") if bold),
        *(element(name) for name in ("w:i", "w:iCs") if italic),
        element("w:caps") if spec.capitals else None,
        element("w:color", val=component.color.default) if component and component.color else None,
        element("w:sz", val=size),
        element("w:szCs", val=size),
    )


def _weight(profile: Profile, spec: StyleSpec, name: str) -> bool:
    own: bool | None = getattr(spec, name)
    if own is not None:
        return own
    component = _component(profile, spec)
    measure = getattr(component, name) if component else None
    return bool(measure and measure.default)


def _size(profile: Profile, spec: StyleSpec) -> float:
    if spec.size is not None:
        return spec.size
    component = _component(profile, spec)
    return component.size.default if component and component.size else profile.body.size.default
