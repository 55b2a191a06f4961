"""Rule lines of the right length: an empty paragraph whose side indents are computed from the text above it.

The decree asks for the length of the text under Tiêu ngữ (II.1b) and for a third to a half of it under the issuer and
the subject (II.2b, II.5b); the shares are those of the profile. The template names the rule by its style; the indents
are put in when it is compiled.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from generator.errors import DataError
from generator.nd30.profile import load_profile
from generator.ooxml.font_widths import MM_PER_TWIP, line_widths
from generator.ooxml.wml import element, qualified, twips

_AFTER_INDENT = {
    qualified(f"w:{name}")
    for name in (
        "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment",
        "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange",
    )
}  # fmt: skip


@dataclass(frozen=True)
class RuleKind:
    """A rule line: the component above it, the style of its paragraph, the style of the text above it."""

    name: str
    style: str
    above: str


KINDS = (
    RuleKind("motto", "Kẻ dưới Tiêu ngữ", "Tiêu ngữ"),
    RuleKind("issuer", "Kẻ dưới Cơ quan ban hành", "Cơ quan ban hành"),
    RuleKind("subject", "Kẻ dưới Trích yếu", "Trích yếu"),
)
_APPENDIX_STYLE = "Kẻ dưới Phụ lục"
_APPENDIX_LENGTH = 30.0
"""Millimetres of the rule under an appendix's heading: the sample forms draw it, no clause measures it."""
_APPENDIX_LOOP = re.compile(r"\bfor\s+(\w+)\s+in\s+appendices\b")


class RuleLine(NamedTuple):
    """A rule line found in a template."""

    column: int
    """Width of its column in twips."""
    size: float
    """Size of the bold text above it in points."""
    least: float
    """Its least length as a share of the longest line of that text."""
    share: float
    """The share that we draw."""
    most: float
    """The greatest share."""

    def indent(self, text: str) -> int:
        """Return the indent on either side in twips, for the text that stands above the rule."""
        return _indent(self, text)


@lru_cache(256)
def _indent(rule: RuleLine, text: str) -> int:
    """The decree does not say which line of several it means: the rule suits the longest, and the last where it can."""
    width = rule.column * MM_PER_TWIP
    lines = line_widths(text, width, rule.size, bold=True)
    longest = max(lines)
    length = longest * rule.share
    if lines[-1] * rule.most >= longest * rule.least:
        length = max(longest * rule.least, min(length, lines[-1] * rule.most))
    return max(0, twips((width - length) / 2))


def take_rules(
    main: etree._Element, style_ids: Mapping[str, str], sizes: Mapping[str, float], width: int
) -> dict[str, RuleLine]:
    """Return the rule lines of a template by name, their indents replaced by tags in the XML.

    ``sizes`` are the sizes in points by style name, ``width`` is the width of the text in twips.
    """
    found = {}
    for kind in KINDS:
        for paragraph in _of_style(main, style_ids.get(kind.style)):
            put_indents(paragraph.find(qualified("w:pPr")), f"rules.{kind.name}")
            column = _column_width(paragraph) or width
            found[kind.name] = RuleLine(column, sizes.get(kind.above, 14.0), *_shares(kind.name))
    _take_appendix_rule(main, style_ids)
    return found


def _take_appendix_rule(main: etree._Element, style_ids: Mapping[str, str]) -> None:
    """Let the rule under the heading of an appendix be as long on a landscape page as on a portrait one."""
    loop = _APPENDIX_LOOP.search("".join(map(str, main.itertext())))
    if loop is None:
        return
    for paragraph in _of_style(main, style_ids.get(_APPENDIX_STYLE)):
        put_indents(paragraph.find(qualified("w:pPr")), f"{loop[1]}.rule")


def appendix_rule(width: int) -> int:
    """Return the indent on either side, in twips, of the rule under the heading of an appendix."""
    return max(0, (width - twips(_APPENDIX_LENGTH)) // 2)


def _shares(name: str) -> tuple[float, float, float]:
    """Return the least share of the text, the one we draw and the greatest."""
    rule = load_profile().component(name).rule
    if rule is None:
        raise DataError(f"thể thức không có đường kẻ dưới thành phần «{name}»")
    ratio = rule.ratio
    least, most = ratio.range or (ratio.default, ratio.default)
    return least or ratio.default, ratio.default, most or ratio.default


def _of_style(main: etree._Element, identity: str | None) -> list[etree._Element]:
    styles = main.iter(qualified("w:pStyle"))
    named = [style for style in styles if identity is not None and style.get(qualified("w:val")) == identity]
    return [paragraph for style in named if (paragraph := _ancestor(style, "w:p")) is not None]


def _ancestor(start: etree._Element, name: str) -> etree._Element | None:
    return next(iter(start.iterancestors(qualified(name))), None)


def cell_width(main: etree._Element, identity: str | None) -> int:
    """Return the width in twips of the cell in which a style first stands; 0 where it stands in none."""
    found = (_column_width(paragraph) for paragraph in _of_style(main, identity))
    return next(filter(None, found), 0)


def _column_width(paragraph: etree._Element) -> int | None:
    cell = _ancestor(paragraph, "w:tc")
    width = None if cell is None else cell.find(f"{qualified('w:tcPr')}/{qualified('w:tcW')}")
    if width is None or width.get(qualified("w:type"), "dxa") != "dxa":
        return None
    return int(width.get(qualified("w:w"), "0"))


def put_indents(properties: etree._Element | None, field: str) -> None:
    """Put the tag of a field in place of the side indents among the properties of a paragraph."""
    if properties is None:
        return
    for old in properties.findall(qualified("w:ind")):
        properties.remove(old)
    tag = f"{{{{ {field} }}}}"
    position = next((index for index, child in enumerate(properties) if child.tag in _AFTER_INDENT), len(properties))
    properties.insert(position, element("w:ind", left=tag, right=tag))
