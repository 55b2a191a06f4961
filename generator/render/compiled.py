"""A template made ready to be filled: its parts, the programs of those that hold tags, its styles and paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from lxml import etree

from generator.model.layout import TableLayout
from generator.ooxml.archive import PackedPart, packed
from generator.ooxml.package import read_parts
from generator.ooxml.sections import SectionProperties
from generator.render.plan_cache import keep_plan, kept_plan
from generator.render.program import Program, program
from generator.render.provenance import without_data
from generator.render.rule_lines import RuleLine
from generator.render.task_rows import TaskRows
from generator.render.template_plan import TemplatePlan, part_place, read_plan


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
    """Return the compiled template of a .docx; what was read out of it before is not read again.

    Raises TemplateError when the bytes are no .docx or a tag is malformed.
    """
    digest = sha256(data).hexdigest()
    parts = without_data(read_parts(data))
    known = kept_plan(digest)
    if known is None:
        known = read_plan(parts)
        keep_plan(digest, known)
    return _compiled(parts, known, digest)


def _compiled(parts: Mapping[str, bytes], plan: TemplatePlan, digest: str) -> CompiledTemplate:
    merged = {name: program(part_place(name), made) for name, made in plan.merged.items()}
    unchanged = {name: packed(name, data) for name, data in parts.items() if name not in merged}
    paper = SectionProperties(etree.fromstring(plan.paper))
    return CompiledTemplate(parts, unchanged, merged, plan.styles, paper, plan.rules, digest)
