"""The measuring stick: what stands where in a PDF file, read from its bytes alone.

It knows nothing of the program: an independent witness of what a reader sees on paper.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from itertools import pairwise

import pdfplumber

from tests.measuring.ending import last_label, read_ending, two_signers
from tests.measuring.grids import read_strokes, read_tables
from tests.measuring.head import read_head
from tests.measuring.lines import read_lines
from tests.measuring.tags import read_tags
from tests.measuring.values import MM, Appendix, Head, Line, Measured, Page, paragraphs

_APPENDIX = re.compile(r"^phụ lục( [ivxlc0-9]+)?\.?$", re.IGNORECASE)
_TOP_MARGIN = 20 * MM


def measure(pdf: bytes) -> Measured:
    """Return what stands where in a tagged PDF.

    Lengths are points, y grows downwards. What is not found is empty. A file without a structure tree is read too,
    but its lines are then no paragraphs.
    """
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        page_ids = {page.page_obj.pageid: page.page_number for page in document.pages}
        tags = read_tags(document.doc, page_ids)
        pages = []
        for page in document.pages:
            lines = read_lines(page.chars, page.page_number, float(page.height), tags)
            pages.append(_page(page, lines))
            page.close()
    return _assembled(tuple(pages))


def _page(page: pdfplumber.page.Page, lines: tuple[Line, ...]) -> Page:
    strokes = read_strokes(page, page.page_number)
    tables = read_tables(lines, strokes, page.page_number)
    ruled = {line for table in tables for cell in table.cells for line in cell.lines}
    return Page(
        number=page.page_number,
        width=float(page.width),
        height=float(page.height),
        lines=lines,
        strokes=strokes,
        tables=tables,
        unruled=tuple(line for line in lines if line not in ruled),
        number_line=next((line for line in lines if line.text.isdigit() and line.bottom < _TOP_MARGIN), None),
    )


def _assembled(pages: tuple[Page, ...]) -> Measured:
    starts = [page.number - 1 for page in pages if _appendix_label(page)]
    main = pages[: starts[0]] if starts else pages
    lines = [line for page in main for line in page.lines if line.tag and line is not page.number_line]
    head = read_head(lines)
    return Measured(
        pages=pages,
        head=head,
        body=_body(lines, head),
        ending=read_ending(lines, _middle(lines)),
        appendices=tuple(_appendix(pages[start:end]) for start, end in pairwise([*starts, len(pages)])),
    )


def _middle(lines: Sequence[Line]) -> float:
    ends = [x for line in lines for x in (line.x0, line.x1)] or [0.0]
    return (min(ends) + max(ends)) / 2


def _body(lines: Sequence[Line], head: Head) -> tuple[Line, ...]:
    parts = (head.number, head.place_date, head.type_name, head.subject, head.subject_dispatch, head.addressee)
    above = {line for part in parts for line in part}
    start = max((place for place, line in enumerate(lines) if line in above), default=-1) + 1
    end = last_label(lines)
    return tuple(lines[start : min(one for one in (end, two_signers(lines), len(lines)) if one is not None)])


def _appendix_label(page: Page) -> Line | None:
    content = [line for line in page.lines if line.tag]
    first = content[0] if content else None
    attached = first and first.bold and first.upper and any(line.text.startswith("(Kèm theo") for line in content[:8])
    return first if first and (attached or _APPENDIX.match(first.text)) else None


def _appendix(pages: tuple[Page, ...]) -> Appendix:
    label = _appendix_label(pages[0])
    assert label is not None
    lines = [line for line in pages[0].unruled if line.tag]
    groups = [group for group in paragraphs(tuple(lines)) if group[0].baseline > label.baseline]
    title: list[Line] = []
    is_labelled = _APPENDIX.match(label.text) is not None
    while groups and all(line.bold and (line.upper or not is_labelled) for line in groups[0]):
        title.extend(groups.pop(0))
    noted = groups and groups[0][0].text.startswith("(") and all(line.italic for line in groups[0])
    return Appendix(label, tuple(title), groups[0] if noted else (), pages)
