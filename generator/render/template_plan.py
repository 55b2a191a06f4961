"""What is read out of a template once: its instructions, styles, paper and rule lines, as plain values.

Reading needs Jinja and docxtpl; what was read can be kept as JSON and used without them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from lxml import etree

from generator.diagnostics import Diagnostic
from generator.errors import TemplateError
from generator.ooxml.package import MAIN, parse_part
from generator.ooxml.sections import SectionProperties
from generator.ooxml.text_styles import style_elements, text_styles
from generator.ooxml.wml import qualified
from generator.render.emptied import with_filled
from generator.render.holders import with_ends
from generator.render.kept_lines import put_keeps
from generator.render.looks import Looks, take_looks
from generator.render.numbering import NUMBERING, ListPlan
from generator.render.placement import placed
from generator.render.rule_lines import RuleLine, take_rules
from generator.render.tree import Instruction

_MERGED = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_STYLES = "word/styles.xml"
_FINAL_SECTION = "{{ final_section }}"
_DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"


class TemplatePlan(NamedTuple):
    """What filling a template needs to know of it."""

    styles: Mapping[str, str]
    """Style names to ids."""
    paper: str
    """The ``w:sectPr`` of the body."""
    rules: Mapping[str, RuleLine]
    looks: Looks
    merged: Mapping[str, list[Instruction]]
    """The instructions of the parts that are filled in, by name."""
    suspicions: tuple[Diagnostic, ...] = ()
    """What the check found of the template and did not refuse it for."""
    lists: ListPlan | None = None
    """The lists that begin anew in each round of a loop; None when there are none."""

    def to_json(self) -> dict[str, Any]:
        """The plan as plain values."""
        rules = {name: list(rule) for name, rule in self.rules.items()}
        return {
            "styles": dict(self.styles),
            "paper": self.paper,
            "rules": rules,
            "looks": self.looks.to_json(),
            "merged": dict(self.merged),
            "suspicions": [finding.to_json() for finding in self.suspicions],
            "lists": self.lists and list(self.lists),
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> TemplatePlan:
        """Return the plan of plain values; KeyError, TypeError or ValueError when they are none."""
        rules = {name: RuleLine(*values) for name, values in kept["rules"].items()}
        suspicions = tuple(map(Diagnostic.from_json, kept["suspicions"]))
        looks = Looks.from_json(kept["looks"])
        lists = kept["lists"] and ListPlan(*kept["lists"])
        return cls(dict(kept["styles"]), str(kept["paper"]), rules, looks, dict(kept["merged"]), suspicions, lists)


def part_place(name: str) -> str:
    """Return a part as a person knows it."""
    return "thân văn bản" if name == MAIN else f"phần {name}"


def read_plan(parts: Mapping[str, bytes]) -> TemplatePlan:
    """Return the plan of a template's parts.

    Raises TemplateError when a part is damaged, or a tag is malformed, not allowed or in the wrong place.
    """
    from generator.render.numbering_restart import restart_lists
    from generator.render.unique_ids import number_drawings
    from generator.templates.check.bookmarks import settle_bookmarks

    main = _parse(parts, MAIN)
    properties = _take_final_section(main)
    styles = _parse(parts, _STYLES) if _STYLES in parts else None
    ids = _style_ids(styles)
    sizes = {} if styles is None else {name: style.size for name, style in text_styles(styles).items()}
    rules = take_rules(main, ids, sizes, SectionProperties(properties).text_width())
    sources = {name: main if name == MAIN else _parse(parts, name) for name in parts if _MERGED.fullmatch(name)}
    number_drawings(sources.values())
    for root in sources.values():
        settle_bookmarks(root)
    looks = take_looks(sources, styles, ids)
    put_keeps(main, ids, looks.styles)
    numbering = _parse(parts, NUMBERING) if NUMBERING in parts else None
    lists = restart_lists(numbering, styles, sources.values())
    merged = {name: _instructions(name, root) for name, root in sources.items()}
    return TemplatePlan(ids, etree.tostring(properties, encoding="unicode"), rules, looks, merged, lists=lists)


def _parse(parts: Mapping[str, bytes], name: str) -> etree._Element:
    return parse_part(parts[name], f"{name} của mẫu")


def _take_final_section(main: etree._Element) -> etree._Element:
    """Replace the paper of the last section by a tag, since the last appendix decides it."""
    body = main.find(qualified("w:body"))
    properties = None if body is None else body.find(qualified("w:sectPr"))
    if body is None or properties is None or len(body) == 1:
        raise TemplateError(
            "mẫu không có nội dung hoặc không có khổ giấy (w:sectPr)",
            hint="hãy tạo lại mẫu bằng «vanban template build»",
        )
    body.remove(properties)
    body[-1].tail = _FINAL_SECTION
    properties.tail = None
    return properties


def _instructions(name: str, root: etree._Element) -> list[Instruction]:
    from generator.render.instructions import instructions
    from generator.render.numbering_restart import with_rounds
    from generator.render.patched import patched
    from generator.render.unique_ids import with_unique_ids

    try:
        source = placed([["text", _DECLARATION], *instructions(patched(root))])
        return with_unique_ids(with_rounds(with_ends(with_filled(source))))
    except RecursionError as failure:
        raise TemplateError(f"{part_place(name)}: mẫu lồng quá nhiều thẻ vào nhau") from failure
    except TemplateError as failure:
        failure.message = f"{part_place(name)}: {failure.message}"
        failure.args = (failure.message,)
        raise


def _style_ids(styles: etree._Element | None) -> dict[str, str]:
    """Return the ids of styles by name."""
    found = {} if styles is None else style_elements(styles)
    return {name: style.get(qualified("w:styleId"), "") for name, style in found.items()}
