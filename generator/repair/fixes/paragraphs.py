"""Alignment, indents and spaces of paragraphs (PL I/I/II.6e)."""

from __future__ import annotations

from typing import Final

from generator.lint.finding import Finding
from generator.ooxml.formatting.values import LineRule, Paragraph
from generator.ooxml.wml import twips
from generator.repair.fixes.sheet import nearest
from generator.repair.markup import paragraph_properties, put
from generator.repair.registry import Job, repair

_JUSTIFICATIONS: Final = {"left": "left", "center": "center", "right": "right", "justify": "both"}
_SINGLE: Final = 240
"""What a file counts a single line as."""


@repair("align")
def alignment(job: Job, finding: Finding) -> None:
    """Set the alignment of a component or of running text."""
    for paragraph, spot in job.paragraphs(finding):
        component = job.component(spot)
        measure = component.align if component else job.profile.body.align
        if measure:
            properties = paragraph_properties(job.copy.paragraph(paragraph.number))
            put(properties, "jc", val=_JUSTIFICATIONS[measure.default])


@repair("indent")
def indent(job: Job, finding: Finding) -> None:
    """Let the first line begin where it should, by formatting; a list moves as a whole and keeps its shape."""
    wanted = twips(job.profile.body.first_line_indent.default)
    for paragraph, _ in job.paragraphs(finding):
        properties = paragraph_properties(job.copy.paragraph(paragraph.number))
        hanging = twips(-paragraph.first_line) if paragraph.label and paragraph.first_line < 0 else 0
        first = {"hanging": hanging, "firstLine": None} if hanging else {"firstLine": wanted, "hanging": None}
        left = wanted + hanging if hanging else 0
        unset = dict.fromkeys(("start", "startChars", "leftChars", "firstLineChars", "hangingChars"))
        put(properties, "ind", left=left, **first, **unset)
        if not paragraph.label:
            _drop_lead(job, paragraph)


def _drop_lead(job: Job, paragraph: Paragraph) -> None:
    """Take away the blanks and tabs that pushed the first line in."""
    text = job.copy.text(paragraph.number)
    lead = len(text) - len(text.lstrip(" \t\u00a0"))
    if lead:
        job.copy.rewrite(paragraph.number, 0, lead, "")


@repair("space")
def space(job: Job, finding: Finding) -> None:
    """Widen the space above a paragraph until that between it and the one before is enough."""
    for paragraph, spot in job.paragraphs(finding):
        component = job.component(spot)
        measure = component.space_before if component and component.space_before else job.profile.body.space_between
        above = job.formatted.paragraph(paragraph.number - 1).space_after if paragraph.number > 1 else 0.0
        properties = paragraph_properties(job.copy.paragraph(paragraph.number))
        points = max(0.0, measure.default - above)
        put(properties, "spacing", before=round(points * 20), beforeLines=None, beforeAutospacing=None)
        put(properties, "contextualSpacing", val=False)


@repair("line-spacing")
def line_spacing(job: Job, finding: Finding) -> None:
    """Set the distance of lines to the nearest that is allowed."""
    measure = job.profile.body.line_spacing
    if measure is None:
        return
    for paragraph, _ in job.paragraphs(finding):
        is_multiple = paragraph.line_rule is LineRule.MULTIPLE
        lines = nearest(measure, paragraph.line_spacing) if is_multiple else measure.default
        properties = paragraph_properties(job.copy.paragraph(paragraph.number))
        put(properties, "spacing", line=round(lines * _SINGLE), lineRule="auto")
