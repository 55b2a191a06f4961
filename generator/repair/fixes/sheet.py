"""Paper and margins of the sections (PL I/I/I.1, I.3)."""

from __future__ import annotations

from generator.lint.finding import Finding
from generator.nd30.measure import Measure
from generator.ooxml.formatting.markup import Element, W
from generator.ooxml.formatting.values import Section
from generator.ooxml.wml import element, twips
from generator.repair.markup import put
from generator.repair.registry import Job, repair
from generator.repair.tables import narrow_tables


def section_node(job: Job, section: Section) -> Element:
    """Return the properties of a section for a change, made where the last one has none."""
    body = job.copy.body
    found = job.copy.sections[section.index].node
    if found is None:
        found = body.find(W + "sectPr")
    if found is None:
        found = element("w:sectPr")
        body.append(found)
    return found


@repair("paper")
def paper(job: Job, finding: Finding) -> None:
    """Set the paper to A4, upright or turned as it was."""
    page = job.profile.page
    for section in job.formatted.sections:
        short, long = sorted((section.width, section.height))
        if page.width.allows(short) and page.height.allows(long):
            continue
        sides = (twips(page.width.default), twips(page.height.default))
        width, height = sides if section.width <= section.height else sides[::-1]
        put(section_node(job, section), "pgSz", w=width, h=height, code=None)
        fit_tables(job, section)


@repair("margins")
def margins(job: Job, finding: Finding) -> None:
    """Move each margin out of range to the nearest length that is allowed."""
    allowed = job.profile.page.margin
    for section in job.formatted.sections:
        node = section_node(job, section)
        old = node.find(W + "pgMar")
        gutter = int((old.get(W + "gutter") if old is not None else None) or 0)
        lengths: dict[str, int | None] = {}
        for side in ("top", "right", "bottom", "left"):
            length = getattr(section.margins, side)
            right = nearest(getattr(allowed, side), abs(length))
            lengths[side] = twips(right if length >= 0 else -right) - (gutter if side == "left" else 0)
        lengths |= {side: twips(getattr(section.margins, side)) for side in ("header", "footer")}
        put(node, "pgMar", **lengths, gutter=gutter)
        fit_tables(job, section)


def nearest(measure: Measure[float], found: float) -> float:
    """Return the allowed length nearest to one that was found; itself where it is allowed."""
    if measure.allows(found):
        return found
    low, high = measure.range or (measure.default, measure.default)
    return low if low is not None and found < low else high if high is not None else measure.default


def fit_tables(job: Job, section: Section) -> None:
    """Make tables fit between the margins that the section has when paper and margins are as they should be."""
    page = job.profile.page
    short, long = sorted((section.width, section.height))
    if not (page.width.allows(short) and page.height.allows(long)):
        short, long = page.width.default, page.height.default
    left, right = (
        nearest(getattr(page.margin, side), abs(getattr(section.margins, side))) for side in ("left", "right")
    )
    width = (short if section.width <= section.height else long) - left - right
    narrow_tables(job.copy, job.formatted.tables, section, width)
