"""Where page numbers stand, and how many pages a document fills, about."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from generator.lint.columns import inner_width, run_width
from generator.lint.evidence import Evidence
from generator.lint.subject import Subject
from generator.ooxml.font_widths import MM_PER_POINT, SINGLE_LINE
from generator.ooxml.formatting.values import LineRule, Paragraph, Part, Section

PAGE = "PAGE"
_SURELY = 1.1
"""Pages, as reckoned here, from which a text surely needs a second one."""


def numbered(subject: Subject, numbers: Iterable[int]) -> list[Paragraph]:
    """Return the paragraphs of a header or footer that show the number of the page."""
    found = [subject.formatted.paragraph(number) for number in numbers]
    return [one for one in found if any(run.field == PAGE for run in one.runs)]


def typed(subject: Subject, numbers: Iterable[int]) -> list[Paragraph]:
    """Return the paragraphs of a header or footer that are a number typed by hand."""
    found = [subject.formatted.paragraph(number) for number in numbers]
    plain = [one for one in found if not any(run.field for run in one.runs)]
    return [one for one in plain if one.shown.strip(" -–\t").isdigit()]


def counted_parts(subject: Subject) -> Iterator[list[Section]]:
    """Yield the sections that count their pages together: a new count begins each."""
    part: list[Section] = []
    for section in subject.formatted.sections:
        if part and section.first_page_number is not None:
            yield part
            part = []
        part.append(section)
    if part:
        yield part


def has_second_page(subject: Subject, sections: list[Section]) -> bool:
    """Tell whether sections surely fill more than one page that is counted from one.

    Of a PDF the pages are known, but not whether what is issued with a document counts its own ones: a page that such
    a part opens tells nothing.
    """
    if subject.evidence is Evidence.PAGE:
        return _has_page_that_goes_on(subject, {section.index for section in sections})
    if any(section.new_page for section in sections[1:]):
        return True
    indices = {section.index for section in sections}
    paragraphs = [one for one in subject.formatted.paragraphs if one.section in indices and one.part is Part.BODY]
    if any(one.page_break_before for one in paragraphs[1:] if one.cell is None):
        return True
    room = sections[0].height - sections[0].margins.top - sections[0].margins.bottom
    return _height(subject, paragraphs) > room * _SURELY


def _has_page_that_goes_on(subject: Subject, indices: set[int]) -> bool:
    paragraphs = (one for one in subject.formatted.paragraphs if one.section in indices and one.part is Part.BODY)
    pages = {subject.places[one.number][0] for one in paragraphs if one.number in subject.places}
    openings = (part.label or part.title for part in subject.reading.appendices)
    opened = {subject.places[line][0] for one in openings if one for line in one.lines[:1] if line in subject.places}
    return bool(pages - opened - {min(pages, default=0)})


def _height(subject: Subject, paragraphs: list[Paragraph]) -> float:
    """Return about how high the paragraphs are in mm, those of a table row beside each other."""
    total = 0.0
    rows: dict[tuple[int, int], dict[int, float]] = {}
    for paragraph in paragraphs:
        height = _paragraph_height(subject, paragraph)
        if paragraph.cell is None:
            total += height
            continue
        cells = rows.setdefault((paragraph.cell.table, paragraph.cell.row), {})
        cells[paragraph.cell.column] = cells.get(paragraph.cell.column, 0.0) + height
    return total + sum(max(cells.values()) for cells in rows.values())


def _paragraph_height(subject: Subject, paragraph: Paragraph) -> float:
    size = max((run.size for run in paragraph.runs), default=0.0)
    room = inner_width(subject.formatted, paragraph)
    width = paragraph.first_line + sum(run_width(run) for run in paragraph.runs)
    lines = max(1, math.ceil(width / room)) if room > 0 and not math.isnan(width) else 1
    exact = paragraph.line_rule is not LineRule.MULTIPLE
    line = paragraph.line_spacing if exact else paragraph.line_spacing * size * SINGLE_LINE
    return (lines * line + paragraph.space_before + paragraph.space_after) * MM_PER_POINT
