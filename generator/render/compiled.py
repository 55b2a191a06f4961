"""A template made ready to be filled: its parts, the programs of those that hold tags, its styles and paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from lxml import etree

from generator.diagnostics import Diagnostic
from generator.errors import TemplateError
from generator.model.layout import TableLayout
from generator.ooxml.archive import PackedPart, packed
from generator.ooxml.package import MAIN, as_document, read_parts
from generator.ooxml.sections import SectionProperties
from generator.render.frame import Frame, frame_of
from generator.render.header_fit import Head
from generator.render.looks import Looks
from generator.render.numbering import ListPlan
from generator.render.plan_cache import keep_plan, kept_plan
from generator.render.program import Locate, Program, program
from generator.render.provenance import without_data
from generator.render.rule_lines import RuleLine
from generator.render.task_rows import TaskRows
from generator.render.template_plan import TemplatePlan, part_place, read_plan
from generator.render.tree import Expression
from generator.templates.needed_styles import NEEDED

Widths = tuple[int, ...]
"""Of columns, in twips."""
_MOST_TABLES = 64
_CHECK_HINT = "«vanban template check» kiểm tra mẫu trước khi dùng"


@dataclass(frozen=True)
class CompiledTemplate:
    """A template that can be filled any number of times."""

    parts: Mapping[str, bytes]
    packed: Mapping[str, PackedPart]
    """The parts that no document changes, as they stand in the file."""
    merged: Mapping[str, Program]
    styles: Mapping[str, str]
    """Style names to ids; an empty one for a needed style that nothing in the template asks for."""
    paper: SectionProperties
    rules: Mapping[str, RuleLine]
    looks: Looks
    head: Head
    """The centred lines of the head, which fits them to a document."""
    digest: str
    """SHA-256 of the template's bytes."""
    suspicions: tuple[Diagnostic, ...] = ()
    """What the check found of it that is no error."""
    lists: ListPlan | None = None
    """The lists that begin anew in each round of a loop."""
    _tables: dict[tuple[str, Widths], tuple[TableLayout, TaskRows]] = field(default_factory=dict, compare=False)
    _frames: dict[bool, Frame] = field(default_factory=dict, compare=False)

    def frame(self, *, embed: bool) -> Frame:
        """Return what stands beside the text of a document without pictures, with or without its data; made once."""
        if embed not in self._frames:
            self._frames[embed] = frame_of(self.parts, self.packed, self.digest, embed=embed)
        return self._frames[embed]

    def task_rows(self, layout: TableLayout, widths: Widths) -> TaskRows:
        """Return the writer of the task tables of a layout, its columns in twips; the last ones made are kept."""
        kept = self._tables.get((layout.id, widths))
        if kept is None or kept[0] is not layout:
            if len(self._tables) >= _MOST_TABLES:
                self._tables.clear()
            kept = (layout, TaskRows(layout, widths, self.styles))
            self._tables[layout.id, widths] = kept
        return kept[1]


def compile_template(data: bytes, kind: str | None = None) -> CompiledTemplate:
    """Return the compiled template of a .docx; what was read out of it before is not read again.

    ``kind`` is the kind of document whose fields its tags may name; without it those of all kinds are allowed.
    Raises TemplateError when the bytes are no .docx or the check of templates finds an error: it names the place of
    the first, and has a diagnostic for each. Raises DataError for an unknown ``kind``.
    """
    digest = sha256(data).hexdigest()
    parts = without_data(as_document(read_parts(data)))
    key = f"{digest}-{kind}" if kind else digest
    known = kept_plan(key)
    if known is None:
        suspicions = _checked(data, kind)
        known = read_plan(parts)._replace(suspicions=suspicions)
        keep_plan(key, known)
    return _compiled(parts, known, digest)


def _checked(data: bytes, kind: str | None) -> tuple[Diagnostic, ...]:
    """Return what is suspicious in a template; TemplateError when something would fail, lose or garble text."""
    from generator.templates.check import ANY_KIND, inspect_template

    checked = inspect_template(data, kind or ANY_KIND)
    if errors := checked.errors:
        told = f"mẫu có {len(errors)} lỗi" + (", lỗi đầu tiên" if len(errors) > 1 else "")
        raise TemplateError(f"{told}: {errors[0]}", diagnostics=errors, hint=_CHECK_HINT)
    return checked.findings


def _locator(parts: Mapping[str, bytes], name: str) -> Locate:
    """Return what finds the tags of a part; what that needs is loaded when a tag has failed."""

    def located(failed: Expression, before: int, count: int) -> tuple[str, str]:
        from generator.render.failing_tags import failing_tag

        return failing_tag(parts, name, failed, before, count)

    return located


def _compiled(parts: Mapping[str, bytes], plan: TemplatePlan, digest: str) -> CompiledTemplate:
    tagged = {name: made for name, made in plan.merged.items() if name == MAIN or any(one[0] != "text" for one in made)}
    merged = {name: program(part_place(name), made, _locator(parts, name)) for name, made in tagged.items()}
    unchanged = {name: packed(name, data) for name, data in parts.items() if name not in merged}
    paper = SectionProperties(etree.fromstring(plan.paper))
    head = Head(plan.looks, plan.rules, paper.text_width())
    styles = {**dict.fromkeys(NEEDED, ""), **plan.styles}
    return CompiledTemplate(
        parts, unchanged, merged, styles, paper, plan.rules, plan.looks, head, digest, plan.suspicions, plan.lists
    )
