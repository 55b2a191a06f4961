"""A template made ready to be filled: its parts, the patched XML of those that hold tags, its styles and paper."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from lxml import etree

from generator.errors import TemplateError
from generator.model.layout import TableLayout
from generator.ooxml.archive import PackedPart, packed
from generator.ooxml.package import MAIN, read_parts
from generator.ooxml.sections import SectionProperties
from generator.ooxml.wml import qualified
from generator.render.instructions import instructions
from generator.render.patched import patched
from generator.render.placement import placed
from generator.render.program import Program, program
from generator.render.provenance import without_data
from generator.render.rule_lines import RuleLine, take_rules
from generator.render.task_rows import TaskRows

_MERGED = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_STYLES = "word/styles.xml"
_FINAL_SECTION = "{{ final_section }}"
_DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"


@dataclass(frozen=True)
class CompiledTemplate:
    """A template that can be filled any number of times."""

    parts: Mapping[str, bytes]
    packed: Mapping[str, PackedPart]
    """The parts that no document changes, as they stand in the file."""
    merged: Mapping[str, Program]
    styles: Mapping[str, str]
    """Style names to ids."""
    paper: SectionProperties
    rules: Mapping[str, RuleLine]
    digest: str
    """SHA-256 of the template's bytes."""
    _tables: dict[tuple[str, int], tuple[TableLayout, TaskRows]] = field(default_factory=dict, compare=False)

    def task_rows(self, layout: TableLayout, width: int) -> TaskRows:
        """Return the writer of the task tables of a layout, in a width in twips; made once for each."""
        kept = self._tables.get((layout.id, width))
        if kept is None or kept[0] is not layout:
            kept = (layout, TaskRows(layout, width, self.styles))
            self._tables[layout.id, width] = kept
        return kept[1]


def compile_template(data: bytes) -> CompiledTemplate:
    """Return the compiled template of a .docx.

    Raises TemplateError when the bytes are no .docx or a tag is malformed.
    """
    parts = without_data(read_parts(data))
    main = _parse(parts, MAIN)
    paper = _take_final_section(main)
    styles = _styles(parts)
    ids = {name: style.get(qualified("w:styleId"), "") for name, style in styles.items()}
    rules = take_rules(main, ids, _sizes(styles), paper.text_width())
    sources = {name: main if name == MAIN else _parse(parts, name) for name in parts if _MERGED.fullmatch(name)}
    merged = {name: _compile(name, root) for name, root in sources.items()}
    unchanged = {name: packed(name, data) for name, data in parts.items() if name not in merged}
    return CompiledTemplate(parts, unchanged, merged, ids, paper, rules, sha256(data).hexdigest())


def _parse(parts: Mapping[str, bytes], name: str) -> etree._Element:
    try:
        return etree.fromstring(parts[name], _parser())
    except etree.XMLSyntaxError as failure:
        raise TemplateError(f"phần {name} của mẫu bị hỏng", hint="hãy mở mẫu bằng Word rồi lưu lại") from failure


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)


def _take_final_section(main: etree._Element) -> SectionProperties:
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
    return SectionProperties(properties)


def _compile(name: str, root: etree._Element) -> Program:
    place = "thân văn bản" if name == MAIN else f"phần {name}"
    try:
        made = placed([["text", _DECLARATION], *instructions(patched(root))])
    except TemplateError as failure:
        failure.message = f"{place}: {failure.message}"
        failure.args = (failure.message,)
        raise
    return program(place, made)


def _styles(parts: Mapping[str, bytes]) -> dict[str, etree._Element]:
    """Return the style elements by name."""
    if _STYLES not in parts:
        return {}
    named = ((style.find(qualified("w:name")), style) for style in _parse(parts, _STYLES).iter(qualified("w:style")))
    return {name.get(qualified("w:val"), ""): style for name, style in named if name is not None}


def _sizes(styles: Mapping[str, etree._Element]) -> dict[str, float]:
    """Return the sizes in points that the styles themselves set."""
    path = f"{qualified('w:rPr')}/{qualified('w:sz')}"
    found = {name: style.find(path) for name, style in styles.items()}
    return {name: int(size.get(qualified("w:val"), "28")) / 2 for name, size in found.items() if size is not None}
