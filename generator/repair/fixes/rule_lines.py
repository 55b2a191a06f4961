"""The line under a component: drawn as the border of an empty paragraph, as long as the decree asks (PL I/I/II.1b)."""

from __future__ import annotations

from typing import Final

from generator.lint.columns import inner_width, printed_lines
from generator.lint.finding import Finding
from generator.lint.pieces import Piece, pieces_of
from generator.lint.rule_lines import RULED, line_under
from generator.nd30.component import RuleLine
from generator.ooxml.formatting.markup import Element, W
from generator.ooxml.formatting.values import Paragraph
from generator.ooxml.wml import element, half_points, twips
from generator.repair.markup import drop, insert, paragraph_properties, put, run_properties
from generator.repair.registry import Job, repair

_EIGHTHS: Final = 6
"""Width of the line in eighths of a point, as in the built-in templates."""
_HEIGHT: Final = 4
"""Points that the paragraph of the line is high."""


@repair("rule-line")
def rule_line(job: Job, finding: Finding) -> None:
    """Draw the line where there is none, and make one that a paragraph draws solid and as long as it should be."""
    component = job.component(finding.place)
    name = next((one for one in RULED if job.profile.component(one) is component), None)
    pieces = pieces_of(job.subject, getattr(job.subject.reading.head, name)) if name else []
    if component is None or component.rule is None or not pieces:
        return
    last = pieces[-1].paragraph
    side = _side(job, pieces, component.rule)
    line = line_under(job.subject, pieces)
    drawn = line.paragraph if line else None
    if drawn == last.number:
        put(put(paragraph_properties(job.copy.paragraph(last.number)), "pBdr"), "bottom", val="nil")
    if drawn is not None and drawn != last.number:
        _redraw(job, job.formatted.paragraph(drawn), last, side)
    else:
        _draw_below(job, last, side)


def _side(job: Job, pieces: list[Piece], rule: RuleLine) -> int:
    """Return the indent of the line on either side in twips.

    Of several lines of words the longest is measured, and the last where the same line suits both.
    """
    widths = printed_lines(job.formatted, pieces)
    least, most = rule.ratio.range or (rule.ratio.default, rule.ratio.default)
    least, most = least or rule.ratio.default, most or rule.ratio.default
    length = max(widths) * rule.ratio.default
    if widths[-1] * most >= max(widths) * least:
        length = max(max(widths) * least, min(length, widths[-1] * most))
    return max(0, twips((inner_width(job.formatted, pieces[-1].paragraph) - length) / 2))


def _draw_below(job: Job, above: Paragraph, side: int) -> None:
    """Put the paragraph of a line below words; the space that was below them is below the line now."""
    node = job.copy.paragraph(above.number)
    made = element("w:p")
    _form(made, above, side, after=above.space_after)
    put(paragraph_properties(node), "spacing", after=0, afterAutospacing=None, afterLines=None)
    node.addnext(made)
    for run in job.copy.runs(above.number, lambda one: one.underline):
        put(run_properties(run), "u", val="none")


def _redraw(job: Job, line: Paragraph, words: Paragraph, side: int) -> None:
    """Let an empty paragraph draw the line by its border, as long and solid as it should be."""
    _form(job.copy.paragraph(line.number), words, side, after=line.space_after)


def _form(node: Element, at: Paragraph, side: int, *, after: float) -> None:
    properties = paragraph_properties(node)
    drop(properties, "pBdr", "numPr", "ind", "spacing", "jc")
    left, right = (twips(length) + side for length in (at.left, at.right))
    border = element("w:bottom", val="single", sz=_EIGHTHS, space=0, color="auto")
    insert(properties, element("w:pBdr", border))
    height = _HEIGHT * 20
    insert(properties, element("w:spacing", before=0, after=round(after * 20), line=height, lineRule="exact"))
    insert(properties, element("w:ind", left=left, right=right, firstLine=0))
    insert(properties, element("w:jc", val="center"))
    mark = properties.find(W + "rPr")
    if mark is None:
        mark = element("w:rPr")
        insert(properties, mark)
    put(mark, "sz", val=half_points(_HEIGHT / 2))
