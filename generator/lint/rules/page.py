"""The sheet: paper, orientation, margins (PL I/I/I.1 - I.3)."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

from generator.diagnostics import Severity
from generator.lint.evidence import Evidence
from generator.lint.finding import Fault
from generator.lint.look import number_of
from generator.lint.rule import rule
from generator.lint.spots import is_landscape, section_spot
from generator.lint.subject import Subject
from generator.ooxml.formatting.values import Drawing, Section, Table

_COLUMNS_OF_HEAD = 2
_NEAR = 60
"""Millimetres: what stands on paper so near to A4 (Letter, Legal, F4) fits there; of A3 or A5 it does not."""
_TURNED = (("right", "left", "top", "bottom"), ("left", "right", "bottom", "top"))
"""The sides of an upright page that are upper, lower, left and right ones when it is turned one way or the other."""
_SIDES = {"top": "lề trên", "bottom": "lề dưới", "left": "lề trái", "right": "lề phải"}


@rule("PG-01", "khổ giấy không phải A4", "PL I/I/I.1", needs=Evidence.PAGE)
def paper(subject: Subject) -> Iterator[Fault]:
    """Văn bản hành chính dùng khổ giấy A4 (210 mm x 297 mm), ở mọi phần của văn bản.

    Trong Word: Layout > Size > A4.
    """
    page, sections = subject.profile.page, subject.formatted.sections
    for section in sections:
        width, height = sorted((section.width, section.height))
        if not (page.width.allows(width) and page.height.allows(height)):
            found = f"{number_of(section.width)} x {number_of(section.height)} mm"
            expected = f"A4 ({page.width.in_words()} x {page.height.in_words('mm')})"
            near = abs(width - page.width.default) <= _NEAR and abs(height - page.height.default) <= _NEAR
            yield Fault(found, expected, section_spot(section, len(sections)), fix="paper" if near else None)


@rule("PG-02", "trang ngang không có bảng, biểu", "PL I/I/I.2", Severity.WARNING, needs=Evidence.PAGE)
def orientation(subject: Subject) -> Iterator[Fault]:
    """Văn bản trình bày theo chiều dài của khổ A4; chỉ được trình bày theo chiều rộng khi có bảng, biểu.

    Trong Word: Layout > Orientation > Portrait.
    """
    sections = subject.formatted.sections
    tabled = {table.section for table in subject.formatted.tables if _holds_data(table)}
    pictured = {one.section for one in subject.formatted.paragraphs if any(map(_is_picture, one.drawings))}
    for section in sections:
        if is_landscape(section) and section.index not in tabled | pictured:
            expected = "trang dọc; trang ngang chỉ dùng khi có bảng, biểu"
            yield Fault("trang ngang, không có bảng", expected, section_spot(section, len(sections)))


def _is_picture(drawing: Drawing) -> bool:
    """Whether a drawing shows something; lines are drawn under the words of a letterhead."""
    return drawing.kind != "line"


def _holds_data(table: Table) -> bool:
    """Whether a table shows figures or tasks; head and foot of a document stand in tables of two columns, unruled."""
    return len(table.widths) > _COLUMNS_OF_HEAD or any(any(cell.borders) for row in table.rows for cell in row.cells)


@rule("PG-03", "lề trang ngoài mức quy định", "PL I/I/I.3", needs=Evidence.PAGE)
def margins(subject: Subject) -> Iterator[Fault]:
    """Lề trên và lề dưới 20 - 25 mm, lề trái 30 - 35 mm, lề phải 15 - 20 mm.

    Trang ngang chỉ bị nhắc, và lề xoay theo trang (lề 30 mm ở trên) cũng được: Nghị định không nói.
    Trong Word: Layout > Margins.
    """
    sections = subject.formatted.sections
    for section in sections:
        spot = section_spot(section, len(sections))
        if is_landscape(section) and any(_is_turned(subject, section, sides) for sides in _TURNED):
            continue
        for side, label in _SIDES.items():
            measure = getattr(subject.profile.page.margin, side)
            found = abs(getattr(section.margins, side))
            if not measure.allows(found):
                fault = Fault(
                    f"{label} {number_of(found)} mm", f"{label} {measure.in_words('mm')}", spot, fix="margins"
                )
                yield replace(fault, severity=Severity.WARNING) if is_landscape(section) else fault


def _is_turned(subject: Subject, section: Section, sides: tuple[str, ...]) -> bool:
    """Tell whether the margins are those of an upright page that was turned, to the millimetre.

    In a PDF some are not known; the wide one, for the binding, must be.
    """
    for side, upright in zip(_SIDES, sides, strict=True):
        found = abs(getattr(section.margins, side))
        measure = getattr(subject.profile.page.margin, upright)
        if math.isnan(found) and upright != "left":
            continue
        if math.isnan(found) or not measure.allows(float(round(found))):
            return False
    return True
